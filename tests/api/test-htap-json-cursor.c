/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-cursor.h"

#include "htap-json-parse.h"

#include <string.h>

typedef struct
{
  JsonNode *root;
  HtapJsonNotes notes;
  HtapJsonCursor cursor;
} Fixture;

static void
open_text (Fixture *fixture, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  fixture->root = htap_json_parse (bytes, &error);
  g_assert_no_error (error);
  fixture->notes.deviations = g_ptr_array_new_with_free_func (g_free);
  fixture->notes.texts = g_string_chunk_new (16);
  fixture->cursor = (HtapJsonCursor){ NULL, NULL, -1, fixture->root, &fixture->notes };
}

static void
close_text (Fixture *fixture)
{
  json_node_unref (fixture->root);
  g_ptr_array_unref (fixture->notes.deviations);
  g_string_chunk_free (fixture->notes.texts);
}

static void
assert_deviations (const Fixture *fixture, const char *const *expected)
{
  guint n_expected = g_strv_length ((char **) expected);

  for (guint i = 0; i < MIN (n_expected, fixture->notes.deviations->len); i++)
    g_assert_cmpstr (g_ptr_array_index (fixture->notes.deviations, i), ==, expected[i]);
  g_assert_cmpuint (fixture->notes.deviations->len, ==, n_expected);
}

static const struct
{
  const char *json;
  const char *text; /* NULL: none */
  gint64 number;
  gboolean has_number;
  int flag; /* -1: none */
} values[] = {
  { "\"a\"", "a", 0, FALSE, -1 },
  { "\"\"", "", 0, FALSE, -1 },
  { "3306", "3306", 3306, TRUE, -1 },
  { "\"3306\"", "3306", 3306, TRUE, -1 },
  { "-5", "-5", -5, TRUE, -1 },
  { "0", "0", 0, TRUE, 0 },
  { "1", "1", 1, TRUE, 1 },
  { "2", "2", 2, TRUE, -1 },
  { "\"0\"", "0", 0, TRUE, 0 },
  { "\"1\"", "1", 1, TRUE, 1 },
  { "true", "true", 0, FALSE, 1 },
  { "false", "false", 0, FALSE, 0 },
  { "\"True\"", "True", 0, FALSE, 1 },
  { "\"false\"", "false", 0, FALSE, 0 },
  { "3306.0", "3306.0", 3306, TRUE, -1 },
  { "1.711e3", "1.711e3", 1711, TRUE, -1 },
  { "3.5", "3.5", 0, FALSE, -1 },
  { "9223372036854775807", "9223372036854775807", G_MAXINT64, TRUE, -1 },
  { "-9223372036854775808", "-9223372036854775808", G_MININT64, TRUE, -1 },
  { "9223372036854775808", "9223372036854775808", 0, FALSE, -1 },
  { "9223372036854775808.0", "9223372036854775808.0", 0, FALSE, -1 },
  { "1e999", "1e999", 0, FALSE, -1 },
  { "\"0x10\"", "0x10", 0, FALSE, -1 },
  { "\"12 \"", "12 ", 0, FALSE, -1 },
  { "\"nan\"", "nan", 0, FALSE, -1 },
  { "\"1-2\"", "1-2", 0, FALSE, -1 },
  { "{}", NULL, 0, FALSE, -1 },
  { "[]", NULL, 0, FALSE, -1 },
  { "[1]", NULL, 0, FALSE, -1 },
};

static void
test_values (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      Fixture fixture;
      gint64 number = 0;
      gboolean flag = FALSE;

      g_test_message ("%s", values[i].json);
      open_text (&fixture, values[i].json);

      g_assert_cmpstr (htap_json_cursor_read_text (&fixture.cursor), ==, values[i].text);
      g_assert_cmpint (htap_json_cursor_read_number (&fixture.cursor, &number), ==,
                       values[i].has_number);
      if (values[i].has_number)
        g_assert_cmpint (number, ==, values[i].number);
      g_assert_cmpint (htap_json_cursor_read_flag (&fixture.cursor, &flag), ==,
                       values[i].flag >= 0);
      if (values[i].flag >= 0)
        g_assert_cmpint (flag, ==, values[i].flag);

      close_text (&fixture);
    }
}

/* What is as documented is no deviation; what had to be converted or left out is one. */
static void
test_value_deviations (void)
{
  Fixture fixture;
  gint64 number;
  gboolean flag;

  open_text (&fixture, "\"a\"");
  htap_json_cursor_read_text (&fixture.cursor);
  assert_deviations (&fixture, (const char *[]){ NULL });
  htap_json_cursor_read_number (&fixture.cursor, &number);
  htap_json_cursor_read_flag (&fixture.cursor, &flag);
  assert_deviations (
      &fixture, (const char *[]){ ": no whole number, left out", ": no flag, left out", NULL });
  close_text (&fixture);

  open_text (&fixture, "1");
  htap_json_cursor_read_number (&fixture.cursor, &number);
  assert_deviations (&fixture, (const char *[]){ NULL });
  htap_json_cursor_read_text (&fixture.cursor);
  htap_json_cursor_read_flag (&fixture.cursor, &flag);
  assert_deviations (&fixture,
                     (const char *[]){ ": not written as text", ": not written as a flag", NULL });
  close_text (&fixture);
}

static void
read_into (const HtapJsonCursor *value, gpointer target, guint member)
{
  g_string_append_printf (target, "%u=%s ", member, htap_json_cursor_read_text (value));
}

static void
read_list (const HtapJsonCursor *value, gpointer target, guint member)
{
  htap_json_cursor_read_elements (value, read_into, target, member);
}

static void
test_members (void)
{
  static const HtapJsonMember members[] = {
    { "a", read_into, 1 },
    { "old", read_into, 2, TRUE },
    { "list", read_list, 3 },
    { "absent", read_into, 4 },
  };
  g_autoptr (GString) read = g_string_new (NULL);
  Fixture fixture;

  open_text (&fixture, "{\"new\":0,\"list\":[\"x\",null,[],\"y\"],\"old\":\"o\",\"absent\":null,"
                       "\"a\":\"b\"}");
  htap_json_cursor_read_members (&fixture.cursor, members, G_N_ELEMENTS (members), read);

  g_assert_cmpstr (read->str, ==, "1=b 2=o 3=x 3=(null) 3=y ");
  assert_deviations (
      &fixture, (const char *[]){ "old: undocumented member", "list[1]: null in a list, left out",
                                  "list[2]: no text, left out", "new: undocumented member", NULL });
  close_text (&fixture);
}

static void
test_no_object (void)
{
  static const HtapJsonMember members[] = { { "a", read_list, 1 } };
  g_autoptr (GString) read = g_string_new (NULL);
  Fixture fixture;

  open_text (&fixture, "[1]");
  htap_json_cursor_read_members (&fixture.cursor, members, G_N_ELEMENTS (members), read);
  assert_deviations (&fixture, (const char *[]){ ": no object, left out", NULL });
  close_text (&fixture);

  open_text (&fixture, "{\"a\":\"single\"}");
  htap_json_cursor_read_members (&fixture.cursor, members, G_N_ELEMENTS (members), read);
  g_assert_cmpstr (read->str, ==, "1=single ");
  assert_deviations (&fixture, (const char *[]){ "a: not written as a list", NULL });
  close_text (&fixture);
}

static void
test_bounded (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GString) read = g_string_new (NULL);
  GPtrArray *deviations;
  Fixture fixture;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "1,");
  g_string_append (text, "1]");

  open_text (&fixture, text->str);
  fixture.cursor.name = "list";
  read_list (&fixture.cursor, read, 0);
  read_list (&fixture.cursor, read, 0);

  deviations = fixture.notes.deviations;
  g_assert_cmpuint (deviations->len, ==, 51);
  g_assert_cmpstr (g_ptr_array_index (deviations, 49), ==, "list[49]: not written as text");
  g_assert_cmpstr (g_ptr_array_index (deviations, 50), ==, "further deviations are not listed");
  close_text (&fixture);
}

static void
test_no_two_alike (void)
{
  Fixture fixture;

  open_text (&fixture, "1");
  htap_json_cursor_read_text (&fixture.cursor);
  htap_json_cursor_read_text (&fixture.cursor);
  g_assert_cmpuint (fixture.notes.deviations->len, ==, 1);
  close_text (&fixture);
}

static void
test_count (void)
{
  static const struct
  {
    const char *json;
    gint64 count; /* -1: none */
    const char *deviations[2];
  } cases[] = {
    { "0", 0, { NULL } },
    { "12", 12, { NULL } },
    { "\"12\"", 12, { ": not written as a whole number", NULL } },
    { "-1", -1, { ": negative, left out", NULL } },
    { "\"many\"", -1, { ": no whole number, left out", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      gint64 count = -1;

      open_text (&fixture, cases[i].json);
      g_assert_cmpint (htap_json_cursor_read_count (&fixture.cursor, &count), ==,
                       cases[i].count >= 0);
      g_assert_cmpint (count, ==, cases[i].count);
      assert_deviations (&fixture, cases[i].deviations);
      close_text (&fixture);
    }
}

/* What was read is the same, whether somebody wants to know of deviations or not. */
static void
test_document (void)
{
  static const HtapJsonMember members[] = { { "a", read_into, 1 }, { "list", read_list, 2 } };

  for (guint asked = 0; asked < 2; asked++)
    {
      g_autoptr (GPtrArray) deviations = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) read = g_string_new (NULL);
      Fixture fixture;

      open_text (&fixture, "{\"a\":7,\"new\":0,\"list\":\"x\"}");
      htap_json_cursor_read_document (fixture.root, members, G_N_ELEMENTS (members), read,
                                      asked == 1 ? deviations : NULL);
      g_assert_cmpstr (read->str, ==, "1=7 2=x ");
      g_assert_cmpuint (deviations->len, ==, 3 * asked);
      close_text (&fixture);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-cursor/values", test_values);
  g_test_add_func ("/json-cursor/value-deviations", test_value_deviations);
  g_test_add_func ("/json-cursor/members", test_members);
  g_test_add_func ("/json-cursor/no-object", test_no_object);
  g_test_add_func ("/json-cursor/bounded", test_bounded);
  g_test_add_func ("/json-cursor/no-two-alike", test_no_two_alike);
  g_test_add_func ("/json-cursor/count", test_count);
  g_test_add_func ("/json-cursor/document", test_document);

  return g_test_run ();
}
