/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-token-store.h"

#include <string.h>

/* How long before its end a token is renewed, seconds; less for one that lives short. */
#define MARGIN (5 * 60)

struct _HtapTokenStore
{
  GHashTable *entries;  /* scope → Entry */
  GHashTable *refused;  /* scopes whose last token was refused */
  GHashTable *projects; /* region → id of its own project */
};

typedef struct
{
  HtapToken *token;
  gint64 renew_at;
  gboolean is_renewal; /* took the place of one that was refused */
  gboolean is_accepted;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  htap_token_free (entry->token);
  g_free (entry);
}

static const char *
find_scope (HtapTokenStore *self, const char *secret, Entry **found)
{
  GHashTableIter iter;
  gpointer scope, entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &scope, &entry))
    if (g_str_equal (((Entry *) entry)->token->secret, secret))
      {
        *found = entry;
        return scope;
      }

  return NULL;
}

HtapTokenStore *
htap_token_store_new (void)
{
  HtapTokenStore *self = g_new0 (HtapTokenStore, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->projects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
htap_token_store_free (HtapTokenStore *self)
{
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->refused);
  g_hash_table_unref (self->projects);
  g_free (self);
}

/**
 * htap_token_store_find:
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer none) (nullable): the token for @scope; %NULL if there is none, or one that is
 *   about to expire
 */
const char *
htap_token_store_find (HtapTokenStore *self, const char *scope, gint64 now)
{
  const Entry *entry = g_hash_table_lookup (self->entries, scope);

  return entry != NULL && now < entry->renew_at ? entry->token->secret : NULL;
}

/**
 * htap_token_store_find_project:
 *
 * Returns: (transfer none) (nullable): the id of the region's own project, if a token told it
 */
const char *
htap_token_store_find_project (HtapTokenStore *self, const char *region)
{
  return g_hash_table_lookup (self->projects, region);
}

/**
 * htap_token_store_keep:
 * @scope: what was asked for
 * @token: (transfer full): what came
 * @now: seconds since 1970 UTC, by a clock that may be wrong but goes on
 *
 * Keeps a fresh token. One for a region's own project is kept for who asks for that project by its
 * id.
 */
void
htap_token_store_keep (HtapTokenStore *self, const char *scope, HtapToken *token, gint64 now)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *region = NULL;
  g_autofree char *project_id = NULL;
  g_autofree char *key = NULL;

  htap_token_scope_split (scope, &region, &project_id);
  if (region != NULL && project_id == NULL && token->project_id != NULL)
    {
      g_hash_table_insert (self->projects, g_strdup (region), g_strdup (token->project_id));
      key = htap_token_scope_new (region, token->project_id);
    }
  else
    key = g_strdup (scope);

  entry->token = token;
  entry->renew_at = now + token->lifetime - MIN (MARGIN, token->lifetime / 10);
  entry->is_renewal = g_hash_table_remove (self->refused, key);
  g_hash_table_insert (self->entries, g_steal_pointer (&key), entry);
}

/**
 * htap_token_store_accept:
 * @secret: a token that a service took
 */
void
htap_token_store_accept (HtapTokenStore *self, const char *secret)
{
  Entry *entry = NULL;

  if (find_scope (self, secret, &entry) != NULL)
    entry->is_accepted = TRUE;
}

/**
 * htap_token_store_refuse:
 * @secret: a token that a service refused
 *
 * Drops the token, unless it has been replaced already, or is itself the replacement of a refused
 * one and nobody ever took it: a third would be no better.
 *
 * Returns: whether another token is worth trying
 */
gboolean
htap_token_store_refuse (HtapTokenStore *self, const char *secret)
{
  Entry *entry = NULL;
  const char *scope = find_scope (self, secret, &entry);

  if (scope == NULL)
    return TRUE;
  if (entry->is_renewal && !entry->is_accepted)
    return FALSE;

  g_hash_table_add (self->refused, g_strdup (scope));
  g_hash_table_remove (self->entries, scope);

  return TRUE;
}

static gboolean
is_not_accepted (gpointer scope, gpointer entry, gpointer user_data)
{
  return !((Entry *) entry)->is_accepted;
}

/**
 * htap_token_store_forgive:
 *
 * Drops what nobody ever took, for a person wants to try again.
 */
void
htap_token_store_forgive (HtapTokenStore *self)
{
  g_hash_table_foreach_remove (self->entries, is_not_accepted, NULL);
}

/**
 * htap_token_scope_new:
 * @region: (nullable): %NULL for the whole account
 * @project_id: (nullable): %NULL for the region's own project
 *
 * Returns: (transfer full): the two in one text
 */
char *
htap_token_scope_new (const char *region, const char *project_id)
{
  return g_strconcat (region != NULL ? region : "", "/", project_id != NULL ? project_id : "",
                      NULL);
}

/**
 * htap_token_scope_split:
 * @region: (out) (nullable): as given to htap_token_scope_new()
 * @project_id: (out) (nullable): likewise
 */
void
htap_token_scope_split (const char *scope, char **region, char **project_id)
{
  const char *slash = strchr (scope, '/');

  *region = slash > scope ? g_strndup (scope, (gsize) (slash - scope)) : NULL;
  *project_id = slash[1] != '\0' ? g_strdup (slash + 1) : NULL;
}
