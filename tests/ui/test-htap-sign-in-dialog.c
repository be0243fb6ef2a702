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
  char *token;
} Fixture;

static void
on_dialog_sign_in (Fixture *fixture, HtapCredentials *credentials)
{
  fixture->n_sign_ins++;
  g_free (fixture->token);
  fixture->token = g_strdup (htap_credentials_get (credentials, HTAP_SECRET_TOKEN));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("uuid");
  g_autoptr (GPtrArray) entries = NULL;

  htap_profile_set_name (profile, "<b>Sales & more");
  fixture->window = htap_test_window_new (NULL, 600, 500);
  fixture->dialog = HTAP_SIGN_IN_DIALOG (g_object_ref (
      htap_sign_in_dialog_new (fixture->window->window, profile, GPOINTER_TO_INT (data))));
  g_signal_connect_swapped (fixture->dialog, "sign-in", G_CALLBACK (on_dialog_sign_in), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
  entries = htap_widget_test_find_all (GTK_WIDGET (fixture->dialog), ADW_TYPE_PASSWORD_ENTRY_ROW);
  fixture->entry = g_object_ref (entries->pdata[0]);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
  g_object_unref (fixture->entry);
  g_assert_finalize_object (fixture->dialog);
  htap_test_window_free (fixture->window);
  g_free (fixture->token);
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
  g_assert_cmpstr (fixture->token, ==, TOKEN);
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

/* A dismissed prompt gives back what was typed. */
static void
test_given_back (Fixture *fixture, gconstpointer data)
{
  static const char sentence[] = "The keyring is <locked> & was not unlocked.";

  submit (fixture, TOKEN);
  htap_sign_in_dialog_show_error (fixture->dialog, sentence);
  htap_widget_test_settle ();
  g_assert_true (says (fixture, sentence));
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, TOKEN);
  g_assert_true (has_focus (fixture));
  g_assert_false (says (fixture, "Enter the token."));
  htap_widget_test_screenshot_of (GTK_WIDGET (fixture->dialog), "sign-in-error");

  submit (fixture, TOKEN);
  g_assert_cmpuint (fixture->n_sign_ins, ==, 2);
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
      says (fixture, "No keyring service is running. The token is forgotten when you quit."));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/sign-in-dialog/submitted", Fixture, NULL, set_up, test_submitted, tear_down);
  g_test_add ("/sign-in-dialog/checked", Fixture, NULL, set_up, test_checked, tear_down);
  g_test_add ("/sign-in-dialog/given-back", Fixture, NULL, set_up, test_given_back, tear_down);
  g_test_add ("/sign-in-dialog/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/sign-in-dialog/session-only", Fixture, GINT_TO_POINTER (TRUE), set_up,
              test_session_only, tear_down);

  return g_test_run ();
}
