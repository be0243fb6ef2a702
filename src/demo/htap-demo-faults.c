/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-faults.h"

struct _HtapDemoFaults {
  GPtrArray *script; /* of HtapDemoFault, oldest first */
};

HtapDemoFaults *
htap_demo_faults_new (void)
{
  HtapDemoFaults *self = g_new0 (HtapDemoFaults, 1);

  self->script = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_demo_fault_free);

  return self;
}

void
htap_demo_faults_free (HtapDemoFaults *self)
{
  g_ptr_array_unref (self->script);
  g_free (self);
}

/**
 * htap_demo_faults_add:
 * @fault: (transfer full): comes after those that are there
 */
void
htap_demo_faults_add (HtapDemoFaults *self, HtapDemoFault *fault)
{
  g_ptr_array_add (self->script, fault);
}

void
htap_demo_faults_clear (HtapDemoFaults *self)
{
  g_ptr_array_set_size (self->script, 0);
}

/**
 * htap_demo_faults_apply:
 * @path: of the request
 * @answer: what the cloud would say; spoilt in place
 *
 * The oldest fault that concerns @path is done to the answer, and that one alone: so a script reads
 * "twice 503, then once a redirect".
 */
void
htap_demo_faults_apply (HtapDemoFaults *self, const char *path, HtapDemoAnswer *answer)
{
  for (guint i = 0; i < self->script->len; i++)
    {
      HtapDemoFault *fault = g_ptr_array_index (self->script, i);

      if (!htap_demo_fault_matches (fault, path))
        continue;

      if (!htap_demo_fault_apply (fault, answer))
        g_ptr_array_remove_index (self->script, i);
      return;
    }
}
