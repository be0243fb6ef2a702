/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-json.h"

#include <gio/gio.h>
#include <string.h>

static JsonObject *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonObject *object = htap_demo_json_parse (bytes, &error);

  g_assert_no_error (error);

  return object;
}

static void
assert_text (JsonObject *object, const char *expected)
{
  g_autoptr (GBytes) bytes = htap_demo_json_to_bytes (object);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  g_assert_cmpmem (text, length, expected, strlen (expected));
}

static void
assert_refused (const char *text, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (htap_demo_json_parse (bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_true (g_str_has_prefix (error->message, "The body "));
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "",
    "  ",
    "null",
    "7",
    "\"text\"",
    "[{}]",
    "{",
    "}",
    "{}}",
    "{} {}",
    "{}x",
    "x{}",
    "{\"a\":}",
    "{'a':1}",
    "{\"a\":1 /* \" */, \"b\": [[[[1]]]]}",
    "var x = {}",
    "{\"a\": \"\xff\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], strlen (texts[i]));

  assert_refused ("{\"a\": \"\0\"}", 9);
}

/* Without the scan json-glib 1.6 recurses until the stack is used up. */
static void
test_deep (void)
{
  const gsize depth = 200000;
  g_autoptr (GString) text = g_string_new ("{\"a\":");

  for (gsize i = 0; i < depth; i++)
    g_string_append_c (text, '[');
  for (gsize i = 0; i < depth; i++)
    g_string_append_c (text, ']');
  g_string_append_c (text, '}');

  assert_refused (text->str, text->len);
}

static void
test_accepted (void)
{
  g_autoptr (JsonObject) object =
      parse (" {\"brackets\": \"[[{{'/ \\\" ]\", \"n\": [1, {\"x\": null}]}\n");

  assert_text (object, "{\"brackets\":\"[[{{'/ \\\" ]\",\"n\":[1,{\"x\":null}]}");
}

static void
check_merge (const char *target, const char *change, HtapDemoNulls nulls, const char *expected)
{
  g_autoptr (JsonObject) original = parse (target);
  g_autoptr (JsonObject) changed = htap_demo_json_copy (original);
  g_autoptr (JsonObject) patch = parse (change);

  htap_demo_json_merge (changed, patch, nulls);
  assert_text (changed, expected);
}

/* The examples of RFC 7396 that are objects. */
static void
test_merge (void)
{
  const HtapDemoNulls remove = HTAP_DEMO_NULLS_REMOVE;

  check_merge ("{\"a\":\"b\"}", "{\"a\":\"c\"}", remove, "{\"a\":\"c\"}");
  check_merge ("{\"a\":\"b\"}", "{\"b\":\"c\"}", remove, "{\"a\":\"b\",\"b\":\"c\"}");
  check_merge ("{\"a\":\"b\"}", "{\"a\":null}", remove, "{}");
  check_merge ("{\"a\":\"b\",\"b\":\"c\"}", "{\"a\":null}", remove, "{\"b\":\"c\"}");
  check_merge ("{\"a\":[\"b\"]}", "{\"a\":\"c\"}", remove, "{\"a\":\"c\"}");
  check_merge ("{\"a\":\"c\"}", "{\"a\":[\"b\"]}", remove, "{\"a\":[\"b\"]}");
  check_merge ("{\"a\":{\"b\":\"c\"}}", "{\"a\":{\"b\":\"d\",\"c\":null}}", remove,
               "{\"a\":{\"b\":\"d\"}}");
  check_merge ("{\"a\":[{\"b\":\"c\"}]}", "{\"a\":[1]}", remove, "{\"a\":[1]}");
  check_merge ("{\"e\":null}", "{\"a\":1}", remove, "{\"e\":null,\"a\":1}");
  check_merge ("{}", "{\"a\":{\"bb\":{\"ccc\":null}}}", remove, "{\"a\":{\"bb\":{}}}");
}

static void
test_nulls_stay (void)
{
  check_merge ("{\"a\":1,\"b\":{\"c\":2,\"d\":3}}", "{\"b\":{\"d\":null},\"a\":null}",
               HTAP_DEMO_NULLS_STAY, "{\"a\":null,\"b\":{\"c\":2,\"d\":null}}");
}

static void
test_copy_shares_nothing (void)
{
  g_autoptr (JsonObject) original = parse ("{\"list\":[{\"x\":1}],\"object\":{\"x\":1}}");
  g_autoptr (JsonObject) copy = htap_demo_json_copy (original);
  g_autoptr (JsonObject) second = htap_demo_json_copy (copy);
  JsonArray *list = json_object_get_array_member (copy, "list");

  json_object_set_int_member (json_array_get_object_element (list, 0), "x", 2);
  json_object_set_int_member (json_object_get_object_member (copy, "object"), "x", 2);

  assert_text (copy, "{\"list\":[{\"x\":2}],\"object\":{\"x\":2}}");
  assert_text (original, "{\"list\":[{\"x\":1}],\"object\":{\"x\":1}}");
  assert_text (second, "{\"list\":[{\"x\":1}],\"object\":{\"x\":1}}");
}

static void
test_text (void)
{
  g_autoptr (JsonObject) object = parse ("{\"text\":\"x\",\"number\":7,\"list\":[],\"none\":null}");

  g_assert_cmpstr (htap_demo_json_text (object, "text"), ==, "x");
  g_assert_null (htap_demo_json_text (object, "number"));
  g_assert_null (htap_demo_json_text (object, "list"));
  g_assert_null (htap_demo_json_text (object, "none"));
  g_assert_null (htap_demo_json_text (object, "absent"));
}

/* What the cloud writes is JSON, whatever a script put into it. */
static void
test_control_characters (void)
{
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "text", "a\x1f\x1e\x01\n");
  assert_text (object, "{\"text\":\"a\\u001f\\u001e\\u0001\\n\"}");
}

static void
test_set_text (void)
{
  g_autoptr (JsonObject) object = json_object_new ();

  htap_demo_json_set_text (object, "a", "A\xff");
  htap_demo_json_set_text (object, "b", NULL);
  assert_text (object, "{\"a\":\"A\357\277\275\",\"b\":null}");
}

static void
test_object (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"a\": {\"b\": {}}, \"c\": [{}], \"d\": null}", 38);
  g_autoptr (JsonObject) object = htap_demo_json_parse (bytes, NULL);

  g_assert_nonnull (htap_demo_json_object (htap_demo_json_object (object, "a"), "b"));
  g_assert_null (htap_demo_json_object (htap_demo_json_object (object, "b"), "b"));
  g_assert_null (htap_demo_json_object (object, "c"));
  g_assert_null (htap_demo_json_object (object, "d"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-json/refused", test_refused);
  g_test_add_func ("/demo-json/deep", test_deep);
  g_test_add_func ("/demo-json/accepted", test_accepted);
  g_test_add_func ("/demo-json/merge", test_merge);
  g_test_add_func ("/demo-json/nulls-stay", test_nulls_stay);
  g_test_add_func ("/demo-json/copy-shares-nothing", test_copy_shares_nothing);
  g_test_add_func ("/demo-json/text", test_text);
  g_test_add_func ("/demo-json/control-characters", test_control_characters);
  g_test_add_func ("/demo-json/set-text", test_set_text);
  g_test_add_func ("/demo-json/object", test_object);

  return g_test_run ();
}
