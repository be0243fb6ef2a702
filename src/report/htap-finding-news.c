/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-news.h"

#include "htap-finding-rule.h"

static void
row_clear (gpointer data)
{
  HtapFindingRow *row = data;

  g_clear_object (&row->finding);
}

/**
 * htap_finding_rows_new:
 *
 * Returns: (transfer full) (element-type HtapFindingRow): none; it holds what is added
 */
GArray *
htap_finding_rows_new (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (HtapFindingRow));

  g_array_set_clear_func (rows, row_clear);

  return rows;
}

void
htap_finding_rows_add (GArray *rows, HtapFinding *finding, guint place)
{
  const HtapFindingRow row = { g_object_ref (finding), place };

  g_array_append_val (rows, row);
}

/**
 * htap_finding_row_compare:
 * @a: a #HtapFindingRow
 * @b: likewise
 *
 * A rule finds something of each place once, so that no two rows are equal.
 *
 * Returns: less than, equal to or greater than 0
 */
int
htap_finding_row_compare (gconstpointer a, gconstpointer b)
{
  const HtapFindingRow *one = a;
  const HtapFindingRow *other = b;
  const HtapFindingRule *rule = htap_finding_rule_get_of (one->finding);
  const HtapFindingRule *other_rule = htap_finding_rule_get_of (other->finding);

  if (rule != other_rule)
    return rule < other_rule ? -1 : 1;

  return one->place < other->place ? -1 : one->place > other->place;
}

HtapFindingNews *
htap_finding_news_new (void)
{
  HtapFindingNews *self = g_new0 (HtapFindingNews, 1);

  self->removed = htap_finding_rows_new ();
  self->added = htap_finding_rows_new ();

  return self;
}

void
htap_finding_news_free (HtapFindingNews *self)
{
  g_array_unref (self->removed);
  g_array_unref (self->added);
  g_free (self);
}

void
htap_finding_news_clear (HtapFindingNews *self)
{
  g_array_set_size (self->removed, 0);
  g_array_set_size (self->added, 0);
}

gboolean
htap_finding_news_is_empty (const HtapFindingNews *self)
{
  return self->removed->len == 0 && self->added->len == 0;
}

/**
 * htap_finding_news_note:
 * @before: (nullable): what one rule found at @place before
 * @after: (nullable): what it finds there now
 */
void
htap_finding_news_note (HtapFindingNews *self,
                        HtapFinding *before,
                        HtapFinding *after,
                        guint place)
{
  if (before == after)
    return;

  if (before != NULL)
    htap_finding_rows_add (self->removed, before, place);
  if (after != NULL)
    htap_finding_rows_add (self->added, after, place);
}

/**
 * htap_finding_news_note_all:
 * @before: (element-type HtapFinding): what several rules found at @place before
 * @after: (element-type HtapFinding): what they find there now
 */
void
htap_finding_news_note_all (HtapFindingNews *self, GPtrArray *before, GPtrArray *after, guint place)
{
  for (guint i = 0; i < before->len; i++)
    if (!g_ptr_array_find (after, before->pdata[i], NULL))
      htap_finding_rows_add (self->removed, before->pdata[i], place);
  for (guint i = 0; i < after->len; i++)
    if (!g_ptr_array_find (before, after->pdata[i], NULL))
      htap_finding_rows_add (self->added, after->pdata[i], place);
}
