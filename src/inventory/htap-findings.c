/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings.h"

#include "htap-findings-private.h"

#include <string.h>

/* With so many, or with a good part of all, a walk over all of them costs no more. */
#define MANY_TOUCHED 2000
#define GOOD_PART    4

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapFindings, htap_findings, G_TYPE_OBJECT)

static void
count (HtapFindings *self, GArray *rows, int sign)
{
  for (guint i = 0; i < rows->len; i++)
    self->counts[htap_finding_get_severity (g_array_index (rows, HtapFindingRow, i).finding)] +=
        (guint) sign;
}

/* Returns: (transfer full): what is open of @rows; the rest is in @muted */
static GArray *
part (HtapFindings *self, GArray *rows, GArray **muted)
{
  GArray *open = htap_finding_rows_new ();

  *muted = htap_finding_rows_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      const HtapFindingRow *row = &g_array_index (rows, HtapFindingRow, i);

      htap_finding_rows_add (htap_finding_mutes_have (self->mutes, row->finding) ? *muted : open,
                             row->finding, row->place);
    }

  return open;
}

/* Brings the lists to all that was found. Returns: whether they are others now */
static gboolean
show_all (HtapFindings *self)
{
  g_autoptr (GArray) muted = NULL;
  g_autoptr (GArray) open = part (self, htap_finding_memory_get_rows (self->memory), &muted);
  gboolean changed;

  memset (self->counts, 0, sizeof self->counts);
  count (self, open, 1);
  changed = htap_finding_order_replace (self->open, open);

  return htap_finding_order_replace (self->muted, muted) || changed;
}

static void
remove_rows (HtapFindings *self, GArray *rows)
{
  g_autoptr (GArray) muted = NULL;
  g_autoptr (GArray) open = NULL;

  g_array_sort (rows, htap_finding_row_compare);
  open = part (self, rows, &muted);
  count (self, open, -1);
  htap_finding_order_remove (self->open, open);
  htap_finding_order_remove (self->muted, muted);
}

static void
add_rows (HtapFindings *self, GArray *rows)
{
  g_autoptr (GArray) muted = NULL;
  g_autoptr (GArray) open = NULL;

  g_array_sort (rows, htap_finding_row_compare);
  open = part (self, rows, &muted);
  count (self, open, 1);
  htap_finding_order_add (self->open, open);
  htap_finding_order_add (self->muted, muted);
}

static void
note_trouble (HtapFindings *self, HtapInstance *instance)
{
  if (htap_instance_get_listed (instance) &&
      htap_instance_get_severity (instance) >= HTAP_SEVERITY_WARNING)
    g_hash_table_add (self->in_trouble, instance);
  else
    g_hash_table_remove (self->in_trouble, instance);
}

/* An instance carries what is open of it, for its row. */
static void
tell_instance (HtapFindings *self, HtapInstance *instance)
{
  g_autoptr (GPtrArray) found = htap_finding_memory_dup_of (self->memory, instance);

  for (guint i = found != NULL ? found->len : 0; i-- > 0;)
    if (htap_finding_mutes_have (self->mutes, found->pdata[i]))
      g_ptr_array_remove_index (found, i);

  htap_instance_set_findings (instance, found);
  note_trouble (self, instance);
}

static void
tell_changed (HtapFindings *self)
{
  GPtrArray *changed = htap_finding_memory_get_changed (self->memory);

  for (guint i = 0; i < changed->len; i++)
    tell_instance (self, changed->pdata[i]);
}

static void
tell_all (HtapFindings *self)
{
  guint n_instances = g_list_model_get_n_items (self->instances);

  for (guint i = 0; i < n_instances; i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (self->instances, i);

      tell_instance (self, instance);
    }
}

/* What came to the end, the next look finds there. */
static void
on_instances_items_changed (HtapFindings *self, guint position, guint removed, guint added)
{
  guint n_known = htap_finding_memory_get_size (self->memory);

  if (!self->knows_lists || position >= n_known)
    return;

  if (added > 0)
    self->knows_lists = FALSE;
  else
    htap_finding_memory_note_gone (self->memory, position, MIN (removed, n_known - position));
}

static void
on_sources_items_changed (HtapFindings *self)
{
  self->knows_lists = FALSE;
}

static void
htap_findings_finalize (GObject *object)
{
  HtapFindings *self = HTAP_FINDINGS (object);

  g_clear_object (&self->instances);
  g_clear_object (&self->sources);
  g_clear_object (&self->open);
  g_clear_object (&self->muted);
  g_hash_table_unref (self->in_trouble);
  htap_finding_memory_free (self->memory);
  htap_finding_mutes_free (self->mutes);
  htap_finding_details_free (self->details);

  G_OBJECT_CLASS (htap_findings_parent_class)->finalize (object);
}

static void
htap_findings_class_init (HtapFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_findings_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HTAP_TYPE_FINDINGS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_findings_init (HtapFindings *self)
{
  self->memory = htap_finding_memory_new ();
  self->open = htap_finding_order_new ();
  self->muted = htap_finding_order_new ();
  self->in_trouble = g_hash_table_new (NULL, NULL);
  self->mutes = htap_finding_mutes_new ();
  self->details = htap_finding_details_new ();
}

/**
 * htap_findings_new:
 * @instances: a list of #HtapInstance
 * @sources: a list of #HtapSource
 *
 * Returns: (transfer full): nothing is found before htap_findings_look()
 */
HtapFindings *
htap_findings_new (GListModel *instances, GListModel *sources)
{
  HtapFindings *self = g_object_new (HTAP_TYPE_FINDINGS, NULL);

  self->instances = g_object_ref (instances);
  self->sources = g_object_ref (sources);
  g_signal_connect_object (instances, "items-changed", G_CALLBACK (on_instances_items_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sources, "items-changed", G_CALLBACK (on_sources_items_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * htap_findings_get_open:
 *
 * Returns: (transfer none): a list of #HtapFinding that are not muted, the worst first
 */
GListModel *
htap_findings_get_open (HtapFindings *self)
{
  g_return_val_if_fail (HTAP_IS_FINDINGS (self), NULL);

  return G_LIST_MODEL (self->open);
}

/**
 * htap_findings_get_muted:
 *
 * Returns: (transfer none): a list of #HtapFinding that are, the worst first
 */
GListModel *
htap_findings_get_muted (HtapFindings *self)
{
  g_return_val_if_fail (HTAP_IS_FINDINGS (self), NULL);

  return G_LIST_MODEL (self->muted);
}

/**
 * htap_findings_get_count:
 *
 * Returns: how many of @severity are open
 */
guint
htap_findings_get_count (HtapFindings *self, HtapSeverity severity)
{
  g_return_val_if_fail (HTAP_IS_FINDINGS (self), 0);
  g_return_val_if_fail (severity < HTAP_N_SEVERITIES, 0);

  return self->counts[severity];
}

/**
 * htap_findings_get_n_in_trouble:
 *
 * Returns: of how many instances that are listed a warning or an error is open
 */
guint
htap_findings_get_n_in_trouble (HtapFindings *self)
{
  g_return_val_if_fail (HTAP_IS_FINDINGS (self), 0);

  return g_hash_table_size (self->in_trouble);
}

/**
 * htap_findings_dup_muted_keys:
 *
 * Returns: (transfer full): htap_finding_get_key() of what is muted, found at present or not, in an
 *   order of their own
 */
char **
htap_findings_dup_muted_keys (HtapFindings *self)
{
  g_return_val_if_fail (HTAP_IS_FINDINGS (self), NULL);

  return htap_finding_mutes_dup_keys (self->mutes);
}

/**
 * htap_findings_set_muted_keys:
 * @keys: htap_finding_get_key() of what is to be muted, and nothing else
 *
 * Returns: whether that is something else than before
 */
gboolean
htap_findings_set_muted_keys (HtapFindings *self, const char *const *keys)
{
  g_return_val_if_fail (HTAP_IS_FINDINGS (self), FALSE);

  if (!htap_finding_mutes_set_keys (self->mutes, keys))
    return FALSE;

  tell_all (self);
  if (show_all (self))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return TRUE;
}

/**
 * htap_findings_note_detail:
 * @detail: of @instance; something of it may have arrived
 * @now: seconds since 1970 UTC
 *
 * The next look asks the rules about it too, until it is too old.
 *
 * Returns: whether there is something to look at
 */
gboolean
htap_findings_note_detail (HtapFindings *self,
                           HtapInstance *instance,
                           HtapInstanceDetail *detail,
                           gint64 now)
{
  g_return_val_if_fail (HTAP_IS_FINDINGS (self), FALSE);

  return htap_finding_details_note (self->details, instance, detail, now);
}

static gboolean
tell (HtapFindings *self, gboolean differs)
{
  if (differs)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return differs;
}

/**
 * htap_findings_look:
 * @now: seconds since 1970 UTC
 *
 * Looks at everything, and asks the rules about what is another than at the last look. Of the lists
 * and the instances, only what differs changes.
 *
 * Returns: whether anything does
 */
gboolean
htap_findings_look (HtapFindings *self, gint64 now)
{
  g_return_val_if_fail (HTAP_IS_FINDINGS (self), FALSE);

  self->looked = now;
  htap_finding_details_prune (self->details, now);
  htap_finding_memory_look (self->memory, self->instances, self->sources,
                            htap_finding_details_get_table (self->details), now);
  self->knows_lists = TRUE;
  tell_changed (self);

  /* Even what is the same may have another place now. */
  return tell (self, show_all (self));
}

/* Whether what the last look found is a base for the next. */
static gboolean
can_follow (HtapFindings *self, HtapTouched *touched, gint64 now)
{
  guint n_known = htap_finding_memory_get_size (self->memory);
  guint n_wanted = g_hash_table_size (htap_touched_get_instances (touched)) +
                   g_list_model_get_n_items (self->instances) - n_known;

  return self->knows_lists && now >= self->looked &&
         (n_wanted < MANY_TOUCHED || n_wanted < n_known / GOOD_PART);
}

/**
 * htap_findings_look_at:
 * @touched: of what something else is known than at the last look
 * @now: seconds since 1970 UTC
 *
 * Finds what htap_findings_look() would, without a walk over all there is, where that is possible.
 *
 * Returns: likewise
 */
gboolean
htap_findings_look_at (HtapFindings *self, HtapTouched *touched, gint64 now)
{
  HtapFindingNews *news;

  g_return_val_if_fail (HTAP_IS_FINDINGS (self), FALSE);

  if (!can_follow (self, touched, now))
    return htap_findings_look (self, now);

  self->looked = now;
  htap_finding_details_prune (self->details, now);
  if (!htap_finding_memory_look_at (self->memory, touched, self->instances,
                                    htap_finding_details_get_table (self->details), now))
    {
      tell_changed (self);
      return FALSE;
    }

  tell_changed (self);
  news = htap_finding_memory_get_news (self->memory);
  remove_rows (self, news->removed);
  add_rows (self, news->added);

  return tell (self, TRUE);
}

/**
 * htap_findings_is_due:
 *
 * Returns: whether a look at @now may find something that the last one could not, though no answer
 *   came: a threshold was crossed, or the clock was set back
 */
gboolean
htap_findings_is_due (HtapFindings *self, gint64 now)
{
  g_return_val_if_fail (HTAP_IS_FINDINGS (self), FALSE);

  return now >= htap_finding_memory_get_due (self->memory) || now < self->looked;
}
