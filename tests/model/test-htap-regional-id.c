/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-regional-id.h"

static void
test_parsing (void)
{
  static const struct
  {
    const char *text;
    const char *region; /* NULL: refused */
    const char *id;
  } cases[] = {
    { "cn-north-4:23a5", "cn-north-4", "23a5" },
    { " cn-north-4 : 23a5 ", "cn-north-4", "23a5" },
    { "cn-east-3:", "cn-east-3", "" },
    { "cn-east-3", "cn-east-3", "" },
    { "cn-east-3:a:b", "cn-east-3", "a:b" },
    { ":23a5", NULL, NULL },
    { " ", NULL, NULL },
    { "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapRegionalId) id = htap_regional_id_parse (cases[i].text);

      g_assert_true ((id != NULL) == (cases[i].region != NULL));
      if (id != NULL)
        {
          g_assert_cmpstr (id->region, ==, cases[i].region);
          g_assert_cmpstr (id->id, ==, cases[i].id);
        }
    }
}

static void
test_round_trip (void)
{
  static const char *const texts[] = { "cn-north-4:23a5", "cn-east-3:" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HtapRegionalId) id = htap_regional_id_parse (texts[i]);
      g_autofree char *text = htap_regional_id_to_string (id);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_equality (void)
{
  g_autoptr (HtapRegionalId) id = htap_regional_id_new ("cn-north-4", "a");
  g_autoptr (HtapRegionalId) copy = htap_regional_id_copy (id);
  g_autoptr (HtapRegionalId) other_region = htap_regional_id_new ("cn-east-3", "a");
  g_autoptr (HtapRegionalId) other_id = htap_regional_id_new ("cn-north-4", NULL);

  g_assert_true (copy != id && htap_regional_id_equal (id, copy));
  g_assert_false (htap_regional_id_equal (id, other_region));
  g_assert_false (htap_regional_id_equal (id, other_id));
  g_assert_cmpstr (other_id->id, ==, "");
}

static void
test_arrays (void)
{
  g_autoptr (GPtrArray) ids = htap_regional_ids_new ();
  g_autoptr (GPtrArray) copy = NULL;

  g_assert_cmpuint (ids->len, ==, 0);
  g_ptr_array_add (ids, htap_regional_id_new ("cn-north-4", "a"));
  g_ptr_array_add (ids, htap_regional_id_new ("cn-north-4", "b"));
  g_ptr_array_add (ids, htap_regional_id_new ("cn-north-4", "a"));
  g_ptr_array_add (ids, htap_regional_id_new ("cn-east-3", NULL));

  copy = htap_regional_ids_copy (ids);
  g_assert_cmpuint (copy->len, ==, 3);
  g_assert_true (copy->pdata[0] != ids->pdata[0]);
  g_assert_true (htap_regional_id_equal (copy->pdata[0], ids->pdata[0]));
  g_assert_true (htap_regional_id_equal (copy->pdata[2], ids->pdata[3]));

  g_assert_cmpstr (htap_regional_ids_find (ids, "cn-north-4"), ==, "a");
  g_assert_cmpstr (htap_regional_ids_find (ids, "cn-east-3"), ==, "");
  g_assert_null (htap_regional_ids_find (ids, "cn-south-1"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/regional-id/parsing", test_parsing);
  g_test_add_func ("/regional-id/round-trip", test_round_trip);
  g_test_add_func ("/regional-id/equality", test_equality);
  g_test_add_func ("/regional-id/arrays", test_arrays);

  return g_test_run ();
}
