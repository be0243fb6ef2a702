/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-access-text.h"

#include "htap-error-sign-in-text.h"
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
  { "APIGW.0401", N_ ("Huawei Cloud does not accept requests from this computer's IP address. Ask "
                      "your account's administrator.") },
  { "APIGW.0402", N_ ("Huawei Cloud does not accept requests from this computer's IP address. Ask "
                      "your account's administrator.") },
  { "APIGW.0801",
    N_ ("TaurusDB is not offered in this region. Correct the region in the profile.") },
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
dup_not_found (HtapSource *source)
{
  g_autofree char *taurus = NULL;
  g_autofree char *region = NULL;

  if (source == NULL || htap_source_get_taurus_id (source) == NULL)
    return g_strdup (
        _ ("The TaurusDB instance was not found. It was deleted, or belongs to another "
           "project."));

  taurus = htap_safe_text_dup (htap_source_get_shown_name (source));
  region = htap_region_dup_name (htap_source_get_region (source));

  /* Translators: a TaurusDB instance and a region; %2$s and %1$s turn them round. */
  return g_strdup_printf (_ ("%s was not found in %s. It was deleted, or belongs to another "
                             "project."),
                          taurus, region);
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
dup_project_id_needed (const HtapErrorDetails *details)
{
  g_autofree char *name = htap_region_dup_name (details->subject);
  g_autofree char *region = htap_safe_text_dup (name);

  if (region == NULL)
    return g_strdup (_ ("This IAM user may not look up the project ID. Copy it from My Credentials "
                        "in the console and enter it in the profile."));

  /* Translators: %s is a region. */
  return g_strdup_printf (_ ("This IAM user may not look up the project ID of %s. Copy it from My "
                             "Credentials in the console and enter it in the profile."),
                          region);
}

static char *
dup_config (const HtapErrorDetails *details, HtapSource *source)
{
  g_autofree char *subject =
      htap_safe_text_dup (details->subject != NULL ? details->subject : details->endpoint);

  if (details->reason == HTAP_ERROR_REASON_NO_PROJECT)
    return dup_no_project (source);
  if (details->reason == HTAP_ERROR_REASON_PROJECT_ID_NEEDED)
    return dup_project_id_needed (details);
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
    case HTAP_ERROR_REASON_UNKNOWN_PROJECT:
      /* Translators: %s is a project's ID, or its name. */
      return g_strdup_printf (_ ("The project %s does not exist in this account, or this IAM user "
                                 "may not enter it. Correct the project ID in the profile."),
                              subject);
    case HTAP_ERROR_REASON_BAD_CA_FILE:
      /* Translators: %s is the path of a file. */
      return g_strdup_printf (_ ("%s is not a readable PEM file of CA certificates. Correct the CA "
                                 "file in the profile."),
                              subject);
    case HTAP_ERROR_REASON_NO_IAM_ENDPOINT:
      /* Translators: %s is a region's ID. */
      return g_strdup_printf (
          _ ("No IAM endpoint is known for the region %s. Enter one in the profile."), subject);
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
    case HTAP_ERROR_CLOCK_SKEW:
    case HTAP_ERROR_FORBIDDEN:
      return htap_error_sign_in_text_dup (error, source);
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
