/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-connection-string.h"
#include "htap-row-format.h"

G_BEGIN_DECLS

char *htap_copy_value (HtapInstance *instance, const char *value);
char *htap_copy_private_ips (GListModel *instances, const char *separator, char **sentence);
char *htap_copy_ids (GListModel *instances, char **sentence);
char *htap_copy_column (GListModel *instances, const HtapField *field, char **sentence);
char *
htap_copy_connections (GListModel *instances, HtapConnectionForm form, char **sentence);
char *htap_copy_rows (HtapRowFormat format, const HtapRows *rows, char **sentence);

G_END_DECLS
