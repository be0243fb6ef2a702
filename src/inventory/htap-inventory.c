/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory.h"

#include "htap-inventory-private.h"
#include "htap-refresh-private.h"

#define MOST_IN_FLIGHT    100
#define DEFAULT_IN_FLIGHT 8

enum
{
  PROP_REFRESH = 1,
  PROP_SESSION_ONLY,
  PROP_MAX_IN_FLIGHT,
  PROP_KEEP_SNAPSHOTS,
  PROP_OFFLINE,
  PROP_MUTED_FINDINGS,
  N_PROPS,
};

enum
{
  SIGNAL_MERGED,
  SIGNAL_PROFILES_CHANGED,
  SIGNAL_PROFILES_ERROR_CHANGED,
  SIGNAL_SNAPSHOTS_ERROR_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapInventory, htap_inventory, G_TYPE_OBJECT)

static void
on_queue_merged (HtapFieldSet changed, gpointer user_data)
{
  htap_inventory_tell_merged (user_data, changed);
  htap_inventory_end_finished (user_data);
}

static void
on_queue_taken (HtapSource *source, HtapAnswer *answer, gpointer user_data)
{
  htap_inventory_keep_answer (user_data, source, answer);
}

/* Answers are in the lists now. */
void
htap_inventory_tell_merged (HtapInventory *self, HtapFieldSet changed)
{
  htap_inventory_look_for_findings (self);
  g_signal_emit (self, signals[SIGNAL_MERGED], 0, changed);
}

void
htap_inventory_tell_snapshots_error (HtapInventory *self)
{
  g_signal_emit (self, signals[SIGNAL_SNAPSHOTS_ERROR_CHANGED], 0);
}

/* What changed without an answer: rows that show another source now. */
void
htap_inventory_tell_changed (HtapInventory *self, HtapFieldSet changed)
{
  if (changed != 0)
    htap_inventory_tell_merged (self, changed);
}

/* Another sidebar is to be shown. */
void
htap_inventory_tell_profiles (HtapInventory *self)
{
  htap_inventory_look_for_findings (self);
  g_signal_emit (self, signals[SIGNAL_PROFILES_CHANGED], 0);
}

/* The newest refresh that runs is another one now, or none. */
void
htap_inventory_tell_refresh (HtapInventory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFRESH]);
}

/* Others are muted now. */
void
htap_inventory_tell_muted (HtapInventory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MUTED_FINDINGS]);
}

static void
on_secrets_notify_session_only (HtapInventory *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION_ONLY]);
}

void
htap_inventory_take_profile (HtapInventory *self, HtapProfile *profile)
{
  guint position = htap_inventory_find_profile (self, htap_profile_get_uuid (profile));
  gpointer additions[] = { profile };
  guint n_replaced = position < g_list_model_get_n_items (G_LIST_MODEL (self->profiles)) ? 1 : 0;

  g_list_store_splice (self->profiles, position, n_replaced, additions, 1);
}

/* A profile list's length stands for "not there". */
guint
htap_inventory_find_profile (HtapInventory *self, const char *uuid)
{
  guint n_profiles = g_list_model_get_n_items (G_LIST_MODEL (self->profiles));

  for (guint i = 0; i < n_profiles; i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (G_LIST_MODEL (self->profiles), i);

      if (g_strcmp0 (htap_profile_get_uuid (profile), uuid) == 0)
        return i;
    }

  return n_profiles;
}

/**
 * htap_inventory_dup_profile:
 *
 * Returns: (transfer full) (nullable): the profile that is known by @uuid now
 */
HtapProfile *
htap_inventory_dup_profile (HtapInventory *self, const char *uuid)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return g_list_model_get_item (G_LIST_MODEL (self->profiles),
                                htap_inventory_find_profile (self, uuid));
}

/* Profiles came, changed or went. */
void
htap_inventory_follow_profiles (HtapInventory *self)
{
  htap_client_forget_others (self->client, G_LIST_MODEL (self->profiles));
  htap_inventory_follow_projects (self);
  htap_inventory_follow_sources (self);
  htap_inventory_tell_profiles (self);
}

void
htap_inventory_set_profiles_error (HtapInventory *self, const GError *error)
{
  if (self->profiles_error == NULL && error == NULL)
    return;

  g_clear_error (&self->profiles_error);
  if (error != NULL)
    self->profiles_error = g_error_copy (error);
  g_signal_emit (self, signals[SIGNAL_PROFILES_ERROR_CHANGED], 0);
}

static void
htap_inventory_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HtapInventory *self = HTAP_INVENTORY (object);

  switch (id)
    {
    case PROP_REFRESH:
      g_value_set_object (value, htap_inventory_get_refresh (self));
      break;
    case PROP_SESSION_ONLY:
      g_value_set_boolean (value, htap_inventory_get_session_only (self));
      break;
    case PROP_MAX_IN_FLIGHT:
      g_value_set_uint (value, self->max_in_flight);
      break;
    case PROP_KEEP_SNAPSHOTS:
      g_value_set_boolean (value, self->keep_snapshots);
      break;
    case PROP_OFFLINE:
      g_value_set_boolean (value, self->offline);
      break;
    case PROP_MUTED_FINDINGS:
      g_value_take_boxed (value, htap_findings_dup_muted_keys (self->findings));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_inventory_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HtapInventory *self = HTAP_INVENTORY (object);

  switch (id)
    {
    case PROP_MAX_IN_FLIGHT:
      htap_inventory_set_max_in_flight (self, g_value_get_uint (value));
      break;
    case PROP_KEEP_SNAPSHOTS:
      htap_inventory_set_keep_snapshots (self, g_value_get_boolean (value));
      break;
    case PROP_MUTED_FINDINGS:
      htap_inventory_set_muted_findings (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_inventory_dispose (GObject *object)
{
  HtapInventory *self = HTAP_INVENTORY (object);

  g_clear_pointer (&self->details, htap_detail_memory_free);
  while (self->running->len > 0)
    {
      g_autoptr (HtapRefresh) refresh = g_ptr_array_steal_index (self->running, 0);

      g_signal_handlers_disconnect_by_data (refresh, self);
      htap_refresh_abandon (refresh);
    }
  g_clear_signal_handler (&self->session_only_handler, self->secrets);
  g_signal_handlers_disconnect_by_data (self->profile_store, self);
  /* What waits to be written is written now. */
  if (self->snapshots != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->snapshots, self);
      g_clear_object (&self->snapshots);
    }
  htap_inventory_dispose_changes (self);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (htap_inventory_parent_class)->dispose (object);
}

static void
htap_inventory_finalize (GObject *object)
{
  HtapInventory *self = HTAP_INVENTORY (object);

  g_clear_pointer (&self->queue, htap_merge_queue_free);
  g_clear_object (&self->findings);
  g_clear_object (&self->client);
  g_clear_object (&self->requests);
  g_clear_object (&self->secrets);
  g_clear_object (&self->profile_store);
  g_clear_object (&self->profiles);
  g_clear_object (&self->discoveries);
  g_clear_object (&self->sources);
  htap_instance_list_set_touched (self->instances, NULL);
  g_clear_object (&self->instances);
  g_clear_pointer (&self->touched, htap_touched_free);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->running, g_ptr_array_unref);
  g_clear_pointer (&self->owners, g_hash_table_unref);
  g_clear_error (&self->profiles_error);
  g_clear_error (&self->snapshots_error);
  g_clear_error (&self->changes_error);
  g_strfreev (self->environment);

  G_OBJECT_CLASS (htap_inventory_parent_class)->finalize (object);
}

static void
htap_inventory_class_init (HtapInventoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = htap_inventory_get_property;
  object_class->set_property = htap_inventory_set_property;
  object_class->dispose = htap_inventory_dispose;
  object_class->finalize = htap_inventory_finalize;

  properties[PROP_REFRESH] = g_param_spec_object ("refresh", NULL, NULL, HTAP_TYPE_REFRESH, flags);
  properties[PROP_SESSION_ONLY] = g_param_spec_boolean ("session-only", NULL, NULL, FALSE, flags);
  properties[PROP_MAX_IN_FLIGHT] = g_param_spec_uint (
      "max-in-flight", NULL, NULL, 1, MOST_IN_FLIGHT, DEFAULT_IN_FLIGHT, flags | G_PARAM_WRITABLE);
  properties[PROP_KEEP_SNAPSHOTS] =
      g_param_spec_boolean ("keep-snapshots", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[PROP_OFFLINE] = g_param_spec_boolean ("offline", NULL, NULL, FALSE, flags);
  properties[PROP_MUTED_FINDINGS] = g_param_spec_boxed ("muted-findings", NULL, NULL, G_TYPE_STRV,
                                                       flags | G_PARAM_WRITABLE);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_MERGED] = g_signal_new ("merged", HTAP_TYPE_INVENTORY, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT64);
  signals[SIGNAL_PROFILES_CHANGED] =
      g_signal_new ("profiles-changed", HTAP_TYPE_INVENTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_PROFILES_ERROR_CHANGED] =
      g_signal_new ("profiles-error-changed", HTAP_TYPE_INVENTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SNAPSHOTS_ERROR_CHANGED] =
      g_signal_new ("snapshots-error-changed", HTAP_TYPE_INVENTORY, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_inventory_init (HtapInventory *self)
{
  self->profile_store = htap_profile_store_new (NULL);
  self->secrets = htap_secret_store_new ();
  self->snapshots = htap_snapshot_store_new (NULL);
  g_signal_connect_swapped (self->snapshots, "problem-changed",
                            G_CALLBACK (htap_inventory_on_snapshots_problem_changed), self);
  self->profiles = g_list_store_new (HTAP_TYPE_PROFILE);
  self->discoveries = g_list_store_new (HTAP_TYPE_DISCOVERY);
  self->sources = g_list_store_new (HTAP_TYPE_SOURCE);
  self->touched = htap_touched_new ();
  self->instances = htap_instance_list_new ();
  htap_instance_list_set_touched (self->instances, self->touched);
  htap_inventory_init_changes (self);
  self->findings = htap_findings_new (G_LIST_MODEL (self->instances), G_LIST_MODEL (self->sources));
  self->requests = htap_request_log_new ();
  self->queue = htap_merge_queue_new (self->instances, on_queue_merged, self);
  htap_merge_queue_set_taken (self->queue, on_queue_taken);
  self->running = g_ptr_array_new_with_free_func (g_object_unref);
  self->owners = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->session_only_handler = g_signal_connect_swapped (
      self->secrets, "notify::session-only", G_CALLBACK (on_secrets_notify_session_only), self);
}

/**
 * htap_inventory_new:
 * @language: the value of `X-Language`: `en-us` or `zh-cn`
 *
 * Returns: (transfer full): an inventory that knows nothing yet and has touched no file and no bus
 */
HtapInventory *
htap_inventory_new (const char *language)
{
  HtapInventory *self = g_object_new (HTAP_TYPE_INVENTORY, NULL);
  g_autoptr (HtapClock) clock = htap_clock_new ();

  self->client = htap_client_new (language);
  htap_client_set_request_log (self->client, self->requests);
  self->details = htap_detail_memory_new (self->client, self->secrets, clock);
  htap_detail_memory_set_changed (self->details, htap_inventory_on_detail_changed, self);
  htap_inventory_set_max_in_flight (self, DEFAULT_IN_FLIGHT);

  return self;
}

/**
 * htap_inventory_get_profiles:
 *
 * Returns: (transfer none): a list of #HtapProfile, in the order to show
 */
GListModel *
htap_inventory_get_profiles (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return G_LIST_MODEL (self->profiles);
}

/**
 * htap_inventory_get_sources:
 *
 * Returns: (transfer none): a list of #HtapSource, grouped by profile
 */
GListModel *
htap_inventory_get_sources (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return G_LIST_MODEL (self->sources);
}

/**
 * htap_inventory_get_instances:
 *
 * Returns: (transfer none): a list of #HtapInstance, of every source, in no order to show
 */
GListModel *
htap_inventory_get_instances (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), NULL);

  return G_LIST_MODEL (self->instances);
}

/**
 * htap_inventory_get_session_only:
 *
 * Returns: whether secrets are forgotten at the end, for there is no keyring service
 */
gboolean
htap_inventory_get_session_only (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), FALSE);

  return htap_secret_store_get_session_only (self->secrets);
}

guint
htap_inventory_get_max_in_flight (HtapInventory *self)
{
  g_return_val_if_fail (HTAP_IS_INVENTORY (self), 0);

  return self->max_in_flight;
}

/**
 * htap_inventory_set_max_in_flight:
 * @max_in_flight: requests at once to one endpoint, 1 to 100; counts from now on, in a running
 *   refresh as well
 */
void
htap_inventory_set_max_in_flight (HtapInventory *self, guint max_in_flight)
{
  g_return_if_fail (HTAP_IS_INVENTORY (self));

  max_in_flight = CLAMP (max_in_flight, 1, MOST_IN_FLIGHT);
  if (self->max_in_flight == max_in_flight)
    return;

  self->max_in_flight = max_in_flight;
  htap_client_set_max_in_flight (self->client, max_in_flight);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MAX_IN_FLIGHT]);
}
