/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-text.h"
#include "htap-profile-name.h"
#include "htap-test-dialog.h"
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>

/* What the menu of a profile does beside editing and removing it. */

typedef struct
{
  HtapWindow *window;
  HtapProfile *profile; /* as it is saved */
} SwitchStep;

static void
switch_step_free (SwitchStep *step)
{
  g_object_unref (step->window);
  g_object_unref (step->profile);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SwitchStep, switch_step_free)

static HtapProfile *
dup_profile (HtapWindow *self, GVariant *uuid)
{
  return htap_inventory_dup_profile (self->inventory, g_variant_get_string (uuid, NULL));
}

static void
on_duplicate_profile (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autoptr (HtapProfile) profile = dup_profile (self, parameter);
  g_autoptr (HtapProfile) duplicate = NULL;
  g_auto (GStrv) names = NULL;
  g_autofree char *name = NULL;

  if (profile == NULL)
    return;

  names = htap_window_dup_profile_names (self, NULL);
  name = htap_profile_name_duplicate (htap_profile_get_name (profile), (const char *const *) names);
  duplicate = htap_profile_new_from (profile);
  htap_profile_set_name (duplicate, name);
  htap_profile_set_enabled (duplicate, TRUE);
  htap_profile_dialog_begin_with (htap_window_open_profile_dialog (self, NULL), duplicate);
}

static void
on_test_profile (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autoptr (HtapProfile) profile = dup_profile (self, parameter);

  if (profile == NULL || htap_profile_get_projects (profile)->len == 0)
    return;

  gtk_window_present (
      GTK_WINDOW (htap_test_dialog_new (GTK_WINDOW (self), self->inventory, profile)));
}

static char *
dup_switched_sentence (HtapProfile *profile)
{
  const char *name = htap_profile_get_name (profile);

  if (htap_profile_get_enabled (profile))
    /* Translators: %s is the name of a profile. */
    return g_strdup_printf (_ ("Enabled %s"), name);

  /* Translators: %s is the name of a profile. */
  return g_strdup_printf (_ ("Disabled %s. Nothing of it is read"), name);
}

static void
on_inventory_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SwitchStep) step = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!htap_inventory_save_profile_finish (HTAP_INVENTORY (object), result, &error))
    sentence = htap_error_text_dup_sentence (error, NULL);
  else
    sentence = dup_switched_sentence (step->profile);

  htap_toaster_say (step->window->toaster, sentence);
  if (error == NULL && htap_profile_get_enabled (step->profile))
    g_action_group_activate_action (G_ACTION_GROUP (step->window), "refresh-profile",
                                    g_variant_new_string (htap_profile_get_uuid (step->profile)));
}

/* A saved profile is not changed in place. */
static void
set_enabled (HtapWindow *self, GVariant *uuid, gboolean enabled)
{
  g_autoptr (HtapProfile) profile = dup_profile (self, uuid);
  SwitchStep *step;

  if (profile == NULL || htap_profile_get_origin (profile) != HTAP_PROFILE_SAVED ||
      htap_profile_get_enabled (profile) == enabled)
    return;

  step = g_new0 (SwitchStep, 1);
  step->window = g_object_ref (self);
  step->profile = htap_profile_copy (profile);
  htap_profile_set_enabled (step->profile, enabled);
  htap_inventory_save_profile_async (self->inventory, step->profile, NULL, NULL, on_inventory_saved,
                                     step);
}

static void
on_disable_profile (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  set_enabled (user_data, parameter, FALSE);
}

static void
on_enable_profile (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  set_enabled (user_data, parameter, TRUE);
}

/**
 * htap_window_add_profile_menu_actions:
 *
 * Adds `duplicate-profile`, `test-profile`, `disable-profile` and `enable-profile`, each with a
 * profile's uuid.
 */
void
htap_window_add_profile_menu_actions (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "duplicate-profile", .activate = on_duplicate_profile, .parameter_type = "s" },
    { .name = "test-profile", .activate = on_test_profile, .parameter_type = "s" },
    { .name = "disable-profile", .activate = on_disable_profile, .parameter_type = "s" },
    { .name = "enable-profile", .activate = on_enable_profile, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
