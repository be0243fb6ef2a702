/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-readings.h"

#include "htap-error.h"
#include "htap-test-samples.h"

static void
test_set_and_remove (void)
{
  g_autoptr (HtapReadings) readings = htap_readings_new ();
  g_autoptr (HtapSource) one = htap_test_sample_source ();
  g_autoptr (HtapSource) other = htap_test_sample_source ();
  g_autoptr (HtapRecord) before = htap_test_sample_record (SAMPLE_ID, "before");
  g_autoptr (HtapRecord) after = htap_test_sample_record (SAMPLE_ID, "after");

  htap_readings_set (readings, one, before);
  htap_readings_set (readings, other, before);
  htap_readings_set (readings, one, after);
  g_assert_cmpuint (htap_readings_get_n (readings), ==, 2);
  g_assert_true (htap_readings_find (readings, one)->record == after);
  g_assert_true (htap_readings_find (readings, other)->record == before);

  htap_readings_remove (readings, one);
  htap_readings_remove (readings, one);
  g_assert_null (htap_readings_find (readings, one));
  g_assert_cmpuint (htap_readings_get_n (readings), ==, 1);
}

static void
test_find_best (void)
{
  g_autoptr (HtapReadings) readings = htap_readings_new ();
  g_autoptr (HtapRecord) record = htap_test_sample_record (SAMPLE_ID, "htap");
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapSource) first = htap_test_sample_source ();
  g_autoptr (HtapSource) second = htap_test_sample_source ();
  g_autoptr (HtapSource) third = htap_test_sample_source ();
  HtapSource *const sources[] = { first, second, third };

  g_assert_null (htap_readings_find_best (readings));
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      htap_source_succeed (sources[i], 100 + i, -1, -1, 0, NULL);
      htap_readings_set (readings, sources[i], record);
    }
  g_assert_true (htap_readings_find_best (readings) == sources[2]);

  htap_error_set (&error, HTAP_ERROR_AUTH, NULL, "no");
  htap_source_fail (sources[2], error);
  g_assert_true (htap_readings_find_best (readings) == sources[1]);

  htap_source_fail (sources[1], error);
  htap_source_fail (sources[0], error);
  g_assert_true (htap_readings_find_best (readings) == sources[2]);
}

static void
test_has_any_of (void)
{
  g_autoptr (HtapReadings) readings = htap_readings_new ();
  g_autoptr (HtapSource) one = htap_test_sample_source ();
  g_autoptr (HtapSource) other = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_record (SAMPLE_ID, "htap");
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);

  g_hash_table_add (sources, one);
  htap_readings_set (readings, other, record);
  g_assert_false (htap_readings_has_any_of (readings, sources));
  htap_readings_set (readings, one, record);
  g_assert_true (htap_readings_has_any_of (readings, sources));
}

static void
test_none (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (GHashTable) sources = g_hash_table_new (NULL, NULL);

  g_assert_cmpuint (htap_readings_get_n (NULL), ==, 0);
  g_assert_null (htap_readings_find (NULL, source));
  g_assert_null (htap_readings_find_best (NULL));
  g_assert_false (htap_readings_has_any_of (NULL, sources));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/readings/set-and-remove", test_set_and_remove);
  g_test_add_func ("/readings/find-best", test_find_best);
  g_test_add_func ("/readings/has-any-of", test_has_any_of);
  g_test_add_func ("/readings/none", test_none);

  return g_test_run ();
}
