/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-pages.h"

#include "htap-error.h"
#include "htap-request.h"
#include "htap-taurus-decoder.h"
#include "htap-taurus.h"
#include "htap-test-fleet.h"
#include "htap-test.h"

static SoupMessage *
build (const char *project_id, guint offset, gpointer question, GError **error)
{
  return htap_request_new_taurus_list (question, "v3.1", project_id, offset, "en-us", error);
}

static const char *
get_id (gconstpointer item)
{
  return htap_taurus_get_id (item);
}

static const HtapPagesKind kind = {
  build,
  htap_taurus_decode_page,
  get_id,
  (GDestroyNotify) htap_taurus_unref,
};

static GPtrArray *
read_pages (HtapTestFleet *fleet, GCancellable *cancellable, gboolean *complete, GError **error)
{
  g_autoptr (HtapAuthorizer) authorizer = htap_test_fleet_new_authorizer (fleet);
  g_autofree char *url = htap_test_server_dup_url (fleet->server);
  g_autoptr (GUri) endpoint = g_uri_parse (url, G_URI_FLAGS_ENCODED_PATH, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  htap_pages_async (authorizer, FLEET_REGION, FLEET_PROJECT, &kind, endpoint, cancellable,
                    htap_test_on_result, &result);

  return htap_pages_finish (authorizer, htap_test_await (&result), complete, error);
}

static void
assert_no_two_alike (GPtrArray *found)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < found->len; i++)
    g_assert_true (g_hash_table_add (ids, (gpointer) get_id (g_ptr_array_index (found, i))));
}

static gboolean
has_number (GPtrArray *found, guint number)
{
  g_autofree char *id = g_strdup_printf ("%032xin07", number);

  for (guint i = 0; i < found->len; i++)
    if (g_str_equal (get_id (g_ptr_array_index (found, i)), id))
      return TRUE;

  return FALSE;
}

/* How long a list is, and what it says and does; and how it ends. */
typedef struct
{
  const char *name;
  guint n_items;
  gint64 total;
  guint page_size;
  gboolean is_deaf;
  guint n_broken;
  guint n_found;
  guint n_requests;
  gboolean complete;
} Case;

static const Case cases[] = {
  { "nothing", 0, -1, 100, FALSE, 0, 0, 1, TRUE },
  { "one-page", 3, -1, 100, FALSE, 0, 3, 1, TRUE },
  { "whole-page", 100, -1, 100, FALSE, 0, 100, 1, TRUE },
  { "two-pages", 120, -1, 100, FALSE, 0, 120, 2, TRUE },
  { "whole-pages", 300, -1, 100, FALSE, 0, 300, 3, TRUE },
  { "smaller-pages", 120, -1, 50, FALSE, 0, 120, 3, TRUE },
  { "no-total", 120, -2, 100, FALSE, 0, 120, 2, TRUE },
  { "no-total-whole-page", 100, -2, 100, FALSE, 0, 100, 2, TRUE },
  { "total-always-zero", 250, 0, 100, FALSE, 0, 250, 3, TRUE },
  { "total-too-small", 250, 7, 100, FALSE, 0, 250, 3, TRUE },
  { "total-too-great", 120, 500, 100, FALSE, 0, 120, 3, FALSE },
  { "same-page-always", 300, -1, 100, TRUE, 0, 100, 2, FALSE },
  { "same-page-no-total", 300, -2, 100, TRUE, 0, 100, 2, TRUE },
  { "endless", 1000000, -1, 100, FALSE, 0, 20000, 200, FALSE },
  { "endless-trickle", 1000000, -1, 1, FALSE, 0, 200, 200, FALSE },
  { "broken-elements", 120, -1, 100, FALSE, 2, 116, 2, FALSE },
};

static void
test_case (gconstpointer data)
{
  const Case *now = data;
  HtapTestFleet fleet;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  gboolean complete = !now->complete;

  htap_test_fleet_init (&fleet);
  fleet.n_items = now->n_items;
  fleet.total = now->total;
  fleet.page_size = now->page_size;
  fleet.is_deaf = now->is_deaf;
  fleet.n_broken = now->n_broken;
  found = read_pages (&fleet, NULL, &complete, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, now->n_found);
  g_assert_cmpuint (fleet.n_requests, ==, now->n_requests);
  g_assert_cmpint (complete, ==, now->complete);
  assert_no_two_alike (found);
  htap_test_fleet_clear (&fleet);
}

static void
test_queries (void)
{
  HtapTestFleet fleet;
  g_autoptr (GPtrArray) found = NULL;

  htap_test_fleet_init (&fleet);
  fleet.n_items = 201;
  found = read_pages (&fleet, NULL, NULL, NULL);
  g_assert_cmpstr (fleet.queries->str, ==,
                   "limit=100&offset=0\nlimit=100&offset=100\nlimit=100&offset=200\n");
  htap_test_fleet_clear (&fleet);
}

/* Everything that was there all the time is found, whether others come or go meanwhile; once. */
static void
test_moving (void)
{
  static const struct
  {
    int growth;
    guint n_growths;
    guint n_always; /* the oldest ones */
    gboolean complete;
  } moves[] = {
    { 1, 1, 250, TRUE },   { 30, 1, 250, TRUE },         { -5, 1, 245, TRUE },
    { -60, 2, 130, TRUE }, { 3, G_MAXUINT, 250, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      HtapTestFleet fleet;
      g_autoptr (GPtrArray) found = NULL;
      gboolean complete;

      htap_test_fleet_init (&fleet);
      fleet.n_items = 250;
      fleet.growth = moves[i].growth;
      fleet.n_growths = moves[i].n_growths;
      found = read_pages (&fleet, NULL, &complete, NULL);
      g_assert_cmpint (complete, ==, moves[i].complete);
      assert_no_two_alike (found);
      for (guint number = 0; number < moves[i].n_always; number++)
        g_assert_true (has_number (found, number));
      g_assert_cmpuint (fleet.n_requests, <, 12);
      htap_test_fleet_clear (&fleet);
    }
}

static void
test_error (void)
{
  HtapTestFleet fleet;
  g_autoptr (GError) error = NULL;

  htap_test_fleet_init (&fleet);
  fleet.status = 403;
  fleet.body = "{\"error_code\":\"DBS.200010\",\"error_msg\":\"not authorized\"}";
  g_assert_null (read_pages (&fleet, NULL, NULL, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN);
  htap_test_fleet_clear (&fleet);
}

static void
test_cancelled (void)
{
  HtapTestFleet fleet;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  htap_test_fleet_init (&fleet);
  g_cancellable_cancel (cancellable);
  g_assert_null (read_pages (&fleet, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  htap_test_fleet_clear (&fleet);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/pages/ends/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/pages/queries", test_queries);
  g_test_add_func ("/pages/moving", test_moving);
  g_test_add_func ("/pages/error", test_error);
  g_test_add_func ("/pages/cancelled", test_cancelled);

  return g_test_run ();
}
