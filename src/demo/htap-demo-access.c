/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-access.h"

#include "htap-demo-error.h"
#include "htap-demo-signature.h"

/* "More than five wrong signatures lock the key for five minutes"; the console's default for
 * passwords is five and a quarter of an hour. */
#define FORGIVEN_FAILURES 5
#define KEY_LOCK_SECONDS  (5 * 60)
#define USER_LOCK_SECONDS (15 * 60)
#define MAXIMUM_SKEW      (15 * 60 * G_USEC_PER_SEC)

static HtapDemoAnswer *
refuse (HtapDemoErrorKind kind)
{
  return htap_demo_error_answer (kind, HTAP_DEMO_LANGUAGE_ENGLISH);
}

static HtapDemoAnswer *
check_token (HtapDemoAccess *self, const char *text, HtapDemoCaller *caller)
{
  const HtapDemoToken *token;

  if (text == NULL || *text == '\0')
    return refuse (HTAP_DEMO_ERROR_TOKEN_MISSING);
  if (g_strcmp0 (text, self->operator_token) == 0)
    return NULL;

  token = htap_demo_tokens_find (self->tokens, text);
  if (token == NULL)
    return refuse (HTAP_DEMO_ERROR_TOKEN_WRONG);
  if (htap_demo_clock_now (&self->clock) >= token->expires_at)
    {
      g_autofree char *end = htap_demo_clock_format (token->expires_at);

      return htap_demo_error_answer_about (HTAP_DEMO_ERROR_TOKEN_EXPIRED, end);
    }

  caller->user = token->user;
  caller->is_bound = TRUE;
  caller->project_id = token->project_id;

  return NULL;
}

/* The cloud quotes what should have been signed, with bars for line ends. */
static HtapDemoAnswer *
refuse_signature (const char *canonical)
{
  g_autofree char *line = g_strdup (canonical != NULL ? canonical : "");
  g_autofree char *quoted =
      canonical != NULL ? g_strconcat (", canonicalRequest:", g_strdelimit (line, "\n", '|'), NULL)
                        : g_strdup ("");

  return htap_demo_error_answer_about (HTAP_DEMO_ERROR_SIGNATURE, quoted);
}

static char *
make_canonical (const HtapDemoSignature *signature, SoupServerMessage *message)
{
  GUri *uri = soup_server_message_get_uri (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  const HtapDemoSigned request = {
    .method = soup_server_message_get_method (message),
    .path = g_uri_get_path (uri),
    .query = g_uri_get_query (uri),
    .headers = soup_server_message_get_request_headers (message),
    .body = bytes,
  };

  return htap_demo_signature_canonical (signature, &request);
}

/* Everything about a key but the signature itself: is it known, and may it be used now? */
static HtapDemoAnswer *
check_key (HtapDemoAccess *self,
           const char *access_key_id,
           const HtapDemoUser *user,
           SoupMessageHeaders *headers)
{
  const gint64 now = htap_demo_clock_now (&self->clock);
  const char *date = soup_message_headers_get_one (headers, "X-Sdk-Date");
  gint64 signed_at;

  if (user == NULL)
    return htap_demo_error_answer_about (HTAP_DEMO_ERROR_KEY_UNKNOWN, access_key_id);
  if (htap_demo_lockout_is_locked (self->keys, access_key_id, now))
    return refuse (HTAP_DEMO_ERROR_KEY_LOCKED);
  if (!htap_demo_signature_parse_date (date, &signed_at) || ABS (now - signed_at) > MAXIMUM_SKEW)
    return refuse (HTAP_DEMO_ERROR_SIGNATURE_EXPIRED);
  if (user->security_token != NULL &&
      g_strcmp0 (soup_message_headers_get_one (headers, "X-Security-Token"),
                 user->security_token) != 0)
    return htap_demo_error_answer_about (HTAP_DEMO_ERROR_KEY_TEMPORARY, access_key_id);

  return NULL;
}

static HtapDemoAnswer *
check_signature (HtapDemoAccess *self,
                 SoupServerMessage *message,
                 const char *authorization,
                 HtapDemoCaller *caller)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  g_autoptr (HtapDemoSignature) signature = htap_demo_signature_parse (authorization);
  g_autofree char *canonical = NULL;
  const HtapDemoUser *user;
  HtapDemoAnswer *refusal;

  if (signature == NULL)
    return refuse_signature (NULL);

  user = htap_demo_user_find_by_key (signature->access_key_id);
  refusal = check_key (self, signature->access_key_id, user, headers);
  if (refusal != NULL)
    return refusal;

  canonical = make_canonical (signature, message);
  if (canonical == NULL ||
      !htap_demo_signature_fits (signature, canonical,
                                 soup_message_headers_get_one (headers, "X-Sdk-Date"),
                                 user->secret_access_key))
    {
      if (htap_demo_lockout_fail (self->keys, signature->access_key_id,
                                  htap_demo_clock_now (&self->clock)))
        return refuse (HTAP_DEMO_ERROR_KEY_LOCKED);
      return refuse_signature (canonical);
    }

  htap_demo_lockout_succeed (self->keys, signature->access_key_id);
  caller->user = user;
  caller->project_id = soup_message_headers_get_one (headers, "X-Project-Id");

  return NULL;
}

HtapDemoAccess *
htap_demo_access_new (void)
{
  HtapDemoAccess *self = g_new0 (HtapDemoAccess, 1);

  self->tokens = htap_demo_tokens_new ();
  self->users = htap_demo_lockout_new (FORGIVEN_FAILURES, USER_LOCK_SECONDS);
  self->keys = htap_demo_lockout_new (FORGIVEN_FAILURES, KEY_LOCK_SECONDS);

  return self;
}

void
htap_demo_access_free (HtapDemoAccess *self)
{
  g_free (self->operator_token);
  htap_demo_tokens_free (self->tokens);
  htap_demo_lockout_free (self->users);
  htap_demo_lockout_free (self->keys);
  g_free (self);
}

/**
 * htap_demo_access_check:
 * @message: a request with its body
 * @caller: (out): who is asking, if there is no refusal
 *
 * Verifies the signature if there is one, the token otherwise.
 *
 * Returns: (transfer full) (nullable): why the request is refused
 */
HtapDemoAnswer *
htap_demo_access_check (HtapDemoAccess *self, SoupServerMessage *message, HtapDemoCaller *caller)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *authorization = soup_message_headers_get_one (headers, "Authorization");

  *caller = (HtapDemoCaller){ NULL };
  if (authorization != NULL)
    return check_signature (self, message, authorization, caller);

  return check_token (self, soup_message_headers_get_one (headers, "X-Auth-Token"), caller);
}

/**
 * htap_demo_access_enter:
 * @project_id: the project that the path of the request names
 *
 * Returns: (transfer full) (nullable): why @caller may not ask about it. A key may go without
 *   naming its project; what it names must be right.
 */
HtapDemoAnswer *
htap_demo_access_enter (const HtapDemoCaller *caller, const char *project_id)
{
  const gboolean must_match = caller->is_bound || caller->project_id != NULL;

  if (must_match && g_strcmp0 (caller->project_id, project_id) != 0)
    return refuse (HTAP_DEMO_ERROR_TOKEN_ELSEWHERE);

  return NULL;
}
