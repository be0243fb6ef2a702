/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-head.h"

#include "htap-hostile-text.h"
#include "htap-widget-test.h"

/* When the instance was read: 2024-03-22 08:00:08. */
#define AS_OF G_GINT64_CONSTANT (1711094408)
#define DAY   (24 * 60 * 60)

typedef struct
{
  HtapTestWindow *window;
  GtkWidget *head;
  HtapInstance *instance;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->head = g_object_ref_sink (htap_detail_head_new ());
  fixture->instance = htap_widget_test_instance ("htap-fjld");
  fixture->window = htap_test_window_new (fixture->head, 360, 200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->head);
  g_assert_finalize_object (fixture->instance);
}

static void
show_at (Fixture *fixture, gint64 now)
{
  htap_detail_head_show (HTAP_DETAIL_HEAD (fixture->head), fixture->instance, now);
}

static void
rename_to (Fixture *fixture, const char *name)
{
  g_autoptr (HtapRecord) record = htap_widget_test_record (name, 0);

  htap_instance_set_record (fixture->instance, record);
  show_at (fixture, AS_OF);
}

/* The name is the first label of the head. */
static GtkLabel *
get_name (Fixture *fixture)
{
  g_autoptr (GPtrArray) labels = htap_widget_test_find_all (fixture->head, GTK_TYPE_LABEL);

  return labels->pdata[0];
}

/* @icon_name: what stands before the age; NULL for nothing */
static void
assert_age (Fixture *fixture, const char *age, const char *icon_name)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  GtkWidget *label = htap_widget_test_find (fixture->head, age);
  GtkWidget *icon;

  g_assert_nonnull (label);
  icon = gtk_widget_get_prev_sibling (label);
  g_assert_cmpint (gtk_widget_get_visible (icon), ==, icon_name != NULL);
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (icon)), ==, icon_name);
  if (icon_name != NULL)
    g_assert_true (gtk_icon_theme_has_icon (theme, icon_name));
}

/* Seconds tell two refreshes of today apart; of another day it is the day that matters. */
static void
test_time (Fixture *fixture, gconstpointer data)
{
  show_at (fixture, AS_OF + 60 * 60);
  assert_age (fixture, "Updated 08:00:08", NULL);
  show_at (fixture, AS_OF + DAY);
  assert_age (fixture, "Updated 2024-03-22 08:00", NULL);

  /* The same day of the year, counted from its beginning. */
  show_at (fixture, AS_OF + 366 * DAY);
  assert_age (fixture, "Updated 2024-03-22 08:00", NULL);
}

/* What is known of the past is never said of the present. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  HtapSource *source = htap_instance_get_source (fixture->instance);
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "no answer");

  htap_source_fail (source, error);
  show_at (fixture, AS_OF);
  assert_age (fixture, "as of 08:00:08", "htap-stale-symbolic");
  g_assert_false (gtk_widget_has_css_class (fixture->head, "unlisted"));

  htap_instance_set_listed (fixture->instance, FALSE);
  show_at (fixture, AS_OF);
  assert_age (fixture, "No longer listed", "dialog-warning-symbolic");
  g_assert_true (gtk_widget_has_css_class (fixture->head, "unlisted"));

  htap_instance_set_listed (fixture->instance, TRUE);
  htap_source_succeed (source, AS_OF + 5, 1, 10, 1, NULL);
  show_at (fixture, AS_OF + 5);
  assert_age (fixture, "Updated 08:00:13", NULL);
  g_assert_false (gtk_widget_has_css_class (fixture->head, "unlisted"));
}

static void
test_never_read (Fixture *fixture, gconstpointer data)
{
  HtapSource *read = htap_instance_get_source (fixture->instance);
  g_autoptr (HtapSource) source = htap_source_new (htap_source_get_profile (read), "cn-north-4",
                                                   "23a5", htap_source_get_taurus_id (read));
  g_autoptr (HtapInstance) instance =
      htap_instance_new (source, htap_instance_get_record (fixture->instance));

  htap_detail_head_show (HTAP_DETAIL_HEAD (fixture->head), instance, AS_OF);
  assert_age (fixture, "Not read yet", NULL);
}

/* What a person has selected in the name to copy it survives a refresh. */
static void
test_name (Fixture *fixture, gconstpointer data)
{
  GtkLabel *name = get_name (fixture);
  int start, end;

  show_at (fixture, AS_OF);
  g_assert_cmpstr (gtk_label_get_text (name), ==, "htap-fjld");
  gtk_test_accessible_assert_role (GTK_WIDGET (name), GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_label_select_region (name, 5, 9);
  show_at (fixture, AS_OF + 30);
  g_assert_true (gtk_label_get_selection_bounds (name, &start, &end));
  g_assert_cmpint (start, ==, 5);
  g_assert_cmpint (end, ==, 9);

  rename_to (fixture, "renamed");
  g_assert_cmpstr (gtk_label_get_text (name), ==, "renamed");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (name)), ==, "renamed");
}

static void
test_status (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRecord) record = htap_record_new ();

  show_at (fixture, AS_OF);
  g_assert_true (htap_widget_test_shows (fixture->head, "Changing: resize_flavor"));
  htap_record_set_text (record, HTAP_TEXT_ID, "id");
  htap_record_set_text (record, HTAP_TEXT_STATUS, "abnormal");
  htap_instance_set_record (fixture->instance, record);
  show_at (fixture, AS_OF);
  g_assert_true (htap_widget_test_shows (fixture->head, "Abnormal"));
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = gtk_widget_get_last_child (fixture->head);

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Refresh This Instance");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (fixture->window->activated, ==, "refresh-selected");
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) texts = htap_hostile_texts_load ();
  g_autofree char *endless = g_strnfill (1000000, 'x');
  GtkLabel *name = get_name (fixture);

  for (guint i = 0; i < texts->len; i++)
    {
      rename_to (fixture, g_array_index (texts, HtapHostileText, i).text);
      htap_widget_test_assert_harmless (fixture->head, "head");
    }

  /* No name is that long; a megabyte must not be laid out, either. */
  rename_to (fixture, endless);
  g_assert_cmpuint (strlen (gtk_label_get_text (name)), <, 1000);
  g_assert_cmpuint (strlen (gtk_widget_get_tooltip_text (GTK_WIDGET (name))), <, 1000);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/detail-head/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  ADD ("time", test_time);
  ADD ("states", test_states);
  ADD ("never-read", test_never_read);
  ADD ("name", test_name);
  ADD ("status", test_status);
  ADD ("refresh", test_refresh);
  ADD ("hostile", test_hostile);

  return g_test_run ();
}
