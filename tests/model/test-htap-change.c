/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change.h"

#include "htap-test-samples.h"

static HtapChange *
make_change (const char *region, const char *taurus_id, const char *id)
{
  const HtapChangeFacts facts = { .kind = HTAP_CHANGE_CHANGED,
                                  .profile = "6f1c",
                                  .region = region,
                                  .taurus_id = taurus_id,
                                  .id = id,
                                  .field = HTAP_FIELD_PORT,
                                  .old_value = "3306",
                                  .new_value = "3307",
                                  .at = 7 };

  return htap_change_new (&facts);
}

static void
test_facts (void)
{
  g_autoptr (HtapChange) change = make_change ("cn-north-4", SAMPLE_TAURUS_ID, SAMPLE_ID);
  const HtapChangeFacts *facts = htap_change_get_facts (change);
  g_autofree char *before = htap_change_dup_shown_old (change);
  g_autofree char *after = htap_change_dup_shown_new (change);

  g_assert_cmpstr (facts->id, ==, SAMPLE_ID);
  g_assert_cmpstr (htap_change_get_name (change), ==, SAMPLE_ID);
  g_assert_true (htap_change_get_field (change) == htap_field_get (HTAP_FIELD_PORT));
  g_assert_cmpstr (before, ==, "3306");
  g_assert_cmpstr (after, ==, "3307");
  g_assert_cmpuint (htap_change_get_size (change), >, sizeof (HtapChangeFacts));
}

static void
on_notify_seen (guint *n_signals)
{
  (*n_signals)++;
}

static void
test_seen (void)
{
  g_autoptr (HtapChange) change = make_change ("cn-north-4", SAMPLE_TAURUS_ID, SAMPLE_ID);
  guint n_signals = 0;

  g_signal_connect_swapped (change, "notify::seen", G_CALLBACK (on_notify_seen), &n_signals);
  g_assert_false (htap_change_get_seen (change));
  htap_change_set_seen (change, TRUE);
  htap_change_set_seen (change, TRUE);
  g_assert_true (htap_change_get_seen (change));
  g_assert_cmpuint (n_signals, ==, 1);
}

/* Whichever profile reads it; and ids may be the same in two regions. */
static void
test_subject (void)
{
  g_autoptr (HtapChange) change = make_change ("cn-north-4", SAMPLE_TAURUS_ID, SAMPLE_ID);
  g_autoptr (HtapChange) same = make_change ("cn-north-4", SAMPLE_TAURUS_ID, SAMPLE_ID);
  g_autoptr (HtapChange) elsewhere = make_change ("cn-east-3", SAMPLE_TAURUS_ID, SAMPLE_ID);
  g_autoptr (HtapChange) beside = make_change ("cn-north-4", "ain07", SAMPLE_ID);
  g_autoptr (HtapChange) other = make_change ("cn-north-4", SAMPLE_TAURUS_ID, "ain17");
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_ID, SAMPLE_ID);

  g_assert_true (htap_change_is_same_subject (change, same));
  g_assert_cmpuint (htap_change_hash_subject (change), ==, htap_change_hash_subject (same));
  g_assert_false (htap_change_is_same_subject (change, elsewhere));
  g_assert_false (htap_change_is_same_subject (change, beside));
  g_assert_false (htap_change_is_same_subject (change, other));
  g_assert_true (htap_change_concerns (change, instance));
  g_assert_false (htap_change_concerns (elsewhere, instance));
  g_assert_false (htap_change_concerns (beside, instance));
  g_assert_false (htap_change_concerns (other, instance));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change/facts", test_facts);
  g_test_add_func ("/change/seen", test_seen);
  g_test_add_func ("/change/subject", test_subject);

  return g_test_run ();
}
