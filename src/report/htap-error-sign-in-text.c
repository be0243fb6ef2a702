/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-sign-in-text.h"

#include "htap-format.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Causes that the service names. */
static const struct
{
  HtapErrorReason reason;
  const char *sentence;
} reasons[] = {
  { HTAP_ERROR_REASON_OTHER_REGION,
    N_ ("This token must be renewed, or belongs to another region. A token works only "
        "in the project it was issued for.") },
  { HTAP_ERROR_REASON_ACCOUNT_LOCKED,
    N_ ("The account is locked after too many failed sign-ins. Try again later, or ask "
        "your account's administrator.") },
  { HTAP_ERROR_REASON_WRONG_PASSWORD,
    N_ ("User name or password is wrong. A HUAWEI ID cannot sign in here; use an IAM "
        "user of the account.") },
  { HTAP_ERROR_REASON_NOT_IAM_USER,
    N_ ("A HUAWEI ID or a federated user cannot sign in here. Use an IAM user of the account, or "
        "an access key.") },
  { HTAP_ERROR_REASON_MFA,
    N_ ("This IAM user has login protection (MFA), for which a password alone is not enough. Sign "
        "in with an access key instead.") },
  { HTAP_ERROR_REASON_USER_DISABLED,
    N_ ("This IAM user is disabled. Ask your account's administrator.") },
  { HTAP_ERROR_REASON_CONSOLE_ONLY,
    N_ ("This IAM user has no programmatic access; the administrator must enable it.") },
  { HTAP_ERROR_REASON_KEY_NOT_FOUND,
    N_ ("Access key ID not found. It may have been deleted or disabled, or belong to the other "
        "Huawei Cloud site (China or International).") },
  { HTAP_ERROR_REASON_SIGNATURE_REFUSED,
    N_ ("The secret access key does not fit the access key ID. Not tried again: more than five "
        "failures lock the key for 5 minutes.") },
  { HTAP_ERROR_REASON_KEY_LOCKED,
    N_ ("The access key is locked for 5 minutes, after more than five failures. Wait, check both "
        "halves of it in the profile, and try again.") },
};

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
  if (htap_profile_get_sign_in (profile) == HTAP_SIGN_IN_PASSWORD)
    /* Translators: %s is the name of a profile. */
    return g_strdup_printf (
        _ ("No password is stored for the profile “%s”. Sign in with it; the profile is as it was."),
        name);

  if (htap_profile_get_sign_in (profile) == HTAP_SIGN_IN_TOKEN)
    /* Translators: %s is the name of a profile. */
    return g_strdup_printf (
        _ ("No token is stored for the profile “%s”. Sign in with a new one; the profile is as it "
           "was."),
        name);

  /* Translators: %s is the name of a profile. */
  return g_strdup_printf (
      _ ("No secret access key is stored for the profile “%s”. Sign in with it; the profile is as it "
         "was."),
      name);
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
dup_may_not_list (HtapSource *source)
{
  g_autofree char *project_id =
      source != NULL ? htap_safe_text_dup (htap_source_get_found_project_id (source)) : NULL;

  if (source != NULL && htap_source_get_taurus_id (source) == NULL)
    return g_strdup (_ ("This IAM user may not list TaurusDB instances. Ask your account's "
                        "administrator for \"TaurusDB ReadOnlyAccess\" in this region's project, "
                        "or the action gaussdb:instance:list (identity policy: "
                        "gaussdbformysql:instance:list); or add the instances by ID."));
  if (project_id == NULL || *project_id == '\0')
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

/* Names what is missing, unless it is the very permission that is always asked for. */
static char *
dup_forbidden (const HtapErrorDetails *details, HtapSource *source)
{
  g_autofree char *permission = htap_safe_text_dup (details->subject);

  if (details->reason != HTAP_ERROR_REASON_NO_PERMISSION || permission == NULL ||
      strstr (permission, ":htapInstance:") != NULL)
    return dup_may_not_list (source);

  /* Translators: %s is a permission: “gaussdb:instance:list”; “TaurusDB ReadOnlyAccess” is the name
   * of a policy. */
  return g_strdup_printf (_ ("This IAM user lacks the permission %s. Ask your account's "
                             "administrator for it, or for \"TaurusDB ReadOnlyAccess\" in this "
                             "region's project."),
                          permission);
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

/**
 * htap_error_sign_in_text_dup:
 * @error: an #HtapError about who asks and what they may see
 * @source: (nullable): where it happened
 *
 * Returns: (transfer full): what htap_error_text_dup_sentence() says of it
 */
char *
htap_error_sign_in_text_dup (const GError *error, HtapSource *source)
{
  const HtapErrorDetails *details = htap_error_get_details (error);

  if (error->code == HTAP_ERROR_CLOCK_SKEW)
    return dup_clock_skew (details);

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].reason == details->reason)
      return g_strdup (_ (reasons[i].sentence));

  return error->code == HTAP_ERROR_FORBIDDEN ? dup_forbidden (details, source)
                                             : dup_auth (details, source);
}
