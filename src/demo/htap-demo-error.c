/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-error.h"

#include "htap-demo-json.h"

/* Who answers, and therefore in which form. */
typedef enum
{
  SHAPE_GATEWAY,  /* in English, with the request id in the body */
  SHAPE_SERVICE,  /* in the language that was asked for */
  SHAPE_IAM,      /* in English */
  SHAPE_KEYSTONE, /* IAM's other form, whose code is the HTTP status */
} Shape;

#define WRONG_IAM "Incorrect IAM authentication information: "
#define NO_API    "The API does not exist or has not been published in the environment."

/* `{}` stands for what the error is about. @code is the title where the form is Keystone's. */
static const struct
{
  Shape shape;
  guint status;
  const char *code;
  const char *english;
  const char *chinese;
} descriptions[] = {
  [HTAP_DEMO_ERROR_TOKEN_MISSING] = {
    SHAPE_GATEWAY, 401, "APIGW.0301", WRONG_IAM "x-auth-token not found", NULL,
  },
  [HTAP_DEMO_ERROR_TOKEN_WRONG] = {
    SHAPE_GATEWAY, 401, "APIGW.0301", WRONG_IAM "decrypt token fail", NULL,
  },
  [HTAP_DEMO_ERROR_TOKEN_EXPIRED] = {
    SHAPE_GATEWAY, 401, "APIGW.0301", WRONG_IAM "token expires, expires_at: {}", NULL,
  },
  [HTAP_DEMO_ERROR_TOKEN_ELSEWHERE] = {
    SHAPE_GATEWAY, 401, "APIGW.0307", "The token must be updated.", NULL,
  },
  [HTAP_DEMO_ERROR_KEY_UNKNOWN] = {
    SHAPE_GATEWAY, 401, "APIGW.0301", WRONG_IAM "ak {} not exist", NULL,
  },
  [HTAP_DEMO_ERROR_KEY_TEMPORARY] = {
    SHAPE_GATEWAY, 401, "APIGW.0301", WRONG_IAM "Get secretKey failed,ak:{},err:ak not exist", NULL,
  },
  [HTAP_DEMO_ERROR_KEY_LOCKED] = {
    SHAPE_GATEWAY, 401, "APIGW.0301", WRONG_IAM "AK access failed to reach the limit,forbidden.",
    NULL,
  },
  [HTAP_DEMO_ERROR_SIGNATURE] = {
    SHAPE_GATEWAY, 401, "APIGW.0301", WRONG_IAM "verify aksk signature fail{}", NULL,
  },
  [HTAP_DEMO_ERROR_SIGNATURE_EXPIRED] = {
    SHAPE_GATEWAY, 401, "APIGW.0301", WRONG_IAM "calc ak sk signature fail:signature expired", NULL,
  },
  [HTAP_DEMO_ERROR_NOT_ALLOWED] = {
    SHAPE_IAM, 403, "IAM.0003", "Policy doesn't allow {} to be performed.", NULL,
  },
  [HTAP_DEMO_ERROR_SIGN_IN_REQUEST] = {
    SHAPE_KEYSTONE, 400, "Bad Request", "'{}' is a required property.", NULL,
  },
  [HTAP_DEMO_ERROR_SIGN_IN_WRONG] = {
    SHAPE_KEYSTONE, 401, "Unauthorized", "The username or password is wrong.", NULL,
  },
  [HTAP_DEMO_ERROR_SIGN_IN_LOCKED] = {
    SHAPE_IAM, 401, "IAM.0061", "Account locked.", NULL,
  },
  [HTAP_DEMO_ERROR_SIGN_IN_DISABLED] = {
    SHAPE_IAM, 403, "IAM.0080", "The user is disabled.", NULL,
  },
  [HTAP_DEMO_ERROR_SIGN_IN_CONSOLE_ONLY] = {
    SHAPE_IAM, 403, "IAM.0081", "The user only supports console access.", NULL,
  },
  /* The status is known, the sentence is not published. */
  [HTAP_DEMO_ERROR_SIGN_IN_PROTECTED] = {
    SHAPE_KEYSTONE, 401, "Unauthorized",
    "Login protection is enabled: the methods password and totp are required.", NULL,
  },
  [HTAP_DEMO_ERROR_SIGN_IN_SCOPE] = {
    SHAPE_IAM, 404, "IAM.0004", "Could not find project: {}.", NULL,
  },
  [HTAP_DEMO_ERROR_SIGN_IN_FORBIDDEN] = {
    SHAPE_IAM, 403, "IAM.0002", "You are not authorized to perform the requested action.", NULL,
  },
  [HTAP_DEMO_ERROR_PATH] = { SHAPE_GATEWAY, 404, "APIGW.0101", NO_API, NULL },
  [HTAP_DEMO_ERROR_METHOD] = { SHAPE_GATEWAY, 405, "APIGW.0101", NO_API, NULL },
  [HTAP_DEMO_ERROR_PARAMETER] = {
    SHAPE_SERVICE, 400, "DBS.280001", "Parameter error.", "参数错误。",
  },
  [HTAP_DEMO_ERROR_ID] = {
    SHAPE_SERVICE, 400, "DBS.280404", "Invalid DB instance ID or node ID format.", "实例ID或节点ID格式错误。",
  },
  [HTAP_DEMO_ERROR_LIMIT] = {
    SHAPE_SERVICE, 400, "DBS.280439", "Invalid records. Enter a positive integer less than 100.",
    "查询记录数错误，请输入小于100的正整数。",
  },
  [HTAP_DEMO_ERROR_DENIED] = {
    SHAPE_SERVICE, 403, "DBS.200010",
    "The DB instance ID or user ID may be null, or the operation is not authorized.",
    "实例ID或用户ID为空，或者没有操作权限。",
  },
  [HTAP_DEMO_ERROR_GONE] = {
    SHAPE_SERVICE, 404, "DBS.200002", "The DB instance does not exist.", "实例不存在。",
  },
  /* Status and code are known, the sentence is not published. */
  [HTAP_DEMO_ERROR_NO_INSTANCE] = {
    SHAPE_SERVICE, 400, "DBS.05000044", "The HTAP instance does not exist.", "HTAP实例不存在。",
  },
};

/* IAM's other form: the code is a number, and stands inside. */
static JsonObject *
make_keystone (guint status, const char *title, const char *text)
{
  JsonObject *object = json_object_new ();
  JsonObject *inner = json_object_new ();

  json_object_set_string_member (inner, "message", text);
  json_object_set_int_member (inner, "code", status);
  json_object_set_string_member (inner, "title", title);
  json_object_set_object_member (object, "error", inner);

  return object;
}

static JsonObject *
make_object (HtapDemoErrorKind kind, const char *text, const char *request_id)
{
  const Shape shape = descriptions[kind].shape;
  JsonObject *object;

  if (shape == SHAPE_KEYSTONE)
    return make_keystone (descriptions[kind].status, descriptions[kind].code, text);

  object = json_object_new ();
  json_object_set_string_member (object, "error_code", descriptions[kind].code);
  json_object_set_string_member (object, "error_msg", text);
  if (shape == SHAPE_GATEWAY)
    json_object_set_string_member (object, "request_id", request_id);

  return object;
}

static HtapDemoAnswer *
make_answer (HtapDemoErrorKind kind, const char *text)
{
  const Shape shape = descriptions[kind].shape;
  HtapDemoAnswer *answer = htap_demo_answer_new (descriptions[kind].status);
  const char *request_id = htap_demo_answer_get_id (answer);
  g_autoptr (JsonObject) object = make_object (kind, text, request_id);
  g_autoptr (GBytes) body = htap_demo_json_to_bytes (object);

  htap_demo_answer_set_body (answer, body);
  if (shape == SHAPE_IAM || shape == SHAPE_KEYSTONE)
    soup_message_headers_replace (answer->headers, "X-IAM-Trace-Id", request_id);

  return answer;
}

/**
 * htap_demo_error_answer:
 *
 * Returns: (transfer full): the documented answer
 */
HtapDemoAnswer *
htap_demo_error_answer (HtapDemoErrorKind kind, HtapDemoLanguage language)
{
  const char *chinese = descriptions[kind].chinese;
  HtapDemoAnswer *answer = make_answer (
      kind, language == HTAP_DEMO_LANGUAGE_CHINESE && chinese != NULL ? chinese
                                                                      : descriptions[kind].english);

  if (kind == HTAP_DEMO_ERROR_METHOD)
    soup_message_headers_replace (answer->headers, "Allow", "GET");

  return answer;
}

/**
 * htap_demo_error_answer_about:
 * @kind: one whose text names something
 * @subject: what it names; anything that a client may have sent
 *
 * Returns: (transfer full): the documented answer, in English as the gateway and IAM always are
 */
HtapDemoAnswer *
htap_demo_error_answer_about (HtapDemoErrorKind kind, const char *subject)
{
  g_autofree char *valid = g_utf8_make_valid (subject, -1);
  g_auto (GStrv) parts = g_strsplit (descriptions[kind].english, "{}", 2);
  g_autofree char *text = g_strjoinv (valid, parts);

  return make_answer (kind, text);
}
