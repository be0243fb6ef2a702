/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-changes.h"

#include "htap-change-index.h"
#include "htap-changes-private.h"

struct _HtapChanges
{
  GObject parent_instance;
  GPtrArray *all;     /* HtapChange, the oldest first */
  HtapChangeIndex *index;
  HtapChangeDraft *draft; /* of what is not published yet */
  gsize size; /* of all, by htap_change_get_size() */
  guint n_unseen;
  HtapChangesPublished published;
  gpointer user_data;
};

enum
{
  PROP_N_UNSEEN = 1,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void htap_changes_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HtapChanges,
                               htap_changes,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, htap_changes_model_init))

static GType
htap_changes_get_item_type (GListModel *model)
{
  return HTAP_TYPE_CHANGE;
}

static guint
htap_changes_get_n_items (GListModel *model)
{
  return HTAP_CHANGES (model)->all->len;
}

static gpointer
htap_changes_get_item (GListModel *model, guint position)
{
  GPtrArray *all = HTAP_CHANGES (model)->all;

  return position < all->len ? g_object_ref (all->pdata[all->len - 1 - position]) : NULL;
}

static void
htap_changes_model_init (GListModelInterface *iface)
{
  iface->get_item_type = htap_changes_get_item_type;
  iface->get_n_items = htap_changes_get_n_items;
  iface->get_item = htap_changes_get_item;
}

static void
htap_changes_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_UNSEEN:
      g_value_set_uint (value, HTAP_CHANGES (object)->n_unseen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_changes_finalize (GObject *object)
{
  HtapChanges *self = HTAP_CHANGES (object);

  g_ptr_array_unref (self->all);
  htap_change_draft_free (self->draft);
  htap_change_index_free (self->index);

  G_OBJECT_CLASS (htap_changes_parent_class)->finalize (object);
}

static void
htap_changes_class_init (HtapChangesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = htap_changes_get_property;
  object_class->finalize = htap_changes_finalize;

  properties[PROP_N_UNSEEN] =
      g_param_spec_uint ("n-unseen", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HTAP_TYPE_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_changes_init (HtapChanges *self)
{
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->index = htap_change_index_new ();
  self->draft = htap_change_draft_new (self->index);
}

HtapChanges *
htap_changes_new (void)
{
  return g_object_new (HTAP_TYPE_CHANGES, NULL);
}

/* @published: (nullable): is told of what each merge brings */
void
htap_changes_set_listener (HtapChanges *self, HtapChangesPublished published, gpointer user_data)
{
  self->published = published;
  self->user_data = user_data;
}

/* Returns: (transfer none): what a merge that goes on is noted in */
HtapChangeDraft *
htap_changes_get_draft (HtapChanges *self)
{
  return self->draft;
}

/**
 * htap_changes_get_n_unseen:
 *
 * Returns: how many nobody has marked as seen, of all instances
 */
guint
htap_changes_get_n_unseen (HtapChanges *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGES (self), 0);

  return self->n_unseen;
}

/**
 * htap_changes_get_unseen_fields:
 *
 * Returns: the fields of @instance of which a change tells that nobody has seen
 */
HtapFieldSet
htap_changes_get_unseen_fields (HtapChanges *self, HtapInstance *instance)
{
  g_return_val_if_fail (HTAP_IS_CHANGES (self), 0);

  return self->n_unseen > 0 ? htap_change_index_get_unseen_fields (self->index, instance) : 0;
}

/**
 * htap_changes_has_unseen:
 *
 * Returns: whether @instance came, went or changed and nobody has marked it as seen
 */
gboolean
htap_changes_has_unseen (HtapChanges *self, HtapInstance *instance)
{
  g_return_val_if_fail (HTAP_IS_CHANGES (self), FALSE);

  return self->n_unseen > 0 && htap_change_index_get_n_unseen (self->index, instance) > 0;
}

/**
 * htap_changes_find_unseen:
 * @fields: those that a cell is made of, htap_field_get_shown_set()
 *
 * Returns: (transfer none) (nullable): the newest change of @instance that tells of one of @fields
 *   and that nobody has seen; its own field may be another, which stands for them
 */
HtapChange *
htap_changes_find_unseen (HtapChanges *self, HtapInstance *instance, HtapFieldSet fields)
{
  GPtrArray *changes;

  g_return_val_if_fail (HTAP_IS_CHANGES (self), NULL);

  if ((htap_changes_get_unseen_fields (self, instance) & fields) == 0)
    return NULL;

  changes = htap_change_index_get_of (self->index, instance);
  for (guint i = changes->len; i-- > 0;)
    if (!htap_change_get_seen (changes->pdata[i]) &&
        (htap_change_get_facts (changes->pdata[i])->fields & fields) != 0)
      return changes->pdata[i];

  return NULL;
}

/**
 * htap_changes_find_unseen_kind:
 *
 * Returns: (transfer none) (nullable): the newest change of @instance of @kind that nobody has seen
 */
HtapChange *
htap_changes_find_unseen_kind (HtapChanges *self, HtapInstance *instance, HtapChangeKind kind)
{
  GPtrArray *changes;

  g_return_val_if_fail (HTAP_IS_CHANGES (self), NULL);

  if (!htap_changes_has_unseen (self, instance))
    return NULL;

  changes = htap_change_index_get_of (self->index, instance);
  for (guint i = changes->len; i-- > 0;)
    if (!htap_change_get_seen (changes->pdata[i]) &&
        htap_change_get_kind (changes->pdata[i]) == kind)
      return changes->pdata[i];

  return NULL;
}

/**
 * htap_changes_dup_of:
 *
 * Returns: (transfer full) (element-type HtapChange): every change of @instance that is kept, seen
 *   or not, the newest first
 */
GPtrArray *
htap_changes_dup_of (HtapChanges *self, HtapInstance *instance)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *changes;

  g_return_val_if_fail (HTAP_IS_CHANGES (self), copy);

  changes = htap_change_index_get_of (self->index, instance);
  for (guint i = changes != NULL ? changes->len : 0; i-- > 0;)
    g_ptr_array_add (copy, g_object_ref (changes->pdata[i]));

  return copy;
}

/* Returns: (transfer none) (nullable): one of @instance, to stand for all of them */
HtapChange *
htap_changes_find_any (HtapChanges *self, HtapInstance *instance)
{
  GPtrArray *changes = htap_change_index_get_of (self->index, instance);

  return changes != NULL ? changes->pdata[0] : NULL;
}

static void
drop (HtapChanges *self, guint n_dropped)
{
  for (guint i = 0; i < n_dropped; i++)
    {
      HtapChange *change = self->all->pdata[i];

      self->size -= htap_change_get_size (change);
      self->n_unseen -= !htap_change_get_seen (change);
      htap_change_index_remove (self->index, change);
    }
  g_ptr_array_remove_range (self->all, 0, n_dropped);
}

static void
take (HtapChanges *self, HtapChange *change)
{
  self->size += htap_change_get_size (change);
  self->n_unseen += !htap_change_get_seen (change);
  htap_change_index_add (self->index, change);
  g_ptr_array_add (self->all, g_object_ref (change));
}

/* The oldest go. Views are told of one removal. Returns: whether any went */
static gboolean
keep_bounds (HtapChanges *self)
{
  gsize size = self->size;
  guint n_dropped = 0;

  while (self->all->len - n_dropped > HTAP_CHANGES_LIMIT ||
         (size > HTAP_CHANGES_SIZE_LIMIT && n_dropped < self->all->len))
    size -= htap_change_get_size (self->all->pdata[n_dropped++]);

  if (n_dropped == 0)
    return FALSE;

  drop (self, n_dropped);
  g_list_model_items_changed (G_LIST_MODEL (self), self->all->len, n_dropped, 0);

  return TRUE;
}

static void
tell (HtapChanges *self, guint n_unseen_before)
{
  if (self->n_unseen != n_unseen_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNSEEN]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* A merge is over: what it brought is there from now on. Returns: whether others had to go */
gboolean
htap_changes_publish (HtapChanges *self)
{
  g_autoptr (GPtrArray) added = htap_change_draft_take (self->draft);
  guint n_unseen = self->n_unseen;
  gboolean dropped;

  if (added->len == 0)
    return FALSE;

  for (guint i = 0; i < added->len; i++)
    take (self, added->pdata[i]);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, added->len);
  dropped = keep_bounds (self);
  if (self->published != NULL)
    self->published (self, added, self->user_data);
  tell (self, n_unseen);

  return dropped;
}

/**
 * htap_changes_restore:
 * @earlier: (element-type HtapChange): what an earlier run of the program knew, the oldest first
 */
void
htap_changes_restore (HtapChanges *self, GPtrArray *earlier)
{
  g_autoptr (GPtrArray) later = NULL;
  guint n_unseen = self->n_unseen;

  if (earlier->len == 0)
    return;

  later = g_steal_pointer (&self->all);
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < later->len; i++)
    htap_change_index_remove (self->index, later->pdata[i]);
  self->size = 0;
  self->n_unseen = 0;
  for (guint i = 0; i < earlier->len; i++)
    take (self, earlier->pdata[i]);
  for (guint i = 0; i < later->len; i++)
    take (self, later->pdata[i]);

  g_list_model_items_changed (G_LIST_MODEL (self), later->len, 0, earlier->len);
  keep_bounds (self);
  tell (self, n_unseen);
}

/**
 * htap_changes_mark_seen:
 * @of: (nullable): one of the instance whose changes are seen now; %NULL: all
 *
 * Returns: whether there was anything that nobody had seen
 */
gboolean
htap_changes_mark_seen (HtapChanges *self, HtapChange *of)
{
  guint n_unseen = self->n_unseen;

  if (of != NULL)
    self->n_unseen -= htap_change_index_mark_seen (self->index, of);
  else
    for (guint i = 0; i < self->all->len && self->n_unseen > 0; i++)
      self->n_unseen -= htap_change_index_mark_seen (self->index, self->all->pdata[i]);

  if (self->n_unseen == n_unseen)
    return FALSE;

  tell (self, n_unseen);

  return TRUE;
}

/**
 * htap_changes_forget:
 * @profile: (nullable): uuid of the profile whose changes are to go; %NULL: all
 *
 * Returns: whether there were any
 */
gboolean
htap_changes_forget (HtapChanges *self, const char *profile)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->all);
  guint n_unseen = self->n_unseen;

  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->size = 0;
  self->n_unseen = 0;
  for (guint i = 0; i < before->len; i++)
    htap_change_index_remove (self->index, before->pdata[i]);
  for (guint i = 0; i < before->len; i++)
    if (profile != NULL &&
        g_strcmp0 (htap_change_get_facts (before->pdata[i])->profile, profile) != 0)
      take (self, before->pdata[i]);

  if (self->all->len == before->len)
    return FALSE;

  g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->all->len);
  tell (self, n_unseen);

  return TRUE;
}

/**
 * htap_changes_dup_kept:
 *
 * Returns: (transfer full) (element-type HtapChange): those that may be written to the disk, the
 *   oldest first
 */
GPtrArray *
htap_changes_dup_kept (HtapChanges *self)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->all->len; i++)
    if (!htap_change_get_facts (self->all->pdata[i])->transient)
      g_ptr_array_add (kept, g_object_ref (self->all->pdata[i]));

  return kept;
}
