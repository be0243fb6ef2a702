/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-token-store.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapTokenStore, htap_token_store_free)

static HtapToken *
new_token (const char *secret, const char *project_id, gint64 lifetime)
{
  HtapToken *token = g_new0 (HtapToken, 1);

  token->secret = g_strdup (secret);
  token->project_id = g_strdup (project_id);
  token->lifetime = lifetime;

  return token;
}

/* Five minutes before the end, or a tenth of a short life. */
static void
test_time (void)
{
  g_autoptr (HtapTokenStore) store = htap_token_store_new ();

  g_assert_null (htap_token_store_find (store, "r/p", 0));
  htap_token_store_keep (store, "r/p", new_token ("one", "p", 86400), 1000);
  g_assert_cmpstr (htap_token_store_find (store, "r/p", 1000), ==, "one");
  g_assert_cmpstr (htap_token_store_find (store, "r/p", 1000 + 86400 - 301), ==, "one");
  g_assert_null (htap_token_store_find (store, "r/p", 1000 + 86400 - 300));
  g_assert_null (htap_token_store_find (store, "r/other", 1000));

  htap_token_store_keep (store, "r/p", new_token ("two", "p", 100), 1000);
  g_assert_cmpstr (htap_token_store_find (store, "r/p", 1089), ==, "two");
  g_assert_null (htap_token_store_find (store, "r/p", 1090));
}

static void
test_project (void)
{
  g_autoptr (HtapTokenStore) store = htap_token_store_new ();

  g_assert_null (htap_token_store_find_project (store, "r"));
  htap_token_store_keep (store, "r/", new_token ("one", "p", 86400), 0);
  g_assert_cmpstr (htap_token_store_find_project (store, "r"), ==, "p");
  g_assert_cmpstr (htap_token_store_find (store, "r/p", 0), ==, "one");
}

static void
test_refused (void)
{
  g_autoptr (HtapTokenStore) store = htap_token_store_new ();

  htap_token_store_keep (store, "r/p", new_token ("one", "p", 86400), 0);
  g_assert_true (htap_token_store_refuse (store, "one"));
  g_assert_null (htap_token_store_find (store, "r/p", 0));
  g_assert_true (htap_token_store_refuse (store, "one")); /* there is another way already */

  htap_token_store_keep (store, "r/p", new_token ("two", "p", 86400), 0);
  g_assert_false (htap_token_store_refuse (store, "two"));
  g_assert_cmpstr (htap_token_store_find (store, "r/p", 0), ==, "two");

  htap_token_store_accept (store, "two");
  g_assert_true (htap_token_store_refuse (store, "two"));
  htap_token_store_keep (store, "r/p", new_token ("three", "p", 86400), 0);
  htap_token_store_forgive (store);
  g_assert_null (htap_token_store_find (store, "r/p", 0));
}

static void
test_scope (void)
{
  static const char *const scopes[][2] = { { "cn-north-4", "23a5" },
                                           { "cn-north-4", NULL },
                                           { NULL, NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      g_autofree char *scope = htap_token_scope_new (scopes[i][0], scopes[i][1]);
      g_autofree char *region = NULL;
      g_autofree char *project_id = NULL;

      htap_token_scope_split (scope, &region, &project_id);
      g_assert_cmpstr (region, ==, scopes[i][0]);
      g_assert_cmpstr (project_id, ==, scopes[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/token-store/time", test_time);
  g_test_add_func ("/token-store/project", test_project);
  g_test_add_func ("/token-store/refused", test_refused);
  g_test_add_func ("/token-store/scope", test_scope);

  return g_test_run ();
}
