/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings.h"

#include "htap-finding-check.h"
#include "htap-list-update.h"

#include <string.h>

struct _HtapFindings
{
  GObject parent_instance;
  GListModel *instances;
  GListModel *sources;
  GPtrArray *all; /* HtapFinding, muted or not */
  GListStore *open;
  GListStore *muted;
  GHashTable *muted_keys; /* set of htap_finding_dup_key() */
  GHashTable *severities; /* HtapInstance → HtapSeverity, the worst that is open */
  guint counts[HTAP_N_SEVERITIES];
  gint64 looked; /* when, and when time alone brings something */
  gint64 due;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapFindings, htap_findings, G_TYPE_OBJECT)

static gboolean
is_muted (HtapFindings *self, HtapFinding *finding)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->muted_keys) == 0)
    return FALSE;

  key = htap_finding_dup_key (finding);

  return g_hash_table_contains (self->muted_keys, key);
}

static void
count (HtapFindings *self, HtapFinding *finding)
{
  HtapInstance *instance = htap_finding_get_instance (finding);
  HtapSeverity severity = htap_finding_get_severity (finding);

  self->counts[severity]++;
  if (instance == NULL || htap_findings_get_severity (self, instance) >= severity)
    return;

  g_hash_table_insert (self->severities, g_object_ref (instance), GINT_TO_POINTER (severity));
}

/* Parts all that was found into what is open and what is muted. */
static gboolean
part (HtapFindings *self)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GPtrArray) muted = g_ptr_array_new ();
  gboolean changed;

  memset (self->counts, 0, sizeof self->counts);
  g_hash_table_remove_all (self->severities);
  for (guint i = 0; i < self->all->len; i++)
    if (is_muted (self, self->all->pdata[i]))
      g_ptr_array_add (muted, self->all->pdata[i]);
    else
      {
        g_ptr_array_add (open, self->all->pdata[i]);
        count (self, self->all->pdata[i]);
      }

  changed = htap_list_update (self->open, open);
  changed = htap_list_update (self->muted, muted) || changed;
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return changed;
}

/* What says the same as before is the same object, so that views see no difference. */
static void
keep_known (GPtrArray *found, GPtrArray *before)
{
  g_autoptr (GHashTable) known = g_hash_table_new (htap_finding_hash, htap_finding_is_same);

  for (guint i = 0; i < before->len; i++)
    g_hash_table_add (known, before->pdata[i]);

  for (guint i = 0; i < found->len; i++)
    {
      HtapFinding *present = g_hash_table_lookup (known, found->pdata[i]);

      if (present == NULL || !htap_finding_says_same (present, found->pdata[i]))
        continue;

      g_object_unref (found->pdata[i]);
      found->pdata[i] = g_object_ref (present);
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
  g_ptr_array_unref (self->all);
  g_hash_table_unref (self->muted_keys);
  g_hash_table_unref (self->severities);

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
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->open = g_list_store_new (HTAP_TYPE_FINDING);
  self->muted = g_list_store_new (HTAP_TYPE_FINDING);
  self->muted_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->severities = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->due = HTAP_FINDING_NEVER_DUE;
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
 * htap_findings_dup_of:
 *
 * Returns: (transfer full) (element-type HtapFinding): those that are open of @instance and of its
 *   TaurusDB instance, the worst first
 */
GPtrArray *
htap_findings_dup_of (HtapFindings *self, HtapInstance *instance)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (HTAP_IS_FINDINGS (self), found);

  for (guint i = 0; i < self->all->len; i++)
    if (htap_finding_concerns (self->all->pdata[i], instance) &&
        !is_muted (self, self->all->pdata[i]))
      g_ptr_array_add (found, g_object_ref (self->all->pdata[i]));

  return found;
}

/**
 * htap_findings_dup_by_key:
 * @key: htap_finding_dup_key()
 *
 * Returns: (transfer full) (nullable): what is found by that name, muted or not
 */
HtapFinding *
htap_findings_dup_by_key (HtapFindings *self, const char *key)
{
  g_return_val_if_fail (HTAP_IS_FINDINGS (self), NULL);

  for (guint i = 0; i < self->all->len; i++)
    {
      g_autofree char *its_key = htap_finding_dup_key (self->all->pdata[i]);

      if (g_str_equal (its_key, key))
        return g_object_ref (self->all->pdata[i]);
    }

  return NULL;
}

/**
 * htap_findings_get_severity:
 *
 * Returns: the worst that is open of @instance itself
 */
HtapSeverity
htap_findings_get_severity (HtapFindings *self, HtapInstance *instance)
{
  g_return_val_if_fail (HTAP_IS_FINDINGS (self), HTAP_SEVERITY_NONE);

  return (HtapSeverity) GPOINTER_TO_INT (g_hash_table_lookup (self->severities, instance));
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * htap_findings_dup_muted_keys:
 *
 * Returns: (transfer full): htap_finding_dup_key() of what is muted, found at present or not, in an
 *   order of their own
 */
char **
htap_findings_dup_muted_keys (HtapFindings *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (HTAP_IS_FINDINGS (self), NULL);

  g_hash_table_iter_init (&iter, self->muted_keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, g_strdup (key));
  g_ptr_array_sort (keys, compare_keys);
  g_ptr_array_add (keys, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

/**
 * htap_findings_set_muted_keys:
 * @keys: htap_finding_dup_key() of what is to be muted, and nothing else
 *
 * Returns: whether that is something else than before
 */
gboolean
htap_findings_set_muted_keys (HtapFindings *self, const char *const *keys)
{
  gboolean same = TRUE;
  guint n_before;

  g_return_val_if_fail (HTAP_IS_FINDINGS (self), FALSE);

  n_before = g_hash_table_size (self->muted_keys);
  for (guint i = 0; keys[i] != NULL; i++)
    same = same && g_hash_table_contains (self->muted_keys, keys[i]);
  if (same && n_before == g_strv_length ((char **) keys))
    return FALSE;

  g_hash_table_remove_all (self->muted_keys);
  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_add (self->muted_keys, g_strdup (keys[i]));
  part (self);

  return TRUE;
}

/**
 * htap_findings_look:
 * @now: seconds since 1970 UTC
 *
 * Asks every rule. Of the lists, only what differs changes.
 *
 * Returns: whether anything does
 */
gboolean
htap_findings_look (HtapFindings *self, gint64 now)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_val_if_fail (HTAP_IS_FINDINGS (self), FALSE);

  before = g_steal_pointer (&self->all);
  self->looked = now;
  self->all = htap_finding_check (self->instances, self->sources, now, &self->due);
  keep_known (self->all, before);

  return part (self);
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

  return now >= self->due || now < self->looked;
}
