/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-chain.h"

#include "htap-list-test.h"

#define assert_shown(chain, expected)                                                              \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *names_ = htap_list_test_names (htap_instance_chain_get_shown (chain));        \
    g_assert_cmpstr (names_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

#define assert_selected(chain, expected)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GListModel) selected_ = htap_instance_chain_dup_selected (chain);                   \
    g_autofree char *names_ = htap_list_test_names (selected_);                                    \
    g_assert_cmpstr (names_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

typedef struct
{
  HtapSource *orders; /* cn-north-4, taurus-orders */
  HtapSource *bi;     /* cn-east-3, taurus-bi */
  GListStore *store;
  HtapInstanceChain *chain;
} Fixture;

static void
add (Fixture *fixture,
     HtapSource *source,
     const char *name,
     const char *ip,
     const char *status,
     const char *mode,
     const char *version,
     gint64 created)
{
  g_autofree char *id = g_strdup_printf ("%08xin17", g_str_hash (name));
  g_autoptr (HtapRecord) record = htap_list_test_record (id, name, ip, status);
  g_autoptr (HtapInstance) instance = NULL;

  htap_record_set_text (record, HTAP_TEXT_HA_MODE, mode);
  htap_record_set_text (record, HTAP_TEXT_ENGINE_VERSION, version);
  htap_record_set_number (record, HTAP_NUMBER_CREATE_AT, created);
  instance = htap_instance_new (source, record);
  g_list_store_append (fixture->store, instance);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->orders = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  fixture->bi = htap_list_test_source ("cn-east-3", "bin07", "taurus-bi");
  fixture->store = g_list_store_new (HTAP_TYPE_INSTANCE);
  add (fixture, fixture->orders, "n-10", "10.0.0.9", "normal", "Single", "3.1.9", 30);
  add (fixture, fixture->orders, "n-2", "10.0.0.100", "abnormal", "Cluster", "3.1.15", 10);
  add (fixture, fixture->bi, "x", NULL, "creating", "Ha", "3.0.1", 20);
  fixture->chain = htap_instance_chain_new (G_LIST_MODEL (fixture->store));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->chain);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->orders);
  g_assert_finalize_object (fixture->bi);
}

/* A refresh: an answer said something else of the instance named @name. */
static void
set_status (Fixture *fixture, guint position, const char *status)
{
  g_autoptr (HtapInstance) instance =
      g_list_model_get_item (G_LIST_MODEL (fixture->store), position);
  g_autoptr (HtapRecord) record =
      htap_list_test_record (htap_instance_get_id (instance), htap_instance_get_name (instance),
                             htap_instance_get_private_ip (instance), status);

  htap_instance_set_record (instance, record);
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    HtapFieldIndex field;
    const char *ascending;
    const char *descending;
  } cases[] = {
    { HTAP_FIELD_NAME, "n-2 n-10 x", "x n-10 n-2" },
    { HTAP_FIELD_SHOWN_STATUS, "n-2 x n-10", "n-10 x n-2" },
    { HTAP_FIELD_TAURUS_NAME, "x n-2 n-10", "n-2 n-10 x" },
    { HTAP_FIELD_DATA_VIP, "n-10 n-2 x", "n-2 n-10 x" },
    { HTAP_FIELD_HA_MODE, "n-2 x n-10", "n-10 x n-2" },
    { HTAP_FIELD_ENGINE_VERSION, "x n-10 n-2", "n-2 n-10 x" },
    { HTAP_FIELD_REGION, "x n-2 n-10", "n-2 n-10 x" },
    { HTAP_FIELD_CREATE_AT, "n-2 x n-10", "n-10 x n-2" },
  };
  guint n_defaults;

  htap_field_get_default_columns (&n_defaults);
  g_assert_cmpuint (n_defaults, ==, G_N_ELEMENTS (cases));

  assert_shown (fixture->chain, "n-2 x n-10");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      htap_instance_chain_set_sort (fixture->chain, cases[i].field, FALSE);
      assert_shown (fixture->chain, cases[i].ascending);
      htap_instance_chain_set_sort (fixture->chain, cases[i].field, TRUE);
      assert_shown (fixture->chain, cases[i].descending);
    }
}

static void
test_search_and_scope (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) scope = g_ptr_array_new ();

  htap_instance_chain_set_search (fixture->chain, "10.0.0.");
  assert_shown (fixture->chain, "n-2 n-10");
  assert_selected (fixture->chain, "");

  g_ptr_array_add (scope, fixture->bi);
  htap_instance_chain_set_scope (fixture->chain, scope);
  assert_shown (fixture->chain, "");
  htap_instance_chain_set_search (fixture->chain, "");
  assert_shown (fixture->chain, "x");
  /* Nothing was searched for, so nothing was found. */
  assert_selected (fixture->chain, "");

  htap_instance_chain_set_scope (fixture->chain, NULL);
  assert_shown (fixture->chain, "n-2 x n-10");
}

static void
test_only_match (Fixture *fixture, gconstpointer data)
{
  htap_instance_chain_set_search (fixture->chain, "0.0.100");
  assert_shown (fixture->chain, "n-2");
  assert_selected (fixture->chain, "n-2");

  htap_instance_chain_set_search (fixture->chain, "");
  assert_selected (fixture->chain, "n-2");
}

static void
test_only_match_comes_late (Fixture *fixture, gconstpointer data)
{
  htap_instance_chain_set_search (fixture->chain, "late");
  assert_shown (fixture->chain, "");

  add (fixture, fixture->bi, "late", "10.0.0.1", "normal", "Single", "3", 1);
  htap_instance_chain_note_merged (fixture->chain, 0);
  assert_selected (fixture->chain, "late");
}

static void
test_selection_stays (Fixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection = htap_instance_chain_get_selection (fixture->chain);

  assert_shown (fixture->chain, "n-2 x n-10");
  gtk_selection_model_select_item (selection, 2, TRUE);
  gtk_selection_model_select_item (selection, 0, FALSE);
  assert_selected (fixture->chain, "n-2 n-10");

  /* Another order. */
  htap_instance_chain_set_sort (fixture->chain, HTAP_FIELD_NAME, TRUE);
  assert_shown (fixture->chain, "x n-10 n-2");
  assert_selected (fixture->chain, "n-10 n-2");

  /* A refresh that sorts anew. */
  htap_instance_chain_set_sort (fixture->chain, HTAP_FIELD_SHOWN_STATUS, FALSE);
  set_status (fixture, 0, "createfail");
  set_status (fixture, 1, "normal");
  htap_instance_chain_note_merged (fixture->chain, HTAP_FIELD_BIT (HTAP_FIELD_STATUS) |
                                                       HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS));
  assert_shown (fixture->chain, "n-10 x n-2");
  assert_selected (fixture->chain, "n-10 n-2");

  /* One that vanishes takes no other's place. */
  g_list_store_remove (fixture->store, 0);
  assert_shown (fixture->chain, "x n-2");
  assert_selected (fixture->chain, "n-2");
  add (fixture, fixture->orders, "a-1", "10.0.0.7", "abnormal", "Single", "3", 1);
  assert_shown (fixture->chain, "a-1 x n-2");
  assert_selected (fixture->chain, "n-2");
}

static void
on_items_changed (GListModel *model, guint position, guint removed, guint added, guint *n_changes)
{
  (*n_changes)++;
}

static void
test_merge_without_interest (Fixture *fixture, gconstpointer data)
{
  guint n_changes = 0;

  g_signal_connect (htap_instance_chain_get_shown (fixture->chain), "items-changed",
                    G_CALLBACK (on_items_changed), &n_changes);
  set_status (fixture, 0, "createfail");
  htap_instance_chain_note_merged (fixture->chain, HTAP_FIELD_BIT (HTAP_FIELD_PORT));

  /* It was told that the statuses are as they were, so it did not look. */
  assert_shown (fixture->chain, "n-2 x n-10");
  g_assert_cmpuint (n_changes, ==, 0);

  htap_instance_chain_note_merged (fixture->chain, HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS));
  assert_shown (fixture->chain, "n-10 n-2 x");
  g_assert_cmpuint (n_changes, >, 0);
}

static void
test_targets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) first = htap_instance_chain_dup_targets (fixture->chain);
  g_autoptr (GListModel) selected = NULL;
  g_autoptr (GListModel) none = NULL;
  g_autofree char *name = htap_list_test_names (first);
  g_autofree char *names = NULL;

  g_assert_cmpstr (name, ==, "n-2");

  gtk_selection_model_select_range (htap_instance_chain_get_selection (fixture->chain), 1, 2, TRUE);
  selected = htap_instance_chain_dup_targets (fixture->chain);
  names = htap_list_test_names (selected);
  g_assert_cmpstr (names, ==, "x n-10");

  g_list_store_remove_all (fixture->store);
  none = htap_instance_chain_dup_targets (fixture->chain);
  g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
}

static void
test_count_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) scope = g_ptr_array_new ();

  g_assert_cmpuint (htap_instance_chain_count_values (fixture->chain, HTAP_FIELD_REGION), ==, 2);
  htap_instance_chain_set_search (fixture->chain, "n-2");
  g_assert_cmpuint (htap_instance_chain_count_values (fixture->chain, HTAP_FIELD_REGION), ==, 2);

  g_ptr_array_add (scope, fixture->orders);
  htap_instance_chain_set_scope (fixture->chain, scope);
  g_assert_cmpuint (htap_instance_chain_count_values (fixture->chain, HTAP_FIELD_REGION), ==, 1);
  g_list_store_remove_all (fixture->store);
  g_assert_cmpuint (htap_instance_chain_count_values (fixture->chain, HTAP_FIELD_REGION), ==, 0);
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/instance-chain/" path, Fixture, NULL, set_up, function, tear_down)

static int
compare_by_address (gconstpointer a, gconstpointer b)
{
  HtapInstance *one = *(HtapInstance *const *) a;
  HtapInstance *other = *(HtapInstance *const *) b;
  int order = htap_field_compare (htap_field_get (HTAP_FIELD_DATA_VIP), one, other);

  return order != 0 ? order : htap_field_compare (htap_field_get (HTAP_FIELD_NAME), one, other);
}

static void
assert_sorted_by_address (GListModel *all, GListModel *shown)
{
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    g_ptr_array_add (expected, g_list_model_get_item (all, i));
  qsort (expected->pdata, expected->len, sizeof (gpointer), compare_by_address);

  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, expected->len);
  for (guint i = 0; i < expected->len; i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (shown, i);

      g_assert_true (instance == expected->pdata[i]);
    }
}

/* What a row is sorted by changes while it is sorted by that: the row moves. */
static void
test_values_change (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (GListStore) store = htap_list_test_crowd (source, 120);
  g_autoptr (HtapInstanceChain) chain = htap_instance_chain_new (G_LIST_MODEL (store));
  GListModel *shown = htap_instance_chain_get_shown (chain);

  htap_instance_chain_set_sort (chain, HTAP_FIELD_DATA_VIP, FALSE);
  assert_sorted_by_address (G_LIST_MODEL (store), shown);

  for (guint round = 0; round < 5; round++)
    {
      for (guint i = round; i < 120; i += 4)
        {
          g_autoptr (HtapInstance) instance = g_list_model_get_item (G_LIST_MODEL (store), i);
          gint32 number = g_test_rand_int_range (0, 40);
          g_autofree char *ip =
              number < 2 ? NULL
                         : g_strdup_printf (number % 3 == 0 ? "2001:db8::%x" : "10.0.%d.7", number);
          g_autoptr (HtapRecord) record = htap_list_test_record (
              htap_instance_get_id (instance), htap_instance_get_name (instance), ip, "normal");

          htap_instance_set_record (instance, record);
        }
      htap_instance_chain_note_merged (chain, HTAP_FIELD_BIT (HTAP_FIELD_DATA_VIP));
      assert_sorted_by_address (G_LIST_MODEL (store), shown);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD_TEST ("sort", test_sort);
  ADD_TEST ("search-and-scope", test_search_and_scope);
  ADD_TEST ("only-match", test_only_match);
  ADD_TEST ("only-match-comes-late", test_only_match_comes_late);
  ADD_TEST ("selection-stays", test_selection_stays);
  ADD_TEST ("merge-without-interest", test_merge_without_interest);
  ADD_TEST ("targets", test_targets);
  ADD_TEST ("count-values", test_count_values);

  g_test_add_func ("/instance-chain/values-change", test_values_change);

  return g_test_run ();
}
