/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-client.h"

#include "htap-answer-error.h"
#include "htap-client-private.h"
#include "htap-decoder.h"
#include "htap-endpoint.h"
#include "htap-exchange.h"
#include "htap-http.h"
#include "htap-request.h"

struct _HtapClient
{
  GObject parent_instance;
  HtapHttp *http;
  HtapAuthorizers *authorizers;
  GHashTable *old_endpoints; /* a set of addresses */
  char *language;
};

G_DEFINE_FINAL_TYPE (HtapClient, htap_client, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_HELD_UNTIL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* What a list of HTAP instances is asked with. */
typedef struct
{
  GUri *endpoint;
  char *project_id; /* (nullable): until it is known */
  char *taurus_id;
  char *language;
  SoupMessage *message; /* (nullable): once it is answered */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_uri_unref (question->endpoint);
  g_free (question->project_id);
  g_free (question->taurus_id);
  g_free (question->language);
  g_clear_object (&question->message);
  g_free (question);
}

static SoupMessage *
build_htap_list (const char *project_id, gpointer user_data, GError **error)
{
  Question *question = user_data;

  g_free (question->project_id);
  question->project_id = g_strdup (project_id);

  return htap_request_new_htap_list (question->endpoint, project_id, question->taurus_id,
                                     question->language, error);
}

static void
on_answer_decoded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Question *question = g_task_get_task_data (task);
  HtapAnswer *answer = htap_decoder_decode_finish (result, &error);

  if (answer == NULL)
    {
      g_task_return_error (task, htap_answer_error_complete (question->message, error));
      return;
    }

  answer->project_id = g_steal_pointer (&question->project_id);
  g_task_return_pointer (task, answer, (GDestroyNotify) htap_answer_free);
}

static void
on_htap_list_answered (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Question *question = g_task_get_task_data (task);
  g_autoptr (GBytes) body =
      htap_exchange_finish (HTAP_AUTHORIZER (object), result, &question->message, &error);

  if (body == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    htap_decoder_decode_async (body, g_task_get_cancellable (task), on_answer_decoded,
                               g_object_ref (task));
}

static void
on_gate_notify_held_until (GObject *gate, GParamSpec *pspec, gpointer user_data)
{
  g_object_notify_by_pspec (user_data, properties[PROP_HELD_UNTIL]);
}

static void
htap_client_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_HELD_UNTIL:
      g_value_set_int64 (value, htap_client_get_held_until (HTAP_CLIENT (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
htap_client_finalize (GObject *object)
{
  HtapClient *self = HTAP_CLIENT (object);

  htap_authorizers_free (self->authorizers);
  g_object_unref (self->http);
  g_hash_table_unref (self->old_endpoints);
  g_free (self->language);

  G_OBJECT_CLASS (htap_client_parent_class)->finalize (object);
}

static void
htap_client_class_init (HtapClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = htap_client_get_property;
  object_class->finalize = htap_client_finalize;

  /**
   * HtapClient:held-until:
   *
   * Until when requests wait because a host asked for it, seconds since 1970 UTC; the latest of all
   * hosts, 0 if none did.
   */
  properties[PROP_HELD_UNTIL] =
      g_param_spec_int64 ("held-until", NULL, NULL, 0, G_MAXINT64, 0,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
htap_client_init (HtapClient *self)
{
  self->http = htap_http_new ();
  g_signal_connect_object (htap_http_get_gate (self->http), "notify::held-until",
                           G_CALLBACK (on_gate_notify_held_until), self, 0);
  self->old_endpoints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->authorizers = htap_authorizers_new (self->http);
}

/**
 * htap_client_new:
 * @language: the value of `X-Language`, `en-us` or `zh-cn`
 *
 * Returns: (transfer full): a client without a request
 */
HtapClient *
htap_client_new (const char *language)
{
  HtapClient *self = g_object_new (HTAP_TYPE_CLIENT, NULL);

  self->language = g_strdup (language);

  return self;
}

/**
 * htap_client_get_language:
 *
 * Returns: (transfer none): the value of `X-Language`
 */
const char *
htap_client_get_language (HtapClient *self)
{
  g_return_val_if_fail (HTAP_IS_CLIENT (self), NULL);

  return self->language;
}

/**
 * htap_client_set_max_in_flight:
 * @max_in_flight: how many requests may be under way to one host, 1 to 100; 8 unless set
 */
void
htap_client_set_max_in_flight (HtapClient *self, guint max_in_flight)
{
  g_return_if_fail (HTAP_IS_CLIENT (self));

  htap_http_set_max_in_flight (self->http, max_in_flight);
}

/**
 * htap_client_set_request_log:
 * @log: what every request of @self is noted in
 */
void
htap_client_set_request_log (HtapClient *self, HtapRequestLog *log)
{
  g_return_if_fail (HTAP_IS_CLIENT (self));

  htap_http_set_log (self->http, log);
}

/**
 * htap_client_get_clock_skew:
 *
 * Returns: seconds this computer's clock was ahead of the cloud's at the last answer, good or bad;
 * 0 if there was none
 */
gint64
htap_client_get_clock_skew (HtapClient *self)
{
  g_return_val_if_fail (HTAP_IS_CLIENT (self), 0);

  return htap_http_get_clock_skew (self->http);
}

/**
 * htap_client_get_held_until:
 *
 * Returns: #HtapClient:held-until
 */
gint64
htap_client_get_held_until (HtapClient *self)
{
  g_return_val_if_fail (HTAP_IS_CLIENT (self), 0);

  return htap_gate_get_held_until (htap_http_get_gate (self->http));
}

/**
 * htap_client_forgive:
 * @profile: (nullable): %NULL for every profile
 *
 * A person wants to try again. Credentials that the cloud refused are not sent by themselves any
 * more, since failures lock them: requests fail with the same error at once, until this is called
 * or other credentials are given.
 */
void
htap_client_forgive (HtapClient *self, HtapProfile *profile)
{
  g_return_if_fail (HTAP_IS_CLIENT (self));

  htap_authorizers_forgive (self->authorizers, profile);
}

/**
 * htap_client_forget:
 * @profile: one that signs in with something else from now on
 *
 * Drops what is kept for a profile: its secrets and its tokens. What is under way ends as it would.
 */
void
htap_client_forget (HtapClient *self, HtapProfile *profile)
{
  g_return_if_fail (HTAP_IS_CLIENT (self));

  htap_authorizers_forget (self->authorizers, profile);
}

/**
 * htap_client_forget_others:
 * @profiles: (element-type HtapProfile): those that there are; an edited copy is another profile
 *
 * Drops what is kept for profiles that are gone.
 */
void
htap_client_forget_others (HtapClient *self, GListModel *profiles)
{
  g_return_if_fail (HTAP_IS_CLIENT (self));

  htap_authorizers_forget_others (self->authorizers, profiles);
}

/**
 * htap_client_dup_door:
 * @error: as htap_authorizer_dup_door()
 *
 * Returns: (transfer full) (nullable): the door for @profile's requests; %NULL with @error
 */
HtapHttp *
htap_client_dup_door (HtapClient *self, HtapProfile *profile, GError **error)
{
  return htap_authorizer_dup_door (self->http, profile, error);
}

/**
 * htap_client_get_authorizer:
 * @credentials: (nullable): the profile's secrets
 * @error: as htap_authorizer_new_for_profile()
 *
 * Returns: (transfer none) (nullable): who proves for @profile who asks, %NULL with @error
 */
HtapAuthorizer *
htap_client_get_authorizer (HtapClient *self,
                            HtapProfile *profile,
                            HtapCredentials *credentials,
                            GError **error)
{
  return htap_authorizers_get (self->authorizers, profile, credentials, error);
}

/**
 * htap_client_get_authorizer_for:
 * @task: what is asked for; without an authorizer it has failed
 * @credentials: (nullable): the profile's secrets
 *
 * Returns: (transfer none) (nullable): as htap_client_get_authorizer()
 */
HtapAuthorizer *
htap_client_get_authorizer_for (GTask *task, HtapProfile *profile, HtapCredentials *credentials)
{
  g_autoptr (GError) error = NULL;
  HtapAuthorizer *authorizer = htap_client_get_authorizer (
      HTAP_CLIENT (g_task_get_source_object (task)), profile, credentials, &error);

  if (authorizer == NULL)
    g_task_return_error (task, g_steal_pointer (&error));

  return authorizer;
}

/**
 * htap_client_get_old_endpoints:
 *
 * Returns: (transfer none): as htap_taurus_list_async() takes it
 */
GHashTable *
htap_client_get_old_endpoints (HtapClient *self)
{
  return self->old_endpoints;
}

/**
 * htap_client_list_htap_instances_async:
 * @source: what to ask for; its state is not touched. With an empty project id, the project of its
 *   region is found first
 * @credentials: (nullable): the secrets of its profile
 * @cancellable: (nullable): answers at once, wherever the request is
 *
 * Asks for the HTAP instances of one TaurusDB instance. Signs in as the profile says; what was
 * signed in stays so for the next request.
 */
void
htap_client_list_htap_instances_async (HtapClient *self,
                                       HtapSource *source,
                                       HtapCredentials *credentials,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  HtapProfile *profile = htap_source_get_profile (source);
  const char *region = htap_source_get_region (source);
  GUri *endpoint = htap_endpoint_resolve (profile, region, &error);
  HtapAuthorizer *authorizer =
      endpoint != NULL ? htap_client_get_authorizer (self, profile, credentials, &error) : NULL;
  Question *question;

  g_task_set_source_tag (task, htap_client_list_htap_instances_async);
  if (authorizer == NULL)
    {
      g_clear_pointer (&endpoint, g_uri_unref);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  question = g_new0 (Question, 1);
  question->endpoint = endpoint;
  question->taurus_id = g_strdup (htap_source_get_taurus_id (source));
  question->language = g_strdup (self->language);
  g_task_set_task_data (task, question, question_free);
  htap_exchange_async (authorizer, region, htap_source_get_project_id (source), build_htap_list,
                       question, cancellable, on_htap_list_answered, g_object_ref (task));
}

/**
 * htap_client_list_htap_instances_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the answer, %NULL with @error
 */
HtapAnswer *
htap_client_list_htap_instances_finish (HtapClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
