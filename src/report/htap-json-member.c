/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-member.h"

#include "htap-error.h"
#include "htap-format.h"

/**
 * htap_json_member_add_text:
 * @text: (nullable): may come from outside and be no valid UTF-8; empty counts as absent
 *
 * Adds a member to the object that is open; null if absent, as the others do.
 */
void
htap_json_member_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  g_autofree char *valid = NULL;

  json_builder_set_member_name (builder, name);
  if (text == NULL || *text == '\0')
    {
      json_builder_add_null_value (builder);
      return;
    }

  valid = g_utf8_make_valid (text, -1);
  json_builder_add_string_value (builder, valid);
}

void
htap_json_member_add_number (JsonBuilder *builder,
                             const char *name,
                             gboolean is_there,
                             gint64 number)
{
  json_builder_set_member_name (builder, name);
  if (is_there)
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_null_value (builder);
}

/**
 * htap_json_member_add_time:
 * @milliseconds: since 1970 UTC, 0 if absent; what is no time counts as absent
 */
void
htap_json_member_add_time (JsonBuilder *builder, const char *name, gint64 milliseconds)
{
  g_autofree char *text = milliseconds != 0 ? htap_format_iso8601 (milliseconds) : NULL;

  htap_json_member_add_text (builder, name, text);
}

/**
 * htap_json_member_add_error:
 * @error: (nullable): %NULL becomes null
 *
 * Adds what is known of an error, as an object.
 */
void
htap_json_member_add_error (JsonBuilder *builder, const char *name, const GError *error)
{
  const HtapErrorDetails *details = htap_error_get_details (error);

  json_builder_set_member_name (builder, name);
  if (error == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  htap_json_member_add_text (builder, "kind", htap_error_get_kind_id (error));
  htap_json_member_add_number (builder, "http_status", details->http_status != 0,
                               details->http_status);
  htap_json_member_add_text (builder, "code", details->code);
  htap_json_member_add_text (builder, "message",
                             details->server_message != NULL ? details->server_message
                                                             : error->message);
  htap_json_member_add_text (builder, "request_id", details->request_id);
  json_builder_end_object (builder);
}
