/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

#include "htap-test-dialog.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

#define SECRET "secret+key=="

/* Real files, in a home of its own, and a real keyring. */

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  gboolean *saved = user_data;
  g_autoptr (GError) error = NULL;

  *saved = htap_inventory_save_profile_finish (HTAP_INVENTORY (object), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* A profile whose secret is in the keyring. Whatever is asked is asked of the discard port, where
 * nobody listens. */
static HtapProfile *
save_profile (HtapWindowFixture *fixture)
{
  HtapProfile *profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autoptr (GPtrArray) taurus_ids = htap_regional_ids_new ();
  gboolean saved = FALSE;

  g_ptr_array_add (projects, htap_regional_id_parse ("cn-north-4:23a5"));
  g_ptr_array_add (taurus_ids, htap_regional_id_parse ("cn-north-4:ain07"));
  htap_profile_set_name (profile, "Production");
  htap_profile_set_sign_in (profile, HTAP_SIGN_IN_ACCESS_KEY);
  htap_profile_set_access_key_id (profile, "HPUAEXAMPLEKEYID0001");
  htap_profile_set_projects (profile, projects);
  htap_profile_set_taurus_ids (profile, taurus_ids);
  htap_profile_set_endpoint (profile, "cn-north-4", "http://127.0.0.1:9");
  htap_profile_set_ca_file (profile, NULL);
  htap_credentials_set (credentials, HTAP_SECRET_SECRET_KEY, SECRET);
  htap_inventory_save_profile_async (fixture->demo->inventory, profile, credentials, NULL, on_saved,
                                     &saved);
  htap_test_wait_until (is_true, &saved, "the profile to be saved");

  return profile;
}

static GVariant *
uuid_of (HtapProfile *profile)
{
  return g_variant_new_string (htap_profile_get_uuid (profile));
}

static guint
count_sources (HtapWindowFixture *fixture)
{
  return g_list_model_get_n_items (htap_inventory_get_sources (fixture->demo->inventory));
}

static GtkEditable *
find_entry (GtkWindow *dialog, const char *title)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_has_prefix (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];

  g_assert_not_reached ();
}

static void
close_window (GtkWindow *window)
{
  gtk_window_close (window);
  htap_widget_test_settle ();
}

/* Everything but the secret, which the form says, and asks for. */
static void
test_duplicate (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = save_profile (fixture);
  GtkWindow *dialog;
  GtkWidget *focus;

  htap_window_fixture_activate (fixture, "duplicate-profile", uuid_of (profile));
  dialog = find_window (HTAP_TYPE_PROFILE_DIALOG);
  htap_widget_test_settle ();
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Add Profile");
  g_assert_true (htap_widget_test_shows (
      GTK_WIDGET (dialog),
      "A secret that is saved never comes back into a form, so it is not copied. Enter it."));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, "Name")), ==, "Production (Copy)");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, "Access key ID")), ==,
                   "HPUAEXAMPLEKEYID0001");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, "Secret access key")), ==, "");
  g_assert_false (htap_widget_test_shows (GTK_WIDGET (dialog), SECRET));

  htap_widget_test_screenshot_of (GTK_WIDGET (dialog), "duplicate-dialog");

  /* There is no going on without it: nothing of the other profile's stands in for it. */
  g_signal_emit_by_name (gtk_window_get_default_widget (dialog), "clicked");
  htap_widget_test_settle ();
  focus = gtk_window_get_focus (dialog);
  g_assert_true (
      gtk_widget_is_ancestor (focus, GTK_WIDGET (find_entry (dialog, "Secret access key"))));
  close_window (dialog);
}

static HtapProfile *
dup_by_uuid (HtapWindowFixture *fixture, HtapProfile *profile)
{
  return htap_inventory_dup_profile (fixture->demo->inventory, htap_profile_get_uuid (profile));
}

static void
test_disable (HtapWindowFixture *fixture, gconstpointer data)
{
  guint n_before = count_sources (fixture);
  g_autoptr (HtapProfile) profile = save_profile (fixture);
  g_autoptr (HtapProfile) disabled = NULL;
  g_autoptr (HtapProfile) enabled = NULL;

  g_assert_cmpuint (count_sources (fixture), ==, n_before + 1);
  htap_window_fixture_activate (fixture, "disable-profile", uuid_of (profile));
  htap_widget_test_settle ();
  disabled = dup_by_uuid (fixture, profile);
  g_assert_false (htap_profile_get_enabled (disabled));
  g_assert_cmpuint (count_sources (fixture), ==, n_before);
  g_assert_true (
      htap_widget_test_shows (GTK_WIDGET (fixture->window->sidebar), "Production · Disabled"));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->window), "window-disabled");
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==,
                   "Disabled Production. Nothing of it is read");

  htap_window_fixture_activate (fixture, "enable-profile", uuid_of (profile));
  htap_widget_test_settle ();
  enabled = dup_by_uuid (fixture, profile);
  g_assert_true (htap_profile_get_enabled (enabled));
  g_assert_cmpuint (count_sources (fixture), ==, n_before + 1);
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (fixture->window), "Enabled Production"));
  /* And it is read at once: nobody is there. */
  htap_window_fixture_wait_idle (fixture);
  g_assert_nonnull (htap_source_get_error (
      htap_window_test_get_source (fixture->demo->inventory, count_sources (fixture) - 1)));
}

/* The demo's, for it answers. */
static void
test_test (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) demo = htap_profile_copy (
      htap_source_get_profile (htap_window_test_get_source (fixture->demo->inventory, 0)));
  GtkWindow *dialog;

  htap_window_fixture_activate (fixture, "test-profile", uuid_of (demo));
  dialog = find_window (HTAP_TYPE_TEST_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_window_get_transient_for (dialog) == GTK_WINDOW (fixture->window));
  close_window (dialog);
}

static void
test_unknown (HtapWindowFixture *fixture, gconstpointer data)
{
  static const char *const actions[] = { "duplicate-profile", "test-profile", "disable-profile",
                                         "enable-profile" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    htap_window_fixture_activate (fixture, actions[i], g_variant_new_string ("no such"));
  g_assert_null (find_window (HTAP_TYPE_PROFILE_DIALOG));
  g_assert_null (find_window (HTAP_TYPE_TEST_DIALOG));
}

int
main (int argc, char *argv[])
{
  static const HtapWindowTest tests[] = {
    { "/window-profile-menu/duplicate", test_duplicate },
    { "/window-profile-menu/disable", test_disable },
    { "/window-profile-menu/test", test_test },
    { "/window-profile-menu/unknown", test_unknown },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
