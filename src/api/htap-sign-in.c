/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in.h"

#include "htap-answer-error.h"
#include "htap-credentials.h"
#include "htap-endpoint.h"
#include "htap-error.h"
#include "htap-request.h"
#include "htap-sign-in-body.h"

#include <string.h>

/* "Obtaining a User Token Through Password Authentication". The catalogue of services is long, and
 * not ours to read. */
#define PATH  "/v3/auth/tokens"
#define QUERY "nocatalog=true"
#define TYPE  "application/json;charset=utf8"

typedef struct
{
  SoupMessage *message;
  HtapCredentials *credentials; /* the password, to be kept out of errors */
  char *scope;                  /* (nullable): the project's id or name */
} SignIn;

static void
sign_in_free (gpointer data)
{
  SignIn *sign_in = data;

  g_clear_object (&sign_in->message);
  htap_credentials_unref (sign_in->credentials);
  g_free (sign_in->scope);
  g_free (sign_in);
}

/* The one POST of the program: it asks for a token, and changes nothing. */
static SoupMessage *
new_post (GUri *endpoint, GBytes *body)
{
  g_autofree char *url = htap_request_dup_url (endpoint, PATH, QUERY);
  SoupMessage *message = soup_message_new (SOUP_METHOD_POST, url);

  soup_message_headers_replace (soup_message_get_request_headers (message), "Accept",
                                "application/json");
  soup_message_set_request_body_from_bytes (message, TYPE, body);

  return message;
}

/* A service may quote what it was sent. */
static gboolean
holds (const char *text, const char *password)
{
  return text != NULL && strstr (text, password) != NULL;
}

static GError *
refine_error (const SignIn *sign_in, const GError *error)
{
  HtapErrorDetails details = *htap_error_get_details (error);
  const char *password = htap_credentials_get (sign_in->credentials, HTAP_SECRET_PASSWORD);
  GError *refined = NULL;
  HtapError kind = (HtapError) error->code;

  if (error->domain != HTAP_ERROR)
    return g_error_copy (error);

  /* Here it is the project that is not found, and not an instance. */
  if (kind == HTAP_ERROR_NOT_FOUND)
    {
      kind = HTAP_ERROR_CONFIG;
      details.reason = HTAP_ERROR_REASON_UNKNOWN_PROJECT;
      details.subject = sign_in->scope;
    }

  if (holds (details.server_message, password))
    details.server_message = NULL;
  if (holds (details.code, password))
    details.code = NULL;
  if (holds (details.request_id, password))
    details.request_id = NULL;
  htap_error_set (&refined, kind, &details, "%s",
                  holds (error->message, password) ? "The sign-in failed" : error->message);

  return refined;
}

static HtapToken *
read_answer (SoupMessage *message, GBytes *body, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *date = soup_message_headers_get_one (headers, "Date");
  g_autoptr (GDateTime) issued = date != NULL ? soup_date_time_new_from_http_string (date) : NULL;
  g_autoptr (GError) cause = NULL;
  HtapToken *token = htap_token_new_from_answer (
      soup_message_headers_get_one (headers, "X-Subject-Token"), body, issued, &cause);

  if (token == NULL)
    g_propagate_error (error, htap_answer_error_complete (message, cause));

  return token;
}

static void
on_message_sent (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  SignIn *sign_in = g_task_get_task_data (task);
  g_autoptr (GBytes) body = htap_http_send_finish (HTAP_HTTP (object), result, &error);
  HtapToken *token = body != NULL ? read_answer (sign_in->message, body, &error) : NULL;

  if (token != NULL)
    g_task_return_pointer (task, token, (GDestroyNotify) htap_token_free);
  else
    g_task_return_error (task, refine_error (sign_in, error));
}

static SignIn *
sign_in_new (const char *password, const char *scope)
{
  SignIn *sign_in = g_new0 (SignIn, 1);

  sign_in->credentials = htap_credentials_new ();
  htap_credentials_set (sign_in->credentials, HTAP_SECRET_PASSWORD, password);
  sign_in->scope = g_strdup (scope);

  return sign_in;
}

/**
 * htap_sign_in_async:
 * @profile: says account, IAM user and where the IAM service is
 * @password: the IAM user's password; copied, and wiped afterwards
 * @region: (nullable): the region whose IAM service is asked; without @project_id, the token is for
 *   the project that the profile names there, or the region's own; %NULL for one that concerns the
 *   whole account
 * @project_id: (nullable): the project the token is for
 * @cancellable: (nullable): answers at once, wherever the request is
 *
 * Asks IAM for a token. Not repeated by itself: failures lock the user.
 */
void
htap_sign_in_async (HtapHttp *http,
                    HtapProfile *profile,
                    const char *password,
                    const char *region,
                    const char *project_id,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (http, cancellable, callback, user_data);
  g_autoptr (GUri) endpoint = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autoptr (GError) error = NULL;
  const char *project_name =
      region != NULL ? htap_profile_find_project_name (profile, region) : NULL;
  SignIn *sign_in = sign_in_new (password, project_id != NULL ? project_id : project_name);

  g_task_set_source_tag (task, htap_sign_in_async);
  g_task_set_task_data (task, sign_in, sign_in_free);

  endpoint = htap_endpoint_resolve_iam (profile, region, &error);
  if (endpoint != NULL)
    body = htap_sign_in_body_new (profile, password, project_name, project_id, &error);
  if (body == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  sign_in->message = new_post (endpoint, body);
  htap_http_send_async (http, sign_in->message, cancellable, on_message_sent, g_object_ref (task));
}

/**
 * htap_sign_in_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the token, %NULL with @error
 */
HtapToken *
htap_sign_in_finish (HtapHttp *http, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, http), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
