/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-taurus-list.h"

#include "htap-endpoint.h"
#include "htap-error.h"
#include "htap-pages.h"
#include "htap-request.h"
#include "htap-taurus-decoder.h"
#include "htap-taurus.h"

#include <string.h>

#define VERSION     "v3.1"
#define OLD_VERSION "v3"

typedef struct
{
  GUri *endpoint;
  char *region;
  char *project_id; /* (nullable) */
  char *language;
  const char *version;
  GHashTable *old_endpoints;
  gboolean is_complete;
} Question;

static void ask (GTask *task, const char *version);

static void
question_free (gpointer data)
{
  Question *question = data;

  g_uri_unref (question->endpoint);
  g_free (question->region);
  g_free (question->project_id);
  g_free (question->language);
  g_hash_table_unref (question->old_endpoints);
  g_free (question);
}

static SoupMessage *
build (const char *project_id, guint offset, gpointer user_data, GError **error)
{
  const Question *question = user_data;

  return htap_request_new_taurus_list (question->endpoint, question->version, project_id, offset,
                                       question->language, error);
}

static const char *
get_id (gconstpointer item)
{
  return htap_taurus_get_id (item);
}

static const HtapPagesKind taurus_pages = {
  build,
  htap_taurus_decode_page,
  get_id,
  (GDestroyNotify) htap_taurus_unref,
};

/* Not every region has it yet. */
static gboolean
is_unknown_there (const GError *error)
{
  const HtapErrorDetails *details = htap_error_get_details (error);

  return details->http_status == SOUP_STATUS_NOT_FOUND ||
         g_strcmp0 (details->code, "APIGW.0101") == 0 ||
         g_strcmp0 (details->code, "APIG.0101") == 0;
}

static void
on_pages_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Question *question = g_task_get_task_data (task);
  gboolean is_old = g_str_equal (question->version, OLD_VERSION);
  GPtrArray *taurus =
      htap_pages_finish (HTAP_AUTHORIZER (object), result, &question->is_complete, &error);

  if (taurus == NULL && !is_old && is_unknown_there (error))
    {
      ask (task, OLD_VERSION);
      return;
    }

  if (taurus != NULL && is_old)
    g_hash_table_add (question->old_endpoints, g_uri_to_string (question->endpoint));

  if (taurus != NULL)
    g_task_return_pointer (task, taurus, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
ask (GTask *task, const char *version)
{
  Question *question = g_task_get_task_data (task);

  question->version = version;
  htap_pages_async (g_task_get_source_object (task), question->region, question->project_id,
                    &taurus_pages, question, g_task_get_cancellable (task), on_pages_read,
                    g_object_ref (task));
}

/**
 * htap_taurus_list_async:
 * @region: a region's id
 * @project_id: (nullable): the project; empty or %NULL: the region's own, which is found first
 * @language: `en-us` or `zh-cn`
 * @old_endpoints: a set of those that are known to have the older version of the list only; one is
 *   added when it is found out
 * @cancellable: (nullable): answers at once
 *
 * Asks for the TaurusDB instances of a project: v3.1, and where there is none, v3.
 */
void
htap_taurus_list_async (HtapAuthorizer *authorizer,
                        const char *region,
                        const char *project_id,
                        const char *language,
                        GHashTable *old_endpoints,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (authorizer, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  GUri *endpoint = htap_endpoint_resolve (htap_authorizer_get_profile (authorizer), region, &error);
  Question *question;

  g_task_set_source_tag (task, htap_taurus_list_async);
  if (endpoint == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  question = g_new0 (Question, 1);
  question->endpoint = endpoint;
  question->region = g_strdup (region);
  question->project_id = g_strdup (project_id);
  question->language = g_strdup (language);
  question->old_endpoints = g_hash_table_ref (old_endpoints);
  g_task_set_task_data (task, question, question_free);

  address = g_uri_to_string (endpoint);
  ask (task, g_hash_table_contains (old_endpoints, address) ? OLD_VERSION : VERSION);
}

/**
 * htap_taurus_list_finish:
 * @complete: (out) (optional): as htap_pages_finish()
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type HtapTaurus): the TaurusDB instances, each once;
 *   %NULL with @error
 */
GPtrArray *
htap_taurus_list_finish (HtapAuthorizer *authorizer,
                         GAsyncResult *result,
                         gboolean *complete,
                         GError **error)
{
  const Question *question;

  g_return_val_if_fail (g_task_is_valid (result, authorizer), NULL);

  question = g_task_get_task_data (G_TASK (result));
  if (complete != NULL)
    *complete = question != NULL && question->is_complete;

  return g_task_propagate_pointer (G_TASK (result), error);
}
