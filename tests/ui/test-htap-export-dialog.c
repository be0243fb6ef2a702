/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-export-dialog.h"

#include "htap-widget-test.h"

typedef struct
{
  HtapTestWindow *window;
  GtkWidget *dialog;
  GListStore *instances[3]; /* by HtapExportPart: two, none, three */
} Fixture;

static GListStore *
new_instances (guint n_instances)
{
  GListStore *instances = g_list_store_new (HTAP_TYPE_INSTANCE);

  for (guint i = 0; i < n_instances; i++)
    {
      g_autoptr (HtapInstance) instance = htap_widget_test_instance ("htap");

      g_list_store_append (instances, instance);
    }

  return instances;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const guint counts[] = { 2, 0, 3 };

  fixture->window = htap_test_window_new (NULL, 600, 500);
  fixture->dialog = htap_export_dialog_new (fixture->window->window, TRUE, TRUE);
  for (guint i = 0; i < 3; i++)
    fixture->instances[i] = new_instances (counts[i]);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
  for (guint i = 0; i < 3; i++)
    g_assert_finalize_object (fixture->instances[i]);
  htap_test_window_free (fixture->window);
}

static void
offer (Fixture *fixture)
{
  for (guint part = HTAP_EXPORT_SHOWN; part <= HTAP_EXPORT_ALL; part++)
    htap_export_dialog_offer (HTAP_EXPORT_DIALOG (fixture->dialog), part,
                              G_LIST_MODEL (fixture->instances[part]));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  htap_widget_test_settle ();
}

static AdwComboRow *
get_combo (Fixture *fixture, guint position)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (fixture->dialog, ADW_TYPE_COMBO_ROW);

  g_assert_cmpuint (rows->len, ==, 2);

  return rows->pdata[position];
}

static void
choose_format (Fixture *fixture, HtapRowFormat format)
{
  adw_combo_row_set_selected (get_combo (fixture, 1), format);
  g_assert_cmpint (htap_export_dialog_get_format (HTAP_EXPORT_DIALOG (fixture->dialog)), ==,
                   format);
}

static HtapRows
get_rows (Fixture *fixture)
{
  HtapRows rows = { 0 };

  htap_export_dialog_get_rows (HTAP_EXPORT_DIALOG (fixture->dialog), &rows);

  return rows;
}

static char *
dup_choices (Fixture *fixture)
{
  GListModel *model = adw_combo_row_get_model (get_combo (fixture, 0));
  g_autoptr (GString) choices = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) choice = g_list_model_get_item (model, i);

      g_string_append_printf (choices, "%s;", gtk_string_object_get_string (choice));
    }

  return g_strdup (choices->str);
}

/* What there is nothing of is not offered. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *choices = NULL;

  offer (fixture);
  choices = dup_choices (fixture);
  g_assert_cmpstr (choices, ==, "Shown (2);All (3);");
  g_assert_true (get_rows (fixture).instances == G_LIST_MODEL (fixture->instances[0]));

  adw_combo_row_set_selected (get_combo (fixture, 0), 1);
  g_assert_true (get_rows (fixture).instances == G_LIST_MODEL (fixture->instances[2]));
}

/* One is selected only to look at it; who selects more means them. */
static void
test_selected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) one = htap_widget_test_instance ("one");
  g_autofree char *choices = NULL;

  g_list_store_append (fixture->instances[1], one);
  if (data != NULL)
    g_list_store_append (fixture->instances[1], one);
  offer (fixture);
  choices = dup_choices (fixture);
  g_assert_cmpstr (choices, ==,
                   data != NULL ? "Shown (2);Selected (2);All (3);"
                                : "Shown (2);Selected (1);All (3);");
  g_assert_true (get_rows (fixture).instances ==
                 G_LIST_MODEL (fixture->instances[data != NULL ? 1 : 0]));
}

static GtkWidget *
find_switch (Fixture *fixture, const char *title)
{
  g_autoptr (GPtrArray) switches = htap_widget_test_find_all (fixture->dialog, GTK_TYPE_SWITCH);

  for (guint i = 0; i < switches->len; i++)
    {
      g_autofree char *other = gtk_test_accessible_check_property (
          switches->pdata[i], GTK_ACCESSIBLE_PROPERTY_LABEL, title);

      if (other == NULL)
        return switches->pdata[i];
    }

  g_assert_not_reached ();
}

static void
assert_offered (Fixture *fixture, HtapRowFormat format, gboolean titles, gboolean mark)
{
  choose_format (fixture, format);
  htap_widget_test_settle ();
  g_assert_cmpint (gtk_widget_get_mapped (find_switch (fixture, "Column Titles")), ==, titles);
  g_assert_cmpint (gtk_widget_get_mapped (find_switch (fixture, "Byte Order Mark")), ==, mark);
}

static void
test_formats (Fixture *fixture, gconstpointer data)
{
  offer (fixture);
  htap_widget_test_screenshot_of (fixture->dialog, "export");
  assert_offered (fixture, HTAP_ROW_FORMAT_TSV, TRUE, FALSE);
  assert_offered (fixture, HTAP_ROW_FORMAT_JSON, FALSE, FALSE);
  assert_offered (fixture, HTAP_ROW_FORMAT_MARKDOWN, FALSE, FALSE);
  assert_offered (fixture, HTAP_ROW_FORMAT_CSV, TRUE, TRUE);
}

static void
test_switches (Fixture *fixture, gconstpointer data)
{
  GtkWidget *titles, *mark;

  offer (fixture);
  titles = find_switch (fixture, "Column Titles");
  mark = find_switch (fixture, "Byte Order Mark");
  g_assert_cmpint (get_rows (fixture).titles, ==, HTAP_ROWS_TITLES_LABELS);
  g_assert_true (get_rows (fixture).byte_order_mark);

  /* A click anywhere on their rows. */
  gtk_widget_activate (gtk_widget_get_ancestor (titles, ADW_TYPE_ACTION_ROW));
  gtk_widget_activate (gtk_widget_get_ancestor (mark, ADW_TYPE_ACTION_ROW));
  g_assert_cmpint (get_rows (fixture).titles, ==, HTAP_ROWS_TITLES_NONE);
  g_assert_false (get_rows (fixture).byte_order_mark);

  /* A table of Markdown without a head is none. */
  choose_format (fixture, HTAP_ROW_FORMAT_MARKDOWN);
  g_assert_cmpint (get_rows (fixture).titles, ==, HTAP_ROWS_TITLES_LABELS);
}

static void
test_fail (Fixture *fixture, gconstpointer data)
{
  offer (fixture);
  htap_export_dialog_fail (HTAP_EXPORT_DIALOG (fixture->dialog), "The disk <is> full.");
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (fixture->dialog, "The disk <is> full."));
  htap_widget_test_screenshot_of (fixture->dialog, "export-failed");
}

/* The first thing to choose has the keyboard, not "Cancel". */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  offer (fixture);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->dialog)) ==
                 GTK_WIDGET (get_combo (fixture, 0)));
}

#define ADD(name, data, function)                                                                  \
  g_test_add ("/export-dialog/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  ADD ("parts", NULL, test_parts);
  ADD ("selected/one", NULL, test_selected);
  ADD ("selected/two", "two", test_selected);
  ADD ("formats", NULL, test_formats);
  ADD ("switches", NULL, test_switches);
  ADD ("fail", NULL, test_fail);
  ADD ("focus", NULL, test_focus);

  return g_test_run ();
}
