/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-search.h"

#include "htap-error.h"
#include "htap-projects.h"

/* The project's name, which is the region's if the profile says no other. */
static const char *
get_name (GTask *task)
{
  HtapProfile *profile = htap_authorizer_get_profile (g_task_get_source_object (task));

  return htap_profile_find_project_name (profile, g_task_get_task_data (task));
}

static void
return_config_error (GTask *task, HtapErrorReason reason, const GError *cause)
{
  HtapErrorDetails details = *htap_error_get_details (cause);
  GError *error = NULL;

  details.reason = reason;
  details.subject = (char *) get_name (task);
  htap_error_set (&error, HTAP_ERROR_CONFIG, &details, "The region's project was not found%s%s",
                  cause != NULL ? ": " : "", cause != NULL ? cause->message : "");
  g_task_return_error (task, error);
}

static const HtapProject *
find_named (GPtrArray *projects, const char *name)
{
  for (guint i = 0; i < projects->len; i++)
    if (g_str_equal (((HtapProject *) projects->pdata[i])->name, name))
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
  const HtapProject *found;

  if (g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN))
    return_config_error (task, HTAP_ERROR_REASON_PROJECT_ID_NEEDED, error);
  else if (projects == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (projects->len == 1 && (found = find_named (projects, get_name (task))) != NULL)
    g_task_return_pointer (task, g_strdup (found->id), g_free);
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
  const HtapProject *found = projects != NULL ? find_named (projects, get_name (task)) : NULL;

  if (found != NULL)
    g_task_return_pointer (task, g_strdup (found->id), g_free);
  else if (error != NULL && !g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    htap_projects_list_async (authorizer, region, get_name (task), g_task_get_cancellable (task),
                              on_named_listed, g_object_ref (task));
}

/**
 * htap_project_search_async:
 * @region: a region's id
 * @cancellable: (nullable): answers at once
 *
 * Finds the project that the profile names in a region, or the region's own: among those that the
 * user may enter, which everyone may ask, else by its name. Nothing is created where there is none,
 * unlike some SDKs do. A #GTask of @authorizer that returns the id:
 * htap_authorizer_find_project_async() is the way here.
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
