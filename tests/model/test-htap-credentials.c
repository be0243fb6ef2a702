/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-credentials.h"

#include <string.h>

static void
test_secrets (void)
{
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();

  g_assert_true (htap_credentials_is_empty (credentials));

  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    {
      g_assert_null (htap_credentials_get (credentials, kind));
      htap_credentials_set (credentials, kind, htap_secret_kind_get_id (kind));
      g_assert_cmpstr (htap_credentials_get (credentials, kind), ==,
                       htap_secret_kind_get_id (kind));
      g_assert_false (htap_credentials_is_empty (credentials));
    }

  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    htap_credentials_set (credentials, kind, kind % 2 == 0 ? NULL : "");
  g_assert_true (htap_credentials_is_empty (credentials));
}

static void
test_replacing (void)
{
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("first");

  htap_credentials_set (credentials, HTAP_SECRET_TOKEN, "second");
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_TOKEN), ==, "second");

  /* What is in use may be set again. */
  htap_credentials_set (credentials, HTAP_SECRET_TOKEN,
                        htap_credentials_get (credentials, HTAP_SECRET_TOKEN));
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_TOKEN), ==, "second");
}

static void
test_references (void)
{
  HtapCredentials *credentials = htap_credentials_new_token ("token");
  GValue value = G_VALUE_INIT;

  g_assert_true (htap_credentials_ref (credentials) == credentials);
  g_value_init (&value, HTAP_TYPE_CREDENTIALS);
  g_value_set_boxed (&value, credentials);
  htap_credentials_unref (credentials);
  htap_credentials_unref (credentials);

  /* The value's reference is the last one. */
  credentials = g_value_get_boxed (&value);
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_TOKEN), ==, "token");
  g_value_unset (&value);
}

static void
test_copy (void)
{
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("token");
  g_autoptr (HtapCredentials) copy = htap_credentials_copy (credentials);

  htap_credentials_set (credentials, HTAP_SECRET_TOKEN, "changed");
  g_assert_cmpstr (htap_credentials_get (copy, HTAP_SECRET_TOKEN), ==, "token");
  g_assert_null (htap_credentials_get (copy, HTAP_SECRET_PASSWORD));
}

static void
test_kinds (void)
{
  static const char *const ids[] = { "token", "password", "secret-key", "security-token" };

  G_STATIC_ASSERT (G_N_ELEMENTS (ids) == HTAP_N_SECRETS);

  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    g_assert_cmpstr (htap_secret_kind_get_id (kind), ==, ids[kind]);
}

static void
test_cleaning (void)
{
  static const struct
  {
    const char *pasted;
    const char *secret;
  } cases[] = {
    { "MIIabc+/=", "MIIabc+/=" },
    { " \t\r\nMIIabc \n", "MIIabc" },
    { "\xEF\xBB\xBFMIIabc\xE2\x80\x8B", "MIIabc" }, /* byte order mark, zero-width space */
    { "\xC2\xA0MIIabc\xE3\x80\x80", "MIIabc" },     /* no-break and ideographic space */
    { "!~", "!~" },
    { NULL, NULL },
    { "", NULL },
    { " \n\t", NULL },
    { "\xE2\x80\x8B", NULL },
    { "MII abc", NULL },
    { "MII\nabc", NULL },
    { "MII\x7F", NULL },
    { "MII\x1B[0m", NULL },
    { "MIIäbc", NULL },
    { "MII\xE2\x80\x8B"
      "abc",
      NULL },
    { "MII\xFF", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *secret = htap_secret_clean (cases[i].pasted);

      g_assert_cmpstr (secret, ==, cases[i].secret);
      htap_secret_free (secret);
    }
}

static void
test_equality (void)
{
  g_autoptr (HtapCredentials) a = htap_credentials_new_token ("secret");
  g_autoptr (HtapCredentials) b = htap_credentials_new_token ("secret");

  g_assert_true (htap_credentials_equal (a, b));
  htap_credentials_set (b, HTAP_SECRET_PASSWORD, "other");
  g_assert_false (htap_credentials_equal (a, b));
  htap_credentials_set (b, HTAP_SECRET_PASSWORD, NULL);
  htap_credentials_set (b, HTAP_SECRET_TOKEN, "other");
  g_assert_false (htap_credentials_equal (a, b));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/credentials/secrets", test_secrets);
  g_test_add_func ("/credentials/replacing", test_replacing);
  g_test_add_func ("/credentials/references", test_references);
  g_test_add_func ("/credentials/equality", test_equality);
  g_test_add_func ("/credentials/kinds", test_kinds);
  g_test_add_func ("/credentials/copy", test_copy);
  g_test_add_func ("/credentials/cleaning", test_cleaning);

  return g_test_run ();
}
