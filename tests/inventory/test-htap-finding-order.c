/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-order.h"

#include "htap-finding-rule.h"

/* A list, what it is to be, and what a view makes of its signals. */
typedef struct
{
  HtapSource *source;
  HtapFindingOrder *order;
  GArray *wanted; /* HtapFindingRow, sorted */
  GPtrArray *mirror;
  guint n_signals;
} Fixture;

static void
on_items_changed (Fixture *self, guint position, guint removed, guint added, GListModel *order)
{
  self->n_signals++;
  if (removed > 0)
    g_ptr_array_remove_range (self->mirror, position, removed);
  for (guint i = position; i < position + added; i++)
    g_ptr_array_insert (self->mirror, (int) i, g_list_model_get_item (order, i));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);

  self->source = htap_source_new (profile, "north", "p", "t");
  self->order = htap_finding_order_new ();
  self->wanted = htap_finding_rows_new ();
  self->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect_swapped (self->order, "items-changed", G_CALLBACK (on_items_changed), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->mirror);
  g_array_unref (self->wanted);
  g_assert_finalize_object (self->order);
  g_assert_finalize_object (self->source);
}

static void
add_row (Fixture *self, GArray *rows, guint rule, guint place)
{
  static const HtapFindingFacts facts = { 0 };
  g_autoptr (HtapFinding) finding =
      htap_finding_new (&htap_finding_rule_get (rule)->kind, NULL, self->source, &facts);

  htap_finding_rows_add (rows, finding, place);
}

static void
copy_row (GArray *rows, const HtapFindingRow *row)
{
  htap_finding_rows_add (rows, row->finding, row->place);
}

static void
assert_as_wanted (Fixture *self)
{
  g_assert_cmpuint (self->mirror->len, ==, self->wanted->len);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->order)), ==, self->wanted->len);
  for (guint i = 0; i < self->wanted->len; i++)
    {
      HtapFinding *finding = g_array_index (self->wanted, HtapFindingRow, i).finding;

      g_assert_true (htap_finding_order_get (self->order, i) == finding);
      g_assert_true (self->mirror->pdata[i] == finding);
    }
  g_assert_null (htap_finding_order_get (self->order, self->wanted->len));
}

/* One signal for a run of neighbours. */
static void
test_runs (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) more = htap_finding_rows_new ();
  g_autoptr (GArray) fewer = htap_finding_rows_new ();

  for (guint i = 0; i < 10; i++)
    add_row (self, self->wanted, HTAP_RULE_FROZEN, 10 * i);
  g_assert_true (htap_finding_order_replace (self->order, self->wanted));
  g_assert_cmpuint (self->n_signals, ==, 1);
  g_assert_false (htap_finding_order_replace (self->order, self->wanted));
  g_assert_cmpuint (self->n_signals, ==, 1);

  add_row (self, more, HTAP_RULE_FROZEN, 11);
  add_row (self, more, HTAP_RULE_FROZEN, 12);
  add_row (self, more, HTAP_RULE_GONE, 1);
  htap_finding_order_add (self->order, more);
  g_assert_cmpuint (self->n_signals, ==, 3);

  copy_row (fewer, &g_array_index (self->wanted, HtapFindingRow, 1));
  copy_row (fewer, &g_array_index (more, HtapFindingRow, 0));
  copy_row (fewer, &g_array_index (more, HtapFindingRow, 1));
  copy_row (fewer, &g_array_index (self->wanted, HtapFindingRow, 8));
  htap_finding_order_remove (self->order, fewer);
  g_assert_cmpuint (self->n_signals, ==, 5);
  g_assert_cmpuint (self->mirror->len, ==, 9);
}

/* Moves some of what is wanted to @removed. */
static void
remove_some (Fixture *self, GRand *rand, GArray *removed)
{
  for (guint i = self->wanted->len; i-- > 0;)
    if (g_rand_int_range (rand, 0, 4) == 0)
      {
        copy_row (removed, &g_array_index (self->wanted, HtapFindingRow, i));
        g_array_remove_index (self->wanted, i);
      }
  g_array_sort (removed, htap_finding_row_compare);
}

static gboolean
is_taken (Fixture *self, guint rule, guint place)
{
  for (guint i = 0; i < self->wanted->len; i++)
    {
      const HtapFindingRow *row = &g_array_index (self->wanted, HtapFindingRow, i);

      if (row->place == place &&
          htap_finding_rule_get_index (htap_finding_rule_get_of (row->finding)) == rule)
        return TRUE;
    }

  return FALSE;
}

static void
add_some (Fixture *self, GRand *rand, GArray *added)
{
  for (int n = g_rand_int_range (rand, 0, 10); n > 0; n--)
    {
      guint rule = (guint) g_rand_int_range (rand, 0, HTAP_N_RULES);
      guint place = (guint) g_rand_int_range (rand, 0, 20);

      if (is_taken (self, rule, place))
        continue;
      add_row (self, added, rule, place);
      copy_row (self->wanted, &g_array_index (added, HtapFindingRow, added->len - 1));
    }
  g_array_sort (added, htap_finding_row_compare);
  g_array_sort (self->wanted, htap_finding_row_compare);
}

static void
test_random (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GArray) removed = htap_finding_rows_new ();
      g_autoptr (GArray) added = htap_finding_rows_new ();

      remove_some (self, rand, removed);
      htap_finding_order_remove (self->order, removed);
      assert_as_wanted (self);
      add_some (self, rand, added);
      htap_finding_order_add (self->order, added);
      assert_as_wanted (self);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/finding-order/runs", test_runs);
  ADD ("/finding-order/random", test_random);

  return g_test_run ();
}
