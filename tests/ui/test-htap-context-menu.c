/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-context-menu.h"

#include "htap-list-test.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *parent;
  GtkWidget *bare;   /* a button without a menu */
  GtkWidget *button; /* a button with one */
  HtapContextMenu *menu;
} Fixture;

/* A copy of the ID for the pointer, of the IP address for the keyboard. */
static GMenuModel *
build (GtkWidget *target, const graphene_point_t *point, GtkWidget **row)
{
  GMenu *menu;
  GtkWidget *found;

  found = point != NULL ? gtk_widget_pick (target, point->x, point->y, GTK_PICK_DEFAULT)
                        : gtk_widget_get_focus_child (target);
  if (found == NULL || !gtk_widget_has_css_class (found, "with-menu"))
    return NULL;
  if (row != NULL)
    *row = found;

  menu = g_menu_new ();
  g_menu_append (menu, "Copy", point != NULL ? "win.copy-id" : "win.copy-ip");

  return G_MENU_MODEL (menu);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *target = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->bare = g_object_new (GTK_TYPE_BUTTON, "height-request", 40, NULL);
  fixture->button = g_object_new (GTK_TYPE_BUTTON, "height-request", 40, NULL);
  gtk_widget_add_css_class (fixture->button, "with-menu");
  gtk_box_append (GTK_BOX (target), fixture->bare);
  gtk_box_append (GTK_BOX (target), fixture->button);
  fixture->parent = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (fixture->parent), target);
  fixture->window = htap_list_test_window (fixture->parent, 300, 300);
  fixture->menu = htap_context_menu_new (fixture->parent, target, build);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->menu);
  g_assert_null (gtk_widget_get_next_sibling (gtk_widget_get_first_child (fixture->parent)));

  /* What it listened to is silent now. */
  gtk_widget_grab_focus (fixture->button);
  htap_list_test_xdotool (fixture->window, "key Menu");
  htap_list_test_close (fixture->window);
}

static GtkPopover *
get_popover (Fixture *fixture)
{
  return GTK_POPOVER (gtk_widget_get_last_child (fixture->parent));
}

static gboolean
is_open (Fixture *fixture)
{
  return gtk_widget_get_mapped (GTK_WIDGET (get_popover (fixture)));
}

static GdkRectangle
get_place (Fixture *fixture)
{
  GdkRectangle place;

  g_assert_true (gtk_popover_get_pointing_to (get_popover (fixture), &place));

  return place;
}

static void
assert_chooses (Fixture *fixture, const char *expected)
{
  g_autofree char *action = NULL;

  htap_list_test_xdotool (fixture->window, "key Return");
  action = htap_list_test_take_last_action ();
  g_assert_cmpstr (action, ==, expected);
  g_assert_false (is_open (fixture));
}

static void
test_right_click (Fixture *fixture, gconstpointer data)
{
  GdkRectangle place;

  htap_list_test_point_at (fixture->bare, .5);
  htap_list_test_xdotool (fixture->window, "click 3");
  g_assert_false (is_open (fixture));

  htap_list_test_point_at (fixture->button, .5);
  htap_list_test_xdotool (fixture->window, "click 3");
  g_assert_true (is_open (fixture));
  place = get_place (fixture);
  g_assert_cmpint (ABS (place.x - 150), <=, 2);
  g_assert_cmpint (ABS (place.y - 60), <=, 2);
  assert_chooses (fixture, "copy-id");
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "key Menu", "key shift+F10" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GdkRectangle place;

      gtk_widget_grab_focus (fixture->bare);
      htap_list_test_xdotool (fixture->window, keys[i]);
      g_assert_false (is_open (fixture));

      gtk_widget_grab_focus (fixture->button);
      htap_list_test_xdotool (fixture->window, keys[i]);
      g_assert_true (is_open (fixture));
      place = get_place (fixture);
      g_assert_cmpint (place.y, ==, 40);
      g_assert_cmpint (place.height, ==, 40);
      assert_chooses (fixture, "copy-ip");
    }
}

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  g_test_add ("/context-menu/right-click", Fixture, NULL, set_up, test_right_click, tear_down);
  g_test_add ("/context-menu/keys", Fixture, NULL, set_up, test_keys, tear_down);

  return g_test_run ();
}
