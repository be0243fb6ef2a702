/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in-field.h"

static const HtapSignInField *
find (const char *title)
{
  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    if (g_str_has_prefix (htap_sign_in_field_get (i)->title, title))
      return htap_sign_in_field_get (i);

  g_assert_not_reached ();
}

static void
test_check (void)
{
  const struct
  {
    const char *title;
    const char *text;
    gboolean required;
    const char *clean;
    const char *message;
  } cases[] = {
    { "Token", " MIIatAYJ+/=\n", TRUE, "MIIatAYJ+/=", NULL },
    { "Token", " \n", FALSE, NULL, NULL },
    { "Token", "", TRUE, NULL, "Enter the token." },
    { "Token", "two words", FALSE, NULL, "A token has no spaces and no letters beyond ASCII." },
    { "Account name", " 客户 ", TRUE, "客户", NULL },
    { "Account name", "  ", TRUE, NULL,
      "Enter the account’s name. The console shows it under My Credentials." },
    { "IAM user name", "", TRUE, NULL,
      "Enter the IAM user’s name. A HUAWEI ID cannot sign in here." },
    { "Password", " pass wörd ", TRUE, " pass wörd ", NULL },
    { "Password", "", TRUE, NULL, "Enter the password." },
    { "Access key ID", " AKEXAMPLE0001\n", TRUE, "AKEXAMPLE0001", NULL },
    { "Access key ID", "AK ID", TRUE, NULL, "A key has no spaces and no letters beyond ASCII." },
    { "Access key ID", "", TRUE, NULL, "Enter the access key’s ID." },
    { "Secret access key", "\xE2\x80\x8Bsecret", TRUE, "secret", NULL },
    { "Secret access key", "", TRUE, NULL, "Enter the secret access key." },
    { "Secret access key", "", FALSE, NULL, NULL },
    { "Security token", "tök", FALSE, NULL, "A token has no spaces and no letters beyond ASCII." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HtapSignInField *field = find (cases[i].title);
      char *clean = htap_sign_in_field_clean (field, cases[i].text);
      const char *message;
      HtapFormVerdict verdict =
          htap_sign_in_field_check (field, cases[i].text, cases[i].required, &message);

      g_test_message ("%s: “%s”", cases[i].title, cases[i].text);
      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpstr (message, ==, cases[i].message);
      g_assert_cmpint (verdict, ==, message != NULL ? HTAP_FORM_ERROR : HTAP_FORM_FINE);
      htap_secret_free (clean);
    }
}

/* What is no secret has a place in the profile, and nothing else has. */
static void
test_table (void)
{
  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    {
      const HtapSignInField *field = htap_sign_in_field_get (i);
      gboolean is_secret = htap_sign_in_field_is_secret (field);

      g_assert_true ((field->get == NULL) == is_secret);
      g_assert_true ((field->set == NULL) == is_secret);
      g_assert_true ((field->entered_title != NULL) == is_secret);
      g_assert_true (field->is_optional || field->missing != NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sign-in-field/check", test_check);
  g_test_add_func ("/sign-in-field/table", test_table);

  return g_test_run ();
}
