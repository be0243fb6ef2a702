/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-entry.h"

/* It keeps what it was told, whatever becomes of who told it. */
static void
test_copied (void)
{
  char path[] = "/v3/p", code[] = "DBS.1", host[] = "h:1", method[] = "GET", kind[] = "server",
       id[] = "id";
  const HtapRequestFacts told = { 1,    2,    method, host, path, 500, HTAP_REQUEST_REFUSED,
                                  code, kind, id,     3 };
  g_autoptr (HtapRequestEntry) entry = htap_request_entry_new (&told);
  const HtapRequestFacts *facts = htap_request_entry_get_facts (entry);

  *path = *code = *host = *method = *kind = *id = '?';
  g_assert_cmpint (facts->time, ==, 1);
  g_assert_cmpint (facts->duration, ==, 2);
  g_assert_cmpstr (facts->method, ==, "GET");
  g_assert_cmpstr (facts->host, ==, "h:1");
  g_assert_cmpstr (facts->path, ==, "/v3/p");
  g_assert_cmpuint (facts->status, ==, 500);
  g_assert_cmpint (facts->outcome, ==, HTAP_REQUEST_REFUSED);
  g_assert_cmpstr (facts->code, ==, "DBS.1");
  g_assert_cmpstr (facts->kind, ==, "server");
  g_assert_cmpstr (facts->request_id, ==, "id");
  g_assert_cmpuint (facts->attempt, ==, 3);
}

static void
test_absent (void)
{
  const HtapRequestFacts told = { .method = "GET", .host = "h", .path = "/" };
  g_autoptr (HtapRequestEntry) entry = htap_request_entry_new (&told);
  const HtapRequestFacts *facts = htap_request_entry_get_facts (entry);

  g_assert_null (facts->code);
  g_assert_null (facts->kind);
  g_assert_null (facts->request_id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/request-entry/copied", test_copied);
  g_test_add_func ("/request-entry/absent", test_absent);

  return g_test_run ();
}
