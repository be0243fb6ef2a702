/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-decode-task.h"

/* Above this many bytes decoding takes longer than a frame: it goes to a thread. */
#define INLINE_LIMIT (256 * 1024)

/**
 * htap_decode_task_run:
 * @task: to be answered; its cancellable answers it at once, whatever the thread does
 * @answer: what is decoded
 * @decode: decodes it, and answers @task; it is given what a thread is given
 *
 * Decodes a large answer in a thread, a usual one right here.
 */
void
htap_decode_task_run (GTask *task, GBytes *answer, GTaskThreadFunc decode)
{
  if (g_bytes_get_size (answer) < INLINE_LIMIT)
    {
      decode (task, g_task_get_source_object (task), g_task_get_task_data (task),
              g_task_get_cancellable (task));
      return;
    }

  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, decode);
}
