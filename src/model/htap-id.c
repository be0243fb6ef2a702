/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-id.h"

#include <string.h>

#define PROJECT_ID_LENGTH  32
#define INSTANCE_ID_LENGTH 36
#define TAURUS_ID_SUFFIX   "in07"

/**
 * htap_id_check:
 * @kind: what @id should be
 * @id: (nullable): the id, without surrounding white space
 *
 * The lengths and the suffix are those of the page "Querying HTAP Instances", table 1. HTAP
 * instances have several suffixes.
 */
HtapIdVerdict
htap_id_check (HtapIdKind kind, const char *id)
{
  gsize length;

  if (id == NULL || *id == '\0')
    return HTAP_ID_EMPTY;

  for (length = 0; id[length] != '\0'; length++)
    if (!g_ascii_isalnum (id[length]))
      return HTAP_ID_REFUSED;

  if (kind == HTAP_ID_PROJECT)
    return length == PROJECT_ID_LENGTH ? HTAP_ID_VALID : HTAP_ID_UNUSUAL;

  if (length != INSTANCE_ID_LENGTH ||
      (kind == HTAP_ID_TAURUS && !g_str_has_suffix (id, TAURUS_ID_SUFFIX)))
    return HTAP_ID_UNUSUAL;

  return HTAP_ID_VALID;
}
