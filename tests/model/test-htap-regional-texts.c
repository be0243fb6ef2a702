/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-regional-texts.h"

static void
test_set (void)
{
  g_autoptr (HtapRegionalTexts) texts = htap_regional_texts_new ();
  g_auto (GStrv) regions = NULL;
  g_auto (GStrv) rest = NULL;

  g_assert_null (htap_regional_texts_get (texts, "cn-north-4"));
  htap_regional_texts_set (texts, "cn-north-4", " a b \n");
  htap_regional_texts_set (texts, "cn-east-3", "c");
  htap_regional_texts_set (texts, "cn-south-1", " ");
  g_assert_cmpstr (htap_regional_texts_get (texts, "cn-north-4"), ==, "a b");
  g_assert_null (htap_regional_texts_get (texts, "cn-south-1"));

  regions = htap_regional_texts_dup_regions (texts);
  g_assert_cmpstrv (regions, ((const char *const[]){ "cn-east-3", "cn-north-4", NULL }));

  htap_regional_texts_set (texts, "cn-north-4", "");
  htap_regional_texts_set (texts, "cn-east-3", NULL);
  rest = htap_regional_texts_dup_regions (texts);
  g_assert_cmpuint (g_strv_length (rest), ==, 0);
}

static void
test_copy (void)
{
  g_autoptr (HtapRegionalTexts) texts = htap_regional_texts_new ();
  g_autoptr (HtapRegionalTexts) copy = NULL;

  htap_regional_texts_set (texts, "cn-north-4", "a");
  copy = htap_regional_texts_copy (texts);
  htap_regional_texts_set (texts, "cn-north-4", "b");
  g_assert_cmpstr (htap_regional_texts_get (copy, "cn-north-4"), ==, "a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/regional-texts/set", test_set);
  g_test_add_func ("/regional-texts/copy", test_copy);

  return g_test_run ();
}
