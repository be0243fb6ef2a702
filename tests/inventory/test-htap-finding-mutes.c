/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-mutes.h"

static void
test_keys (void)
{
  static const HtapFindingKind frozen = { "frozen", HTAP_SEVERITY_ERROR, FALSE, NULL, NULL };
  static const HtapFindingKind full = { "full", HTAP_SEVERITY_WARNING, FALSE, NULL, NULL };
  static const char *const keys[] = { "gone:x", "frozen:t", "gone:x", NULL };
  static const char *const fewer[] = { "frozen:t", NULL };
  static const char *const others[] = { "full:t", NULL };
  const HtapFindingFacts facts = { 0 };
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "p", "t");
  g_autoptr (HtapFinding) of_frozen = htap_finding_new (&frozen, NULL, source, &facts);
  g_autoptr (HtapFinding) of_full = htap_finding_new (&full, NULL, source, &facts);
  g_autoptr (HtapFindingMutes) mutes = htap_finding_mutes_new ();
  g_auto (GStrv) kept = NULL;

  g_assert_false (htap_finding_mutes_have (mutes, of_frozen));
  g_assert_true (htap_finding_mutes_set_keys (mutes, keys));
  g_assert_false (htap_finding_mutes_set_keys (mutes, keys));
  g_assert_true (htap_finding_mutes_have (mutes, of_frozen));
  g_assert_false (htap_finding_mutes_have (mutes, of_full));
  kept = htap_finding_mutes_dup_keys (mutes);
  g_assert_cmpuint (g_strv_length (kept), ==, 2);
  g_assert_cmpstr (kept[0], ==, "frozen:t");
  g_assert_cmpstr (kept[1], ==, "gone:x");

  /* Fewer are others, and as many may be. */
  g_assert_true (htap_finding_mutes_set_keys (mutes, fewer));
  g_assert_true (htap_finding_mutes_set_keys (mutes, others));
  g_assert_false (htap_finding_mutes_have (mutes, of_frozen));
  g_assert_true (htap_finding_mutes_have (mutes, of_full));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finding-mutes/keys", test_keys);

  return g_test_run ();
}
