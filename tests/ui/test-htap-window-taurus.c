/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

#include "htap-source-row.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

static guint
count_sources (HtapWindowFixture *fixture)
{
  return g_list_model_get_n_items (htap_inventory_get_sources (fixture->demo->inventory));
}

static void
test_refresh (HtapWindowFixture *fixture, gconstpointer data)
{
  HtapSource *first = htap_window_test_get_source (fixture->demo->inventory, 0);
  HtapSource *second = htap_window_test_get_source (fixture->demo->inventory, 1);

  htap_window_fixture_activate (fixture, "refresh-taurus",
                                g_variant_new_string (htap_source_get_taurus_id (first)));
  htap_window_fixture_wait_idle (fixture);
  g_assert_cmpint (htap_source_get_as_of (first), !=, 0);
  g_assert_cmpint (htap_source_get_as_of (second), ==, 0);

  htap_window_fixture_activate (fixture, "refresh-taurus", g_variant_new_string ("unknown"));
  g_assert_null (htap_inventory_get_refresh (fixture->demo->inventory));
}

/* With its rows, and back with them. */
static void
test_hide_and_show (HtapWindowFixture *fixture, gconstpointer data)
{
  HtapSource *first = htap_window_test_get_source (fixture->demo->inventory, 0);
  g_autofree char *id = g_strdup (htap_source_get_taurus_id (first));
  g_autoptr (HtapProfile) profile =
      g_list_model_get_item (htap_inventory_get_profiles (fixture->demo->inventory), 0);
  GListModel *shown = htap_instance_view_get_shown (htap_window_fixture_get_view (fixture));
  guint n_sources = count_sources (fixture);
  guint n_shown, n_hidden;

  htap_test_demo_refresh (fixture->demo);
  htap_widget_test_settle ();
  n_shown = g_list_model_get_n_items (shown);
  n_hidden = htap_source_get_n_instances (first);
  g_assert_cmpuint (n_hidden, >, 0);
  htap_sidebar_choose (fixture->window->sidebar, first);

  htap_window_fixture_activate (fixture, "hide-taurus", g_variant_new_string (id));
  g_assert_cmpuint (count_sources (fixture), ==, n_sources - 1);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, n_shown - n_hidden);
  g_assert_null (htap_sidebar_get_chosen (fixture->window->sidebar));
  g_assert_nonnull (strstr (htap_toaster_get_last (fixture->window->toaster), "is hidden."));
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (fixture->window->sidebar), "All Instances"));

  htap_window_fixture_activate (fixture, "show-hidden",
                                g_variant_new_string (htap_profile_get_uuid (profile)));
  htap_window_fixture_wait_idle (fixture);
  htap_widget_test_settle ();
  g_assert_cmpuint (count_sources (fixture), ==, n_sources);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, n_shown);
}

static GVariant *
name_taurus (HtapSource *source)
{
  return g_variant_new ("(sss)", htap_profile_get_uuid (htap_source_get_profile (source)),
                        htap_source_get_region (source), htap_source_get_taurus_id (source));
}

/* One of two, and the keyboard goes with it. A hidden one is not asked for. */
static void
test_show_one (HtapWindowFixture *fixture, gconstpointer data)
{
  HtapSource *first = htap_window_test_get_source (fixture->demo->inventory, 0);
  HtapSource *second = htap_window_test_get_source (fixture->demo->inventory, 1);
  g_autoptr (GVariant) first_id = g_variant_ref_sink (name_taurus (first));
  g_autofree char *name = g_strdup (htap_source_get_shown_name (first));
  guint n_sources = count_sources (fixture);
  HtapSource *shown;
  GtkWidget *focus;

  htap_window_fixture_activate (fixture, "hide-taurus",
                                g_variant_new_string (htap_source_get_taurus_id (second)));
  htap_window_fixture_activate (fixture, "hide-taurus",
                                g_variant_new_string (htap_source_get_taurus_id (first)));
  htap_test_demo_refresh (fixture->demo);
  g_assert_cmpuint (count_sources (fixture), ==, n_sources - 2);

  htap_window_fixture_activate (fixture, "show-taurus", first_id);
  g_assert_cmpuint (count_sources (fixture), ==, n_sources - 1);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (HTAP_IS_SOURCE_ROW (focus));
  shown = htap_source_row_get_source (HTAP_SOURCE_ROW (focus));
  g_assert_cmpstr (htap_source_get_shown_name (shown), ==, name);
  htap_window_fixture_wait_idle (fixture);
  g_assert_cmpint (htap_source_get_as_of (shown), !=, 0);
  g_assert_null (htap_sidebar_get_chosen (fixture->window->sidebar));

  htap_window_fixture_activate (fixture, "show-taurus",
                                g_variant_new ("(sss)", "unknown", "cn-north-4", "x"));
  g_assert_cmpuint (count_sources (fixture), ==, n_sources - 1);
}

/* Only where it is not found: who finds it goes on showing it. */
static void
test_hide_missing (HtapWindowFixture *fixture, gconstpointer data)
{
  HtapSource *first = htap_window_test_get_source (fixture->demo->inventory, 0);
  g_autofree char *id = g_strdup (htap_source_get_taurus_id (first));
  guint n_sources = count_sources (fixture);

  htap_window_fixture_activate (fixture, "hide-missing", g_variant_new_string (id));
  g_assert_cmpuint (count_sources (fixture), ==, n_sources);

  htap_window_test_fail (first, HTAP_ERROR_NOT_FOUND);
  htap_window_fixture_activate (fixture, "hide-missing", g_variant_new_string (id));
  g_assert_cmpuint (count_sources (fixture), ==, n_sources - 1);
  g_assert_nonnull (strstr (htap_toaster_get_last (fixture->window->toaster), "is hidden."));
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/window-taurus/refresh", test_refresh },
    { "/window-taurus/hide-and-show", test_hide_and_show },
    { "/window-taurus/show-one", test_show_one },
    { "/window-taurus/hide-missing", test_hide_missing },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
