/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sharing.h"

#include "htap-error.h"
#include "htap-test.h"

#define N 5

/* What was begun. */
typedef struct
{
  guint n_begun;
  GCancellable *first;
  GCancellable *last;
} Begun;

static void
on_begin (HtapSharing *sharing, const char *key, GCancellable *operation, gpointer user_data)
{
  Begun *begun = user_data;

  begun->n_begun++;
  if (begun->first == NULL)
    begun->first = g_object_ref (operation);
  g_set_object (&begun->last, operation);
}

static void
test_shared (void)
{
  Begun begun = { 0 };
  g_autoptr (HtapSharing) sharing = htap_sharing_new (on_begin, &begun);
  GAsyncResult *results[N] = { NULL };

  for (guint i = 0; i < N; i++)
    htap_sharing_wait_async (sharing, "a", NULL, htap_test_on_result, &results[i]);
  g_assert_cmpuint (begun.n_begun, ==, 1);

  htap_sharing_settle (sharing, begun.last, NULL);
  for (guint i = 0; i < N; i++)
    {
      g_assert_true (htap_sharing_wait_finish (sharing, htap_test_await (&results[i]), NULL));
      g_object_unref (results[i]);
    }

  g_assert_false (g_cancellable_is_cancelled (begun.last));
  g_object_unref (begun.first);
  g_object_unref (begun.last);
}

static void
test_failed (void)
{
  Begun begun = { 0 };
  g_autoptr (HtapSharing) sharing = htap_sharing_new (on_begin, &begun);
  g_autoptr (GError) cause = NULL;
  GAsyncResult *results[N] = { NULL };

  for (guint i = 0; i < N; i++)
    htap_sharing_wait_async (sharing, i == 0 ? "a" : "b", NULL, htap_test_on_result, &results[i]);
  g_assert_cmpuint (begun.n_begun, ==, 2);

  htap_error_set (&cause, HTAP_ERROR_AUTH, NULL, "test");
  htap_sharing_settle (sharing, begun.last, cause);
  for (guint i = 1; i < N; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (htap_sharing_wait_finish (sharing, htap_test_await (&results[i]), &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
      g_object_unref (results[i]);
    }

  /* The other is still under way. */
  g_assert_null (results[0]);
  htap_sharing_settle (sharing, begun.first, NULL);
  g_assert_true (htap_sharing_wait_finish (sharing, htap_test_await (&results[0]), NULL));
  g_object_unref (results[0]);
  g_object_unref (begun.first);
  g_object_unref (begun.last);
}

/* The last one to give up ends the operation, and whoever comes next begins another. */
static void
test_everybody_left (void)
{
  Begun begun = { 0 };
  g_autoptr (HtapSharing) sharing = htap_sharing_new (on_begin, &begun);
  GCancellable *cancellables[2] = { g_cancellable_new (), g_cancellable_new () };
  GAsyncResult *results[3] = { NULL };

  for (guint i = 0; i < 2; i++)
    htap_sharing_wait_async (sharing, "a", cancellables[i], htap_test_on_result, &results[i]);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (g_cancellable_is_cancelled (begun.first));
      g_cancellable_cancel (cancellables[i]);
      g_assert_false (htap_sharing_wait_finish (sharing, htap_test_await (&results[i]), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_object_unref (results[i]);
      g_object_unref (cancellables[i]);
    }
  g_assert_true (g_cancellable_is_cancelled (begun.first));

  htap_sharing_wait_async (sharing, "a", NULL, htap_test_on_result, &results[2]);
  g_assert_cmpuint (begun.n_begun, ==, 2);
  htap_sharing_settle (sharing, begun.first, NULL); /* too late */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (results[2]);
  htap_sharing_settle (sharing, begun.last, NULL);
  g_assert_true (htap_sharing_wait_finish (sharing, htap_test_await (&results[2]), NULL));
  g_object_unref (results[2]);
  g_object_unref (begun.first);
  g_object_unref (begun.last);
}

static void
test_cancelled_before (void)
{
  Begun begun = { 0 };
  g_autoptr (HtapSharing) sharing = htap_sharing_new (on_begin, &begun);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  htap_sharing_wait_async (sharing, "a", cancellable, htap_test_on_result, &result);
  g_assert_false (htap_sharing_wait_finish (sharing, htap_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (begun.n_begun, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sharing/shared", test_shared);
  g_test_add_func ("/sharing/failed", test_failed);
  g_test_add_func ("/sharing/everybody-left", test_everybody_left);
  g_test_add_func ("/sharing/cancelled-before", test_cancelled_before);

  return g_test_run ();
}
