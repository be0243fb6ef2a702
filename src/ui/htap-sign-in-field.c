/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in-field.h"

#include <glib/gi18n-lib.h>

/* In the order of the form. Those of one method stand together. */
static const HtapSignInField fields[HTAP_N_SIGN_IN_FIELDS] = {
  {
      .sign_in = HTAP_SIGN_IN_TOKEN,
      .title = N_ ("Token"),
      .saved_title = N_ ("Token (saved, type to replace)"),
      .entered_title = N_ ("Token (entered, type to replace)"),
      .secret = HTAP_SECRET_TOKEN,
      .missing = N_ ("Enter the token."),
  },
  {
      .sign_in = HTAP_SIGN_IN_PASSWORD,
      .title = N_ ("Account name"),
      .get = htap_profile_get_account,
      .set = htap_profile_set_account,
      .secret = HTAP_N_SECRETS,
      .missing = N_ ("Enter the account’s name. The console shows it under My Credentials."),
  },
  {
      .sign_in = HTAP_SIGN_IN_PASSWORD,
      .title = N_ ("IAM user name"),
      .get = htap_profile_get_user,
      .set = htap_profile_set_user,
      .secret = HTAP_N_SECRETS,
      .missing = N_ ("Enter the IAM user’s name. A HUAWEI ID cannot sign in here."),
  },
  {
      .sign_in = HTAP_SIGN_IN_PASSWORD,
      .title = N_ ("Password"),
      .saved_title = N_ ("Password (saved, type to replace)"),
      .entered_title = N_ ("Password (entered, type to replace)"),
      .secret = HTAP_SECRET_PASSWORD,
      .missing = N_ ("Enter the password."),
      .stays_behind = N_ ("The saved password belongs to another user. Enter this user’s."),
  },
  {
      .sign_in = HTAP_SIGN_IN_ACCESS_KEY,
      .title = N_ ("Access key ID"),
      .get = htap_profile_get_access_key_id,
      .set = htap_profile_set_access_key_id,
      .secret = HTAP_N_SECRETS,
      .missing = N_ ("Enter the access key’s ID."),
  },
  {
      .sign_in = HTAP_SIGN_IN_ACCESS_KEY,
      .title = N_ ("Secret access key"),
      .saved_title = N_ ("Secret access key (saved, type to replace)"),
      .entered_title = N_ ("Secret access key (entered, type to replace)"),
      .secret = HTAP_SECRET_SECRET_KEY,
      .missing = N_ ("Enter the secret access key."),
      .stays_behind = N_ ("The saved secret belongs to another access key. Enter this key’s."),
  },
  {
      .sign_in = HTAP_SIGN_IN_ACCESS_KEY,
      .title = N_ ("Security token (temporary keys only)"),
      .entered_title = N_ ("Security token (entered, type to replace)"),
      .secret = HTAP_SECRET_SECURITY_TOKEN,
      .is_optional = TRUE,
  },
};

/**
 * htap_sign_in_field_get:
 * @place: below %HTAP_N_SIGN_IN_FIELDS
 *
 * Returns: (transfer none): the field
 */
const HtapSignInField *
htap_sign_in_field_get (guint place)
{
  g_return_val_if_fail (place < HTAP_N_SIGN_IN_FIELDS, NULL);

  return &fields[place];
}

gboolean
htap_sign_in_field_is_secret (const HtapSignInField *self)
{
  return self->secret != HTAP_N_SECRETS;
}

/* A password may have anything in it, white space at its ends included. */
static gboolean
is_taken_as_it_is (const HtapSignInField *self)
{
  return self->secret == HTAP_SECRET_PASSWORD;
}

/**
 * htap_sign_in_field_clean:
 * @text: what was typed or pasted
 *
 * Returns: (transfer full) (nullable): what goes into a profile or credentials, to be freed with
 *   htap_secret_free(); %NULL if there is nothing that could
 */
char *
htap_sign_in_field_clean (const HtapSignInField *self, const char *text)
{
  char *name;

  if (is_taken_as_it_is (self))
    return *text != '\0' ? g_strdup (text) : NULL;
  if (htap_sign_in_field_is_secret (self) || self->sign_in == HTAP_SIGN_IN_ACCESS_KEY)
    return htap_secret_clean (text);

  name = g_strstrip (g_strdup (text));
  if (*name == '\0')
    g_clear_pointer (&name, g_free);

  return name;
}

static gboolean
is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return *text == '\0';
}

static const char *
get_malformed (const HtapSignInField *self)
{
  switch (self->secret)
    {
    case HTAP_SECRET_TOKEN:
    case HTAP_SECRET_SECURITY_TOKEN:
      return _ ("A token has no spaces and no letters beyond ASCII.");
    case HTAP_SECRET_SECRET_KEY:
    case HTAP_SECRET_PASSWORD:
    case HTAP_N_SECRETS:
    default:
      return _ ("A key has no spaces and no letters beyond ASCII.");
    }
}

/**
 * htap_sign_in_field_check:
 * @text: what was typed or pasted
 * @required: whether there is none to fall back on
 * @message: (out): a sentence in the person's language, or %NULL
 */
HtapFormVerdict
htap_sign_in_field_check (const HtapSignInField *self,
                          const char *text,
                          gboolean required,
                          const char **message)
{
  char *clean = htap_sign_in_field_clean (self, text);

  *message = NULL;
  if (clean != NULL)
    htap_secret_free (clean);
  else if (!is_blank (text))
    *message = get_malformed (self);
  else if (required)
    *message = _ (self->missing);

  return *message != NULL ? HTAP_FORM_ERROR : HTAP_FORM_FINE;
}
