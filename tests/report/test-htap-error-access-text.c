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

#define RETRY                                                                                      \
  "Requests more than 15 minutes off are refused. Set the clock and try again; your keys are not " \
  "the problem."

static void
test_clock (void)
{
  static const struct
  {
    gint64 skew;
    const char *sentence;
  } cases[] = {
    { -22 * 60, "This computer's clock is 22 minutes behind. " RETRY },
    { 22 * 60 + 59, "This computer's clock is 22 minutes ahead. " RETRY },
    { 60, "This computer's clock is 1 minute ahead. " RETRY },
    { -8 * 3600, "This computer's clock is 8 hours behind. " RETRY },
    { -G_GINT64_CONSTANT (86400) * 20000, "This computer's clock is 20000 days behind. " RETRY },
    { 0, "This computer's clock is wrong. " RETRY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HtapErrorDetails details = { .clock_skew = cases[i].skew };

      assert_sentence (HTAP_ERROR_CLOCK_SKEW, &details, NULL, cases[i].sentence);
    }
}

#define POLICY                                                                                     \
  "Ask your account's administrator for \"TaurusDB ReadOnlyAccess\" in this region's project, or " \
  "the action gaussdb:htapInstance:list (identity policy: gaussdbformysql:htapInstance:get)."

static void
test_forbidden (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();

  assert_sentence (HTAP_ERROR_FORBIDDEN, NULL, source,
                   "This IAM user may not list HTAP instances in project " SAMPLE_PROJECT_ID
                   ". " POLICY);
  assert_sentence (HTAP_ERROR_FORBIDDEN, NULL, NULL,
                   "This IAM user may not list HTAP instances. " POLICY);
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
test_auth (void)
{
  static const struct
  {
    HtapSignIn sign_in;
    const char *sentence;
  } cases[] = {
    { HTAP_SIGN_IN_TOKEN, "The token is not accepted: it has expired or was revoked. Get a new one "
                          "and sign in with it." },
    { HTAP_SIGN_IN_PASSWORD, "Sign-in expired. Sign in again." },
    { HTAP_SIGN_IN_ACCESS_KEY, "The access key is not accepted. Not tried again: more than five "
                               "failures lock the key for 5 minutes. Check both halves of it in "
                               "the profile." },
  };
  g_autoptr (HtapSource) source = htap_test_sample_source ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      htap_profile_set_sign_in (htap_source_get_profile (source), cases[i].sign_in);
      assert_sentence (HTAP_ERROR_AUTH, NULL, source, cases[i].sentence);
    }
  assert_sentence (HTAP_ERROR_AUTH, NULL, NULL, "Sign-in expired. Sign in again.");

  /* A token that was accepted before. */
  htap_profile_set_sign_in (htap_source_get_profile (source), HTAP_SIGN_IN_TOKEN);
  htap_source_succeed (source, 1711116151, 0, 10, 0, NULL);
  assert_sentence (HTAP_ERROR_AUTH, NULL, source, "Sign-in expired.");
}

static void
test_no_credentials (void)
{
  const HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_NO_CREDENTIALS };
  g_autoptr (HtapSource) source = htap_test_sample_source ();

  htap_profile_set_sign_in (htap_source_get_profile (source), HTAP_SIGN_IN_ACCESS_KEY);
  assert_sentence (
      HTAP_ERROR_AUTH, &details, source,
      "No token or key is stored for the profile “Production”. Edit it and enter one.");
  htap_profile_set_sign_in (htap_source_get_profile (source), HTAP_SIGN_IN_TOKEN);
  assert_sentence (HTAP_ERROR_AUTH, &details, source,
                   "No token is stored for the profile “Production”. Sign in with a new one; the "
                   "profile is as it was.");
  assert_sentence (HTAP_ERROR_AUTH, &details, NULL,
                   "No token or key is stored for the profile. Edit it and enter one.");
  htap_profile_set_origin (htap_source_get_profile (source), HTAP_PROFILE_ENVIRONMENT);
  assert_sentence (HTAP_ERROR_AUTH, &details, source,
                   "The environment has nothing to sign in with. Set HW_AUTH_TOKEN.");
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
    { HTAP_ERROR_AUTH, "APIGW.0307",
      "This token must be renewed, or belongs to another region. A token works only in the project "
      "it was issued for." },
    { HTAP_ERROR_AUTH, "APIG.0307", "This token must be renewed" },
    { HTAP_ERROR_AUTH, "IAM.0062",
      "User name or password is wrong. A HUAWEI ID cannot sign in here; use an IAM user of the "
      "account." },
    { HTAP_ERROR_AUTH, "IAM.0061", "The account is locked" },
    { HTAP_ERROR_FORBIDDEN, "IAM.0081",
      "This IAM user has no programmatic access; the administrator must enable it." },
    { HTAP_ERROR_FORBIDDEN, "IAM.0080", "This IAM user is disabled" },
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

  g_test_add_func ("/error-access-text/clock", test_clock);
  g_test_add_func ("/error-access-text/forbidden", test_forbidden);
  g_test_add_func ("/error-access-text/not-found", test_not_found);
  g_test_add_func ("/error-access-text/auth", test_auth);
  g_test_add_func ("/error-access-text/no-credentials", test_no_credentials);
  g_test_add_func ("/error-access-text/codes", test_codes);
  g_test_add_func ("/error-access-text/keyring", test_keyring);
  g_test_add_func ("/error-access-text/config", test_config);

  return g_test_run ();
}
