/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-selection.h"

#include "htap-cli-commands.h"
#include "htap-cli-selection-private.h"
#include "htap-error-text.h"
#include "htap-id.h"

#include <glib/gi18n-lib.h>

guint
htap_cli_selection_get_n (GListStore *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/* @selection: (nullable): %NULL for all */
gboolean
htap_cli_selection_has (GStrv selection, const char *value)
{
  return selection == NULL || g_strv_contains ((const char *const *) selection, value);
}

static HtapExitStatus
open_demo (HtapCliSelection *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *profile = NULL;

  self->cloud = htap_demo_cloud_new ();
  if (!htap_demo_cloud_start (self->cloud, 0, &error))
    {
      htap_cli_complain (_ ("The demo cloud could not start: %s\n"), error->message);
      return HTAP_EXIT_NOTHING;
    }

  profile = htap_demo_cloud_dup_profile (self->cloud);
  htap_inventory_add_demo_profile (self->inventory, profile,
                                   htap_demo_cloud_get_token (self->cloud));

  return HTAP_EXIT_DONE;
}

/* The environment names a region and a project but no TaurusDB instance: --taurus does. */
static void
give_taurus_ids_to_environment (HtapCliSelection *self, HtapProfile *profile)
{
  g_autoptr (HtapProfile) copy = htap_profile_copy (profile);
  g_autoptr (GPtrArray) taurus_ids = htap_regional_ids_new ();
  GPtrArray *projects = htap_profile_get_projects (profile);

  for (guint i = 0; self->taurus_ids[i] != NULL && projects->len > 0; i++)
    {
      const HtapRegionalId *project = projects->pdata[0];

      g_ptr_array_add (taurus_ids, htap_regional_id_new (project->region, self->taurus_ids[i]));
    }

  htap_profile_set_taurus_ids (copy, taurus_ids);
  htap_inventory_add_transient_profile (self->inventory, copy, NULL);
}

static HtapExitStatus
open_profiles (HtapCliSelection *self)
{
  g_autoptr (GError) error = NULL;
  GListModel *profiles = htap_inventory_get_profiles (self->inventory);

  if (!htap_inventory_load (self->inventory, &error))
    {
      g_autofree char *sentence = htap_error_text_dup_sentence (error, NULL);

      htap_cli_complain ("%s\n", sentence);
    }

  for (guint i = 0; self->taurus_ids != NULL && i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_origin (profile) == HTAP_PROFILE_ENVIRONMENT)
        give_taurus_ids_to_environment (self, profile);
    }

  return error != NULL ? HTAP_EXIT_PARTIAL : HTAP_EXIT_DONE;
}

static gboolean
profile_exists (HtapCliSelection *self, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->profiles)); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (G_LIST_MODEL (self->profiles), i);

      if (g_str_equal (htap_profile_get_name (profile), name))
        return TRUE;
    }

  return FALSE;
}

static void
select_profiles (HtapCliSelection *self)
{
  GListModel *all = htap_inventory_get_profiles (self->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (all, i);

      if (htap_cli_selection_has (self->profile_names, htap_profile_get_name (profile)))
        g_list_store_append (self->profiles, profile);
    }
}

static void
select_discoveries (HtapCliSelection *self)
{
  GListModel *all = htap_inventory_get_discoveries (self->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (all, i);

      if (htap_cli_selection_has (self->profile_names,
                                  htap_profile_get_name (htap_discovery_get_profile (discovery))))
        g_list_store_append (self->discoveries, discovery);
    }
}

/* Those that are known by now. */
void
htap_cli_selection_take_sources (HtapCliSelection *self)
{
  GListModel *all = htap_inventory_get_sources (self->inventory);

  g_list_store_remove_all (self->sources);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (all, i);

      if (htap_cli_selection_has (self->profile_names,
                                  htap_profile_get_name (htap_source_get_profile (source))) &&
          htap_cli_selection_has (self->taurus_ids, htap_source_get_taurus_id (source)))
        g_list_store_append (self->sources, source);
    }
}

static gboolean
check_names (HtapCliSelection *self)
{
  for (guint i = 0; self->profile_names != NULL && self->profile_names[i] != NULL; i++)
    if (!profile_exists (self, self->profile_names[i]))
      {
        htap_cli_complain (_ ("There is no profile “%s”.\n"), self->profile_names[i]);
        return FALSE;
      }

  for (guint i = 0; self->taurus_ids != NULL && self->taurus_ids[i] != NULL; i++)
    if (htap_id_check (HTAP_ID_TAURUS, self->taurus_ids[i]) == HTAP_ID_REFUSED)
      {
        htap_cli_complain (_ ("“%s” is no TaurusDB instance ID: only letters and digits are.\n"),
                           self->taurus_ids[i]);
        return FALSE;
      }

  return TRUE;
}

HtapCliSelection *
htap_cli_selection_new (void)
{
  HtapCliSelection *self = g_new0 (HtapCliSelection, 1);

  /* The API's answers follow the window's and the command line's language: this string's
   * translation is the value of X-Language. */
  self->inventory = htap_inventory_new (C_ ("X-Language", "en-us"));
  /* There is nothing to press later, as in a window. */
  htap_inventory_set_may_prompt (self->inventory, TRUE);
  self->profiles = g_list_store_new (HTAP_TYPE_PROFILE);
  self->discoveries = g_list_store_new (HTAP_TYPE_DISCOVERY);
  self->sources = g_list_store_new (HTAP_TYPE_SOURCE);
  self->instances = g_list_store_new (HTAP_TYPE_INSTANCE);

  return self;
}

void
htap_cli_selection_free (HtapCliSelection *self)
{
  g_strfreev (self->profile_names);
  g_strfreev (self->taurus_ids);
  g_clear_object (&self->profiles);
  g_clear_object (&self->discoveries);
  g_clear_object (&self->sources);
  g_clear_object (&self->instances);
  g_clear_object (&self->inventory);
  g_clear_object (&self->cloud);
  g_free (self);
}

/**
 * htap_cli_selection_add_profile_options:
 *
 * Teaches @context which profiles to look at; @self outlives the parsing.
 */
void
htap_cli_selection_add_profile_options (HtapCliSelection *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "profile", 'p', 0, G_OPTION_ARG_STRING_ARRAY, &self->profile_names,
      N_ ("Look at this profile only; may be repeated"), N_ ("NAME") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &self->demo, N_ ("Look at demo data"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/**
 * htap_cli_selection_add_options:
 *
 * Teaches @context all options; @self outlives the parsing.
 */
void
htap_cli_selection_add_options (HtapCliSelection *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "taurus", 't', 0, G_OPTION_ARG_STRING_ARRAY, &self->taurus_ids,
      N_ ("Look at this TaurusDB instance only; may be repeated"), N_ ("ID") },
    { NULL },
  };

  htap_cli_selection_add_profile_options (self, context);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/* Returns: %HTAP_EXIT_USAGE */
HtapExitStatus
htap_cli_selection_complain_of_taurus_ids (void)
{
  htap_cli_complain (_ ("No profile reads this TaurusDB instance.\n"));

  return HTAP_EXIT_USAGE;
}

/**
 * htap_cli_selection_load:
 *
 * Loads the profiles, or starts the demo cloud, and selects; messages go to standard error.
 *
 * Returns: %HTAP_EXIT_DONE; %HTAP_EXIT_PARTIAL if only a part could be loaded; %HTAP_EXIT_USAGE for
 *   an unknown name; %HTAP_EXIT_NOTHING if the demo cloud did not start
 */
HtapExitStatus
htap_cli_selection_load (HtapCliSelection *self)
{
  HtapExitStatus status = self->demo ? open_demo (self) : open_profiles (self);

  if (status == HTAP_EXIT_NOTHING)
    return status;

  select_profiles (self);
  select_discoveries (self);
  htap_cli_selection_take_sources (self);

  return check_names (self) ? status : HTAP_EXIT_USAGE;
}

/**
 * htap_cli_selection_open:
 *
 * As htap_cli_selection_load(), for whoever reads instances.
 *
 * Returns: as htap_cli_selection_load(); %HTAP_EXIT_NOTHING also if there is nothing to read
 */
HtapExitStatus
htap_cli_selection_open (HtapCliSelection *self)
{
  HtapExitStatus status = htap_cli_selection_load (self);

  if (status == HTAP_EXIT_NOTHING || status == HTAP_EXIT_USAGE)
    return status;

  if (htap_cli_selection_get_n (self->sources) > 0 ||
      htap_cli_selection_get_n (self->discoveries) > 0)
    return status;

  if (self->taurus_ids != NULL)
    return htap_cli_selection_complain_of_taurus_ids ();

  htap_cli_complain (
      _ ("There is nothing to read: no profile names a TaurusDB instance, or looks for any. Add a "
         "profile in HTAP Inventory, or try --demo.\n"));

  return HTAP_EXIT_NOTHING;
}

/**
 * htap_cli_selection_get_inventory:
 *
 * Returns: (transfer none): who reads it
 */
HtapInventory *
htap_cli_selection_get_inventory (HtapCliSelection *self)
{
  return self->inventory;
}

/**
 * htap_cli_selection_get_profiles:
 *
 * Returns: (transfer none): a list of #HtapProfile
 */
GListModel *
htap_cli_selection_get_profiles (HtapCliSelection *self)
{
  return G_LIST_MODEL (self->profiles);
}

/**
 * htap_cli_selection_get_discoveries:
 *
 * Returns: (transfer none): a list of #HtapDiscovery
 */
GListModel *
htap_cli_selection_get_discoveries (HtapCliSelection *self)
{
  return G_LIST_MODEL (self->discoveries);
}

/**
 * htap_cli_selection_get_sources:
 *
 * Returns: (transfer none): a list of #HtapSource
 */
GListModel *
htap_cli_selection_get_sources (HtapCliSelection *self)
{
  return G_LIST_MODEL (self->sources);
}

/**
 * htap_cli_selection_get_instances:
 *
 * Returns: (transfer none): a list of #HtapInstance, trouble first; empty before
 *   htap_cli_selection_read()
 */
GListModel *
htap_cli_selection_get_instances (HtapCliSelection *self)
{
  return G_LIST_MODEL (self->instances);
}
