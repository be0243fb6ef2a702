/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-row.h"

#include "htap-hostile-text.h"
#include "htap-status-badge.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapTestWindow *window;
  GtkWidget *row;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = gtk_list_box_new ();

  fixture->row = g_object_ref_sink (htap_detail_row_new ());
  gtk_list_box_append (GTK_LIST_BOX (list), fixture->row);
  fixture->window = htap_test_window_new (list, 360, 100);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->row);
}

static void
show (Fixture *fixture, HtapDetailFact *fact, const char *subject)
{
  htap_detail_row_set_fact (HTAP_DETAIL_ROW (fixture->row), fact, subject);
}

/* A fact with @n_copies, one of them its value. */
static HtapDetailFact *
new_fact (const char *value, const char *note, guint n_copies)
{
  HtapDetailFact *fact = htap_detail_fact_new ("key", "Node 1", value, HTAP_DETAIL_FACT_TEXT);

  htap_detail_fact_set_note (fact, note);
  for (guint i = 0; i < n_copies; i++)
    {
      g_autofree char *label = g_strdup_printf ("Copy %u", i);

      htap_detail_fact_add_copy (fact, label, i == 0 ? value : label);
    }

  return fact;
}

static GtkWidget *
find_only (Fixture *fixture, GType type)
{
  g_autoptr (GPtrArray) found = htap_widget_test_find_all (fixture->row, type);

  g_assert_cmpuint (found->len, >=, 1);

  return found->pdata[0];
}

static GtkWidget *
find_copy_icon (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = htap_widget_test_find_all (fixture->row, GTK_TYPE_IMAGE);

  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (gtk_image_get_icon_name (found->pdata[i]), "edit-copy-symbolic") == 0)
      return found->pdata[i];

  g_assert_not_reached ();
}

static void
assert_described (Fixture *fixture, HtapDetailFact *fact, const char *expected)
{
  show (fixture, fact, "htap-fjld");
  gtk_test_accessible_assert_property (fixture->row, GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
}

/* A screen reader says what there is, and that something is missing, never a dash. */
static void
test_accessible_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDetailFact) both = new_fact ("10.0.0.1", "node-id", 0);
  g_autoptr (HtapDetailFact) value = new_fact ("10.0.0.1", NULL, 0);
  g_autoptr (HtapDetailFact) note = new_fact (NULL, "node-id", 0);
  g_autoptr (HtapDetailFact) nothing = new_fact (NULL, NULL, 0);
  g_autoptr (HtapDetailFact) sentence =
      htap_detail_fact_new ("key", NULL, "No current actions", HTAP_DETAIL_FACT_NOTHING);
  GtkWidget *dash;

  assert_described (fixture, both, "Node 1: 10.0.0.1, node-id");
  assert_described (fixture, value, "Node 1: 10.0.0.1");
  assert_described (fixture, note, "Node 1: node-id");
  assert_described (fixture, nothing, "Node 1: not set");
  dash = htap_widget_test_find (fixture->row, "—");
  gtk_test_accessible_assert_property (dash, GTK_ACCESSIBLE_PROPERTY_LABEL, "not set");
  assert_described (fixture, sentence, "No current actions");

  gtk_test_accessible_assert_property (find_only (fixture, GTK_TYPE_MENU_BUTTON),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Copy…");
}

/* Nothing is left of the fact before. */
static void
test_another_fact (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDetailFact) id =
      htap_detail_fact_new ("key", "VPC", "f7876b94", HTAP_DETAIL_FACT_IDENTIFIER);
  g_autoptr (HtapDetailFact) text = new_fact ("10.0.0.1", NULL, 1);
  GtkLabel *value;

  htap_detail_fact_set_note (id, "a note");
  htap_detail_fact_set_tooltip (id, "a tooltip");
  show (fixture, id, NULL);
  value = GTK_LABEL (htap_widget_test_find (fixture->row, "f7876b94"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (value), "monospace"));
  g_assert_false (gtk_label_get_wrap (value));
  g_assert_cmpint (gtk_label_get_ellipsize (value), ==, PANGO_ELLIPSIZE_MIDDLE);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (fixture->row), ==, "a tooltip");
  g_assert_true (htap_widget_test_shows (fixture->row, "a note"));

  show (fixture, text, NULL);
  g_assert_true (htap_detail_row_get_fact (HTAP_DETAIL_ROW (fixture->row)) == text);
  g_assert_cmpstr (gtk_label_get_text (value), ==, "10.0.0.1");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (value), "monospace"));
  g_assert_true (gtk_label_get_wrap (value));
  g_assert_cmpint (gtk_label_get_ellipsize (value), ==, PANGO_ELLIPSIZE_END);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (fixture->row), ==, "10.0.0.1");
  g_assert_false (htap_widget_test_shows (fixture->row, "a note"));
}

/* What is not there looks different from what is. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDetailFact) id =
      htap_detail_fact_new ("key", "VPC", NULL, HTAP_DETAIL_FACT_IDENTIFIER);
  g_autoptr (HtapDetailFact) value = new_fact ("10.0.0.1", NULL, 0);
  GtkWidget *label;

  show (fixture, id, NULL);
  label = htap_widget_test_find (fixture->row, "—");
  g_assert_true (gtk_widget_has_css_class (label, "dim-label"));
  g_assert_false (gtk_widget_has_css_class (label, "monospace"));
  g_assert_null (gtk_widget_get_tooltip_text (fixture->row));

  show (fixture, value, NULL);
  g_assert_false (gtk_widget_has_css_class (label, "dim-label"));
}

/* A node: its address, how it is by shape and word, and what it is made of. */
static void
test_node (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDetailFact) node = new_fact ("10.0.0.1", "fe-leader", 1);
  g_autoptr (HtapDetailFact) plain = new_fact ("10.0.0.2", NULL, 1);
  GtkWidget *badge = find_only (fixture, HTAP_TYPE_STATUS_BADGE);

  htap_detail_fact_set_status (node, HTAP_SHOWN_STATUS_ABNORMAL, "Abnormal");
  htap_detail_fact_set_more (node, "4 vCPUs");
  assert_described (fixture, node, "Node 1: 10.0.0.1, Abnormal, fe-leader, 4 vCPUs");
  g_assert_true (gtk_widget_get_visible (badge));
  gtk_test_accessible_assert_property (badge, GTK_ACCESSIBLE_PROPERTY_LABEL, "Abnormal");
  g_assert_true (htap_widget_test_shows (fixture->row, "4 vCPUs"));

  assert_described (fixture, plain, "Node 1: 10.0.0.2");
  g_assert_false (gtk_widget_get_visible (badge));
  g_assert_false (htap_widget_test_shows (fixture->row, "4 vCPUs"));
}

static void
on_reload (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  (*(guint *) user_data)++;
}

/* What could not be read is asked for again by a click anywhere on the row. */
static void
test_retry (Fixture *fixture, gconstpointer data)
{
  guint n_reloads = 0;
  const GActionEntry entries[] = { { .name = "reload", .activate = on_reload } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (HtapDetailFact) failed =
      htap_detail_fact_new ("key", NULL, "No answer", HTAP_DETAIL_FACT_NOTHING);
  g_autoptr (HtapDetailFact) value = new_fact ("10.0.0.1", NULL, 1);
  GtkWidget *button;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, &n_reloads);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window->window), "details",
                                  G_ACTION_GROUP (group));
  htap_detail_fact_set_offers_retry (failed, TRUE);
  show (fixture, failed, "htap-fjld");
  button = gtk_widget_get_ancestor (htap_widget_test_find (fixture->row, "Try Again"),
                                    GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (fixture->row)));
  htap_detail_row_activate (HTAP_DETAIL_ROW (fixture->row));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (n_reloads, ==, 2);

  show (fixture, value, "htap-fjld");
  g_assert_false (gtk_widget_get_visible (button));
  htap_detail_row_activate (HTAP_DETAIL_ROW (fixture->row));
  g_assert_cmpuint (n_reloads, ==, 2);
  g_assert_cmpuint (fixture->window->n_copies, ==, 1);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window->window), "details", NULL);
}

/* A click, and what says that there is something to click. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GtkWidget *icon = find_copy_icon (fixture);
  GtkWidget *menu = find_only (fixture, GTK_TYPE_MENU_BUTTON);

  for (guint n_copies = 0; n_copies < 4; n_copies++)
    {
      g_autoptr (HtapDetailFact) fact = new_fact ("10.0.0.1", NULL, n_copies);

      fixture->window->n_copies = 0;
      show (fixture, fact, "htap-fjld");
      g_assert_cmpint (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (fixture->row)), ==,
                       n_copies > 0);
      g_assert_cmpint (gtk_widget_get_visible (icon), ==, n_copies == 1);
      g_assert_cmpint (gtk_widget_get_visible (menu), ==, n_copies > 1);

      htap_detail_row_copy (HTAP_DETAIL_ROW (fixture->row));
      g_assert_cmpuint (fixture->window->n_copies, ==, n_copies > 0 ? 1 : 0);
      if (n_copies > 0)
        g_assert_cmpstr (fixture->window->text, ==, "10.0.0.1");
    }
}

/* Of several instances it is not said whose it is; and who it is may change without the fact. */
static void
test_sentence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDetailFact) fact = new_fact ("10.0.0.1", NULL, 1);
  HtapDetailRow *row = HTAP_DETAIL_ROW (fixture->row);

  htap_detail_row_copy (row);
  g_assert_cmpuint (fixture->window->n_copies, ==, 0);

  show (fixture, fact, NULL);
  htap_detail_row_copy (row);
  g_assert_cmpstr (fixture->window->sentence, ==, "Copied 10.0.0.1");
  show (fixture, fact, "htap-fjld");
  htap_detail_row_copy (row);
  g_assert_cmpstr (fixture->window->sentence, ==, "Copied 10.0.0.1 (htap-fjld)");
  show (fixture, fact, "renamed");
  htap_detail_row_copy (row);
  g_assert_cmpstr (fixture->window->sentence, ==, "Copied 10.0.0.1 (renamed)");
}

/* What one click does not copy is in the row's menu. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapDetailFact) fact = new_fact ("10.0.0.1", NULL, 3);
  GtkWidget *button = find_only (fixture, GTK_TYPE_MENU_BUTTON);
  GMenuModel *menu;

  show (fixture, fact, "htap-fjld");
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 3);

  for (int i = 0; i < 3; i++)
    {
      const HtapDetailCopy *copy = fact->copies->pdata[i];
      g_autoptr (GVariant) target =
          g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *label = NULL;
      g_autofree char *action = NULL;
      const char *text, *sentence;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
      g_variant_get (target, "(&s&s)", &text, &sentence);
      g_assert_cmpstr (label, ==, copy->label);
      g_assert_cmpstr (action, ==, "win.copy-text");
      g_assert_cmpstr (text, ==, copy->text);
      g_assert_nonnull (strstr (sentence, copy->text));
    }
}

/* What is shown is harmless, what is copied is true. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) texts = htap_hostile_texts_load ();
  g_autofree char *endless = g_strnfill (1000000, 'x');
  g_autoptr (HtapDetailFact) large = NULL;

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_array_index (texts, HtapHostileText, i).text;
      g_autoptr (HtapDetailFact) fact =
          htap_detail_fact_new ("key", text, text, HTAP_DETAIL_FACT_TEXT);

      htap_detail_fact_set_note (fact, text);
      htap_detail_fact_add_copy (fact, NULL, text);
      show (fixture, fact, text);
      htap_widget_test_assert_harmless (fixture->row, "row");
      htap_detail_row_copy (HTAP_DETAIL_ROW (fixture->row));
      g_assert_cmpstr (fixture->window->text, ==, text);
    }

  large = new_fact (endless, endless, 1);
  show (fixture, large, NULL);
  g_assert_cmpuint (strlen (gtk_widget_get_tooltip_text (fixture->row)), <, 10000);
  htap_widget_test_settle ();
  htap_detail_row_copy (HTAP_DETAIL_ROW (fixture->row));
  g_assert_cmpuint (strlen (fixture->window->text), ==, 1000000);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/detail-row/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  ADD ("accessible-names", test_accessible_names);
  ADD ("another-fact", test_another_fact);
  ADD ("nothing", test_nothing);
  ADD ("node", test_node);
  ADD ("retry", test_retry);
  ADD ("copy", test_copy);
  ADD ("sentence", test_sentence);
  ADD ("menu", test_menu);
  ADD ("hostile", test_hostile);

  return g_test_run ();
}
