/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sidebar-sections.h"

#include "htap-fold-row.h"
#include "htap-source-row.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

#define NOW G_GINT64_CONSTANT (1711116151)

/* Five TaurusDB instances in one region, one in another. */
typedef struct
{
  HtapInventory *inventory;
  GtkListBox *list;
  HtapSidebarSections *sections;
  HtapTestWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:p;cn-east-3:q",
                                "cn-north-4:1in07;cn-north-4:2in07;cn-north-4:3in07;"
                                "cn-north-4:4in07;cn-north-4:5in07;cn-east-3:6in07");
  fixture->list = GTK_LIST_BOX (gtk_list_box_new ());
  fixture->sections = htap_sidebar_sections_new (fixture->list, fixture->inventory);
  htap_sidebar_sections_rebuild (fixture->sections);
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->list), 300, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->sections);
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->inventory);
}

static HtapSource *
get_source (Fixture *fixture, const char *id)
{
  for (guint i = 0;; i++)
    {
      HtapSource *source = htap_window_test_get_source (fixture->inventory, i);

      if (g_str_has_prefix (htap_source_get_taurus_id (source), id))
        return source;
    }
}

static void
answer (Fixture *fixture, const char *id, const char *statuses)
{
  htap_window_test_answer (fixture->inventory, get_source (fixture, id), NOW, statuses);
}

/* The first words of the rows that are on the screen. */
static void
assert_rows (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  GtkListBoxRow *row;

  htap_widget_test_settle ();
  for (int i = 0; (row = gtk_list_box_get_row_at_index (fixture->list, i)) != NULL; i++)
    {
      g_autoptr (GPtrArray) labels = htap_widget_test_find_all (GTK_WIDGET (row), GTK_TYPE_LABEL);

      if (gtk_widget_get_visible (GTK_WIDGET (row)))
        g_string_append_printf (rows, "%s, ", gtk_label_get_text (labels->pdata[0]));
    }

  g_assert_cmpstr (rows->str, ==, expected);
}

#define BEIJING  "PROD · CN North-Beijing4, "
#define SHANGHAI "PROD · CN East-Shanghai1, "

static HtapFoldRow *
find_fold (Fixture *fixture)
{
  g_autoptr (GPtrArray) folds =
      htap_widget_test_find_all (GTK_WIDGET (fixture->list), HTAP_TYPE_FOLD_ROW);

  for (guint i = 0; i < folds->len; i++)
    if (gtk_widget_get_visible (folds->pdata[i]))
      return folds->pdata[i];

  g_assert_not_reached ();
}

/* As people count, and by id as long as there is no name. */
static void
test_by_name (Fixture *fixture, gconstpointer data)
{
  assert_rows (fixture, BEIJING "1in07, 2in07, 3in07, 4in07, 5in07, " SHANGHAI "6in07, ");
  htap_source_set_taurus_name (get_source (fixture, "1"), "taurus-10");
  htap_source_set_taurus_name (get_source (fixture, "2"), "taurus-9");
  htap_source_set_taurus_name (get_source (fixture, "4"), "a");
  assert_rows (fixture, BEIJING "3in07, 5in07, a, taurus-9, taurus-10, " SHANGHAI "6in07, ");
}

/* Its heading stays, and nothing below it. */
static void
test_disabled (Fixture *fixture, gconstpointer data)
{
  HtapProfile *profile =
      htap_source_get_profile (htap_window_test_get_source (fixture->inventory, 0));
  g_autoptr (HtapProfile) disabled = htap_profile_copy (profile);

  htap_profile_set_enabled (disabled, FALSE);
  htap_inventory_add_transient_profile (fixture->inventory, disabled, NULL);
  htap_sidebar_sections_rebuild (fixture->sections);
  assert_rows (fixture, "PROD · Disabled, ");
}

static void
test_fold (Fixture *fixture, gconstpointer data)
{
  /* One has its name; two are a crowd. What is not read or fails is not known to have none. */
  answer (fixture, "1", "");
  answer (fixture, "2", "normal");
  htap_window_test_fail (get_source (fixture, "4"), HTAP_ERROR_TIMEOUT);
  assert_rows (fixture, BEIJING "1in07, 2in07, 3in07, 4in07, 5in07, " SHANGHAI "6in07, ");
  answer (fixture, "5", "");
  assert_rows (fixture, BEIJING "2in07, 3in07, 4in07, 2 without HTAP, " SHANGHAI "6in07, ");
  answer (fixture, "6", "");
  answer (fixture, "3", "");
  assert_rows (fixture, BEIJING "2in07, 4in07, 3 without HTAP, " SHANGHAI "6in07, ");

  htap_fold_row_set_open (find_fold (fixture), TRUE);
  assert_rows (fixture,
               BEIJING "2in07, 4in07, 3 without HTAP, 1in07, 3in07, 5in07, " SHANGHAI "6in07, ");

  /* As open as it was, after the profiles changed. */
  htap_sidebar_sections_rebuild (fixture->sections);
  assert_rows (fixture,
               BEIJING "2in07, 4in07, 3 without HTAP, 1in07, 3in07, 5in07, " SHANGHAI "6in07, ");
  htap_fold_row_set_open (find_fold (fixture), FALSE);
  assert_rows (fixture, BEIJING "2in07, 4in07, 3 without HTAP, " SHANGHAI "6in07, ");

  /* One is created there. */
  answer (fixture, "3", "creating");
  assert_rows (fixture, BEIJING "2in07, 3in07, 4in07, 2 without HTAP, " SHANGHAI "6in07, ");
}

static void
hide (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;

  htap_inventory_set_source_hidden (fixture->inventory, get_source (fixture, id), TRUE, &error);
  g_assert_no_error (error);
  htap_sidebar_sections_rebuild (fixture->sections);
}

/* A single one, too: nobody would know where it is. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  hide (fixture, "4");
  assert_rows (fixture, BEIJING "1in07, 2in07, 3in07, 5in07, 1 hidden, " SHANGHAI "6in07, ");
  hide (fixture, "1");
  assert_rows (fixture, BEIJING "2in07, 3in07, 5in07, 2 hidden, " SHANGHAI "6in07, ");
  htap_fold_row_set_open (find_fold (fixture), TRUE);
  assert_rows (fixture, BEIJING "2in07, 3in07, 5in07, 2 hidden, 1in07, 4in07, " SHANGHAI "6in07, ");

  /* Below those without HTAP instances, and as open as it was. */
  answer (fixture, "2", "");
  answer (fixture, "3", "");
  htap_sidebar_sections_rebuild (fixture->sections);
  assert_rows (fixture,
               BEIJING "5in07, 2 without HTAP, 2 hidden, 1in07, 4in07, " SHANGHAI "6in07, ");

  htap_sidebar_sections_set_search (fixture->sections, "4in07");
  assert_rows (fixture, BEIJING "4in07, ");
}

/* By the name that its project's list gives. */
static void
test_hidden_name (Fixture *fixture, gconstpointer data)
{
  HtapDiscovery *discovery =
      htap_window_test_discover (fixture->inventory, "FOUND", "cn-north-4:r");
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_taurus_unref);
  g_autoptr (HtapRegionalId) id = htap_regional_id_new ("cn-north-4", "9in07");
  HtapTaurus *taurus = htap_taurus_new ();
  g_autoptr (GError) error = NULL;

  htap_inventory_set_taurus_hidden (fixture->inventory, htap_discovery_get_profile (discovery), id,
                                    TRUE, &error);
  g_assert_no_error (error);
  htap_sidebar_sections_rebuild (fixture->sections);
  htap_fold_row_set_open (find_fold (fixture), TRUE);
#define OTHERS BEIJING "1in07, 2in07, 3in07, 4in07, 5in07, " SHANGHAI "6in07, "
  assert_rows (fixture, OTHERS "FOUND · CN North-Beijing4, 1 hidden, 9in07, ");

  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_ID, "9in07");
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_NAME, "orders");
  g_ptr_array_add (found, taurus);
  htap_discovery_succeed (discovery, NOW, found, TRUE);
  assert_rows (fixture, OTHERS "FOUND · CN North-Beijing4, 1 hidden, orders, ");
}

/* What the list shows is seen in the sidebar, too. */
static void
test_selected_is_never_hidden (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *row = htap_sidebar_sections_find (fixture->sections, get_source (fixture, "1"));

  gtk_list_box_select_row (fixture->list, row);
  answer (fixture, "1", "");
  answer (fixture, "2", "");
  assert_rows (fixture, BEIJING "3in07, 4in07, 5in07, 2 without HTAP, 1in07, " SHANGHAI "6in07, ");
  htap_sidebar_sections_set_search (fixture->sections, "6in07");
  assert_rows (fixture, "1in07, " SHANGHAI "6in07, ");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  htap_source_set_taurus_name (get_source (fixture, "1"), "Orders <1>");
  htap_source_set_taurus_name (get_source (fixture, "2"), "Orders <2>");
  answer (fixture, "1", "");
  answer (fixture, "2", "");
  htap_sidebar_sections_set_search (fixture->sections, "orders");
  assert_rows (fixture, BEIJING "Orders <1>, Orders <2>, ");
  htap_sidebar_sections_set_search (fixture->sections, "3IN07");
  assert_rows (fixture, BEIJING "3in07, ");
  htap_sidebar_sections_set_search (fixture->sections, "shanghai");
  assert_rows (fixture, SHANGHAI "6in07, ");
  htap_sidebar_sections_set_search (fixture->sections, "nothing of the kind");
  assert_rows (fixture, "");

  /* A search goes on in rows that are made anew. */
  htap_sidebar_sections_set_search (fixture->sections, "4in07");
  htap_sidebar_sections_rebuild (fixture->sections);
  assert_rows (fixture, BEIJING "4in07, ");
  htap_sidebar_sections_set_search (fixture->sections, "");
  assert_rows (fixture, BEIJING "3in07, 4in07, 5in07, 2 without HTAP, " SHANGHAI "6in07, ");
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/sidebar-sections/by-name", Fixture, NULL, set_up, test_by_name, tear_down);
  g_test_add ("/sidebar-sections/disabled", Fixture, NULL, set_up, test_disabled, tear_down);
  g_test_add ("/sidebar-sections/fold", Fixture, NULL, set_up, test_fold, tear_down);
  g_test_add ("/sidebar-sections/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/sidebar-sections/hidden-name", Fixture, NULL, set_up, test_hidden_name, tear_down);
  g_test_add ("/sidebar-sections/selected-is-never-hidden", Fixture, NULL, set_up,
              test_selected_is_never_hidden, tear_down);
  g_test_add ("/sidebar-sections/search", Fixture, NULL, set_up, test_search, tear_down);

  return g_test_run ();
}
