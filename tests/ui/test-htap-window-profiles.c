/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

#include "htap-method-picker.h"
#include "htap-profile-dialog.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

#define PROJECT_ID "23a50154cf494ec9ad6883979a12db0a"
#define TAURUS_ID  "7e2a4f0c5b1d4a6f9c8e3d2b1a0f9e8din07"
#define TOKEN      "MIIatAYJsecret+token=="
#define ENDPOINT   "http://127.0.0.1:9"

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

static gboolean
has_no_dialog (gpointer data)
{
  return find_window (HTAP_TYPE_PROFILE_DIALOG) == NULL;
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
type (GtkWindow *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (find_entry (dialog, title), text);
}

static void
go_on (GtkWindow *dialog)
{
  g_signal_emit_by_name (gtk_window_get_default_widget (dialog), "clicked");
  htap_widget_test_settle ();
}

static void
choose_token (GtkWindow *dialog)
{
  g_autoptr (GPtrArray) pickers =
      htap_widget_test_find_all (GTK_WIDGET (dialog), HTAP_TYPE_METHOD_PICKER);

  htap_method_picker_set_sign_in (pickers->pdata[0], HTAP_SIGN_IN_TOKEN);
}

static GtkWidget *
find_button (GtkWindow *dialog, const char *label)
{
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (GTK_WIDGET (dialog), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0 &&
        gtk_widget_get_mapped (buttons->pdata[i]))
      return buttons->pdata[i];

  return NULL;
}

static gboolean
has_failed (gpointer data)
{
  return find_button (data, "Save _Anyway") != NULL;
}

static void
press (GtkWindow *dialog, const char *label)
{
  GtkWidget *button = find_button (dialog, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
save (GtkWindow *dialog)
{
  g_signal_emit_by_name (gtk_window_get_default_widget (dialog), "clicked");
  htap_test_wait_until (has_failed, dialog, "the test to fail");
  press (dialog, "Save _Anyway");
  htap_test_wait_until (has_no_dialog, NULL, "the end of the dialog");
}

static HtapProfile *
dup_profile (HtapWindowFixture *fixture, const char *name)
{
  GListModel *profiles = htap_inventory_get_profiles (fixture->demo->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (g_str_equal (htap_profile_get_name (profile), name))
        return g_steal_pointer (&profile);
    }

  return NULL;
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

/* In a window that shows more than the demo, which would be left first. */
static GtkWindow *
open_new (HtapWindowFixture *fixture)
{
  fixture->window->demo = FALSE;
  htap_window_fixture_activate (fixture, "add-profile", NULL);

  return find_window (HTAP_TYPE_PROFILE_DIALOG);
}

/* Whatever is asked is asked of the discard port, where nobody listens. */
static void
add_profile (HtapWindowFixture *fixture, const char *name)
{
  GtkWindow *dialog;

  dialog = open_new (fixture);
  g_assert_true (gtk_window_get_transient_for (dialog) == GTK_WINDOW (fixture->window));
  choose_token (dialog);
  type (dialog, "Token", TOKEN);
  go_on (dialog);
  type (dialog, "Name", name);
  type (dialog, "Project ID", PROJECT_ID);
  type (dialog, "TaurusDB instance ID", TAURUS_ID);
  type (dialog, "Endpoint", ENDPOINT);
  save (dialog);
  htap_inventory_stop (fixture->demo->inventory);
  htap_window_fixture_wait_idle (fixture);
}

static gboolean
has_no_question (gpointer data)
{
  return find_window (ADW_TYPE_MESSAGE_DIALOG) == NULL;
}

static void
remove_profile (HtapWindowFixture *fixture, HtapProfile *profile, const char *answer)
{
  htap_window_fixture_activate (fixture, "remove-profile", uuid_of (profile));
  press (find_window (ADW_TYPE_MESSAGE_DIALOG), answer);
  htap_test_wait_until (has_no_question, NULL, "the end of the question");
}

static gboolean
is_removed (gpointer data)
{
  g_autoptr (HtapProfile) profile = dup_profile (data, "Staging");

  return profile == NULL;
}

static void
test_add_edit_remove (HtapWindowFixture *fixture, gconstpointer data)
{
  guint n_before = count_sources (fixture);
  g_autoptr (HtapProfile) added = NULL;
  g_autoptr (HtapProfile) edited = NULL;
  GtkWindow *dialog;

  add_profile (fixture, "Production");
  added = dup_profile (fixture, "Production");
  g_assert_nonnull (added);
  g_assert_cmpuint (count_sources (fixture), ==, n_before + 1);

  /* What is saved stands in the form, but not the token; without a new one the old one stays. */
  htap_window_fixture_activate (fixture, "edit-profile", uuid_of (added));
  dialog = find_window (HTAP_TYPE_PROFILE_DIALOG);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, "Project ID")), ==, PROJECT_ID);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (dialog, "Token")), ==, "");
  go_on (dialog);
  type (dialog, "Name", "Staging");
  save (dialog);
  htap_inventory_stop (fixture->demo->inventory);
  htap_window_fixture_wait_idle (fixture);
  edited = dup_profile (fixture, "Staging");
  g_assert_nonnull (edited);
  g_assert_cmpstr (htap_profile_get_uuid (edited), ==, htap_profile_get_uuid (added));
  g_assert_cmpuint (count_sources (fixture), ==, n_before + 1);

  /* Asked first: No means no. */
  remove_profile (fixture, edited, "_Cancel");
  g_assert_false (is_removed (fixture));

  remove_profile (fixture, edited, "_Remove");
  htap_test_wait_until (is_removed, fixture, "the profile to go");
  g_assert_cmpuint (count_sources (fixture), ==, n_before);
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (fixture->window), "Removed Staging"));
}

static void
test_taken_name (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) first = NULL;
  GtkWindow *dialog;

  add_profile (fixture, "First");
  first = dup_profile (fixture, "First");

  dialog = open_new (fixture);
  choose_token (dialog);
  type (dialog, "Token", TOKEN);
  go_on (dialog);
  type (dialog, "Name", "First");
  g_signal_emit_by_name (gtk_window_get_default_widget (dialog), "clicked");
  htap_widget_test_settle ();
  g_assert_true (find_window (HTAP_TYPE_PROFILE_DIALOG) == dialog);
  gtk_window_close (dialog);
  htap_widget_test_settle ();

  /* Its own name is no obstacle to itself. */
  htap_window_fixture_activate (fixture, "edit-profile", uuid_of (first));
  dialog = find_window (HTAP_TYPE_PROFILE_DIALOG);
  go_on (dialog);
  save (dialog);
  htap_inventory_stop (fixture->demo->inventory);
  htap_window_fixture_wait_idle (fixture);
}

static void
test_unknown (HtapWindowFixture *fixture, gconstpointer data)
{
  htap_window_fixture_activate (fixture, "edit-profile", g_variant_new_string ("no such"));
  g_assert_null (find_window (HTAP_TYPE_PROFILE_DIALOG));
  htap_window_fixture_activate (fixture, "remove-profile", g_variant_new_string ("no such"));
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
}

int
main (int argc, char *argv[])
{
  static const HtapWindowTest tests[] = {
    { "/window-profiles/add-edit-remove", test_add_edit_remove },
    { "/window-profiles/taken-name", test_taken_name },
    { "/window-profiles/unknown", test_unknown },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
