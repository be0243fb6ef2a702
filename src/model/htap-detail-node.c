/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-node.h"

struct _HtapDetailNode
{
  gatomicrefcount ref_count;
  char *texts[HTAP_DETAIL_NODE_N_TEXTS];
  gboolean needs_restart;
};

G_DEFINE_BOXED_TYPE (HtapDetailNode,
                     htap_detail_node,
                     htap_detail_node_ref,
                     htap_detail_node_unref)

static gboolean
is_being_filled (HtapDetailNode *self)
{
  return self != NULL && g_atomic_ref_count_compare (&self->ref_count, 1);
}

/**
 * htap_detail_node_new:
 *
 * Returns: (transfer full): a node without any member
 */
HtapDetailNode *
htap_detail_node_new (void)
{
  HtapDetailNode *self = g_new0 (HtapDetailNode, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

HtapDetailNode *
htap_detail_node_ref (HtapDetailNode *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
htap_detail_node_unref (HtapDetailNode *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < HTAP_DETAIL_NODE_N_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * htap_detail_node_set_text:
 * @value: (nullable): copied; empty counts as absent, for the API writes both
 */
void
htap_detail_node_set_text (HtapDetailNode *self, HtapDetailNodeText member, const char *value)
{
  g_return_if_fail (is_being_filled (self));
  g_return_if_fail (member < HTAP_DETAIL_NODE_N_TEXTS);

  g_free (self->texts[member]);
  self->texts[member] = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

void
htap_detail_node_set_needs_restart (HtapDetailNode *self, gboolean needs_restart)
{
  g_return_if_fail (is_being_filled (self));

  self->needs_restart = needs_restart;
}

/**
 * htap_detail_node_get_text:
 *
 * Returns: (transfer none) (nullable): never empty; untrusted text of the server
 */
const char *
htap_detail_node_get_text (const HtapDetailNode *self, HtapDetailNodeText member)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member < HTAP_DETAIL_NODE_N_TEXTS, NULL);

  return self->texts[member];
}

/**
 * htap_detail_node_needs_restart:
 *
 * Returns: whether changed parameters wait for its restart; %FALSE if the answer did not say
 */
gboolean
htap_detail_node_needs_restart (const HtapDetailNode *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->needs_restart;
}
