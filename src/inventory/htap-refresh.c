/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-refresh.h"

#include "htap-refresh-private.h"

struct _HtapRefresh
{
  GObject parent_instance;
  HtapClient *client;
  HtapSecretStore *secrets;
  GPtrArray *sources;
  GHashTable *fetches;       /* HtapSource -> GCancellable, of those not yet answered */
  GCancellable *cancellable; /* of the look-ups */
  HtapRefreshAnswered answered;
  gpointer user_data;
  guint done;
  guint failed;
  gboolean stopped;
  gboolean quiet;
};

enum
{
  PROP_DONE = 1,
  PROP_FINISHED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapRefresh, htap_refresh, G_TYPE_OBJECT)

/* The sources of one profile wait together for its secret. */
typedef struct
{
  HtapRefresh *refresh;
  GPtrArray *sources;
} SecretStep;

typedef struct
{
  HtapRefresh *refresh;
  HtapSource *source;
} FetchStep;

static void
secret_step_free (SecretStep *step)
{
  g_object_unref (step->refresh);
  g_ptr_array_unref (step->sources);
  g_free (step);
}

static void
fetch_step_free (FetchStep *step)
{
  g_object_unref (step->refresh);
  g_object_unref (step->source);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SecretStep, secret_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FetchStep, fetch_step_free)

static void
settle (HtapRefresh *self, HtapSource *source, HtapAnswer *answer, const GError *error)
{
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_hash_table_remove (self->fetches, source);
  self->done++;
  if (error != NULL && !cancelled)
    self->failed++;

  if (self->answered != NULL)
    self->answered (self, source, answer, error, self->user_data);
  else
    g_clear_pointer (&answer, htap_answer_free);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DONE]);
  if (htap_refresh_is_finished (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINISHED]);
}

static void
on_client_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FetchStep) step = user_data;
  g_autoptr (GError) error = NULL;
  HtapAnswer *answer =
      htap_client_list_htap_instances_finish (HTAP_CLIENT (object), result, &error);

  if (answer != NULL)
    htap_source_set_found_project_id (step->source, answer->project_id);
  settle (step->refresh, step->source, answer, error);
}

static void
fetch (HtapRefresh *self, HtapSource *source, HtapCredentials *credentials)
{
  FetchStep *step = g_new0 (FetchStep, 1);

  step->refresh = g_object_ref (self);
  step->source = g_object_ref (source);
  htap_client_list_htap_instances_async (self->client, source, credentials,
                                         g_hash_table_lookup (self->fetches, source),
                                         on_client_listed, step);
}

static void
on_secrets_found (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SecretStep) step = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapCredentials) credentials =
      htap_secret_store_lookup_finish (HTAP_SECRET_STORE (object), result, &error);

  for (guint i = 0; i < step->sources->len; i++)
    if (credentials != NULL)
      fetch (step->refresh, step->sources->pdata[i], credentials);
    else
      settle (step->refresh, step->sources->pdata[i], NULL, error);
}

/* One look-up for all sources of a profile; a profile's sources stand in any order. */
static void
find_secret (HtapRefresh *self, HtapProfile *profile)
{
  SecretStep *step = g_new0 (SecretStep, 1);

  step->refresh = g_object_ref (self);
  step->sources = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->sources->len; i++)
    if (htap_source_get_profile (self->sources->pdata[i]) == profile)
      g_ptr_array_add (step->sources, g_object_ref (self->sources->pdata[i]));

  htap_secret_store_lookup_async (self->secrets, profile, self->cancellable, on_secrets_found,
                                  step);
}

static void
htap_refresh_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HtapRefresh *self = HTAP_REFRESH (object);

  switch (id)
    {
    case PROP_DONE:
      g_value_set_uint (value, self->done);
      break;
    case PROP_FINISHED:
      g_value_set_boolean (value, htap_refresh_is_finished (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_refresh_finalize (GObject *object)
{
  HtapRefresh *self = HTAP_REFRESH (object);

  g_clear_object (&self->client);
  g_clear_object (&self->secrets);
  g_ptr_array_unref (self->sources);
  g_hash_table_unref (self->fetches);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (htap_refresh_parent_class)->finalize (object);
}

static void
htap_refresh_class_init (HtapRefreshClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = htap_refresh_get_property;
  object_class->finalize = htap_refresh_finalize;

  properties[PROP_DONE] = g_param_spec_uint ("done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FINISHED] = g_param_spec_boolean ("finished", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
htap_refresh_init (HtapRefresh *self)
{
  self->fetches = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * htap_refresh_new:
 * @sources: (element-type HtapSource): copied; not empty
 * @answered: told of every source once
 * @user_data: lives until the refresh is finished or abandoned
 *
 * Returns: (transfer full): a sweep that has not begun
 */
HtapRefresh *
htap_refresh_new (HtapClient *client,
                  HtapSecretStore *secrets,
                  GPtrArray *sources,
                  HtapRefreshAnswered answered,
                  gpointer user_data)
{
  HtapRefresh *self = g_object_new (HTAP_TYPE_REFRESH, NULL);

  self->client = g_object_ref (client);
  self->secrets = g_object_ref (secrets);
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->answered = answered;
  self->user_data = user_data;

  for (guint i = 0; i < sources->len; i++)
    {
      g_ptr_array_add (self->sources, g_object_ref (sources->pdata[i]));
      g_hash_table_insert (self->fetches, sources->pdata[i], g_cancellable_new ());
    }

  return self;
}

/**
 * htap_refresh_set_quiet:
 * @quiet: whether nobody asked for it
 */
void
htap_refresh_set_quiet (HtapRefresh *self, gboolean quiet)
{
  g_return_if_fail (HTAP_IS_REFRESH (self));

  self->quiet = quiet;
}

/**
 * htap_refresh_start:
 *
 * Looks up each profile's secret and asks for each source. How many requests are in flight at once
 * is the client's business.
 */
void
htap_refresh_start (HtapRefresh *self)
{
  g_autoptr (GHashTable) profiles = g_hash_table_new (NULL, NULL);

  g_return_if_fail (HTAP_IS_REFRESH (self));

  for (guint i = 0; i < self->sources->len; i++)
    {
      HtapProfile *profile = htap_source_get_profile (self->sources->pdata[i]);

      if (g_hash_table_add (profiles, profile))
        find_secret (self, profile);
    }
}

/**
 * htap_refresh_drop_source:
 *
 * Ends the attempt for one source, which is answered with `G_IO_ERROR_CANCELLED`; nothing happens
 * if it is answered already.
 */
void
htap_refresh_drop_source (HtapRefresh *self, HtapSource *source)
{
  GCancellable *cancellable;

  g_return_if_fail (HTAP_IS_REFRESH (self));

  /* Cancelling answers, and the answer takes the cancellable out of the table. */
  cancellable = g_hash_table_lookup (self->fetches, source);
  if (cancellable != NULL)
    {
      g_object_ref (cancellable);
      g_cancellable_cancel (cancellable);
      g_object_unref (cancellable);
    }
}

/**
 * htap_refresh_get_total:
 *
 * Returns: how many sources it asks
 */
guint
htap_refresh_get_total (HtapRefresh *self)
{
  g_return_val_if_fail (HTAP_IS_REFRESH (self), 0);

  return self->sources->len;
}

/**
 * htap_refresh_get_done:
 *
 * Returns: how many were answered, failed or were given up
 */
guint
htap_refresh_get_done (HtapRefresh *self)
{
  g_return_val_if_fail (HTAP_IS_REFRESH (self), 0);

  return self->done;
}

/**
 * htap_refresh_get_failed:
 *
 * Returns: how many failed; those that were given up do not count
 */
guint
htap_refresh_get_failed (HtapRefresh *self)
{
  g_return_val_if_fail (HTAP_IS_REFRESH (self), 0);

  return self->failed;
}

gboolean
htap_refresh_is_finished (HtapRefresh *self)
{
  g_return_val_if_fail (HTAP_IS_REFRESH (self), TRUE);

  return self->done == self->sources->len;
}

/**
 * htap_refresh_is_stopped:
 *
 * Returns: whether htap_refresh_stop() ended it early
 */
gboolean
htap_refresh_is_stopped (HtapRefresh *self)
{
  g_return_val_if_fail (HTAP_IS_REFRESH (self), FALSE);

  return self->stopped;
}

/**
 * htap_refresh_is_quiet:
 *
 * Returns: whether it began by itself, so that nobody waits for its end
 */
gboolean
htap_refresh_is_quiet (HtapRefresh *self)
{
  g_return_val_if_fail (HTAP_IS_REFRESH (self), FALSE);

  return self->quiet;
}

/**
 * htap_refresh_stop:
 *
 * Gives up what is not answered yet; what has arrived stays.
 */
void
htap_refresh_stop (HtapRefresh *self)
{
  g_return_if_fail (HTAP_IS_REFRESH (self));

  if (htap_refresh_is_finished (self))
    return;

  self->stopped = TRUE;
  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < self->sources->len; i++)
    htap_refresh_drop_source (self, self->sources->pdata[i]);
}

/**
 * htap_refresh_abandon:
 *
 * Stops it, and tells nobody any more.
 */
void
htap_refresh_abandon (HtapRefresh *self)
{
  g_return_if_fail (HTAP_IS_REFRESH (self));

  self->answered = NULL;
  htap_refresh_stop (self);
}
