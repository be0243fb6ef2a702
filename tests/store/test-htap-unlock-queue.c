/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-unlock-queue.h"

#include "htap-error.h"
#include "htap-test.h"
#include "keyring-fixture.h"

#include <libsecret/secret.h>

#define N_LOOKUPS 10
#define NO_ERROR  (-1)
#define FOR_EVER  (10 * 60 * 1000)

typedef struct
{
  HtapKeyring *keyring;
  GCancellable *cancellable; /* of the first look-up */
  GAsyncResult *results[N_LOOKUPS];
} Lookups;

static gboolean
are_done (gpointer data)
{
  Lookups *lookups = data;

  for (guint i = 0; i < N_LOOKUPS; i++)
    if (lookups->results[i] == NULL)
      return FALSE;

  return TRUE;
}

static void
lookups_begin (Lookups *lookups, guint prompt_deadline_ms)
{
  *lookups = (Lookups){ .keyring = htap_keyring_new (FOR_EVER, prompt_deadline_ms),
                        .cancellable = g_cancellable_new () };

  keyring_fixture_unlock ();
  keyring_fixture_store_token (lookups->keyring, "queue", "MIIabc");
  keyring_fixture_lock ();

  for (guint i = 0; i < N_LOOKUPS; i++)
    htap_keyring_lookup_async (lookups->keyring, "queue", TRUE,
                               i == 0 ? lookups->cancellable : NULL, htap_test_on_result,
                               &lookups->results[i]);
}

/* Awaits the look-ups from the one with that index on. */
static void
lookups_end (Lookups *lookups, guint first, int expected)
{
  htap_test_wait_until (are_done, lookups, "all look-ups");

  for (guint i = 0; i < N_LOOKUPS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GAsyncResult) result = g_steal_pointer (&lookups->results[i]);
      g_autoptr (HtapCredentials) credentials = NULL;

      if (i < first)
        continue;

      credentials = htap_keyring_lookup_finish (lookups->keyring, result, &error);
      if (expected != NO_ERROR)
        {
          g_assert_error (error, HTAP_ERROR, expected);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_TOKEN), ==, "MIIabc");
    }

  g_object_unref (lookups->cancellable);
  g_object_unref (lookups->keyring);
}

static void
test_one_prompt (void)
{
  Lookups lookups;

  lookups_begin (&lookups, FOR_EVER);
  keyring_fixture_answer_prompt ("test-pass", "Return");
  lookups_end (&lookups, 0, NO_ERROR);
}

static void
test_dismissed (void)
{
  Lookups lookups;

  lookups_begin (&lookups, FOR_EVER);
  keyring_fixture_answer_prompt (NULL, "Escape");
  lookups_end (&lookups, 0, HTAP_ERROR_KEYRING_LOCKED);
  g_assert_cmpuint (keyring_fixture_count ("queue"), ==, 1);
}

static gboolean
is_first_done (gpointer data)
{
  return ((Lookups *) data)->results[0] != NULL;
}

/* Who gives up is answered at once; the prompt goes on for the others. */
static void
test_cancelled (void)
{
  Lookups lookups;
  g_autoptr (GError) error = NULL;

  lookups_begin (&lookups, FOR_EVER);
  g_free (keyring_fixture_wait_for_prompt ());

  g_cancellable_cancel (lookups.cancellable);
  htap_test_wait_until (is_first_done, &lookups, "the cancelled look-up");
  g_assert_null (htap_keyring_lookup_finish (lookups.keyring, lookups.results[0], &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (lookups.results[1]);

  keyring_fixture_answer_prompt ("test-pass", "Return");
  lookups_end (&lookups, 1, NO_ERROR);
}

/* Nobody answers the prompt. */
static void
test_deadline (void)
{
  Lookups lookups;

  lookups_begin (&lookups, 100);
  lookups_end (&lookups, 0, HTAP_ERROR_KEYRING_LOCKED);
  keyring_fixture_answer_prompt (NULL, "Escape");
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/unlock-queue/one-prompt", test_one_prompt);
  g_test_add_func ("/unlock-queue/dismissed", test_dismissed);
  g_test_add_func ("/unlock-queue/cancelled", test_cancelled);
  g_test_add_func ("/unlock-queue/deadline", test_deadline);

  status = g_test_run ();
  secret_service_disconnect ();

  return status;
}
