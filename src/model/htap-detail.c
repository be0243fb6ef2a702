/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail.h"

typedef struct
{
  char *name;
  char *type;
  GPtrArray *nodes;
} Group;

struct _HtapDetail
{
  gatomicrefcount ref_count;
  char *texts[HTAP_DETAIL_N_TEXTS];
  gboolean is_known[HTAP_DETAIL_N_FLAGS];
  gboolean flags[HTAP_DETAIL_N_FLAGS];
  GArray *groups;
};

G_DEFINE_BOXED_TYPE (HtapDetail, htap_detail, htap_detail_ref, htap_detail_unref)

static void
group_clear (gpointer data)
{
  Group *group = data;

  g_free (group->name);
  g_free (group->type);
  g_ptr_array_unref (group->nodes);
}

static gboolean
is_being_filled (HtapDetail *self)
{
  return self != NULL && g_atomic_ref_count_compare (&self->ref_count, 1);
}

static const Group *
get_group (const HtapDetail *self, guint group)
{
  g_return_val_if_fail (self != NULL && group < self->groups->len, NULL);

  return &g_array_index (self->groups, Group, group);
}

/* The API writes empty texts where it has none. */
static char *
dup_text (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * htap_detail_new:
 *
 * Returns: (transfer full): a detail without any member
 */
HtapDetail *
htap_detail_new (void)
{
  HtapDetail *self = g_new0 (HtapDetail, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_array_set_clear_func (self->groups, group_clear);

  return self;
}

HtapDetail *
htap_detail_ref (HtapDetail *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
htap_detail_unref (HtapDetail *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < HTAP_DETAIL_N_TEXTS; i++)
    g_free (self->texts[i]);
  g_array_unref (self->groups);
  g_free (self);
}

/**
 * htap_detail_set_text:
 * @value: (nullable): copied; empty counts as absent
 */
void
htap_detail_set_text (HtapDetail *self, HtapDetailText member, const char *value)
{
  g_return_if_fail (is_being_filled (self));
  g_return_if_fail (member < HTAP_DETAIL_N_TEXTS);

  g_free (self->texts[member]);
  self->texts[member] = dup_text (value);
}

void
htap_detail_set_flag (HtapDetail *self, HtapDetailFlag member, gboolean value)
{
  g_return_if_fail (is_being_filled (self));
  g_return_if_fail (member < HTAP_DETAIL_N_FLAGS);

  self->is_known[member] = TRUE;
  self->flags[member] = value;
}

/**
 * htap_detail_add_group:
 * @name: (nullable): copied; empty counts as absent
 * @type: (nullable): copied; empty counts as absent
 *
 * Returns: the number of the new group, which has no nodes yet
 */
guint
htap_detail_add_group (HtapDetail *self, const char *name, const char *type)
{
  const Group group = {
    dup_text (name),
    dup_text (type),
    g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_node_unref),
  };

  g_array_append_val (self->groups, group);

  return self->groups->len - 1;
}

/**
 * htap_detail_add_node:
 * @node: (transfer full): comes last in @group
 */
void
htap_detail_add_node (HtapDetail *self, guint group, HtapDetailNode *node)
{
  g_return_if_fail (is_being_filled (self));

  g_ptr_array_add (get_group (self, group)->nodes, node);
}

/**
 * htap_detail_get_text:
 *
 * Returns: (transfer none) (nullable): never empty; untrusted text of the server
 */
const char *
htap_detail_get_text (const HtapDetail *self, HtapDetailText member)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member < HTAP_DETAIL_N_TEXTS, NULL);

  return self->texts[member];
}

/**
 * htap_detail_get_flag:
 * @value: (out) (optional): whether it is set; %FALSE if the answer did not say
 *
 * Returns: whether the answer said so
 */
gboolean
htap_detail_get_flag (const HtapDetail *self, HtapDetailFlag member, gboolean *value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (member < HTAP_DETAIL_N_FLAGS, FALSE);

  if (value != NULL)
    *value = self->flags[member];

  return self->is_known[member];
}

guint
htap_detail_get_n_groups (const HtapDetail *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->groups->len;
}

/**
 * htap_detail_get_group_name:
 *
 * Returns: (transfer none) (nullable): `fe`, `be`, `shard01`; untrusted text of the server
 */
const char *
htap_detail_get_group_name (const HtapDetail *self, guint group)
{
  return get_group (self, group)->name;
}

/**
 * htap_detail_get_group_type:
 *
 * Returns: (transfer none) (nullable): `fe` or `be`; ClickHouse has none
 */
const char *
htap_detail_get_group_type (const HtapDetail *self, guint group)
{
  return get_group (self, group)->type;
}

/**
 * htap_detail_get_group_nodes:
 *
 * Returns: (transfer none) (element-type HtapDetailNode): in the order of the answer; not to be
 *   changed
 */
GPtrArray *
htap_detail_get_group_nodes (const HtapDetail *self, guint group)
{
  return get_group (self, group)->nodes;
}
