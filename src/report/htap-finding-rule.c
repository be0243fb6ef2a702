/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-rule.h"

#include "htap-finding-conditions.h"
#include "htap-finding-sentences.h"

#include <glib/gi18n-lib.h>

static char *
advise (HtapFinding *finding)
{
  const char *remedy = htap_finding_rule_get_of (finding)->remedy;

  return remedy != NULL ? g_strdup (_ (remedy)) : NULL;
}

#define KIND(id_, severity_, say_, advise_)                                                        \
  .kind = { .id = id_, .severity = HTAP_SEVERITY_##severity_,                                      \
            .dup_sentence = htap_finding_say_##say_, .dup_remedy = advise_ }
#define ROW(id_, severity_, say_) KIND (id_, severity_, say_, advise)
#define AGES .kind.ages = TRUE
#define IF_INSTANCE(name) .hits_instance = htap_finding_is_##name
#define IF_DETAIL(name)   .hits_detail = htap_finding_is_##name
#define IF_SOURCE(name)   .hits_source = htap_finding_is_##name

/* The one table of rules, the worst first. What `check` exits with follows from a severity, and a
 * rule that cries wolf breaks somebody's cron job: when in doubt a rule is information. */
/* clang-format off */
static const HtapFindingRule rules[HTAP_N_RULES] = {
  [HTAP_RULE_CREATE_FAILED] =
    { ROW ("create-failed", ERROR, create_failed), IF_INSTANCE (create_failed),
      .remedy = N_ ("Delete it in the console and create it again.") },
  [HTAP_RULE_STATUS_ABNORMAL] =
    { ROW ("status-abnormal", ERROR, status_abnormal), IF_INSTANCE (status_abnormal),
      .remedy = N_ ("The cloud's own monitoring drops an instance that stays abnormal for 24 hours; "
                    "here it stays visible.") },
  [HTAP_RULE_FROZEN] =
    { ROW ("frozen", ERROR, frozen), IF_INSTANCE (frozen),
      .remedy = N_ ("Top up in Billing Center.") },
  [HTAP_RULE_SYNC_STOPPED] =
    { ROW ("sync-stopped", ERROR, sync_stopped), IF_DETAIL (sync_stopped),
      .remedy = N_ ("Queries read old data. Look at the synchronization in the console.") },
  [HTAP_RULE_NODE_ABNORMAL] =
    { ROW ("node-abnormal", ERROR, node_abnormal), IF_DETAIL (node_abnormal),
      .remedy = N_ ("Look at its nodes in the console.") },
  [HTAP_RULE_RESTART_NEEDED] =
    { ROW ("restart-needed", WARNING, restart_needed), IF_INSTANCE (restart_needed),
      .remedy = N_ ("Reboot it in the console when it is not busy.") },
  [HTAP_RULE_STATUS_UNKNOWN] =
    { ROW ("status-unknown", WARNING, status_unknown), IF_INSTANCE (status_unknown),
      .remedy = N_ ("Look at it in the console.") },
  [HTAP_RULE_CREATING_LONG] =
    { ROW ("creating-long", WARNING, creating_long), IF_INSTANCE (creating_long), AGES,
      .remedy = N_ ("Look at the task in the console's Task Center.") },
  [HTAP_RULE_ACTION_LONG] =
    { ROW ("action-long", WARNING, action_long), IF_INSTANCE (action_long), AGES,
      .remedy = N_ ("Look at the task in the console's Task Center.") },
  [HTAP_RULE_NODES_FEW] =
    { ROW ("nodes-few", WARNING, nodes_few), IF_INSTANCE (nodes_few),
      .remedy = N_ ("Look at its nodes in the console.") },
  [HTAP_RULE_PARENT_NOT_NORMAL] =
    { ROW ("parent-not-normal", WARNING, parent_not_normal), IF_SOURCE (parent_not_normal),
      .remedy = N_ ("Look at the TaurusDB instance in the console.") },
  [HTAP_RULE_NOT_READ] =
    { KIND ("not-read", WARNING, not_read, htap_finding_advise_not_read), IF_SOURCE (not_read),
      .of_unread = TRUE },
  [HTAP_RULE_GONE] =
    { ROW ("gone", WARNING, gone),
      .remedy = N_ ("Mark it as seen if it was deleted on purpose.") },
  [HTAP_RULE_CAPACITY_FULL] =
    { ROW ("capacity-full", WARNING, capacity), IF_SOURCE (capacity_full),
      .remedy = N_ ("Another HTAP instance can only be created after one is deleted.") },
  [HTAP_RULE_IP_DUP] =
    { ROW ("ip-dup", WARNING, ip_dup),
      .remedy = N_ ("Clients may reach either of them. Report it to Huawei Cloud.") },
  [HTAP_RULE_TOTAL_MISMATCH] =
    { ROW ("total-mismatch", WARNING, total_mismatch), IF_SOURCE (total_mismatch),
      .remedy = N_ ("Refresh; if it stays, compare with the console.") },
  [HTAP_RULE_PUBLIC] =
    { ROW ("public", WARNING, public), IF_DETAIL (public),
      .remedy = N_ ("Unbind the EIP unless somebody needs it; the security group says who gets in.") },
  [HTAP_RULE_CAPACITY_HIGH] =
    { ROW ("capacity-high", INFORMATION, capacity), IF_SOURCE (capacity_high) },
  [HTAP_RULE_NODES_UNREAD] =
    { ROW ("nodes-unread", INFORMATION, nodes_unread), IF_INSTANCE (nodes_unread) },
  [HTAP_RULE_VERSION_SKEW] =
    { ROW ("version-skew", INFORMATION, version_skew),
      .remedy = N_ ("Upgrade the older ones in the console.") },
  [HTAP_RULE_SINGLE_MODE] =
    { ROW ("single-mode", INFORMATION, single_mode), IF_INSTANCE (single_mode) },
};
/* clang-format on */

/**
 * htap_finding_rule_get:
 *
 * Returns: (transfer none): a row of the table
 */
const HtapFindingRule *
htap_finding_rule_get (HtapFindingRuleIndex index)
{
  g_return_val_if_fail (index < HTAP_N_RULES, NULL);

  return &rules[index];
}

/**
 * htap_finding_rule_get_of:
 *
 * Returns: (transfer none): the row of the table that @finding is of
 */
const HtapFindingRule *
htap_finding_rule_get_of (HtapFinding *finding)
{
  /* The kind is a rule's first member. */
  return (const HtapFindingRule *) htap_finding_get_kind (finding);
}

HtapFindingRuleIndex
htap_finding_rule_get_index (const HtapFindingRule *self)
{
  return (HtapFindingRuleIndex) (self - rules);
}
