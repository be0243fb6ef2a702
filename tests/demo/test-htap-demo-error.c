/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-error.h"

#include "htap-demo-json.h"
#include "htap-test.h"

static JsonObject *
get_object (HtapDemoAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  JsonObject *object = htap_demo_json_parse (answer->body, &error);

  g_assert_no_error (error);

  return object;
}

/* What the cloud says is what the documented samples say. */
static void
check_documented (HtapDemoErrorKind kind, HtapDemoLanguage language, guint status, const char *name)
{
  g_autoptr (HtapDemoAnswer) answer = htap_demo_error_answer (kind, language);
  g_autoptr (JsonObject) object = get_object (answer);
  g_autoptr (GBytes) fixture = htap_test_fixture (name);
  g_autoptr (JsonObject) documented = htap_demo_json_parse (fixture, NULL);

  g_assert_cmpuint (answer->status, ==, status);
  g_assert_cmpstr (htap_demo_json_text (object, "error_code"), ==,
                   htap_demo_json_text (documented, "error_code"));
  g_assert_cmpstr (htap_demo_json_text (object, "error_msg"), ==,
                   htap_demo_json_text (documented, "error_msg"));
  g_assert_cmpuint (json_object_get_size (object), ==, json_object_get_size (documented));
}

static void
test_documented (void)
{
  const HtapDemoLanguage english = HTAP_DEMO_LANGUAGE_ENGLISH;

  check_documented (HTAP_DEMO_ERROR_PATH, english, 404, "errors/404_apigw_0101.json");
  check_documented (HTAP_DEMO_ERROR_PARAMETER, english, 400,
                    "errors/400_dbs_280001_parameter.json");
  check_documented (HTAP_DEMO_ERROR_PARAMETER, HTAP_DEMO_LANGUAGE_CHINESE, 400,
                    "errors/400_dbs_280001_parameter_zh.json");
  check_documented (HTAP_DEMO_ERROR_ID, english, 400, "errors/400_dbs_280404_bad_instance_id.json");
  check_documented (HTAP_DEMO_ERROR_LIMIT, english, 400, "errors/400_dbs_280439_bad_limit.json");
  check_documented (HTAP_DEMO_ERROR_DENIED, english, 403, "errors/403_dbs_200010.json");
  check_documented (HTAP_DEMO_ERROR_GONE, english, 404, "errors/404_dbs_200002.json");
}

/* Those that name something, without what they name. */
static void
test_about (void)
{
  static const struct
  {
    HtapDemoErrorKind kind;
    const char *subject;
    const char *fixture;
  } cases[] = {
    { HTAP_DEMO_ERROR_TOKEN_EXPIRED, "2026-03-02T08:09:10.123000Z",
      "errors/401_apig_0301_token_expires.json" },
    { HTAP_DEMO_ERROR_KEY_UNKNOWN, "HTAPVIEWEREXAMPLEAK1",
      "errors/401_apigw_0301_ak_not_exist.json" },
    { HTAP_DEMO_ERROR_KEY_LOCKED, "", "errors/401_apigw_0301_ak_locked.json" },
    { HTAP_DEMO_ERROR_SIGNATURE, "", "errors/401_apigw_0301_signature.json" },
    { HTAP_DEMO_ERROR_SIGNATURE_EXPIRED, "", "errors/401_apigw_0301_signature_expired.json" },
    { HTAP_DEMO_ERROR_SIGN_IN_LOCKED, "", "errors/401_iam_0061_locked.json" },
    { HTAP_DEMO_ERROR_NOT_ALLOWED, "gaussdb:htapInstance:list", "errors/403_iam_0003.json" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapDemoAnswer) answer =
          htap_demo_error_answer_about (cases[i].kind, cases[i].subject);
      g_autoptr (JsonObject) object = get_object (answer);
      g_autoptr (GBytes) fixture = htap_test_fixture (cases[i].fixture);
      g_autoptr (JsonObject) documented = htap_demo_json_parse (fixture, NULL);

      g_assert_cmpstr (htap_demo_json_text (object, "error_msg"), ==,
                       htap_demo_json_text (documented, "error_msg"));
      g_assert_cmpuint (json_object_get_size (object), ==, json_object_get_size (documented));
    }
}

static void
test_not_utf8 (void)
{
  g_autoptr (HtapDemoAnswer) answer =
      htap_demo_error_answer_about (HTAP_DEMO_ERROR_KEY_UNKNOWN, "AK\xff\"{}");
  g_autoptr (JsonObject) object = get_object (answer);

  g_assert_nonnull (
      strstr (htap_demo_json_text (object, "error_msg"), "ak AK\357\277\275\"{} not"));
}

/* IAM's other form. */
static void
test_keystone (void)
{
  g_autoptr (HtapDemoAnswer) answer =
      htap_demo_error_answer_about (HTAP_DEMO_ERROR_SIGN_IN_REQUEST, "password");
  g_autoptr (JsonObject) object = get_object (answer);
  JsonObject *error = htap_demo_json_object (object, "error");
  g_autoptr (GBytes) fixture = htap_test_fixture ("errors/400_iam_keystone.json");
  g_autoptr (JsonObject) documented = htap_demo_json_parse (fixture, NULL);

  g_assert_cmpuint (answer->status, ==, 400);
  g_assert_cmpint (json_object_get_int_member (error, "code"), ==, 400);
  g_assert_cmpstr (htap_demo_json_text (error, "message"), ==,
                   htap_demo_json_text (htap_demo_json_object (documented, "error"), "message"));
  g_assert_nonnull (soup_message_headers_get_one (answer->headers, "X-IAM-Trace-Id"));
}

static void
test_gateway (void)
{
  static const HtapDemoErrorKind kinds[] = {
    HTAP_DEMO_ERROR_TOKEN_MISSING,
    HTAP_DEMO_ERROR_TOKEN_WRONG,
    HTAP_DEMO_ERROR_PATH,
    HTAP_DEMO_ERROR_METHOD,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (HtapDemoAnswer) answer =
          htap_demo_error_answer (kinds[i], HTAP_DEMO_LANGUAGE_CHINESE);
      g_autoptr (JsonObject) object = get_object (answer);

      g_assert_cmpstr (htap_demo_json_text (object, "request_id"), ==,
                       htap_demo_answer_get_id (answer));
      g_assert_true (g_str_has_prefix (htap_demo_json_text (object, "error_code"), "APIGW."));
      g_assert_true (g_str_is_ascii (htap_demo_json_text (object, "error_msg")));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-error/documented", test_documented);
  g_test_add_func ("/demo-error/gateway", test_gateway);
  g_test_add_func ("/demo-error/about", test_about);
  g_test_add_func ("/demo-error/not-utf8", test_not_utf8);
  g_test_add_func ("/demo-error/keystone", test_keystone);

  return g_test_run ();
}
