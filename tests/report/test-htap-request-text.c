/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-text.h"

#include "htap-hostile-text.h"

static void
assert_outcome (HtapRequestOutcome outcome, guint status, const char *kind, const char *expected)
{
  const HtapRequestFacts facts = { .outcome = outcome, .status = status, .kind = kind };
  g_autofree char *text = htap_request_text_dup_outcome (&facts);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_outcome (void)
{
  assert_outcome (HTAP_REQUEST_SUCCEEDED, 201, NULL, "201 OK");
  assert_outcome (HTAP_REQUEST_REFUSED, 403, "forbidden", "403 Failed");
  assert_outcome (HTAP_REQUEST_REFUSED, 200, "too-large", "200 Failed");
  assert_outcome (HTAP_REQUEST_UNANSWERED, 0, "timeout", "Timed Out");
  assert_outcome (HTAP_REQUEST_UNANSWERED, 0, "tls", "Not Trusted");
  assert_outcome (HTAP_REQUEST_UNANSWERED, 0, "network", "No Answer");
  assert_outcome (HTAP_REQUEST_CANCELLED, 0, NULL, "Cancelled");
}

static void
test_duration (void)
{
  static const struct
  {
    gint64 duration;
    const char *expected;
  } cases[] = {
    { 0, "0 ms" },
    { 499, "0 ms" },
    { 500, "1 ms" },
    { 60 * G_TIME_SPAN_SECOND, "60000 ms" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HtapRequestFacts facts = { .duration = cases[i].duration };
      g_autofree char *text = htap_request_text_dup_duration (&facts);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_sentence (void)
{
  const HtapRequestFacts facts = { .time = G_GINT64_CONSTANT (1711094408000000),
                                   .method = "GET",
                                   .path = "/v3/p",
                                   .status = 200,
                                   .outcome = HTAP_REQUEST_SUCCEEDED };
  g_autofree char *text = htap_request_text_dup_sentence (&facts);

  g_assert_true (g_str_has_prefix (text, "200 OK, GET /v3/p, "));
  g_assert_true (g_str_has_suffix (text, ":08 · 0 ms"));
}

static void
test_rest (void)
{
  const HtapRequestFacts facts = { .duration = 45000,
                                   .code = "DBS.1",
                                   .host = "host",
                                   .request_id = "an-id",
                                   .attempt = 2 };
  g_autofree char *text = htap_request_text_dup_rest (&facts);

  g_assert_true (g_str_has_suffix (text, ":00 · 45 ms · attempt 2 · DBS.1 · host · an-id"));
}

/* A path is percent-encoded; should one not be, it is harmless all the same. */
static void
test_hostile (void)
{
  g_autoptr (GArray) texts = htap_hostile_texts_load ();

  for (guint i = 0; i < texts->len; i++)
    {
      const HtapHostileText *hostile = &g_array_index (texts, HtapHostileText, i);
      const HtapRequestFacts facts = {
        .method = "GET", .path = hostile->text, .code = hostile->text, .request_id = hostile->text
      };
      g_autofree char *text = htap_request_text_dup_sentence (&facts);

      htap_hostile_text_assert_harmless (text, hostile->what);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/request-text/outcome", test_outcome);
  g_test_add_func ("/request-text/duration", test_duration);
  g_test_add_func ("/request-text/sentence", test_sentence);
  g_test_add_func ("/request-text/rest", test_rest);
  g_test_add_func ("/request-text/hostile", test_hostile);

  return g_test_run ();
}
