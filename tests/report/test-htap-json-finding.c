/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-finding.h"

#include "htap-finding-rule.h"
#include "htap-test-samples.h"

#define NOW G_GINT64_CONSTANT (1711094400)

static void
assert_json (HtapFindingRuleIndex rule,
             HtapInstance *instance,
             HtapSource *source,
             const char *expected)
{
  const HtapFindingFacts facts = { .number = 10, .limit = 10 };
  g_autoptr (HtapFinding) finding =
      htap_finding_new (&htap_finding_rule_get (rule)->kind, instance, source, &facts);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  htap_json_finding_add (builder, finding, NOW);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  g_assert_cmpstr (text, ==, expected);
}

/* Scripts count on every member being there. */
static void
test_members (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap-fjld");
  HtapSource *source = htap_instance_get_source (instance);

#define OF                                                                                         \
  "\"taurus_id\":\"" SAMPLE_TAURUS_ID "\",\"taurus_name\":\"taurus-orders\","                      \
  "\"profile\":\"Production\",\"region\":\"cn-north-4\","
  assert_json (
      HTAP_RULE_NODES_UNREAD, instance, source,
      "{\"rule\":\"nodes-unread\",\"severity\":\"information\",\"instance_id\":\"" SAMPLE_ID
      "\",\"instance_name\":\"htap-fjld\"," OF
      "\"message\":\"No readable node is reported\",\"remedy\":null}");
  assert_json (
      HTAP_RULE_CAPACITY_FULL, NULL, source,
      "{\"rule\":\"capacity-full\",\"severity\":\"warning\",\"instance_id\":null,"
      "\"instance_name\":null," OF
      "\"message\":\"10 of 10 HTAP instances used\",\"remedy\":\"Another HTAP instance can "
      "only be created after one is deleted.\"}");
#undef OF
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-finding/members", test_members);

  return g_test_run ();
}
