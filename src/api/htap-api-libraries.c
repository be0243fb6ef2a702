/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-api-libraries.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

/**
 * htap_api_libraries_dup_text:
 *
 * For support. libsoup says what it is; json-glib only what the program was built with.
 *
 * Returns: (transfer full): a line for each library of this room
 */
char *
htap_api_libraries_dup_text (void)
{
  return g_strdup_printf ("libsoup %u.%u.%u\njson-glib %s (built with)\n",
                          soup_get_major_version (), soup_get_minor_version (),
                          soup_get_micro_version (), JSON_VERSION_S);
}
