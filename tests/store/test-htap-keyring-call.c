/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring-call.h"

#include "htap-test.h"

#define FOR_EVER (10 * 60 * 1000)

static void
answer (HtapKeyringCall *call)
{
  g_autoptr (GTask) late = g_task_new (NULL, NULL, htap_keyring_call_on_answer, call);

  g_task_return_boolean (late, TRUE);
}

static void
spin (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_answered (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) answered = NULL;
  g_autoptr (GError) error = NULL;

  answer (htap_keyring_call_new (FOR_EVER, cancellable, htap_test_on_result, &result));
  answered = htap_keyring_call_finish (htap_test_await (&result), &error);
  g_assert_no_error (error);
  g_assert_true (g_task_propagate_boolean (G_TASK (answered), &error));
  g_assert_no_error (error);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  HtapKeyringCall *call =
      htap_keyring_call_new (FOR_EVER, cancellable, htap_test_on_result, &result);

  g_assert_false (g_cancellable_is_cancelled (htap_keyring_call_get_cancellable (call)));
  g_cancellable_cancel (cancellable);
  g_assert_null (result);
  g_assert_null (htap_keyring_call_finish (htap_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_cancellable_is_cancelled (htap_keyring_call_get_cancellable (call)));

  /* The answer that comes after all reaches nobody, and frees the call. */
  answer (call);
  spin ();
}

static void
test_deadline (void)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  HtapKeyringCall *call = htap_keyring_call_new (1, NULL, htap_test_on_result, &result);

  g_assert_null (htap_keyring_call_finish (htap_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_true (g_cancellable_is_cancelled (htap_keyring_call_get_cancellable (call)));

  answer (call);
  spin ();
}

static void
test_cancelled_before (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  answer (htap_keyring_call_new (FOR_EVER, cancellable, htap_test_on_result, &result));
  g_assert_null (htap_keyring_call_finish (htap_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  spin ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keyring-call/answered", test_answered);
  g_test_add_func ("/keyring-call/cancelled", test_cancelled);
  g_test_add_func ("/keyring-call/deadline", test_deadline);
  g_test_add_func ("/keyring-call/cancelled-before", test_cancelled_before);

  return g_test_run ();
}
