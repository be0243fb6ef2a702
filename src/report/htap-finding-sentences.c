/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-sentences.h"

#include "htap-error-text.h"
#include "htap-format.h"

#include <glib/gi18n-lib.h>

char *
htap_finding_say_create_failed (HtapFinding *finding, gint64 now)
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

char *
htap_finding_say_status_abnormal (HtapFinding *finding, gint64 now)
{
  return g_strdup (_ ("Instance is abnormal"));
}

char *
htap_finding_say_frozen (HtapFinding *finding, gint64 now)
{
  return g_strdup (_ ("Frozen: usually the account balance is 0 or less"));
}

char *
htap_finding_say_sync_stopped (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);

  if (facts->text == NULL)
    return g_strdup (_ ("Data synchronization has stopped"));
  if (facts->number == 1)
    /* Translators: %s is the name of a database. */
    return g_strdup_printf (_ ("Synchronization of “%s” has stopped"), facts->text);

  /* Translators: how many databases, and the name of the first. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Synchronization of %u database has stopped: “%s”",
                                       "Synchronization of %u databases has stopped, first “%s”",
                                       (gulong) facts->number),
                          (guint) facts->number, facts->text);
}

char *
htap_finding_say_node_abnormal (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);

  if (facts->text == NULL)
    return g_strdup (_ ("A node is abnormal"));
  if (facts->number == 1)
    /* Translators: %s is the name of a node. */
    return g_strdup_printf (_ ("Node %s is abnormal"), facts->text);

  /* Translators: how many nodes, and the name of the first. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u node is abnormal: %s",
                                       "%u nodes are abnormal, first %s", (gulong) facts->number),
                          (guint) facts->number, facts->text);
}

char *
htap_finding_say_restart_needed (HtapFinding *finding, gint64 now)
{
  return g_strdup (_ ("Reboot needed for parameter changes"));
}

char *
htap_finding_say_status_unknown (HtapFinding *finding, gint64 now)
{
  const char *status = htap_finding_get_facts (finding)->text;

  /* Translators: %s is a status as the cloud calls it. */
  return status != NULL ? g_strdup_printf (_ ("Unknown status “%s”"), status)
                        : g_strdup (_ ("No status is reported"));
}

char *
htap_finding_say_creating_long (HtapFinding *finding, gint64 now)
{
  gint64 since = htap_finding_get_facts (finding)->number;
  g_autofree char *duration = htap_format_duration (now - since);

  /* Translators: %s is a duration: "Creating for 2 h". */
  return g_strdup_printf (_ ("Creating for %s"), duration);
}

char *
htap_finding_say_action_long (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);
  g_autofree char *duration = htap_format_duration (now - facts->number);

  if (facts->text == NULL)
    /* Translators: an action without a name; %s is a duration. */
    return g_strdup_printf (_ ("A change has been running for %s"), duration);

  /* Translators: an action as the cloud calls it, and a duration. */
  return g_strdup_printf (_ ("%s has been running for %s"), facts->text, duration);
}

char *
htap_finding_say_nodes_few (HtapFinding *finding, gint64 now)
{
  return g_strdup (_ ("Fewer nodes than a cluster has (3 FE and 3 BE)"));
}

char *
htap_finding_say_parent_not_normal (HtapFinding *finding, gint64 now)
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

char *
htap_finding_say_not_read (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);
  g_autofree char *since = facts->number != 0 ? htap_format_as_of (facts->number, now) : NULL;

  if (since == NULL)
    return g_strdup (_ ("Could not be read"));

  /* Translators: %s is a time: "Not read since 13:40". */
  return g_strdup_printf (_ ("Not read since %s"), since);
}

char *
htap_finding_say_gone (HtapFinding *finding, gint64 now)
{
  gint64 number = htap_finding_get_facts (finding)->number;
  g_autofree char *since = number != 0 ? htap_format_as_of (number, now) : NULL;

  if (since == NULL)
    return g_strdup (_ ("No longer listed"));

  /* Translators: %s is a time: "Gone since 13:40"; the cloud no longer lists the instance. */
  return g_strdup_printf (_ ("Gone since %s"), since);
}

char *
htap_finding_say_capacity (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);

  /* Translators: "8 of 10 HTAP instances used"; the plural follows the second. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u HTAP instance used",
                                       "%u of %u HTAP instances used", facts->limit),
                          (guint) facts->number, (guint) facts->limit);
}

char *
htap_finding_say_ip_dup (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);

  /* Translators: an IP address, and the name of another instance. */
  return g_strdup_printf (_ ("Address %s is reported twice, also by %s"), facts->text,
                          facts->other);
}

char *
htap_finding_say_total_mismatch (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);

  /* Translators: how many HTAP instances came, and how many the cloud says there are. */
  return g_strdup_printf (_ ("The answer may be incomplete: %u of %u HTAP instances"),
                          (guint) facts->number, (guint) facts->limit);
}

char *
htap_finding_say_public (HtapFinding *finding, gint64 now)
{
  /* Translators: %s is an IP address. */
  return g_strdup_printf (_ ("Reachable from the internet at %s"),
                          htap_finding_get_facts (finding)->text);
}

char *
htap_finding_say_nodes_unread (HtapFinding *finding, gint64 now)
{
  return g_strdup (_ ("No readable node is reported"));
}

char *
htap_finding_say_version_skew (HtapFinding *finding, gint64 now)
{
  const HtapFindingFacts *facts = htap_finding_get_facts (finding);

  /* Translators: two versions of one database engine. */
  return g_strdup_printf (_ ("Versions differ: %s and %s"), facts->text, facts->other);
}

char *
htap_finding_say_single_mode (HtapFinding *finding, gint64 now)
{
  return g_strdup (_ ("Single instances are for trial and testing, without an SLA"));
}

/* The reason, which says what to do. */
char *
htap_finding_advise_not_read (HtapFinding *finding)
{
  HtapSource *source = htap_finding_get_source (finding);
  const GError *error = htap_source_get_error (source);

  return error != NULL ? htap_error_text_dup_sentence (error, source)
                       : g_strdup (_ ("Refresh to see how it is now."));
}
