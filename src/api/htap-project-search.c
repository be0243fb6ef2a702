/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-search.h"

#include "htap-error.h"
#include "htap-projects.h"

static void
return_config_error (GTask *task, HtapErrorReason reason, const GError *cause)
{
  HtapErrorDetails details = *htap_error_get_details (cause);
  GError *error = NULL;

  details.reason = reason;
  details.subject = g_task_get_task_data (task);
  htap_error_set (&error, HTAP_ERROR_CONFIG, &details, "The region's project was not found%s%s",
                  cause != NULL ? ": " : "", cause != NULL ? cause->message : "");
  g_task_return_error (task, error);
}

static const HtapProject *
find_default (GPtrArray *projects, const char *region)
{
  for (guint i = 0; i < projects->len; i++)
    if (g_str_equal (((HtapProject *) projects->pdata[i])->name, region))
      return projects->pdata[i];

  return NULL;
}

static void
on_named_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) projects =
      htap_projects_list_finish (HTAP_AUTHORIZER (object), result, &error);
  const char *region = g_task_get_task_data (task);

  if (g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN))
    return_config_error (task, HTAP_ERROR_REASON_PROJECT_ID_NEEDED, error);
  else if (projects == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (projects->len == 1 && find_default (projects, region) != NULL)
    g_task_return_pointer (task, g_strdup (find_default (projects, region)->id), g_free);
  else
    return_config_error (task, HTAP_ERROR_REASON_UNKNOWN_PROJECT, NULL);
}

static void
on_all_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HtapAuthorizer *authorizer = HTAP_AUTHORIZER (object);
  g_autoptr (GPtrArray) projects = htap_projects_list_finish (authorizer, result, &error);
  const char *region = g_task_get_task_data (task);
  const HtapProject *found = projects != NULL ? find_default (projects, region) : NULL;

  if (found != NULL)
    g_task_return_pointer (task, g_strdup (found->id), g_free);
  else if (error != NULL && !g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    htap_projects_list_async (authorizer, region, region, g_task_get_cancellable (task),
                              on_named_listed, g_object_ref (task));
}

/**
 * htap_project_search_async:
 * @region: a region's id, which is the name of its own project
 * @cancellable: (nullable): answers at once
 *
 * Finds a region's own project: among those that the user may enter, which everyone may ask, else
 * by its name. Nothing is created where there is none, unlike some SDKs do. A #GTask of @authorizer
 * that returns the id: htap_authorizer_find_project_async() is the way here.
 */
void
htap_project_search_async (HtapAuthorizer *authorizer,
                           const char *region,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (authorizer, cancellable, callback, user_data);

  g_task_set_source_tag (task, htap_project_search_async);
  g_task_set_task_data (task, g_strdup (region), g_free);
  htap_projects_list_async (authorizer, region, NULL, cancellable, on_all_listed, task);
}
