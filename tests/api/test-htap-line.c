/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-line.h"

#include "htap-test.h"

static void
on_left (gpointer user_data)
{
  guint *n_left = user_data;

  (*n_left)++;
}

static void
test_order (void)
{
  g_autoptr (HtapLine) line = htap_line_new (NULL, NULL);
  g_autoptr (GTask) first = g_task_new (NULL, NULL, NULL, NULL);
  g_autoptr (GTask) second = g_task_new (NULL, NULL, NULL, NULL);
  g_autoptr (GTask) popped = NULL;

  g_assert_true (htap_line_is_empty (line));
  htap_line_join (line, first);
  htap_line_join (line, second);
  g_assert_false (htap_line_is_empty (line));

  popped = htap_line_pop (line);
  g_assert_true (popped == first);
  g_task_return_boolean (popped, TRUE);
  g_clear_object (&popped);
  popped = htap_line_pop (line);
  g_assert_true (popped == second);
  g_task_return_boolean (popped, TRUE);
  g_assert_null (htap_line_pop (line));
}

static void
test_cancelled (void)
{
  guint n_left = 0;
  g_autoptr (HtapLine) line = htap_line_new (on_left, &n_left);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GTask) quitter = g_task_new (NULL, cancellable, htap_test_on_result, &result);
  g_autoptr (GTask) other = g_task_new (NULL, NULL, NULL, NULL);
  g_autoptr (GTask) popped = NULL;
  g_autoptr (GError) error = NULL;

  htap_line_join (line, quitter);
  htap_line_join (line, other);
  g_cancellable_cancel (cancellable);
  g_assert_false (g_task_propagate_boolean (G_TASK (htap_test_await (&result)), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_left, ==, 1);

  popped = htap_line_pop (line);
  g_assert_true (popped == other);
  g_task_return_boolean (popped, TRUE);
}

/* Who was served may be cancelled afterwards. */
static void
test_cancelled_too_late (void)
{
  guint n_left = 0;
  g_autoptr (HtapLine) line = htap_line_new (on_left, &n_left);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, NULL, NULL);
  g_autoptr (GTask) popped = NULL;

  htap_line_join (line, task);
  popped = htap_line_pop (line);
  g_cancellable_cancel (cancellable);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_left, ==, 0);
  g_task_return_boolean (popped, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line/order", test_order);
  g_test_add_func ("/line/cancelled", test_cancelled);
  g_test_add_func ("/line/cancelled-too-late", test_cancelled_too_late);

  return g_test_run ();
}
