/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sort-order.h"

#include "htap-address.h"
#include "htap-collation.h"
#include "htap-instance-private.h"

#include <string.h>

/* A sort of 10,000 instances compares 120,000 times. So each instance keeps sixteen bytes, made of
 * its value when that is first asked for: of two that differ the lower one comes first, and of
 * equal ones the values decide. An instance has the key of one field, which a list is sorted by
 * now.
 *
 * Names have a key of their own, which is longer: they tend to begin alike. */

/* Sorts behind every value. */
static const HtapSortKey absent = { G_MAXUINT64, G_MAXUINT64 };

/* IPv4 addresses are below, IPv6 addresses are not. */
#define FIRST_IPV6 (G_GUINT64_CONSTANT (1) << 32)

static gboolean
is_absent (const HtapSortKey *key)
{
  return key->high == absent.high && key->low == absent.low;
}

static guint64
read_big_endian (const guint8 *bytes)
{
  guint64 number;

  memcpy (&number, bytes, sizeof number);

  return GUINT64_FROM_BE (number);
}

static HtapSortKey
from_bytes (const guint8 bytes[16])
{
  HtapSortKey key = { read_big_endian (bytes), read_big_endian (bytes + 8) };

  if (is_absent (&key))
    key.low--;

  return key;
}

static HtapSortKey
from_address (const HtapAddress *address, gboolean *whole)
{
  HtapSortKey key = from_bytes (address->bytes);

  *whole = TRUE;
  if (!address->is_ipv6)
    return key;

  if (key.high == 0 && key.low <= FIRST_IPV6)
    {
      key.low = FIRST_IPV6;
      *whole = FALSE;
    }
  else if (key.high == G_MAXUINT64)
    {
      key.low = 0;
      *whole = FALSE;
    }

  return key;
}

static HtapSortKey
from_ip (const char *text, gboolean *whole)
{
  HtapAddress address;

  if (htap_address_parse (text, &address))
    return from_address (&address, whole);

  /* What is no address comes behind all of them. */
  *whole = FALSE;

  return (HtapSortKey){ G_MAXUINT64, 1 };
}

static HtapSortKey
from_text (const char *text)
{
  guint8 bytes[16];

  htap_collate_natural_begin (text, bytes, sizeof bytes);

  return from_bytes (bytes);
}

static HtapSortKey
from_status (const HtapRecord *record, gboolean *whole)
{
  const char *word = htap_record_get_status_word (record);
  HtapSortKey key = { htap_record_get_shown_status (record), G_MAXUINT64 };

  *whole = word == NULL;
  if (word != NULL)
    key.low = MIN (from_text (word).high, G_MAXUINT64 - 1);

  return key;
}

static HtapSortKey
from_number (const HtapField *field, const HtapRecord *record)
{
  gint64 number;

  if (!htap_field_get_number (field, record, &number))
    return absent;

  return (HtapSortKey){ (guint64) number ^ (G_GUINT64_CONSTANT (1) << 63), 0 };
}

/* @whole: (out): whether those of the same key have the same value */
static HtapSortKey
make_key (const HtapField *field, const HtapRecord *record, gboolean *whole)
{
  HtapFieldKind kind = htap_field_get_kind (field);
  const char *text;

  if (kind == HTAP_FIELD_KIND_STATUS)
    return from_status (record, whole);

  *whole = TRUE;
  if (kind == HTAP_FIELD_KIND_NUMBER || kind == HTAP_FIELD_KIND_TIME ||
      kind == HTAP_FIELD_KIND_FLAG)
    return from_number (field, record);

  text = htap_field_get_text (field, record, NULL);
  if (text == NULL)
    return absent;
  if (kind == HTAP_FIELD_KIND_IP)
    return from_ip (text, whole);

  *whole = FALSE;

  return from_text (text);
}

static void
prepare_key (const HtapSortOrder *self, HtapInstance *instance)
{
  gboolean whole;

  instance->sort_key = make_key (self->field, instance->record, &whole);
  instance->sort_key_is_whole = (guint8) whole;
  instance->sort_field = self->mark;
}

static int
compare_by_key (const HtapSortOrder *self, HtapInstance *a, HtapInstance *b)
{
  int order;

  if (a->sort_field != self->mark)
    prepare_key (self, a);
  if (b->sort_field != self->mark)
    prepare_key (self, b);

  if (a->sort_key.high != b->sort_key.high)
    order = a->sort_key.high < b->sort_key.high ? -1 : 1;
  else if (a->sort_key.low != b->sort_key.low)
    order = a->sort_key.low < b->sort_key.low ? -1 : 1;
  else if (self->alone && a->sort_key_is_whole && b->sort_key_is_whole)
    return 0;
  else
    order = htap_field_compare (self->field, a, b);

  if (self->descending && !is_absent (&a->sort_key) && !is_absent (&b->sort_key))
    return order < 0 ? 1 : order > 0 ? -1 : 0;

  return order;
}

/* An instance without a name is called by its id, so that there always is one. */
static int
compare_names (const HtapSortOrder *self, HtapInstance *a, HtapInstance *b)
{
  const char *one = a->name_key != NULL ? a->name_key : htap_instance_get_name_key (a);
  const char *other = b->name_key != NULL ? b->name_key : htap_instance_get_name_key (b);

  return self->descending ? strcmp (other, one) : strcmp (one, other);
}

static gboolean
is_there (const HtapField *field, HtapInstance *instance)
{
  g_auto (GStrv) elements = NULL;

  if (htap_field_is_of_instance (field))
    return htap_instance_get_severity (instance) > HTAP_SEVERITY_NONE;
  if (htap_field_is_of_source (field))
    return htap_field_get_text (field, instance->record, instance->source) != NULL;

  elements = htap_field_dup_elements (field, instance->record);

  return elements[0] != NULL;
}

/**
 * htap_sort_order_init:
 * @self: (out):
 */
void
htap_sort_order_init (HtapSortOrder *self, const HtapField *field, gboolean descending)
{
  HtapFieldIndex index = htap_field_get_index (field);

  *self = (HtapSortOrder){
    .field = field,
    .descending = descending,
    .by_name = index == HTAP_FIELD_NAME,
    /* What is not of the record changes without the instance being told, and lists are compared in
     * many parts. */
    .by_key = !htap_field_is_of_source (field) && !htap_field_is_of_instance (field) &&
              htap_field_get_kind (field) != HTAP_FIELD_KIND_LIST,
    .alone = htap_field_get_shown_set (field) == HTAP_FIELD_BIT (index),
    .mark = (guint8) (index + 1),
  };
}

/**
 * htap_sort_order_compare:
 *
 * Checks no arguments, for it is asked very often.
 *
 * Returns: less than, equal to or greater than 0
 */
int
htap_sort_order_compare (const HtapSortOrder *self, HtapInstance *a, HtapInstance *b)
{
  int order;

  if (self->by_name)
    return compare_names (self, a, b);
  if (self->by_key)
    return compare_by_key (self, a, b);

  order = htap_field_compare (self->field, a, b);
  if (self->descending && order != 0 && is_there (self->field, a) && is_there (self->field, b))
    return order < 0 ? 1 : -1;

  return order;
}
