/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding.h"

#include "htap-test-samples.h"

static char *
say (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);

  return g_strdup_printf ("%s %s %" G_GINT64_FORMAT, facts->text, facts->other,
                          now - facts->number);
}

static char *
advise (HtapFinding *finding)
{
  return htap_finding_get_facts (finding)->limit > 0 ? g_strdup ("less") : NULL;
}

static const HtapFindingKind some_kind = { "some", HTAP_SEVERITY_WARNING, FALSE, say, advise };
static const HtapFindingKind other_kind = { "other", HTAP_SEVERITY_ERROR, FALSE, say, advise };

/* What it was made of may change and go. */
static void
test_facts (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap-fjld");
  g_autoptr (HtapRecord) renamed = htap_test_sample_record (SAMPLE_ID, "renamed");
  g_autoptr (HtapSource) source = g_object_ref (htap_instance_get_source (instance));
  g_autofree char *text = g_strdup ("text");
  HtapFindingFacts facts = { .text = text, .number = 5, .limit = 1 };
  g_autoptr (HtapFinding) finding = htap_finding_new (&some_kind, instance, source, &facts);
  g_autofree char *sentence = NULL;
  g_autofree char *remedy = NULL;

  text[0] = 'n';
  htap_instance_set_record (instance, renamed);
  g_assert_finalize_object (g_steal_pointer (&instance));

  g_assert_true (htap_finding_get_kind (finding) == &some_kind);
  g_assert_cmpstr (htap_finding_get_rule_id (finding), ==, "some");
  g_assert_cmpint (htap_finding_get_severity (finding), ==, HTAP_SEVERITY_WARNING);
  g_assert_cmpstr (htap_finding_get_instance_id (finding), ==, SAMPLE_ID);
  g_assert_cmpstr (htap_finding_get_instance_name (finding), ==, "htap-fjld");
  g_assert_cmpstr (htap_finding_get_subject (finding), ==, "htap-fjld");
  g_assert_true (htap_finding_get_source (finding) == source);
  g_assert_cmpstr (htap_finding_get_key (finding), ==, "some:" SAMPLE_ID);
  sentence = htap_finding_dup_sentence (finding, 12);
  g_assert_cmpstr (sentence, ==, "text (null) 7");
  remedy = htap_finding_dup_remedy (finding);
  g_assert_cmpstr (remedy, ==, "less");
}

static void
test_of_database (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapSource) of_other_profile = htap_test_sample_source ();
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) elsewhere =
      htap_source_new (profile, "cn-east-3", SAMPLE_PROJECT_ID, SAMPLE_TAURUS_ID);
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap");
  const HtapFindingFacts facts = { 0 };
  g_autoptr (HtapFinding) whole = htap_finding_new (&some_kind, NULL, source, &facts);
  g_autoptr (HtapFinding) of_one = htap_finding_new (&some_kind, instance, source, &facts);

  g_assert_null (htap_finding_get_instance_id (whole));
  g_assert_cmpstr (htap_finding_get_subject (whole), ==, "taurus-orders");
  g_assert_cmpstr (htap_finding_get_key (whole), ==, "some:" SAMPLE_TAURUS_ID);
  g_assert_true (htap_finding_is_of_database (whole, source));
  g_assert_false (htap_finding_is_of_database (of_one, source));

  /* What one profile reads is true for all; what it cannot read is its own matter. */
  g_assert_false (htap_finding_is_of_database (whole, of_other_profile));
  htap_source_succeed (source, 1, 0, 10, 0, NULL);
  g_assert_true (htap_finding_is_of_database (whole, of_other_profile));
  g_assert_false (htap_finding_is_of_database (whole, elsewhere));
}

static void
test_says_same (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap");
  g_autoptr (HtapInstance) renamed = htap_test_sample_instance (HTAP_TEXT_NAME, "renamed");
  HtapSource *source = htap_instance_get_source (instance);
  const HtapFindingFacts facts = { "a", "b", 1, 2 };
  const struct
  {
    const HtapFindingKind *kind;
    HtapInstance *instance;
    HtapSource *source;
    HtapFindingFacts facts;
    gboolean same;
  } cases[] = {
    { &some_kind, instance, source, { "a", "b", 1, 2 }, TRUE },
    { &other_kind, instance, source, { "a", "b", 1, 2 }, FALSE },
    { &some_kind, renamed, source, { "a", "b", 1, 2 }, FALSE },
    { &some_kind, NULL, source, { "a", "b", 1, 2 }, FALSE },
    { &some_kind, instance, htap_instance_get_source (renamed), { "a", "b", 1, 2 }, FALSE },
    { &some_kind, instance, source, { "c", "b", 1, 2 }, FALSE },
    { &some_kind, instance, source, { "a", NULL, 1, 2 }, FALSE },
    { &some_kind, instance, source, { "a", "b", 2, 2 }, FALSE },
    { &some_kind, instance, source, { "a", "b", 1, 3 }, FALSE },
  };
  g_autoptr (HtapFinding) finding = htap_finding_new (&some_kind, instance, source, &facts);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapFinding) other =
          htap_finding_new (cases[i].kind, cases[i].instance, cases[i].source, &cases[i].facts);

      g_assert_cmpint (htap_finding_says_same (finding, other), ==, cases[i].same);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finding/facts", test_facts);
  g_test_add_func ("/finding/of-database", test_of_database);
  g_test_add_func ("/finding/says-same", test_says_same);

  return g_test_run ();
}
