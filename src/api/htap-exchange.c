/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-exchange.h"

#include "htap-error.h"
#include "htap-pause.h"
#include "htap-request.h"
#include "htap-retry.h"

typedef struct
{
  char *region;     /* (nullable) */
  char *project_id; /* (nullable): not known yet, or none */
  HtapExchangeBuild build;
  gpointer build_data;
  SoupMessage *message;
  guint n_attempts;
  gboolean is_repeated; /* because what was refused was renewed */
  guint n_tries;        /* that may have been bad luck */
  gint64 first_failure; /* microseconds since 1970; of the first of those */
} Exchange;

static void prepare (GTask *task);

static void
exchange_free (gpointer data)
{
  Exchange *exchange = data;

  g_free (exchange->region);
  g_free (exchange->project_id);
  g_clear_object (&exchange->message);
  g_free (exchange);
}

static void
on_pause_over (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (htap_pause_finish (HTAP_CLOCK (object), result, &error))
    prepare (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* How long to wait before the next attempt, microseconds; -1 if there should be none. While its
 * host is held back, a request waits at the gate. */
static gint64
plan_next_try (HtapHttp *http, Exchange *exchange, const GError *error)
{
  HtapClock *clock = htap_http_get_clock (http);
  HtapGate *gate = htap_http_get_gate (http);
  g_autofree char *host = htap_request_dup_host (exchange->message);
  gint64 now = htap_clock_get_now (clock);
  gint64 delay, held;

  exchange->n_tries++;
  if (exchange->n_tries == 1)
    exchange->first_failure = now;
  if (exchange->n_tries >= HTAP_RETRY_MAX_TRIES)
    return -1;

  delay = htap_retry_get_delay (exchange->n_tries, htap_clock_get_chance (clock));
  if (g_error_matches (error, HTAP_ERROR, HTAP_ERROR_THROTTLED) &&
      htap_gate_get_held_for (gate, host) == 0)
    htap_gate_hold (gate, host, delay);

  held = htap_gate_get_held_for (gate, host);
  if (now + MAX (delay, held) > exchange->first_failure + HTAP_RETRY_PATIENCE)
    return -1;

  return held > 0 ? 0 : delay;
}

/* Returns: whether there will be another attempt. */
static gboolean
try_again (GTask *task, const GError *error)
{
  HtapHttp *http = htap_authorizer_get_http (g_task_get_source_object (task));
  Exchange *exchange = g_task_get_task_data (task);
  gint64 delay = -1;

  if (exchange->message != NULL && htap_retry_is_worthwhile (exchange->message, error))
    delay = plan_next_try (http, exchange, error);
  if (delay < 0)
    return FALSE;

  htap_pause_async (htap_http_get_clock (http), delay, g_task_get_cancellable (task), on_pause_over,
                    g_object_ref (task));

  return TRUE;
}

/* Ends an attempt, and maybe begins another. Takes @body. */
static void
conclude (GTask *task, GBytes *body, const GError *error)
{
  Exchange *exchange = g_task_get_task_data (task);
  gboolean may_repeat = !exchange->is_repeated;
  gboolean is_worth_it = htap_authorizer_conclude (g_task_get_source_object (task),
                                                   exchange->message, may_repeat, error);

  if (body != NULL)
    g_task_return_pointer (task, body, (GDestroyNotify) g_bytes_unref);
  else if (is_worth_it && may_repeat)
    {
      exchange->is_repeated = TRUE;
      prepare (task);
    }
  else if (!try_again (task, error))
    g_task_return_error (task, g_error_copy (error));
}

/* A #HtapHttpReady. */
static gboolean
authorize (SoupMessage *message, gpointer user_data, GError **error)
{
  GTask *task = user_data;
  Exchange *exchange = g_task_get_task_data (task);

  return htap_authorizer_authorize (g_task_get_source_object (task), exchange->region,
                                    exchange->project_id, message, error);
}

static void
on_message_sent (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  GBytes *body = htap_http_send_finish (HTAP_HTTP (object), result, &error);

  conclude (task, body, error);
}

static gboolean
build (Exchange *exchange, GError **error)
{
  g_clear_object (&exchange->message);
  exchange->message = exchange->build (exchange->project_id, exchange->build_data, error);

  return exchange->message != NULL;
}

static void
on_prepared (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HtapAuthorizer *authorizer = HTAP_AUTHORIZER (object);
  Exchange *exchange = g_task_get_task_data (task);

  if (!htap_authorizer_prepare_finish (authorizer, result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (!build (exchange, &error))
    conclude (task, NULL, error);
  else
    htap_http_send_when_ready_async (
        htap_authorizer_get_http (authorizer), exchange->message, ++exchange->n_attempts, authorize,
        task, g_task_get_cancellable (task), on_message_sent, g_object_ref (task));
}

static void
prepare (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  htap_authorizer_prepare_async (g_task_get_source_object (task), exchange->region,
                                 exchange->project_id, g_task_get_cancellable (task), on_prepared,
                                 g_object_ref (task));
}

static void
on_project_found (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Exchange *exchange = g_task_get_task_data (task);

  exchange->project_id =
      htap_authorizer_find_project_finish (HTAP_AUTHORIZER (object), result, &error);
  if (exchange->project_id != NULL)
    prepare (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_exchange_async:
 * @authorizer: proves who asks; its door is taken
 * @region: (nullable): the region that is asked; %NULL for what concerns the whole account
 * @project_id: (nullable): the project; empty or %NULL: the region's own, which is found first
 * @build: makes the request
 * @build_data: lives until the exchange is finished
 * @cancellable: (nullable): answers at once, wherever the exchange is
 *
 * One question and its answer, authorised. It is asked again if a token was refused that can be
 * renewed, once; and, a few times and for a few minutes, where htap_retry_is_worthwhile(). Who
 * waits for that occupies no place at the gate.
 */
void
htap_exchange_async (HtapAuthorizer *authorizer,
                     const char *region,
                     const char *project_id,
                     HtapExchangeBuild build_request,
                     gpointer build_data,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (authorizer, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  Exchange *exchange = g_new0 (Exchange, 1);
  gboolean has_project = project_id != NULL && *project_id != '\0';

  exchange->region = g_strdup (region);
  exchange->project_id = has_project ? g_strdup (project_id) : NULL;
  exchange->build = build_request;
  exchange->build_data = build_data;
  g_task_set_source_tag (task, htap_exchange_async);
  g_task_set_task_data (task, exchange, exchange_free);

  if (region != NULL && !has_project)
    htap_authorizer_find_project_async (authorizer, region, cancellable, on_project_found,
                                        g_object_ref (task));
  else if (build (exchange, &error)) /* what cannot be asked is not worth a sign-in */
    prepare (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_exchange_finish:
 * @message: (out) (optional) (nullable) (transfer full): the request that was answered
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the body of an answer with a 2xx status; %NULL with @error
 */
GBytes *
htap_exchange_finish (HtapAuthorizer *authorizer,
                      GAsyncResult *result,
                      SoupMessage **message,
                      GError **error)
{
  Exchange *exchange;

  g_return_val_if_fail (g_task_is_valid (result, authorizer), NULL);

  exchange = g_task_get_task_data (G_TASK (result));
  if (message != NULL)
    *message = exchange->message != NULL ? g_object_ref (exchange->message) : NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}
