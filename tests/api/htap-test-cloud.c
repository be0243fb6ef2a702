/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-cloud.h"

#include "htap-authorizers.h"
#include "htap-request.h"
#include "htap-signature.h"
#include "htap-test.h"

#include <string.h>

#define EXPIRED                                                                                    \
  "{\"error_code\":\"APIGW.0301\",\"error_msg\":\"Incorrect IAM authentication information: "      \
  "token expires\"}"
#define FORBIDDEN "{\"error_code\":\"IAM.0002\",\"error_msg\":\"You are not authorized.\"}"
#define LIST      "{\"total\":0,\"instances\":[]}"

static void
answer_sign_in (HtapTestCloud *self, SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) end = g_date_time_add_seconds (now, (double) self->lifetime);
  g_autofree char *expires_at = g_date_time_format (end, "%Y-%m-%dT%H:%M:%S.000000Z");
  g_autofree char *token = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (GBytes) answer_bytes = NULL;

  g_free (self->body);
  self->body = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  self->n_sign_ins++;
  if (self->sign_in_status != 201)
    {
      htap_test_answer (message, self->sign_in_status, "application/json", self->sign_in_error);
      return;
    }

  token = g_strdup_printf ("token-%u", self->n_sign_ins);
  answer = g_strdup_printf ("{\"token\":{\"expires_at\":\"%s\",\"project\":{\"id\":\"%s\"}}}",
                            expires_at, CLOUD_PROJECT);
  answer_bytes = g_bytes_new (answer, strlen (answer));
  htap_test_answer_bytes (message, 201, answer_bytes);
  soup_message_headers_replace (headers, "X-Subject-Token", token);
}

static void
check_signature (HtapTestCloud *self, SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *authorization = soup_message_headers_get_one (headers, "Authorization");
  GUri *uri = soup_server_message_get_uri (message);
  HtapSignatureHeader signed_headers[8];
  HtapSignatureRequest request = { .method = soup_server_message_get_method (message),
                                   .path = g_uri_get_path (uri),
                                   .query = g_uri_get_query (uri),
                                   .headers = signed_headers };
  g_autofree char *names = NULL;
  g_auto (GStrv) split = NULL;
  g_autofree char *expected = NULL;

  if (authorization == NULL)
    return;

  names = g_strdup (strstr (authorization, "SignedHeaders=") + strlen ("SignedHeaders="));
  *strchr (names, ',') = '\0';
  split = g_strsplit (names, ";", -1);
  for (char **name = split; *name != NULL; name++)
    signed_headers[request.n_headers++] =
        (HtapSignatureHeader){ *name, soup_message_headers_get_one (headers, *name) };

  expected = htap_signature_dup_authorization (&request, CLOUD_KEY_ID, CLOUD_KEY);
  self->is_signature_good = g_str_equal (expected, authorization);
}

static void
answer_list (HtapTestCloud *self, SoupServerMessage *message)
{
  const char *token = soup_message_headers_get_one (
      soup_server_message_get_request_headers (message), "X-Auth-Token");
  g_autofree char *good = g_strdup_printf ("token-%u", self->n_sign_ins);
  gboolean refused = self->refuse > 0 || (token != NULL && !g_str_equal (token, good));

  self->n_lists++;
  if (refused)
    {
      self->refuse -= self->refuse > 0 ? 1 : 0;
      htap_test_answer (message, 401, "application/json",
                        self->list_error != NULL ? self->list_error : EXPIRED);
    }
  else
    htap_test_answer (message, self->list_status, "application/json",
                      self->list_status == 200 ? LIST : self->list_error);
}

static void
answer_projects (HtapTestCloud *self, SoupServerMessage *message, const char *fixture)
{
  g_autoptr (GBytes) body = fixture != NULL ? htap_test_fixture (fixture) : NULL;

  self->n_projects++;
  if (body != NULL)
    htap_test_answer_bytes (message, 200, body);
  else
    htap_test_answer (message, 403, "application/json", FORBIDDEN);
}

static void
answer (HtapTestCloud *self, SoupServerMessage *message)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));

  if (g_str_has_suffix (path, "/v3/auth/tokens"))
    answer_sign_in (self, message);
  else if (g_str_has_suffix (path, "/v3/auth/projects"))
    answer_projects (self, message, self->projects);
  else if (g_str_has_suffix (path, "/v3/projects"))
    answer_projects (self, message, self->named_projects);
  else
    answer_list (self, message);
}

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  HtapTestCloud *self = user_data;
  GUri *uri = soup_server_message_get_uri (message);
  const char *query = g_uri_get_query (uri);

  g_free (self->target);
  self->target = g_strconcat (g_uri_get_path (uri), query != NULL ? "?" : "", query, NULL);
  g_free (self->host);
  self->host = g_strdup (htap_test_server_get_header (server, "Host"));
  check_signature (self, message);

  if (!self->hold)
    {
      answer (self, message);
      return;
    }

  g_queue_push_tail (&self->held, g_object_ref (message));
  self->most_at_once = MAX (self->most_at_once, self->held.length);
  soup_server_message_pause (message);
}

/**
 * htap_test_cloud_init:
 *
 * A cloud where all goes well; every member can be changed at any time.
 */
void
htap_test_cloud_init (HtapTestCloud *self)
{
  *self = (HtapTestCloud){ .sign_in_status = 201,
                           .sign_in_error = "",
                           .lifetime = 24 * 3600,
                           .list_status = 200,
                           .projects = "iam/auth_projects.json",
                           .named_projects = "iam/projects_name_cn-north-4.json",
                           .held = G_QUEUE_INIT };
  self->server = htap_test_server_new (on_request, self);
}

void
htap_test_cloud_clear (HtapTestCloud *self)
{
  htap_test_server_free (self->server);
  g_queue_clear_full (&self->held, g_object_unref);
  g_free (self->body);
  g_free (self->target);
  g_free (self->host);
}

/**
 * htap_test_cloud_let_go:
 *
 * Answers what was held, and holds nothing more.
 */
void
htap_test_cloud_let_go (HtapTestCloud *self)
{
  SoupServerMessage *message;

  self->hold = FALSE;
  while ((message = g_queue_pop_head (&self->held)) != NULL)
    {
      answer (self, message);
      soup_server_message_unpause (message);
      g_object_unref (message);
    }
}

static gboolean
has_held (gpointer data)
{
  HtapTestCloud *self = data;

  return self->held.length >= self->n_at_once;
}

void
htap_test_cloud_wait_for_held (HtapTestCloud *self, guint n_held)
{
  self->n_at_once = n_held;
  htap_test_wait_until (has_held, self, "requests that are held");
}

/**
 * htap_test_cloud_new_profile:
 *
 * Returns: (transfer full): a profile whose every endpoint is this cloud
 */
HtapProfile *
htap_test_cloud_new_profile (HtapTestCloud *self, HtapSignIn sign_in)
{
  HtapProfile *profile = htap_profile_new (NULL);
  g_autofree char *url = htap_test_server_dup_url (self->server);

  htap_profile_set_sign_in (profile, sign_in);
  htap_profile_set_account (profile, "IAMDomain");
  htap_profile_set_user (profile, "IAMUser");
  htap_profile_set_access_key_id (profile, CLOUD_KEY_ID);
  htap_profile_set_endpoint (profile, CLOUD_REGION, url);
  htap_profile_set_iam_endpoint (profile, url);

  return profile;
}

/**
 * htap_test_cloud_new_credentials:
 *
 * Returns: (transfer full): what serves for every way to sign in
 */
HtapCredentials *
htap_test_cloud_new_credentials (void)
{
  HtapCredentials *credentials = htap_credentials_new_token ("token-0");

  htap_credentials_set (credentials, HTAP_SECRET_PASSWORD, CLOUD_PASSWORD);
  htap_credentials_set (credentials, HTAP_SECRET_SECRET_KEY, CLOUD_KEY);

  return credentials;
}

HtapAuthorizer *
htap_test_cloud_new_authorizer (HtapTestCloud *self, HtapSignIn sign_in)
{
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (HtapProfile) profile = htap_test_cloud_new_profile (self, sign_in);
  g_autoptr (HtapCredentials) credentials = htap_test_cloud_new_credentials ();
  g_autoptr (GError) error = NULL;
  HtapAuthorizer *authorizer = htap_authorizer_new_for_profile (http, profile, credentials, &error);

  g_assert_no_error (error);

  return authorizer;
}

/**
 * htap_test_cloud_build:
 * @cloud: (type HtapTestCloud): where to ask
 *
 * A #HtapExchangeBuild for a list of HTAP instances.
 */
SoupMessage *
htap_test_cloud_build (const char *project_id, gpointer cloud, GError **error)
{
  g_autofree char *url = htap_test_server_dup_url (((HtapTestCloud *) cloud)->server);
  g_autoptr (GUri) endpoint = g_uri_parse (url, G_URI_FLAGS_ENCODED_PATH, NULL);

  return htap_request_new_htap_list (endpoint, project_id, CLOUD_TAURUS, "en-us", error);
}
