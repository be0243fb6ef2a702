/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-lockout.h"

struct _HtapDemoLockout
{
  GHashTable *failures; /* name -> Failures */
  guint limit;
  gint64 duration; /* microseconds */
};

typedef struct
{
  guint count;         /* in a row */
  gint64 locked_until; /* 0: not locked */
} Failures;

/**
 * htap_demo_lockout_new:
 * @limit: how many failures in a row are forgiven
 * @seconds: how long the next one locks
 *
 * Returns: (transfer full): a lockout that has locked nothing
 */
HtapDemoLockout *
htap_demo_lockout_new (guint limit, guint seconds)
{
  HtapDemoLockout *self = g_new0 (HtapDemoLockout, 1);

  self->failures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->limit = limit;
  self->duration = (gint64) seconds * G_USEC_PER_SEC;

  return self;
}

void
htap_demo_lockout_free (HtapDemoLockout *self)
{
  g_hash_table_unref (self->failures);
  g_free (self);
}

/**
 * htap_demo_lockout_is_locked:
 *
 * Returns: whether @name is locked; a lock whose time is over starts the count anew
 */
gboolean
htap_demo_lockout_is_locked (HtapDemoLockout *self, const char *name, gint64 now)
{
  Failures *failures = g_hash_table_lookup (self->failures, name);

  if (failures == NULL || failures->locked_until == 0)
    return FALSE;
  if (now < failures->locked_until)
    return TRUE;

  htap_demo_lockout_succeed (self, name);

  return FALSE;
}

/**
 * htap_demo_lockout_fail:
 * @name: one that is not locked
 *
 * Returns: whether this failure has locked it
 */
gboolean
htap_demo_lockout_fail (HtapDemoLockout *self, const char *name, gint64 now)
{
  Failures *failures = g_hash_table_lookup (self->failures, name);

  if (failures == NULL)
    {
      failures = g_new0 (Failures, 1);
      g_hash_table_insert (self->failures, g_strdup (name), failures);
    }

  if (++failures->count > self->limit)
    failures->locked_until = now + self->duration;

  return failures->locked_until != 0;
}

void
htap_demo_lockout_succeed (HtapDemoLockout *self, const char *name)
{
  g_hash_table_remove (self->failures, name);
}
