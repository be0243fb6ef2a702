/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-marks.h"

#include "htap-changes-private.h"
#include "htap-instance-view.h"
#include "htap-list-test.h"

#define NOW (g_get_real_time () / G_USEC_PER_SEC)

/* A list of two, one of which changes. */
typedef struct
{
  HtapChanges *changes;
  HtapSource *source;
  HtapInstance *instance;
  GListStore *store;
  GtkWidget *view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->changes = htap_changes_new ();
  fixture->source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  fixture->store = htap_list_test_crowd (fixture->source, 2);
  fixture->instance = g_list_model_get_item (G_LIST_MODEL (fixture->store), 0);
  fixture->view = htap_instance_view_new (G_LIST_MODEL (fixture->store));
  htap_instance_view_set_changes (HTAP_INSTANCE_VIEW (fixture->view), fixture->changes);
  fixture->window = htap_list_test_window (fixture->view, 1100, 200);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_list_test_close (fixture->window);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->instance);
  g_assert_finalize_object (fixture->source);
  g_assert_finalize_object (fixture->changes);
}

/* As a merge does it. */
static void
change (Fixture *fixture, HtapFieldSet fields, HtapRecord *record)
{
  g_autoptr (HtapRecord) before = htap_record_ref (htap_instance_get_record (fixture->instance));

  htap_instance_set_record (fixture->instance, record);
  htap_change_draft_note_record (htap_changes_get_draft (fixture->changes), fixture->instance,
                                 before, fields, NOW, NOW);
  htap_changes_publish (fixture->changes);
}

static void
change_address (Fixture *fixture)
{
  g_autoptr (HtapRecord) record = htap_list_test_record (htap_instance_get_id (fixture->instance),
                                                         "htap-0", "10.9.9.9", "normal");

  change (fixture, HTAP_FIELD_BIT (HTAP_FIELD_DATA_VIP), record);
}

/* Returns: whether the cell of @instance has a mark that is seen */
static gboolean
is_marked (Fixture *fixture, HtapFieldIndex field)
{
  for (guint i = 0; i < 2; i++)
    {
      HtapCell *cell = htap_list_test_get_cell (fixture->view, i, field);

      if (htap_cell_get_instance (cell) == fixture->instance)
        return htap_cell_get_face (cell)->marked;
    }

  return FALSE;
}

/* By sight, by the pointer and for a screen reader; the others are as they were. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_marked (fixture, HTAP_FIELD_DATA_VIP));
  change_address (fixture);
  g_assert_true (is_marked (fixture, HTAP_FIELD_DATA_VIP));
  g_assert_false (is_marked (fixture, HTAP_FIELD_NAME));
  g_assert_false (is_marked (fixture, HTAP_FIELD_SHOWN_STATUS));
  htap_list_test_settle (fixture->window);
  htap_list_test_screenshot ("list-marks");
}

static void
test_said (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sentence = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  GtkWidget *cell;

  change_address (fixture);
  sentence = g_strdup_printf ("was: 192.168.0.1, until %s", time);
  cell = gtk_widget_get_parent (
      GTK_WIDGET (htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_DATA_VIP)));
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence);
}

static void
test_seen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell;

  change_address (fixture);
  htap_changes_mark_seen (fixture->changes, NULL);
  g_assert_false (is_marked (fixture, HTAP_FIELD_DATA_VIP));
  cell = gtk_widget_get_parent (
      GTK_WIDGET (htap_list_test_get_cell (fixture->view, 0, HTAP_FIELD_DATA_VIP)));
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (cell),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

/* What came is told by its name, what went by its status. */
static void
test_came_and_went (Fixture *fixture, gconstpointer data)
{
  htap_change_draft_note_added (htap_changes_get_draft (fixture->changes), fixture->instance, NOW,
                                NOW);
  htap_changes_publish (fixture->changes);
  g_assert_true (is_marked (fixture, HTAP_FIELD_NAME));
  g_assert_false (is_marked (fixture, HTAP_FIELD_SHOWN_STATUS));
  htap_changes_mark_seen (fixture->changes, NULL);

  htap_instance_set_listed (fixture->instance, FALSE);
  htap_change_draft_note_gone (htap_changes_get_draft (fixture->changes), fixture->instance, NOW,
                               NOW);
  htap_changes_publish (fixture->changes);
  g_assert_true (is_marked (fixture, HTAP_FIELD_SHOWN_STATUS));
  g_assert_false (is_marked (fixture, HTAP_FIELD_NAME));
  htap_list_test_settle (fixture->window);
  htap_list_test_screenshot ("list-marks-gone");
}

/* A row that comes to the screen later, and one that is another instance's now. */
static void
test_rows_move (Fixture *fixture, gconstpointer data)
{
  change_address (fixture);
  htap_instance_view_set_sort (HTAP_INSTANCE_VIEW (fixture->view), HTAP_FIELD_NAME, TRUE);
  htap_list_test_settle (fixture->window);
  g_assert_true (is_marked (fixture, HTAP_FIELD_DATA_VIP));

  g_list_store_remove (fixture->store, 0);
  htap_list_test_settle (fixture->window);
  g_list_store_append (fixture->store, fixture->instance);
  htap_list_test_settle (fixture->window);
  g_assert_true (is_marked (fixture, HTAP_FIELD_DATA_VIP));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/list-marks/changed", test_changed },
    { "/list-marks/said", test_said },
    { "/list-marks/seen", test_seen },
    { "/list-marks/came-and-went", test_came_and_went },
    { "/list-marks/rows-move", test_rows_move },
  };

  htap_list_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
