/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-time.h"

#include "htap-demo-json.h"

#define NOW G_GINT64_CONSTANT (1767571200000)

static JsonObject *
resolve (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (JsonObject) description = htap_demo_json_parse (bytes, NULL);
  JsonObject *instance = htap_demo_json_copy (description);

  htap_demo_time_resolve (instance, NOW);

  return instance;
}

static void
check_age (const char *text, gint64 expected)
{
  g_autofree char *description = g_strdup_printf ("{\"create_at\": \"%s\"}", text);
  g_autoptr (JsonObject) instance = resolve (description);

  g_assert_cmpint (json_object_get_int_member (instance, "create_at"), ==, expected);
}

static void
test_units (void)
{
  check_age ("-12m", NOW - 12 * 60 * 1000);
  check_age ("-26h", NOW - 26 * 60 * 60 * 1000);
  check_age ("-5d", NOW - 5 * 24 * 60 * 60 * 1000);
}

static void
test_actions (void)
{
  g_autoptr (JsonObject) instance =
      resolve ("{\"current_actions\": [7, {\"created_at\": \"-3m\", \"updated_at\": \"-1m\"}]}");
  JsonArray *actions = json_object_get_array_member (instance, "current_actions");
  JsonObject *action = json_array_get_object_element (actions, 1);

  g_assert_cmpint (json_object_get_int_member (action, "created_at"), ==, NOW - 3 * 60 * 1000);
  g_assert_cmpint (json_object_get_int_member (action, "updated_at"), ==, NOW - 60 * 1000);
}

/* A script may give an instance any value there; it is served as it came. */
static void
test_left_alone (void)
{
  static const char *const values[] = {
    "1711094408228", "null", "\"12m\"", "\"-12\"", "\"-12y\"", "\"\"", "[]", "\"-99999999999999m\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *description =
          g_strdup_printf ("{\"create_at\":%s,\"current_actions\":null}", values[i]);
      g_autoptr (JsonObject) instance = resolve (description);
      g_autoptr (GBytes) bytes = htap_demo_json_to_bytes (instance);

      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), description,
                       strlen (description));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-time/units", test_units);
  g_test_add_func ("/demo-time/actions", test_actions);
  g_test_add_func ("/demo-time/left-alone", test_left_alone);

  return g_test_run ();
}
