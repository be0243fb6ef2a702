/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-document.h"

#include "htap-json-member.h"
#include "htap-json-text.h"

#define VERSION 1

/**
 * htap_json_document_begin:
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer full): an object that is open, and has what every document begins with
 */
JsonBuilder *
htap_json_document_begin (gint64 now)
{
  JsonBuilder *builder = json_builder_new ();

  json_builder_begin_object (builder);
  htap_json_member_add_number (builder, "version", TRUE, VERSION);
  htap_json_member_add_time (builder, "generated_at", now * 1000);

  return builder;
}

/**
 * htap_json_document_end:
 * @builder: (transfer full): from htap_json_document_begin()
 *
 * Returns: (transfer full): one object over several lines, the last of which ends in a newline
 */
char *
htap_json_document_end (JsonBuilder *builder)
{
  g_autoptr (JsonBuilder) finished = builder;
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;

  json_builder_end_object (finished);
  root = json_builder_get_root (finished);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  escaped = htap_json_text_escape (text);

  return g_strconcat (escaped, "\n", NULL);
}
