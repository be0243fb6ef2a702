/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-user.h"

#include "htap-demo-json.h"

static void
test_find (void)
{
  const HtapDemoUser *ops = htap_demo_user_find ("demo-account", "demo-ops");

  g_assert_nonnull (ops);
  g_assert_true (htap_demo_user_find_by_key (ops->access_key_id) == ops);
  g_assert_null (htap_demo_user_find ("other-account", "demo-ops"));
  g_assert_null (htap_demo_user_find ("demo-account", NULL));
  g_assert_null (htap_demo_user_find (NULL, "demo-ops"));
  g_assert_null (htap_demo_user_find_by_key ("NOBODY"));
}

/* Nobody signs in as what has no password. */
static void
test_temporary (void)
{
  const HtapDemoUser *agency = htap_demo_user_find_by_key ("DEMOTEMPORARYKEY0007");

  g_assert_nonnull (agency->security_token);
  g_assert_null (htap_demo_user_find ("demo-account", agency->name));
}

static void
check_enters (const char *name, const char *project, gboolean expected)
{
  g_autoptr (JsonNode) node = json_from_string (project, NULL);
  const HtapDemoUser *user = htap_demo_user_find (HTAP_DEMO_ACCOUNT, name);

  g_assert_true (htap_demo_user_may_enter (user, json_node_get_object (node)) == expected);
}

static void
test_may_enter (void)
{
  check_enters ("demo-ops", "{\"name\": \"cn-east-3\", \"enabled\": true}", TRUE);
  check_enters ("demo-ops", "{\"name\": \"cn-east-3\", \"enabled\": false}", FALSE);
  check_enters ("demo-reader", "{\"name\": \"cn-east-3\", \"enabled\": true}", FALSE);
  check_enters ("demo-reader", "{\"name\": \"cn-north-4\", \"enabled\": true}", TRUE);
  check_enters ("demo-reader", "{\"name\": \"cn-north-4\", \"enabled\": false}", FALSE);
  check_enters (NULL, "{\"name\": \"cn-north-4\", \"enabled\": true}", TRUE);
  g_assert_false (htap_demo_user_may_enter (NULL, NULL));
}

/* What tests look up by: every trouble has its user, and every key looks like one. */
static void
test_accounts (void)
{
  static const char *const troubles[] = { "disabled", "console-only", "login-protection",
                                          "no-permission" };
  g_autoptr (JsonObject) object = htap_demo_users_to_json ();
  JsonObject *account =
      json_array_get_object_element (json_object_get_array_member (object, "accounts"), 0);
  JsonArray *users = json_object_get_array_member (account, "users");
  guint n_found = 0;

  g_assert_cmpstr (htap_demo_json_text (account, "account"), ==, "demo-account");
  for (guint i = 0; i < json_array_get_length (users); i++)
    {
      JsonObject *user = json_array_get_object_element (users, i);
      const char *key = htap_demo_json_text (user, "access_key_id");
      const char *trouble = htap_demo_json_text (user, "trouble");

      g_assert_cmpuint (strlen (htap_demo_json_text (user, "user_id")), ==, 32);
      g_assert_true (key == NULL || strlen (key) == 20);
      g_assert_true ((key == NULL) == (htap_demo_json_text (user, "secret_access_key") == NULL));
      for (guint j = 0; j < G_N_ELEMENTS (troubles); j++)
        n_found += g_strcmp0 (trouble, troubles[j]) == 0;
    }
  g_assert_cmpuint (n_found, ==, G_N_ELEMENTS (troubles));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-user/find", test_find);
  g_test_add_func ("/demo-user/temporary", test_temporary);
  g_test_add_func ("/demo-user/may-enter", test_may_enter);
  g_test_add_func ("/demo-user/accounts", test_accounts);

  return g_test_run ();
}
