/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-result.h"

#include "htap-format.h"
#include "htap-name-text.h"
#include "htap-quick-search.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* What the desktop's search is told, in the words of org.gnome.Shell.SearchProvider2. */

/* More than a shell shows. */
#define MAX_RESULTS 20

static void
add_text (GVariantBuilder *builder, const char *key, const char *text)
{
  g_variant_builder_add (builder, "{sv}", key, g_variant_new_string (text));
}

static char *
dup_description (HtapInstance *instance, gint64 now)
{
  gint64 seconds = htap_source_get_as_of (htap_instance_get_source (instance));
  g_autofree char *as_of = htap_format_as_of (seconds, now);
  g_autofree char *shown = htap_format_shown_status (htap_instance_get_record (instance));
  g_autofree char *status = htap_name_text_dup (shown);
  g_autofree char *address = htap_name_text_dup (htap_instance_get_private_ip (instance));

  if (address == NULL)
    /* Translators: what the desktop's search shows below the name of an HTAP instance: its status,
     * and when that was read, a time of day or a date with one. "Creating · as of 13:40" */
    return g_strdup_printf (_ ("%s · as of %s"), status, as_of);

  /* Translators: what the desktop's search shows below the name of an HTAP instance: its status,
   * its private IP address, and when that was read, a time of day or a date with one.
   * "Available · 192.168.0.207 · as of 13:40" */
  return g_strdup_printf (_ ("%s · %s · as of %s"), status, address, as_of);
}

static GVariant *
new_meta (HtapInstance *instance, gint64 now)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autoptr (GIcon) icon = g_themed_icon_new (HTAP_APPLICATION_ID);
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);
  g_autofree char *name = htap_name_text_dup (htap_instance_get_name (instance));
  g_autofree char *address = htap_safe_text_dup (htap_instance_get_private_ip (instance));
  g_autofree char *description = dup_description (instance, now);

  add_text (&builder, "id", htap_instance_get_id (instance));
  add_text (&builder, "name", name);
  add_text (&builder, "description", description);
  g_variant_builder_add (&builder, "{sv}", "icon", serialized);
  if (address != NULL)
    add_text (&builder, "clipboardText", address);

  return g_variant_builder_end (&builder);
}

/* Returns: (transfer full): id → #HtapInstance, both borrowed; %NULL for what is not there */
static GHashTable *
find_by_ids (GListModel *instances, const char *const *ids)
{
  GHashTable *found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_insert (found, (char *) ids[i], NULL);

  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);
      gpointer id, before;

      if (htap_instance_get_listed (instance) &&
          g_hash_table_lookup_extended (found, htap_instance_get_id (instance), &id, &before) &&
          before == NULL)
        g_hash_table_insert (found, id, instance);
    }

  return found;
}

/**
 * htap_search_result_new_ids:
 * @instances: (nullable): of #HtapInstance; %NULL if nothing may be told of
 *
 * Returns: (transfer floating): an `as`, the results for @terms: ids of instances, the best first
 */
GVariant *
htap_search_result_new_ids (GListModel *instances, const char *const *terms)
{
  g_auto (GVariantBuilder) ids = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);
  g_autoptr (GPtrArray) found = NULL;

  if (instances != NULL)
    found = htap_quick_search_find (instances, terms, MAX_RESULTS);
  for (guint i = 0; found != NULL && i < found->len; i++)
    g_variant_builder_add (&ids, "s", htap_instance_get_id (found->pdata[i]));

  return g_variant_builder_end (&ids);
}

/**
 * htap_search_result_new_metas:
 * @instances: (nullable): of #HtapInstance; %NULL if nothing may be told of
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer floating): an `aa{sv}`, what to show of those of @ids that are there, as plain
 *   text
 */
GVariant *
htap_search_result_new_metas (GListModel *instances, const char *const *ids, gint64 now)
{
  g_auto (GVariantBuilder) metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  g_autoptr (GHashTable) found = instances != NULL ? find_by_ids (instances, ids) : NULL;

  for (guint i = 0; found != NULL && ids[i] != NULL; i++)
    {
      HtapInstance *instance = g_hash_table_lookup (found, ids[i]);

      if (instance != NULL)
        g_variant_builder_add_value (&metas, new_meta (instance, now));
    }

  return g_variant_builder_end (&metas);
}
