/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-password-authorizer.h"

#include "htap-error.h"
#include "htap-exchange.h"
#include "htap-test-cloud.h"
#include "htap-test.h"

#include <string.h>

#define N 50

typedef struct
{
  HtapTestCloud cloud;
  HtapClock *clock;
  HtapAuthorizer *authorizer;
  GAsyncResult *results[N];
  GCancellable *cancellables[N];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  htap_test_cloud_init (&fixture->cloud);
  fixture->authorizer = htap_test_cloud_new_authorizer (&fixture->cloud, HTAP_SIGN_IN_PASSWORD);
  fixture->clock = htap_clock_new_manual (1000000 * G_TIME_SPAN_SECOND);
  htap_http_set_clock (htap_authorizer_get_http (fixture->authorizer), fixture->clock);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N; i++)
    {
      g_clear_object (&fixture->results[i]);
      g_clear_object (&fixture->cancellables[i]);
    }
  htap_test_cloud_clear (&fixture->cloud);
  g_assert_finalize_object (fixture->authorizer);
  g_object_unref (fixture->clock);
}

static void
ask (Fixture *fixture, guint i, const char *project_id)
{
  g_clear_object (&fixture->results[i]);
  g_clear_object (&fixture->cancellables[i]);
  fixture->cancellables[i] = g_cancellable_new ();
  htap_exchange_async (fixture->authorizer, CLOUD_REGION, project_id, htap_test_cloud_build,
                       &fixture->cloud, fixture->cancellables[i], htap_test_on_result,
                       &fixture->results[i]);
}

static gboolean
finish (Fixture *fixture, guint i, GError **error)
{
  g_autoptr (GBytes) body = htap_exchange_finish (
      fixture->authorizer, htap_test_await (&fixture->results[i]), NULL, error);

  return body != NULL;
}

static void
ask_all (Fixture *fixture, const char *project_id)
{
  for (guint i = 0; i < N; i++)
    ask (fixture, i, project_id);
}

static void
finish_all (Fixture *fixture)
{
  for (guint i = 0; i < N; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (finish (fixture, i, &error));
      g_assert_no_error (error);
    }
}

static void
test_one_sign_in (Fixture *fixture, gconstpointer data)
{
  ask_all (fixture, CLOUD_PROJECT);
  finish_all (fixture);
  g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, 1);
  g_assert_cmpuint (fixture->cloud.n_lists, ==, N);
  g_assert_nonnull (strstr (fixture->cloud.body, "{\"project\":{\"id\":\"" CLOUD_PROJECT "\"}}"));

  ask_all (fixture, CLOUD_PROJECT);
  finish_all (fixture);
  g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, 1);
}

/* The project comes from the answer to the sign-in. */
static void
test_no_project (Fixture *fixture, gconstpointer data)
{
  ask_all (fixture, "");
  finish_all (fixture);
  g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, 1);
  g_assert_cmpuint (fixture->cloud.n_projects, ==, 0);
  g_assert_nonnull (strstr (fixture->cloud.target, CLOUD_PROJECT));
  g_assert_nonnull (strstr (fixture->cloud.body, "{\"project\":{\"name\":\"" CLOUD_REGION "\"}}"));
}

/* Renewed before its time is over, and not sooner. */
static void
test_renewed_in_time (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 after;
    guint n_sign_ins;
  } steps[] = { { 0, 1 }, { 3600, 1 }, { 24 * 3600 - 600, 1 }, { 24 * 3600 - 200, 2 } };
  gint64 begin = htap_clock_get_now (fixture->clock);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gint64 now = begin + steps[i].after * G_TIME_SPAN_SECOND;

      htap_clock_advance (fixture->clock, now - htap_clock_get_now (fixture->clock));
      ask_all (fixture, CLOUD_PROJECT);
      finish_all (fixture);
      g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, steps[i].n_sign_ins);
    }
}

/* The token ends in the middle: those under way are asked again, with one new token. */
static void
test_expires_in_the_middle (Fixture *fixture, gconstpointer data)
{
  ask (fixture, 0, CLOUD_PROJECT);
  g_assert_true (finish (fixture, 0, NULL));

  fixture->cloud.hold = TRUE;
  ask_all (fixture, CLOUD_PROJECT);
  htap_test_cloud_wait_for_held (&fixture->cloud, HTAP_HTTP_MAX_IN_FLIGHT);
  fixture->cloud.refuse = HTAP_HTTP_MAX_IN_FLIGHT;
  htap_test_cloud_let_go (&fixture->cloud);
  finish_all (fixture);
  g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, 2);
}

/* Once, and only once, though every token is refused. */
static void
test_refused_for_ever (Fixture *fixture, gconstpointer data)
{
  fixture->cloud.refuse = G_MAXUINT;
  for (guint round = 0; round < 2; round++)
    {
      ask_all (fixture, CLOUD_PROJECT);
      for (guint i = 0; i < N; i++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_false (finish (fixture, i, &error));
          g_assert_error (error, HTAP_ERROR, HTAP_ERROR_AUTH);
          g_assert_cmpint (htap_error_get_details (error)->reason, ==,
                           HTAP_ERROR_REASON_TOKEN_EXPIRED);
        }
    }
  g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, 2);

  fixture->cloud.refuse = 0;
  htap_authorizer_forgive (fixture->authorizer);
  ask (fixture, 0, CLOUD_PROJECT);
  g_assert_true (finish (fixture, 0, NULL));
  g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, 3);
}

/* What is not about the token is not asked again. */
static void
test_other_refusals (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->cloud.list_status = 403;
  fixture->cloud.list_error = "{\"error_code\":\"IAM.0003\",\"error_msg\":\"Policy doesn't allow "
                              "gaussdb:htapInstance:list to be performed.\"}";
  ask (fixture, 0, CLOUD_PROJECT);
  g_assert_false (finish (fixture, 0, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN);
  g_assert_cmpstr (htap_error_get_details (error)->subject, ==, "gaussdb:htapInstance:list");
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 1);
  g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, 1);
}

/* A wrong password is sent once, by however many it is needed, until a person tries again. */
static void
test_wrong_password (Fixture *fixture, gconstpointer data)
{
  fixture->cloud.sign_in_status = 401;
  fixture->cloud.sign_in_error = "{\"error_code\":\"IAM.0062\",\"error_msg\":\"m\"}";
  for (guint round = 0; round < 2; round++)
    {
      ask_all (fixture, CLOUD_PROJECT);
      for (guint i = 0; i < N; i++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_false (finish (fixture, i, &error));
          g_assert_cmpint (htap_error_get_details (error)->reason, ==,
                           HTAP_ERROR_REASON_WRONG_PASSWORD);
        }
    }
  g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, 1);
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 0);

  fixture->cloud.sign_in_status = 201;
  htap_authorizer_forgive (fixture->authorizer);
  ask (fixture, 0, CLOUD_PROJECT);
  g_assert_true (finish (fixture, 0, NULL));
}

static void
cancel (Fixture *fixture, guint i)
{
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (fixture->cancellables[i]);
  g_assert_false (finish (fixture, i, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Each gives up on its own, and the sign-in goes on for the others. */
static void
test_cancel_one (Fixture *fixture, gconstpointer data)
{
  fixture->cloud.hold = TRUE;
  ask_all (fixture, CLOUD_PROJECT);
  htap_test_cloud_wait_for_held (&fixture->cloud, 1);
  for (guint i = 0; i < N - 1; i++)
    cancel (fixture, i);
  htap_test_cloud_let_go (&fixture->cloud);
  g_assert_true (finish (fixture, N - 1, NULL));
  g_assert_cmpuint (fixture->cloud.n_sign_ins, ==, 1);
  g_assert_cmpuint (fixture->cloud.n_lists, ==, 1);
}

/* At every step: before it began, during the sign-in, during the question. */
static void
test_cancel_at_every_step (Fixture *fixture, gconstpointer data)
{
  ask (fixture, 0, CLOUD_PROJECT);
  cancel (fixture, 0);

  fixture->cloud.hold = TRUE;
  ask (fixture, 1, "");
  htap_test_cloud_wait_for_held (&fixture->cloud, 1);
  cancel (fixture, 1);
  htap_test_cloud_let_go (&fixture->cloud);

  ask (fixture, 2, CLOUD_PROJECT);
  g_assert_true (finish (fixture, 2, NULL));
  fixture->cloud.hold = TRUE;
  ask (fixture, 3, CLOUD_PROJECT);
  htap_test_cloud_wait_for_held (&fixture->cloud, 1);
  cancel (fixture, 3);
  htap_test_cloud_let_go (&fixture->cloud);

  ask (fixture, 4, CLOUD_PROJECT);
  g_assert_true (finish (fixture, 4, NULL));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/password-authorizer/one-sign-in", test_one_sign_in);
  ADD ("/password-authorizer/no-project", test_no_project);
  ADD ("/password-authorizer/renewed-in-time", test_renewed_in_time);
  ADD ("/password-authorizer/expires-in-the-middle", test_expires_in_the_middle);
  ADD ("/password-authorizer/refused-for-ever", test_refused_for_ever);
  ADD ("/password-authorizer/other-refusals", test_other_refusals);
  ADD ("/password-authorizer/wrong-password", test_wrong_password);
  ADD ("/password-authorizer/cancel-one", test_cancel_one);
  ADD ("/password-authorizer/cancel-at-every-step", test_cancel_at_every_step);

  return g_test_run ();
}
