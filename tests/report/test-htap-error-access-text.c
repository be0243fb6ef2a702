/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-access-text.h"

#include "htap-test-samples.h"

static void
assert_sentence (HtapError kind,
                 const HtapErrorDetails *details,
                 HtapSource *source,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  htap_error_set (&error, kind, details, "technical");
  sentence = htap_error_access_text_dup (error, source);
  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_not_found (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();

  assert_sentence (HTAP_ERROR_NOT_FOUND, NULL, source,
                   "taurus-orders was not found in CN North-Beijing4. It was deleted, or belongs "
                   "to another project.");
  htap_source_set_taurus_name (source, NULL);
  assert_sentence (HTAP_ERROR_NOT_FOUND, NULL, source,
                   SAMPLE_TAURUS_ID " was not found in CN North-Beijing4. It was deleted, or "
                                    "belongs to another project.");
  assert_sentence (HTAP_ERROR_NOT_FOUND, NULL, NULL,
                   "The TaurusDB instance was not found. It was deleted, or belongs to another "
                   "project.");
}

static void
test_codes (void)
{
  static const struct
  {
    HtapError kind;
    const char *code;
    const char *beginning;
  } cases[] = {
    { HTAP_ERROR_FORBIDDEN, "APIGW.0401", "Huawei Cloud does not accept requests" },
    { HTAP_ERROR_FORBIDDEN, "APIG.0402", "Huawei Cloud does not accept requests" },
    { HTAP_ERROR_FORBIDDEN, "APIGW.0801", "TaurusDB is not offered in this region" },
    { HTAP_ERROR_FORBIDDEN, "DBS.200044", "This IAM user may not list" },
  };
  g_autoptr (HtapSource) source = htap_test_sample_source ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HtapErrorDetails details = { .code = (char *) cases[i].code };
      g_autoptr (GError) error = NULL;
      g_autofree char *sentence = NULL;

      htap_error_set (&error, cases[i].kind, &details, "technical");
      sentence = htap_error_access_text_dup (error, source);
      g_assert_true (g_str_has_prefix (sentence, cases[i].beginning));
    }
}

static void
test_keyring (void)
{
  assert_sentence (HTAP_ERROR_KEYRING_LOCKED, NULL, NULL,
                   "The keyring is locked. Unlock it to sign in; nothing was lost.");
  assert_sentence (
      HTAP_ERROR_KEYRING_UNAVAILABLE, NULL, NULL,
      "No keyring service is running, so what is saved there cannot be read. Start the "
      "service and try again, or sign in until you quit; nothing was lost.");
}

static void
test_config (void)
{
  static const struct
  {
    HtapErrorReason reason;
    const char *subject;
    const char *sentence;
  } cases[] = {
    { HTAP_ERROR_REASON_NOT_HTTPS, "http://host",
      "http://host does not begin with https://, so your sign-in could be read on the way. Correct "
      "the endpoint in the profile." },
    { HTAP_ERROR_REASON_BAD_ENDPOINT, "https://host",
      "There is no TaurusDB API at https://host. Correct the endpoint in the profile." },
    { HTAP_ERROR_REASON_BAD_ID, "../x",
      "“../x” is not an ID: it may have letters and digits only. Correct it in the profile." },
    { HTAP_ERROR_REASON_UNKNOWN_REGION, "private-1",
      "No endpoint is known for the region private-1. Enter one in the profile." },
    { HTAP_ERROR_REASON_NO_IAM_ENDPOINT, "private-1",
      "No IAM endpoint is known for the region private-1. Enter one in the profile." },
    { HTAP_ERROR_REASON_UNKNOWN_PROJECT, "23a5",
      "The project 23a5 does not exist in this account, or this IAM user may not enter it. Correct "
      "the project ID in the profile." },
    { HTAP_ERROR_REASON_PROJECT_ID_NEEDED, "cn-north-4",
      "This IAM user may not look up the project ID of CN North-Beijing4. Copy it from My "
      "Credentials in the console and enter it in the profile." },
    { HTAP_ERROR_REASON_PROJECT_ID_NEEDED, NULL,
      "This IAM user may not look up the project ID. Copy it from My Credentials in the console and "
      "enter it in the profile." },
    { HTAP_ERROR_REASON_BAD_CA_FILE, "/etc/ca.pem",
      "/etc/ca.pem is not a readable PEM file of CA certificates. Correct the CA file in the "
      "profile." },
    { HTAP_ERROR_REASON_NO_PROJECT, NULL,
      "The profile has no project in CN North-Beijing4. Enter its project ID." },
    { HTAP_ERROR_REASON_NONE, NULL, "A setting of the profile is wrong. Edit the profile." },
    { HTAP_ERROR_REASON_NONE, "CaFile",
      "A setting of the profile is wrong: CaFile. Edit the profile." },
  };
  g_autoptr (HtapSource) source = htap_test_sample_source ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HtapErrorDetails details = { .reason = cases[i].reason,
                                         .subject = (char *) cases[i].subject };

      assert_sentence (HTAP_ERROR_CONFIG, &details, source, cases[i].sentence);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-access-text/not-found", test_not_found);
  g_test_add_func ("/error-access-text/codes", test_codes);
  g_test_add_func ("/error-access-text/keyring", test_keyring);
  g_test_add_func ("/error-access-text/config", test_config);

  return g_test_run ();
}
