/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-request.h"

#include "htap-demo-probe.h"

#define ACTION "gaussdb:instance:list"

static void
test_id (void)
{
  g_assert_true (htap_demo_request_is_id (ORDERS_TAURUS, 36, "in07"));
  g_assert_true (htap_demo_request_is_id (ORDERS_TAURUS, 36, ""));
  g_assert_false (htap_demo_request_is_id (ORDERS_TAURUS, 36, "in17"));
  g_assert_false (htap_demo_request_is_id (ORDERS_TAURUS, 32, ""));
  g_assert_false (htap_demo_request_is_id ("a-b", 3, ""));
}

static void
assert_refused (HtapDemoAnswer *refusal, guint status)
{
  g_assert_nonnull (refusal);
  g_assert_cmpuint (refusal->status, ==, status);
  htap_demo_answer_free (refusal);
}

static void
test_taurus (void)
{
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  char *variables[] = { (char *) ORDERS_PROJECT, (char *) ORDERS_TAURUS, NULL };
  HtapDemoRequest request = { .data = data, .variables = variables };
  HtapDemoEntry *entry = NULL;

  g_assert_null (htap_demo_request_find_taurus (&request, &entry));
  g_assert_cmpstr (entry->key.taurus_name, ==, "taurus-orders");

  entry->is_denied = TRUE;
  assert_refused (htap_demo_request_find_taurus (&request, &entry), 403);
  variables[1] = (char *) "bfc970d8e9b34a399b4c422aabe11409in17";
  assert_refused (htap_demo_request_find_taurus (&request, &entry), 400);
  variables[1] = (char *) "08c3eeb7b788479eb8b93b209946a83bin07";
  assert_refused (htap_demo_request_find_taurus (&request, &entry), 404);
}

static void
test_page (void)
{
  static const struct
  {
    const char *limit;
    const char *offset;
    guint status;
    guint expected_limit;
    guint expected_offset;
  } cases[] = {
    { NULL, NULL, 0, 100, 0 }, { "1", "7", 0, 1, 7 }, { "101", NULL, 400 },
    { "0", NULL, 400 },        { NULL, "-1", 400 },   { NULL, "x", 400 },
  };
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  char *variables[] = { (char *) ORDERS_PROJECT, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) query = g_hash_table_new (g_str_hash, g_str_equal);
      HtapDemoRequest request = { .data = data, .variables = variables, .query = query };
      HtapDemoAnswer *refusal;
      guint limit, offset;

      if (cases[i].limit != NULL)
        g_hash_table_insert (query, (char *) "limit", (char *) cases[i].limit);
      if (cases[i].offset != NULL)
        g_hash_table_insert (query, (char *) "offset", (char *) cases[i].offset);
      refusal = htap_demo_request_read_page (&request, ACTION, &offset, &limit);
      if (cases[i].status != 0)
        {
          assert_refused (refusal, cases[i].status);
          continue;
        }
      g_assert_null (refusal);
      g_assert_cmpuint (limit, ==, cases[i].expected_limit);
      g_assert_cmpuint (offset, ==, cases[i].expected_offset);
    }
}

static void
test_project (void)
{
  static const HtapDemoUser user = { .trouble = HTAP_DEMO_TROUBLE_NO_PERMISSION };
  g_autoptr (HtapDemoData) data = htap_demo_data_new ();
  char *variables[] = { (char *) ORDERS_PROJECT, NULL };
  HtapDemoRequest request = { .data = data, .variables = variables };

  g_assert_null (htap_demo_request_check_project (&request, ACTION));
  request.caller.user = &user;
  assert_refused (htap_demo_request_check_project (&request, ACTION), 403);
  request.caller.user = NULL;
  variables[0] = (char *) "03a50154cf494ec9ad6883979a12db0a";
  assert_refused (htap_demo_request_check_project (&request, ACTION), 403);
  variables[0] = (char *) "short";
  assert_refused (htap_demo_request_check_project (&request, ACTION), 400);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-request/id", test_id);
  g_test_add_func ("/demo-request/taurus", test_taurus);
  g_test_add_func ("/demo-request/page", test_page);
  g_test_add_func ("/demo-request/project", test_project);

  return g_test_run ();
}
