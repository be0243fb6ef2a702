/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-client-private.h"
#include "htap-projects.h"

static void
on_projects_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *projects = htap_projects_list_finish (HTAP_AUTHORIZER (object), result, &error);

  if (projects != NULL)
    g_task_return_pointer (task, projects, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_project_found (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *id = htap_authorizer_find_project_finish (HTAP_AUTHORIZER (object), result, &error);

  if (id != NULL)
    g_task_return_pointer (task, id, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_client_list_projects_async:
 * @profile: who asks; it may have no project yet
 * @credentials: (nullable): its secrets
 * @cancellable: (nullable): answers at once
 *
 * Asks for all projects that the user may enter, in every region.
 */
void
htap_client_list_projects_async (HtapClient *self,
                                 HtapProfile *profile,
                                 HtapCredentials *credentials,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  HtapAuthorizer *authorizer = htap_client_get_authorizer_for (task, profile, credentials);

  g_task_set_source_tag (task, htap_client_list_projects_async);
  if (authorizer != NULL)
    htap_projects_list_async (authorizer, NULL, NULL, cancellable, on_projects_listed,
                              g_object_ref (task));
}

/**
 * htap_client_list_projects_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type HtapProject): the projects in which something
 *   can be, in the answer's order; %NULL with @error
 */
GPtrArray *
htap_client_list_projects_finish (HtapClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * htap_client_find_project_async:
 * @region: a region's id
 *
 * Finds the id of the region's own project. Asked once, however many wait, and remembered.
 */
void
htap_client_find_project_async (HtapClient *self,
                                HtapProfile *profile,
                                const char *region,
                                HtapCredentials *credentials,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  HtapAuthorizer *authorizer = htap_client_get_authorizer_for (task, profile, credentials);

  g_task_set_source_tag (task, htap_client_find_project_async);
  if (authorizer != NULL)
    htap_authorizer_find_project_async (authorizer, region, cancellable, on_project_found,
                                        g_object_ref (task));
}

/**
 * htap_client_find_project_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED; %HTAP_ERROR_CONFIG with
 *   %HTAP_ERROR_REASON_UNKNOWN_PROJECT or %HTAP_ERROR_REASON_PROJECT_ID_NEEDED
 *
 * Returns: (transfer full) (nullable): the id, %NULL with @error
 */
char *
htap_client_find_project_finish (HtapClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
