/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-text.h"

#include "htap-format.h"

#include <glib/gi18n-lib.h>

/* What a person reads of a change. Untrusted text may be in it. */

/* Returns: (transfer full): what stands for a value */
static char *
or_none (char *shown)
{
  /* Translators: stands for a value that was not there: "was: none". */
  return shown != NULL ? shown : g_strdup (C_ ("value", "none"));
}

static char *
dup_changed (HtapChange *change)
{
  const char *label = htap_field_get_label (htap_change_get_field (change));
  g_autofree char *before = or_none (htap_change_dup_shown_old (change));
  g_autofree char *after = or_none (htap_change_dup_shown_new (change));

  /* Translators: the label of a field, its value before, and its value now: "Status: Creating →
   * Available". */
  return g_strdup_printf (_ ("%s: %s → %s"), label, before, after);
}

/**
 * htap_change_text_dup:
 *
 * Returns: (transfer full): what has happened, without the name of the instance: "Status: Creating
 * → Available", "Added", "No longer listed"
 */
char *
htap_change_text_dup (HtapChange *change)
{
  switch (htap_change_get_kind (change))
    {
    case HTAP_CHANGE_ADDED:
      /* Translators: an instance that was not listed before is listed now. */
      return g_strdup (C_ ("change", "Added"));
    case HTAP_CHANGE_GONE:
      return g_strdup (_ ("No longer listed"));
    case HTAP_CHANGE_CHANGED:
    default:
      return dup_changed (change);
    }
}

/**
 * htap_change_text_dup_was:
 * @now: the present, seconds since 1970 UTC
 *
 * Returns: (transfer full) (nullable): what the mark of a changed cell says: "was: Creating, until
 *   14:02"; %NULL for a change that is not of a field
 */
char *
htap_change_text_dup_was (HtapChange *change, gint64 now)
{
  g_autofree char *before = NULL;
  g_autofree char *until = NULL;
  gint64 since;

  g_return_val_if_fail (HTAP_IS_CHANGE (change), NULL);

  if (htap_change_get_kind (change) != HTAP_CHANGE_CHANGED)
    return NULL;

  since = htap_change_get_facts (change)->until;
  before = or_none (htap_change_dup_shown_old (change));
  if (since == 0)
    /* Translators: %s is what a cell said before: "was: Creating". */
    return g_strdup_printf (_ ("was: %s"), before);

  until = htap_format_as_of (since, now);

  /* Translators: what a cell said before, and when it was last known to: "was: Creating, until
   * 14:02". */
  return g_strdup_printf (_ ("was: %s, until %s"), before, until);
}
