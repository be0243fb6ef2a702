/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in-group.h"

#include "htap-test.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapTestWindow *window;
  HtapSignInGroup *group;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->group = HTAP_SIGN_IN_GROUP (htap_sign_in_group_new ());
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->group), 500, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
}

static HtapProfile *
new_profile (HtapSignIn sign_in)
{
  HtapProfile *profile = htap_profile_new (NULL);

  htap_profile_set_sign_in (profile, sign_in);
  htap_profile_set_account (profile, "acme");
  htap_profile_set_user (profile, "ops");
  htap_profile_set_access_key_id (profile, "AKEXAMPLE0001");

  return profile;
}

static GtkEditable *
find (Fixture *fixture, const char *title)
{
  g_autoptr (GPtrArray) rows =
      htap_widget_test_find_all (GTK_WIDGET (fixture->group), ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_has_prefix (adw_preferences_row_get_title (rows->pdata[i]), title))
      return rows->pdata[i];

  return NULL;
}

static void
type (Fixture *fixture, const char *title, const char *text)
{
  gtk_editable_set_text (find (fixture, title), text);
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return htap_widget_test_shows (GTK_WIDGET (fixture->group), text);
}

/* Only what the method asks for is on the screen and in the way. */
static void
test_methods (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    HtapSignIn sign_in;
    const char *shown;
    const char *hidden;
    const char *sentence;
  } cases[] = {
    { HTAP_SIGN_IN_TOKEN, "Token", "Password", "The token is kept in the keyring." },
    { HTAP_SIGN_IN_PASSWORD, "IAM user name", "Secret access key",
      "Your password will be kept in the keyring." },
    { HTAP_SIGN_IN_ACCESS_KEY, "Secret access key", "Account name",
      "Your secret access key will be kept in the keyring." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      htap_sign_in_group_set_sign_in (fixture->group, cases[i].sign_in);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find (fixture, cases[i].shown))));
      g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find (fixture, cases[i].hidden))));
      g_assert_true (says (fixture, cases[i].sentence));
      g_assert_true (gtk_widget_get_visible (htap_sign_in_group_check (fixture->group)));
    }
}

/* What is saved is good enough until the user is another one. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = new_profile (HTAP_SIGN_IN_PASSWORD);

  htap_sign_in_group_load (fixture->group, profile, TRUE);
  g_assert_nonnull (find (fixture, "Password (saved, type to replace)"));
  g_assert_null (htap_sign_in_group_check (fixture->group));
  g_assert_null (htap_sign_in_group_dup_credentials (fixture->group));

  type (fixture, "IAM user name", "another");
  g_assert_null (find (fixture, "Password (saved, type to replace)"));
  g_assert_true (htap_sign_in_group_check (fixture->group) ==
                 GTK_WIDGET (find (fixture, "Password")));
  g_assert_true (says (fixture, "The saved password belongs to another user. Enter this user’s."));
  htap_widget_test_screenshot (fixture->window, "sign-in-group-stays-behind");

  type (fixture, "IAM user name", " ops ");
  g_assert_null (htap_sign_in_group_check (fixture->group));

  /* Nor is it for another method. */
  htap_sign_in_group_set_sign_in (fixture->group, HTAP_SIGN_IN_ACCESS_KEY);
  g_assert_true (htap_sign_in_group_check (fixture->group) ==
                 GTK_WIDGET (find (fixture, "Secret access key")));
  g_assert_true (says (fixture, "Enter the secret access key."));
}

/* The keyring has the secrets of a key together, so a new one needs the other. */
static void
test_temporary_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = new_profile (HTAP_SIGN_IN_ACCESS_KEY);
  g_autoptr (HtapCredentials) credentials = NULL;

  htap_sign_in_group_load (fixture->group, profile, TRUE);
  type (fixture, "Security token", "token");
  g_assert_true (htap_sign_in_group_check (fixture->group) ==
                 GTK_WIDGET (find (fixture, "Secret access key")));

  type (fixture, "Secret access key", "secret");
  g_assert_null (htap_sign_in_group_check (fixture->group));
  htap_sign_in_group_take_secrets (fixture->group);
  credentials = htap_sign_in_group_dup_credentials (fixture->group);
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_SECRET_KEY), ==, "secret");
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_SECURITY_TOKEN), ==, "token");
}

/* No secret stays where a client of the accessibility bus could read it. */
static void
test_taken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) none = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  type (fixture, "Access key ID", "AKEXAMPLE0001");
  type (fixture, "Secret access key", "secret");
  htap_sign_in_group_take_secrets (fixture->group);
  g_assert_nonnull (find (fixture, "Secret access key (entered, type to replace)"));
  rows = htap_widget_test_find_all (GTK_WIDGET (fixture->group), ADW_TYPE_PASSWORD_ENTRY_ROW);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (gtk_editable_get_text (rows->pdata[i]), ==, "");
  g_assert_null (htap_sign_in_group_check (fixture->group));

  htap_sign_in_group_apply (fixture->group, profile);
  g_assert_cmpint (htap_profile_get_sign_in (profile), ==, HTAP_SIGN_IN_ACCESS_KEY);
  g_assert_cmpstr (htap_profile_get_access_key_id (profile), ==, "AKEXAMPLE0001");
  g_assert_null (htap_profile_get_account (profile));

  /* It belongs to its method alone. */
  htap_sign_in_group_set_sign_in (fixture->group, HTAP_SIGN_IN_TOKEN);
  none = htap_sign_in_group_dup_credentials (fixture->group);
  g_assert_null (none);

  htap_sign_in_group_set_sign_in (fixture->group, HTAP_SIGN_IN_ACCESS_KEY);
  htap_sign_in_group_forget (fixture->group);
  g_assert_nonnull (htap_sign_in_group_check (fixture->group));
}

/* As an import does. */
static void
test_filled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = new_profile (HTAP_SIGN_IN_ACCESS_KEY);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();

  htap_credentials_set (credentials, HTAP_SECRET_SECRET_KEY, "secret");
  htap_sign_in_group_fill (fixture->group, profile, credentials);
  g_assert_cmpstr (gtk_editable_get_text (find (fixture, "Access key ID")), ==, "AKEXAMPLE0001");
  g_assert_cmpstr (gtk_editable_get_text (find (fixture, "Secret access key")), ==, "");
  g_assert_null (htap_sign_in_group_check (fixture->group));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/sign-in-group/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  ADD ("methods", test_methods);
  ADD ("saved", test_saved);
  ADD ("temporary-key", test_temporary_key);
  ADD ("taken", test_taken);
  ADD ("filled", test_filled);

  return g_test_run ();
}
