/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-details.h"

#include "htap-detail-group.h"
#include "htap-detail-row.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapTestWindow *window;
  GtkWidget *details;
  HtapInstance *instance;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->details = g_object_ref_sink (htap_instance_details_new ());
  fixture->instance = htap_widget_test_instance ("htap-fjld");
  fixture->window = htap_test_window_new (fixture->details, 360, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->details);
  g_assert_finalize_object (fixture->instance);
}

static void
show (Fixture *fixture, HtapInstance *instance)
{
  htap_instance_details_set_instance (HTAP_INSTANCE_DETAILS (fixture->details), instance);
}

static gboolean
shows (Fixture *fixture, const char *text)
{
  return htap_widget_test_shows (fixture->details, text);
}

static GtkWidget *
find_row (Fixture *fixture, const char *key)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (fixture->details, HTAP_TYPE_DETAIL_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (htap_detail_row_get_fact (rows->pdata[i])->key, key) == 0)
      return rows->pdata[i];

  return NULL;
}

/* What a person came for comes first. */
static void
test_groups (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = {
    "Connection", "Readable Nodes (2)", "Current Actions",      "Status",
    "Nodes",      "Placement",          "Data Synchronization", "Billing and Identity",
  };
  g_autoptr (GPtrArray) groups = NULL;

  show (fixture, fixture->instance);
  groups = htap_widget_test_find_all (fixture->details, HTAP_TYPE_DETAIL_GROUP);
  g_assert_cmpuint (groups->len, ==, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    gtk_test_accessible_assert_property (groups->pdata[i], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         titles[i]);
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  HtapSource *source = htap_instance_get_source (fixture->instance);
  g_autoptr (HtapRecord) record = htap_widget_test_record ("renamed", 1);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "no answer");

  show (fixture, fixture->instance);
  g_assert_true (htap_instance_details_get_instance (HTAP_INSTANCE_DETAILS (fixture->details)) ==
                 fixture->instance);
  g_assert_true (shows (fixture, "htap-fjld"));
  g_assert_true (shows (fixture, "taurus-orders"));
  g_assert_true (shows (fixture, "1 deviation from the documentation"));

  htap_instance_set_record (fixture->instance, record);
  g_assert_true (shows (fixture, "renamed"));
  g_assert_true (shows (fixture, "Readable Nodes (1)"));
  htap_source_set_taurus_name (source, "taurus-bills");
  g_assert_true (shows (fixture, "taurus-bills"));
  htap_source_fail (source, error);
  g_assert_true (shows (fixture, "as of 2024-03-22 08:00"));
  htap_source_succeed (source, 1711180808, 1, 10, 1, NULL);
  g_assert_true (shows (fixture, "Updated 2024-03-23 08:00"));
  g_assert_false (shows (fixture, "1 deviation from the documentation"));
  htap_instance_set_listed (fixture->instance, FALSE);
  g_assert_true (shows (fixture, "No longer listed"));
  g_assert_true (shows (fixture, "192.168.0.207"));
}

/* What happens to others is not looked at, and what was shown last stays until there is another. */
static void
test_lets_go (Fixture *fixture, gconstpointer data)
{
  HtapSource *source = htap_instance_get_source (fixture->instance);
  g_autoptr (HtapRecord) record = htap_widget_test_record ("unseen", 2);

  show (fixture, fixture->instance);
  show (fixture, NULL);
  g_assert_null (htap_instance_details_get_instance (HTAP_INSTANCE_DETAILS (fixture->details)));
  g_assert_cmpuint (g_signal_handlers_disconnect_by_data (fixture->instance, fixture->details), ==,
                    0);
  g_assert_cmpuint (g_signal_handlers_disconnect_by_data (source, fixture->details), ==, 0);

  htap_instance_set_record (fixture->instance, record);
  g_assert_true (shows (fixture, "htap-fjld"));
}

/* Another profile's source takes the instance over: it is the one to follow from then on. */
static void
test_another_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) before = g_object_ref (htap_instance_get_source (fixture->instance));
  g_autoptr (HtapSource) other = htap_source_new (htap_source_get_profile (before), "cn-north-4",
                                                  "p", htap_source_get_taurus_id (before));

  show (fixture, fixture->instance);
  htap_source_succeed (other, 1711180808, 1, 10, 1, NULL);
  htap_instance_set_record_of (fixture->instance, other,
                               htap_instance_get_record (fixture->instance));
  g_assert_true (shows (fixture, "Updated 2024-03-22 08:00"));

  htap_instance_show_source (fixture->instance, other);
  g_assert_true (shows (fixture, "Updated 2024-03-23 08:00"));
  htap_source_succeed (other, 1711267208, 1, 10, 1, NULL);
  g_assert_true (shows (fixture, "Updated 2024-03-24 08:00"));
  g_assert_cmpuint (g_signal_handlers_disconnect_by_data (before, fixture->details), ==, 0);
}

/* A person compares instances: the place they look at stays where it is. */
static void
test_next_instance (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) next = htap_widget_test_instance ("htap-next");
  g_autoptr (GPtrArray) scrolled =
      htap_widget_test_find_all (fixture->details, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled->pdata[0]);
  GtkWidget *row;
  double position;

  show (fixture, fixture->instance);
  htap_widget_test_settle ();
  row = find_row (fixture, "vpc_id");
  gtk_widget_grab_focus (row);
  htap_widget_test_settle ();
  position = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (position, >, 0);

  show (fixture, next);
  htap_widget_test_settle ();
  g_assert_true (shows (fixture, "htap-next"));
  g_assert_true (find_row (fixture, "vpc_id") == row);
  g_assert_true (gtk_window_get_focus (fixture->window->window) == row);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, position);

  /* Whose it is follows. */
  gtk_widget_activate (row);
  g_assert_true (g_str_has_suffix (fixture->window->sentence, "(htap-next)"));
  show (fixture, NULL);
}

static void
test_focus (Fixture *fixture, gconstpointer data)
{
  show (fixture, fixture->instance);
  htap_widget_test_settle ();
  g_assert_true (gtk_widget_grab_focus (fixture->details));
  g_assert_true (gtk_window_get_focus (fixture->window->window) == find_row (fixture, "data_vip"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/instance-details/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  ADD ("groups", test_groups);
  ADD ("follows", test_follows);
  ADD ("lets-go", test_lets_go);
  ADD ("another-source", test_another_source);
  ADD ("next-instance", test_next_instance);
  ADD ("focus", test_focus);

  return g_test_run ();
}
