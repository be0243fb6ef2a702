/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-koocli.h"

#include "htap-import-fixture.h"

#define ID  "KOOCLIEXAMPLEKEY0001"
#define ID2 "KOOCLIEXAMPLEKEY0002"

static void
test_profiles (void)
{
  g_autoptr (GPtrArray) offers = htap_import_fixture_parse (
      htap_import_koocli_parse,
      "{\"language\": \"cn\", \"mode\": \"online\", \"profiles\": [\n"
      " {\"name\": \"first\", \"mode\": \"AKSK\", \"accessKeyId\": \"" ID "\", "
      "\"secretAccessKey\": \"SECRET\\/1\", \"securityToken\": \"\", \"region\": \"cn-north-4\", "
      "\"projectId\": \"23a50154cf494ec9ad6883979a12db0a\", \"readTimeout\": 10},\n"
      " {\"name\": \"current\", \"accessKeyId\": \"" ID2 "\", \"secretAccessKey\": \"SECRET2\", "
      "\"securityToken\": \"SECRET3\", \"region\": \"\"}],\n"
      "\"current\": \"current\", \"authEncrypt\": \"false\"}");
  HtapImportOffer *current, *first;

  g_assert_cmpuint (offers->len, ==, 2);
  current = offers->pdata[0];
  first = offers->pdata[1];

  g_assert_cmpint (htap_import_offer_get_origin (first), ==, HTAP_IMPORT_KOOCLI);
  g_assert_cmpstr (htap_import_offer_get_name (first), ==, "first");
  htap_import_fixture_check_key (first, ID, "SECRET/1", NULL);
  g_assert_cmpstr (
      htap_profile_find_project_id (htap_import_offer_get_profile (first), "cn-north-4"), ==,
      "23a50154cf494ec9ad6883979a12db0a");
  g_assert_cmpint (htap_import_offer_get_missing (first), ==, HTAP_IMPORT_MISSING_NOTHING);

  g_assert_cmpstr (htap_import_offer_get_name (current), ==, "current");
  htap_import_fixture_check_key (current, ID2, "SECRET2", "SECRET3");
  g_assert_cmpint (htap_import_offer_get_missing (current), ==, HTAP_IMPORT_MISSING_REGION);
}

/* Whatever is encrypted is asked for; an id in clear text is as good as ever. */
static void
test_encrypted (void)
{
  static const char *const flags[] = { "\"true\"", "true" };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"authEncrypt\": %s, \"profiles\": ["
          "{\"name\": \"a\", \"mode\": \"AKSK\", \"accessKeyId\": \"" ID "\", "
          "\"secretAccessKey\": \"U0VDUkVU\", \"region\": \"cn-north-4\"}, "
          "{\"name\": \"b\", \"mode\": \"AKSK\", \"accessKeyId\": \"U0VDUkVUU0VDUkVU+/==\", "
          "\"secretAccessKey\": \"U0VDUkVU\", \"securityToken\": \"U0VD\", "
          "\"region\": \"cn-north-4\"}]}",
          flags[i]);
      g_autoptr (GPtrArray) offers = htap_import_fixture_parse (htap_import_koocli_parse, text);

      g_assert_cmpuint (offers->len, ==, 2);
      htap_import_fixture_check_key (offers->pdata[0], ID, NULL, NULL);
      htap_import_fixture_check_key (offers->pdata[1], NULL, NULL, NULL);
      g_assert_true (htap_import_offer_is_encrypted (offers->pdata[0]));
      g_assert_cmpint (htap_import_offer_get_missing (offers->pdata[0]), ==,
                       HTAP_IMPORT_MISSING_SECRET_KEY);
      g_assert_cmpint (htap_import_offer_get_missing (offers->pdata[1]), ==,
                       HTAP_IMPORT_MISSING_ACCESS_KEY_ID | HTAP_IMPORT_MISSING_SECRET_KEY |
                           HTAP_IMPORT_MISSING_SECURITY_TOKEN);
    }
}

/* Their keys are borrowed, or there are none. */
static void
test_other_modes (void)
{
  g_autoptr (GPtrArray) offers = htap_import_fixture_parse (
      htap_import_koocli_parse,
      "{\"profiles\": [{\"name\": \"sso\", \"mode\": \"SSO\", \"accessKeyId\": \"" ID "\", "
      "\"secretAccessKey\": \"SECRET\", \"region\": \"cn-east-3\"}, "
      "{\"name\": \"vm\", \"mode\": \"ecsAgency\", \"region\": \"cn-east-3\"}]}");

  g_assert_cmpuint (offers->len, ==, 2);
  for (guint i = 0; i < offers->len; i++)
    {
      htap_import_fixture_check_key (offers->pdata[i], NULL, NULL, NULL);
      g_assert_false (htap_import_offer_is_encrypted (offers->pdata[i]));
    }
}

static void
test_strange (void)
{
  g_autoptr (GPtrArray) none =
      htap_import_fixture_parse (htap_import_koocli_parse, "{\"profiles\": {\"a\": 1}}");
  g_autoptr (GPtrArray) empty = htap_import_fixture_parse (htap_import_koocli_parse, "{}");
  g_autoptr (GPtrArray) some = htap_import_fixture_parse (
      htap_import_koocli_parse,
      "{\"profiles\": [7, null, [], {\"name\": 7, \"accessKeyId\": [\"x\"], \"region\": null}]}");

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (empty->len, ==, 0);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_null (htap_import_offer_get_name (some->pdata[0]));
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("{\"profiles\": [");
  g_autoptr (GPtrArray) offers = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "{\"name\": \"a\"},");
  g_string_append (text, "{}]}");
  offers = htap_import_fixture_parse (htap_import_koocli_parse, text->str);
  g_assert_cmpuint (offers->len, ==, 100);
}

static void
test_broken (void)
{
  static const char *const texts[] = {
    "",
    "[]",
    "7",
    "{\"profiles\": [",
    "{\"profiles\": [{\"name\": \"a\"}]} x",
    "{'profiles': []}",
    "{\"profiles\": [{\"name\": \"\\ud800\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    htap_import_fixture_refuse (htap_import_koocli_parse, texts[i],
                                HTAP_ERROR_REASON_IMPORT_BROKEN);
}

static void
test_damaged (void)
{
  htap_import_fixture_damage (
      htap_import_koocli_parse,
      "{\"current\": \"a\", \"authEncrypt\": \"true\", \"profiles\": [{\"name\": \"\\u4f60\", "
      "\"accessKeyId\": \"" ID "\", \"secretAccessKey\": \"SECRET\", \"n\": [1, {}]}]}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-koocli/profiles", test_profiles);
  g_test_add_func ("/import-koocli/encrypted", test_encrypted);
  g_test_add_func ("/import-koocli/other-modes", test_other_modes);
  g_test_add_func ("/import-koocli/strange", test_strange);
  g_test_add_func ("/import-koocli/many", test_many);
  g_test_add_func ("/import-koocli/broken", test_broken);
  g_test_add_func ("/import-koocli/damaged", test_damaged);

  return g_test_run ();
}
