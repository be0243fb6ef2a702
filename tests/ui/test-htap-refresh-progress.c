/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-refresh-progress.h"

#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

typedef struct
{
  HtapTestDemo *demo;
  HtapRefreshProgress *progress;
  HtapTestWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->demo = htap_test_demo_new ();
  fixture->progress = HTAP_REFRESH_PROGRESS (htap_refresh_progress_new ());
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->progress), 300, 100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  htap_test_demo_free (fixture->demo);
}

static GtkProgressBar *
get_bar (Fixture *fixture)
{
  return GTK_PROGRESS_BAR (gtk_widget_get_first_child (GTK_WIDGET (fixture->progress)));
}

static gboolean
is_shown (gpointer data)
{
  Fixture *fixture = data;

  return htap_refresh_progress_get_shown (fixture->progress) &&
         gtk_widget_get_mapped (GTK_WIDGET (get_bar (fixture)));
}

static gboolean
is_idle (gpointer data)
{
  return htap_inventory_get_refresh (data) == NULL;
}

/* Two at a time, so that it has something to show in between. */
static void
test_long_sweep (Fixture *fixture, gconstpointer data)
{
  HtapRefresh *refresh;
  guint n_done;

  htap_demo_cloud_set_delay (fixture->demo->cloud, 800);
  htap_inventory_set_max_in_flight (fixture->demo->inventory, 2);
  refresh = htap_inventory_refresh (fixture->demo->inventory, NULL);
  htap_refresh_progress_set_refresh (fixture->progress, refresh);
  g_assert_false (is_shown (fixture));

  htap_test_wait_until (is_shown, fixture, "the progress of a refresh");
  n_done = htap_refresh_get_done (refresh);
  g_assert_cmpuint (n_done, >, 0);
  g_assert_cmpuint (n_done, <, 6);
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (get_bar (fixture)), n_done / 6.0,
                                  0.001);
  gtk_test_accessible_assert_property (get_bar (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Progress of the Refresh");

  /* Another one takes its place without a flicker. */
  htap_refresh_progress_set_refresh (fixture->progress,
                                     htap_inventory_refresh (fixture->demo->inventory, NULL));
  g_assert_true (is_shown (fixture));
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (get_bar (fixture)), 0, 0.001);

  htap_inventory_stop (fixture->demo->inventory);
  htap_test_wait_until (is_idle, fixture->demo->inventory, "the end of a refresh");
  htap_refresh_progress_set_refresh (fixture->progress, NULL);
  g_assert_false (is_shown (fixture));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_bar (fixture))));
}

static gboolean
on_patience_over (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Of one TaurusDB instance there is nothing to count, however long it takes. */
static void
test_single (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  gboolean is_over = FALSE;

  g_ptr_array_add (sources, htap_window_test_get_source (fixture->demo->inventory, 0));
  htap_demo_cloud_set_delay (fixture->demo->cloud, 5000);
  htap_refresh_progress_set_refresh (fixture->progress,
                                     htap_inventory_refresh (fixture->demo->inventory, sources));
  g_timeout_add (1200, on_patience_over, &is_over);
  htap_test_wait_until (is_true, &is_over, "the time after which others show");
  g_assert_false (is_shown (fixture));
  htap_inventory_stop (fixture->demo->inventory);
  htap_test_wait_until (is_idle, fixture->demo->inventory, "the end of a refresh");
}

/* Over before it is shown. */
static void
test_short_sweep (Fixture *fixture, gconstpointer data)
{
  htap_refresh_progress_set_refresh (fixture->progress,
                                     htap_inventory_refresh (fixture->demo->inventory, NULL));
  htap_test_wait_until (is_idle, fixture->demo->inventory, "the end of a refresh");
  htap_refresh_progress_set_refresh (fixture->progress, NULL);
  g_assert_false (is_shown (fixture));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/refresh-progress/long-sweep", Fixture, NULL, set_up, test_long_sweep, tear_down);
  g_test_add ("/refresh-progress/single", Fixture, NULL, set_up, test_single, tear_down);
  g_test_add ("/refresh-progress/short-sweep", Fixture, NULL, set_up, test_short_sweep, tear_down);

  return g_test_run ();
}
