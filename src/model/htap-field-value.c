/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-field-value.h"

#include "htap-field-private.h"

#include <string.h>

/* Values that are kept, to be shown on another day and perhaps in another language. */

/* Stands between a shown status and the cloud's own word for it. */
#define BEFORE_WORD ':'

static char *
dup_status (const HtapRecord *record)
{
  const char *id = htap_shown_status_get_id (htap_record_get_shown_status (record));
  const char *word = htap_record_get_status_word (record);

  return word != NULL ? g_strdup_printf ("%s%c%s", id, BEFORE_WORD, word) : g_strdup (id);
}

/**
 * htap_field_value_dup:
 * @field: one of a record, not of its source
 *
 * Returns: (transfer full) (nullable): the value as text that depends on no language, from which
 *   htap_field_value_dup_shown() makes what a person reads; %NULL if absent
 */
char *
htap_field_value_dup (const HtapField *field, const HtapRecord *record)
{
  if (field->origin == HTAP_FIELD_ORIGIN_SHOWN_STATUS)
    return dup_status (record);

  return htap_field_dup_value (field, record, NULL);
}

/* Makes @record one that is in the status that @value says. */
static void
set_status (HtapRecord *record, const char *value)
{
  const char *word = strchr (value, BEFORE_WORD);
  g_autofree char *id = word != NULL ? g_strndup (value, (gsize) (word - value)) : g_strdup (value);
  HtapAction action = { .action = word != NULL ? word + 1 : NULL };
  HtapShownStatus status = HTAP_SHOWN_STATUS_CREATION_FAILED;

  while (status < HTAP_SHOWN_STATUS_AVAILABLE &&
         !g_str_equal (htap_shown_status_get_id (status), id))
    status++;

  htap_record_set_text (record, HTAP_TEXT_STATUS, "normal");
  if (status == HTAP_SHOWN_STATUS_CREATION_FAILED)
    htap_record_set_text (record, HTAP_TEXT_STATUS, "createfail");
  else if (status == HTAP_SHOWN_STATUS_ABNORMAL)
    htap_record_set_text (record, HTAP_TEXT_STATUS, "abnormal");
  else if (status == HTAP_SHOWN_STATUS_CREATING)
    htap_record_set_text (record, HTAP_TEXT_STATUS, "creating");
  else if (status == HTAP_SHOWN_STATUS_FROZEN)
    htap_record_set_number (record, HTAP_NUMBER_IS_FROZEN, 1);
  else if (status == HTAP_SHOWN_STATUS_REBOOT_NEEDED)
    htap_record_set_number (record, HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS, 1);
  else if (status == HTAP_SHOWN_STATUS_CHANGING)
    htap_record_add_action (record, &action);
  else if (status == HTAP_SHOWN_STATUS_UNKNOWN)
    htap_record_set_text (record, HTAP_TEXT_STATUS, action.action);
}

/* Returns: %FALSE if @value is no number */
static gboolean
set_number (HtapRecord *record, const HtapField *field, const char *value)
{
  gint64 number;

  if (field->kind == HTAP_FIELD_KIND_TIME)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (value, NULL);

      if (time == NULL)
        return FALSE;
      number = g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000;
    }
  else if (field->kind == HTAP_FIELD_KIND_FLAG)
    number = g_str_equal (value, "true");
  else if (!g_ascii_string_to_signed (value, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return FALSE;

  htap_record_set_number (record, field->member, number);

  return TRUE;
}

/**
 * htap_field_value_dup_shown:
 * @field: one of a record, not of its source
 * @value: (nullable): htap_field_value_dup(), perhaps of another day; of other text, that text
 *
 * Returns: (transfer full) (nullable): what a person reads, in their language and time zone; %NULL
 *   if absent. Untrusted text may be in it.
 */
char *
htap_field_value_dup_shown (const HtapField *field, const char *value)
{
  g_autoptr (HtapRecord) record = NULL;

  if (value == NULL)
    return NULL;

  /* The table knows how to show a record. */
  record = htap_record_new ();
  if (field->origin == HTAP_FIELD_ORIGIN_SHOWN_STATUS)
    set_status (record, value);
  else if (field->origin == HTAP_FIELD_ORIGIN_TEXT)
    htap_record_set_text (record, field->member, value);
  else if (field->origin != HTAP_FIELD_ORIGIN_NUMBER || !set_number (record, field, value))
    return g_strdup (value);

  return htap_field_dup_shown_of (field, record, NULL);
}
