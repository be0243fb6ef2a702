/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-field.h"

#include "htap-address.h"
#include "htap-collation.h"
#include "htap-finding-list.h"

#include <string.h>

/* Absent values come last, whichever field it is. Returns whether that settles @order. */
static gboolean
compare_presence (gboolean a_is_there, gboolean b_is_there, int *order)
{
  *order = a_is_there == b_is_there ? 0 : a_is_there ? -1 : 1;

  return !a_is_there || !b_is_there;
}

static int
compare_texts (HtapFieldKind kind, const char *a, const char *b)
{
  int order;

  if (compare_presence (a != NULL, b != NULL, &order) || a == b)
    return order;

  return kind == HTAP_FIELD_KIND_IP ? htap_address_compare_text (a, b)
                                    : htap_collate_natural (a, b);
}

static int
compare_numbers (const HtapField *self, const HtapRecord *a, const HtapRecord *b)
{
  gint64 one, other;
  gboolean a_is_there = htap_field_get_number (self, a, &one);
  gboolean b_is_there = htap_field_get_number (self, b, &other);
  int order;

  if (compare_presence (a_is_there, b_is_there, &order))
    return order;

  return one < other ? -1 : one > other;
}

static int
compare_shown_status (const HtapRecord *a, const HtapRecord *b)
{
  HtapShownStatus one = htap_record_get_shown_status (a);
  HtapShownStatus other = htap_record_get_shown_status (b);

  if (one != other)
    return one < other ? -1 : 1;

  return compare_texts (HTAP_FIELD_KIND_TEXT, htap_record_get_status_word (a),
                        htap_record_get_status_word (b));
}

static int
compare_records (const HtapField *self, const HtapRecord *a, const HtapRecord *b)
{
  HtapFieldKind kind = htap_field_get_kind (self);
  HtapRecordList list;

  switch (kind)
    {
    case HTAP_FIELD_KIND_NUMBER:
    case HTAP_FIELD_KIND_TIME:
    case HTAP_FIELD_KIND_FLAG:
      return compare_numbers (self, a, b);
    case HTAP_FIELD_KIND_STATUS:
      return compare_shown_status (a, b);
    case HTAP_FIELD_KIND_LIST:
      return htap_field_get_list (self, &list) ? htap_record_compare_list (a, b, list) : 0;
    case HTAP_FIELD_KIND_TEXT:
    case HTAP_FIELD_KIND_ID:
    case HTAP_FIELD_KIND_IP:
    case HTAP_FIELD_KIND_FINDINGS:
    default:
      return compare_texts (kind, htap_field_get_text (self, a, NULL),
                            htap_field_get_text (self, b, NULL));
    }
}

static int
compare_sources (const HtapField *self, HtapInstance *a, HtapInstance *b)
{
  return compare_texts (
      htap_field_get_kind (self),
      htap_field_get_text (self, htap_instance_get_record (a), htap_instance_get_source (a)),
      htap_field_get_text (self, htap_instance_get_record (b), htap_instance_get_source (b)));
}

/**
 * htap_field_compare:
 *
 * Sorts instances by what the field shows: IPs by value, names naturally, absent values last.
 *
 * Returns: less than, equal to or greater than 0
 */
int
htap_field_compare (const HtapField *self, HtapInstance *a, HtapInstance *b)
{
  HtapFieldIndex index = htap_field_get_index (self);
  HtapFieldSet ties = htap_field_get_shown_set (self) & ~HTAP_FIELD_BIT (index);
  int order;

  if (index == HTAP_FIELD_NAME)
    order = strcmp (htap_instance_get_name_key (a), htap_instance_get_name_key (b));
  else if (htap_field_is_of_source (self))
    order = compare_sources (self, a, b);
  else if (htap_field_is_of_instance (self))
    order = htap_finding_list_compare (htap_instance_get_findings (a),
                                       htap_instance_get_findings (b));
  else
    order = compare_records (self, htap_instance_get_record (a), htap_instance_get_record (b));

  for (guint i = 0; order == 0 && ties != 0 && i < HTAP_N_FIELDS; i++)
    if (ties & HTAP_FIELD_BIT (i))
      order = htap_field_compare (htap_field_get (i), a, b);

  return order;
}

/* Most of what a refresh brings is what was there before, to the byte. */
static gboolean
are_same_bytes (const HtapRecord *a, const HtapRecord *b)
{
  gsize length, other_length;
  const char *one = htap_record_get_json (a, &length);
  const char *other = htap_record_get_json (b, &other_length);

  return one != NULL && other != NULL && length == other_length && memcmp (one, other, length) == 0;
}

/**
 * htap_record_get_differences:
 *
 * Returns: the fields in which two records of one instance differ; empty if a person could see no
 *   difference
 */
HtapFieldSet
htap_record_get_differences (const HtapRecord *a, const HtapRecord *b)
{
  HtapFieldSet differences = 0;

  if (are_same_bytes (a, b))
    return 0;

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if (!htap_field_is_of_source (htap_field_get (i)) &&
        !htap_field_is_of_instance (htap_field_get (i)) &&
        compare_records (htap_field_get (i), a, b) != 0)
      differences |= HTAP_FIELD_BIT (i);

  return differences;
}
