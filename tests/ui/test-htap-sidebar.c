/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sidebar.h"

#include "htap-sidebar-changes.h"
#include "htap-sidebar-findings.h"
#include "htap-source-row.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

#define NOW G_GINT64_CONSTANT (1711116151)

typedef struct
{
  HtapInventory *inventory;
  HtapSidebar *sidebar;
  HtapTestWindow *window;
  guint n_chosen;
  HtapSource *chosen;
} Fixture;

static void
on_chosen (Fixture *fixture, HtapSource *source)
{
  fixture->n_chosen++;
  fixture->chosen = source;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5;cn-east-3:42b6",
                                "cn-east-3:cin07;cn-north-4:ain07;cn-north-4:bin07");
  htap_window_test_set_profile (fixture->inventory, "<b>&", "cn-north-4:23a5", "");
  fixture->sidebar = HTAP_SIDEBAR (htap_sidebar_new (fixture->inventory));
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->sidebar), 300, 600);
  g_signal_connect_swapped (fixture->sidebar, "chosen", G_CALLBACK (on_chosen), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->inventory);
}

static GtkListBox *
find_list (Fixture *fixture)
{
  g_autoptr (GPtrArray) lists =
      htap_widget_test_find_all (GTK_WIDGET (fixture->sidebar), GTK_TYPE_LIST_BOX);

  return lists->pdata[0];
}

/* Every row: "= heading", or the name of what can be chosen. */
static char *
dup_rows (Fixture *fixture)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  GtkListBox *list = find_list (fixture);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      g_autoptr (GPtrArray) labels = htap_widget_test_find_all (GTK_WIDGET (row), GTK_TYPE_LABEL);

      if (!gtk_widget_get_visible (GTK_WIDGET (row)))
        continue;

      if (HTAP_IS_SIDEBAR_FINDINGS (row) || HTAP_IS_SIDEBAR_CHANGES (row))
        {
          g_assert_cmpint (i, ==, HTAP_IS_SIDEBAR_FINDINGS (row) ? 1 : 2);
          g_assert_true (gtk_list_box_row_get_selectable (row));
          continue;
        }

      g_string_append_printf (rows, "%s%s\n", HTAP_IS_SOURCE_ROW (row) ? "" : "= ",
                              gtk_label_get_text (labels->pdata[0]));
      g_assert_cmpint (gtk_list_box_row_get_selectable (row), ==, HTAP_IS_SOURCE_ROW (row));
    }

  return g_strdup (rows->str);
}

static GtkListBoxRow *
find_row (Fixture *fixture, const char *name)
{
  GtkListBox *list = find_list (fixture);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (HTAP_IS_SOURCE_ROW (row) && htap_widget_test_shows (GTK_WIDGET (row), name))
      return row;

  g_assert_not_reached ();
}

static void
choose (Fixture *fixture, const char *name)
{
  gtk_list_box_select_row (find_list (fixture), find_row (fixture, name));
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *rows = dup_rows (fixture);

  g_assert_cmpstr (rows, ==,
                   "All Instances\n"
                   "= PROD · CN North-Beijing4\n"
                   "ain07\n"
                   "bin07\n"
                   "= PROD · CN East-Shanghai1\n"
                   "cin07\n"
                   "= <b>& · CN North-Beijing4\n");
  g_assert_null (htap_sidebar_get_chosen (fixture->sidebar));
  g_assert_true (gtk_list_box_row_is_selected (find_row (fixture, "All Instances")));
}

/* What has no project fails; it must be seen, too. */
static void
test_without_project (Fixture *fixture, gconstpointer data)
{
  g_autofree char *rows = NULL;

  htap_window_test_set_profile (fixture->inventory, "PROD", "", "cn-north-4:ain07");
  htap_window_test_set_profile (fixture->inventory, "<b>&", "", "");
  rows = dup_rows (fixture);
  g_assert_cmpstr (rows, ==,
                   "All Instances\n"
                   "= PROD · CN North-Beijing4\n"
                   "ain07\n"
                   "= <b>&\n");
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  HtapSource *first = htap_window_test_get_source (fixture->inventory, 0);
  HtapSource *second = htap_window_test_get_source (fixture->inventory, 1);
  GtkListBoxRow *all = find_row (fixture, "All Instances");

  htap_window_test_answer (fixture->inventory, first, NOW, "normal normal");
  htap_window_test_answer (fixture->inventory, second, NOW, "normal");
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (all), "3"));
  g_assert_true (htap_widget_test_shows (
      GTK_WIDGET (find_row (fixture, htap_source_get_taurus_id (first))), "2"));
  gtk_test_accessible_assert_property (all, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "All Instances: 3 HTAP instances");

  htap_window_test_fail (second, HTAP_ERROR_TIMEOUT);
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (all), "3"));
  htap_window_test_answer (fixture->inventory, first, NOW, "");
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (all), "1"));
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "bin07");
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
  g_assert_cmpstr (htap_source_get_taurus_id (fixture->chosen), ==, "bin07");
  g_assert_true (htap_sidebar_get_chosen (fixture->sidebar) == fixture->chosen);

  /* A click on it says so again. */
  g_signal_emit_by_name (find_list (fixture), "row-activated", find_row (fixture, "bin07"));
  g_assert_cmpuint (fixture->n_chosen, ==, 2);
  g_assert_cmpstr (htap_source_get_taurus_id (fixture->chosen), ==, "bin07");

  choose (fixture, "All Instances");
  g_assert_cmpuint (fixture->n_chosen, ==, 3);
  g_assert_null (fixture->chosen);
}

/* From outside, as for a profile that is asked for by name. */
static void
test_choose (Fixture *fixture, gconstpointer data)
{
  HtapSource *source = htap_window_test_get_source (fixture->inventory, 1);

  htap_sidebar_choose (fixture->sidebar, source);
  g_assert_true (fixture->chosen == source);
  g_assert_true (htap_sidebar_get_chosen (fixture->sidebar) == source);

  htap_sidebar_choose (fixture->sidebar, NULL);
  g_assert_true (gtk_list_box_row_is_selected (find_row (fixture, "All Instances")));
  g_assert_cmpuint (fixture->n_chosen, ==, 2);
  g_assert_null (fixture->chosen);
}

static void
on_profile_chosen (char **name, HtapProfile *profile)
{
  g_free (*name);
  *name = g_strdup (htap_profile_get_name (profile));
}

static void
test_profile (Fixture *fixture, gconstpointer data)
{
  GListModel *profiles = htap_inventory_get_profiles (fixture->inventory);
  g_autoptr (HtapProfile) first = g_list_model_get_item (profiles, 0);
  g_autoptr (HtapProfile) second = g_list_model_get_item (profiles, 1);
  GtkListBoxRow *row;
  g_autofree char *chosen = NULL;

  g_signal_connect_swapped (fixture->sidebar, "profile-chosen", G_CALLBACK (on_profile_chosen),
                            &chosen);
  htap_sidebar_choose_profile (fixture->sidebar, second);
  row = gtk_list_box_get_row_at_index (find_list (fixture), 3);
  g_assert_cmpstr (chosen, ==, "<b>&");
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (row), "<b>&"));
  g_assert_true (gtk_list_box_row_is_selected (row));
  g_assert_null (htap_sidebar_get_chosen (fixture->sidebar));

  /* One row, whoever is asked for. */
  htap_sidebar_choose_profile (fixture->sidebar, first);
  g_assert_cmpstr (chosen, ==, "PROD");
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (row), "PROD"));
  g_assert_true (row == gtk_list_box_get_row_at_index (find_list (fixture), 3));

  /* It outlives other choices and changes of profiles. */
  choose (fixture, "bin07");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5", "cn-north-4:bin07");
  g_assert_true (row == gtk_list_box_get_row_at_index (find_list (fixture), 3));
  gtk_list_box_select_row (find_list (fixture), row);
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5", "");
  g_assert_true (gtk_list_box_row_is_selected (row));
  g_assert_cmpuint (fixture->n_chosen, ==, 1);

  /* Gone with its profile. */
  g_list_store_remove (G_LIST_STORE (profiles), 0);
  g_signal_emit_by_name (fixture->inventory, "profiles-changed");
  g_assert_true (gtk_list_box_row_is_selected (find_row (fixture, "All Instances")));
  g_assert_cmpuint (fixture->n_chosen, ==, 2);
  g_assert_null (fixture->chosen);
}

static void
test_choice_survives (Fixture *fixture, gconstpointer data)
{
  HtapSource *chosen;

  choose (fixture, "bin07");
  chosen = fixture->chosen;
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5",
                                "cn-north-4:bin07;cn-north-4:din07");

  g_assert_true (htap_sidebar_get_chosen (fixture->sidebar) == chosen);
  g_assert_true (gtk_list_box_row_is_selected (find_row (fixture, "bin07")));
  g_assert_cmpuint (fixture->n_chosen, ==, 1);

  /* All stays all. */
  choose (fixture, "All Instances");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5", "cn-north-4:bin07");
  g_assert_true (gtk_list_box_row_is_selected (find_row (fixture, "All Instances")));
  g_assert_cmpuint (fixture->n_chosen, ==, 2);
}

/* Rows are made anew, under who goes through them with the keyboard, too. */
static void
test_focus_survives (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (fixture->sidebar)));

  htap_sidebar_focus_source (
      fixture->sidebar, htap_source_row_get_source (HTAP_SOURCE_ROW (find_row (fixture, "ain07"))));
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (find_row (fixture, "ain07")));
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5",
                                "cn-north-4:ain07;cn-north-4:din07");
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (find_row (fixture, "ain07")));
  g_assert_cmpuint (fixture->n_chosen, ==, 0);

  /* Gone: the chosen row. */
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5", "cn-north-4:din07");
  g_assert_true (gtk_window_get_focus (window) == GTK_WIDGET (find_row (fixture, "All Instances")));
}

static void
test_choice_goes (Fixture *fixture, gconstpointer data)
{
  choose (fixture, "bin07");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5", "cn-north-4:ain07");

  g_assert_null (htap_sidebar_get_chosen (fixture->sidebar));
  g_assert_true (gtk_list_box_row_is_selected (find_row (fixture, "All Instances")));
  g_assert_cmpuint (fixture->n_chosen, ==, 2);
  g_assert_null (fixture->chosen);
}

static GtkWidget *
find_entry (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries =
      htap_widget_test_find_all (GTK_WIDGET (fixture->sidebar), GTK_TYPE_SEARCH_ENTRY);

  return entries->pdata[0];
}

static void
set_many (Fixture *fixture, guint n_taurus)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < n_taurus; i++)
    g_string_append_printf (ids, "cn-north-4:%uin07;", i);
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5", ids->str);
}

/* A search for what fits on the screen would only take room. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autofree char *found = NULL;

  g_assert_false (gtk_widget_get_visible (find_entry (fixture)));
  set_many (fixture, 21);
  g_assert_true (gtk_widget_get_visible (find_entry (fixture)));

  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "17in07");
  g_signal_emit_by_name (find_entry (fixture), "search-changed");
  found = dup_rows (fixture);
  g_assert_cmpstr (found, ==,
                   "All Instances\n"
                   "= PROD · CN North-Beijing4\n"
                   "17in07\n");
  g_signal_emit_by_name (find_entry (fixture), "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture))), ==, "");

  /* It goes with what it was for, and hides nothing any more. */
  gtk_editable_set_text (GTK_EDITABLE (find_entry (fixture)), "17in07");
  set_many (fixture, 2);
  g_assert_false (gtk_widget_get_visible (find_entry (fixture)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (fixture))), ==, "");
}

/* Of this profile, which is not saved. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button =
      htap_window_test_find_button (GTK_WIDGET (fixture->sidebar), "Menu of profile <b>&");
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  g_assert_true (GTK_IS_MENU_BUTTON (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  menu = g_menu_model_get_item_link (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)), 0,
                                     G_MENU_LINK_SECTION);
  g_menu_model_get_item_attribute (menu, 0, "action", "s", &action);
  target = g_menu_model_get_item_attribute_value (menu, 0, "target", G_VARIANT_TYPE_STRING);
  g_assert_cmpstr (action, ==, "win.refresh-profile");
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, "<b>&");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/sidebar/rows", test_rows },
    { "/sidebar/without-project", test_without_project },
    { "/sidebar/counts", test_counts },
    { "/sidebar/choice", test_choice },
    { "/sidebar/choose", test_choose },
    { "/sidebar/profile", test_profile },
    { "/sidebar/choice-survives", test_choice_survives },
    { "/sidebar/focus-survives", test_focus_survives },
    { "/sidebar/choice-goes", test_choice_goes },
    { "/sidebar/search", test_search },
    { "/sidebar/menu", test_menu },
  };

  htap_widget_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
