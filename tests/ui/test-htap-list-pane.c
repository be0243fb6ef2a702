/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-pane.h"

#include "htap-instance-list.h"
#include "htap-notice.h"
#include "htap-status-page.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

typedef struct
{
  HtapTestDemo *demo;
  HtapListPane *pane;
  HtapTestWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->demo = htap_test_demo_new ();
  fixture->pane = HTAP_LIST_PANE (htap_list_pane_new (fixture->demo->inventory, data != NULL));
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->pane), 1000, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  htap_test_demo_free (fixture->demo);
}

typedef struct
{
  Fixture *fixture;
  HtapPage page;
} Expected;

static gboolean
is_page (gpointer data)
{
  const Expected *expected = data;

  return htap_list_pane_get_state (expected->fixture->pane)->page == expected->page;
}

static void
wait_for_page (Fixture *fixture, HtapPage page)
{
  Expected expected = { fixture, page };
  g_autoptr (GPtrArray) pages =
      htap_widget_test_find_all (GTK_WIDGET (fixture->pane), HTAP_TYPE_STATUS_PAGE);
  GtkWidget *view = GTK_WIDGET (htap_list_pane_get_view (fixture->pane));

  htap_test_wait_until (is_page, &expected, "a page of the list's place");
  htap_widget_test_settle ();
  g_assert_cmpint (gtk_widget_get_mapped (view), ==, page == HTAP_PAGE_LIST);
  g_assert_cmpint (gtk_widget_get_mapped (pages->pdata[0]), ==, page != HTAP_PAGE_LIST);
}

static guint
count_shown (Fixture *fixture)
{
  return g_list_model_get_n_items (
      htap_instance_view_get_shown (htap_list_pane_get_view (fixture->pane)));
}

static GtkEditable *
find_entry (Fixture *fixture)
{
  g_autoptr (GPtrArray) entries =
      htap_widget_test_find_all (GTK_WIDGET (fixture->pane), GTK_TYPE_SEARCH_ENTRY);

  return GTK_EDITABLE (entries->pdata[0]);
}

static gboolean
says (Fixture *fixture, const char *text)
{
  return htap_widget_test_shows (GTK_WIDGET (fixture->pane), text);
}

static char *
dup_title (Fixture *fixture)
{
  g_autoptr (GPtrArray) titles =
      htap_widget_test_find_all (GTK_WIDGET (fixture->pane), ADW_TYPE_WINDOW_TITLE);

  return g_strdup (adw_window_title_get_title (titles->pdata[0]));
}

static char *
dup_subtitle (Fixture *fixture)
{
  g_autoptr (GPtrArray) titles =
      htap_widget_test_find_all (GTK_WIDGET (fixture->pane), ADW_TYPE_WINDOW_TITLE);

  return g_strdup (adw_window_title_get_subtitle (titles->pdata[0]));
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dup_subtitle (fixture);
  g_autofree char *after = NULL;

  wait_for_page (fixture, HTAP_PAGE_NOT_READ);
  g_assert_cmpstr (before, ==, "");
  g_assert_true (says (fixture, "All Instances"));

  htap_demo_cloud_set_delay (fixture->demo->cloud, 500);
  htap_inventory_refresh (fixture->demo->inventory, NULL);
  wait_for_page (fixture, HTAP_PAGE_LOADING);
  wait_for_page (fixture, HTAP_PAGE_LIST);
  htap_test_demo_refresh (fixture->demo);
  htap_list_pane_update (fixture->pane);

  after = dup_subtitle (fixture);
  g_assert_true (g_str_has_prefix (after, "20 instances, 7 need attention · Updated "));
  g_assert_cmpuint (count_shown (fixture), ==, 20);

  /* One of the demo's TaurusDB instances is denied, which costs the others nothing. */
  g_assert_true (says (fixture, "1 of 6 TaurusDB instances could not be read."));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  htap_test_demo_refresh (fixture->demo);
  wait_for_page (fixture, HTAP_PAGE_LIST);

  htap_list_pane_start_search (fixture->pane, FALSE);
  htap_widget_test_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_entry (fixture))));
  gtk_editable_set_text (find_entry (fixture), "192.168.0.207");
  g_signal_emit_by_name (find_entry (fixture), "search-changed");
  wait_for_page (fixture, HTAP_PAGE_LIST);
  g_assert_cmpuint (count_shown (fixture), ==, 1);

  gtk_editable_set_text (find_entry (fixture), "<b>&nothing");
  g_signal_emit_by_name (find_entry (fixture), "search-changed");
  wait_for_page (fixture, HTAP_PAGE_NOTHING_FOUND);
  g_assert_true (says (fixture, "Nothing matches “<b>&nothing”."));

  htap_list_pane_clear_search (fixture->pane);
  wait_for_page (fixture, HTAP_PAGE_LIST);
  g_assert_cmpuint (count_shown (fixture), ==, 20);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture)), ==, "");
}

static gboolean
has_list_focus (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (fixture->window->window);

  return focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (htap_list_pane_get_view (fixture->pane)));
}

/* Enter leads into what was found, Escape back to the list. */
static void
test_search_keys (Fixture *fixture, gconstpointer data)
{
  htap_test_demo_refresh (fixture->demo);
  wait_for_page (fixture, HTAP_PAGE_LIST);

  htap_list_pane_start_search (fixture->pane, FALSE);
  htap_widget_test_settle ();
  g_assert_false (has_list_focus (fixture));
  g_signal_emit_by_name (find_entry (fixture), "activate");
  htap_test_wait_until (has_list_focus, fixture, "the focus in the list");

  htap_list_pane_start_search (fixture->pane, FALSE);
  gtk_editable_set_text (find_entry (fixture), "fjlb");
  g_signal_emit_by_name (find_entry (fixture), "search-changed");
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_signal_emit_by_name (find_entry (fixture), "stop-search");
  g_assert_cmpuint (count_shown (fixture), ==, 20);
  htap_test_wait_until (has_list_focus, fixture, "the focus in the list");
}

/* A value of a row, in addition to what is searched for; in the place of whose address it is. */
static void
test_filter (Fixture *fixture, gconstpointer data)
{
  htap_test_demo_refresh (fixture->demo);
  wait_for_page (fixture, HTAP_PAGE_LIST);

  htap_list_pane_filter (fixture->pane, "engine:=\"StarRocks\"");
  htap_widget_test_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (find_entry (fixture))));
  g_assert_cmpuint (count_shown (fixture), <, 20);

  htap_list_pane_filter (fixture->pane, "name:=\"htap-fjlb\"");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture)), ==,
                   "engine:=\"StarRocks\" name:=\"htap-fjlb\"");
  g_assert_cmpuint (count_shown (fixture), ==, 1);

  gtk_editable_set_text (find_entry (fixture), "192.168.0.207");
  g_signal_emit_by_name (find_entry (fixture), "search-changed");
  htap_list_pane_filter (fixture->pane, "name:=\"htap-fjlb\"");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (fixture)), ==, "name:=\"htap-fjlb\"");
}

/* Ctrl+F goes on with what was searched for, Ctrl+L begins anew. */
static void
test_search_anew (Fixture *fixture, gconstpointer data)
{
  int start, end;

  htap_test_demo_refresh (fixture->demo);
  wait_for_page (fixture, HTAP_PAGE_LIST);
  gtk_editable_set_text (find_entry (fixture), "fjl");

  htap_list_pane_start_search (fixture->pane, FALSE);
  g_assert_false (gtk_editable_get_selection_bounds (find_entry (fixture), &start, &end));
  g_assert_cmpint (gtk_editable_get_position (find_entry (fixture)), ==, 3);
  htap_list_pane_start_search (fixture->pane, TRUE);
  g_assert_true (gtk_editable_get_selection_bounds (find_entry (fixture), &start, &end));
  g_assert_cmpint (start, ==, 0);
  g_assert_cmpint (end, ==, 3);
}

/* Returns: (nullable): what is said of the addresses that are searched for */
static const char *
get_answer (Fixture *fixture)
{
  g_autoptr (GPtrArray) notices =
      htap_widget_test_find_all (GTK_WIDGET (fixture->pane), HTAP_TYPE_NOTICE);

  return htap_notice_get_text (notices->pdata[notices->len - 1]);
}

static void
search_for (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (find_entry (fixture), text);
  g_signal_emit_by_name (find_entry (fixture), "search-changed");
}

/* The line of a log finds whoever has its addresses, and it is said as what. */
static void
test_owner (Fixture *fixture, gconstpointer data)
{
  HtapScope *scope = htap_list_pane_get_scope (fixture->pane);
  g_autoptr (HtapSource) other = NULL;
  g_autoptr (HtapTaurus) taurus = htap_taurus_new ();
  g_autofree char *title = NULL;
  g_autofree char *narrow = NULL;

  htap_test_demo_refresh (fixture->demo);
  wait_for_page (fixture, HTAP_PAGE_LIST);
  other = g_list_model_get_item (htap_inventory_get_sources (fixture->demo->inventory), 1);
  htap_scope_choose_source (scope, other);
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_ID, htap_source_get_taurus_id (other));
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_NAME, "taurus-bi");
  htap_taurus_add_ip (taurus, HTAP_TAURUS_IPS_PROXY, "10.20.1.15");
  htap_source_set_taurus (other, taurus);

  search_for (fixture, "17:04:09 refused: jdbc:mysql://192.168.0.183:3306/db");
  wait_for_page (fixture, HTAP_PAGE_LIST);
  g_assert_cmpuint (count_shown (fixture), ==, 1);
  g_assert_cmpstr (get_answer (fixture), ==, "192.168.0.183 is a readable node of htap-fjlc.");
  title = dup_title (fixture);
  g_assert_cmpstr (title, ==, "All Instances");

  search_for (fixture, "10.20.1.15");
  wait_for_page (fixture, HTAP_PAGE_NOTHING_FOUND);
  g_assert_cmpstr (get_answer (fixture), ==,
                   "10.20.1.15 is a proxy address of the TaurusDB instance taurus-bi.");

  search_for (fixture, "10.9.9.9 or 192.168.0.207");
  g_assert_cmpstr (
      get_answer (fixture), ==,
      "192.168.0.207 is the private IP address of htap-fjld.\n"
      "192.168.0.207 is readable node htap-1244_shard01_node01 of htap-fjld.\n"
      "No known instance has 10.9.9.9.\n"
      "1 TaurusDB instance was not read, so it may be an address of its HTAP instances.\n"
      "5 TaurusDB instances were not listed: their own addresses are not known.");
  wait_for_page (fixture, HTAP_PAGE_LIST);
  htap_widget_test_screenshot (fixture->window, "owner");

  search_for (fixture, "htap");
  g_assert_null (get_answer (fixture));
  narrow = dup_title (fixture);
  g_assert_cmpstr (narrow, ==, htap_source_get_shown_name (other));
}

/* As if the first TaurusDB instance had one HTAP instance with this private IP. */
static void
answer_with_address (Fixture *fixture, const char *address)
{
  HtapInventory *inventory = fixture->demo->inventory;
  g_autoptr (HtapSource) source = g_list_model_get_item (htap_inventory_get_sources (inventory), 0);
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify) htap_record_unref);
  HtapListing listing = { source, records };
  HtapRecord *record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, "0in17");
  htap_record_set_text (record, HTAP_TEXT_NAME, "htap-new");
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, address);
  g_ptr_array_add (records, record);
  htap_instance_list_merge (HTAP_INSTANCE_LIST (htap_inventory_get_instances (inventory)), &listing,
                            1);
  htap_source_succeed (source, htap_source_get_as_of (source) + 1, 1, 10, 1, NULL);
}

/* An answer that comes in later is said as well. */
static void
test_owner_follows_merges (Fixture *fixture, gconstpointer data)
{
  htap_test_demo_refresh (fixture->demo);
  wait_for_page (fixture, HTAP_PAGE_LIST);
  search_for (fixture, "10.9.9.9");
  g_assert_true (g_str_has_prefix (get_answer (fixture), "No known instance has 10.9.9.9.\n"));

  answer_with_address (fixture, "10.9.9.9");
  wait_for_page (fixture, HTAP_PAGE_LIST);
  g_assert_cmpstr (get_answer (fixture), ==, "10.9.9.9 is the private IP address of htap-new.");
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = NULL;
  g_autofree char *nothing = NULL;

  htap_test_demo_refresh (fixture->demo);
  wait_for_page (fixture, HTAP_PAGE_LIST);
  list = htap_list_pane_dup_summary (fixture->pane);
  g_assert_true (g_str_has_prefix (list, "20 instances, 7 need attention · Updated "));

  gtk_editable_set_text (find_entry (fixture), "<b>&nothing");
  g_signal_emit_by_name (find_entry (fixture), "search-changed");
  wait_for_page (fixture, HTAP_PAGE_NOTHING_FOUND);
  nothing = htap_list_pane_dup_summary (fixture->pane);
  g_assert_cmpstr (nothing, ==, "No Results Found: Nothing matches “<b>&nothing”.");
}

static void
test_scope (Fixture *fixture, gconstpointer data)
{
  HtapSource *source = htap_window_test_get_source (fixture->demo->inventory, 0);
  HtapSource *failed;

  htap_test_demo_refresh (fixture->demo);
  htap_source_set_taurus_name (source, "taurus-<b>&");
  failed = htap_test_demo_find_failed (fixture->demo);

  htap_scope_choose_source (htap_list_pane_get_scope (fixture->pane), source);
  wait_for_page (fixture, HTAP_PAGE_LIST);
  g_assert_true (htap_scope_get_source (htap_list_pane_get_scope (fixture->pane)) == source);
  g_assert_cmpuint (count_shown (fixture), ==, htap_source_get_n_instances (source));
  g_assert_cmpuint (htap_list_pane_get_state (fixture->pane)->n_instances, ==,
                    htap_source_get_n_instances (source));
  g_assert_true (says (fixture, "taurus-<b>&"));
  g_assert_null (htap_list_pane_get_state (fixture->pane)->failed);

  /* One that was never read is a page of its own. */
  htap_scope_choose_source (htap_list_pane_get_scope (fixture->pane), failed);
  wait_for_page (fixture, HTAP_PAGE_ERROR);
  g_assert_nonnull (htap_window_test_find_button (GTK_WIDGET (fixture->pane), "Copy Details"));

  htap_scope_choose_source (htap_list_pane_get_scope (fixture->pane), NULL);
  wait_for_page (fixture, HTAP_PAGE_LIST);
  g_assert_cmpuint (count_shown (fixture), ==, 20);
}

static void
test_profile (Fixture *fixture, gconstpointer data)
{
  HtapInventory *inventory = fixture->demo->inventory;
  g_autoptr (HtapProfile) demo = g_list_model_get_item (htap_inventory_get_profiles (inventory), 0);
  g_autoptr (HtapProfile) other = NULL;

  htap_test_demo_refresh (fixture->demo);
  htap_window_test_set_profile (inventory, "Ops & <b>", "cn-north-4:23a5", "cn-north-4:zin07");
  other = g_list_model_get_item (htap_inventory_get_profiles (inventory), 1);
  g_assert_null (htap_scope_get_sources (htap_list_pane_get_scope (fixture->pane)));

  htap_scope_choose_profile (htap_list_pane_get_scope (fixture->pane), other);
  wait_for_page (fixture, HTAP_PAGE_NOT_READ);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
  g_assert_cmpuint (htap_scope_get_sources (htap_list_pane_get_scope (fixture->pane))->len, ==, 1);
  g_assert_cmpstr (htap_scope_get_profile (htap_list_pane_get_scope (fixture->pane)), ==,
                   htap_profile_get_uuid (other));
  g_assert_true (says (fixture, "Ops & <b>"));

  htap_scope_choose_profile (htap_list_pane_get_scope (fixture->pane), demo);
  wait_for_page (fixture, HTAP_PAGE_LIST);
  g_assert_cmpuint (count_shown (fixture), ==, 20);

  /* What was chosen in the sidebar takes its place. */
  htap_scope_choose_source (htap_list_pane_get_scope (fixture->pane),
                            htap_window_test_get_source (inventory, 0));
  g_assert_null (htap_scope_get_profile (htap_list_pane_get_scope (fixture->pane)));
  g_assert_cmpuint (htap_scope_get_sources (htap_list_pane_get_scope (fixture->pane))->len, ==, 1);
}

/* A failed refresh keeps what is known, and says from when it is. */
static void
test_failed_refresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) notices =
      htap_widget_test_find_all (GTK_WIDGET (fixture->pane), HTAP_TYPE_NOTICE);
  HtapSource *source = htap_window_test_get_source (fixture->demo->inventory, 0);

  htap_test_demo_refresh (fixture->demo);
  htap_scope_choose_source (htap_list_pane_get_scope (fixture->pane), source);
  wait_for_page (fixture, HTAP_PAGE_LIST);
  for (guint i = 0; i < notices->len; i++)
    g_assert_false (gtk_widget_get_visible (notices->pdata[i]));

  htap_demo_cloud_stop (fixture->demo->cloud);
  htap_test_demo_refresh (fixture->demo);
  wait_for_page (fixture, HTAP_PAGE_LIST);
  g_assert_cmpuint (count_shown (fixture), ==, 4);
  g_assert_true (gtk_widget_get_visible (notices->pdata[notices->len - 2]));
  g_assert_nonnull (htap_list_pane_get_state (fixture->pane)->failed);
}

static void
test_demo (Fixture *fixture, gconstpointer data)
{
  g_assert_true (says (fixture, "Demo data"));
  g_assert_true (says (fixture, "Leave Demo"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/list-pane/refresh", test_refresh },
    { "/list-pane/search", test_search },
    { "/list-pane/search-keys", test_search_keys },
    { "/list-pane/search-anew", test_search_anew },
    { "/list-pane/filter", test_filter },
    { "/list-pane/owner", test_owner },
    { "/list-pane/owner-follows-merges", test_owner_follows_merges },
    { "/list-pane/summary", test_summary },
    { "/list-pane/scope", test_scope },
    { "/list-pane/profile", test_profile },
    { "/list-pane/failed-refresh", test_failed_refresh },
  };

  htap_widget_test_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add ("/list-pane/demo", Fixture, "demo", set_up, test_demo, tear_down);

  return g_test_run ();
}
