/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings.h"

#include "htap-findings-private.h"
#include "htap-list-update.h"

#include <string.h>

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapFindings, htap_findings, G_TYPE_OBJECT)

/* Parts all that was found into what is open and what is muted. */
static gboolean
part (HtapFindings *self)
{
  GPtrArray *all = htap_finding_memory_get_all (self->memory);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GPtrArray) muted = g_ptr_array_new ();
  gboolean changed;

  memset (self->counts, 0, sizeof self->counts);
  for (guint i = 0; i < all->len; i++)
    if (htap_finding_mutes_have (self->mutes, all->pdata[i]))
      g_ptr_array_add (muted, all->pdata[i]);
    else
      {
        g_ptr_array_add (open, all->pdata[i]);
        self->counts[htap_finding_get_severity (all->pdata[i])]++;
      }

  changed = htap_list_update (self->open, open);

  return htap_list_update (self->muted, muted) || changed;
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

static void
htap_findings_finalize (GObject *object)
{
  HtapFindings *self = HTAP_FINDINGS (object);

  g_clear_object (&self->instances);
  g_clear_object (&self->sources);
  g_clear_object (&self->open);
  g_clear_object (&self->muted);
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
  self->open = g_list_store_new (HTAP_TYPE_FINDING);
  self->muted = g_list_store_new (HTAP_TYPE_FINDING);
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
  if (part (self))
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

/**
 * htap_findings_look:
 * @now: seconds since 1970 UTC
 *
 * Asks the rules about what is another than at the last look. Of the lists and the instances, only
 * what differs changes.
 *
 * Returns: whether anything does
 */
gboolean
htap_findings_look (HtapFindings *self, gint64 now)
{
  gboolean differs;

  g_return_val_if_fail (HTAP_IS_FINDINGS (self), FALSE);

  self->looked = now;
  htap_finding_details_prune (self->details, now);
  differs = htap_finding_memory_look (self->memory, self->instances, self->sources,
                                      htap_finding_details_get_table (self->details), now);
  tell_changed (self);
  if (!differs || !part (self))
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return TRUE;
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
