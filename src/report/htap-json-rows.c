/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-rows.h"

#include "htap-json-document.h"
#include "htap-json-instance.h"
#include "htap-json-text.h"

#include <string.h>

#define INDENT "    "

/* One instance at a time: the nodes of ten thousand would take far more memory than their text. */
static void
append_instance (GString *text, JsonGenerator *generator, const HtapRows *rows, guint position)
{
  g_autoptr (HtapInstance) instance = g_list_model_get_item (rows->instances, position);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *object = NULL;
  g_autofree char *escaped = NULL;

  htap_json_instance_add_columns (builder, instance, rows->columns, rows->n_columns);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  object = json_generator_to_data (generator, NULL);
  escaped = htap_json_text_escape (object);

  g_string_append (text, position > 0 ? ",\n" INDENT : "\n" INDENT);
  for (const char *c = escaped; *c != '\0'; c++)
    {
      g_string_append_c (text, *c);
      if (*c == '\n')
        g_string_append (text, INDENT);
    }
}

/**
 * htap_json_rows_format:
 * @now: seconds since 1970 UTC
 *
 * What `--format json` prints, without how it was read: `version`, `generated_at` and `instances`,
 * which have the columns as their members, by their ids; they need no titles.
 *
 * Returns: (transfer full): one JSON object over several lines, the last of which ends in a newline
 */
char *
htap_json_rows_format (const HtapRows *rows, gint64 now)
{
  g_autofree char *empty = htap_json_document_end (htap_json_document_begin (now));
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  GString *text = g_string_new (empty);
  guint n_rows = g_list_model_get_n_items (rows->instances);

  json_generator_set_pretty (generator, TRUE);

  /* Into the object again, behind its last member. */
  g_string_truncate (text, text->len - strlen ("\n}\n"));
  g_string_append (text, ",\n  \"instances\" : [");
  for (guint i = 0; i < n_rows; i++)
    append_instance (text, generator, rows, i);
  g_string_append (text, n_rows > 0 ? "\n  ]\n}\n" : "]\n}\n");

  return g_string_free (text, FALSE);
}
