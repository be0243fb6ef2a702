/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-replication.h"

struct _HtapReplication
{
  gatomicrefcount ref_count;
  char *texts[HTAP_REPLICATION_N_TEXTS];
  gboolean flags[HTAP_REPLICATION_N_FLAGS];
};

G_DEFINE_BOXED_TYPE (HtapReplication,
                     htap_replication,
                     htap_replication_ref,
                     htap_replication_unref)

static gboolean
is_being_filled (HtapReplication *self)
{
  return self != NULL && g_atomic_ref_count_compare (&self->ref_count, 1);
}

/* Answers differ in how they write the same word. */
static gboolean
says_one_of (const HtapReplication *self, HtapReplicationText member, const char *const *words)
{
  const char *text = htap_replication_get_text (self, member);

  for (guint i = 0; text != NULL && words[i] != NULL; i++)
    if (g_ascii_strcasecmp (text, words[i]) == 0)
      return TRUE;

  return FALSE;
}

/**
 * htap_replication_new:
 *
 * Returns: (transfer full): a task without any member
 */
HtapReplication *
htap_replication_new (void)
{
  HtapReplication *self = g_new0 (HtapReplication, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

HtapReplication *
htap_replication_ref (HtapReplication *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
htap_replication_unref (HtapReplication *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < HTAP_REPLICATION_N_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * htap_replication_set_text:
 * @value: (nullable): copied; empty counts as absent, for the API writes both
 */
void
htap_replication_set_text (HtapReplication *self, HtapReplicationText member, const char *value)
{
  g_return_if_fail (is_being_filled (self));
  g_return_if_fail (member < HTAP_REPLICATION_N_TEXTS);

  g_free (self->texts[member]);
  self->texts[member] = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

void
htap_replication_set_flag (HtapReplication *self, HtapReplicationFlag member, gboolean value)
{
  g_return_if_fail (is_being_filled (self));
  g_return_if_fail (member < HTAP_REPLICATION_N_FLAGS);

  self->flags[member] = value;
}

/**
 * htap_replication_get_text:
 *
 * Returns: (transfer none) (nullable): never empty; untrusted text of the server
 */
const char *
htap_replication_get_text (const HtapReplication *self, HtapReplicationText member)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member < HTAP_REPLICATION_N_TEXTS, NULL);

  return self->texts[member];
}

/**
 * htap_replication_get_flag:
 *
 * Returns: whether it is set; %FALSE if the answer did not have it
 */
gboolean
htap_replication_get_flag (const HtapReplication *self, HtapReplicationFlag member)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (member < HTAP_REPLICATION_N_FLAGS, FALSE);

  return self->flags[member];
}

/**
 * htap_replication_is_running:
 *
 * Returns: whether the answer says so: in the word of either engine
 */
gboolean
htap_replication_is_running (const HtapReplication *self)
{
  static const char *const words[] = { "yes", "normal", NULL };

  return says_one_of (self, HTAP_REPLICATION_TEXT_STATUS, words);
}

/**
 * htap_replication_is_stopped:
 *
 * Returns: whether somebody should look at it: it does not run, its stage is one in which nothing
 *   is copied any more, or it needs repair. A word that nobody knows is no reason.
 */
gboolean
htap_replication_is_stopped (const HtapReplication *self)
{
  static const char *const statuses[] = { "no", "abnormal", NULL };
  static const char *const stages[] = { "paused", "cancelled", "failed", NULL };

  return htap_replication_get_flag (self, HTAP_REPLICATION_FLAG_NEEDS_REPAIR) ||
         says_one_of (self, HTAP_REPLICATION_TEXT_STATUS, statuses) ||
         says_one_of (self, HTAP_REPLICATION_TEXT_STAGE, stages);
}
