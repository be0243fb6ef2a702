/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-gradual-selection.h"

#define FIRST HTAP_GRADUAL_SELECTION_FIRST

/* GTK makes about as many rows at once. */
#define ROWS 205

/* A store, and what somebody who follows the gradual selection believes to be in it. */
typedef struct
{
  GListStore *store;
  GtkSelectionModel *whole;
  GtkSelectionModel *gradual;
  GPtrArray *followed;
  guint n_growing;
} Fixture;

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  g_assert_cmpuint (position + removed, <=, fixture->followed->len);
  if (removed > 0)
    g_ptr_array_remove_range (fixture->followed, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->followed, (int) (position + i),
                        g_list_model_get_item (model, position + i));
}

static void
on_selection_changed (GtkSelectionModel *model, guint position, guint n_items, Fixture *fixture)
{
  g_assert_cmpuint (n_items, >, 0);
  g_assert_cmpuint (position + n_items, <=, fixture->followed->len);
}

static void
on_growing (HtapGradualSelection *self, Fixture *fixture)
{
  g_assert_false (htap_gradual_selection_is_complete (self));
  fixture->n_growing++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = g_list_store_new (G_TYPE_OBJECT);
  fixture->whole = GTK_SELECTION_MODEL (
      gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (fixture->store))));
  fixture->gradual = htap_gradual_selection_new (fixture->whole);
  fixture->followed = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (fixture->gradual, "items-changed", G_CALLBACK (on_items_changed), fixture);
  g_signal_connect (fixture->gradual, "selection-changed", G_CALLBACK (on_selection_changed),
                    fixture);
  g_signal_connect (fixture->gradual, "growing", G_CALLBACK (on_growing), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->followed);
  g_assert_finalize_object (fixture->gradual);
  g_assert_finalize_object (fixture->whole);
  g_assert_finalize_object (fixture->store);
}

static void
splice (Fixture *fixture, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (items, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (fixture->store, position, removed, items->pdata, added);
}

/* What is there is the begin of the whole, and whoever follows knows that. Returns: how many */
static guint
check (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (fixture->gradual);
  const guint n_items = g_list_model_get_n_items (model);

  g_assert_cmpuint (n_items, <=, g_list_model_get_n_items (G_LIST_MODEL (fixture->whole)));
  g_assert_cmpuint (n_items, ==, fixture->followed->len);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      g_autoptr (GObject) same = g_list_model_get_item (G_LIST_MODEL (fixture->whole), i);

      g_assert_true (item == same);
      g_assert_true (item == fixture->followed->pdata[i]);
      g_assert_cmpint (gtk_selection_model_is_selected (fixture->gradual, i), ==,
                       gtk_selection_model_is_selected (fixture->whole, i));
    }
  g_assert_null (g_list_model_get_item (model, n_items));

  return n_items;
}

static void
grow (Fixture *fixture)
{
  htap_gradual_selection_grow (HTAP_GRADUAL_SELECTION (fixture->gradual));
}

static gboolean
is_complete (Fixture *fixture)
{
  return htap_gradual_selection_is_complete (HTAP_GRADUAL_SELECTION (fixture->gradual));
}

/* Nobody has to be asked for rows that are there already. */
static void
test_more (Fixture *fixture, gconstpointer data)
{
  splice (fixture, 0, 0, FIRST + 30);
  htap_gradual_selection_complete (HTAP_GRADUAL_SELECTION (fixture->gradual));
  g_assert_cmpuint (check (fixture), ==, FIRST + 30);
  splice (fixture, 5, 0, 1000);
  g_assert_cmpuint (check (fixture), ==, FIRST + 30);
  g_assert_cmpuint (fixture->n_growing, ==, 2);
  htap_gradual_selection_complete (HTAP_GRADUAL_SELECTION (fixture->gradual));
  g_assert_cmpuint (check (fixture), ==, FIRST + 1030);
}

static void
test_few (Fixture *fixture, gconstpointer data)
{
  splice (fixture, 0, 0, FIRST);
  g_assert_cmpuint (check (fixture), ==, FIRST);
  g_assert_true (is_complete (fixture));
  splice (fixture, 10, 5, FIRST);
  g_assert_cmpuint (check (fixture), ==, 2 * FIRST - 5);
  g_assert_true (is_complete (fixture));
  g_assert_cmpuint (fixture->n_growing, ==, 0);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  guint n_before = FIRST;

  splice (fixture, 0, 0, 10000);
  g_assert_cmpuint (check (fixture), ==, FIRST);
  g_assert_cmpuint (fixture->n_growing, ==, 1);
  while (!is_complete (fixture))
    {
      const guint n_items = (grow (fixture), check (fixture));

      /* No step is a long one, until there is a row for nothing that comes. */
      g_assert_cmpuint (n_items, >, n_before);
      g_assert_true (n_items - n_before <= FIRST || n_before >= ROWS - FIRST);
      n_before = n_items;
    }
  g_assert_cmpuint (n_before, ==, 10000);

  splice (fixture, 0, 0, 500);
  g_assert_cmpuint (check (fixture), ==, 10500);
}

/* The order is another one, or the search. */
static void
test_anew (Fixture *fixture, gconstpointer data)
{
  HtapGradualSelection *gradual = HTAP_GRADUAL_SELECTION (fixture->gradual);

  splice (fixture, 0, 0, 1000);
  htap_gradual_selection_complete (gradual);
  g_assert_cmpuint (check (fixture), ==, 1000);

  /* Nothing, or little, is new. */
  htap_gradual_selection_begin_anew (gradual);
  splice (fixture, 3, 2, 4);
  g_assert_cmpuint (check (fixture), ==, 1002);
  splice (fixture, FIRST, 900, 900);
  g_assert_cmpuint (check (fixture), ==, 1002);

  splice (fixture, 2, 1000, 800);
  g_assert_cmpuint (check (fixture), ==, FIRST);
  g_assert_cmpuint (fixture->n_growing, ==, 2);
  grow (fixture);
  g_assert_cmpuint (check (fixture), >, FIRST);
  htap_gradual_selection_end_anew (gradual);
  htap_gradual_selection_complete (gradual);

  splice (fixture, 0, 802, 800);
  g_assert_cmpuint (check (fixture), ==, 800);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkBitset) selected = NULL;

  splice (fixture, 0, 0, 1000);
  gtk_selection_model_select_item (fixture->gradual, 3, TRUE);
  gtk_selection_model_select_item (fixture->whole, 700, FALSE);
  check (fixture);
  gtk_selection_model_select_all (fixture->gradual);
  selected = gtk_selection_model_get_selection (fixture->whole);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 1000);
  gtk_selection_model_unselect_range (fixture->gradual, 0, 5);
  check (fixture);
}

/* Whatever happens in whatever order. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  HtapGradualSelection *gradual = HTAP_GRADUAL_SELECTION (fixture->gradual);

  for (guint i = 0; i < 2000; i++)
    {
      const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->store));
      const guint position = (guint) g_rand_int_range (random, 0, (gint32) n_items + 1);
      const guint removed = (guint) g_rand_int_range (random, 0, (gint32) (n_items - position) + 1);

      switch (g_rand_int_range (random, 0, 8))
        {
        case 0:
          grow (fixture);
          break;
        case 1:
          htap_gradual_selection_complete (gradual);
          break;
        case 2:
          htap_gradual_selection_begin_anew (gradual);
          break;
        case 3:
          htap_gradual_selection_end_anew (gradual);
          break;
        case 4:
          gtk_selection_model_select_range (fixture->whole, position, removed, FALSE);
          break;
        case 5:
          splice (fixture, 0, n_items, 0);
          break;
        default:
          splice (fixture, position, removed, (guint) g_rand_int_range (random, 0, 300));
        }
      check (fixture);
    }
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/gradual-selection/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("few", test_few);
  ADD_TEST ("more", test_more);
  ADD_TEST ("many", test_many);
  ADD_TEST ("anew", test_anew);
  ADD_TEST ("selection", test_selection);
  ADD_TEST ("random", test_random);

  return g_test_run ();
}
