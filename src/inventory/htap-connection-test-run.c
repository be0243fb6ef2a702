/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-connection-test-private.h"
#include "htap-error.h"
#include "htap-inventory-private.h"
#include "htap-project.h"
#include "htap-taurus.h"

/* The requests of a test, from the last to the first: each one's answer leads to the next. */

/* Takes @error. */
static void
fail (GTask *task, GError *error)
{
  htap_connection_test_fail (g_task_get_source_object (task), error);
  g_task_return_error (task, error);
}

static void
succeed (GTask *task)
{
  htap_connection_test_pass (g_task_get_source_object (task), HTAP_TEST_STEP_LIST);
  g_task_return_boolean (task, TRUE);
}

/* What a service refused, while IAM is asked why. */
typedef struct
{
  GTask *task;
  GError *error;
} Refusal;

static void
refusal_free (Refusal *refusal)
{
  g_object_unref (refusal->task);
  g_clear_error (&refusal->error);
  g_free (refusal);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Refusal, refusal_free)

static gboolean
holds_project (GPtrArray *projects, const char *id)
{
  for (guint i = 0; i < projects->len; i++)
    if (g_str_equal (((HtapProject *) projects->pdata[i])->id, id))
      return TRUE;

  return FALSE;
}

static GError *
new_unknown_project (const GError *refusal, const char *project_id)
{
  HtapErrorDetails details = *htap_error_get_details (refusal);
  GError *error = NULL;

  details.reason = HTAP_ERROR_REASON_UNKNOWN_PROJECT;
  details.subject = (char *) project_id;
  htap_error_set (&error, HTAP_ERROR_CONFIG, &details, "The project is none of the user's: %s",
                  refusal->message);

  return error;
}

static void
on_projects_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Refusal) refusal = user_data;
  g_autoptr (GError) error = NULL;
  HtapConnectionTest *self = g_task_get_source_object (refusal->task);
  g_autoptr (GPtrArray) projects =
      htap_client_list_projects_finish (HTAP_CLIENT (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (refusal->task, g_steal_pointer (&error));
  else if (projects != NULL && !holds_project (projects, self->found_project_id))
    fail (refusal->task, new_unknown_project (refusal->error, self->found_project_id));
  else
    fail (refusal->task, g_steal_pointer (&refusal->error));
}

/* Whoever has another service than the region's own may have another IAM, too: to one that nobody
 * named no secret goes without need. */
static gboolean
knows_iam (HtapConnectionTest *self)
{
  return htap_profile_get_iam_endpoint (self->profile) != NULL ||
         htap_profile_get_endpoint (self->profile, self->project->region) == NULL;
}

/* "Not found or not allowed" says a service in one breath; IAM knows which. Takes @error. */
static void
fail_listing (GTask *task, GError *error)
{
  HtapConnectionTest *self = g_task_get_source_object (task);
  Refusal *refusal;

  if (!g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN) ||
      htap_error_get_details (error)->reason != HTAP_ERROR_REASON_NONE || !knows_iam (self))
    {
      fail (task, error);
      return;
    }

  refusal = g_new0 (Refusal, 1);
  refusal->task = g_object_ref (task);
  refusal->error = error;
  htap_client_list_projects_async (self->client, self->profile, self->credentials,
                                   g_task_get_cancellable (task), on_projects_listed, refusal);
}

static void
on_htap_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HtapAnswer *answer =
      htap_client_list_htap_instances_finish (HTAP_CLIENT (object), result, &error);

  if (answer != NULL)
    succeed (task);
  else
    fail_listing (task, error);
  g_clear_pointer (&answer, htap_answer_free);
}

static void
list_htap (GTask *task, const char *taurus_id)
{
  HtapConnectionTest *self = g_task_get_source_object (task);
  g_autoptr (HtapSource) source = NULL;

  self->taurus_id = g_strdup (taurus_id);
  source = htap_connection_test_dup_source (self);
  htap_client_list_htap_instances_async (self->client, source, self->credentials,
                                         g_task_get_cancellable (task), on_htap_listed,
                                         g_object_ref (task));
}

static const char *
find_named_taurus (HtapConnectionTest *self)
{
  return htap_regional_ids_find (htap_profile_get_taurus_ids (self->profile),
                                 self->project->region);
}

/* Where the profile names no TaurusDB instance, any will do: it is the permission that counts. */
static void
on_taurus_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HtapConnectionTest *self = g_task_get_source_object (task);
  const char *named = find_named_taurus (self);
  g_autoptr (GPtrArray) taurus =
      htap_client_list_taurus_instances_finish (HTAP_CLIENT (object), result, NULL, &error);

  if (taurus == NULL)
    {
      fail_listing (task, error);
      return;
    }

  htap_connection_test_pass (self, HTAP_TEST_STEP_PROJECT);
  if (named != NULL)
    list_htap (task, named);
  else if (taurus->len > 0)
    list_htap (task, htap_taurus_get_id (taurus->pdata[0]));
  else
    succeed (task);
}

static void
list (GTask *task)
{
  HtapConnectionTest *self = g_task_get_source_object (task);
  const char *named = find_named_taurus (self);

  if (named != NULL && !htap_profile_get_discover (self->profile))
    list_htap (task, named);
  else
    htap_client_list_taurus_instances_async (
        self->client, self->profile, self->project->region, self->found_project_id,
        self->credentials, g_task_get_cancellable (task), on_taurus_listed, g_object_ref (task));
}

static void
on_project_found (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HtapConnectionTest *self = g_task_get_source_object (task);

  self->found_project_id = htap_client_find_project_finish (HTAP_CLIENT (object), result, &error);
  if (self->found_project_id == NULL)
    {
      fail (task, error);
      return;
    }

  htap_connection_test_pass (self, HTAP_TEST_STEP_PROJECT);
  list (task);
}

static void
on_signed_in (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HtapConnectionTest *self = g_task_get_source_object (task);
  gboolean is_password = htap_profile_get_sign_in (self->profile) == HTAP_SIGN_IN_PASSWORD;

  if (!htap_client_sign_in_finish (HTAP_CLIENT (object), result, &error))
    {
      fail (task, error);
      return;
    }

  /* A token or a key proves itself with the first request that it serves. */
  if (is_password)
    htap_connection_test_pass (self, HTAP_TEST_STEP_SIGN_IN);

  if (*self->project->id == '\0')
    {
      htap_client_find_project_async (self->client, self->profile, self->project->region,
                                      self->credentials, g_task_get_cancellable (task),
                                      on_project_found, g_object_ref (task));
      return;
    }

  self->found_project_id = g_strdup (self->project->id);
  if (is_password)
    htap_connection_test_pass (self, HTAP_TEST_STEP_PROJECT);
  list (task);
}

static void
on_credentials_found (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HtapConnectionTest *self = g_task_get_source_object (task);
  HtapCredentials *credentials =
      htap_inventory_find_credentials_finish (HTAP_INVENTORY (object), result, &error);

  if (credentials == NULL)
    {
      fail (task, error);
      return;
    }

  g_clear_pointer (&self->credentials, htap_credentials_unref);
  self->credentials = credentials;
  htap_client_sign_in_async (self->client, self->profile, self->project->region, self->project->id,
                             credentials, g_task_get_cancellable (task), on_signed_in,
                             g_object_ref (task));
}

/* A #HtapProbeProgress. */
static void
on_probe_progress (HtapProbeStage stage, gpointer user_data)
{
  HtapConnectionTest *self = g_task_get_source_object (user_data);

  htap_connection_test_pass (self, stage == HTAP_PROBE_SECURED ? HTAP_TEST_STEP_TLS
                                                               : HTAP_TEST_STEP_REACH);
}

static void
on_probed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  HtapConnectionTest *self = g_task_get_source_object (task);
  gboolean is_probed = htap_client_probe_finish (HTAP_CLIENT (object), result, &error);

  /* There is no certificate on plain HTTP. */
  if (is_probed || g_error_matches (error, HTAP_ERROR, HTAP_ERROR_CLOCK_SKEW))
    htap_connection_test_skip (self, HTAP_TEST_STEP_TLS);
  if (!is_probed)
    {
      fail (task, error);
      return;
    }

  htap_connection_test_pass (self, HTAP_TEST_STEP_CLOCK);
  htap_inventory_find_credentials_async (self->inventory, self->profile, self->credentials,
                                         g_task_get_cancellable (task), on_credentials_found,
                                         g_object_ref (task));
}

/**
 * htap_connection_test_run_async:
 * @cancellable: (nullable): ends the test at once, in whichever step it is
 *
 * Tests step by step; once one fails, the rest is left.
 */
void
htap_connection_test_run_async (HtapConnectionTest *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (HTAP_IS_CONNECTION_TEST (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, htap_connection_test_run_async);
  htap_connection_test_begin (self);
  if (self->project == NULL)
    {
      HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_NO_PROJECT };
      GError *error = NULL;

      htap_error_set (&error, HTAP_ERROR_CONFIG, &details, "The profile has no project");
      fail (task, error);
      return;
    }

  htap_client_probe_async (self->client, self->profile, self->project->region, on_probe_progress,
                           task, cancellable, on_probed, g_object_ref (task));
}

/**
 * htap_connection_test_run_finish:
 * @error: of the step that failed, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the profile can read its project; %FALSE with @error
 */
gboolean
htap_connection_test_run_finish (HtapConnectionTest *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
