/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-toaster.h"

#include "htap-test.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapToaster *toaster;
  HtapTestWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->toaster = HTAP_TOASTER (htap_toaster_new ());
  htap_toaster_set_child (fixture->toaster, gtk_label_new ("child"));
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->toaster), 500, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
}

/* The child, the label for screen readers, and the toasts: how many labels say this. */
static guint
count (Fixture *fixture, const char *text)
{
  g_autoptr (GPtrArray) labels =
      htap_widget_test_find_all (GTK_WIDGET (fixture->toaster), GTK_TYPE_LABEL);
  guint n_labels = 0;

  for (guint i = 0; i < labels->len; i++)
    n_labels += gtk_widget_get_mapped (labels->pdata[i]) &&
                g_str_equal (gtk_label_get_text (labels->pdata[i]), text);

  return n_labels;
}

static gboolean
shows_only_third (Fixture *fixture)
{
  return count (fixture, "Copied 1") == 0 && count (fixture, "Copied 2") == 0 &&
         count (fixture, "Copied 3") == 2;
}

static void
test_one_at_a_time (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (htap_toaster_get_last (fixture->toaster), ==, "");
  g_assert_cmpuint (count (fixture, "child"), ==, 1);

  htap_toaster_say (fixture->toaster, "Copied 1");
  htap_widget_test_settle ();
  g_assert_cmpuint (count (fixture, "Copied 1"), ==, 2);
  htap_toaster_say (fixture->toaster, "Copied 2");
  htap_toaster_say (fixture->toaster, "Copied 3");

  /* At once: a queue would come to it as well, seconds later. */
  htap_widget_test_settle ();
  g_assert_true (shows_only_third (fixture));
  g_assert_cmpstr (htap_toaster_get_last (fixture->toaster), ==, "Copied 3");
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  htap_toaster_say (fixture->toaster, "Copied <b>& %s (</span>)");
  htap_widget_test_settle ();
  g_assert_cmpuint (count (fixture, "Copied <b>& %s (</span>)"), ==, 2);
  g_assert_cmpstr (htap_toaster_get_last (fixture->toaster), ==, "Copied <b>& %s (</span>)");
}

static gboolean
is_gone (gpointer data)
{
  return count (data, "Copied 1") == 1;
}

/* It goes by itself; what was said stays for who asks. */
static void
test_goes (Fixture *fixture, gconstpointer data)
{
  htap_toaster_say (fixture->toaster, "Copied 1");
  htap_widget_test_settle ();
  g_assert_cmpuint (count (fixture, "Copied 1"), ==, 2);
  htap_test_wait_until (is_gone, fixture, "the end of a toast");
  g_assert_cmpstr (htap_toaster_get_last (fixture->toaster), ==, "Copied 1");

  htap_toaster_say (fixture->toaster, "Copied 2");
  htap_widget_test_settle ();
  g_assert_cmpuint (count (fixture, "Copied 2"), ==, 2);
}

static void
count_change (guint *n_changes)
{
  (*n_changes)++;
}

/* For a screen reader alone; and what was said before is news again. */
static void
test_announce (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) labels =
      htap_widget_test_find_all (GTK_WIDGET (fixture->toaster), GTK_TYPE_LABEL);
  GtkWidget *status = labels->pdata[labels->len - 1];
  guint n_changes = 0;

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (status)), ==,
                   GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_true (gtk_widget_get_visible (status));
  gtk_test_accessible_assert_property (status, GTK_ACCESSIBLE_PROPERTY_LABEL, "");

  htap_toaster_announce (fixture->toaster, "4 instances <b>&");
  htap_widget_test_settle ();
  g_assert_cmpuint (count (fixture, "4 instances <b>&"), ==, 1);
  gtk_test_accessible_assert_property (status, GTK_ACCESSIBLE_PROPERTY_LABEL, "4 instances <b>&");

  g_signal_connect_swapped (status, "notify::label", G_CALLBACK (count_change), &n_changes);
  htap_toaster_announce (fixture->toaster, "4 instances <b>&");
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpstr (htap_toaster_get_last (fixture->toaster), ==, "4 instances <b>&");
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/toaster/one-at-a-time", Fixture, NULL, set_up, test_one_at_a_time, tear_down);
  g_test_add ("/toaster/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  g_test_add ("/toaster/goes", Fixture, NULL, set_up, test_goes, tear_down);

  g_test_add ("/toaster/announce", Fixture, NULL, set_up, test_announce, tear_down);

  return g_test_run ();
}
