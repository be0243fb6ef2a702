/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-projects.h"

#include "htap-answer-error.h"
#include "htap-endpoint.h"
#include "htap-exchange.h"
#include "htap-id.h"
#include "htap-json-parse.h"
#include "htap-request.h"

/* The object storage service's, in which nothing else can be. */
#define OBJECT_STORAGE "MOS"

typedef struct
{
  GUri *endpoint;
  char *name; /* (nullable) */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_uri_unref (question->endpoint);
  g_free (question->name);
  g_free (question);
}

static SoupMessage *
build (const char *project_id, gpointer user_data, GError **error)
{
  Question *question = user_data;

  return htap_request_new_projects (question->endpoint, question->name);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static gboolean
get_flag (JsonObject *object, const char *name, gboolean otherwise)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN
             ? json_node_get_boolean (node)
             : otherwise;
}

static HtapProject *
decode_project (JsonNode *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = object != NULL ? get_text (object, "id") : NULL;
  const char *name = object != NULL ? get_text (object, "name") : NULL;
  HtapIdVerdict verdict = htap_id_check (HTAP_ID_PROJECT, id);

  if (name == NULL || (verdict != HTAP_ID_VALID && verdict != HTAP_ID_UNUSUAL))
    return NULL;
  if (g_str_equal (name, OBJECT_STORAGE) || !get_flag (object, "enabled", TRUE) ||
      get_flag (object, "is_domain", FALSE))
    return NULL;

  return htap_project_new (id, name);
}

/**
 * htap_projects_decode:
 * @body: the answer of one of IAM's lists of projects
 * @error: %HTAP_ERROR_PROTOCOL
 *
 * Returns: (transfer full) (nullable) (element-type HtapProject): the projects in which something
 *   can be, in the answer's order: enabled, and not the object storage service's. %NULL with @error
 */
GPtrArray *
htap_projects_decode (GBytes *body, GError **error)
{
  g_autoptr (JsonNode) root = htap_json_parse_list (body, "projects", error);
  GPtrArray *projects;
  JsonArray *array;

  if (root == NULL)
    return NULL;

  projects = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_project_free);
  array = json_object_get_array_member (json_node_get_object (root), "projects");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      HtapProject *project = decode_project (json_array_get_element (array, i));

      if (project != NULL)
        g_ptr_array_add (projects, project);
    }

  return projects;
}

static void
on_answered (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GBytes) body =
      htap_exchange_finish (HTAP_AUTHORIZER (object), result, &message, &error);
  GPtrArray *projects = body != NULL ? htap_projects_decode (body, &error) : NULL;

  if (projects != NULL)
    g_task_return_pointer (task, projects, (GDestroyNotify) g_ptr_array_unref);
  else if (body != NULL)
    g_task_return_error (task, htap_answer_error_complete (message, error));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_projects_list_async:
 * @region: (nullable): the region whose IAM service is asked; %NULL for the global one
 * @name: (nullable): a project's exact name; %NULL for every project that the user may enter
 * @cancellable: (nullable): answers at once
 *
 * Asks IAM for projects. By name many an IAM user may not ask.
 */
void
htap_projects_list_async (HtapAuthorizer *authorizer,
                          const char *region,
                          const char *name,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (authorizer, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  GUri *endpoint =
      htap_endpoint_resolve_iam (htap_authorizer_get_profile (authorizer), region, &error);
  Question *question;

  g_task_set_source_tag (task, htap_projects_list_async);
  if (endpoint == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  question = g_new0 (Question, 1);
  question->endpoint = endpoint;
  question->name = g_strdup (name);
  g_task_set_task_data (task, question, question_free);
  htap_exchange_async (authorizer, NULL, NULL, build, question, cancellable, on_answered,
                       g_object_ref (task));
}

/**
 * htap_projects_list_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type HtapProject): as htap_projects_decode()
 */
GPtrArray *
htap_projects_list_finish (HtapAuthorizer *authorizer, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, authorizer), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
