/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-speech.h"

static void
assert_speech (HtapDetailFact *fact, const char *expected)
{
  g_autofree char *speech = htap_detail_speech_dup (fact);

  g_assert_cmpstr (speech, ==, expected);
}

/* In the order in which the row shows it. */
static void
test_everything (void)
{
  g_autoptr (HtapDetailFact) fact =
      htap_detail_fact_new ("key", "FE node", "10.0.0.1", HTAP_DETAIL_FACT_TEXT);

  assert_speech (fact, "FE node: 10.0.0.1");
  htap_detail_fact_set_more (fact, "4 vCPUs");
  htap_detail_fact_set_note (fact, "fe-leader");
  htap_detail_fact_set_status (fact, HTAP_SHOWN_STATUS_ABNORMAL, "Abnormal");
  assert_speech (fact, "FE node: 10.0.0.1, Abnormal, fe-leader, 4 vCPUs");
}

static void
test_missing (void)
{
  g_autoptr (HtapDetailFact) nothing =
      htap_detail_fact_new ("key", "Port", NULL, HTAP_DETAIL_FACT_TEXT);
  g_autoptr (HtapDetailFact) sentence =
      htap_detail_fact_new ("key", NULL, "No current actions", HTAP_DETAIL_FACT_NOTHING);

  assert_speech (nothing, "Port: not set");
  htap_detail_fact_set_note (nothing, "a note");
  assert_speech (nothing, "Port: a note");
  assert_speech (sentence, "No current actions");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/detail-speech/everything", test_everything);
  g_test_add_func ("/detail-speech/missing", test_missing);

  return g_test_run ();
}
