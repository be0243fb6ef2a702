/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-decode-task.h"

#include "htap-test.h"

/* What holds a decoder up, and where it ran. */
typedef struct
{
  GMutex lock;
  GThread *thread;
  int is_over; /* once nobody holds the task any more */
} Decoder;

static void
decode (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Decoder *decoder = data;

  g_mutex_lock (&decoder->lock);
  decoder->thread = g_thread_self ();
  g_mutex_unlock (&decoder->lock);
  g_task_return_boolean (task, TRUE);
}

static GBytes *
make_answer (gsize size)
{
  return g_bytes_new_take (g_malloc0 (size), size);
}

static void
test_where (void)
{
  static const struct
  {
    gsize size;
    gboolean is_here;
  } cases[] = { { 1, TRUE }, { 256 * 1024 - 1, TRUE }, { 256 * 1024, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Decoder decoder = { .thread = NULL };
      g_autoptr (GBytes) answer = make_answer (cases[i].size);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GTask) task = g_task_new (NULL, NULL, htap_test_on_result, &result);

      g_mutex_init (&decoder.lock);
      g_task_set_task_data (task, &decoder, NULL);
      htap_decode_task_run (task, answer, decode);
      /* Whoever waits for room goes first. */
      if (cases[i].is_here)
        g_assert_null (decoder.thread);
      g_assert_true (g_task_propagate_boolean (G_TASK (htap_test_await (&result)), NULL));
      g_assert_true ((decoder.thread == g_thread_self ()) == cases[i].is_here);
      g_mutex_clear (&decoder.lock);
    }
}

static void
on_task_freed (gpointer data)
{
  Decoder *decoder = data;

  g_atomic_int_set (&decoder->is_over, TRUE);
  g_main_context_wakeup (NULL); /* in which the test waits, and this is another thread */
}

static gboolean
is_over (gpointer data)
{
  Decoder *decoder = data;

  return g_atomic_int_get (&decoder->is_over);
}

/* Whoever gave up hears so while the thread still decodes. */
static void
test_cancelled (void)
{
  Decoder decoder = { .thread = NULL };
  g_autoptr (GBytes) answer = make_answer (256 * 1024);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, htap_test_on_result, &result);
  g_autoptr (GError) error = NULL;

  g_mutex_init (&decoder.lock);
  g_task_set_task_data (task, &decoder, on_task_freed);
  g_mutex_lock (&decoder.lock);
  htap_decode_task_run (task, answer, decode);
  g_cancellable_cancel (cancellable);
  g_assert_false (g_task_propagate_boolean (G_TASK (htap_test_await (&result)), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (is_over (&decoder));

  g_mutex_unlock (&decoder.lock);
  g_clear_object (&result);
  g_clear_object (&task);
  htap_test_wait_until (is_over, &decoder, "the end of the thread");
  g_mutex_clear (&decoder.lock);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decode-task/where", test_where);
  g_test_add_func ("/decode-task/cancelled", test_cancelled);

  return g_test_run ();
}
