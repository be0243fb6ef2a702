/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-client-private.h"

static void
on_prepared (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) nothing_learnt =
      g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "No request was made");
  GError *error = NULL;

  if (!htap_authorizer_prepare_finish (HTAP_AUTHORIZER (object), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  htap_authorizer_conclude (HTAP_AUTHORIZER (object), NULL, FALSE, nothing_learnt);
  g_task_return_boolean (task, TRUE);
}

/**
 * htap_client_sign_in_async:
 * @region: a region's id
 * @project_id: (nullable): a project in it; empty or %NULL: the region's own
 * @credentials: (nullable): the profile's secrets
 * @cancellable: (nullable): answers at once
 *
 * Gets what requests for the project need, ahead of the first one: a token for a password. A token
 * or a key needs nothing, and is not proven by this.
 */
void
htap_client_sign_in_async (HtapClient *self,
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
  gboolean has_project = project_id != NULL && *project_id != '\0';

  g_task_set_source_tag (task, htap_client_sign_in_async);
  if (authorizer != NULL)
    htap_authorizer_prepare_async (authorizer, region, has_project ? project_id : NULL, cancellable,
                                   on_prepared, g_object_ref (task));
}

/**
 * htap_client_sign_in_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether requests can be made; %FALSE with @error
 */
gboolean
htap_client_sign_in_finish (HtapClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
