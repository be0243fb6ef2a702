/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-row-menu.h"

#include "htap-finding-fixture.h"
#include "htap-instance-view.h"
#include "htap-list-rows.h"
#include "htap-list-test.h"
#include "htap-test.h"

#include <string.h>

/* "label=action" of every item, with sections one after the other. */
static void
describe (GMenuModel *menu, GString *text)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;
      g_autofree char *action = NULL;

      if (section != NULL)
        {
          describe (section, text);
          continue;
        }

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
      g_string_append_printf (text, "%s=%s\n", label, action != NULL ? action : "(null)");
    }
}

#define COPIES                                                                                     \
  "Copy Private IP=win.copy-ip\n"                                                                  \
  "Copy Instance ID=win.copy-id\n"                                                                 \
  "Copy Rows=win.copy-rows\n"                                                                      \
  "Copy Connection String=(null)\n"                                                                \
  "Copy As=(null)\n"
#define FILTER "Filter by This Value=win.filter-by\n"
#define REST                                                                                       \
  "Refresh=win.refresh-selected\n"                                                                 \
  "Notify When Available=win.notify-when-available\n"                                              \
  "Mark as Seen=win.mark-seen\n"                                                                   \
  "Open Console=win.open-console\n"

static void
test_build (void)
{
  static const struct
  {
    int field; /* or -1 */
    const char *expected;
  } cases[] = {
    { HTAP_FIELD_DATA_VIP, "Copy “192.168.0.207”=win.copy-text\n" COPIES FILTER REST },
    { HTAP_FIELD_NAME, "Copy “<b>a__b</b>”=win.copy-text\n" COPIES FILTER REST },
    { HTAP_FIELD_FAIL_MESSAGE,
      "Copy “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…”=win.copy-text\n" COPIES FILTER REST },
    { HTAP_FIELD_CREATE_AT, COPIES REST },
    { -1, COPIES "Filter by Value=(null)\n" REST },
  };
  g_autofree char *long_text = g_strnfill (100, 'x');
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  static const HtapFieldIndex columns[] = { HTAP_FIELD_NAME, HTAP_FIELD_CREATE_AT };
  g_autoptr (HtapRecord) record =
      htap_list_test_record ("0in17", "<b>a_b</b>", "192.168.0.207", "normal");
  g_autoptr (HtapInstance) instance = NULL;

  htap_record_set_text (record, HTAP_TEXT_FAIL_MESSAGE, long_text);
  htap_record_set_text (record, HTAP_TEXT_ENGINE_NAME, "star-rocks");
  instance = htap_instance_new (source, record);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const HtapField *field = cases[i].field >= 0 ? htap_field_get (cases[i].field) : NULL;
      g_autoptr (GMenuModel) menu =
          htap_row_menu_build (instance, field, columns, G_N_ELEMENTS (columns));
      g_autoptr (GString) text = g_string_new (NULL);

      describe (menu, text);
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

/* What nobody wants to hear of any more can be said at the row, as long as there is something. */
static void
test_mutes (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapRecord) record = htap_list_test_record ("0in17", "htap", NULL, "normal");
  g_autoptr (HtapInstance) instance = htap_instance_new (source, record);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *const cases[] = { NULL, none, one };

  g_ptr_array_add (one, htap_finding_fixture_new (HTAP_RULE_FROZEN, instance, source, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GMenuModel) menu = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      htap_instance_set_findings (instance, cases[i]);
      menu = htap_row_menu_build (instance, NULL, NULL, 0);
      describe (menu, text);
      g_assert_cmpint (strstr (text->str, "Mute Finding=") != NULL, ==, cases[i] == one);
    }
}

/* What has no value is nothing to filter by. */
static void
test_filters (void)
{
  static const HtapFieldIndex columns[] = { HTAP_FIELD_NAME, HTAP_FIELD_CREATE_AT,
                                            HTAP_FIELD_DATA_VIP };
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapInstance) instance =
      htap_list_test_instance (source, "0in17", "a_b", "192.168.0.207", "normal");
  g_autoptr (GMenuModel) menu =
      htap_row_menu_build (instance, NULL, columns, G_N_ELEMENTS (columns));
  g_autoptr (GMenuModel) others = g_menu_model_get_item_link (menu, 1, G_MENU_LINK_SECTION);
  g_autoptr (GMenuModel) filters = g_menu_model_get_item_link (others, 0, G_MENU_LINK_SUBMENU);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *target = NULL;

  describe (filters, text);
  g_assert_cmpstr (text->str, ==,
                   "Name: a__b=win.filter-by\nPrivate IP: 192.168.0.207=win.filter-by\n");
  g_menu_model_get_item_attribute (filters, 0, G_MENU_ATTRIBUTE_TARGET, "s", &target);
  g_assert_cmpstr (target, ==, "name:=\"a_b\"");
}

static GtkPopover *
get_popover (GtkWidget *view)
{
  GtkWidget *child = gtk_widget_get_first_child (view);

  while (!GTK_IS_POPOVER (child))
    child = gtk_widget_get_next_sibling (child);

  return GTK_POPOVER (child);
}

static gboolean
is_menu_open (gpointer view)
{
  return gtk_widget_get_mapped (GTK_WIDGET (get_popover (view)));
}

static gboolean
is_menu_closed (gpointer view)
{
  return !is_menu_open (view);
}

/* Keys that come before the menu do go to the list. */
static void
click_for_menu (GtkWidget *window, GtkWidget *view, guint row, HtapFieldIndex field)
{
  htap_list_test_point_at (GTK_WIDGET (htap_list_test_get_cell (view, row, field)), .3);
  htap_list_test_xdotool (window, "click 3");
  htap_test_wait_until (is_menu_open, view, "the menu");
}

static void
press_in_menu (GtkWidget *window, GtkWidget *view, const char *keys)
{
  htap_list_test_xdotool (window, keys);
  htap_test_wait_until (is_menu_closed, view, "the end of the menu");
}

static char *
dup_selected_names (GtkWidget *view)
{
  g_autoptr (GListModel) selected = htap_instance_view_dup_selected (HTAP_INSTANCE_VIEW (view));

  return htap_list_test_names (selected);
}

typedef struct
{
  GListStore *store;
  GtkWidget *view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");

  fixture->store = htap_list_test_crowd (source, 5);
  fixture->view = htap_instance_view_new (G_LIST_MODEL (fixture->store));
  fixture->window = htap_list_test_window (fixture->view, 1100, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_list_test_close (fixture->window);
  g_object_unref (fixture->store);
}

/* A row that is not selected is selected alone. */
static void
test_right_click (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autofree char *action = NULL;

  gtk_selection_model_select_item (
      htap_instance_view_get_selection (HTAP_INSTANCE_VIEW (fixture->view)), 0, TRUE);
  click_for_menu (fixture->window, fixture->view, 2, HTAP_FIELD_DATA_VIP);
  name = dup_selected_names (fixture->view);
  g_assert_cmpstr (name, ==, "htap-2");
  htap_list_test_screenshot ("list-row-menu");

  /* The first item copies what was under the pointer. */
  press_in_menu (fixture->window, fixture->view, "key Down key Up key Return");
  action = htap_list_test_take_last_action ();
  g_assert_cmpstr (action, ==, "copy-text 192.168.0.3|Copied 192.168.0.3 (htap-2)");
}

static void
test_right_click_to_filter (Fixture *fixture, gconstpointer data)
{
  g_autofree char *filter = NULL;

  click_for_menu (fixture->window, fixture->view, 2, HTAP_FIELD_DATA_VIP);
  press_in_menu (fixture->window, fixture->view,
                 "key Down key Down key Down key Down key Down key Return");
  filter = htap_list_test_take_last_action ();
  g_assert_cmpstr (filter, ==, "filter-by data_vip:=\"192.168.0.3\"");
}

static void
test_right_click_keeps_selected (Fixture *fixture, gconstpointer data)
{
  g_autofree char *names = NULL;

  gtk_selection_model_select_range (
      htap_instance_view_get_selection (HTAP_INSTANCE_VIEW (fixture->view)), 1, 3, TRUE);
  click_for_menu (fixture->window, fixture->view, 3, HTAP_FIELD_NAME);
  names = dup_selected_names (fixture->view);
  g_assert_cmpstr (names, ==, "htap-1 htap-2 htap-3");
  press_in_menu (fixture->window, fixture->view, "key Escape");
}

static void
test_keyboard (void)
{
  static const char *const keys[] = { "key Menu", "key shift+F10" };
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (GListStore) store = htap_list_test_crowd (source, 5);
  GtkWidget *view = htap_instance_view_new (G_LIST_MODEL (store));
  GtkWidget *window = htap_list_test_window (view, 1100, 500);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *action = NULL;

      htap_instance_view_move_cursor (HTAP_INSTANCE_VIEW (view), 3);
      htap_list_test_xdotool (window, keys[i]);
      htap_test_wait_until (is_menu_open, view, "the menu");
      press_in_menu (window, view, "key Down key Return");
      action = htap_list_test_take_last_action ();
      g_assert_cmpstr (action, ==, "copy-id");
    }

  htap_list_test_close (window);
}

#define ADD(path, test) \
  g_test_add ("/row-menu/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  htap_list_test_init (&argc, &argv);

  g_test_add_func ("/row-menu/build", test_build);
  g_test_add_func ("/row-menu/mutes", test_mutes);
  g_test_add_func ("/row-menu/filters", test_filters);
  ADD ("right-click", test_right_click);
  ADD ("right-click-to-filter", test_right_click_to_filter);
  ADD ("right-click-keeps-selected", test_right_click_keeps_selected);
  g_test_add_func ("/row-menu/keyboard", test_keyboard);

  return g_test_run ();
}
