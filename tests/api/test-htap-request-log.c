/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-log.h"

#include "htap-test.h"

typedef struct
{
  HtapRequestLog *log;
  guint n_noted;
  guint n_signals;
  guint n_items; /* as the signals tell it */
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  /* Only at its ends, so nobody has to look at what is between. */
  g_assert_cmpuint (position, ==, added > 0 ? 0 : fixture->n_items - removed);
  fixture->n_items += added - removed;
  fixture->n_signals++;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, fixture->n_items);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->log = htap_request_log_new ();
  g_signal_connect (fixture->log, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->log);
}

static guint
get_attempt (Fixture *fixture, guint position)
{
  g_autoptr (HtapRequestEntry) entry =
      g_list_model_get_item (G_LIST_MODEL (fixture->log), position);

  return htap_request_entry_get_facts (entry)->attempt;
}

/* Its newest entry bears the number of those that were noted. */
static gboolean
is_told (gpointer data)
{
  Fixture *fixture = data;

  return fixture->n_items > 0 && get_attempt (fixture, 0) == fixture->n_noted;
}

static void
note (Fixture *fixture, guint n_requests)
{
  for (guint i = 0; i < n_requests; i++)
    htap_request_log_note (fixture->log, &(HtapRequestFacts){ .method = "GET",
                                                              .host = "host",
                                                              .path = "/",
                                                              .attempt = ++fixture->n_noted });
}

static void
wait_until_told (Fixture *fixture)
{
  htap_test_wait_until (is_told, fixture, "the list to tell of it");
}

static void
test_newest_first (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_item_type (G_LIST_MODEL (fixture->log)), ==,
                    HTAP_TYPE_REQUEST_ENTRY);
  note (fixture, 2);
  wait_until_told (fixture);
  note (fixture, 1);
  wait_until_told (fixture);

  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (get_attempt (fixture, i), ==, 3 - i);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->log), 3));
}

/* Between two signals the list is what it was. */
static void
test_told_together (Fixture *fixture, gconstpointer data)
{
  note (fixture, 100);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->log)), ==, 0);
  g_assert_cmpuint (fixture->n_signals, ==, 0);
  wait_until_told (fixture);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
}

static void
test_bounded (Fixture *fixture, gconstpointer data)
{
  note (fixture, HTAP_REQUEST_LOG_LENGTH - 1);
  wait_until_told (fixture);
  note (fixture, 3);
  wait_until_told (fixture);
  g_assert_cmpuint (fixture->n_items, ==, HTAP_REQUEST_LOG_LENGTH);
  g_assert_cmpuint (get_attempt (fixture, HTAP_REQUEST_LOG_LENGTH - 1), ==, 3);

  /* More at once than there is room for. */
  note (fixture, HTAP_REQUEST_LOG_LENGTH + 50);
  wait_until_told (fixture);
  g_assert_cmpuint (fixture->n_items, ==, HTAP_REQUEST_LOG_LENGTH);
  g_assert_cmpuint (get_attempt (fixture, HTAP_REQUEST_LOG_LENGTH - 1), ==,
                    fixture->n_noted - HTAP_REQUEST_LOG_LENGTH + 1);
}

/* Nothing happens any more once it is gone. */
static void
test_gone_before_it_is_told (Fixture *fixture, gconstpointer data)
{
  note (fixture, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/request-log/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("newest-first", test_newest_first);
  ADD ("told-together", test_told_together);
  ADD ("bounded", test_bounded);
  ADD ("gone-before-it-is-told", test_gone_before_it_is_told);
#undef ADD

  return g_test_run ();
}
