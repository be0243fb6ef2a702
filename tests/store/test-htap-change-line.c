/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-line.h"

#include <string.h>

static const HtapChangeFacts full = {
  .kind = HTAP_CHANGE_CHANGED,
  .profile = "6f1c",
  .region = "cn-north-4",
  .taurus_id = "ain07",
  .taurus_name = "taurus-\"orders\"",
  .id = "bin17",
  .name = "name with\nbreak and 名字",
  .field = HTAP_FIELD_SHOWN_STATUS,
  .fields = HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS) | HTAP_FIELD_BIT (HTAP_FIELD_STATUS),
  .old_value = "creating",
  .new_value = "changing:resize_flavor",
  .at = 1711094400,
  .until = 1711094000,
};

/* Returns: (transfer full): the change that is read of what is written of @facts */
static HtapChange *
write_and_read (const HtapChangeFacts *facts, gboolean seen)
{
  g_autoptr (HtapChange) change = htap_change_new (facts);
  g_autoptr (GString) lines = g_string_new (NULL);
  HtapChange *copy = NULL;

  htap_change_line_write (lines, change, seen);
  g_assert_true (g_str_has_suffix (lines->str, "\n"));
  g_assert_null (memchr (lines->str, '\n', lines->len - 1));
  g_assert_cmpint (htap_change_line_parse (lines->str, lines->len - 1, &copy), ==,
                   HTAP_CHANGE_LINE_CHANGE);
  g_assert_cmpint (htap_change_get_seen (copy), ==, seen);

  return copy;
}

static void
assert_same (const HtapChangeFacts *a, const HtapChangeFacts *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpstr (a->profile, ==, b->profile);
  g_assert_cmpstr (a->region, ==, b->region);
  g_assert_cmpstr (a->taurus_id, ==, b->taurus_id);
  g_assert_cmpstr (a->taurus_name, ==, b->taurus_name);
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpint (a->field, ==, b->field);
  g_assert_cmphex (a->fields, ==, b->fields);
  g_assert_cmpstr (a->old_value, ==, b->old_value);
  g_assert_cmpstr (a->new_value, ==, b->new_value);
  g_assert_cmpint (a->at, ==, b->at);
  g_assert_cmpint (a->until, ==, b->until);
  g_assert_cmpint (a->json != NULL, ==, b->json != NULL);
  if (a->json != NULL)
    g_assert_true (g_bytes_equal (a->json, b->json));
}

static void
test_change (void)
{
  g_autoptr (HtapChange) copy = write_and_read (&full, FALSE);
  g_autoptr (HtapChange) seen = write_and_read (&full, TRUE);

  assert_same (htap_change_get_facts (copy), &full);
  assert_same (htap_change_get_facts (seen), &full);
}

static void
test_least (void)
{
  const HtapChangeFacts facts = {
    .kind = HTAP_CHANGE_ADDED, .profile = "6f1c", .region = "r", .id = "bin17", .at = 1
  };
  g_autoptr (HtapChange) copy = write_and_read (&facts, FALSE);

  assert_same (htap_change_get_facts (copy), &facts);
}

static GBytes *
make_json (gsize size)
{
  g_autofree char *filling = g_strnfill (size, 'x');
  char *text = g_strdup_printf ("{\"name\":\"%s\"}", filling);

  return g_bytes_new_take (text, strlen (text));
}

/* What the instance was comes with it, byte for byte; a monster does not. */
static void
test_gone (void)
{
  g_autoptr (GBytes) json = make_json (100);
  g_autoptr (GBytes) monster = make_json (100 * 1024);
  g_autoptr (GBytes) broken = g_bytes_new ("\"\xff\"", 3);
  HtapChangeFacts facts = {
    .kind = HTAP_CHANGE_GONE, .profile = "6f1c", .region = "r", .id = "bin17", .at = 1, .json = json
  };
  g_autoptr (HtapChange) copy = write_and_read (&facts, FALSE);
  g_autoptr (HtapChange) without = NULL;
  g_autoptr (HtapChange) without_broken = NULL;

  assert_same (htap_change_get_facts (copy), &facts);
  facts.json = monster;
  without = write_and_read (&facts, FALSE);
  g_assert_null (htap_change_get_facts (without)->json);
  facts.json = broken;
  without_broken = write_and_read (&facts, FALSE);
  g_assert_null (htap_change_get_facts (without_broken)->json);
}

/* One that nobody would read again is not written. */
static void
test_too_long (void)
{
  g_autofree char *value = g_strnfill (HTAP_CHANGE_LINE_LIMIT, 'x');
  HtapChangeFacts facts = full;
  g_autoptr (HtapChange) change = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  facts.new_value = value;
  change = htap_change_new (&facts);
  htap_change_line_write (lines, change, FALSE);
  g_assert_cmpuint (lines->len, ==, 0);
}

static void
test_seen (void)
{
  g_autoptr (HtapChange) change = htap_change_new (&full);
  g_autoptr (HtapChange) of = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  htap_change_line_write_seen (lines, change);
  g_assert_cmpint (htap_change_line_parse (lines->str, lines->len - 1, &of), ==,
                   HTAP_CHANGE_LINE_SEEN);
  g_assert_true (htap_change_is_same_subject (of, change));

  g_clear_object (&of);
  g_string_truncate (lines, 0);
  htap_change_line_write_seen (lines, NULL);
  g_assert_cmpint (htap_change_line_parse (lines->str, lines->len - 1, &of), ==,
                   HTAP_CHANGE_LINE_SEEN);
  g_assert_null (of);
}

/* However it is nested, and however long that goes on; in a text it is no nesting. */
static void
test_nested (void)
{
  static const char *const openings[] = { "[", "{\"a\":", "[{\"a\":" };
  HtapChangeFacts facts = full;
  g_autoptr (HtapChange) copy = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr (GString) line = g_string_new ("{\"kind\":\"added\",\"more\":");
      g_autoptr (HtapChange) change = NULL;

      while (line->len + 8 < HTAP_CHANGE_LINE_LIMIT)
        g_string_append (line, openings[i]);
      g_assert_cmpint (htap_change_line_parse (line->str, line->len, &change), ==,
                       HTAP_CHANGE_LINE_BROKEN);
      g_assert_false (htap_change_line_is_header (line->str, line->len));
    }

  facts.new_value = "\\\"[[[[[[[[[[[[{{{{{{{{{{{{";
  copy = write_and_read (&facts, FALSE);
  assert_same (htap_change_get_facts (copy), &facts);
}

static void
test_header (void)
{
  g_autofree char *header = htap_change_line_dup_header ();

  g_assert_true (g_str_has_suffix (header, "\n"));
  g_assert_true (htap_change_line_is_header (header, strlen (header) - 1));
  g_assert_false (htap_change_line_is_header (header, strlen (header) - 2));
  g_assert_false (htap_change_line_is_header ("", 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-line/change", test_change);
  g_test_add_func ("/change-line/least", test_least);
  g_test_add_func ("/change-line/gone", test_gone);
  g_test_add_func ("/change-line/too-long", test_too_long);
  g_test_add_func ("/change-line/seen", test_seen);
  g_test_add_func ("/change-line/nested", test_nested);
  g_test_add_func ("/change-line/header", test_header);

  return g_test_run ();
}
