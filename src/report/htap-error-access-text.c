/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-access-text.h"

#include "htap-format.h"
#include "htap-region.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Service codes that say more than the kind of error does. */
static const struct
{
  const char *code;
  const char *sentence;
} known_codes[] = {
  { "APIGW.0307",
    N_ ("This token must be renewed, or belongs to another region. A token works only "
        "in the project it was issued for.") },
  { "APIGW.0401", N_ ("Huawei Cloud does not accept requests from this computer's IP address. Ask "
                      "your account's administrator.") },
  { "APIGW.0402", N_ ("Huawei Cloud does not accept requests from this computer's IP address. Ask "
                      "your account's administrator.") },
  { "APIGW.0801",
    N_ ("TaurusDB is not offered in this region. Correct the region in the profile.") },
  { "IAM.0061", N_ ("The account is locked after too many failed sign-ins. Try again later, or ask "
                    "your account's administrator.") },
  { "IAM.0062", N_ ("User name or password is wrong. A HUAWEI ID cannot sign in here; use an IAM "
                    "user of the account.") },
  { "IAM.0080", N_ ("This IAM user is disabled. Ask your account's administrator.") },
  { "IAM.0081",
    N_ ("This IAM user has no programmatic access; the administrator must enable it.") },
  { "IAM.0082", N_ ("This IAM user is disabled. Ask your account's administrator.") },
};

/* Gateways write their codes with APIG. or with APIGW. in front. */
static const char *
find_sentence_of_code (const char *code)
{
  g_autofree char *normalized = NULL;

  if (code == NULL)
    return NULL;

  normalized = g_str_has_prefix (code, "APIG.")
                   ? g_strconcat ("APIGW.", code + strlen ("APIG."), NULL)
                   : g_strdup (code);
  for (guint i = 0; i < G_N_ELEMENTS (known_codes); i++)
    if (g_str_equal (known_codes[i].code, normalized))
      return _ (known_codes[i].sentence);

  return NULL;
}

static char *
dup_no_credentials (HtapSource *source)
{
  HtapProfile *profile = source != NULL ? htap_source_get_profile (source) : NULL;
  g_autofree char *name = NULL;

  if (profile == NULL)
    return g_strdup (_ ("No token or key is stored for the profile. Edit it and enter one."));

  if (htap_profile_get_origin (profile) == HTAP_PROFILE_ENVIRONMENT)
    return g_strdup (_ ("The environment has nothing to sign in with. Set HW_AUTH_TOKEN."));

  name = htap_safe_text_dup (htap_profile_get_name (profile));

  if (htap_profile_get_sign_in (profile) == HTAP_SIGN_IN_TOKEN)
    /* Translators: %s is the name of a profile. */
    return g_strdup_printf (
        _ ("No token is stored for the profile “%s”. Sign in with a new one; the profile is as it "
           "was."),
        name);

  /* Translators: %s is the name of a profile. */
  return g_strdup_printf (
      _ ("No token or key is stored for the profile “%s”. Edit it and enter one."), name);
}

static char *
dup_auth (const HtapErrorDetails *details, HtapSource *source)
{
  HtapSignIn sign_in = source != NULL ? htap_profile_get_sign_in (htap_source_get_profile (source))
                                      : HTAP_SIGN_IN_PASSWORD;

  if (details->reason == HTAP_ERROR_REASON_NO_CREDENTIALS)
    return dup_no_credentials (source);
  /* It was accepted before. */
  if (sign_in == HTAP_SIGN_IN_TOKEN && htap_source_get_as_of (source) != 0)
    return g_strdup (_ ("Sign-in expired."));
  if (sign_in == HTAP_SIGN_IN_TOKEN)
    return g_strdup (_ ("The token is not accepted: it has expired or was revoked. Get a new one "
                        "and sign in with it."));
  if (sign_in == HTAP_SIGN_IN_ACCESS_KEY)
    return g_strdup (_ ("The access key is not accepted. Not tried again: more than five failures "
                        "lock the key for 5 minutes. Check both halves of it in the profile."));

  return g_strdup (_ ("Sign-in expired. Sign in again."));
}

static char *
dup_forbidden (HtapSource *source)
{
  g_autofree char *project_id =
      source != NULL ? htap_safe_text_dup (htap_source_get_project_id (source)) : NULL;

  if (project_id == NULL)
    return g_strdup (_ ("This IAM user may not list HTAP instances. Ask your account's "
                        "administrator for \"TaurusDB ReadOnlyAccess\" in this region's project, "
                        "or the action gaussdb:htapInstance:list (identity policy: "
                        "gaussdbformysql:htapInstance:get)."));

  /* Translators: %s is a project's ID; “TaurusDB ReadOnlyAccess” is the name of a policy. */
  return g_strdup_printf (_ ("This IAM user may not list HTAP instances in project %s. Ask your "
                             "account's administrator for \"TaurusDB ReadOnlyAccess\" in this "
                             "region's project, or the action gaussdb:htapInstance:list (identity "
                             "policy: gaussdbformysql:htapInstance:get)."),
                          project_id);
}

static char *
dup_not_found (HtapSource *source)
{
  g_autofree char *taurus = NULL;
  g_autofree char *region = NULL;
  const char *name;

  if (source == NULL)
    return g_strdup (
        _ ("The TaurusDB instance was not found. It was deleted, or belongs to another "
           "project."));

  name = htap_source_get_taurus_name (source);
  taurus = htap_safe_text_dup (name != NULL ? name : htap_source_get_taurus_id (source));
  region = htap_region_dup_name (htap_source_get_region (source));

  /* Translators: a TaurusDB instance and a region; %2$s and %1$s turn them round. */
  return g_strdup_printf (_ ("%s was not found in %s. It was deleted, or belongs to another "
                             "project."),
                          taurus, region);
}

static char *
dup_clock_skew (const HtapErrorDetails *details)
{
  g_autofree char *skew = htap_format_duration (ABS (details->clock_skew));

  if (details->clock_skew == 0)
    return g_strdup (_ ("This computer's clock is wrong. Requests more than 15 minutes off are "
                        "refused. Set the clock and try again; your keys are not the problem."));

  if (details->clock_skew > 0)
    /* Translators: %s is a duration: “22 minutes”. */
    return g_strdup_printf (_ ("This computer's clock is %s ahead. Requests more than 15 minutes "
                               "off are refused. Set the clock and try again; your keys are not "
                               "the problem."),
                            skew);

  /* Translators: %s is a duration: “22 minutes”. */
  return g_strdup_printf (
      _ ("This computer's clock is %s behind. Requests more than 15 minutes off "
         "are refused. Set the clock and try again; your keys are not the "
         "problem."),
      skew);
}

static char *
dup_no_project (HtapSource *source)
{
  g_autofree char *region = NULL;

  if (source == NULL)
    return g_strdup (_ ("The profile has no project in this region. Enter its project ID."));

  region = htap_region_dup_name (htap_source_get_region (source));

  /* Translators: %s is a region. */
  return g_strdup_printf (_ ("The profile has no project in %s. Enter its project ID."), region);
}

static char *
dup_config (const HtapErrorDetails *details, HtapSource *source)
{
  g_autofree char *subject =
      htap_safe_text_dup (details->subject != NULL ? details->subject : details->endpoint);

  if (details->reason == HTAP_ERROR_REASON_NO_PROJECT)
    return dup_no_project (source);
  if (subject == NULL)
    return g_strdup (_ ("A setting of the profile is wrong. Edit the profile."));

  switch (details->reason)
    {
    case HTAP_ERROR_REASON_NOT_HTTPS:
      /* Translators: %s is a URL or a host name. */
      return g_strdup_printf (
          _ ("%s does not begin with https://, so your sign-in could be read on "
             "the way. Correct the endpoint in the profile."),
          subject);
    case HTAP_ERROR_REASON_BAD_ENDPOINT:
      /* Translators: %s is a URL or a host name. */
      return g_strdup_printf (_ ("There is no TaurusDB API at %s. Correct the endpoint in the "
                                 "profile."),
                              subject);
    case HTAP_ERROR_REASON_BAD_ID:
      return g_strdup_printf (
          _ ("“%s” is not an ID: it may have letters and digits only. Correct it "
             "in the profile."),
          subject);
    case HTAP_ERROR_REASON_UNKNOWN_REGION:
      /* Translators: %s is a region's ID. */
      return g_strdup_printf (
          _ ("No endpoint is known for the region %s. Enter one in the profile."), subject);
    default:
      return g_strdup_printf (_ ("A setting of the profile is wrong: %s. Edit the profile."),
                              subject);
    }
}

/**
 * htap_error_access_text_dup:
 * @error: an #HtapError about who asks, what they may see, or what their profile says
 * @source: (nullable): where it happened
 *
 * Returns: (transfer full): what htap_error_text_dup_sentence() says of it
 */
char *
htap_error_access_text_dup (const GError *error, HtapSource *source)
{
  const HtapErrorDetails *details = htap_error_get_details (error);
  const char *sentence = find_sentence_of_code (details->code);

  if (sentence != NULL)
    return g_strdup (sentence);

  switch ((HtapError) error->code)
    {
    case HTAP_ERROR_AUTH:
      return dup_auth (details, source);
    case HTAP_ERROR_CLOCK_SKEW:
      return dup_clock_skew (details);
    case HTAP_ERROR_FORBIDDEN:
      return dup_forbidden (source);
    case HTAP_ERROR_NOT_FOUND:
      return dup_not_found (source);
    case HTAP_ERROR_KEYRING_LOCKED:
      return g_strdup (_ ("The keyring is locked. Unlock it to sign in; nothing was lost."));
    case HTAP_ERROR_KEYRING_UNAVAILABLE:
      return g_strdup (_ ("No keyring service is running, so what is saved there cannot be read. "
                          "Start the service and try again, or sign in until you quit; nothing was "
                          "lost."));
    case HTAP_ERROR_CONFIG:
    default:
      return dup_config (details, source);
    }
}
