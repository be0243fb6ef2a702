/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-authorizer.h"

#include "htap-project-finder.h"
#include "htap-project-search.h"

typedef struct
{
  HtapHttp *http;
  HtapProfile *profile;
  HtapCredentials *credentials;
  HtapProjectFinder *projects;
} HtapAuthorizerPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HtapAuthorizer, htap_authorizer, G_TYPE_OBJECT)

static void
htap_authorizer_real_prepare_async (HtapAuthorizer *self,
                                    const char *region,
                                    const char *project_id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, htap_authorizer_real_prepare_async);
  g_task_return_boolean (task, TRUE);
}

static gboolean
htap_authorizer_real_conclude (HtapAuthorizer *self,
                               SoupMessage *request,
                               gboolean may_repeat,
                               const GError *error)
{
  return FALSE;
}

static void
htap_authorizer_real_forgive (HtapAuthorizer *self)
{
}

static void
htap_authorizer_finalize (GObject *object)
{
  HtapAuthorizerPrivate *priv = htap_authorizer_get_instance_private (HTAP_AUTHORIZER (object));

  g_object_unref (priv->http);
  g_object_unref (priv->profile);
  htap_credentials_unref (priv->credentials);
  htap_project_finder_free (priv->projects);

  G_OBJECT_CLASS (htap_authorizer_parent_class)->finalize (object);
}

static void
htap_authorizer_class_init (HtapAuthorizerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_authorizer_finalize;

  klass->prepare_async = htap_authorizer_real_prepare_async;
  klass->conclude = htap_authorizer_real_conclude;
  klass->forgive = htap_authorizer_real_forgive;
  klass->look_up_project_async = htap_project_search_async;
}

static void
htap_authorizer_init (HtapAuthorizer *self)
{
  HtapAuthorizerPrivate *priv = htap_authorizer_get_instance_private (self);

  priv->projects = htap_project_finder_new (self);
}

/**
 * htap_authorizer_new:
 * @type: a subclass
 * @http: the door its own requests take
 * @profile: not changed afterwards
 * @credentials: what the subclass needs; not changed afterwards
 *
 * htap_authorizer_new_for_profile() is the way here.
 *
 * Returns: (transfer full): who proves for @profile who asks; it has not signed in yet
 */
HtapAuthorizer *
htap_authorizer_new (GType type, HtapHttp *http, HtapProfile *profile, HtapCredentials *credentials)
{
  HtapAuthorizer *self = g_object_new (type, NULL);
  HtapAuthorizerPrivate *priv = htap_authorizer_get_instance_private (self);

  priv->http = g_object_ref (http);
  priv->profile = g_object_ref (profile);
  priv->credentials = htap_credentials_ref (credentials);

  return self;
}

/**
 * htap_authorizer_serves:
 *
 * Returns: whether it was made for just this profile and equal credentials
 */
gboolean
htap_authorizer_serves (HtapAuthorizer *self, HtapProfile *profile, HtapCredentials *credentials)
{
  HtapAuthorizerPrivate *priv = htap_authorizer_get_instance_private (self);

  return priv->profile == profile && credentials != NULL &&
         htap_credentials_equal (priv->credentials, credentials);
}

/**
 * htap_authorizer_find_project_async:
 * @region: a region's id
 * @cancellable: (nullable): ends the waiting
 *
 * Finds the id of the region's own project, which every account has. Asked once, however many wait.
 */
void
htap_authorizer_find_project_async (HtapAuthorizer *self,
                                    const char *region,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  HtapAuthorizerPrivate *priv = htap_authorizer_get_instance_private (self);

  htap_project_finder_find_async (priv->projects, region, cancellable, callback, user_data);
}

/**
 * htap_authorizer_find_project_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED; %HTAP_ERROR_REASON_UNKNOWN_PROJECT if there is
 *   none, %HTAP_ERROR_REASON_PROJECT_ID_NEEDED if the user may not look it up
 *
 * Returns: (transfer full) (nullable): the id, %NULL with @error
 */
char *
htap_authorizer_find_project_finish (HtapAuthorizer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * htap_authorizer_prepare_async:
 * @region: (nullable): the region that is asked; %NULL for what concerns the whole account
 * @project_id: (nullable): the project that is asked for
 * @cancellable: (nullable): answers at once
 *
 * Gets what is needed to authorise one request: a token, or the leave to use a key.
 */
void
htap_authorizer_prepare_async (HtapAuthorizer *self,
                               const char *region,
                               const char *project_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  HTAP_AUTHORIZER_GET_CLASS (self)->prepare_async (self, region, project_id, cancellable, callback,
                                                   user_data);
}

/**
 * htap_authorizer_prepare_finish:
 * @error: why no request may be made
 *
 * Returns: whether a request may be made; if so, htap_authorizer_conclude() must be called
 */
gboolean
htap_authorizer_prepare_finish (HtapAuthorizer *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * htap_authorizer_authorize:
 * @region: (nullable): as it was prepared for
 * @project_id: (nullable): likewise
 * @request: a finished request; what is signed of it is not changed any more
 * @error: %HTAP_ERROR_AUTH
 *
 * Adds to @request what proves who asks.
 *
 * Returns: %FALSE with @error
 */
gboolean
htap_authorizer_authorize (HtapAuthorizer *self,
                           const char *region,
                           const char *project_id,
                           SoupMessage *request,
                           GError **error)
{
  return HTAP_AUTHORIZER_GET_CLASS (self)->authorize (self, region, project_id, request, error);
}

/**
 * htap_authorizer_conclude:
 * @request: (nullable): what was sent, if it came to that
 * @may_repeat: whether it would be tried once more
 * @error: (nullable): how it failed
 *
 * Learns from how a request ended.
 *
 * Returns: whether it is worth to try once more, because what was refused will be renewed
 */
gboolean
htap_authorizer_conclude (HtapAuthorizer *self,
                          SoupMessage *request,
                          gboolean may_repeat,
                          const GError *error)
{
  return HTAP_AUTHORIZER_GET_CLASS (self)->conclude (self, request, may_repeat, error);
}

/**
 * htap_authorizer_forgive:
 *
 * A person wants to try again with credentials that were refused.
 */
void
htap_authorizer_forgive (HtapAuthorizer *self)
{
  HTAP_AUTHORIZER_GET_CLASS (self)->forgive (self);
}

/**
 * htap_authorizer_get_http:
 *
 * Returns: (transfer none): the door that accepts the profile's certificates
 */
HtapHttp *
htap_authorizer_get_http (HtapAuthorizer *self)
{
  return ((HtapAuthorizerPrivate *) htap_authorizer_get_instance_private (self))->http;
}

HtapProfile *
htap_authorizer_get_profile (HtapAuthorizer *self)
{
  return ((HtapAuthorizerPrivate *) htap_authorizer_get_instance_private (self))->profile;
}

/**
 * htap_authorizer_get_secret:
 *
 * Returns: (transfer none) (nullable): a secret, for the subclasses: it goes into a request
 */
const char *
htap_authorizer_get_secret (HtapAuthorizer *self, HtapSecretKind kind)
{
  HtapAuthorizerPrivate *priv = htap_authorizer_get_instance_private (self);

  return htap_credentials_get (priv->credentials, kind);
}

/**
 * htap_authorizer_get_time:
 *
 * Returns: what time it is by the clock of its door, seconds since 1970 UTC
 */
gint64
htap_authorizer_get_time (HtapAuthorizer *self)
{
  HtapClock *clock = htap_http_get_clock (htap_authorizer_get_http (self));

  return htap_clock_get_now (clock) / G_TIME_SPAN_SECOND;
}
