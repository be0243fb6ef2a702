/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-store-libraries.h"

#include <libsecret/secret.h>

/**
 * htap_store_libraries_dup_text:
 *
 * For support. libsecret does not say which one it is, only which one the program was built with.
 *
 * Returns: (transfer full): a line for the library of this room
 */
char *
htap_store_libraries_dup_text (void)
{
  return g_strdup_printf ("libsecret %d.%d.%d (built with)\n", SECRET_MAJOR_VERSION,
                          SECRET_MINOR_VERSION, SECRET_MICRO_VERSION);
}
