/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-regional-id.h"

G_DEFINE_BOXED_TYPE (HtapRegionalId, htap_regional_id, htap_regional_id_copy, htap_regional_id_free)

HtapRegionalId *
htap_regional_id_new (const char *region, const char *id)
{
  HtapRegionalId *self;

  g_return_val_if_fail (region != NULL, NULL);

  self = g_new (HtapRegionalId, 1);
  self->region = g_strdup (region);
  self->id = g_strdup (id != NULL ? id : "");

  return self;
}

HtapRegionalId *
htap_regional_id_copy (const HtapRegionalId *self)
{
  return htap_regional_id_new (self->region, self->id);
}

void
htap_regional_id_free (HtapRegionalId *self)
{
  g_free (self->region);
  g_free (self->id);
  g_free (self);
}

/**
 * htap_regional_id_equal:
 * @a: (type HtapRegionalId): one
 * @b: (type HtapRegionalId): another
 *
 * A #GEqualFunc, as g_ptr_array_find_with_equal_func() takes.
 */
gboolean
htap_regional_id_equal (gconstpointer a, gconstpointer b)
{
  const HtapRegionalId *one = a;
  const HtapRegionalId *other = b;

  return g_str_equal (one->region, other->region) && g_str_equal (one->id, other->id);
}

/**
 * htap_regional_id_parse:
 * @text: `region:id`, as the profiles file writes it; the id may be empty
 *
 * Returns: (transfer full) (nullable): %NULL if @text names no region
 */
HtapRegionalId *
htap_regional_id_parse (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);

  if (parts[0] == NULL || *g_strstrip (parts[0]) == '\0')
    return NULL;

  return htap_regional_id_new (parts[0], parts[1] != NULL ? g_strstrip (parts[1]) : NULL);
}

/**
 * htap_regional_id_to_string:
 *
 * Returns: (transfer full): `region:id`
 */
char *
htap_regional_id_to_string (const HtapRegionalId *self)
{
  return g_strconcat (self->region, ":", self->id, NULL);
}

/**
 * htap_regional_ids_new:
 *
 * Returns: (transfer full) (element-type HtapRegionalId): an empty array that owns its elements
 */
GPtrArray *
htap_regional_ids_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) htap_regional_id_free);
}

/**
 * htap_regional_ids_copy:
 * @ids: (element-type HtapRegionalId):
 *
 * Returns: (transfer full) (element-type HtapRegionalId): the same, without what stands in it twice
 */
GPtrArray *
htap_regional_ids_copy (GPtrArray *ids)
{
  GPtrArray *copy = htap_regional_ids_new ();

  for (guint i = 0; i < ids->len; i++)
    if (!g_ptr_array_find_with_equal_func (copy, ids->pdata[i], htap_regional_id_equal, NULL))
      g_ptr_array_add (copy, htap_regional_id_copy (ids->pdata[i]));

  return copy;
}

/**
 * htap_regional_ids_find:
 * @ids: (element-type HtapRegionalId):
 *
 * Returns: (transfer none) (nullable): the first id in @region
 */
const char *
htap_regional_ids_find (GPtrArray *ids, const char *region)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const HtapRegionalId *id = ids->pdata[i];

      if (g_strcmp0 (id->region, region) == 0)
        return id->id;
    }

  return NULL;
}
