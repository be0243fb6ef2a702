/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-record.h"

#include "htap-record-private.h"

#include <string.h>

/* Where a record's texts are, and how all of it becomes one allocation. */

/* What thousands of instances share is kept once. */
#define SHARED_TEXTS                                                                               \
  ((1u << HTAP_TEXT_STATUS) | (1u << HTAP_TEXT_ENGINE_NAME) | (1u << HTAP_TEXT_ENGINE_VERSION) |   \
   (1u << HTAP_TEXT_PROJECT_ID) | (1u << HTAP_TEXT_HA_MODE) | (1u << HTAP_TEXT_PAY_MODEL) |        \
   (1u << HTAP_TEXT_VOLUME_TYPE) | (1u << HTAP_TEXT_SERVER_TYPE) |                                 \
   (1u << HTAP_TEXT_ENTERPRISE_PROJECT_ID) | (1u << HTAP_TEXT_VPC_ID) |                            \
   (1u << HTAP_TEXT_SUB_NET_ID) | (1u << HTAP_TEXT_SECURITY_GROUP_ID))

#define MAX_TEXTS 6

static const struct
{
  gsize size;
  guint n_texts;
  struct
  {
    gsize offset;
    gboolean shared;
  } texts[MAX_TEXTS];
} shapes[HTAP_N_LISTS] = {
  [HTAP_LIST_PROXY_IPS] = { sizeof (char *), 1, { { 0, FALSE } } },
  [HTAP_LIST_NODES] = { sizeof (HtapNode),
                        3,
                        { { G_STRUCT_OFFSET (HtapNode, data_ip), FALSE },
                          { G_STRUCT_OFFSET (HtapNode, node_id), FALSE },
                          { G_STRUCT_OFFSET (HtapNode, node_name), FALSE } } },
  [HTAP_LIST_ZONES] = { sizeof (HtapZone),
                        3,
                        { { G_STRUCT_OFFSET (HtapZone, code), TRUE },
                          { G_STRUCT_OFFSET (HtapZone, description), TRUE },
                          { G_STRUCT_OFFSET (HtapZone, az_type), TRUE } } },
  [HTAP_LIST_ACTIONS] = { sizeof (HtapAction),
                          6,
                          { { G_STRUCT_OFFSET (HtapAction, id), FALSE },
                            { G_STRUCT_OFFSET (HtapAction, action), TRUE },
                            { G_STRUCT_OFFSET (HtapAction, object_id), FALSE },
                            { G_STRUCT_OFFSET (HtapAction, type), TRUE },
                            { G_STRUCT_OFFSET (HtapAction, job_id), FALSE },
                            { G_STRUCT_OFFSET (HtapAction, status), TRUE } } },
};

gboolean
htap_record_is_shared (HtapRecordText member)
{
  return (SHARED_TEXTS & (1u << member)) != 0;
}

gsize
htap_record_get_element_size (HtapRecordList list)
{
  return shapes[list].size;
}

void
htap_record_visit_element (HtapRecordList list,
                           gpointer element,
                           HtapRecordVisit visit,
                           gpointer data)
{
  for (guint i = 0; i < shapes[list].n_texts; i++)
    visit (&G_STRUCT_MEMBER (char *, element, shapes[list].texts[i].offset),
           shapes[list].texts[i].shared, data);
}

void
htap_record_visit_texts (HtapRecord *self, HtapRecordVisit visit, gpointer data)
{
  for (guint i = 0, place = 0; i < HTAP_N_TEXTS; i++)
    if ((self->texts_kept & (1u << i)) != 0)
      visit (&self->texts[place++], htap_record_is_shared (i), data);

  for (guint list = 0; list < HTAP_N_LISTS; list++)
    for (guint i = 0; i < self->n_elements[list]; i++)
      htap_record_visit_element (list, (char *) self->elements[list] + i * shapes[list].size, visit,
                                 data);
}

gboolean
htap_record_is_being_filled (HtapRecord *self)
{
  return self != NULL && !self->packed && g_atomic_ref_count_compare (&self->ref_count, 1);
}

static void
add_length (char **text, gboolean shared, gpointer data)
{
  if (*text != NULL && !shared)
    *(gsize *) data += strlen (*text) + 1;
}

/* @data: where the next one goes, moved past it */
static void
move_text (char **text, gboolean shared, gpointer data)
{
  char **end = data;
  char *own = *text;

  if (own == NULL || shared)
    return;

  *text = *end;
  *end = g_stpcpy (*end, own) + 1;
  g_free (own);
}

static gsize
get_size (const HtapRecord *self, guint n_texts)
{
  gsize size = sizeof (HtapRecord) + n_texts * sizeof (char *) + self->json_length;

  for (guint i = 0; i < HTAP_N_LISTS; i++)
    size += self->n_elements[i] * shapes[i].size;

  return size;
}

static char *
move_elements (HtapRecord *packed, char *end)
{
  for (guint i = 0; i < HTAP_N_LISTS; i++)
    {
      gpointer elements = packed->elements[i];
      gsize size = packed->n_elements[i] * shapes[i].size;

      if (size == 0)
        continue;
      packed->elements[i] = memcpy (end, elements, size);
      end += size;
      g_free (elements);
    }

  return end;
}

/**
 * htap_record_pack:
 * @self: (transfer full): filled, and nobody else's
 *
 * Makes one allocation of it, its JSON included, so that nothing of the answer stays on its account.
 *
 * Returns: (transfer full): the same record, which cannot be filled any more
 */
HtapRecord *
htap_record_pack (HtapRecord *self)
{
  HtapRecord *packed;
  guint n_texts = 0;
  gsize length = 0;
  char *end;

  g_return_val_if_fail (htap_record_is_being_filled (self), self);

  for (guint i = 0; i < HTAP_N_TEXTS; i++)
    n_texts += self->texts[i] != NULL;
  htap_record_visit_texts (self, add_length, &length);

  packed = g_malloc (get_size (self, n_texts) + length);
  *packed = *self;
  packed->packed = TRUE;
  packed->texts_kept = 0;
  n_texts = 0;
  for (guint i = 0; i < HTAP_N_TEXTS; i++)
    if (self->texts[i] != NULL)
      {
        packed->texts[n_texts++] = self->texts[i];
        packed->texts_kept |= 1u << i;
      }

  end = move_elements (packed, (char *) &packed->texts[n_texts]);
  htap_record_visit_texts (packed, move_text, &end);
  if (self->json != NULL)
    packed->json = memcpy (end, self->json, self->json_length);
  g_clear_pointer (&packed->answer, g_bytes_unref);
  g_free (self);

  return packed;
}
