/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-refresh-private.h"

/* What a refresh asks for: each profile's secret once, and with it its sources, its projects'
 * TaurusDB instances and the names of its enterprise projects. How many requests are in flight at
 * once is the client's business. */

/* A profile's secret; its sources and discoveries wait for it together. */
typedef struct
{
  HtapCredentials *credentials; /* (nullable) */
  GError *error;                /* (nullable): why there are none */
  GPtrArray *waiting;           /* (nullable): HtapSource or HtapDiscovery; NULL once looked up */
} Secret;

typedef struct
{
  HtapRefresh *refresh;
  HtapProfile *profile;
} SecretStep;

typedef struct
{
  HtapRefresh *refresh;
  gpointer item; /* HtapSource, HtapDiscovery or HtapProfile */
} AskStep;

static void
secret_free (gpointer data)
{
  Secret *secret = data;

  g_clear_pointer (&secret->credentials, htap_credentials_unref);
  g_clear_error (&secret->error);
  g_clear_pointer (&secret->waiting, g_ptr_array_unref);
  g_free (secret);
}

static void
secret_step_free (SecretStep *step)
{
  g_object_unref (step->refresh);
  g_object_unref (step->profile);
  g_free (step);
}

static AskStep *
ask_step_new (HtapRefresh *refresh, gpointer item)
{
  AskStep *step = g_new0 (AskStep, 1);

  step->refresh = g_object_ref (refresh);
  step->item = g_object_ref (item);

  return step;
}

static void
ask_step_free (AskStep *step)
{
  g_object_unref (step->refresh);
  g_object_unref (step->item);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SecretStep, secret_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AskStep, ask_step_free)

static void
settle_source (HtapRefresh *self, HtapSource *source, HtapAnswer *answer, const GError *error)
{
  g_hash_table_remove (self->asked, source);

  if (self->listener != NULL)
    self->listener->answered (self, source, answer, error, self->user_data);
  else
    g_clear_pointer (&answer, htap_answer_free);

  htap_refresh_count (self, error);
}

static void
on_names_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AskStep) step = user_data;
  HtapRefresh *self = step->refresh;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) names =
      htap_client_list_enterprise_projects_finish (HTAP_CLIENT (object), result, &error);

  g_hash_table_remove (self->asked, step->item);
  if (self->listener != NULL)
    self->listener->named (self, step->item, names, error, self->user_data);

  self->n_unnamed--;
  htap_refresh_check (self);
}

/* They are the account's, so the first project that could be listed serves all of a profile. */
static void
ask_for_names (HtapRefresh *self, HtapDiscovery *discovery, HtapCredentials *credentials)
{
  HtapProfile *profile = htap_discovery_get_profile (discovery);
  GCancellable *cancellable;

  if (!g_hash_table_add (self->named, g_object_ref (profile)))
    return;

  cancellable = g_cancellable_new ();
  g_hash_table_insert (self->asked, profile, cancellable);
  self->n_unnamed++;
  htap_client_list_enterprise_projects_async (
      self->client, profile, htap_discovery_get_region (discovery),
      htap_discovery_get_project_id (discovery), credentials, cancellable, on_names_listed,
      ask_step_new (self, profile));
}

static void
settle_discovery (HtapRefresh *self,
                  HtapDiscovery *discovery,
                  GPtrArray *taurus,
                  gboolean complete,
                  const GError *error)
{
  const Secret *secret = g_hash_table_lookup (self->found, htap_discovery_get_profile (discovery));

  g_hash_table_remove (self->asked, discovery);

  if (self->listener != NULL)
    self->listener->discovered (self, discovery, taurus, complete, error, self->user_data);
  if (taurus != NULL && !self->stopped && secret != NULL)
    ask_for_names (self, discovery, secret->credentials);

  htap_refresh_end_listing (self);
}

static void
on_taurus_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AskStep) step = user_data;
  g_autoptr (GError) error = NULL;
  gboolean complete = FALSE;
  g_autoptr (GPtrArray) taurus =
      htap_client_list_taurus_instances_finish (HTAP_CLIENT (object), result, &complete, &error);

  settle_discovery (step->refresh, step->item, taurus, complete, error);
}

static void
on_htap_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AskStep) step = user_data;
  g_autoptr (GError) error = NULL;
  HtapAnswer *answer =
      htap_client_list_htap_instances_finish (HTAP_CLIENT (object), result, &error);

  if (answer != NULL)
    htap_source_set_found_project_id (step->item, answer->project_id);
  settle_source (step->refresh, step->item, answer, error);
}

static void
ask_with (HtapRefresh *self, gpointer item, const Secret *secret)
{
  GCancellable *cancellable = g_hash_table_lookup (self->asked, item);

  if (secret->credentials != NULL && HTAP_IS_SOURCE (item))
    htap_client_list_htap_instances_async (self->client, item, secret->credentials, cancellable,
                                           on_htap_listed, ask_step_new (self, item));
  else if (secret->credentials != NULL)
    htap_client_list_taurus_instances_async (
        self->client, htap_discovery_get_profile (item), htap_discovery_get_region (item),
        htap_discovery_get_project_id (item), secret->credentials, cancellable, on_taurus_listed,
        ask_step_new (self, item));
  else if (HTAP_IS_SOURCE (item))
    settle_source (self, item, NULL, secret->error);
  else
    settle_discovery (self, item, NULL, FALSE, secret->error);
}

static void
on_secrets_found (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SecretStep) step = user_data;
  Secret *secret = g_hash_table_lookup (step->refresh->found, step->profile);
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&secret->waiting);

  secret->credentials =
      htap_secret_store_lookup_finish (HTAP_SECRET_STORE (object), result, &secret->error);

  for (guint i = 0; i < waiting->len; i++)
    ask_with (step->refresh, waiting->pdata[i], secret);
}

static Secret *
look_up (HtapRefresh *self, HtapProfile *profile)
{
  Secret *secret = g_new0 (Secret, 1);
  SecretStep *step = g_new0 (SecretStep, 1);

  secret->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_insert (self->found, g_object_ref (profile), secret);
  step->refresh = g_object_ref (self);
  step->profile = g_object_ref (profile);
  htap_secret_store_lookup_async (self->secrets, profile, self->cancellable, on_secrets_found,
                                  step);

  return secret;
}

/* Returns: (transfer full): what a refresh finds of secrets, by #HtapProfile */
GHashTable *
htap_refresh_secrets_new (void)
{
  return g_hash_table_new_full (NULL, NULL, g_object_unref, secret_free);
}

/* Asks for @item, a source or a discovery, as soon as its profile's secret is known. */
void
htap_refresh_ask (HtapRefresh *self, gpointer item, HtapProfile *profile)
{
  Secret *secret = g_hash_table_lookup (self->found, profile);

  if (secret == NULL)
    secret = look_up (self, profile);

  if (secret->waiting != NULL)
    g_ptr_array_add (secret->waiting, g_object_ref (item));
  else
    ask_with (self, item, secret);
}
