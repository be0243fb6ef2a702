/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-answer-error.h"
#include "htap-client-private.h"
#include "htap-decode-task.h"
#include "htap-detail-decoder.h"
#include "htap-exchange.h"
#include "htap-replications.h"

/* How one answer is asked for and read. */
typedef struct
{
  HtapExchangeBuild build;
  HtapDecode decode;
  GDestroyNotify free_result;
} Part;

/* What one call asks with. */
typedef struct
{
  HtapInstanceQuestion *question;
  const Part *part;
  SoupMessage *message; /* (nullable): once it is answered */
} Reading;

static const Part detail_part = {
  htap_instance_question_build_detail,
  (HtapDecode) htap_detail_decode,
  (GDestroyNotify) htap_detail_unref,
};

static const Part nodes_part = {
  htap_instance_question_build_nodes,
  (HtapDecode) htap_detail_decode_nodes,
  (GDestroyNotify) g_ptr_array_unref,
};

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  htap_instance_question_free (reading->question);
  g_clear_object (&reading->message);
  g_free (reading);
}

static void
on_part_decoded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = g_task_get_task_data (task);
  gpointer decoded = htap_decode_finish (result, &error);

  if (decoded != NULL)
    g_task_return_pointer (task, decoded, reading->part->free_result);
  else
    g_task_return_error (task, htap_answer_error_complete (reading->message, error));
}

static void
on_part_answered (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr (GBytes) body =
      htap_exchange_finish (HTAP_AUTHORIZER (object), result, &reading->message, &error);

  if (body != NULL)
    htap_decode_async (reading->part->decode, reading->part->free_result, body,
                       g_task_get_cancellable (task), on_part_decoded, g_object_ref (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_replications_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *tasks = htap_replications_list_finish (HTAP_AUTHORIZER (object), result, &error);

  if (tasks != NULL)
    g_task_return_pointer (task, tasks, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Whatever cannot be asked is refused here, before anybody signs in. Returns: (transfer none)
 * (nullable): who asks; without, @task has failed. */
static HtapAuthorizer *
prepare (GTask *task,
         HtapSource *source,
         const char *htap_id,
         const char *engine_name,
         HtapCredentials *credentials)
{
  HtapClient *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  HtapInstanceQuestion *question = htap_instance_question_new (
      source, htap_id, engine_name, htap_client_get_language (self), &error);
  Reading *reading;

  if (question == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return NULL;
    }

  reading = g_new0 (Reading, 1);
  reading->question = question;
  g_task_set_task_data (task, reading, reading_free);

  return htap_client_get_authorizer_for (task, htap_source_get_profile (source), credentials);
}

static void
read_part (GTask *task,
           const Part *part,
           HtapSource *source,
           const char *htap_id,
           const char *engine_name,
           HtapCredentials *credentials)
{
  HtapAuthorizer *authorizer = prepare (task, source, htap_id, engine_name, credentials);
  Reading *reading = g_task_get_task_data (task);

  if (authorizer == NULL)
    return;

  reading->part = part;
  htap_exchange_async (authorizer, htap_source_get_region (source),
                       htap_source_get_project_id (source), part->build, reading->question,
                       g_task_get_cancellable (task), on_part_answered, g_object_ref (task));
}

/**
 * htap_client_read_detail_async:
 * @source: whose HTAP instance it is; its state is not touched
 * @htap_id: the HTAP instance; what is no id is refused without a request
 * @engine_name: as the list has it
 * @credentials: (nullable): the secrets of the source's profile
 * @cancellable: (nullable): answers at once, wherever the request is
 *
 * Asks what one HTAP instance is made of.
 */
void
htap_client_read_detail_async (HtapClient *self,
                               HtapSource *source,
                               const char *htap_id,
                               const char *engine_name,
                               HtapCredentials *credentials,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, htap_client_read_detail_async);
  read_part (task, &detail_part, source, htap_id, engine_name, credentials);
}

/**
 * htap_client_read_detail_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the detail, %NULL with @error
 */
HtapDetail *
htap_client_read_detail_finish (HtapClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * htap_client_list_nodes_async:
 *
 * Asks for the nodes of one HTAP instance, with the parameters of htap_client_read_detail_async().
 * It takes another permission than the detail.
 */
void
htap_client_list_nodes_async (HtapClient *self,
                              HtapSource *source,
                              const char *htap_id,
                              const char *engine_name,
                              HtapCredentials *credentials,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, htap_client_list_nodes_async);
  read_part (task, &nodes_part, source, htap_id, engine_name, credentials);
}

/**
 * htap_client_list_nodes_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type HtapDetailNode): the nodes, of which only id,
 *   name, role and status are known; %NULL with @error
 */
GPtrArray *
htap_client_list_nodes_finish (HtapClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * htap_client_list_replications_async:
 *
 * Asks for the synchronization tasks of one HTAP instance, all pages of them, with the parameters
 * of htap_client_read_detail_async().
 */
void
htap_client_list_replications_async (HtapClient *self,
                                     HtapSource *source,
                                     const char *htap_id,
                                     const char *engine_name,
                                     HtapCredentials *credentials,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  HtapAuthorizer *authorizer = prepare (task, source, htap_id, engine_name, credentials);
  Reading *reading = g_task_get_task_data (task);

  g_task_set_source_tag (task, htap_client_list_replications_async);
  if (authorizer != NULL)
    htap_replications_list_async (authorizer, htap_source_get_region (source),
                                  htap_source_get_project_id (source), reading->question,
                                  cancellable, on_replications_listed, g_object_ref (task));
}

/**
 * htap_client_list_replications_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type HtapReplication): the tasks, %NULL with @error
 */
GPtrArray *
htap_client_list_replications_finish (HtapClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
