/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-list.h"

#include "htap-error.h"

#include <string.h>

typedef struct
{
  HtapJsonList *list;
  GString *elements; /* "index:json slice;" */
} Reading;

static void
read_element (const HtapJsonCursor *value, gpointer target, guint member)
{
  Reading *reading = target;
  g_autofree char *json = json_to_string (value->node, FALSE);
  g_autoptr (GBytes) slice = htap_json_list_slice (reading->list, value);

  g_string_append_printf (reading->elements, "%d:%s %.*s;", value->index, json,
                          (int) g_bytes_get_size (slice),
                          (const char *) g_bytes_get_data (slice, NULL));
}

static void
read_list (const HtapJsonCursor *value, gpointer target, guint member)
{
  Reading *reading = target;

  htap_json_list_read (reading->list, value, read_element, reading);
}

static void
read_rest (const HtapJsonCursor *value, gpointer target, guint member)
{
  Reading *reading = target;

  g_string_append_printf (reading->elements, "rest:%s;", htap_json_cursor_read_text (value));
}

static HtapJsonList *
open_list (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return htap_json_list_new (bytes, error);
}

static void
assert_reads (const char *text, guint length, const char *expected, const char *deviation)
{
  static const HtapJsonMember members[] = { { "instances", read_list }, { "rest", read_rest } };
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapJsonList) list = open_list (text, &error);
  g_autoptr (GPtrArray) deviations = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { list, g_string_new (NULL) };

  g_test_message ("%s", text);
  g_assert_no_error (error);
  g_assert_cmpuint (htap_json_list_get_length (list), ==, length);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (
                        json_node_get_object (htap_json_list_get_root (list)), "instances")),
                    ==, 0);

  htap_json_cursor_read_document (htap_json_list_get_root (list), members, G_N_ELEMENTS (members),
                                  &reading, deviations);
  g_assert_cmpstr (reading.elements->str, ==, expected);
  g_assert_cmpuint (deviations->len, ==, deviation != NULL ? 1 : 0);
  if (deviation != NULL)
    g_assert_cmpstr (deviations->pdata[0], ==, deviation);
  g_string_free (reading.elements, TRUE);
}

static void
test_elements (void)
{
  assert_reads ("{\"instances\":[]}", 0, "", NULL);
  assert_reads (" { \"rest\" : \"a\" , \"instances\" : [ { \"id\" : 1 } ,2,\"b\", [ ] ] } ", 4,
                "0:{\"id\":1} { \"id\" : 1 };1:2 2;2:\"b\" \"b\";3:[] [ ];rest:a;", NULL);
  assert_reads ("\xef\xbb\xbf{\"instances\":[true],\"rest\":\"a\"}", 1, "0:true true;rest:a;",
                NULL);
}

/* A null keeps its place, and is told of under it. */
static void
test_null (void)
{
  assert_reads ("{\"instances\":[1,null,2]}", 3, "0:1 1;2:2 2;",
                "instances[1]: null in a list, left out");
}

/* What json-glib would falsify is repaired where it stands, before, in and behind the list; the
 * slices are the text as it came. */
static void
test_repairs (void)
{
  assert_reads ("{\"x\":1e5,\"instances\":[7,\"\\u0000\",[1.5],8,9e9],\"rest\":\"\\ud83d\"}", 5,
                "0:7 7;1:\"\357\277\275\" \"\\u0000\";2:[\"1.5\"] [1.5];3:8 8;4:\"9e9\" 9e9;"
                "rest:\357\277\275;",
                "x: undocumented member");
}

/* Of two members with one name the last counts, as in json-glib. */
static void
test_twice (void)
{
  assert_reads ("{\"instances\":[1,1e9],\"instances\":[2]}", 1, "0:2 2;", NULL);
  assert_reads ("{\"instances\":[1],\"\\u0069nstances\":[]}", 0, "", NULL);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    HtapErrorReason reason;
  } cases[] = {
    { "", HTAP_ERROR_REASON_NOT_JSON },
    { "{\"instances\":[1,]}", HTAP_ERROR_REASON_NOT_JSON },
    { "{\"instances\":[1]}{}", HTAP_ERROR_REASON_NOT_JSON },
    { "[1]", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "{\"rest\":[1]}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "{\"instances\":[1],\"instances\":null}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "{\"instances\":{\"instances\":[1]}}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (open_list (cases[i].text, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-list/elements", test_elements);
  g_test_add_func ("/json-list/null", test_null);
  g_test_add_func ("/json-list/repairs", test_repairs);
  g_test_add_func ("/json-list/twice", test_twice);
  g_test_add_func ("/json-list/refused", test_refused);

  return g_test_run ();
}
