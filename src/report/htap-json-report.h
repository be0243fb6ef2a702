/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

char *htap_json_report_format (GListModel *profiles,
                               GListModel *discoveries,
                               GListModel *sources,
                               GListModel *instances,
                               gint64      now);
char *htap_json_report_format_columns (GListModel           *profiles,
                                       GListModel           *discoveries,
                                       GListModel           *sources,
                                       GListModel           *instances,
                                       const HtapFieldIndex *columns,
                                       guint                 n_columns,
                                       gint64                now);
char *htap_json_report_format_owners (GListModel *profiles,
                                      GListModel *discoveries,
                                      GListModel *sources,
                                      GListModel *instances,
                                      GPtrArray  *owners,
                                      gint64      now);

G_END_DECLS
