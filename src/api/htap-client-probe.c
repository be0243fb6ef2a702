/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-answer-error.h"
#include "htap-client-private.h"
#include "htap-endpoint.h"
#include "htap-error.h"
#include "htap-probe.h"
#include "htap-request.h"

/* How far off the gateway lets a signed request be, seconds. */
#define SIGNATURE_TOLERANCE (15 * 60)

/* The clock that signs must be right; with a token or a password nobody looks at it. */
static GError *
check_clock (HtapProfile *profile, SoupMessage *message)
{
  HtapErrorDetails details = { .clock_skew = htap_answer_get_clock_skew (message) };
  g_autofree char *endpoint = htap_request_dup_endpoint (message);
  GError *error = NULL;

  if (htap_profile_get_sign_in (profile) != HTAP_SIGN_IN_ACCESS_KEY ||
      ABS (details.clock_skew) <= SIGNATURE_TOLERANCE)
    return NULL;

  details.endpoint = endpoint;
  htap_error_set (&error, HTAP_ERROR_CLOCK_SKEW, &details,
                  "This computer's clock is %" G_GINT64_FORMAT " seconds ahead",
                  details.clock_skew);

  return error;
}

static void
on_probed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (SoupMessage) message = NULL;
  GError *error = NULL;

  if (htap_probe_finish (HTAP_HTTP (object), result, &message, &error))
    error = check_clock (g_task_get_task_data (task), message);

  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * htap_client_probe_async:
 * @profile: whose endpoint and certificates count
 * @region: the region that is asked
 * @progress: told how far it got
 * @progress_data: lives until the probe is finished
 * @cancellable: (nullable): answers at once
 *
 * Whether a region's service can be reached, without proving who asks, and whether its clock and
 * this computer's agree well enough to sign in as @profile does. To be asked of a client that has
 * asked nothing yet, for a connection is not made twice.
 */
void
htap_client_probe_async (HtapClient *self,
                         HtapProfile *profile,
                         const char *region,
                         HtapProbeProgress progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) endpoint = htap_endpoint_resolve (profile, region, &error);
  g_autoptr (HtapHttp) door =
      endpoint != NULL ? htap_client_dup_door (self, profile, &error) : NULL;

  g_task_set_source_tag (task, htap_client_probe_async);
  g_task_set_task_data (task, g_object_ref (profile), g_object_unref);
  if (door != NULL)
    htap_probe_async (door, endpoint, progress, progress_data, cancellable, on_probed,
                      g_object_ref (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_client_probe_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED; %HTAP_ERROR_CLOCK_SKEW if the clock is all that
 *   is wrong
 *
 * Returns: whether the service answered, whatever it said; %FALSE with @error
 */
gboolean
htap_client_probe_finish (HtapClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
