/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in-body.h"

#include "htap-error.h"
#include "htap-test.h"

#include <json-glib/json-glib.h>

static HtapProfile *
new_profile (const char *account, const char *user)
{
  HtapProfile *profile = htap_profile_new (NULL);

  htap_profile_set_account (profile, account);
  htap_profile_set_user (profile, user);

  return profile;
}

static JsonNode *
parse (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);

  return node;
}

/* As IAM documents it. */
static void
test_samples (void)
{
  static const struct
  {
    const char *fixture;
    const char *region;
    const char *project_id;
  } cases[] = {
    { "iam/token_request_project_id.json", "cn-north-4", "23a50154cf494ec9ad6883979a12db0a" },
    { "iam/token_request_project_name.json", "cn-north-4", NULL },
    { "iam/token_request_domain.json", NULL, NULL },
  };
  g_autoptr (HtapProfile) profile = new_profile ("IAMDomain", "IAMUser");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) sample = htap_test_fixture (cases[i].fixture);
      g_autoptr (JsonNode) expected = parse (sample);
      g_autoptr (GBytes) body = htap_sign_in_body_new (profile, "IAMPassword", cases[i].region,
                                                       cases[i].project_id, NULL);
      g_autoptr (JsonNode) written = parse (body);

      g_assert_true (json_node_equal (written, expected));
    }
}

static void
test_any_character (void)
{
  static const char password[] = "\"\\\n\t\x01\x1f\x7f 密码 😀 </script>'";
  g_autoptr (HtapProfile) profile = new_profile ("a\"c", "u\\");
  g_autoptr (GBytes) body = htap_sign_in_body_new (profile, password, "cn-north-4", NULL, NULL);
  g_autoptr (JsonNode) root = parse (body);
  g_autoptr (JsonNode) found =
      json_path_query ("$.auth.identity.password.user.password", root, NULL);

  g_assert_cmpstr (json_array_get_string_element (json_node_get_array (found), 0), ==, password);
}

static void
test_missing (void)
{
  static const struct
  {
    const char *account;
    const char *user;
    const char *password;
    HtapErrorReason reason;
  } cases[] = {
    { NULL, "u", "p", HTAP_ERROR_REASON_NO_CREDENTIALS },
    { "a", NULL, "p", HTAP_ERROR_REASON_NO_CREDENTIALS },
    { "a", "u", "", HTAP_ERROR_REASON_NO_CREDENTIALS },
    { "a", "u", "\xff", HTAP_ERROR_REASON_WRONG_PASSWORD },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapProfile) profile = new_profile (cases[i].account, cases[i].user);
      g_autoptr (GError) error = NULL;

      g_assert_null (
          htap_sign_in_body_new (profile, cases[i].password, "cn-north-4", NULL, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
    }
}

/* The worst case fits what was set aside, else a copy of the password would be left behind. */
static void
test_never_grows (void)
{
  g_autofree char *password = g_strnfill (5000, '\x01');
  g_autoptr (HtapProfile) profile = new_profile ("a", "u");
  g_autoptr (GBytes) body = htap_sign_in_body_new (profile, password, NULL, NULL, NULL);

  g_assert_cmpuint (g_bytes_get_size (body), <, 512 + 6 * (5000 + 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sign-in-body/samples", test_samples);
  g_test_add_func ("/sign-in-body/any-character", test_any_character);
  g_test_add_func ("/sign-in-body/missing", test_missing);
  g_test_add_func ("/sign-in-body/never-grows", test_never_grows);

  return g_test_run ();
}
