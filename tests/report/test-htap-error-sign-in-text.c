/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-sign-in-text.h"

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
  sentence = htap_error_sign_in_text_dup (error, source);
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
  g_autoptr (HtapSource) without_id =
      htap_source_new (htap_source_get_profile (source), "cn-north-4", "", SAMPLE_TAURUS_ID);

  assert_sentence (HTAP_ERROR_FORBIDDEN, NULL, source,
                   "This IAM user may not list HTAP instances in project " SAMPLE_PROJECT_ID
                   ". " POLICY);
  assert_sentence (HTAP_ERROR_FORBIDDEN, NULL, NULL,
                   "This IAM user may not list HTAP instances. " POLICY);
  assert_sentence (HTAP_ERROR_FORBIDDEN, NULL, without_id,
                   "This IAM user may not list HTAP instances. " POLICY);
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
      "No secret access key is stored for the profile “Production”. Sign in with it; the profile is "
      "as it was.");
  htap_profile_set_sign_in (htap_source_get_profile (source), HTAP_SIGN_IN_TOKEN);
  assert_sentence (HTAP_ERROR_AUTH, &details, source,
                   "No token is stored for the profile “Production”. Sign in with a new one; the "
                   "profile is as it was.");
  assert_sentence (HTAP_ERROR_AUTH, &details, NULL,
                   "No token or key is stored for the profile. Edit it and enter one.");
  htap_profile_set_sign_in (htap_source_get_profile (source), HTAP_SIGN_IN_PASSWORD);
  assert_sentence (
      HTAP_ERROR_AUTH, &details, source,
      "No password is stored for the profile “Production”. Sign in with it; the profile is as it "
      "was.");
  htap_profile_set_origin (htap_source_get_profile (source), HTAP_PROFILE_ENVIRONMENT);
  assert_sentence (HTAP_ERROR_AUTH, &details, source,
                   "The environment has nothing to sign in with. Set HW_AUTH_TOKEN.");
}

static void
test_reasons (void)
{
  static const struct
  {
    HtapErrorReason reason;
    const char *beginning;
  } cases[] = {
    { HTAP_ERROR_REASON_WRONG_PASSWORD, "User name or password is wrong. A HUAWEI ID cannot" },
    { HTAP_ERROR_REASON_ACCOUNT_LOCKED, "The account is locked" },
    { HTAP_ERROR_REASON_NOT_IAM_USER, "A HUAWEI ID or a federated user cannot sign in here." },
    { HTAP_ERROR_REASON_MFA, "This IAM user has login protection (MFA)" },
    { HTAP_ERROR_REASON_KEY_NOT_FOUND, "Access key ID not found." },
    { HTAP_ERROR_REASON_SIGNATURE_REFUSED, "The secret access key does not fit" },
    { HTAP_ERROR_REASON_KEY_LOCKED, "The access key is locked for 5 minutes" },
    { HTAP_ERROR_REASON_OTHER_REGION, "This token must be renewed, or belongs to another region." },
    { HTAP_ERROR_REASON_USER_DISABLED, "This IAM user is disabled." },
    { HTAP_ERROR_REASON_CONSOLE_ONLY, "This IAM user has no programmatic access;" },
    { HTAP_ERROR_REASON_TOKEN_EXPIRED, "Sign-in expired. Sign in again." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HtapErrorDetails details = { .reason = cases[i].reason };
      g_autoptr (GError) error = NULL;
      g_autofree char *sentence = NULL;

      htap_error_set (&error, HTAP_ERROR_AUTH, &details, "technical");
      sentence = htap_error_sign_in_text_dup (error, NULL);
      g_test_message ("%s", sentence);
      g_assert_true (g_str_has_prefix (sentence, cases[i].beginning));
    }
}

/* The permission that was missing has its name. */
static void
test_permission (void)
{
  static const HtapErrorDetails listing = { .reason = HTAP_ERROR_REASON_NO_PERMISSION,
                                            .subject = (char *) "gaussdb:htapInstance:list" };
  static const HtapErrorDetails other = { .reason = HTAP_ERROR_REASON_NO_PERMISSION,
                                          .subject = (char *) "gaussdb:instance:list" };

  assert_sentence (HTAP_ERROR_FORBIDDEN, &listing, NULL,
                   "This IAM user may not list HTAP instances. " POLICY);
  assert_sentence (HTAP_ERROR_FORBIDDEN, &other, NULL,
                   "This IAM user lacks the permission gaussdb:instance:list. Ask your account's "
                   "administrator for it, or for \"TaurusDB ReadOnlyAccess\" in this region's "
                   "project.");
}

/* With a clock that is off, nothing else is blamed. */
static void
test_clock_first (void)
{
  const HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_SIGNATURE_REFUSED,
                                     .clock_skew = -22 * 60 };

  assert_sentence (HTAP_ERROR_CLOCK_SKEW, &details, NULL,
                   "This computer's clock is 22 minutes behind. " RETRY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-sign-in-text/clock", test_clock);
  g_test_add_func ("/error-sign-in-text/forbidden", test_forbidden);
  g_test_add_func ("/error-sign-in-text/auth", test_auth);
  g_test_add_func ("/error-sign-in-text/no-credentials", test_no_credentials);
  g_test_add_func ("/error-sign-in-text/reasons", test_reasons);
  g_test_add_func ("/error-sign-in-text/permission", test_permission);
  g_test_add_func ("/error-sign-in-text/clock-first", test_clock_first);

  return g_test_run ();
}
