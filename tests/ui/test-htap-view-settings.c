/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-view-settings.h"

#include "htap-column.h"
#include "htap-settings.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

typedef struct
{
  GListStore *store;
  GSettings *settings;
  HtapInstanceView *view;
} Fixture;

static HtapInstanceView *
new_view (Fixture *fixture)
{
  return g_object_ref_sink (
      HTAP_INSTANCE_VIEW (htap_instance_view_new (G_LIST_MODEL (fixture->store))));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = g_list_store_new (HTAP_TYPE_INSTANCE);
  fixture->settings = htap_settings_new (TRUE);
  fixture->view = new_view (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->settings);
  g_assert_finalize_object (fixture->store);
}

static void
assert_kept_sort (Fixture *fixture, const char *id, gboolean descending)
{
  g_autofree char *kept = NULL;
  gboolean is_descending;

  g_settings_get (fixture->settings, "sort", "(sb)", &kept, &is_descending);
  g_assert_cmpstr (kept, ==, id);
  g_assert_cmpint (is_descending, ==, descending);
}

static void
assert_sort (HtapInstanceView *view, HtapFieldIndex field, gboolean descending)
{
  gboolean is_descending;

  g_assert_cmpint (htap_instance_view_get_sort (view, &is_descending), ==, field);
  g_assert_cmpint (is_descending, ==, descending);
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  HtapInstanceView *next;

  htap_view_settings_bind (fixture->view, fixture->settings);
  assert_sort (fixture->view, HTAP_FIELD_SHOWN_STATUS, FALSE);

  htap_instance_view_set_sort (fixture->view, HTAP_FIELD_NAME, TRUE);
  assert_kept_sort (fixture, "name", TRUE);

  next = new_view (fixture);
  htap_view_settings_bind (next, fixture->settings);
  assert_sort (next, HTAP_FIELD_NAME, TRUE);
  g_assert_finalize_object (next);
}

/* Kept by another version of the program, which knew a field that this one does not. */
static void
test_unknown_field (Fixture *fixture, gconstpointer data)
{
  g_settings_set (fixture->settings, "sort", "(sb)", "no-such-field", TRUE);
  g_settings_set_value (fixture->settings, "columns",
                        g_variant_new_parsed ("[('no-such-field', 'shown', 90), "
                                              "('vpc_id', 'shown', 1000000)]"));

  htap_view_settings_bind (fixture->view, fixture->settings);
  assert_sort (fixture->view, HTAP_FIELD_SHOWN_STATUS, TRUE);
  {
    g_autoptr (GArray) visible = htap_instance_view_dup_visible_columns (fixture->view);

    g_assert_cmpuint (visible->len, >, 1);
    g_assert_cmpint (g_array_index (visible, HtapFieldIndex, 0), ==, HTAP_FIELD_VPC_ID);
  }
}

/* As a person makes it: a check in the column menu. */
static void
show_column (HtapInstanceView *view)
{
  g_autoptr (GVariant) columns =
      g_variant_ref_sink (g_variant_new_parsed ("[('vpc_id', 'shown', 150)]"));

  htap_instance_view_set_columns (view, columns);
}

static gboolean
has_columns (gpointer data)
{
  g_autoptr (GVariant) columns = g_settings_get_value (data, "columns");

  return g_variant_n_children (columns) == HTAP_N_FIELDS;
}

static void
assert_same_columns (HtapInstanceView *view, GSettings *settings)
{
  g_autoptr (GVariant) shown = g_variant_ref_sink (htap_instance_view_get_columns (view));
  g_autoptr (GVariant) kept = g_settings_get_value (settings, "columns");

  g_assert_cmpvariant (shown, kept);
}

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  HtapInstanceView *next;

  htap_view_settings_bind (fixture->view, fixture->settings);
  show_column (fixture->view);
  g_signal_emit_by_name (fixture->view, "columns-changed");
  htap_test_wait_until (has_columns, fixture->settings, "the columns in the settings");
  assert_same_columns (fixture->view, fixture->settings);

  next = new_view (fixture);
  htap_view_settings_bind (next, fixture->settings);
  assert_same_columns (next, fixture->settings);
  g_assert_finalize_object (next);
}

/* Its check in the columns dialog, or its header's menu. */
static void
set_shown (HtapInstanceView *view, HtapFieldIndex field, gboolean shown)
{
  g_autoptr (GPtrArray) views = htap_widget_test_find_all (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW);
  GListModel *columns = gtk_column_view_get_columns (views->pdata[0]);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (htap_field_get_index (htap_column_get_field (column)) == field)
        gtk_column_view_column_set_visible (column, shown);
    }
}

static gboolean
is_shown (HtapInstanceView *view, HtapFieldIndex field)
{
  g_autoptr (GArray) visible = htap_instance_view_dup_visible_columns (view);

  for (guint i = 0; i < visible->len; i++)
    if (g_array_index (visible, HtapFieldIndex, i) == field)
      return TRUE;

  return FALSE;
}

/* At the end of the window nothing waits for the half second after the last change. */
static void
test_flush (Fixture *fixture, gconstpointer data)
{
  htap_view_settings_bind (fixture->view, fixture->settings);
  set_shown (fixture->view, HTAP_FIELD_VPC_ID, TRUE);
  g_assert_false (has_columns (fixture->settings));
  htap_instance_view_flush_columns (fixture->view);
  assert_same_columns (fixture->view, fixture->settings);
}

/* The order stays, here and at the next start: the View menu shows what it is. */
static void
test_sorted_by_hidden (Fixture *fixture, gconstpointer data)
{
  HtapInstanceView *next;

  htap_view_settings_bind (fixture->view, fixture->settings);
  htap_instance_view_set_sort (fixture->view, HTAP_FIELD_DATA_VIP, TRUE);
  set_shown (fixture->view, HTAP_FIELD_DATA_VIP, FALSE);
  assert_sort (fixture->view, HTAP_FIELD_DATA_VIP, TRUE);
  htap_instance_view_flush_columns (fixture->view);
  assert_kept_sort (fixture, "data_vip", TRUE);

  next = new_view (fixture);
  htap_view_settings_bind (next, fixture->settings);
  g_assert_false (is_shown (next, HTAP_FIELD_DATA_VIP));
  assert_sort (next, HTAP_FIELD_DATA_VIP, TRUE);

  /* It is back, with its arrow. */
  set_shown (next, HTAP_FIELD_DATA_VIP, TRUE);
  assert_sort (next, HTAP_FIELD_DATA_VIP, TRUE);
  g_assert_finalize_object (next);
}

/* Each keeps what it shows; of the two, what somebody changed last is there at the next start. */
static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  HtapInstanceView *other = new_view (fixture);

  htap_view_settings_bind (fixture->view, fixture->settings);
  set_shown (fixture->view, HTAP_FIELD_VPC_ID, TRUE);
  /* It is opened while the change waits to be kept, and knows nothing of it. */
  htap_view_settings_bind (other, fixture->settings);
  htap_test_wait_until (has_columns, fixture->settings, "the columns in the settings");
  g_assert_false (is_shown (other, HTAP_FIELD_VPC_ID));
  htap_instance_view_set_sort (other, HTAP_FIELD_NAME, TRUE);
  assert_sort (fixture->view, HTAP_FIELD_SHOWN_STATUS, FALSE);

  /* One that ends without a change takes nothing of the other's back. */
  htap_instance_view_flush_columns (other);
  assert_same_columns (fixture->view, fixture->settings);
  assert_kept_sort (fixture, "name", TRUE);

  set_shown (other, HTAP_FIELD_PORT, TRUE);
  htap_instance_view_flush_columns (other);
  assert_same_columns (other, fixture->settings);
  g_assert_false (is_shown (fixture->view, HTAP_FIELD_PORT));
  g_assert_true (is_shown (fixture->view, HTAP_FIELD_VPC_ID));
  g_assert_finalize_object (other);
}

/* What was kept is not kept again: another window may have kept something else meanwhile. */
static void
test_bind_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) kept =
      g_variant_ref_sink (g_variant_new_parsed ("[('vpc_id', 'shown', 150)]"));
  g_autoptr (GVariant) after = NULL;

  g_settings_set_value (fixture->settings, "columns", kept);
  htap_view_settings_bind (fixture->view, fixture->settings);
  g_assert_true (is_shown (fixture->view, HTAP_FIELD_VPC_ID));
  htap_instance_view_flush_columns (fixture->view);
  after = g_settings_get_value (fixture->settings, "columns");
  g_assert_cmpvariant (after, kept);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/view-settings/sort", Fixture, NULL, set_up, test_sort, tear_down);
  g_test_add ("/view-settings/unknown-field", Fixture, NULL, set_up, test_unknown_field, tear_down);
  g_test_add ("/view-settings/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/view-settings/flush", Fixture, NULL, set_up, test_flush, tear_down);
  g_test_add ("/view-settings/sorted-by-hidden", Fixture, NULL, set_up, test_sorted_by_hidden,
              tear_down);
  g_test_add ("/view-settings/two-windows", Fixture, NULL, set_up, test_two_windows, tear_down);
  g_test_add ("/view-settings/bind-changes-nothing", Fixture, NULL, set_up,
              test_bind_changes_nothing, tear_down);

  return g_test_run ();
}
