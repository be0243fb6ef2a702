/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-credentials.h"

#include <string.h>

struct _HtapCredentials
{
  gatomicrefcount ref_count;
  char *secrets[HTAP_N_SECRETS];
};

G_DEFINE_BOXED_TYPE (HtapCredentials,
                     htap_credentials,
                     htap_credentials_ref,
                     htap_credentials_unref)

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/**
 * htap_credentials_new:
 *
 * The secrets a profile signs in with; atomically reference-counted, wiped from memory when freed.
 *
 * Returns: (transfer full): credentials without any secret
 */
HtapCredentials *
htap_credentials_new (void)
{
  HtapCredentials *self = g_new0 (HtapCredentials, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

HtapCredentials *
htap_credentials_new_token (const char *token)
{
  HtapCredentials *self = htap_credentials_new ();

  htap_credentials_set (self, HTAP_SECRET_TOKEN, token);

  return self;
}

HtapCredentials *
htap_credentials_ref (HtapCredentials *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
htap_credentials_unref (HtapCredentials *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    htap_secret_free (self->secrets[kind]);
  g_free (self);
}

/**
 * htap_credentials_copy:
 *
 * Returns: (transfer full): credentials of their own with the same secrets
 */
HtapCredentials *
htap_credentials_copy (const HtapCredentials *self)
{
  HtapCredentials *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = htap_credentials_new ();
  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    htap_credentials_set (copy, kind, self->secrets[kind]);

  return copy;
}

/**
 * htap_credentials_set:
 * @secret: (nullable): copied; %NULL or empty takes it away
 */
void
htap_credentials_set (HtapCredentials *self, HtapSecretKind kind, const char *secret)
{
  char *replaced;

  g_return_if_fail (self != NULL);
  g_return_if_fail (kind < HTAP_N_SECRETS);

  /* Copied first: @secret may be the very one that is replaced. */
  replaced = self->secrets[kind];
  self->secrets[kind] = secret != NULL && *secret != '\0' ? g_strdup (secret) : NULL;
  htap_secret_free (replaced);
}

/**
 * htap_credentials_get:
 *
 * Returns: (transfer none) (nullable): the secret of that kind. It goes into a request or into the
 *   keyring, and nowhere else.
 */
const char *
htap_credentials_get (const HtapCredentials *self, HtapSecretKind kind)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (kind < HTAP_N_SECRETS, NULL);

  return self->secrets[kind];
}

/**
 * htap_credentials_is_empty:
 *
 * Returns: whether there is no secret of any kind
 */
gboolean
htap_credentials_is_empty (const HtapCredentials *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    if (self->secrets[kind] != NULL)
      return FALSE;

  return TRUE;
}

/**
 * htap_credentials_equal:
 *
 * Returns: whether both hold the same secrets
 */
gboolean
htap_credentials_equal (const HtapCredentials *a, const HtapCredentials *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    if (g_strcmp0 (a->secrets[kind], b->secrets[kind]) != 0)
      return FALSE;

  return TRUE;
}

/**
 * htap_secret_kind_get_id:
 *
 * Returns: (transfer none): the value of the keyring item's attribute `kind`
 */
const char *
htap_secret_kind_get_id (HtapSecretKind kind)
{
  static const char *const ids[HTAP_N_SECRETS] = {
    [HTAP_SECRET_TOKEN] = "token",
    [HTAP_SECRET_PASSWORD] = "password",
    [HTAP_SECRET_SECRET_KEY] = "secret-key",
    [HTAP_SECRET_SECURITY_TOKEN] = "security-token",
  };

  g_return_val_if_fail (kind < HTAP_N_SECRETS, NULL);

  return ids[kind];
}

/**
 * htap_secret_clean:
 * @pasted: (nullable): what a person typed or pasted for a token or a key
 *
 * A secret travels in an HTTP header: surrounding white space is cut off, the invisible characters
 * that web pages and chats add included, and anything else but printable ASCII without spaces is
 * refused, since libsoup would drop such a header.
 *
 * Returns: (transfer full) (nullable): to be freed with htap_secret_free(); %NULL if nothing is
 * left or a character cannot be part of it
 */
char *
htap_secret_clean (const char *pasted)
{
  const char *end;

  if (pasted == NULL || !g_utf8_validate (pasted, -1, &end))
    return NULL;

  while (*pasted != '\0' && is_blank (g_utf8_get_char (pasted)))
    pasted = g_utf8_next_char (pasted);
  while (end > pasted && is_blank (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  for (const char *c = pasted; c < end; c++)
    if (!g_ascii_isgraph (*c))
      return NULL;

  return end > pasted ? g_strndup (pasted, (gsize) (end - pasted)) : NULL;
}

/**
 * htap_secret_free:
 * @secret: (nullable) (transfer full): wiped from memory, then freed
 */
void
htap_secret_free (char *secret)
{
  if (secret == NULL)
    return;

  /* explicit_bzero() is not optimised away as a memset() before a free() may be. */
  explicit_bzero (secret, strlen (secret));
  g_free (secret);
}
