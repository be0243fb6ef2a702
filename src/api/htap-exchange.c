/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-exchange.h"

typedef struct
{
  char *region;     /* (nullable) */
  char *project_id; /* (nullable): not known yet, or none */
  HtapExchangeBuild build;
  gpointer build_data;
  SoupMessage *message;
  gboolean is_repeated;
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

/* Ends an attempt, and maybe begins the second. Takes @body. */
static void
conclude (GTask *task, GBytes *body, const GError *error)
{
  Exchange *exchange = g_task_get_task_data (task);
  gboolean may_repeat = !exchange->is_repeated;

  if (htap_authorizer_conclude (g_task_get_source_object (task), exchange->message, may_repeat,
                                error) &&
      may_repeat)
    {
      exchange->is_repeated = TRUE;
      prepare (task);
      return;
    }

  if (body != NULL)
    g_task_return_pointer (task, body, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_error_copy (error));
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
  else if (!build (exchange, &error) ||
           !htap_authorizer_authorize (authorizer, exchange->region, exchange->project_id,
                                       exchange->message, &error))
    conclude (task, NULL, error);
  else
    htap_http_send_async (htap_authorizer_get_http (authorizer), exchange->message,
                          g_task_get_cancellable (task), on_message_sent, g_object_ref (task));
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
 * One question and its answer, authorised. It is asked a second time only if a token was refused
 * that can be renewed.
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
