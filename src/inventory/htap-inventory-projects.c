/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-inventory-private.h"

/* What an account has, asked for a profile that need not be saved. */

typedef struct
{
  HtapProfile *profile;
  HtapClient *client;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->profile);
  g_object_unref (question->client);
  g_free (question);
}

static void
on_projects_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *projects = htap_client_list_projects_finish (HTAP_CLIENT (object), result, &error);

  if (projects != NULL)
    g_task_return_pointer (task, projects, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_credentials_found (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Question *question = g_task_get_task_data (task);
  g_autoptr (HtapCredentials) credentials =
      htap_inventory_find_credentials_finish (HTAP_INVENTORY (object), result, &error);

  if (credentials != NULL)
    htap_client_list_projects_async (question->client, question->profile, credentials,
                                     g_task_get_cancellable (task), on_projects_listed,
                                     g_object_ref (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_inventory_new_client:
 *
 * Returns: (transfer full): one for questions beside the inventory's own, which signs nobody in or
 *   out who is signed in there; its requests are in the same log
 */
HtapClient *
htap_inventory_new_client (HtapInventory *self)
{
  HtapClient *client = htap_client_new (htap_client_get_language (self->client));

  htap_client_set_request_log (client, self->requests);

  return client;
}

/**
 * htap_inventory_list_projects_async:
 * @profile: who asks: any, saved or not; not changed until it is answered
 * @credentials: (nullable): its secrets; %NULL for those that are saved
 * @cancellable: (nullable): answers at once
 *
 * Asks for the projects that a user may enter, in every region. Who is signed in as @profile stays
 * so, nothing is saved, and nothing is made where there is none.
 */
void
htap_inventory_list_projects_async (HtapInventory *self,
                                    HtapProfile *profile,
                                    HtapCredentials *credentials,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;
  Question *question;

  g_return_if_fail (HTAP_IS_INVENTORY (self));
  g_return_if_fail (HTAP_IS_PROFILE (profile));

  question = g_new0 (Question, 1);
  question->profile = g_object_ref (profile);
  question->client = htap_inventory_new_client (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_inventory_list_projects_async);
  g_task_set_task_data (task, question, question_free);
  htap_inventory_find_credentials_async (self, profile, credentials, cancellable,
                                         on_credentials_found, task);
}

/**
 * htap_inventory_list_projects_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type HtapProject): those in which something can be:
 *   enabled, and not the object storage service's; %NULL with @error
 */
GPtrArray *
htap_inventory_list_projects_finish (HtapInventory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
