/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in-dialog.h"

#include "htap-test.h"
#include "htap-widget-test.h"

#define TOKEN "MIIatAYJsecret+token=="

typedef struct
{
  HtapTestWindow *window;
  HtapSignInDialog *dialog;
  GtkEditable *entry; /* outlives the dialog */
  guint n_sign_ins;
  const struct Options *options;
  HtapProfile *profile;
  HtapProfile *signed_in;
  char *secret;
} Fixture;

struct Options
{
  HtapSignIn sign_in;
  HtapSecretKind secret;
  gboolean session_only;
  const char *reason;
};

static const struct Options token = { HTAP_SIGN_IN_TOKEN, HTAP_SECRET_TOKEN, FALSE, NULL };
static const struct Options token_of_session = { HTAP_SIGN_IN_TOKEN, HTAP_SECRET_TOKEN, TRUE, NULL };
static const struct Options access_key = { HTAP_SIGN_IN_ACCESS_KEY, HTAP_SECRET_SECRET_KEY, FALSE,
                                    "The secret does not fit <the key>." };

static void
on_dialog_sign_in (Fixture *fixture, HtapProfile *profile, HtapCredentials *credentials)
{
  fixture->n_sign_ins++;
  g_set_object (&fixture->signed_in, profile);
  g_free (fixture->secret);
  fixture->secret = g_strdup (htap_credentials_get (credentials, fixture->options->secret));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const struct Options *options = data;
  HtapProfile *profile = htap_profile_new ("uuid");
  g_autoptr (GPtrArray) entries = NULL;

  htap_profile_set_name (profile, "<b>Sales & more");
  htap_profile_set_sign_in (profile, options->sign_in);
  htap_profile_set_access_key_id (profile, "AKEXAMPLE0001");
  fixture->options = options;
  fixture->profile = profile;
  fixture->window = htap_test_window_new (NULL, 600, 500);
  fixture->dialog = HTAP_SIGN_IN_DIALOG (g_object_ref (htap_sign_in_dialog_new (
      fixture->window->window, profile, options->session_only, options->reason)));
  g_signal_connect_swapped (fixture->dialog, "sign-in", G_CALLBACK (on_dialog_sign_in), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
  entries = htap_widget_test_find_all (GTK_WIDGET (fixture->dialog), ADW_TYPE_PASSWORD_ENTRY_ROW);
  for (guint i = 0; i < entries->len && fixture->entry == NULL; i++)
    if (gtk_widget_get_visible (entries->pdata[i]))
      fixture->entry = g_object_ref (entries->pdata[i]);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
  g_object_unref (fixture->entry);
  g_assert_finalize_object (fixture->dialog);
  htap_test_window_free (fixture->window);
  g_clear_object (&fixture->signed_in);
  g_object_unref (fixture->profile);
  g_free (fixture->secret);
}

static void
submit (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (fixture->entry, text);
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog)), "clicked");
  htap_widget_test_settle ();
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return htap_widget_test_shows (GTK_WIDGET (fixture->dialog), text);
}

static gboolean
has_focus (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->dialog));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (fixture->entry));
}

/* Whatever is in an entry can be read over the accessibility bus. */
static void
test_submitted (Fixture *fixture, gconstpointer data)
{
  g_assert_true (has_focus (fixture));
  g_assert_true (says (fixture, "Get a new token for the project of the profile “<b>Sales & more” "
                                "and paste it here. The profile stays as it is."));
  g_assert_true (says (fixture, "The token is kept in the keyring."));
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "");
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "sign-in");

  submit (fixture, "  " TOKEN "\n");
  g_assert_cmpuint (fixture->n_sign_ins, ==, 1);
  g_assert_cmpstr (fixture->secret, ==, TOKEN);
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "");

  /* Busy: Enter does nothing more. */
  submit (fixture, TOKEN);
  g_assert_cmpuint (fixture->n_sign_ins, ==, 1);

  htap_sign_in_dialog_finish (fixture->dialog);
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->dialog)));
  htap_sign_in_dialog_show_error (fixture->dialog, "too late");
}

static void
test_checked (Fixture *fixture, gconstpointer data)
{
  submit (fixture, "");
  g_assert_cmpuint (fixture->n_sign_ins, ==, 0);
  g_assert_true (says (fixture, "Enter the token."));
  g_assert_true (has_focus (fixture));

  submit (fixture, "two words");
  g_assert_cmpuint (fixture->n_sign_ins, ==, 0);
  g_assert_true (says (fixture, "A token has no spaces and no letters beyond ASCII."));
}

/* After a dismissed prompt nothing has to be typed again. */
static void
test_given_back (Fixture *fixture, gconstpointer data)
{
  static const char sentence[] = "The keyring is <locked> & was not unlocked.";

  submit (fixture, TOKEN);
  htap_sign_in_dialog_show_error (fixture->dialog, sentence);
  htap_widget_test_settle ();
  g_assert_true (says (fixture, sentence));
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (fixture->entry)), ==,
                   "Token (entered, type to replace)");
  g_assert_true (has_focus (fixture));
  g_assert_false (says (fixture, "Enter the token."));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "sign-in-error");

  submit (fixture, "");
  g_assert_cmpuint (fixture->n_sign_ins, ==, 2);
  g_assert_cmpstr (fixture->secret, ==, TOKEN);
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (fixture->entry, TOKEN);
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
  g_assert_cmpuint (fixture->n_sign_ins, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "");
}

static void
test_session_only (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
      says (fixture, "No keyring service is running. What you enter is forgotten when you quit."));
}

static GtkEditable *
find_key_id (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows =
      htap_widget_test_find_all (GTK_WIDGET (fixture->dialog), ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (rows->pdata[i]), "Access key ID"))
      return rows->pdata[i];

  g_assert_not_reached ();
}

/* Says why, and takes the other half of the same key, or another key. */
static void
test_access_key (Fixture *fixture, gconstpointer data)
{
  GtkEditable *key_id = find_key_id (fixture);

  g_assert_true (says (fixture, "The secret does not fit <the key>."));
  g_assert_true (has_focus (fixture));
  g_assert_cmpstr (gtk_editable_get_text (key_id), ==, "AKEXAMPLE0001");
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "sign-in-access-key");

  submit (fixture, "secretExample1");
  g_assert_cmpstr (fixture->secret, ==, "secretExample1");
  g_assert_true (fixture->signed_in == fixture->profile);

  htap_sign_in_dialog_show_error (fixture->dialog, "not stored");
  gtk_editable_set_text (key_id, "AKEXAMPLE0002");
  submit (fixture, "secretExample2");
  g_assert_cmpuint (fixture->n_sign_ins, ==, 2);
  g_assert_cmpstr (fixture->secret, ==, "secretExample2");
  g_assert_cmpstr (htap_profile_get_access_key_id (fixture->signed_in), ==, "AKEXAMPLE0002");
  g_assert_cmpstr (htap_profile_get_access_key_id (fixture->profile), ==, "AKEXAMPLE0001");
  g_assert_cmpstr (htap_profile_get_uuid (fixture->signed_in), ==, "uuid");
}

#define ADD(name, options, function)                                                               \
  g_test_add ("/sign-in-dialog/" name, Fixture, options, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  ADD ("submitted", &token, test_submitted);
  ADD ("checked", &token, test_checked);
  ADD ("given-back", &token, test_given_back);
  ADD ("closed", &token, test_closed);
  ADD ("session-only", &token_of_session, test_session_only);
  ADD ("access-key", &access_key, test_access_key);

  return g_test_run ();
}
