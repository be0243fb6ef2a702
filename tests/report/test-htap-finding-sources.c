/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-sources.h"

#include "htap-error.h"
#include "htap-finding-check.h"

#define NOW G_GINT64_CONSTANT (1711094400)
#define DAY (24 * 60 * 60)

typedef struct
{
  HtapFindingSources *found;
  GListStore *sources;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->found = htap_finding_sources_new ();
  self->sources = g_list_store_new (HTAP_TYPE_SOURCE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  htap_finding_sources_free (self->found);
  g_assert_finalize_object (self->sources);
}

static HtapSource *
add (Fixture *self, const char *taurus_id, guint n_instances)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "p", taurus_id);

  htap_source_succeed (source, NOW, n_instances, 10, n_instances, NULL);
  g_list_store_append (self->sources, source);

  return source;
}

static gboolean
look (Fixture *self, gint64 now)
{
  return htap_finding_sources_look (self->found, G_LIST_MODEL (self->sources), now);
}

static HtapFinding *
dup_found (Fixture *self, guint position)
{
  g_autoptr (GArray) rows = htap_finding_rows_new ();

  htap_finding_sources_collect (self->found, rows);

  return g_object_ref (g_array_index (rows, HtapFindingRow, position).finding);
}

static void
assert_found (Fixture *self, const char *expected)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autoptr (GArray) rows = htap_finding_rows_new ();

  htap_finding_sources_collect (self->found, rows);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "",
                            htap_finding_get_key (g_array_index (rows, HtapFindingRow, i).finding));

  g_assert_cmpstr (keys->str, ==, expected);
}

/* What says the same is the same, also when another comes before it. */
static void
test_same (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapFinding) full = NULL;
  HtapSource *one = add (self, "t1", 4);
  g_autoptr (HtapFinding) still = NULL;

  add (self, "t2", 10);
  g_assert_true (look (self, NOW));
  assert_found (self, "capacity-full:t2");
  full = dup_found (self, 0);
  g_assert_false (look (self, NOW + 1));

  htap_source_succeed (one, NOW, 8, 10, 8, NULL);
  g_assert_true (look (self, NOW + 1));
  assert_found (self, "capacity-high:t1 capacity-full:t2");
  still = dup_found (self, 1);
  g_assert_true (still == full);

  /* One more is another sentence. */
  htap_source_succeed (one, NOW, 9, 10, 9, NULL);
  g_assert_true (look (self, NOW + 1));
  assert_found (self, "capacity-high:t1 capacity-full:t2");
}

/* Of two profiles that look at one, the first that is fresh says how full it is; each says for
 * itself that it cannot read. */
static void
test_shared (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  HtapSource *one = add (self, "t1", 10);

  add (self, "t1", 10);
  look (self, NOW);
  assert_found (self, "capacity-full:t1");

  htap_error_set (&error, HTAP_ERROR_SERVER, NULL, "no");
  htap_source_fail (one, error);
  g_assert_true (look (self, NOW));
  assert_found (self, "not-read:t1 capacity-full:t1");
}

/* No answer for a day, and back. */
static void
test_due (Fixture *self, gconstpointer data)
{
  add (self, "t1", 1);
  g_assert_false (look (self, NOW));
  g_assert_cmpint (htap_finding_sources_get_due (self->found), ==, NOW + DAY);
  g_assert_true (look (self, NOW + DAY));
  assert_found (self, "not-read:t1");
  g_assert_true (look (self, NOW + DAY - 1));
  assert_found (self, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/finding-sources/same", test_same);
  ADD ("/finding-sources/shared", test_shared);
  ADD ("/finding-sources/due", test_due);

  return g_test_run ();
}
