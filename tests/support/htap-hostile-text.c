/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-hostile-text.h"

#include "htap-test.h"

#include <json-glib/json-glib.h>

static void
clear_text (gpointer data)
{
  HtapHostileText *self = data;

  g_free (self->what);
  g_free (self->text);
}

/**
 * htap_hostile_texts_load:
 *
 * Returns: (transfer full) (element-type HtapHostileText): the table that all tests share
 */
GArray *
htap_hostile_texts_load (void)
{
  g_autoptr (GBytes) bytes = htap_test_fixture ("hostile-texts.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (HtapHostileText));
  JsonObjectIter iter;
  const char *what;
  JsonNode *node;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  g_array_set_clear_func (texts, clear_text);
  json_object_iter_init_ordered (&iter, json_node_get_object (json_parser_get_root (parser)));
  while (json_object_iter_next_ordered (&iter, &what, &node))
    {
      HtapHostileText text = { g_strdup (what), json_node_dup_string (node) };

      g_array_append_val (texts, text);
    }
  g_assert_cmpuint (texts->len, >, 0);

  return texts;
}

static gboolean
is_harmless (gunichar c, gunichar previous)
{
  if (c == 0x200C || c == 0x200D)
    return previous >= 0x80;

  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SURROGATE:
      return FALSE;
    default:
      return TRUE;
    }
}

/**
 * htap_hostile_text_assert_harmless:
 * @shown: (nullable): what a person sees
 * @what: where they see it
 *
 * Fails unless @shown is one line of valid UTF-8 that can neither drive a terminal, nor change a
 * direction, nor hide something, nor reach into the lines around it.
 */
void
htap_hostile_text_assert_harmless (const char *shown, const char *what)
{
  gunichar previous = 0;
  guint n_marks = 0;

  if (shown == NULL)
    return;

  g_assert_true (g_utf8_validate (shown, -1, NULL));
  for (const char *c = shown; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      n_marks = g_unichar_ismark (character) ? n_marks + 1 : 0;
      if (!is_harmless (character, previous) || n_marks > 16)
        {
          g_autofree char *escaped = g_strescape (shown, NULL);

          g_error ("U+%04X in %s: “%s”", character, what, escaped);
        }
      previous = character;
    }
}
