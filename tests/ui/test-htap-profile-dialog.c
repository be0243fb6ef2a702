/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-dialog.h"

#include "htap-field-note.h"
#include "htap-id-list.h"
#include "htap-method-picker.h"
#include "htap-region-row.h"
#include "htap-test.h"
#include "htap-widget-test.h"

#include <string.h>

#define PROJECT_ID      "23a50154cf494ec9ad6883979a12db0a"
#define TAURUS_ID       "7e2a4f0c5b1d4a6f9c8e3d2b1a0f9e8din07"
#define OTHER_TAURUS_ID "11111111222222223333333344444444in07"
/* The discard port, where nobody listens. */
#define ENDPOINT        "http://127.0.0.1:9"
#define TOKEN           "MIIatAYJsecret+token=="

typedef struct {
  HtapTestWindow    *window;
  HtapInventory     *inventory;
  HtapProfileDialog *dialog;
  guint              n_saves;
  HtapProfile       *saved;
  HtapCredentials   *credentials;
} Fixture;

static const char *const taken_names[] = { "Production", "CN East-Shanghai1", NULL };

static void
on_dialog_save (HtapProfileDialog *dialog,
                HtapProfile       *profile,
                HtapCredentials   *credentials,
                gpointer           user_data)
{
  Fixture *fixture = user_data;

  fixture->n_saves++;
  g_set_object (&fixture->saved, profile);
  g_clear_pointer (&fixture->credentials, htap_credentials_unref);
  fixture->credentials = credentials != NULL ? htap_credentials_ref (credentials) : NULL;
}

static void
open_dialog (Fixture *fixture, HtapProfile *profile)
{
  fixture->dialog = HTAP_PROFILE_DIALOG (
      g_object_ref (htap_profile_dialog_new (
          fixture->window->window, fixture->inventory, profile, taken_names)));
  g_signal_connect (fixture->dialog, "save", G_CALLBACK (on_dialog_save), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = htap_test_window_new (NULL, 600, 800);
  fixture->inventory = htap_inventory_new ("en-us");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
  g_assert_finalize_object (fixture->dialog);
  g_assert_finalize_object (fixture->inventory);
  g_clear_object (&fixture->saved);
  g_clear_pointer (&fixture->credentials, htap_credentials_unref);
  htap_test_window_free (fixture->window);
}

/* The entry with this title that is number @place of those. */
static GtkEditable *
find_nth_entry (Fixture *fixture, const char *title, guint place)
{
  g_autoptr (GPtrArray) rows =
      htap_widget_test_find_all (GTK_WIDGET (fixture->dialog), ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_has_prefix (adw_preferences_row_get_title (rows->pdata[i]), title) && place-- == 0)
      return rows->pdata[i];

  return NULL;
}

static GtkEditable *
find_entry (Fixture *fixture, const char *title)
{
  return find_nth_entry (fixture, title, 0);
}

static void
type (Fixture *fixture, const char *title, const char *text)
{
  gtk_editable_set_text (find_entry (fixture, title), text);
}

static HtapFieldNote *
note_of (GtkEditable *entry)
{
  return HTAP_FIELD_NOTE (gtk_widget_get_next_sibling (GTK_WIDGET (entry)));
}

static HtapRegionRow *
find_region_row (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows =
      htap_widget_test_find_all (GTK_WIDGET (fixture->dialog), HTAP_TYPE_REGION_ROW);

  return rows->pdata[0];
}

static void
press_default (Fixture *fixture)
{
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog)), "clicked");
  htap_widget_test_settle ();
}

static GtkWidget *
find_button (Fixture *fixture, const char *label)
{
  g_autoptr (GPtrArray) buttons =
      htap_widget_test_find_all (GTK_WIDGET (fixture->dialog), GTK_TYPE_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_button_get_label (buttons->pdata[i]), label) == 0 &&
        gtk_widget_get_mapped (buttons->pdata[i]))
      return buttons->pdata[i];

  return NULL;
}

static void
press (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_button (fixture, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  htap_widget_test_settle ();
}

static gboolean
has_failed (gpointer data)
{
  return find_button (data, "Save _Anyway") != NULL;
}

/* The test fails, for nobody is there. */
static void
save_anyway (Fixture *fixture)
{
  htap_test_wait_until (has_failed, fixture, "the test to fail");
  press (fixture, "Save _Anyway");
}

static void
save (Fixture *fixture)
{
  press (fixture, "_Save");
  save_anyway (fixture);
}

static GtkEditable *
focused_entry (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->dialog));

  return focus != NULL ? GTK_EDITABLE (gtk_widget_get_ancestor (focus, ADW_TYPE_ENTRY_ROW)) : NULL;
}

static void
assert_note (GtkEditable *entry, HtapFormVerdict verdict, const char *message)
{
  HtapFieldNote *note = note_of (entry);
  GtkEditable *text = gtk_editable_get_delegate (entry);

  g_assert_cmpint (htap_field_note_get_verdict (note), ==, verdict);
  g_assert_cmpstr (htap_field_note_get_message (note), ==, message);
  g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (note)), ==, verdict != HTAP_FORM_FINE);
  g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"), ==,
                   verdict == HTAP_FORM_ERROR);
  gtk_test_accessible_assert_state (text, GTK_ACCESSIBLE_STATE_INVALID,
                                    verdict == HTAP_FORM_ERROR ? GTK_ACCESSIBLE_INVALID_TRUE
                                                               : GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_cmpint (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (text),
                                                     GTK_ACCESSIBLE_RELATION_DESCRIBED_BY),
                   ==, verdict != HTAP_FORM_FINE);
}

static void
choose_method (Fixture *fixture, HtapSignIn sign_in)
{
  g_autoptr (GPtrArray) pickers =
      htap_widget_test_find_all (GTK_WIDGET (fixture->dialog), HTAP_TYPE_METHOD_PICKER);

  htap_method_picker_set_sign_in (pickers->pdata[0], sign_in);
}

static void
discover (Fixture *fixture, gboolean active)
{
  g_autoptr (GPtrArray) switches =
      htap_widget_test_find_all (GTK_WIDGET (fixture->dialog), GTK_TYPE_SWITCH);

  for (guint i = 0; i < switches->len; i++)
    if (gtk_widget_get_mapped (switches->pdata[i]))
      gtk_switch_set_active (switches->pdata[i], active);
}

static void
fill_in_projects (Fixture *fixture)
{
  type (fixture, "Name", "Staging");
  type (fixture, "Project ID", PROJECT_ID);
  type (fixture, "TaurusDB instance ID", TAURUS_ID);
  type (fixture, "Endpoint", ENDPOINT);
}

/* Both steps; it ends at the second. */
static void
fill_in (Fixture *fixture)
{
  choose_method (fixture, HTAP_SIGN_IN_TOKEN);
  type (fixture, "Token", TOKEN);
  press_default (fixture);
  fill_in_projects (fixture);
}

static HtapProfile *
new_profile (void)
{
  HtapProfile *profile = htap_profile_new (NULL);
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autoptr (GPtrArray) taurus_ids = htap_regional_ids_new ();

  g_ptr_array_add (projects, htap_regional_id_new ("cn-east-3", PROJECT_ID));
  g_ptr_array_add (taurus_ids, htap_regional_id_new ("cn-east-3", TAURUS_ID));
  g_ptr_array_add (taurus_ids, htap_regional_id_new ("cn-east-3", OTHER_TAURUS_ID));
  htap_profile_set_name (profile, "<b>Sales & more</b>");
  htap_profile_set_projects (profile, projects);
  htap_profile_set_taurus_ids (profile, taurus_ids);
  htap_profile_set_endpoint (profile, "cn-east-3", ENDPOINT);
  htap_profile_set_iam_endpoint (profile, "https://iam.example.com");

  return profile;
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  const HtapRegionalId *id;

  open_dialog (fixture, NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->dialog)), ==, "Add Profile");
  fill_in (fixture);
  save (fixture);

  g_assert_cmpuint (fixture->n_saves, ==, 1);
  g_assert_cmpstr (htap_profile_get_name (fixture->saved), ==, "Staging");
  g_assert_cmpstr (htap_profile_find_project_id (fixture->saved, "cn-north-4"), ==, PROJECT_ID);
  id = htap_profile_get_taurus_ids (fixture->saved)->pdata[0];
  g_assert_cmpstr (id->region, ==, "cn-north-4");
  g_assert_cmpstr (id->id, ==, TAURUS_ID);
  g_assert_cmpstr (htap_credentials_get (fixture->credentials, HTAP_SECRET_TOKEN), ==, TOKEN);

  /* Busy: pressing it again does nothing more. */
  g_signal_emit_by_name (find_button (fixture, "Save _Anyway"), "clicked");
  g_assert_cmpuint (fixture->n_saves, ==, 1);
}

/* Enter in an entry of the second step saves what works. */
static void
test_enter (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, NULL);
  fill_in (fixture);
  g_signal_emit_by_name (gtk_editable_get_delegate (find_entry (fixture, "Name")), "activate");
  htap_test_wait_until (has_failed, fixture, "the test to fail");
  g_assert_cmpuint (fixture->n_saves, ==, 0);
  g_assert_true (
      htap_widget_test_shows (GTK_WIDGET (fixture->dialog), "Connection Test"));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-test-failed");

  /* Enter saves nothing that does not work. */
  g_assert_null (gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog)));
}

/* In each step everything is marked, the focus is at the first, and a mark goes as soon as it is
 * mended. */
static void
test_nothing_typed (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, NULL);
  choose_method (fixture, HTAP_SIGN_IN_TOKEN);
  press_default (fixture);
  assert_note (find_entry (fixture, "Token"), HTAP_FORM_ERROR, "Enter the token.");
  g_assert_true (focused_entry (fixture) == find_entry (fixture, "Token"));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-sign-in-errors");

  type (fixture, "Token", TOKEN);
  assert_note (find_entry (fixture, "Token"), HTAP_FORM_FINE, "");
  press_default (fixture);
  type (fixture, "Name", "");
  discover (fixture, FALSE);
  press_default (fixture);

  g_assert_cmpuint (fixture->n_saves, ==, 0);
  assert_note (find_entry (fixture, "Name"), HTAP_FORM_ERROR, "Enter a name.");
  assert_note (find_entry (fixture, "Project ID"), HTAP_FORM_ERROR, "Enter the project’s ID.");
  assert_note (find_entry (fixture, "TaurusDB instance ID"), HTAP_FORM_ERROR,
               "Enter the ID of at least one TaurusDB instance.");
  g_assert_true (focused_entry (fixture) == find_entry (fixture, "Name"));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-errors");

  type (fixture, "Name", "Staging");
  assert_note (find_entry (fixture, "Name"), HTAP_FORM_FINE, "");
  press_default (fixture);
  g_assert_true (focused_entry (fixture) == find_entry (fixture, "Project ID"));

  type (fixture, "Project ID", PROJECT_ID);
  press_default (fixture);
  g_assert_true (focused_entry (fixture) == find_entry (fixture, "TaurusDB instance ID"));
}

static void
test_wrong_values (Fixture *fixture, gconstpointer data)
{
  const struct {
    const char *title;
    const char *wrong;
    const char *message;
  } cases[] = {
    { "Name", "Production", "Another profile has this name." },
    { "Name", "demo", "The names “environment” and “demo” are reserved." },
    { "Project ID", "a/../b", "An ID has only letters and digits." },
    { "TaurusDB instance ID", "a?b", "An ID has only letters and digits." },
    { "Endpoint", "http://gaussdb.example.com",
      "Keys are sent over https only; begin the URL with https." },
  };

  open_dialog (fixture, NULL);
  fill_in (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s: %s", cases[i].title, cases[i].wrong);
      fill_in_projects (fixture);
      type (fixture, cases[i].title, cases[i].wrong);
      press_default (fixture);
      g_assert_cmpuint (fixture->n_saves, ==, 0);
      assert_note (find_entry (fixture, cases[i].title), HTAP_FORM_ERROR, cases[i].message);
      g_assert_true (focused_entry (fixture) == find_entry (fixture, cases[i].title));
    }
}

/* An id that is unlike the others is nothing to forbid. */
static void
test_warning_does_not_block (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, NULL);
  fill_in (fixture);
  type (fixture, "Project ID", "unusual1");
  type (fixture, "TaurusDB instance ID", "unusual2");
  save (fixture);

  assert_note (find_entry (fixture, "Project ID"), HTAP_FORM_WARNING,
               "A project’s ID usually has 32 characters.");
  assert_note (find_entry (fixture, "TaurusDB instance ID"), HTAP_FORM_WARNING,
               "A TaurusDB instance’s ID usually has 36 characters and ends in “in07”.");
  g_assert_cmpuint (fixture->n_saves, ==, 1);
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-warnings");
}

static void
test_other_region (Fixture *fixture, gconstpointer data)
{
  GtkEditable *region, *endpoint;

  open_dialog (fixture, NULL);
  fill_in (fixture);
  type (fixture, "Endpoint", "");
  region = find_entry (fixture, "Region ID");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (region)));

  htap_region_row_set_region (find_region_row (fixture), NULL);
  htap_widget_test_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (region)));
  endpoint = find_entry (fixture, "Endpoint");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (endpoint)));

  press_default (fixture);
  assert_note (region, HTAP_FORM_ERROR, "Enter the region’s ID.");
  assert_note (endpoint, HTAP_FORM_ERROR, "Enter the region’s endpoint.");
  g_assert_true (focused_entry (fixture) == region);
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-other-region");

  gtk_editable_set_text (region, "eu-west-101");
  gtk_editable_set_text (endpoint, ENDPOINT);
  save (fixture);
  g_assert_cmpuint (fixture->n_saves, ==, 1);
  g_assert_cmpstr (htap_profile_find_project_id (fixture->saved, "eu-west-101"), ==, PROJECT_ID);
  g_assert_cmpstr (htap_profile_get_endpoint (fixture->saved, "eu-west-101"), ==,
                   ENDPOINT);
}

/* The region's name, until a person writes one. */
static void
test_suggested_name (Fixture *fixture, gconstpointer data)
{
  GtkEditable *name;

  open_dialog (fixture, NULL);
  name = find_entry (fixture, "Name");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "CN North-Beijing4");

  htap_region_row_set_region (find_region_row (fixture), "cn-east-3");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "CN East-Shanghai1 2");

  gtk_editable_set_text (name, "Mine");
  htap_region_row_set_region (find_region_row (fixture), "cn-south-1");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Mine");
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = new_profile ();

  open_dialog (fixture, profile);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->dialog)), ==, "Edit Profile");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, "Name")), ==, "<b>Sales & more</b>");
  g_assert_cmpstr (htap_region_row_get_region (find_region_row (fixture)), ==, "cn-east-3");
  g_assert_cmpstr (gtk_editable_get_text (find_nth_entry (fixture, "TaurusDB instance ID", 1)), ==,
                   OTHER_TAURUS_ID);
  g_assert_nonnull (find_entry (fixture, "Token (saved, type to replace)"));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, "Token")), ==, "");
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-edit");

  press_default (fixture);
  type (fixture, "Name", "Sales");
  save (fixture);
  g_assert_cmpuint (fixture->n_saves, ==, 1);
  g_assert_null (fixture->credentials);
  g_assert_cmpstr (htap_profile_get_uuid (fixture->saved), ==, htap_profile_get_uuid (profile));
  g_assert_cmpstr (htap_profile_get_iam_endpoint (fixture->saved), ==, "https://iam.example.com");
  g_assert_cmpuint (htap_profile_get_taurus_ids (fixture->saved)->len, ==, 2);
  g_assert_true (fixture->saved != profile);
}

/* The stored token does not fit a project that it was not issued for. */
static void
test_edit_project (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = new_profile ();

  open_dialog (fixture, profile);
  press_default (fixture);
  type (fixture, "Project ID", "99999999999999999999999999999999");
  save (fixture);
  assert_note (find_entry (fixture, "Project ID"), HTAP_FORM_WARNING,
               "The saved token was issued for another project. Go back and paste one for this "
               "project.");

  htap_profile_dialog_show_error (fixture->dialog, "not stored");
  press (fixture, "_Back");
  press (fixture, "_Back");
  type (fixture, "Token", TOKEN);
  press_default (fixture);
  save (fixture);
  g_assert_cmpint (htap_field_note_get_verdict (note_of (find_entry (fixture, "Project ID"))), ==,
                   HTAP_FORM_FINE);
  g_assert_cmpstr (htap_credentials_get (fixture->credentials, HTAP_SECRET_TOKEN), ==, TOKEN);
}

/* Names go into the profile, secrets into the credentials and out of their entries. */
static void
test_password (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, NULL);
  choose_method (fixture, HTAP_SIGN_IN_PASSWORD);
  press_default (fixture);
  g_assert_true (focused_entry (fixture) == find_entry (fixture, "Account name"));

  type (fixture, "Account name", " acme ");
  type (fixture, "IAM user name", "ops");
  type (fixture, "Password", " with spaces ");
  type (fixture, "IAM endpoint", ENDPOINT);
  press_default (fixture);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, "Password")), ==, "");
  g_assert_nonnull (find_entry (fixture, "Password (entered, type to replace)"));

  /* Only a token belongs to a project that has to be named; instances are found. */
  type (fixture, "Endpoint", ENDPOINT);
  save (fixture);
  g_assert_cmpuint (fixture->n_saves, ==, 1);
  g_assert_cmpint (htap_profile_get_sign_in (fixture->saved), ==, HTAP_SIGN_IN_PASSWORD);
  g_assert_true (htap_profile_get_discover (fixture->saved));
  g_assert_cmpuint (htap_profile_get_taurus_ids (fixture->saved)->len, ==, 0);
  g_assert_cmpstr (htap_profile_get_account (fixture->saved), ==, "acme");
  g_assert_cmpstr (htap_profile_get_user (fixture->saved), ==, "ops");
  g_assert_cmpstr (htap_profile_find_project_id (fixture->saved, "cn-north-4"), ==, "");
  g_assert_cmpstr (htap_credentials_get (fixture->credentials, HTAP_SECRET_PASSWORD), ==,
                   " with spaces ");
  g_assert_null (htap_credentials_get (fixture->credentials, HTAP_SECRET_TOKEN));
}

/* Those who leave a step and come back find what they entered, though they do not see it. */
static void
test_access_key (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, NULL);
  type (fixture, "Access key ID", "AKEXAMPLE0001");
  type (fixture, "Secret access key", "secretExample1");
  type (fixture, "IAM endpoint", ENDPOINT);
  press_default (fixture);
  press (fixture, "_Back");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, "Secret access key")), ==, "");
  press_default (fixture);

  type (fixture, "TaurusDB instance ID", TAURUS_ID);
  type (fixture, "Endpoint", ENDPOINT);
  save (fixture);
  g_assert_cmpuint (fixture->n_saves, ==, 1);
  g_assert_cmpint (htap_profile_get_sign_in (fixture->saved), ==, HTAP_SIGN_IN_ACCESS_KEY);
  g_assert_cmpstr (htap_profile_get_access_key_id (fixture->saved), ==, "AKEXAMPLE0001");
  g_assert_cmpstr (htap_credentials_get (fixture->credentials, HTAP_SECRET_SECRET_KEY), ==,
                   "secretExample1");
  g_assert_null (htap_credentials_get (fixture->credentials, HTAP_SECRET_SECURITY_TOKEN));
}

/* A private cloud and a company's own certificates. */
static void
test_advanced (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, NULL);
  choose_method (fixture, HTAP_SIGN_IN_TOKEN);
  type (fixture, "Token", TOKEN);
  type (fixture, "IAM endpoint", "iam.example.com");
  type (fixture, "Additional CA certificates", "corporation.pem");
  press_default (fixture);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_entry (fixture, "IAM endpoint"))));
  assert_note (find_entry (fixture, "IAM endpoint"), HTAP_FORM_ERROR,
               "Enter a URL such as https://gaussdb.example.com.");
  assert_note (find_entry (fixture, "Additional CA certificates"), HTAP_FORM_ERROR,
               "Enter the file’s whole path, from “/” on.");
  g_assert_true (focused_entry (fixture) == find_entry (fixture, "IAM endpoint"));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-advanced");

  type (fixture, "IAM endpoint", "https://iam.example.com");
  type (fixture, "Additional CA certificates", "");
  press_default (fixture);
  fill_in_projects (fixture);
  save (fixture);
  g_assert_cmpstr (htap_profile_get_iam_endpoint (fixture->saved), ==, "https://iam.example.com");
  g_assert_null (htap_profile_get_ca_file (fixture->saved));
}

static void
test_ids (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lists = NULL;
  g_auto (GStrv) ids = NULL;
  g_autofree char *joined = NULL;
  GtkWidget *remove_button, *add_button;
  g_autoptr (GPtrArray) buttons = NULL;

  open_dialog (fixture, NULL);
  lists = htap_widget_test_find_all (GTK_WIDGET (fixture->dialog), HTAP_TYPE_ID_LIST);
  buttons = htap_widget_test_find_all (lists->pdata[0], GTK_TYPE_BUTTON);
  add_button = buttons->pdata[0];
  gtk_test_accessible_assert_property (add_button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Add Another ID");

  /* Pasted together, they become entries of their own. */
  type (fixture, "TaurusDB instance ID", " one, two\nthree;;");
  htap_widget_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (find_nth_entry (fixture, "TaurusDB instance ID", 0)), ==,
                   "one");
  g_assert_cmpstr (gtk_editable_get_text (find_nth_entry (fixture, "TaurusDB instance ID", 2)), ==,
                   "three");

  g_signal_emit_by_name (add_button, "clicked");
  g_assert_true (focused_entry (fixture) == find_nth_entry (fixture, "TaurusDB instance ID", 3));

  g_signal_emit_by_name (find_nth_entry (fixture, "TaurusDB instance ID", 1), "remove");
  ids = htap_id_list_dup_ids (lists->pdata[0]);
  joined = g_strjoinv (" ", ids);
  g_assert_cmpstr (joined, ==, "one three");

  g_signal_emit_by_name (find_nth_entry (fixture, "TaurusDB instance ID", 2), "remove");
  g_signal_emit_by_name (find_nth_entry (fixture, "TaurusDB instance ID", 0), "remove");
  g_ptr_array_unref (buttons);
  buttons = htap_widget_test_find_all (
      GTK_WIDGET (find_nth_entry (fixture, "TaurusDB instance ID", 0)), GTK_TYPE_BUTTON);
  remove_button = buttons->pdata[buttons->len - 1];
  gtk_test_accessible_assert_property (remove_button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove This ID");
  g_assert_false (gtk_widget_get_visible (remove_button));
  g_assert_null (find_nth_entry (fixture, "TaurusDB instance ID", 1));
}

/* A dismissed keyring prompt gives the form back with everything in it. */
static void
test_error_gives_form_back (Fixture *fixture, gconstpointer data)
{
  static const char sentence[] = "The keyring is <locked> & was not unlocked.";

  open_dialog (fixture, NULL);
  fill_in (fixture);
  save (fixture);
  htap_profile_dialog_show_error (fixture->dialog, sentence);
  htap_widget_test_settle ();

  g_assert_true (htap_widget_test_shows (GTK_WIDGET (fixture->dialog), sentence));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, "Project ID")), ==, PROJECT_ID);
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-store-error");

  press (fixture, "Save _Anyway");
  g_assert_cmpuint (fixture->n_saves, ==, 2);
  g_assert_cmpstr (htap_credentials_get (fixture->credentials, HTAP_SECRET_TOKEN), ==, TOKEN);
}

static void
test_finish_clears_token (Fixture *fixture, gconstpointer data)
{
  GtkEditable *token;

  open_dialog (fixture, NULL);
  fill_in (fixture);
  token = g_object_ref (find_entry (fixture, "Token"));
  save (fixture);
  g_assert_cmpstr (gtk_editable_get_text (token), ==, "");

  htap_profile_dialog_finish (fixture->dialog);
  g_assert_cmpstr (gtk_editable_get_text (token), ==, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog)));
  g_object_unref (token);

  /* Its owner may learn of the end of an operation after the person has closed the dialog. */
  htap_profile_dialog_show_error (fixture->dialog, "too late");
  htap_profile_dialog_set_busy (fixture->dialog, FALSE);
  htap_profile_dialog_finish (fixture->dialog);
}

static void
test_closing_clears_token (Fixture *fixture, gconstpointer data)
{
  GtkEditable *token;

  open_dialog (fixture, NULL);
  choose_method (fixture, HTAP_SIGN_IN_TOKEN);
  type (fixture, "Token", TOKEN);
  token = g_object_ref (find_entry (fixture, "Token"));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();

  g_assert_cmpuint (fixture->n_saves, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (token), ==, "");
  g_object_unref (token);
}

static void
test_session_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  open_dialog (fixture, NULL);
  dialog = GTK_WIDGET (fixture->dialog);
  g_assert_true (htap_widget_test_shows (dialog, "Your secret access key will be kept in the keyring."));
  choose_method (fixture, HTAP_SIGN_IN_TOKEN);
  g_assert_true (htap_widget_test_shows (dialog, "The token is kept in the keyring."));

  htap_profile_dialog_set_session_only (fixture->dialog, TRUE);
  g_assert_true (htap_widget_test_shows (
      dialog, "No keyring service is running. What you enter is forgotten when you quit."));
}

static void
test_accessible_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) expanders = NULL;
  g_autoptr (GPtrArray) buttons = NULL;

  open_dialog (fixture, NULL);
  entries = htap_widget_test_find_all (GTK_WIDGET (fixture->dialog), ADW_TYPE_ENTRY_ROW);
  g_assert_cmpuint (entries->len, ==, 14);
  for (guint i = 0; i < entries->len; i++)
    gtk_test_accessible_assert_property (gtk_editable_get_delegate (entries->pdata[i]),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         adw_preferences_row_get_title (entries->pdata[i]));

  gtk_test_accessible_assert_property (find_region_row (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Region");
  gtk_test_accessible_assert_property (find_region_row (fixture),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "CN North-Beijing4 (cn-north-4)");

  expanders = htap_widget_test_find_all (GTK_WIDGET (fixture->dialog), ADW_TYPE_EXPANDER_ROW);
  g_assert_cmpuint (expanders->len, ==, 2);
  for (guint i = 0; i < expanders->len; i++)
    {
      g_autoptr (GPtrArray) headers =
          htap_widget_test_find_all (expanders->pdata[i], ADW_TYPE_ACTION_ROW);

      gtk_test_accessible_assert_property (headers->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "Advanced");
    }

  buttons = htap_widget_test_find_all (GTK_WIDGET (fixture->dialog), GTK_TYPE_BUTTON);
  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_get_mapped (buttons->pdata[i]))
      g_assert_true (
          gtk_test_accessible_has_property (buttons->pdata[i], GTK_ACCESSIBLE_PROPERTY_LABEL));
}

static void
test_look (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  open_dialog (fixture, NULL);
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-light");
  fill_in (fixture);
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-projects-light");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-projects-dark");
  press (fixture, "_Back");
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-dark");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

static HtapImportOffer *
new_offer (HtapImportOrigin origin, const char *region, const char *secret_key)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();

  if (region != NULL)
    g_ptr_array_add (projects, htap_regional_id_new (region, ""));
  htap_profile_set_sign_in (profile, HTAP_SIGN_IN_ACCESS_KEY);
  htap_profile_set_access_key_id (profile, "AKEXAMPLE0001");
  htap_profile_set_projects (profile, projects);
  htap_credentials_set (credentials, HTAP_SECRET_SECRET_KEY, secret_key);

  return htap_import_offer_new (origin, NULL, region != NULL ? "default" : NULL, profile,
                                credentials);
}

/* Everything that is known is filled in; only what is missing is asked for. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapImportOffer) offer = new_offer (HTAP_IMPORT_KOOCLI, "cn-east-3", NULL);

  htap_import_offer_set_encrypted (offer, FALSE);
  open_dialog (fixture, NULL);
  htap_profile_dialog_use_import (fixture->dialog, offer);
  g_assert_true (
      htap_widget_test_shows (GTK_WIDGET (fixture->dialog),
                              "KooCLI keeps its keys encrypted. Enter the secret access key."));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, "Access key ID")), ==,
                   "AKEXAMPLE0001");
  g_assert_true (focused_entry (fixture) == find_entry (fixture, "Secret access key"));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "dialog-import");

  type (fixture, "Secret access key", "secretExample1");
  type (fixture, "IAM endpoint", ENDPOINT);
  press_default (fixture);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, "Name")), ==, "default");
  type (fixture, "TaurusDB instance ID", TAURUS_ID);
  type (fixture, "Endpoint", ENDPOINT);
  save (fixture);
  g_assert_cmpstr (htap_profile_get_name (fixture->saved), ==, "default");
  g_assert_cmpstr (htap_profile_find_project_id (fixture->saved, "cn-east-3"), ==, "");
  g_assert_cmpstr (htap_credentials_get (fixture->credentials, HTAP_SECRET_SECRET_KEY), ==,
                   "secretExample1");
}

/* A file of keys replaces the key and nothing else. */
static void
test_file_of_keys (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = new_profile ();
  g_autoptr (HtapImportOffer) offer = new_offer (HTAP_IMPORT_CSV, NULL, "secretExample1");

  open_dialog (fixture, profile);
  htap_profile_dialog_use_import (fixture->dialog, offer);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, "Secret access key")), ==, "");
  g_assert_nonnull (find_entry (fixture, "Secret access key (entered, type to replace)"));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, "IAM endpoint")), ==,
                   "https://iam.example.com");

  type (fixture, "IAM endpoint", ENDPOINT);
  press_default (fixture);
  save (fixture);
  g_assert_cmpstr (htap_profile_get_uuid (fixture->saved), ==, htap_profile_get_uuid (profile));
  g_assert_cmpstr (htap_profile_get_name (fixture->saved), ==, "<b>Sales & more</b>");
  g_assert_cmpstr (htap_profile_find_project_id (fixture->saved, "cn-east-3"), ==, PROJECT_ID);
  g_assert_cmpstr (htap_profile_get_access_key_id (fixture->saved), ==, "AKEXAMPLE0001");
}

/* Who presses Stop is where they were, and nothing is saved. */
static void
test_stop (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture, NULL);
  fill_in (fixture);
  g_signal_emit_by_name (find_button (fixture, "_Test Connection"), "clicked");
  g_assert_null (find_button (fixture, "_Save"));
  g_signal_emit_by_name (find_button (fixture, "_Stop"), "clicked");
  htap_widget_test_settle ();
  g_assert_nonnull (find_button (fixture, "_Save"));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture, "Project ID")), ==, PROJECT_ID);
  g_assert_cmpuint (fixture->n_saves, ==, 0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/profile-dialog/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  ADD ("add", test_add);
  ADD ("enter", test_enter);
  ADD ("nothing-typed", test_nothing_typed);
  ADD ("wrong-values", test_wrong_values);
  ADD ("warning-does-not-block", test_warning_does_not_block);
  ADD ("other-region", test_other_region);
  ADD ("suggested-name", test_suggested_name);
  ADD ("edit", test_edit);
  ADD ("edit-project", test_edit_project);
  ADD ("password", test_password);
  ADD ("access-key", test_access_key);
  ADD ("advanced", test_advanced);
  ADD ("import", test_import);
  ADD ("file-of-keys", test_file_of_keys);
  ADD ("stop", test_stop);
  ADD ("ids", test_ids);
  ADD ("error-gives-form-back", test_error_gives_form_back);
  ADD ("finish-clears-token", test_finish_clears_token);
  ADD ("closing-clears-token", test_closing_clears_token);
  ADD ("session-only", test_session_only);
  ADD ("accessible-names", test_accessible_names);
  ADD ("look", test_look);

  return g_test_run ();
}
