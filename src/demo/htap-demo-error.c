/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-error.h"

#include "htap-demo-json.h"

/* Without a Chinese text it is the gateway that answers: in English, with the request id in the
 * body. */
static const struct {
  guint       status;
  const char *code;
  const char *english;
  const char *chinese;
} descriptions[] = {
  [HTAP_DEMO_ERROR_TOKEN_MISSING] = {
    401, "APIGW.0301", "Incorrect IAM authentication information: x-auth-token not found", NULL,
  },
  [HTAP_DEMO_ERROR_TOKEN_WRONG] = {
    401, "APIGW.0301", "Incorrect IAM authentication information: decrypt token fail", NULL,
  },
  [HTAP_DEMO_ERROR_PATH] = {
    404, "APIGW.0101", "The API does not exist or has not been published in the environment.", NULL,
  },
  [HTAP_DEMO_ERROR_METHOD] = {
    405, "APIGW.0101", "The API does not exist or has not been published in the environment.", NULL,
  },
  [HTAP_DEMO_ERROR_PARAMETER] = {
    400, "DBS.280001", "Parameter error.", "参数错误。",
  },
  [HTAP_DEMO_ERROR_ID] = {
    400, "DBS.280404", "Invalid DB instance ID or node ID format.", "实例ID或节点ID格式错误。",
  },
  [HTAP_DEMO_ERROR_LIMIT] = {
    400, "DBS.280439", "Invalid records. Enter a positive integer less than 100.",
    "查询记录数错误，请输入小于100的正整数。",
  },
  [HTAP_DEMO_ERROR_DENIED] = {
    403, "DBS.200010",
    "The DB instance ID or user ID may be null, or the operation is not authorized.",
    "实例ID或用户ID为空，或者没有操作权限。",
  },
  [HTAP_DEMO_ERROR_GONE] = {
    404, "DBS.200002", "The DB instance does not exist.", "实例不存在。",
  },
};

/**
 * htap_demo_error_answer:
 *
 * Returns: (transfer full): the documented answer
 */
HtapDemoAnswer *
htap_demo_error_answer (HtapDemoErrorKind kind, HtapDemoLanguage language)
{
  const gboolean is_gateway = descriptions[kind].chinese == NULL;
  const gboolean is_chinese = language == HTAP_DEMO_LANGUAGE_CHINESE && !is_gateway;
  HtapDemoAnswer *answer = htap_demo_answer_new (descriptions[kind].status);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GBytes) body = NULL;

  json_object_set_string_member (object, "error_code", descriptions[kind].code);
  json_object_set_string_member (
      object, "error_msg", is_chinese ? descriptions[kind].chinese : descriptions[kind].english);
  if (is_gateway)
    json_object_set_string_member (object, "request_id", htap_demo_answer_get_id (answer));
  if (kind == HTAP_DEMO_ERROR_METHOD)
    soup_message_headers_replace (answer->headers, "Allow", "GET");

  body = htap_demo_json_to_bytes (object);
  htap_demo_answer_set_body (answer, body);

  return answer;
}
