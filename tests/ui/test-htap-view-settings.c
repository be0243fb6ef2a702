/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-view-settings.h"

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

/* At the end of the window nothing waits for the half second after the last change. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  show_column (fixture->view);
  htap_instance_view_set_sort (fixture->view, HTAP_FIELD_PORT, FALSE);
  htap_view_settings_save (fixture->view, fixture->settings);
  assert_same_columns (fixture->view, fixture->settings);
  assert_kept_sort (fixture, "port", FALSE);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/view-settings/sort", Fixture, NULL, set_up, test_sort, tear_down);
  g_test_add ("/view-settings/unknown-field", Fixture, NULL, set_up, test_unknown_field, tear_down);
  g_test_add ("/view-settings/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/view-settings/save", Fixture, NULL, set_up, test_save, tear_down);

  return g_test_run ();
}
