/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-rule.h"

#include "htap-error-text.h"
#include "htap-finding-conditions.h"
#include "htap-format.h"

#include <glib/gi18n-lib.h>

static char *
say_create_failed (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);

  if (facts->text == NULL && facts->other == NULL)
    return g_strdup (_ ("Creation failed"));
  if (facts->text == NULL || facts->other == NULL)
    /* Translators: %s is what the cloud says of it. */
    return g_strdup_printf (_ ("Creation failed: %s"),
                            facts->text != NULL ? facts->text : facts->other);

  /* Translators: the cloud's message, and in parentheses its code. */
  return g_strdup_printf (_ ("Creation failed: %s (%s)"), facts->text, facts->other);
}

static char *
say_status_abnormal (HtapFinding *finding, gint64 now)
{
  return g_strdup (_ ("Instance is abnormal"));
}

static char *
say_frozen (HtapFinding *finding, gint64 now)
{
  return g_strdup (_ ("Frozen: usually the account balance is 0 or less"));
}

static char *
say_restart_needed (HtapFinding *finding, gint64 now)
{
  return g_strdup (_ ("Reboot needed for parameter changes"));
}

static char *
say_status_unknown (HtapFinding *finding, gint64 now)
{
  const char *status = htap_finding_get_facts (finding)->text;

  /* Translators: %s is a status as the cloud calls it. */
  return status != NULL ? g_strdup_printf (_ ("Unknown status “%s”"), status)
                        : g_strdup (_ ("No status is reported"));
}

static char *
say_creating_long (HtapFinding *finding, gint64 now)
{
  gint64 since = htap_finding_get_facts (finding)->number;
  g_autofree char *duration = htap_format_duration (now - since);

  /* Translators: %s is a duration: "Creating for 2 h". */
  return g_strdup_printf (_ ("Creating for %s"), duration);
}

static char *
say_action_long (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);
  g_autofree char *duration = htap_format_duration (now - facts->number);

  if (facts->text == NULL)
    /* Translators: an action without a name; %s is a duration. */
    return g_strdup_printf (_ ("A change has been running for %s"), duration);

  /* Translators: an action as the cloud calls it, and a duration. */
  return g_strdup_printf (_ ("%s has been running for %s"), facts->text, duration);
}

static char *
say_nodes_few (HtapFinding *finding, gint64 now)
{
  return g_strdup (_ ("Fewer nodes than a cluster has (3 FE and 3 BE)"));
}

static char *
say_parent_not_normal (HtapFinding *finding, gint64 now)
{
  HtapTaurus *taurus = htap_source_get_taurus (htap_finding_get_source (finding));
  const char *as_it_came = htap_finding_get_facts (finding)->text;
  g_autofree char *status = NULL;

  if (taurus == NULL || htap_taurus_get_shown_status (taurus) == HTAP_SHOWN_STATUS_ABNORMAL)
    return g_strdup (_ ("TaurusDB instance is abnormal; synchronization may stop"));

  status = htap_format_taurus_status (taurus);

  /* Translators: %s is a status of the TaurusDB instance. */
  return g_strdup_printf (_ ("TaurusDB instance is not normal (%s); synchronization may stop"),
                          status != NULL ? status : as_it_came);
}

static char *
say_not_read (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);
  g_autofree char *since = facts->number != 0 ? htap_format_as_of (facts->number, now) : NULL;

  if (since == NULL)
    return g_strdup (_ ("Could not be read"));

  /* Translators: %s is a time: "Not read since 13:40". */
  return g_strdup_printf (_ ("Not read since %s"), since);
}

static char *
say_capacity (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);

  /* Translators: "8 of 10 HTAP instances used"; the plural follows the second. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u HTAP instance used",
                                       "%u of %u HTAP instances used", facts->limit),
                          (guint) facts->number, (guint) facts->limit);
}

static char *
say_ip_dup (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);

  /* Translators: an IP address, and the name of another instance. */
  return g_strdup_printf (_ ("Address %s is reported twice, also by %s"), facts->text,
                          facts->other);
}

static char *
say_total_mismatch (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);

  /* Translators: how many HTAP instances came, and how many the cloud says there are. */
  return g_strdup_printf (_ ("The answer may be incomplete: %u of %u HTAP instances"),
                          (guint) facts->number, (guint) facts->limit);
}

static char *
say_nodes_unread (HtapFinding *finding, gint64 now)
{
  return g_strdup (_ ("No readable node is reported"));
}

static char *
say_version_skew (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);

  /* Translators: two versions of one database engine. */
  return g_strdup_printf (_ ("Versions differ: %s and %s"), facts->text, facts->other);
}

static char *
say_single_mode (HtapFinding *finding, gint64 now)
{
  return g_strdup (_ ("Single instances are for trial and testing, without an SLA"));
}

/* The reason, which says what to do. */
static char *
advise_not_read (HtapFinding *finding)
{
  HtapSource *source = htap_finding_get_source (finding);
  const GError *error = htap_source_get_error (source);

  return error != NULL ? htap_error_text_dup_sentence (error, source)
                       : g_strdup (_ ("Refresh to see how it is now."));
}

static char *
advise (HtapFinding *finding)
{
  const char *remedy = htap_finding_rule_get_of (finding)->remedy;

  return remedy != NULL ? g_strdup (_ (remedy)) : NULL;
}

#define KIND(id_, severity_, say_, advise_)                                                        \
  .kind = { .id = id_, .severity = HTAP_SEVERITY_##severity_, .dup_sentence = say_,                \
            .dup_remedy = advise_ }
#define ROW(id_, severity_, say_) KIND (id_, severity_, say_, advise)
#define AGES .kind.ages = TRUE
#define IF_INSTANCE(name) .hits_instance = htap_finding_is_##name
#define IF_SOURCE(name)   .hits_source = htap_finding_is_##name

/* The one table of rules, the worst first. What `check` exits with follows from a severity, and a
 * rule that cries wolf breaks somebody's cron job: when in doubt a rule is information. */
/* clang-format off */
static const HtapFindingRule rules[HTAP_N_RULES] = {
  [HTAP_RULE_CREATE_FAILED] =
    { ROW ("create-failed", ERROR, say_create_failed), IF_INSTANCE (create_failed),
      .remedy = N_ ("Delete it in the console and create it again.") },
  [HTAP_RULE_STATUS_ABNORMAL] =
    { ROW ("status-abnormal", ERROR, say_status_abnormal), IF_INSTANCE (status_abnormal),
      .remedy = N_ ("The cloud's own monitoring drops an instance that stays abnormal for 24 hours; "
                    "here it stays visible.") },
  [HTAP_RULE_FROZEN] =
    { ROW ("frozen", ERROR, say_frozen), IF_INSTANCE (frozen),
      .remedy = N_ ("Top up in Billing Center.") },
  [HTAP_RULE_RESTART_NEEDED] =
    { ROW ("restart-needed", WARNING, say_restart_needed), IF_INSTANCE (restart_needed),
      .remedy = N_ ("Reboot it in the console when it is not busy.") },
  [HTAP_RULE_STATUS_UNKNOWN] =
    { ROW ("status-unknown", WARNING, say_status_unknown), IF_INSTANCE (status_unknown),
      .remedy = N_ ("Look at it in the console.") },
  [HTAP_RULE_CREATING_LONG] =
    { ROW ("creating-long", WARNING, say_creating_long), IF_INSTANCE (creating_long), AGES,
      .remedy = N_ ("Look at the task in the console's Task Center.") },
  [HTAP_RULE_ACTION_LONG] =
    { ROW ("action-long", WARNING, say_action_long), IF_INSTANCE (action_long), AGES,
      .remedy = N_ ("Look at the task in the console's Task Center.") },
  [HTAP_RULE_NODES_FEW] =
    { ROW ("nodes-few", WARNING, say_nodes_few), IF_INSTANCE (nodes_few),
      .remedy = N_ ("Look at its nodes in the console.") },
  [HTAP_RULE_PARENT_NOT_NORMAL] =
    { ROW ("parent-not-normal", WARNING, say_parent_not_normal), IF_SOURCE (parent_not_normal),
      .remedy = N_ ("Look at the TaurusDB instance in the console.") },
  [HTAP_RULE_NOT_READ] =
    { KIND ("not-read", WARNING, say_not_read, advise_not_read), IF_SOURCE (not_read),
      .of_unread = TRUE },
  [HTAP_RULE_CAPACITY_FULL] =
    { ROW ("capacity-full", WARNING, say_capacity), IF_SOURCE (capacity_full),
      .remedy = N_ ("Another HTAP instance can only be created after one is deleted.") },
  [HTAP_RULE_IP_DUP] =
    { ROW ("ip-dup", WARNING, say_ip_dup),
      .remedy = N_ ("Clients may reach either of them. Report it to Huawei Cloud.") },
  [HTAP_RULE_TOTAL_MISMATCH] =
    { ROW ("total-mismatch", WARNING, say_total_mismatch), IF_SOURCE (total_mismatch),
      .remedy = N_ ("Refresh; if it stays, compare with the console.") },
  [HTAP_RULE_CAPACITY_HIGH] =
    { ROW ("capacity-high", INFORMATION, say_capacity), IF_SOURCE (capacity_high) },
  [HTAP_RULE_NODES_UNREAD] =
    { ROW ("nodes-unread", INFORMATION, say_nodes_unread), IF_INSTANCE (nodes_unread) },
  [HTAP_RULE_VERSION_SKEW] =
    { ROW ("version-skew", INFORMATION, say_version_skew),
      .remedy = N_ ("Upgrade the older ones in the console.") },
  [HTAP_RULE_SINGLE_MODE] =
    { ROW ("single-mode", INFORMATION, say_single_mode), IF_INSTANCE (single_mode) },
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
