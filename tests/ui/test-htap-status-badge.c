/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status-badge.h"

#include "htap-hostile-text.h"
#include "htap-widget-test.h"

typedef struct
{
  GtkWidget *badge;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->badge = g_object_ref_sink (htap_status_badge_new ());
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->badge);
}

static GtkWidget *
get_icon (Fixture *fixture)
{
  return gtk_widget_get_first_child (fixture->badge);
}

static const char *
get_text (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (fixture->badge)));
}

static void
show_status (Fixture *fixture, const char *status)
{
  g_autoptr (HtapRecord) record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_STATUS, status);
  htap_status_badge_set_record (HTAP_STATUS_BADGE (fixture->badge), record);
}

/* Whatever the status: words, an icon of its own for those who do not see its colour, and no
 * colour left of the status before. */
static void
test_every_status (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *status;
    const char *action;
    gboolean is_frozen;
    gboolean needs_reboot;
    const char *id;
    const char *text;
  } cases[] = {
    { "createfail", NULL, FALSE, FALSE, "creation-failed", "Creation failed" },
    { "abnormal", NULL, FALSE, FALSE, "abnormal", "Abnormal" },
    { "normal", NULL, TRUE, FALSE, "frozen", "Frozen" },
    { "creating", NULL, FALSE, FALSE, "creating", "Creating" },
    { "hibernating", NULL, FALSE, FALSE, "unknown", "hibernating" },
    { "normal", "resize_flavor", FALSE, FALSE, "changing", "Changing: resize_flavor" },
    { "normal", NULL, FALSE, TRUE, "reboot-needed", "Reboot needed" },
    { "normal", NULL, FALSE, FALSE, "available", "Available" },
  };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapRecord) record = htap_record_new ();
      g_autofree char *icon_name = g_strdup_printf ("htap-status-%s-symbolic", cases[i].id);

      htap_record_set_text (record, HTAP_TEXT_STATUS, cases[i].status);
      htap_record_set_number (record, HTAP_NUMBER_IS_FROZEN, cases[i].is_frozen);
      htap_record_set_number (record, HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS, cases[i].needs_reboot);
      if (cases[i].action != NULL)
        htap_record_add_action (record, &(HtapAction){ .action = cases[i].action });
      htap_status_badge_set_record (HTAP_STATUS_BADGE (fixture->badge), record);

      g_assert_cmpstr (get_text (fixture), ==, cases[i].text);
      gtk_test_accessible_assert_property (fixture->badge, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           cases[i].text);
      g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (get_icon (fixture))), ==, icon_name);
      g_assert_true (gtk_icon_theme_has_icon (theme, icon_name));
      for (guint other = 0; other < G_N_ELEMENTS (cases); other++)
        g_assert_cmpint (gtk_widget_has_css_class (get_icon (fixture), cases[other].id), ==,
                         other == i);
    }
}

/* The words say it all: a screen reader does not stop at the icon. */
static void
test_roles (Fixture *fixture, gconstpointer data)
{
  gtk_test_accessible_assert_role (fixture->badge, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (get_icon (fixture), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
test_no_status (Fixture *fixture, gconstpointer data)
{
  show_status (fixture, NULL);
  g_assert_cmpstr (get_text (fixture), !=, "");
  g_assert_true (gtk_widget_has_css_class (get_icon (fixture), "unknown"));
}

/* A status that nobody has documented is shown as it came, and can do nothing. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) texts = htap_hostile_texts_load ();
  g_autofree char *endless = g_strnfill (1000000, 'x');

  for (guint i = 0; i < texts->len; i++)
    {
      show_status (fixture, g_array_index (texts, HtapHostileText, i).text);
      htap_widget_test_assert_harmless (fixture->badge, "badge");
      gtk_test_accessible_assert_property (fixture->badge, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           get_text (fixture));
    }

  show_status (fixture, endless);
  g_assert_cmpint (g_utf8_strlen (get_text (fixture), -1), ==, 101);
  g_assert_true (g_str_has_suffix (get_text (fixture), "x…"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/status-badge/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  ADD ("every-status", test_every_status);
  ADD ("roles", test_roles);
  ADD ("no-status", test_no_status);
  ADD ("hostile", test_hostile);

  return g_test_run ();
}
