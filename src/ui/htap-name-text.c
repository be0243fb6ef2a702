/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-name-text.h"

#include "htap-safe-text.h"

/* As much as a cell of the list shows: laying out more takes the main loop's time, and nobody reads
 * it. */
#define MAX_CHARACTERS 512

/**
 * htap_name_text_dup:
 * @name: (nullable): a name from outside, however long
 *
 * Returns: (transfer full) (nullable): what a label may show of it; %NULL for %NULL
 */
char *
htap_name_text_dup (const char *name)
{
  return htap_safe_text_dup_cut (name, MAX_CHARACTERS);
}
