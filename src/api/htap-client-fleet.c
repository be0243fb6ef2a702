/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-client-private.h"
#include "htap-enterprise-projects.h"
#include "htap-taurus-list.h"

static void
on_taurus_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gboolean *complete = g_task_get_task_data (task);
  GPtrArray *taurus = htap_taurus_list_finish (HTAP_AUTHORIZER (object), result, complete, &error);

  if (taurus != NULL)
    g_task_return_pointer (task, taurus, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_enterprise_projects_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GHashTable *names =
      htap_enterprise_projects_list_finish (HTAP_AUTHORIZER (object), result, &error);

  if (names != NULL)
    g_task_return_pointer (task, names, (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_client_list_taurus_instances_async:
 * @profile: who asks
 * @region: a region's id
 * @project_id: (nullable): a project in it; empty or %NULL: the region's own, which is found first
 * @credentials: (nullable): the profile's secrets
 * @cancellable: (nullable): answers at once, wherever the request is
 *
 * Asks for the TaurusDB instances of a project, all pages of them. Where v3.1 of the list does not
 * exist, v3 is asked, from then on at once.
 */
void
htap_client_list_taurus_instances_async (HtapClient *self,
                                         HtapProfile *profile,
                                         const char *region,
                                         const char *project_id,
                                         HtapCredentials *credentials,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  HtapAuthorizer *authorizer = htap_client_get_authorizer_for (task, profile, credentials);

  g_task_set_source_tag (task, htap_client_list_taurus_instances_async);
  g_task_set_task_data (task, g_new0 (gboolean, 1), g_free);
  if (authorizer != NULL)
    htap_taurus_list_async (authorizer, region, project_id, htap_client_get_language (self),
                            htap_client_get_old_endpoints (self), cancellable, on_taurus_listed,
                            g_object_ref (task));
}

/**
 * htap_client_list_taurus_instances_finish:
 * @complete: (out) (optional): whether everything that there is was listed and could be read, as
 *   far as the answers tell; if not, who is missing is not gone for sure
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type HtapTaurus): the TaurusDB instances, each once,
 *   in the order in which they came; %NULL with @error
 */
GPtrArray *
htap_client_list_taurus_instances_finish (HtapClient *self,
                                          GAsyncResult *result,
                                          gboolean *complete,
                                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (complete != NULL)
    *complete = *(gboolean *) g_task_get_task_data (G_TASK (result));

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * htap_client_list_enterprise_projects_async:
 * @profile: who asks
 * @region: a region's id
 * @project_id: (nullable): a project in it; empty or %NULL: the region's own, which is found first
 * @credentials: (nullable): the profile's secrets
 * @cancellable: (nullable): answers at once, wherever the request is
 *
 * Asks for the names of the enterprise projects of the profile's account.
 */
void
htap_client_list_enterprise_projects_async (HtapClient *self,
                                            HtapProfile *profile,
                                            const char *region,
                                            const char *project_id,
                                            HtapCredentials *credentials,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  HtapAuthorizer *authorizer = htap_client_get_authorizer_for (task, profile, credentials);

  g_task_set_source_tag (task, htap_client_list_enterprise_projects_async);
  if (authorizer != NULL)
    htap_enterprise_projects_list_async (authorizer, region, project_id,
                                         htap_client_get_language (self), cancellable,
                                         on_enterprise_projects_listed, g_object_ref (task));
}

/**
 * htap_client_list_enterprise_projects_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): an enterprise project's id → its
 *   name; empty if the user may not read them, which is no error. %NULL with @error
 */
GHashTable *
htap_client_list_enterprise_projects_finish (HtapClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
