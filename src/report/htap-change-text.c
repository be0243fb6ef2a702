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
 * htap_change_text_dup_title:
 *
 * Returns: (transfer full): the first half of htap_change_text_dup(): which field, or all of it if
 *   the instance came or went
 */
char *
htap_change_text_dup_title (HtapChange *change)
{
  const HtapField *field;

  g_return_val_if_fail (HTAP_IS_CHANGE (change), NULL);

  field = htap_change_get_field (change);

  return field != NULL ? g_strdup (htap_field_get_label (field)) : htap_change_text_dup (change);
}

/**
 * htap_change_text_dup_values:
 *
 * Returns: (transfer full) (nullable): the second half, for what is laid out in columns: "Creating
 * → Available"; %NULL for a change that is not of a field
 */
char *
htap_change_text_dup_values (HtapChange *change)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (HTAP_IS_CHANGE (change), NULL);

  if (htap_change_get_field (change) == NULL)
    return NULL;

  before = or_none (htap_change_dup_shown_old (change));
  after = or_none (htap_change_dup_shown_new (change));

  /* Translators: the value of a field before, and its value now: "Creating → Available". */
  return g_strdup_printf (_ ("%s → %s"), before, after);
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

/**
 * htap_change_text_dup_mark:
 * @now: the present, seconds since 1970 UTC
 *
 * Returns: (transfer full): what a mark says, whatever has happened: htap_change_text_dup_was(),
 * "new since 14:02", "listed until 14:02"
 */
char *
htap_change_text_dup_mark (HtapChange *change, gint64 now)
{
  const HtapChangeFacts *facts;
  g_autofree char *time = NULL;

  g_return_val_if_fail (HTAP_IS_CHANGE (change), NULL);

  facts = htap_change_get_facts (change);
  switch (facts->kind)
    {
    case HTAP_CHANGE_ADDED:
      time = htap_format_as_of (facts->at, now);
      /* Translators: of an instance; %s is when it was listed for the first time. */
      return g_strdup_printf (_ ("new since %s"), time);
    case HTAP_CHANGE_GONE:
      time = htap_format_as_of (facts->until > 0 ? facts->until : facts->at, now);
      /* Translators: of an instance that is gone; %s is when it was listed for the last time. */
      return g_strdup_printf (_ ("listed until %s"), time);
    case HTAP_CHANGE_CHANGED:
    default:
      return htap_change_text_dup_was (change, now);
    }
}
