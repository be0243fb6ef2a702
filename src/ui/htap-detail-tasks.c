/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-tasks.h"

#include "htap-detail-part.h"

#include <glib/gi18n-lib.h>

/* What the API calls the stages of a task; in some answers they are capitalised. */
static const struct
{
  const char *stage;
  const char *name;
} stages[] = {
  { "wait", NC_ ("synchronization", "Waiting") },
  { "full", NC_ ("synchronization", "Full synchronization") },
  { "incremental", NC_ ("synchronization", "Incremental synchronization") },
  { "paused", NC_ ("synchronization", "Paused") },
  { "cancelled", NC_ ("synchronization", "Cancelled") },
  { "failed", NC_ ("synchronization", "Failed") },
};

/* Returns: (nullable): an unknown stage as it came */
static const char *
get_stage (const HtapReplication *task)
{
  const char *stage = htap_replication_get_text (task, HTAP_REPLICATION_TEXT_STAGE);

  for (guint i = 0; stage != NULL && i < G_N_ELEMENTS (stages); i++)
    if (g_ascii_strcasecmp (stages[i].stage, stage) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "synchronization", stages[i].name);

  return stage;
}

/* Whether it runs is said by itself where the icon and its words say that it needs repair. */
static char *
dup_note (const HtapReplication *task)
{
  const char *stage = get_stage (task);
  const char *percentage = htap_replication_get_text (task, HTAP_REPLICATION_TEXT_PERCENTAGE);
  gboolean needs_repair = htap_replication_get_flag (task, HTAP_REPLICATION_FLAG_NEEDS_REPAIR);
  g_autofree char *progress = NULL;

  if (stage != NULL && percentage != NULL && *percentage != '\0')
    /* Translators: the stage of a task, and how far it is, in per cent. */
    progress = g_strdup_printf (_ ("%s, %s%%"), stage, percentage);
  else
    progress = g_strdup (stage);

  if (!needs_repair || progress == NULL)
    return g_steal_pointer (&progress);

  return g_strdup_printf (_ ("%s, %s"),
                          htap_replication_is_running (task)
                              ? C_ ("synchronization", "Running")
                              : C_ ("synchronization", "Not running"),
                          progress);
}

static void
show_status (HtapDetailFact *fact, const HtapReplication *task)
{
  const char *status = htap_replication_get_text (task, HTAP_REPLICATION_TEXT_STATUS);

  if (htap_replication_get_flag (task, HTAP_REPLICATION_FLAG_NEEDS_REPAIR))
    htap_detail_fact_set_status (fact, HTAP_SHOWN_STATUS_ABNORMAL,
                                 C_ ("synchronization", "Needs repair"));
  else if (htap_replication_is_stopped (task))
    htap_detail_fact_set_status (fact, HTAP_SHOWN_STATUS_ABNORMAL,
                                 C_ ("synchronization", "Not running"));
  else if (htap_replication_is_running (task))
    htap_detail_fact_set_status (fact, HTAP_SHOWN_STATUS_AVAILABLE,
                                 C_ ("synchronization", "Running"));
  else
    htap_detail_fact_set_status (fact, HTAP_SHOWN_STATUS_UNKNOWN,
                                 status != NULL ? status : C_ ("status", "Unknown"));
}

static HtapDetailFact *
new_task (const HtapReplication *task, guint place)
{
  g_autofree char *key = g_strdup_printf ("replications/%u", place);
  const char *name = htap_replication_get_text (task, HTAP_REPLICATION_TEXT_TASK_NAME);
  const char *from = htap_replication_get_text (task, HTAP_REPLICATION_TEXT_SOURCE_DATABASE);
  const char *to = htap_replication_get_text (task, HTAP_REPLICATION_TEXT_TARGET_DATABASE);
  /* Translators: a database of the TaurusDB instance, and the one it is copied into. */
  g_autofree char *both =
      from != NULL && to != NULL ? g_strdup_printf (_ ("%s → %s"), from, to) : NULL;
  g_autofree char *note = dup_note (task);
  HtapDetailFact *fact;

  if (both == NULL)
    both = g_strdup (from != NULL ? from : to);
  fact = htap_detail_fact_new (key, name != NULL ? name : _ ("Synchronization task"), both,
                               HTAP_DETAIL_FACT_TEXT);
  show_status (fact, task);
  htap_detail_fact_set_note (fact, note);
  htap_detail_fact_add_copy (fact, _ ("Copy Target Database"), to);
  htap_detail_fact_add_copy (fact, _ ("Copy Source Database"), from);
  htap_detail_fact_add_copy (fact, _ ("Copy Task Name"), name);

  return fact;
}

/**
 * htap_detail_tasks_new:
 * @detail: (nullable): what an instance is made of; %NULL while nobody has asked
 * @source: where it was read
 *
 * One fact for each synchronization task, or one that says why there are none.
 *
 * Returns: (transfer full) (element-type HtapDetailFact): never empty
 */
GPtrArray *
htap_detail_tasks_new (HtapInstanceDetail *detail, HtapSource *source)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_fact_unref);
  GPtrArray *tasks = detail != NULL ? htap_instance_detail_get_replications (detail) : NULL;

  for (guint i = 0; tasks != NULL && i < tasks->len; i++)
    g_ptr_array_add (facts, new_task (tasks->pdata[i], i));

  htap_detail_part_add (facts, detail, HTAP_DETAIL_PART_REPLICATIONS, tasks != NULL, source);
  if (facts->len == 0)
    g_ptr_array_add (facts,
                     htap_detail_fact_new ("replications", NULL, _ ("No synchronization task"),
                                           HTAP_DETAIL_FACT_NOTHING));

  return facts;
}
