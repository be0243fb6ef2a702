/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings.h"

#include "htap-finding-memory.h"
#include "htap-list-update.h"

#include <string.h>

struct _HtapFindings
{
  GObject parent_instance;
  GListModel *instances;
  GListModel *sources;
  HtapFindingMemory *memory; /* muted or not */
  GListStore *open;
  GListStore *muted;
  GHashTable *muted_keys; /* set of htap_finding_get_key() */
  guint counts[HTAP_N_SEVERITIES];
  gint64 looked; /* when, seconds since 1970 UTC */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapFindings, htap_findings, G_TYPE_OBJECT)

static gboolean
concerns (HtapFinding *finding, HtapInstance *instance)
{
  const char *id = htap_finding_get_instance_id (finding);

  if (id != NULL)
    return g_str_equal (id, htap_instance_get_id (instance));

  return htap_finding_is_of_database (finding, htap_instance_get_source (instance));
}

static gboolean
is_muted (HtapFindings *self, HtapFinding *finding)
{
  return g_hash_table_size (self->muted_keys) > 0 &&
         g_hash_table_contains (self->muted_keys, htap_finding_get_key (finding));
}

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
    if (is_muted (self, all->pdata[i]))
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
    if (is_muted (self, found->pdata[i]))
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
  g_hash_table_unref (self->muted_keys);

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
  self->muted_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  GPtrArray *all;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (HTAP_IS_FINDINGS (self), found);

  all = htap_finding_memory_get_all (self->memory);
  for (guint i = 0; i < all->len; i++)
    if (concerns (all->pdata[i], instance) && !is_muted (self, all->pdata[i]))
      g_ptr_array_add (found, g_object_ref (all->pdata[i]));

  return found;
}

static HtapFinding *
find_by_key (GListStore *findings, const char *key)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++)
    {
      g_autoptr (HtapFinding) finding = g_list_model_get_item (G_LIST_MODEL (findings), i);

      if (g_str_equal (htap_finding_get_key (finding), key))
        return g_steal_pointer (&finding);
    }

  return NULL;
}

/**
 * htap_findings_dup_by_key:
 * @key: htap_finding_get_key()
 *
 * Returns: (transfer full) (nullable): what is found by that name, muted or not
 */
HtapFinding *
htap_findings_dup_by_key (HtapFindings *self, const char *key)
{
  HtapFinding *finding;

  g_return_val_if_fail (HTAP_IS_FINDINGS (self), NULL);

  finding = find_by_key (self->open, key);

  return finding != NULL ? finding : find_by_key (self->muted, key);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
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
 * @keys: htap_finding_get_key() of what is to be muted, and nothing else
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
  tell_all (self);
  if (part (self))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return TRUE;
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
  differs = htap_finding_memory_look (self->memory, self->instances, self->sources, now);
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
