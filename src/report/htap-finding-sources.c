/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-sources.h"

#include "htap-finding-rule.h"

struct _HtapFindingSources
{
  GPtrArray *found; /* HtapFinding, source by source, each by rule */
};

/* One look. What is found again is mostly found in the same order. */
typedef struct
{
  HtapFindingMoment moment;
  GPtrArray *before;
  guint next; /* in that */
  GPtrArray *found;
} Look;

HtapFindingSources *
htap_finding_sources_new (void)
{
  HtapFindingSources *self = g_new0 (HtapFindingSources, 1);

  self->found = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
htap_finding_sources_free (HtapFindingSources *self)
{
  g_ptr_array_unref (self->found);
  g_free (self);
}

/* Returns: (transfer none) (nullable): what said the same before */
static HtapFinding *
find_before (Look *look, HtapFinding *finding)
{
  for (guint i = 0; i < look->before->len; i++)
    {
      guint place = (look->next + i) % look->before->len;

      if (!htap_finding_says_same (look->before->pdata[place], finding))
        continue;
      look->next = place + 1;

      return look->before->pdata[place];
    }

  return NULL;
}

static void
ask (Look *look, HtapSource *source, gboolean of_unread)
{
  for (guint i = 0; i < HTAP_N_RULES; i++)
    {
      const HtapFindingRule *rule = htap_finding_rule_get (i);
      HtapFindingFacts facts = { 0 };
      g_autoptr (HtapFinding) finding = NULL;
      HtapFinding *known;

      if (rule->hits_source == NULL || rule->of_unread != of_unread ||
          !rule->hits_source (source, &look->moment, &facts))
        continue;

      finding = htap_finding_new (&rule->kind, NULL, source, &facts);
      known = find_before (look, finding);
      g_ptr_array_add (look->found, g_object_ref (known != NULL ? known : finding));
    }
}

/* Two profiles may look at one TaurusDB instance; one of them is enough to say how full it is. */
static void
ask_all (Look *look, GListModel *sources)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_sources = g_list_model_get_n_items (sources);

  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      ask (look, source, TRUE);
      if (htap_source_get_state (source) == HTAP_SOURCE_FRESH &&
          g_hash_table_add (seen, (gpointer) htap_source_get_taurus_id (source)))
        ask (look, source, FALSE);
    }
}

static gboolean
has_same (GPtrArray *some, GPtrArray *others)
{
  if (some->len != others->len)
    return FALSE;

  for (guint i = 0; i < some->len; i++)
    if (some->pdata[i] != others->pdata[i])
      return FALSE;

  return TRUE;
}

/**
 * htap_finding_sources_look:
 * @sources: a list of #HtapSource
 * @now: seconds since 1970 UTC
 * @due: (inout): when something will be found if nothing changes; made earlier if need be
 *
 * Returns: whether something else is found than at the last look
 */
gboolean
htap_finding_sources_look (HtapFindingSources *self, GListModel *sources, gint64 now, gint64 *due)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->found);
  Look look = { .moment = { now, *due }, .before = before };

  look.found = self->found = g_ptr_array_new_with_free_func (g_object_unref);
  ask_all (&look, sources);
  *due = look.moment.due;

  return !has_same (before, self->found);
}

guint
htap_finding_sources_get_n (HtapFindingSources *self)
{
  return self->found->len;
}

/**
 * htap_finding_sources_get:
 *
 * Returns: (transfer none): in the order of the list, then of the rules
 */
HtapFinding *
htap_finding_sources_get (HtapFindingSources *self, guint position)
{
  return self->found->pdata[position];
}
