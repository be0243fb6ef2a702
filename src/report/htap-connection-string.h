/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"

G_BEGIN_DECLS

/**
 * HtapConnectionForm:
 * @HTAP_CONNECTION_COMMAND: what a shell is given: `mysql -h …`, `clickhouse-client --host …`
 * @HTAP_CONNECTION_JDBC: what a Java program is given
 * @HTAP_CONNECTION_URI: `mysql://…`, or `http://…` for ClickHouse
 *
 * For whom a connection string is.
 */
typedef enum {
  HTAP_CONNECTION_COMMAND,
  HTAP_CONNECTION_JDBC,
  HTAP_CONNECTION_URI,
  HTAP_N_CONNECTION_FORMS,
} HtapConnectionForm;

char       *htap_connection_string_dup       (const HtapRecord   *record,
                                              HtapConnectionForm  form);
const char *htap_connection_string_get_name  (const HtapRecord   *record,
                                              HtapConnectionForm  form);
const char *htap_connection_string_get_protocol (const HtapRecord *record);
const char *htap_connection_string_get_reason (const HtapRecord  *record);

G_END_DECLS
