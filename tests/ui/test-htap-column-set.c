/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-set.h"

#include "htap-column.h"
#include "htap-list-test.h"

typedef struct
{
  GtkColumnView *view;
  HtapColumnSet *set;
  guint n_changes;
} Fixture;

static void
on_changed (HtapColumnSet *set, Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->view = GTK_COLUMN_VIEW (g_object_ref_sink (gtk_column_view_new (NULL)));
  fixture->set = htap_column_set_new (fixture->view);
  fixture->n_changes = 0;
  g_signal_connect (fixture->set, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->set);
  g_assert_finalize_object (fixture->view);
}

static char *
dup_visible (Fixture *fixture)
{
  g_autoptr (GArray) visible = htap_column_set_dup_visible (fixture->set);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < visible->len; i++)
    {
      const HtapField *field = htap_field_get (g_array_index (visible, HtapFieldIndex, i));

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", htap_field_get_id (field));
    }

  return g_strdup (ids->str);
}

#define assert_visible(fixture, expected)                                                          \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *ids_ = dup_visible (fixture);                                                 \
    g_assert_cmpstr (ids_, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

#define DEFAULTS "name shown_status taurus_name data_vip ha_mode engine_version region create_at"
#define NARROW   "name shown_status data_vip ha_mode engine_version create_at"

static GtkColumnViewColumn *
get_column (Fixture *fixture, HtapFieldIndex field)
{
  return htap_column_set_get_column (fixture->set, field);
}

/* What the list shows has @n_instances, all of one source. */
static void
narrow (Fixture *fixture, guint n_instances)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (GListStore) store = htap_list_test_crowd (source, n_instances);
  g_autoptr (HtapInstanceChain) chain = htap_instance_chain_new (G_LIST_MODEL (store));

  htap_column_set_update_automatic (fixture->set, chain, HTAP_FIELD_ALL);
}

/* There are two sources in two regions. */
static void
widen (Fixture *fixture)
{
  g_autoptr (HtapSource) one = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapSource) other = htap_list_test_source ("cn-east-3", "bin07", "taurus-bi");
  g_autoptr (GListStore) store = htap_list_test_crowd (one, 2);
  g_autoptr (HtapInstance) instance = htap_list_test_instance (other, "9in17", "z", NULL, "normal");
  g_autoptr (HtapInstanceChain) chain = NULL;

  g_list_store_append (store, instance);
  chain = htap_instance_chain_new (G_LIST_MODEL (store));
  htap_column_set_update_automatic (fixture->set, chain, HTAP_FIELD_ALL);
}

static void
test_first_start (Fixture *fixture, gconstpointer data)
{
  assert_visible (fixture, DEFAULTS);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (fixture->view)), ==,
                    HTAP_N_FIELDS);
}

static void
test_automatic (Fixture *fixture, gconstpointer data)
{
  narrow (fixture, 0);
  assert_visible (fixture, DEFAULTS);
  narrow (fixture, 3);
  assert_visible (fixture, NARROW);
  widen (fixture);
  assert_visible (fixture, DEFAULTS);
  /* None of that was a choice. */
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) saved = NULL;

  narrow (fixture, 3);
  gtk_column_view_column_set_visible (get_column (fixture, HTAP_FIELD_REGION), TRUE);
  gtk_column_view_column_set_visible (get_column (fixture, HTAP_FIELD_PORT), TRUE);
  gtk_column_view_column_set_visible (get_column (fixture, HTAP_FIELD_HA_MODE), FALSE);
  g_assert_cmpuint (fixture->n_changes, ==, 3);

  /* What is chosen stays, whatever there is. */
  narrow (fixture, 2);
  assert_visible (fixture, "name shown_status data_vip engine_version region create_at port");
  saved = g_variant_ref_sink (htap_column_set_save (fixture->set));

  htap_column_set_reset (fixture->set);
  assert_visible (fixture, NARROW);
  htap_column_set_load (fixture->set, saved);
  assert_visible (fixture, "name shown_status data_vip engine_version region create_at port");

  widen (fixture);
  gtk_column_view_column_set_visible (get_column (fixture, HTAP_FIELD_TAURUS_NAME), FALSE);
  widen (fixture);
  assert_visible (fixture, "name shown_status data_vip engine_version region create_at port");
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) saved = NULL;

  gtk_column_view_insert_column (fixture->view, 0, get_column (fixture, HTAP_FIELD_DATA_VIP));
  g_assert_cmpuint (fixture->n_changes, >, 0);
  saved = g_variant_ref_sink (htap_column_set_save (fixture->set));

  htap_column_set_reset (fixture->set);
  assert_visible (fixture, DEFAULTS);
  htap_column_set_load (fixture->set, saved);
  assert_visible (fixture,
                  "data_vip name shown_status taurus_name ha_mode engine_version region create_at");
}

static void
test_widths (Fixture *fixture, gconstpointer data)
{
  GtkColumnViewColumn *column = get_column (fixture, HTAP_FIELD_NAME);
  g_autoptr (GVariant) absurd = g_variant_ref_sink (
      g_variant_new_parsed ("[('name', 'shown', 3), ('nonsense', 'shown', 100)]"));
  g_autoptr (GVariant) saved = NULL;

  /* A border that is dragged to the left. */
  gtk_column_view_column_set_fixed_width (column, 0);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, HTAP_COLUMN_MINIMUM_WIDTH);
  g_assert_cmpuint (fixture->n_changes, >, 0);

  /* GTK counts the widths of hidden columns. */
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (get_column (fixture, HTAP_FIELD_PORT)),
                   ==, 0);

  gtk_column_view_column_set_fixed_width (column, 333);
  saved = g_variant_ref_sink (htap_column_set_save (fixture->set));
  htap_column_set_load (fixture->set, absurd);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, HTAP_COLUMN_MINIMUM_WIDTH);
  htap_column_set_load (fixture->set, saved);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, 333);

  /* A column that is hidden for a while keeps its width. */
  gtk_column_view_column_set_visible (column, FALSE);
  gtk_column_view_column_set_visible (column, TRUE);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (column), ==, 333);
}

#define ADD_TEST(path, function)                                                                   \
  g_test_add ("/column-set/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  ADD_TEST ("first-start", test_first_start);
  ADD_TEST ("automatic", test_automatic);
  ADD_TEST ("by-hand", test_by_hand);
  ADD_TEST ("order", test_order);
  ADD_TEST ("widths", test_widths);

  return g_test_run ();
}
