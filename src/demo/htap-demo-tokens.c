/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-tokens.h"

/* As long as the cloud's own, which do not fit everywhere. */
#define TOKEN_LENGTH 9120

struct _HtapDemoTokens
{
  GHashTable *issued; /* text -> HtapDemoToken */
  guint lifetime;     /* seconds */
};

static void
token_free (gpointer data)
{
  HtapDemoToken *token = data;

  g_free (token->project_id);
  g_free (token);
}

static char *
make_text (void)
{
  g_autofree char *uuid = g_uuid_string_random ();
  GString *text = g_string_sized_new (TOKEN_LENGTH);

  g_string_append_printf (text, "MIIdemo%s", uuid);
  while (text->len < TOKEN_LENGTH)
    g_string_append_c (text, (char) ('A' + text->len % 26));

  return g_string_free (text, FALSE);
}

HtapDemoTokens *
htap_demo_tokens_new (void)
{
  HtapDemoTokens *self = g_new0 (HtapDemoTokens, 1);

  self->issued = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, token_free);
  self->lifetime = HTAP_DEMO_TOKEN_LIFETIME;

  return self;
}

void
htap_demo_tokens_free (HtapDemoTokens *self)
{
  g_hash_table_unref (self->issued);
  g_free (self);
}

/**
 * htap_demo_tokens_issue:
 * @project_id: (nullable): the project it is for; %NULL for the account
 * @now: microseconds since 1970 UTC
 *
 * Returns: (transfer none): a new token; those issued before stay good, as they do in the cloud
 */
const char *
htap_demo_tokens_issue (HtapDemoTokens *self,
                        const HtapDemoUser *user,
                        const char *project_id,
                        gint64 now)
{
  HtapDemoToken *token = g_new0 (HtapDemoToken, 1);
  char *text = make_text ();

  token->user = user;
  token->project_id = g_strdup (project_id);
  token->expires_at = now + (gint64) self->lifetime * G_USEC_PER_SEC;
  g_hash_table_insert (self->issued, text, token);

  return text;
}

/**
 * htap_demo_tokens_find:
 *
 * Returns: (transfer none) (nullable): what it stands for, expired or not; %NULL for one that was
 *   never issued
 */
const HtapDemoToken *
htap_demo_tokens_find (HtapDemoTokens *self, const char *text)
{
  return g_hash_table_lookup (self->issued, text);
}

/**
 * htap_demo_tokens_count:
 *
 * Returns: how many tokens were issued, the expired ones included
 */
guint
htap_demo_tokens_count (HtapDemoTokens *self)
{
  return g_hash_table_size (self->issued);
}

guint
htap_demo_tokens_get_lifetime (HtapDemoTokens *self)
{
  return self->lifetime;
}

/**
 * htap_demo_tokens_set_lifetime:
 * @seconds: how long tokens live that are issued from now on
 */
void
htap_demo_tokens_set_lifetime (HtapDemoTokens *self, guint seconds)
{
  self->lifetime = seconds;
}

/**
 * htap_demo_tokens_expire:
 * @now: microseconds since 1970 UTC
 *
 * Ends the life of every token that was issued so far.
 */
void
htap_demo_tokens_expire (HtapDemoTokens *self, gint64 now)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->issued);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      HtapDemoToken *token = value;

      token->expires_at = MIN (token->expires_at, now);
    }
}
