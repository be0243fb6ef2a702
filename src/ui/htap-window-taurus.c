/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error.h"
#include "htap-error-text.h"
#include "htap-name-text.h"
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>

/* What can be done with one TaurusDB instance of the sidebar. */

/**
 * htap_window_find_sources:
 *
 * Returns: (transfer full) (element-type HtapSource): a TaurusDB instance, once for each profile
 * that reads it
 */
GPtrArray *
htap_window_find_sources (HtapWindow *self, const char *taurus_id)
{
  GListModel *sources = htap_inventory_get_sources (self->inventory);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (g_str_equal (htap_source_get_taurus_id (source), taurus_id))
        g_ptr_array_add (found, g_steal_pointer (&source));
    }

  return found;
}

static void
on_refresh_taurus (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autoptr (GPtrArray) sources =
      htap_window_find_sources (self, g_variant_get_string (parameter, NULL));

  if (sources->len > 0)
    htap_inventory_refresh (self->inventory, sources);
}

/* Said, for a row that is gone does not tell how to bring it back. */
static char *
dup_hidden_sentence (HtapSource *source)
{
  g_autofree char *safe = htap_name_text_dup (htap_source_get_shown_name (source));

  /* Translators: %s is the name of a TaurusDB instance; "Show Hidden" is in the menu of its profile
   * in the sidebar. */
  return g_strdup_printf (_ ("%s is hidden. “Show Hidden” in the profile’s menu brings it back."),
                          safe);
}

static void
say_error (HtapWindow *self, const GError *error)
{
  g_autofree char *sentence = htap_error_text_dup_sentence (error, NULL);

  htap_window_say (self, sentence);
}

static void
hide (HtapWindow *self, GPtrArray *sources)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < sources->len; i++)
    if (!htap_inventory_set_source_hidden (self->inventory, sources->pdata[i], TRUE, &error))
      {
        say_error (self, error);
        return;
      }

  sentence = sources->len > 0 ? dup_hidden_sentence (sources->pdata[0]) : NULL;
  if (sentence != NULL)
    htap_window_say (self, sentence);
}

static void
on_hide_taurus (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GPtrArray) sources =
      htap_window_find_sources (user_data, g_variant_get_string (parameter, NULL));

  hide (user_data, sources);
}

/* A profile that finds it goes on showing it. */
static void
on_hide_missing (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GPtrArray) sources =
      htap_window_find_sources (user_data, g_variant_get_string (parameter, NULL));

  for (guint i = sources->len; i-- > 0;)
    if (!g_error_matches (htap_source_get_error (sources->pdata[i]), HTAP_ERROR,
                          HTAP_ERROR_NOT_FOUND))
      g_ptr_array_remove_index (sources, i);

  hide (user_data, sources);
}

static void
on_show_hidden (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autoptr (HtapProfile) profile =
      htap_inventory_dup_profile (self->inventory, g_variant_get_string (parameter, NULL));
  GPtrArray *hidden = profile != NULL ? htap_profile_get_hidden_taurus_ids (profile) : NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; hidden != NULL && i < hidden->len; i++)
    if (!htap_inventory_set_taurus_hidden (self->inventory, profile, hidden->pdata[i], FALSE,
                                           &error))
      {
        say_error (self, error);
        return;
      }
}

/* Returns: (transfer full) (nullable): a TaurusDB instance as one profile reads it */
static HtapSource *
find_source_of (HtapWindow *self, const char *uuid, const HtapRegionalId *taurus)
{
  g_autoptr (GPtrArray) sources = htap_window_find_sources (self, taurus->id);

  for (guint i = 0; i < sources->len; i++)
    {
      HtapSource *source = sources->pdata[i];

      if (g_str_equal (htap_profile_get_uuid (htap_source_get_profile (source)), uuid) &&
          g_strcmp0 (htap_source_get_region (source), taurus->region) == 0)
        return g_object_ref (source);
    }

  return NULL;
}

static void
focus_taurus (HtapWindow *self, const char *uuid, const HtapRegionalId *taurus)
{
  g_autoptr (HtapSource) source = find_source_of (self, uuid, taurus);

  htap_sidebar_focus_source (self->sidebar, source);
}

/* The keyboard goes along. */
static void
on_show_taurus (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  const char *uuid, *region, *taurus_id;
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (HtapRegionalId) taurus = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(&s&s&s)", &uuid, &region, &taurus_id);
  profile = htap_inventory_dup_profile (self->inventory, uuid);
  if (profile == NULL)
    return;

  taurus = htap_regional_id_new (region, taurus_id);
  if (htap_inventory_set_taurus_hidden (self->inventory, profile, taurus, FALSE, &error))
    focus_taurus (self, uuid, taurus);
  else
    say_error (self, error);
}

/**
 * htap_window_add_taurus_actions:
 *
 * Adds `refresh-taurus`, `hide-taurus` and `hide-missing` (where it was not found) with the id of a
 * TaurusDB instance, `show-hidden` with the uuid of a profile, and `show-taurus` with the uuid of a
 * profile, a region and the id of a TaurusDB instance there.
 */
void
htap_window_add_taurus_actions (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "refresh-taurus", .activate = on_refresh_taurus, .parameter_type = "s" },
    { .name = "hide-taurus", .activate = on_hide_taurus, .parameter_type = "s" },
    { .name = "hide-missing", .activate = on_hide_missing, .parameter_type = "s" },
    { .name = "show-hidden", .activate = on_show_hidden, .parameter_type = "s" },
    { .name = "show-taurus", .activate = on_show_taurus, .parameter_type = "(sss)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
