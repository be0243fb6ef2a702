/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-group.h"

#include "htap-detail-row.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapTestWindow *window;
  GtkWidget *group;
  GtkWidget *next; /* another group, below */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->group = g_object_ref_sink (htap_detail_group_new ());
  fixture->next = htap_detail_group_new ();
  gtk_box_append (GTK_BOX (box), fixture->group);
  gtk_box_append (GTK_BOX (box), fixture->next);
  fixture->window = htap_test_window_new (box, 360, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->group);
}

/* @keys: letters, one for each fact */
static void
show_in (GtkWidget *group, const char *keys)
{
  g_autoptr (GPtrArray) facts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_fact_unref);

  for (const char *c = keys; *c != '\0'; c++)
    {
      const char key[] = { *c, '\0' };
      HtapDetailFact *fact = htap_detail_fact_new (key, "Label", key, HTAP_DETAIL_FACT_TEXT);

      htap_detail_fact_add_copy (fact, NULL, key);
      g_ptr_array_add (facts, fact);
    }
  htap_detail_group_set_facts (HTAP_DETAIL_GROUP (group), facts, NULL);
}

static void
show (Fixture *fixture, const char *keys)
{
  show_in (fixture->group, keys);
  htap_widget_test_settle ();
}

static GtkWidget *
find_row (GtkWidget *group, char key)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (group, HTAP_TYPE_DETAIL_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (*htap_detail_row_get_fact (rows->pdata[i])->key == key)
      return rows->pdata[i];

  return NULL;
}

static char *
dup_keys (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (fixture->group, HTAP_TYPE_DETAIL_ROW);
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append (keys, htap_detail_row_get_fact (rows->pdata[i])->key);

  return g_string_free (g_steal_pointer (&keys), FALSE);
}

/* Rows of the same key stay, wherever the others come and go, and are in the facts' order. */
static void
test_rows_stay (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *kept;
  } cases[] = {
    { "", "abc", "" },        { "abc", "abc", "abc" },  { "abc", "abXc", "abc" },
    { "abXc", "abc", "abc" }, { "abc", "Xabc", "abc" }, { "abc", "abcX", "abc" },
    { "abc", "aXc", "ac" },   { "abc", "X", "" },       { "abc", "", "" },
    { "aab", "ab", "ab" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = NULL;
      GtkWidget *rows[3] = { NULL };

      g_test_message ("“%s” to “%s”", cases[i].before, cases[i].after);
      show_in (fixture->group, "");
      show_in (fixture->group, cases[i].before);
      for (guint k = 0; cases[i].kept[k] != '\0'; k++)
        rows[k] = find_row (fixture->group, cases[i].kept[k]);

      show_in (fixture->group, cases[i].after);
      shown = dup_keys (fixture);
      g_assert_cmpstr (shown, ==, cases[i].after);
      for (guint k = 0; cases[i].kept[k] != '\0'; k++)
        g_assert_true (find_row (fixture->group, cases[i].kept[k]) == rows[k]);
    }
}

static void
assert_focus_goes (Fixture *fixture, const char *before, char focus, const char *after, char heir)
{
  GtkWindow *window = fixture->window->window;

  show (fixture, "");
  show (fixture, before);
  gtk_widget_grab_focus (find_row (fixture->group, focus));
  show (fixture, after);
  g_assert_true (gtk_window_get_focus (window) == find_row (fixture->group, heir));
}

/* The focus is never lost with a row: the one that took its place has it, or the last. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  assert_focus_goes (fixture, "abc", 'b', "abc", 'b');
  assert_focus_goes (fixture, "abc", 'b', "Xabc", 'b');
  assert_focus_goes (fixture, "abc", 'b', "ac", 'c');
  assert_focus_goes (fixture, "abc", 'b', "aXc", 'X');
  assert_focus_goes (fixture, "abc", 'c', "ab", 'b');
  assert_focus_goes (fixture, "abc", 'a', "X", 'X');
}

/* Somebody who is elsewhere is not called back. */
static void
test_focus_elsewhere (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  show (fixture, "abc");
  show_in (fixture->next, "x");
  row = find_row (fixture->next, 'x');
  gtk_widget_grab_focus (row);
  show (fixture, "a");
  g_assert_true (gtk_window_get_focus (fixture->window->window) == row);
}

static void
test_grab_focus (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_grab_focus (fixture->group));
  show (fixture, "abc");
  g_assert_true (gtk_widget_grab_focus (fixture->group));
  g_assert_true (gtk_window_get_focus (fixture->window->window) == find_row (fixture->group, 'a'));
}

/* Up and down do not end where a group does. */
static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window = fixture->window->window;
  GtkWidget *last, *first;

  show (fixture, "ab");
  show_in (fixture->next, "xy");
  htap_widget_test_settle ();
  last = find_row (fixture->group, 'b');
  first = find_row (fixture->next, 'x');

  gtk_widget_grab_focus (last);
  g_signal_emit_by_name (gtk_widget_get_parent (last), "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1,
                         FALSE, FALSE);
  g_assert_true (gtk_window_get_focus (window) == first);
  g_signal_emit_by_name (gtk_widget_get_parent (first), "move-cursor", GTK_MOVEMENT_DISPLAY_LINES,
                         -1, FALSE, FALSE);
  g_assert_true (gtk_window_get_focus (window) == last);
}

/* A click or Enter. */
static void
test_activate (Fixture *fixture, gconstpointer data)
{
  show (fixture, "ab");
  g_assert_true (gtk_widget_activate (find_row (fixture->group, 'b')));
  g_assert_cmpuint (fixture->window->n_copies, ==, 1);
  g_assert_cmpstr (fixture->window->text, ==, "b");
}

static void
test_title (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lists = htap_widget_test_find_all (fixture->group, GTK_TYPE_LIST_BOX);

  htap_detail_group_set_title (HTAP_DETAIL_GROUP (fixture->group), "Nodes (2)");
  g_assert_true (htap_widget_test_shows (fixture->group, "Nodes (2)"));
  gtk_test_accessible_assert_role (fixture->group, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->group, GTK_ACCESSIBLE_PROPERTY_LABEL, "Nodes (2)");
  gtk_test_accessible_assert_property (lists->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL, "Nodes (2)");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/detail-group/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  ADD ("rows-stay", test_rows_stay);
  ADD ("focus", test_focus);
  ADD ("focus-elsewhere", test_focus_elsewhere);
  ADD ("grab-focus", test_grab_focus);
  ADD ("arrows", test_arrows);
  ADD ("activate", test_activate);
  ADD ("title", test_title);

  return g_test_run ();
}
