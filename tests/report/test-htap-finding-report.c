/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-report.h"

#include "htap-finding-rule.h"
#include "htap-test-samples.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1711094400)

static HtapFinding *
new_finding (HtapFindingRuleIndex rule,
             HtapInstance *instance,
             HtapSource *source,
             const char *text)
{
  const HtapFindingFacts facts = { .text = text, .number = 10, .limit = 10 };

  return htap_finding_new (&htap_finding_rule_get (rule)->kind, instance, source, &facts);
}

/* What is of the whole TaurusDB instance names no HTAP instance; what there is nothing to do about
 * has a dash. */
static void
test_text (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap-fjld");
  HtapSource *source = htap_instance_get_source (instance);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *none = htap_finding_report_format_text (findings, NOW);
  g_autofree char *text = NULL;

  g_assert_cmpstr (none, ==, "");

  g_ptr_array_add (findings, new_finding (HTAP_RULE_FROZEN, instance, source, NULL));
  g_ptr_array_add (findings, new_finding (HTAP_RULE_CAPACITY_FULL, NULL, source, NULL));
  g_ptr_array_add (findings, new_finding (HTAP_RULE_NODES_UNREAD, instance, source, NULL));
  text = htap_finding_report_format_text (findings, NOW);
  g_assert_cmpstr (text, ==,
                   "Severity     HTAP Instance  TaurusDB Instance  "
                   "Finding                                           Remedy\n"
                   "Error        htap-fjld      taurus-orders      "
                   "Frozen: usually the account balance is 0 or less  Top up in Billing Center.\n"
                   "Warning      -              taurus-orders      "
                   "10 of 10 HTAP instances used                      "
                   "Another HTAP instance can only be created after one is deleted.\n"
                   "Information  htap-fjld      taurus-orders      "
                   "No readable node is reported                      -\n");
}

/* One line, whatever the cloud calls a status. */
static void
test_line (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap\nfjld");
  HtapSource *source = htap_instance_get_source (instance);
  g_autoptr (HtapFinding) odd =
      new_finding (HTAP_RULE_STATUS_UNKNOWN, instance, source, "odd\nstatus\x1b[31m");
  g_autoptr (HtapFinding) full = new_finding (HTAP_RULE_CAPACITY_FULL, NULL, source, NULL);
  g_autofree char *of_instance = htap_finding_report_dup_line (odd, NOW);
  g_autofree char *of_whole = htap_finding_report_dup_line (full, NOW);

  g_assert_true (g_str_has_prefix (of_instance, "Warning: htap"));
  g_assert_null (strchr (of_instance, '\n'));
  g_assert_null (strchr (of_instance, '\x1b'));
  g_assert_cmpstr (of_whole, ==, "Warning: taurus-orders: 10 of 10 HTAP instances used");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finding-report/text", test_text);
  g_test_add_func ("/finding-report/line", test_line);

  return g_test_run ();
}
