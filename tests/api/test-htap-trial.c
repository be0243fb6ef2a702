/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-trial.h"

#include "htap-error.h"
#include "htap-test.h"

#define N 10

typedef struct
{
  HtapTrial *trial;
  GAsyncResult *results[N];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->trial = htap_trial_new ();
  for (guint i = 0; i < N; i++)
    htap_trial_enter_async (fixture->trial, NULL, htap_test_on_result, &fixture->results[i]);
  htap_test_await (&fixture->results[0]);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N; i++)
    g_clear_object (&fixture->results[i]);
  g_assert_finalize_object (fixture->trial);
}

static guint
count_answered (Fixture *fixture)
{
  guint n = 0;

  while (g_main_context_iteration (NULL, FALSE))
    continue;
  for (guint i = 0; i < N; i++)
    n += fixture->results[i] != NULL ? 1 : 0;

  return n;
}

static gboolean
finish (Fixture *fixture, guint i, GError **error)
{
  return htap_trial_enter_finish (fixture->trial, fixture->results[i], error);
}

static void
leave (Fixture *fixture, HtapError kind, const char *code)
{
  HtapErrorDetails details = { .code = (char *) code };
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, kind, &details, "test");
  htap_trial_leave (fixture->trial, error);
}

static void
test_good (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_answered (fixture), ==, 1);
  g_assert_true (finish (fixture, 0, NULL));
  htap_trial_leave (fixture->trial, NULL);

  g_assert_cmpuint (count_answered (fixture), ==, N);
  for (guint i = 1; i < N; i++)
    {
      g_assert_true (finish (fixture, i, NULL));
      htap_trial_leave (fixture->trial, NULL);
    }
}

/* Not allowed to see this, but known. */
static void
test_forbidden_is_good (Fixture *fixture, gconstpointer data)
{
  leave (fixture, HTAP_ERROR_FORBIDDEN, "IAM.0003");
  g_assert_cmpuint (count_answered (fixture), ==, N);
  for (guint i = 1; i < N; i++)
    {
      g_assert_true (finish (fixture, i, NULL));
      htap_trial_leave (fixture->trial, NULL);
    }
}

/* Who was let in, and waits for a place in line when the verdict changes, is told. */
static void
test_refused_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (htap_trial_check (fixture->trial, NULL));
  htap_trial_leave (fixture->trial, NULL);
  g_assert_cmpuint (count_answered (fixture), ==, N);
  g_assert_true (htap_trial_check (fixture->trial, NULL));

  leave (fixture, HTAP_ERROR_AUTH, "APIGW.0301");
  g_assert_false (htap_trial_check (fixture->trial, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
  htap_trial_reset (fixture->trial);
  g_assert_true (htap_trial_check (fixture->trial, NULL));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) later = NULL;
  g_autoptr (GAsyncResult) last = NULL;

  leave (fixture, HTAP_ERROR_AUTH, "APIGW.0301");
  g_assert_cmpuint (count_answered (fixture), ==, N);
  for (guint i = 1; i < N; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (finish (fixture, i, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
      g_assert_cmpstr (htap_error_get_details (error)->code, ==, "APIGW.0301");
    }

  htap_trial_enter_async (fixture->trial, NULL, htap_test_on_result, &later);
  g_assert_false (htap_trial_enter_finish (fixture->trial, htap_test_await (&later), NULL));

  htap_trial_reset (fixture->trial);
  htap_trial_enter_async (fixture->trial, NULL, htap_test_on_result, &last);
  g_assert_true (htap_trial_enter_finish (fixture->trial, htap_test_await (&last), NULL));
  htap_trial_leave (fixture->trial, NULL);
}

/* A dead network is not waited for one by one, but what locks a key is never reached. */
static void
test_no_answer (Fixture *fixture, gconstpointer data)
{
  leave (fixture, HTAP_ERROR_TIMEOUT, NULL);
  g_assert_cmpuint (count_answered (fixture), ==, 5);
  leave (fixture, HTAP_ERROR_SERVER, NULL);
  g_assert_cmpuint (count_answered (fixture), ==, 6);
  leave (fixture, HTAP_ERROR_AUTH, NULL);
  g_assert_cmpuint (count_answered (fixture), ==, N);
  g_assert_false (finish (fixture, N - 1, NULL));
  for (guint i = 0; i < 3; i++)
    htap_trial_leave (fixture->trial, NULL);
  /* What was under way does not take a refusal back. */
  g_clear_object (&fixture->results[0]);
  htap_trial_enter_async (fixture->trial, NULL, htap_test_on_result, &fixture->results[0]);
  htap_test_await (&fixture->results[0]);
  g_assert_false (finish (fixture, 0, NULL));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  for (guint i = 1; i < N; i++)
    {
      g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "test");

      htap_trial_leave (fixture->trial, error);
      g_assert_cmpuint (count_answered (fixture), ==, i + 1);
    }
  htap_trial_leave (fixture->trial, NULL);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/trial/good", test_good);
  ADD ("/trial/forbidden-is-good", test_forbidden_is_good);
  ADD ("/trial/refused", test_refused);
  ADD ("/trial/refused-later", test_refused_later);
  ADD ("/trial/no-answer", test_no_answer);
  ADD ("/trial/cancelled", test_cancelled);

  return g_test_run ();
}
