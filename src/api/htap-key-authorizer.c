/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-key-authorizer.h"

#include "htap-error.h"
#include "htap-request.h"
#include "htap-signature.h"
#include "htap-trial.h"

#include <string.h>

/* Headers that nothing on the way alters, as far as a request has them. */
static const char *const signed_names[] = {
  "Host", "X-Sdk-Date", "X-Project-Id", "X-Security-Token", "Content-Type", "X-Language",
};

struct _HtapKeyAuthorizer
{
  HtapAuthorizer parent_instance;
  HtapTrial *trial;
};

G_DEFINE_FINAL_TYPE (HtapKeyAuthorizer, htap_key_authorizer, HTAP_TYPE_AUTHORIZER)

static gboolean
fail (GError **error, const char *message)
{
  htap_error_set (error, HTAP_ERROR_AUTH, NULL, "%s", message);

  return FALSE;
}

/* What is signed is sent, byte for byte. */
static void
canonicalize (SoupMessage *request)
{
  GUri *uri = soup_message_get_uri (request);
  g_autofree char *path = htap_signature_dup_path (g_uri_get_path (uri));
  g_autofree char *query = htap_signature_dup_query (g_uri_get_query (uri));
  g_autoptr (GUri) canonical =
      g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (uri), NULL, g_uri_get_host (uri),
                   g_uri_get_port (uri), path, *query != '\0' ? query : NULL, NULL);

  soup_message_set_uri (request, canonical);
}

static void
sign (SoupMessage *request, const char *access_key_id, const char *secret_key)
{
  GUri *uri = soup_message_get_uri (request);
  SoupMessageHeaders *headers = soup_message_get_request_headers (request);
  HtapSignatureHeader signed_headers[G_N_ELEMENTS (signed_names)];
  HtapSignatureRequest what = { .method = soup_message_get_method (request),
                                .path = g_uri_get_path (uri),
                                .query = g_uri_get_query (uri),
                                .headers = signed_headers };
  g_autofree char *host = htap_request_dup_host (request);
  g_autofree char *authorization = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (signed_names); i++)
    {
      const char *value = i == 0 ? host : soup_message_headers_get_one (headers, signed_names[i]);

      if (value != NULL)
        signed_headers[what.n_headers++] = (HtapSignatureHeader){ signed_names[i], value };
    }

  authorization = htap_signature_dup_authorization (&what, access_key_id, secret_key);
  soup_message_headers_replace (headers, "Authorization", authorization);
}

/* Of a temporary key; none has none. */
static gboolean
add_security_token (HtapAuthorizer *authorizer, SoupMessage *request)
{
  const char *given = htap_authorizer_get_secret (authorizer, HTAP_SECRET_SECURITY_TOKEN);
  char *token = htap_secret_clean (given);

  if (token != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (request), "X-Security-Token",
                                  token);
  if (given != NULL && token == NULL)
    return FALSE;

  htap_secret_free (token);

  return TRUE;
}

static gboolean
htap_key_authorizer_authorize (HtapAuthorizer *authorizer,
                               const char *region,
                               const char *project_id,
                               SoupMessage *request,
                               GError **error)
{
  const char *id = htap_profile_get_access_key_id (htap_authorizer_get_profile (authorizer));
  SoupMessageHeaders *headers = soup_message_get_request_headers (request);
  g_autofree char *date = htap_signature_dup_date (htap_authorizer_get_time (authorizer));
  g_autofree char *clean_id = htap_secret_clean (id);
  char *key;
  gboolean whole;

  /* It was good when the request got into line, perhaps. */
  if (!htap_trial_check (HTAP_KEY_AUTHORIZER (authorizer)->trial, error))
    return FALSE;

  key = htap_secret_clean (htap_authorizer_get_secret (authorizer, HTAP_SECRET_SECRET_KEY));
  whole = clean_id != NULL && strchr (clean_id, ',') == NULL && key != NULL;

  if (!whole)
    fail (error, "The access key has characters that no key has");
  else if (!add_security_token (authorizer, request))
    whole = fail (error, "The security token has characters that no token has");
  else
    {
      soup_message_headers_replace (headers, "X-Sdk-Date", date);
      if (project_id != NULL)
        soup_message_headers_replace (headers, "X-Project-Id", project_id);
      canonicalize (request);
      sign (request, clean_id, key);
    }

  htap_secret_free (key);

  return whole;
}

static void
on_trial_entered (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (htap_trial_enter_finish (HTAP_TRIAL (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
htap_key_authorizer_prepare_async (HtapAuthorizer *authorizer,
                                   const char *region,
                                   const char *project_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  HtapKeyAuthorizer *self = HTAP_KEY_AUTHORIZER (authorizer);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, htap_key_authorizer_prepare_async);
  /* Who was let in must conclude, even if cancelled before hearing of it. */
  g_task_set_check_cancellable (task, FALSE);
  htap_trial_enter_async (self->trial, cancellable, on_trial_entered, task);
}

static gboolean
htap_key_authorizer_conclude (HtapAuthorizer *authorizer,
                              SoupMessage *request,
                              gboolean may_repeat,
                              const GError *error)
{
  htap_trial_leave (HTAP_KEY_AUTHORIZER (authorizer)->trial, error);

  return FALSE;
}

static void
htap_key_authorizer_forgive (HtapAuthorizer *authorizer)
{
  htap_trial_reset (HTAP_KEY_AUTHORIZER (authorizer)->trial);
}

static void
htap_key_authorizer_finalize (GObject *object)
{
  g_object_unref (HTAP_KEY_AUTHORIZER (object)->trial);

  G_OBJECT_CLASS (htap_key_authorizer_parent_class)->finalize (object);
}

static void
htap_key_authorizer_class_init (HtapKeyAuthorizerClass *klass)
{
  HtapAuthorizerClass *authorizer_class = HTAP_AUTHORIZER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = htap_key_authorizer_finalize;
  authorizer_class->prepare_async = htap_key_authorizer_prepare_async;
  authorizer_class->authorize = htap_key_authorizer_authorize;
  authorizer_class->conclude = htap_key_authorizer_conclude;
  authorizer_class->forgive = htap_key_authorizer_forgive;
}

static void
htap_key_authorizer_init (HtapKeyAuthorizer *self)
{
  self->trial = htap_trial_new ();
}
