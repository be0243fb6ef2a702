/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-pane.h"

#include "htap-detail-group.h"
#include "htap-detail-row.h"
#include "htap-field.h"
#include "htap-test.h"
#include "htap-widget-test.h"

#include <string.h>

typedef struct
{
  HtapTestWindow *window;
  GtkWidget *pane;
  GListStore *instances;
  HtapInstance *instance;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->pane = htap_detail_pane_new ();
  fixture->window = htap_test_window_new (fixture->pane, 360, 800);
  fixture->instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  fixture->instance = htap_widget_test_instance ("htap-fjld");
  htap_detail_pane_set_instances (HTAP_DETAIL_PANE (fixture->pane),
                                  G_LIST_MODEL (fixture->instances));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *pane = g_object_ref (fixture->pane);

  htap_test_window_free (fixture->window);
  g_assert_finalize_object (pane);
  g_assert_finalize_object (fixture->instances);
  g_assert_finalize_object (fixture->instance);
}

static void
select_one (Fixture *fixture)
{
  g_list_store_append (fixture->instances, fixture->instance);
  htap_widget_test_settle ();
}

/* The page that is on the screen. */
static GtkWidget *
page_of (Fixture *fixture)
{
  g_autoptr (GPtrArray) stacks = htap_widget_test_find_all (fixture->pane, GTK_TYPE_STACK);

  return gtk_stack_get_visible_child (stacks->pdata[0]);
}

static HtapDetailRow *
find_row (Fixture *fixture, const char *key)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (page_of (fixture), HTAP_TYPE_DETAIL_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (htap_detail_row_get_fact (rows->pdata[i])->key, key) == 0)
      return rows->pdata[i];

  return NULL;
}

static void
test_nothing_selected (Fixture *fixture, gconstpointer data)
{
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (page_of (fixture), "Select an Instance"));

  htap_widget_test_screenshot (fixture->window, "pane-nothing");
}

static gboolean
some_fact_mentions (GPtrArray *rows, const char *text)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const HtapDetailFact *fact = htap_detail_row_get_fact (rows->pdata[i]);

      if ((fact->value != NULL && strstr (fact->value, text) != NULL) ||
          (fact->tooltip != NULL && strstr (fact->tooltip, text) != NULL) ||
          (fact->note != NULL && strstr (fact->note, text) != NULL) ||
          (fact->label != NULL && strstr (fact->label, text) != NULL))
        return TRUE;
    }

  return FALSE;
}

/* Whatever a field has to say is said, and can be read without opening anything. Findings have rows
 * of their own. */
static void
test_every_field (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  select_one (fixture);
  rows = htap_widget_test_find_all (page_of (fixture), HTAP_TYPE_DETAIL_ROW);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      const HtapField *field = htap_field_get (i);
      g_autofree char *shown = htap_field_dup_shown (field, fixture->instance);

      g_test_message ("field %s: %s", htap_field_get_id (field), shown);
      if (i == HTAP_FIELD_FINDINGS)
        continue;

      g_assert_nonnull (shown);
      if (htap_field_get_kind (field) != HTAP_FIELD_KIND_LIST)
        g_assert_true (htap_widget_test_shows (page_of (fixture), shown) ||
                       some_fact_mentions (rows, shown) || i == HTAP_FIELD_ENGINE_VERSION);
    }

  g_assert_true (htap_widget_test_shows (page_of (fixture), "3.1.15.80"));
}

static void
test_every_element_member (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "192.168.1.1",       "node-id-1",   "node-name-1",   "192.168.1.2",
    "node-id-2",         "node-name-2", "192.168.2.1",   "az2, Center",
    "cn-southwest-244b", "action-id",   "action-type",   "action-object",
    "action-job",        "RUNNING",     "resize_flavor", "Readable Nodes (2)",
  };

  select_one (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_true (htap_widget_test_shows (page_of (fixture), texts[i]));
    }
}

/* The same groups with the same rows, whatever is known. */
static void
test_empty_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRecord) record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, "bfc970d8e9b34a399b4c422aabe11409in17");
  select_one (fixture);
  htap_instance_set_record (fixture->instance, record);

  g_assert_true (htap_widget_test_shows (page_of (fixture), "No current actions"));
  g_assert_true (htap_widget_test_shows (page_of (fixture), "No readable node is reported"));
  g_assert_true (htap_widget_test_shows (page_of (fixture), "Readable Nodes (0)"));

  g_assert_true (htap_widget_test_shows (GTK_WIDGET (find_row (fixture, "data_vip")), "—"));

  htap_widget_test_screenshot (fixture->window, "pane-empty-values");
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  select_one (fixture);

  /* What Enter does. */
  g_assert_true (gtk_widget_activate (GTK_WIDGET (find_row (fixture, "data_vip"))));
  g_assert_cmpstr (fixture->window->text, ==, "192.168.0.207");
  g_assert_cmpstr (fixture->window->sentence, ==, "Copied 192.168.0.207 (htap-fjld)");

  gtk_widget_activate (GTK_WIDGET (find_row (fixture, "create_at")));
  g_assert_cmpstr (fixture->window->text, ==, "2024-03-22T02:41:00.516Z");

  gtk_widget_activate (GTK_WIDGET (find_row (fixture, "readable_node_infos/1")));
  g_assert_cmpstr (fixture->window->text, ==, "192.168.1.2");
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  g_autoptr (GPtrArray) scrolled =
      htap_widget_test_find_all (page_of (fixture), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (scrolled->pdata[0]);
}

/* A refresh moves nothing that a person points at. */
static void
test_update_in_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRecord) record = htap_widget_test_record ("htap-fjld", 2);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget *row;
  double position;

  select_one (fixture);
  before = htap_widget_test_find_all (page_of (fixture), HTAP_TYPE_DETAIL_ROW);
  row = GTK_WIDGET (find_row (fixture, "vpc_id"));
  gtk_widget_grab_focus (row);
  htap_widget_test_settle ();
  position = gtk_adjustment_get_value (get_adjustment (fixture));
  g_assert_cmpfloat (position, >, 0);

  htap_record_set_text (record, HTAP_TEXT_VPC_ID, "another-vpc");
  htap_instance_set_record (fixture->instance, record);
  htap_widget_test_settle ();

  after = htap_widget_test_find_all (page_of (fixture), HTAP_TYPE_DETAIL_ROW);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    g_assert_true (after->pdata[i] == before->pdata[i]);
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (row)) == row);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture)), ==, position);
  g_assert_true (htap_widget_test_shows (row, "another-vpc"));
}

/* More nodes than before: the other rows stay. Fewer: the focus goes to a neighbour. */
static void
test_other_number_of_nodes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRecord) more = htap_widget_test_record ("htap-fjld", 3);
  g_autoptr (HtapRecord) fewer = htap_widget_test_record ("htap-fjld", 1);
  HtapDetailRow *first, *number;
  GtkWidget *focus;

  select_one (fixture);
  first = find_row (fixture, "readable_node_infos/0");
  number = find_row (fixture, "node_num");

  htap_instance_set_record (fixture->instance, more);
  g_assert_true (find_row (fixture, "readable_node_infos/0") == first);
  g_assert_true (find_row (fixture, "node_num") == number);
  g_assert_nonnull (find_row (fixture, "readable_node_infos/2"));
  g_assert_true (htap_widget_test_shows (page_of (fixture), "Readable Nodes (3)"));

  gtk_widget_grab_focus (GTK_WIDGET (find_row (fixture, "readable_node_infos/2")));
  htap_instance_set_record (fixture->instance, fewer);
  htap_widget_test_settle ();
  g_assert_true (find_row (fixture, "readable_node_infos/0") == first);
  g_assert_null (find_row (fixture, "readable_node_infos/2"));
  focus = gtk_root_get_focus (gtk_widget_get_root (fixture->pane));
  g_assert_true (focus == GTK_WIDGET (number));
}

/* What is selected decides what is shown. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) other = htap_widget_test_instance ("htap-other");

  select_one (fixture);
  g_list_store_append (fixture->instances, other);
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (page_of (fixture), "2 instances selected"));
  htap_widget_test_screenshot (fixture->window, "pane-several");

  g_list_store_remove (fixture->instances, 0);
  g_assert_true (htap_widget_test_shows (page_of (fixture), "htap-other"));
  g_list_store_remove_all (fixture->instances);
  g_assert_true (htap_widget_test_shows (page_of (fixture), "Select an Instance"));
}

/* Text from outside is text. With markup, each of these would be a fatal warning. */
static void
test_hostile_text (Fixture *fixture, gconstpointer data)
{
  static const char hostile[] = "<b>&\"</b>%s</span>";
  g_autofree char *endless = g_strnfill (200, 'W');
  int minimum;
  g_autoptr (HtapRecord) record = htap_record_new ();
  g_autoptr (HtapRecord) wide = htap_record_new ();
  const HtapNode node = { hostile, hostile, hostile };
  const HtapZone zone = { hostile, hostile, hostile };
  const HtapAction action = {
    hostile, hostile, hostile, hostile, hostile, hostile, -5, G_MAXINT64
  };

  for (guint i = 0; i < HTAP_N_TEXTS; i++)
    {
      htap_record_set_text (record, i, hostile);
      htap_record_set_text (wide, i, endless);
    }
  htap_record_add_node (record, &node);
  htap_record_add_zone (record, &zone);
  htap_record_add_action (record, &action);
  htap_record_add_proxy_ip (record, hostile);
  htap_record_set_number (record, HTAP_NUMBER_CREATE_AT, G_MAXINT64);

  select_one (fixture);
  htap_instance_set_record (fixture->instance, record);
  htap_widget_test_settle ();
  g_assert_true (htap_widget_test_shows (page_of (fixture), hostile));
  gtk_widget_activate (GTK_WIDGET (find_row (fixture, "data_vip")));
  g_assert_cmpstr (fixture->window->text, ==, hostile);

  htap_instance_set_record (fixture->instance, wide);
  htap_widget_test_settle ();
  gtk_widget_measure (fixture->pane, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 300);
  htap_widget_test_screenshot (fixture->window, "pane-wide-text");
}

static void
test_focus_goes_to_first_row (Fixture *fixture, gconstpointer data)
{
  select_one (fixture);

  g_assert_true (gtk_widget_grab_focus (fixture->pane));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (fixture->pane)) ==
                 GTK_WIDGET (find_row (fixture, "data_vip")));
}

static void
unfold (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (page_of (fixture), ADW_TYPE_EXPANDER_ROW);

  adw_expander_row_set_expanded (rows->pdata[0], TRUE);
  htap_widget_test_settle ();
}

static void
test_look (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  select_one (fixture);
  htap_widget_test_screenshot (fixture->window, "pane-light");
  unfold (fixture);
  gtk_adjustment_set_value (get_adjustment (fixture), 800);
  htap_widget_test_screenshot (fixture->window, "pane-light-middle");
  gtk_adjustment_set_value (get_adjustment (fixture), G_MAXINT);
  htap_widget_test_screenshot (fixture->window, "pane-light-end");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  htap_widget_test_screenshot (fixture->window, "pane-dark");
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);

  gtk_adjustment_set_value (get_adjustment (fixture), 0);
  gtk_widget_set_size_request (fixture->pane, 600, -1);
  htap_widget_test_screenshot (fixture->window, "pane-wide");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/detail-pane/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  ADD ("nothing-selected", test_nothing_selected);
  ADD ("every-field", test_every_field);
  ADD ("every-element-member", test_every_element_member);
  ADD ("empty-values", test_empty_values);
  ADD ("copy", test_copy);
  ADD ("update-in-place", test_update_in_place);
  ADD ("other-number-of-nodes", test_other_number_of_nodes);
  ADD ("several", test_several);
  ADD ("hostile-text", test_hostile_text);
  ADD ("focus-goes-to-first-row", test_focus_goes_to_first_row);
  ADD ("look", test_look);

  return g_test_run ();
}
