/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-difference.h"

#include "htap-field-value.h"

#include <string.h>

/* What of two answers is a change to a person. Only what the answer said of the instance counts:
 * its TaurusDB instance, profile and region are not its own, and ages change by themselves.
 *
 * Nothing is told twice. The API's status, its flags and the current actions are there to make the
 * status that is shown; where another one is shown for one of them, the shown status tells it, with
 * the words that the person reads in the list. */

#define BIT(name) HTAP_FIELD_BIT (HTAP_FIELD_##name)

/* Nobody reads on. In bytes. */
#define VALUE_LIMIT 4096

/* The message is what the code means, in the language that the question asked for. */
#define NEVER_TOLD (BIT (ID) | BIT (FAIL_MESSAGE))

static void
difference_clear (gpointer data)
{
  HtapDifference *difference = data;

  g_free (difference->old_value);
  g_free (difference->new_value);
}

/* Returns: which member of the answer makes the status that is shown */
static HtapFieldSet
get_cause (const HtapRecord *record)
{
  switch (htap_record_get_shown_status (record))
    {
    case HTAP_SHOWN_STATUS_CREATION_FAILED:
    case HTAP_SHOWN_STATUS_ABNORMAL:
    case HTAP_SHOWN_STATUS_CREATING:
    case HTAP_SHOWN_STATUS_UNKNOWN:
      return BIT (STATUS);
    case HTAP_SHOWN_STATUS_FROZEN:
      return BIT (IS_FROZEN);
    case HTAP_SHOWN_STATUS_CHANGING:
      return BIT (CURRENT_ACTIONS);
    case HTAP_SHOWN_STATUS_REBOOT_NEEDED:
      return BIT (WAIT_RESTART_FOR_PARAMS);
    case HTAP_SHOWN_STATUS_AVAILABLE:
    default:
      return 0;
    }
}

/* The API has two spellings of some statuses. */
static gboolean
is_same_status (const HtapRecord *before, const HtapRecord *after)
{
  HtapShownStatus one =
      htap_shown_status_from_text (htap_record_get_text (before, HTAP_TEXT_STATUS));
  HtapShownStatus other =
      htap_shown_status_from_text (htap_record_get_text (after, HTAP_TEXT_STATUS));

  return one == other && one != HTAP_SHOWN_STATUS_UNKNOWN;
}

/* An action that is over is none, and the time of its last step moves while it runs. */
static void
add_actions (HtapRecord *essence, const HtapRecord *record)
{
  guint n_actions;
  const HtapAction *actions = htap_record_get_actions (record, &n_actions);

  for (guint i = 0; i < n_actions; i++)
    {
      HtapAction action = actions[i];

      action.updated_at = 0;
      if (g_strcmp0 (action.status, "DELETED") != 0)
        htap_record_add_action (essence, &action);
    }
}

/* A zone is its code; the description is in the language that the question asked for. */
static void
add_zones (HtapRecord *essence, const HtapRecord *record)
{
  guint n_zones;
  const HtapZone *zones = htap_record_get_zones (record, &n_zones);

  for (guint i = 0; i < n_zones; i++)
    {
      const HtapZone by_code = { .code = zones[i].code };

      htap_record_add_zone (essence, zones[i].code != NULL ? &by_code : &zones[i]);
    }
}

/* Returns: (transfer full) (nullable): a record with what counts of @list; %NULL if all of it does
 */
static HtapRecord *
make_essence (const HtapRecord *record, HtapRecordList list)
{
  HtapRecord *essence = htap_record_new ();

  if (list == HTAP_LIST_ACTIONS)
    add_actions (essence, record);
  else if (list == HTAP_LIST_ZONES)
    add_zones (essence, record);
  else
    g_clear_pointer (&essence, htap_record_unref);

  return essence;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* A list is a set: the cloud has it in any order. Returns: (transfer full) (nullable): %NULL if it
 * is empty */
static char *
dup_list (const HtapRecord *record, HtapRecordList list)
{
  g_autoptr (HtapRecord) essence = make_essence (record, list);
  g_auto (GStrv) elements = htap_record_dup_list (essence != NULL ? essence : record, list);

  if (elements[0] == NULL)
    return NULL;

  qsort (elements, g_strv_length (elements), sizeof *elements, compare_texts);

  return g_strjoinv (", ", elements);
}

static char *
dup_value (const HtapField *field, const HtapRecord *record)
{
  HtapRecordList list;

  return htap_field_get_list (field, &list) ? dup_list (record, list)
                                            : htap_field_value_dup (field, record);
}

static void
cut (char *value)
{
  if (value != NULL && strlen (value) > VALUE_LIMIT)
    *g_utf8_find_prev_char (value, value + VALUE_LIMIT + 1) = '\0';
}

static void
add_difference (GArray *differences,
                HtapFieldIndex index,
                HtapFieldSet fields,
                const HtapRecord *before,
                const HtapRecord *after)
{
  const HtapField *field = htap_field_get (index);
  HtapDifference difference = { index, HTAP_FIELD_BIT (index) | fields, dup_value (field, before),
                                dup_value (field, after) };

  if (g_strcmp0 (difference.old_value, difference.new_value) == 0)
    {
      difference_clear (&difference);
      return;
    }

  cut (difference.old_value);
  cut (difference.new_value);
  g_array_append_val (differences, difference);
}

/**
 * htap_difference_find:
 * @before: what an answer said of an instance
 * @after: what a later one says of it
 * @candidates: the fields in which they differ, htap_record_get_differences(), or more
 *
 * Returns: (transfer full) (element-type HtapDifference): what a person is to be told, a field
 *   each, in the order of the fields
 */
GArray *
htap_difference_find (const HtapRecord *before, const HtapRecord *after, HtapFieldSet candidates)
{
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (HtapDifference));
  HtapFieldSet told = candidates & ~NEVER_TOLD;
  HtapFieldSet covered = 0;

  g_array_set_clear_func (differences, difference_clear);
  if (told & BIT (SHOWN_STATUS))
    covered = told & (get_cause (before) | get_cause (after));
  if (is_same_status (before, after))
    told &= ~BIT (STATUS);
  told &= ~covered;

  for (guint i = 0; i < HTAP_N_FIELDS && told != 0; i++)
    if ((told & HTAP_FIELD_BIT (i)) && !htap_field_is_of_source (htap_field_get (i)))
      add_difference (differences, i, i == HTAP_FIELD_SHOWN_STATUS ? covered : 0, before, after);

  return differences;
}
