/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-refresh.h"

#include "htap-refresh-private.h"

enum
{
  PROP_DONE = 1,
  PROP_TOTAL,
  PROP_DISCOVERING,
  PROP_HELD_UNTIL,
  PROP_FINISHED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapRefresh, htap_refresh, G_TYPE_OBJECT)

static void
on_client_notify_held_until (HtapRefresh *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HELD_UNTIL]);
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
    case PROP_TOTAL:
      g_value_set_uint (value, self->sources->len);
      break;
    case PROP_DISCOVERING:
      g_value_set_boolean (value, htap_refresh_is_discovering (self));
      break;
    case PROP_HELD_UNTIL:
      g_value_set_int64 (value, htap_refresh_get_held_until (self));
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
  g_ptr_array_unref (self->discoveries);
  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->named);
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
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_DISCOVERING] = g_param_spec_boolean ("discovering", NULL, NULL, FALSE, flags);
  properties[PROP_HELD_UNTIL] =
      g_param_spec_int64 ("held-until", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FINISHED] = g_param_spec_boolean ("finished", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
htap_refresh_init (HtapRefresh *self)
{
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->discoveries = g_ptr_array_new_with_free_func (g_object_unref);
  self->asked = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->found = htap_refresh_secrets_new ();
  self->named = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->cancellable = g_cancellable_new ();
}

static void
take (HtapRefresh *self, GPtrArray *items, GPtrArray *into)
{
  for (guint i = 0; i < items->len; i++)
    {
      g_ptr_array_add (into, g_object_ref (items->pdata[i]));
      g_hash_table_insert (self->asked, items->pdata[i], g_cancellable_new ());
    }
}

static void
ask_sources (HtapRefresh *self, GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    htap_refresh_ask (self, sources->pdata[i], htap_source_get_profile (sources->pdata[i]));
}

/**
 * htap_refresh_new:
 * @sources: (element-type HtapSource): copied
 * @discoveries: (element-type HtapDiscovery): copied; @sources and @discoveries are not both empty
 * @user_data: lives until the refresh is finished or abandoned
 *
 * Returns: (transfer full): a sweep that has not begun
 */
HtapRefresh *
htap_refresh_new (HtapClient *client,
                  HtapSecretStore *secrets,
                  GPtrArray *sources,
                  GPtrArray *discoveries,
                  const HtapRefreshListener *listener,
                  gpointer user_data)
{
  HtapRefresh *self = g_object_new (HTAP_TYPE_REFRESH, NULL);

  self->client = g_object_ref (client);
  self->secrets = g_object_ref (secrets);
  self->listener = listener;
  self->user_data = user_data;
  take (self, sources, self->sources);
  take (self, discoveries, self->discoveries);
  self->n_unlisted = discoveries->len;
  g_signal_connect_object (client, "notify::held-until", G_CALLBACK (on_client_notify_held_until),
                           self, G_CONNECT_SWAPPED);

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
 * Looks up each profile's secret, lists each project and asks for each source.
 */
void
htap_refresh_start (HtapRefresh *self)
{
  g_return_if_fail (HTAP_IS_REFRESH (self));

  for (guint i = 0; i < self->discoveries->len; i++)
    htap_refresh_ask (self, self->discoveries->pdata[i],
                      htap_discovery_get_profile (self->discoveries->pdata[i]));
  ask_sources (self, self->sources);
}

/**
 * htap_refresh_add_sources:
 * @sources: (element-type HtapSource): none of them asked for yet; copied
 *
 * Asks for more, while it runs.
 */
void
htap_refresh_add_sources (HtapRefresh *self, GPtrArray *sources)
{
  g_return_if_fail (HTAP_IS_REFRESH (self));
  g_return_if_fail (!self->finished);

  if (sources->len == 0)
    return;

  take (self, sources, self->sources);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
  ask_sources (self, sources);
}

/* A source was answered, or is not going to be. */
void
htap_refresh_count (HtapRefresh *self, const GError *error)
{
  self->done++;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->failed++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DONE]);
  htap_refresh_check (self);
}

/* A project was listed, or is not going to be. */
void
htap_refresh_end_listing (HtapRefresh *self)
{
  self->n_unlisted--;
  if (self->n_unlisted == 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISCOVERING]);
  htap_refresh_check (self);
}

/* Whether that was the last thing it waited for. */
void
htap_refresh_check (HtapRefresh *self)
{
  if (self->finished || self->n_unlisted > 0 || self->n_unnamed > 0 ||
      self->done < self->sources->len)
    return;

  self->finished = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINISHED]);
}

/**
 * htap_refresh_drop:
 * @item: a #HtapSource, a #HtapDiscovery, or a #HtapProfile for its names
 *
 * Ends the attempt for one, which is answered with `G_IO_ERROR_CANCELLED`; nothing happens if it is
 * answered already.
 */
void
htap_refresh_drop (HtapRefresh *self, gpointer item)
{
  GCancellable *cancellable;

  g_return_if_fail (HTAP_IS_REFRESH (self));

  /* Cancelling answers, and the answer takes the cancellable out of the table. */
  cancellable = g_hash_table_lookup (self->asked, item);
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
 * Returns: how many sources it asks; grows while it discovers
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

/**
 * htap_refresh_is_discovering:
 *
 * Returns: whether it still finds out which TaurusDB instances there are
 */
gboolean
htap_refresh_is_discovering (HtapRefresh *self)
{
  g_return_val_if_fail (HTAP_IS_REFRESH (self), FALSE);

  return self->n_unlisted > 0;
}

/**
 * htap_refresh_get_held_until:
 *
 * Returns: until when requests wait because the cloud asked for it, seconds since 1970 UTC; 0 if
 *   none does
 */
gint64
htap_refresh_get_held_until (HtapRefresh *self)
{
  g_return_val_if_fail (HTAP_IS_REFRESH (self), 0);

  return self->finished ? 0 : htap_client_get_held_until (self->client);
}

gboolean
htap_refresh_is_finished (HtapRefresh *self)
{
  g_return_val_if_fail (HTAP_IS_REFRESH (self), TRUE);

  return self->finished;
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
  g_autofree gpointer *items = NULL;
  guint n_items;

  g_return_if_fail (HTAP_IS_REFRESH (self));

  if (self->finished)
    return;

  g_object_ref (self);
  self->stopped = TRUE;
  g_cancellable_cancel (self->cancellable);

  /* Each answer takes its item out of the table; the items themselves stay. */
  items = g_hash_table_get_keys_as_array (self->asked, &n_items);
  for (guint i = 0; i < n_items; i++)
    htap_refresh_drop (self, items[i]);
  g_object_unref (self);
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

  self->listener = NULL;
  htap_refresh_stop (self);
}
