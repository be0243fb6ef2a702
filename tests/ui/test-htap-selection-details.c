/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-selection-details.h"

#include "htap-detail-group.h"
#include "htap-detail-row.h"
#include "htap-hostile-text.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapTestWindow *window;
  GtkWidget *details;
  GListStore *instances;
  HtapInstance *one;
  HtapInstance *other;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->details = g_object_ref_sink (htap_selection_details_new ());
  fixture->window = htap_test_window_new (fixture->details, 360, 600);
  fixture->instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  fixture->one = htap_widget_test_instance ("htap-one");
  fixture->other = htap_widget_test_instance ("htap-other");
  g_list_store_append (fixture->instances, fixture->one);
  g_list_store_append (fixture->instances, fixture->other);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->details);
  g_assert_finalize_object (fixture->instances);
  g_assert_finalize_object (fixture->one);
  g_assert_finalize_object (fixture->other);
}

static void
show (Fixture *fixture)
{
  htap_selection_details_set_instances (HTAP_SELECTION_DETAILS (fixture->details),
                                        G_LIST_MODEL (fixture->instances));
}

/* NULL: they have no value of that field in common. */
static HtapDetailRow *
find_row (Fixture *fixture, const char *key)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (fixture->details, HTAP_TYPE_DETAIL_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (htap_detail_row_get_fact (rows->pdata[i])->key, key) == 0)
      return rows->pdata[i];

  return NULL;
}

static const char *
get_shared (Fixture *fixture, const char *key)
{
  HtapDetailRow *row = find_row (fixture, key);

  return row != NULL ? htap_detail_row_get_fact (row)->value : NULL;
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) groups =
      htap_widget_test_find_all (fixture->details, HTAP_TYPE_DETAIL_GROUP);
  GtkWidget *title;

  show (fixture);
  title = htap_widget_test_find (fixture->details, "2 instances selected");
  gtk_test_accessible_assert_role (title, GTK_ACCESSIBLE_ROLE_HEADING);
  g_list_store_append (fixture->instances, fixture->one);
  show (fixture);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (title)), ==, "3 instances selected");

  gtk_test_accessible_assert_property (groups->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "In Common");
}

/* The values of all, and those alone; nobody says whose the one that is copied is. */
static void
test_shared (Fixture *fixture, gconstpointer data)
{
  show (fixture);
  g_assert_null (get_shared (fixture, "name"));
  g_assert_cmpstr (get_shared (fixture, "vpc_id"), ==, "f7876b94-3696-419b-a609-161de4b42d59");

  g_assert_true (gtk_widget_activate (GTK_WIDGET (find_row (fixture, "vpc_id"))));
  g_assert_cmpstr (fixture->window->text, ==, "f7876b94-3696-419b-a609-161de4b42d59");
  g_assert_cmpstr (fixture->window->sentence, ==, "Copied f7876b94-3696-419b-a609-161de4b42d59");
}

/* They are selected while a refresh goes on. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRecord) record = htap_widget_test_record ("htap-other", 2);

  show (fixture);
  htap_record_set_text (record, HTAP_TEXT_VPC_ID, "another-vpc");
  htap_instance_set_record (fixture->other, record);
  htap_widget_test_settle ();
  g_assert_null (get_shared (fixture, "vpc_id"));
  g_assert_nonnull (get_shared (fixture, "sub_net_id"));
}

/* The name of the TaurusDB instance may be learned later than its HTAP instances. */
static void
test_follows_source (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) second = NULL;
  HtapSource *first = htap_instance_get_source (fixture->one);

  show (fixture);
  g_assert_cmpstr (get_shared (fixture, "taurus_name"), ==, "taurus-orders");
  htap_source_set_taurus_name (first, "taurus-bills");
  htap_widget_test_settle ();
  g_assert_null (get_shared (fixture, "taurus_name"));
  htap_source_set_taurus_name (htap_instance_get_source (fixture->other), "taurus-bills");
  htap_widget_test_settle ();
  g_assert_cmpstr (get_shared (fixture, "taurus_name"), ==, "taurus-bills");

  /* Another profile's source takes one over, and is the one to follow. */
  second = htap_source_new (htap_source_get_profile (first), "cn-north-4",
                            "23a50154cf494ec9ad6883979a12db0a", htap_source_get_taurus_id (first));
  htap_source_set_taurus_name (second, "seen by another");
  htap_instance_set_record_of (fixture->one, second, htap_instance_get_record (fixture->one));
  htap_instance_show_source (fixture->one, second);
  htap_widget_test_settle ();
  g_assert_null (get_shared (fixture, "taurus_name"));
  htap_source_set_taurus_name (second, "taurus-bills");
  htap_widget_test_settle ();
  g_assert_cmpstr (get_shared (fixture, "taurus_name"), ==, "taurus-bills");
}

static void
test_lets_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRecord) record = htap_widget_test_record ("htap-other", 2);

  show (fixture);
  htap_record_set_text (record, HTAP_TEXT_VPC_ID, "another-vpc");
  htap_instance_set_record (fixture->other, record);
  htap_selection_details_set_instances (HTAP_SELECTION_DETAILS (fixture->details), NULL);
  htap_widget_test_settle ();

  g_assert_cmpuint (g_signal_handlers_disconnect_by_data (fixture->one, fixture->details), ==, 0);
  g_assert_cmpuint (g_signal_handlers_disconnect_by_data (htap_instance_get_source (fixture->one),
                                                          fixture->details),
                    ==, 0);
  g_assert_true (htap_widget_test_shows (fixture->details, "2 instances selected"));
  g_assert_nonnull (get_shared (fixture, "vpc_id"));
}

static void
test_nothing_in_common (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-east-3", "p", "t");
  g_autoptr (HtapRecord) record = htap_record_new ();
  g_autoptr (HtapInstance) third = NULL;

  htap_record_set_text (record, HTAP_TEXT_ID, "id");
  third = htap_instance_new (source, record);
  g_list_store_append (fixture->instances, third);
  show (fixture);

  g_assert_true (htap_widget_test_shows (fixture->details, "They have no value in common"));
  g_assert_null (get_shared (fixture, "vpc_id"));
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  static const char *const buttons[][2] = {
    { "Copy Private IPs", "copy-ip" },
    { "Copy Instance IDs", "copy-id" },
    { "Copy Rows", "copy-rows" },
  };

  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *label = htap_widget_test_find (fixture->details, buttons[i][0]);
      GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);

      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, buttons[i][0]);
      g_signal_emit_by_name (button, "clicked");
      g_assert_cmpstr (fixture->window->activated, ==, buttons[i][1]);
    }
}

/* Every format, without a mouse. */
static void
test_copy_as (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (fixture->details, GTK_TYPE_MENU_BUTTON);
  GtkMenuButton *copy_as = NULL;
  g_autoptr (GMenuModel) formats = NULL;
  g_autofree char *format = NULL;

  show (fixture);
  for (guint i = 0; i < buttons->len; i++)
    if (g_strcmp0 (gtk_menu_button_get_label (buttons->pdata[i]), "Copy As") == 0)
      copy_as = buttons->pdata[i];
  g_assert_nonnull (copy_as);
  g_assert_true (gtk_widget_get_focusable (gtk_widget_get_first_child (GTK_WIDGET (copy_as))));
  gtk_test_accessible_assert_property (copy_as, GTK_ACCESSIBLE_PROPERTY_LABEL, "Copy As");

  formats = g_menu_model_get_item_link (gtk_menu_button_get_menu_model (copy_as), 0,
                                        G_MENU_LINK_SECTION);
  g_assert_true (g_menu_model_get_item_attribute (formats, 3, G_MENU_ATTRIBUTE_TARGET, "s", &format));
  g_assert_cmpstr (format, ==, "markdown");
}

/* The first thing to do with several instances. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;

  show (fixture);
  htap_widget_test_settle ();
  label = htap_widget_test_find (fixture->details, "Copy Private IPs");
  gtk_window_set_focus (fixture->window->window, NULL);
  g_assert_true (gtk_widget_grab_focus (fixture->details));
  g_assert_true (gtk_window_get_focus (fixture->window->window) ==
                 gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON));
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) texts = htap_hostile_texts_load ();

  show (fixture);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_array_index (texts, HtapHostileText, i).text;
      g_autoptr (HtapRecord) record = htap_widget_test_record (text, 0);

      htap_record_set_text (record, HTAP_TEXT_FAIL_MESSAGE, text);
      htap_instance_set_record (fixture->one, record);
      htap_instance_set_record (fixture->other, record);
      htap_widget_test_settle ();
      g_assert_cmpstr (get_shared (fixture, "fail_message"), ==, text);
      htap_widget_test_assert_harmless (fixture->details, "selection");
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/selection-details/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  ADD ("count", test_count);
  ADD ("shared", test_shared);
  ADD ("follows", test_follows);
  ADD ("follows-source", test_follows_source);
  ADD ("lets-go", test_lets_go);
  ADD ("nothing-in-common", test_nothing_in_common);
  ADD ("buttons", test_buttons);
  ADD ("copy-as", test_copy_as);
  ADD ("focus", test_focus);
  ADD ("hostile", test_hostile);

  return g_test_run ();
}
