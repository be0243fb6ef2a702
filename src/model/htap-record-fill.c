/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-record.h"

#include "htap-record-private.h"

#include <string.h>

/* What makers of records do, before anybody else has a reference. */

#define ALL_TEXTS ((1u << HTAP_N_TEXTS) - 1)

static char *
share_text (const char *value)
{
  return value != NULL && *value != '\0' ? g_ref_string_new_intern (value) : NULL;
}

static char *
own_text (const char *value)
{
  return value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

static void
set_text (char **text, gboolean shared, gpointer data)
{
  const char *value = *text;

  *text = shared ? share_text (value) : own_text (value);
}

/* @element: its texts are copied. Rooms for 1, 2, 4… of them. */
static void
append (HtapRecord *self, HtapRecordList list, gconstpointer element)
{
  const gsize size = htap_record_get_element_size (list);
  const guint32 n = self->n_elements[list];
  char *place;

  if ((n & (n - 1)) == 0)
    self->elements[list] = g_realloc_n (self->elements[list], MAX (1, 2 * (gsize) n), size);

  place = (char *) self->elements[list] + n * size;
  memcpy (place, element, size);
  htap_record_visit_element (list, place, set_text, NULL);
  self->n_elements[list]++;
}

/**
 * htap_record_new:
 *
 * One HTAP instance as one answer described it: plain data, atomically reference-counted, filled by
 * its maker and immutable from then on.
 *
 * Returns: (transfer full): a record without any member
 */
HtapRecord *
htap_record_new (void)
{
  HtapRecord *self = g_malloc0 (sizeof (HtapRecord) + HTAP_N_TEXTS * sizeof (char *));

  g_atomic_ref_count_init (&self->ref_count);
  self->texts_kept = ALL_TEXTS;

  return self;
}

/**
 * htap_record_set_text:
 * @value: (nullable): copied; empty counts as absent, for the API writes both
 */
void
htap_record_set_text (HtapRecord *self, HtapRecordText member, const char *value)
{
  gboolean shared;
  char **text;

  g_return_if_fail (htap_record_is_being_filled (self));
  g_return_if_fail (member < HTAP_N_TEXTS);

  shared = htap_record_is_shared (member);
  text = &self->texts[member];
  if (*text != NULL && shared)
    g_ref_string_release (*text);
  else
    g_free (*text);
  *text = shared ? share_text (value) : own_text (value);
}

void
htap_record_set_number (HtapRecord *self, HtapRecordNumber member, gint64 value)
{
  g_return_if_fail (htap_record_is_being_filled (self));
  g_return_if_fail (member < HTAP_N_NUMBERS);

  self->numbers[member] = value;
  self->numbers_present |= 1u << member;
}

/**
 * htap_record_add_node:
 * @node: copied; empty texts count as absent
 */
void
htap_record_add_node (HtapRecord *self, const HtapNode *node)
{
  g_return_if_fail (htap_record_is_being_filled (self));

  append (self, HTAP_LIST_NODES, node);
}

/**
 * htap_record_add_zone:
 * @zone: copied; empty texts count as absent
 */
void
htap_record_add_zone (HtapRecord *self, const HtapZone *zone)
{
  g_return_if_fail (htap_record_is_being_filled (self));

  append (self, HTAP_LIST_ZONES, zone);
}

/**
 * htap_record_add_action:
 * @action: copied; empty texts count as absent
 */
void
htap_record_add_action (HtapRecord *self, const HtapAction *action)
{
  g_return_if_fail (htap_record_is_being_filled (self));

  append (self, HTAP_LIST_ACTIONS, action);
}

/**
 * htap_record_add_proxy_ip:
 * @address: (nullable): copied; empty counts as absent and is left out
 */
void
htap_record_add_proxy_ip (HtapRecord *self, const char *address)
{
  g_return_if_fail (htap_record_is_being_filled (self));

  if (address == NULL || *address == '\0')
    return;

  append (self, HTAP_LIST_PROXY_IPS, &address);
}

/**
 * htap_record_take_json:
 * @json: (transfer full): this element of the answer, byte for byte
 */
void
htap_record_take_json (HtapRecord *self, GBytes *json)
{
  g_return_if_fail (htap_record_is_being_filled (self));

  g_clear_pointer (&self->answer, g_bytes_unref);
  self->answer = json;
  self->json = g_bytes_get_data (json, &self->json_length);
}
