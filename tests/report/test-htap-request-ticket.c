/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-ticket.h"

#include "htap-hostile-text.h"
#include "htap-request-entry.h"
#include "htap-test-samples.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1711094408) /* 2024-03-22T08:00:08Z */

typedef struct
{
  GListStore *requests;
  GListStore *sources;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->requests = g_list_store_new (HTAP_TYPE_REQUEST_ENTRY);
  fixture->sources = g_list_store_new (HTAP_TYPE_SOURCE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->requests);
  g_assert_finalize_object (fixture->sources);
}

static void
add_request (Fixture *fixture, const HtapRequestFacts *facts)
{
  g_autoptr (HtapRequestEntry) entry = htap_request_entry_new (facts);

  g_list_store_append (fixture->requests, entry);
}

static void
add_source (Fixture *fixture, const char *name, const char *deviation)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (GPtrArray) deviations = g_ptr_array_new ();

  htap_source_set_taurus_name (source, name);
  if (deviation != NULL)
    g_ptr_array_add (deviations, (char *) deviation);
  htap_source_succeed (source, NOW, 1, 1, 1, deviations);
  g_list_store_append (fixture->sources, source);
}

static char *
dup_ticket (Fixture *fixture)
{
  return htap_request_ticket_dup (G_LIST_MODEL (fixture->requests), G_LIST_MODEL (fixture->sources),
                                  "HTAP Inventory 1\nlib 2\n", NOW);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ticket = dup_ticket (fixture);

  g_assert_cmpstr (ticket, ==,
                   "HTAP Inventory 1\n"
                   "lib 2\n"
                   "2024-03-22T08:00:08Z\n"
                   "\n"
                   "The last requests, the newest first\n"
                   "No request has been made.\n"
                   "\n"
                   "Deviations from the documented schema\n"
                   "None.\n");
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ticket = NULL;

  add_request (fixture, &(HtapRequestFacts){ .time = (NOW * G_USEC_PER_SEC) + 250000,
                                             .duration = 45 * G_TIME_SPAN_MILLISECOND,
                                             .method = "GET",
                                             .host = "gaussdb.example",
                                             .path = "/v3/p/instances",
                                             .status = 403,
                                             .outcome = HTAP_REQUEST_REFUSED,
                                             .code = "DBS.200010",
                                             .kind = "forbidden",
                                             .request_id = "an-id",
                                             .attempt = 2 });
  add_request (fixture, &(HtapRequestFacts){ .time = NOW * G_USEC_PER_SEC,
                                             .duration = 7 * G_TIME_SPAN_SECOND,
                                             .method = "POST",
                                             .host = "iam.example",
                                             .path = "/v3/auth/tokens",
                                             .outcome = HTAP_REQUEST_CANCELLED,
                                             .attempt = 1 });
  add_source (fixture, "well", NULL);
  add_source (fixture, "taurus-orders", "instances[].x: undocumented");
  ticket = dup_ticket (fixture);

  g_assert_cmpstr (
      strstr (ticket, "The last"), ==,
      "The last requests, the newest first\n"
      "Time                      Status      Service Code  Request ID  Duration  Attempt  Endpoint "
      "        Request\n"
      "2024-03-22T08:00:08.250Z  403 Failed  DBS.200010    an-id       45 ms     2        "
      "gaussdb.example  GET /v3/p/instances\n"
      "2024-03-22T08:00:08Z      Cancelled   -             -           7000 ms   1        "
      "iam.example      POST /v3/auth/tokens\n"
      "\n"
      "Deviations from the documented schema\n"
      "cn-north-4, " SAMPLE_TAURUS_ID "\n"
      "  - instances[].x: undocumented\n");
  g_assert_null (strstr (ticket, "taurus-orders"));
}

/* A server's words can neither drive a terminal nor make up a line. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) texts = htap_hostile_texts_load ();
  g_autofree char *ticket = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_array_index (texts, HtapHostileText, i).text;

      add_request (
          fixture,
          &(HtapRequestFacts){
              .method = "GET", .host = text, .path = text, .code = text, .request_id = text });
      add_source (fixture, "name", text);
    }

  ticket = dup_ticket (fixture);
  lines = g_strsplit (ticket, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    htap_hostile_text_assert_harmless (lines[i], "a line of the ticket");
  /* Four above, headings, a line each, two for each source, and the rest of the last line. */
  g_assert_cmpuint (g_strv_length (lines), ==, 6 + texts->len + 2 + 2 * texts->len + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/request-ticket/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("empty", test_empty);
  ADD ("whole", test_whole);
  ADD ("hostile", test_hostile);
#undef ADD

  return g_test_run ();
}
