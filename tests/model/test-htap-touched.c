/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-touched.h"

#include "htap-test-samples.h"

/* However often: once, and until somebody has looked. */
static void
test_touched (void)
{
  g_autoptr (HtapTouched) touched = htap_touched_new ();
  g_autoptr (HtapRecord) record = htap_test_sample_record ("a", "a");
  HtapSource *source = htap_test_sample_source ();
  HtapInstance *instance = htap_instance_new (source, record);

  for (guint i = 0; i < 2; i++)
    {
      htap_touched_add_instance (touched, instance);
      htap_touched_add_source (touched, source);
    }
  g_assert_cmpuint (g_hash_table_size (htap_touched_get_instances (touched)), ==, 1);
  g_assert_true (g_hash_table_contains (htap_touched_get_instances (touched), instance));
  g_assert_cmpuint (g_hash_table_size (htap_touched_get_sources (touched)), ==, 1);
  g_assert_true (g_hash_table_contains (htap_touched_get_sources (touched), source));

  htap_touched_clear (touched);
  g_assert_cmpuint (g_hash_table_size (htap_touched_get_instances (touched)), ==, 0);
  g_assert_cmpuint (g_hash_table_size (htap_touched_get_sources (touched)), ==, 0);
  g_assert_finalize_object (instance);
  g_assert_finalize_object (source);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/touched", test_touched);

  return g_test_run ();
}
