/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

char *htap_copy_value (HtapInstance *instance, const char *value);
char *htap_copy_private_ips (GListModel *instances, char **sentence);
char *htap_copy_ids (GListModel *instances, char **sentence);
char *htap_copy_rows (GListModel *instances,
                      const HtapFieldIndex *columns,
                      guint n_columns,
                      gboolean with_titles,
                      char **sentence);

G_END_DECLS
