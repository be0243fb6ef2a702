/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-check.h"

#include "htap-finding-pairs.h"
#include "htap-finding-rule.h"

/* One look at everything. */
typedef struct
{
  HtapFindingMoment moment;
  GPtrArray *found[HTAP_N_RULES]; /* HtapFinding */
} Check;

static void
add (HtapFindingRuleIndex index,
     HtapInstance *instance,
     HtapSource *source,
     const HtapFindingFacts *facts,
     gpointer user_data)
{
  Check *check = user_data;

  g_ptr_array_add (check->found[index],
                   htap_finding_new (htap_finding_rule_get (index), instance, source, facts));
}

static void
check_instance (Check *check, HtapInstance *instance)
{
  const HtapRecord *record = htap_instance_get_record (instance);

  for (guint i = 0; i < HTAP_N_RULES; i++)
    {
      const HtapFindingRule *rule = htap_finding_rule_get (i);
      HtapFindingFacts facts = { 0 };

      if (rule->hits_instance != NULL && rule->hits_instance (record, &check->moment, &facts))
        add (i, instance, htap_instance_get_source (instance), &facts, check);
    }
}

static void
check_source (Check *check, HtapSource *source, gboolean of_unread)
{
  for (guint i = 0; i < HTAP_N_RULES; i++)
    {
      const HtapFindingRule *rule = htap_finding_rule_get (i);
      HtapFindingFacts facts = { 0 };

      if (rule->hits_source != NULL && rule->of_unread == of_unread &&
          rule->hits_source (source, &check->moment, &facts))
        add (i, NULL, source, &facts, check);
    }
}

static gboolean
is_fresh (HtapSource *source)
{
  return htap_source_get_state (source) == HTAP_SOURCE_FRESH;
}

/* Two profiles may look at one TaurusDB instance; one of them is enough to say how full it is. */
static void
check_sources (Check *check, GListModel *sources)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_sources = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      check_source (check, source, TRUE);
      if (is_fresh (source) &&
          g_hash_table_add (seen, (gpointer) htap_source_get_taurus_id (source)))
        check_source (check, source, FALSE);
    }
}

/* It was established once, however old the news of the others are. */
static void
check_gone (Check *check, HtapInstance *instance)
{
  const HtapFindingFacts facts = { .number = htap_instance_get_gone_since (instance) };

  add (HTAP_RULE_GONE, instance, htap_instance_get_source (instance), &facts, check);
}

/* Rules that compare come after those that look at one instance, for they need all of them. */
static void
check_instances (Check *check, GListModel *instances)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_instances = g_list_model_get_n_items (instances);

  for (guint i = 0; i < n_instances; i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);

      if (!htap_instance_get_listed (instance))
        check_gone (check, instance);
      if (!htap_instance_get_listed (instance) || !is_fresh (htap_instance_get_source (instance)))
        continue;

      check_instance (check, instance);
      g_ptr_array_add (fresh, g_steal_pointer (&instance));
    }

  htap_finding_pairs_find_addresses (fresh, add, check);
  htap_finding_pairs_find_versions (fresh, add, check);
}

/**
 * htap_finding_check:
 * @instances: a list of #HtapInstance
 * @sources: a list of #HtapSource, theirs among them
 * @now: seconds since 1970 UTC
 * @due: (out) (optional): when something else will be found if no answer comes, seconds since 1970
 *   UTC; %HTAP_FINDING_NEVER_DUE if never
 *
 * Asks every rule. Only what is fresh is looked at, for the rest only says that it is not; what is
 * no longer listed is only said to be gone.
 *
 * Returns: (transfer full) (element-type HtapFinding): the worst first, then by rule, then as the
 *   lists go
 */
GPtrArray *
htap_finding_check (GListModel *instances, GListModel *sources, gint64 now, gint64 *due)
{
  Check check = { .moment = { now, HTAP_FINDING_NEVER_DUE } };
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < HTAP_N_RULES; i++)
    check.found[i] = g_ptr_array_new ();

  check_instances (&check, instances);
  check_sources (&check, sources);

  for (guint i = 0; i < HTAP_N_RULES; i++)
    g_ptr_array_extend_and_steal (all, check.found[i]);
  if (due != NULL)
    *due = check.moment.due;

  return all;
}
