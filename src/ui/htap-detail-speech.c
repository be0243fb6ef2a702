/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-speech.h"

#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* Everything below the label, as one line. */
static char *
dup_value (const HtapDetailFact *fact)
{
  const char *const texts[] = { fact->value, fact->status, fact->note, fact->more };
  g_autofree char *all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *before = g_steal_pointer (&all);
      g_autofree char *shown = htap_safe_text_dup_cut (texts[i], HTAP_DETAIL_MAX_CHARACTERS);

      if (before != NULL && shown != NULL)
        /* Translators: a value and what is said below it, read out by a screen reader. */
        all = g_strdup_printf (_ ("%s, %s"), before, shown);
      else
        all = g_strdup (before != NULL ? before : shown);
    }

  return all != NULL ? g_steal_pointer (&all) : g_strdup (_ ("not set"));
}

/**
 * htap_detail_speech_dup:
 *
 * Returns: (transfer full): what a screen reader says of @fact; that something is missing, never a
 *   dash
 */
char *
htap_detail_speech_dup (const HtapDetailFact *fact)
{
  g_autofree char *label = htap_safe_text_dup_cut (fact->label, HTAP_DETAIL_MAX_CHARACTERS);
  g_autofree char *value = dup_value (fact);

  if (label == NULL || *label == '\0')
    return g_steal_pointer (&value);

  /* Translators: what it is, and its value, read out by a screen reader: "Port: 3306". */
  return g_strdup_printf (_ ("%s: %s"), label, value);
}
