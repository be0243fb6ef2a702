/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-answer-error.h"
#include "htap-authorizer.h"
#include "htap-decoder.h"
#include "htap-endpoint.h"
#include "htap-http.h"
#include "htap-request.h"

struct _HtapClient {
  GObject   parent_instance;
  HtapHttp *http;
  char     *language;
};

G_DEFINE_FINAL_TYPE (HtapClient, htap_client, G_TYPE_OBJECT)

static SoupMessage *
prepare (HtapClient *self, HtapSource *source, HtapCredentials *credentials, GError **error)
{
  HtapProfile *profile = htap_source_get_profile (source);
  g_autoptr (GUri) endpoint =
      htap_endpoint_resolve (profile, htap_source_get_region (source), error);
  g_autoptr (SoupMessage) message = NULL;

  if (endpoint == NULL)
    return NULL;

  message = htap_request_new_htap_list (endpoint, htap_source_get_project_id (source),
                                        htap_source_get_taurus_id (source), self->language, error);
  if (message == NULL || !htap_authorizer_authorize (profile, credentials, message, error))
    return NULL;

  return g_steal_pointer (&message);
}

static void
on_answer_decoded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HtapAnswer *answer = htap_decoder_decode_finish (result, &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) htap_answer_free);
  else
    g_task_return_error (task, htap_answer_error_complete (g_task_get_task_data (task), error));
}

static void
on_message_sent (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HtapClient *self = g_task_get_source_object (task);
  g_autoptr (GBytes) body = htap_http_send_finish (self->http, result, &error);

  if (body == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    htap_decoder_decode_async (body, g_task_get_cancellable (task), on_answer_decoded,
                               g_object_ref (task));
}

static void
htap_client_finalize (GObject *object)
{
  HtapClient *self = HTAP_CLIENT (object);

  g_object_unref (self->http);
  g_free (self->language);

  G_OBJECT_CLASS (htap_client_parent_class)->finalize (object);
}

static void
htap_client_class_init (HtapClientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_client_finalize;
}

static void
htap_client_init (HtapClient *self)
{
  self->http = htap_http_new ();
}

/**
 * htap_client_new:
 * @language: the value of `X-Language`, `en-us` or `zh-cn`
 *
 * Returns: (transfer full): a client without a request
 */
HtapClient *
htap_client_new (const char *language)
{
  HtapClient *self = g_object_new (HTAP_TYPE_CLIENT, NULL);

  self->language = g_strdup (language);

  return self;
}

/**
 * htap_client_set_max_in_flight:
 * @max_in_flight: how many requests may be under way to one host, 1 to 100; 8 unless set
 */
void
htap_client_set_max_in_flight (HtapClient *self, guint max_in_flight)
{
  g_return_if_fail (HTAP_IS_CLIENT (self));

  htap_http_set_max_in_flight (self->http, max_in_flight);
}

/**
 * htap_client_list_htap_instances_async:
 * @source: what to ask for; its state is not touched
 * @credentials: (nullable): the secrets of its profile
 * @cancellable: (nullable): answers at once, wherever the request is
 *
 * Asks for the HTAP instances of one TaurusDB instance.
 */
void
htap_client_list_htap_instances_async (HtapClient *self,
                                       HtapSource *source,
                                       HtapCredentials *credentials,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  SoupMessage *message = prepare (self, source, credentials, &error);

  g_task_set_source_tag (task, htap_client_list_htap_instances_async);

  if (message == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_set_task_data (task, message, g_object_unref);
  htap_http_send_async (self->http, message, cancellable, on_message_sent, g_object_ref (task));
}

/**
 * htap_client_list_htap_instances_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the answer, %NULL with @error
 */
HtapAnswer *
htap_client_list_htap_instances_finish (HtapClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
