/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status-page.h"

#include "htap-error-text.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

#define NOW G_GINT64_CONSTANT (1711116151)

typedef struct
{
  HtapInventory *inventory;
  HtapSource *source;
  HtapStatusPage *page;
  HtapTestWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->inventory = htap_inventory_new ("en-us");
  htap_window_test_set_profile (fixture->inventory, "PROD", "cn-north-4:23a5", "cn-north-4:ain07");
  fixture->source = htap_window_test_get_source (fixture->inventory, 0);
  htap_source_set_taurus_name (fixture->source, "taurus-<b>&");
  fixture->page = HTAP_STATUS_PAGE (htap_status_page_new ());
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->page), 600, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->inventory);
}

static void
update (Fixture *fixture, HtapPage page, HtapSource *only, const char *search)
{
  HtapViewState state = {
    .page = page,
    .maximum = -1,
    .failed = fixture->source,
    .n_failed = 1,
    .one_cause = TRUE,
  };

  if (only != NULL)
    state.maximum = htap_source_get_maximum (only);
  htap_status_page_update (fixture->page, &state, only, search);
  htap_widget_test_settle ();
}

static AdwStatusPage *
find_page (Fixture *fixture)
{
  g_autoptr (GPtrArray) pages =
      htap_widget_test_find_all (GTK_WIDGET (fixture->page), ADW_TYPE_STATUS_PAGE);

  g_assert_cmpuint (pages->len, ==, 1);
  g_assert_true (gtk_widget_get_mapped (pages->pdata[0]));

  return pages->pdata[0];
}

static void
assert_says (Fixture *fixture, const char *title, const char *description)
{
  g_assert_cmpstr (adw_status_page_get_title (find_page (fixture)), ==, title);
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (fixture->page), description));
}

/* @first and @second: "name of the button|its action"; NULL for none. */
static void
assert_offers (Fixture *fixture, const char *first, const char *second)
{
  const char *const expected[] = { first, second };
  /* The buttons, and below them what could be imported. */
  GtkWidget *box = gtk_widget_get_first_child (adw_status_page_get_child (find_page (fixture)));
  GtkWidget *button = gtk_widget_get_first_child (box);

  for (guint i = 0; i < G_N_ELEMENTS (expected) && expected[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (expected[i], "|", 2);

      g_assert_nonnull (button);
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, parts[0]);
      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, parts[1]);
      g_assert_cmpint (gtk_widget_has_css_class (button, "suggested-action"), ==,
                       i == 0 && !g_str_has_prefix (expected[i], "Copy"));
      button = gtk_widget_get_next_sibling (button);
    }

  g_assert_null (button);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  update (fixture, HTAP_PAGE_FIRST_RUN, NULL, "");
  assert_says (fixture, "No Profiles",
               "Add one to browse your HTAP instances. It only reads; TaurusDB ReadOnlyAccess is "
               "enough.");
  assert_offers (fixture, "Add Profile|win.add-profile", "Try the Demo|app.try-demo");

  update (fixture, HTAP_PAGE_DISABLED, NULL, "");
  assert_says (fixture, "All Profiles Are Disabled",
               "Enable one from its menu in the sidebar, or add another.");
  assert_offers (fixture, "Add Profile|win.add-profile", NULL);

  update (fixture, HTAP_PAGE_NO_TAURUS, NULL, "");
  assert_says (fixture, "No TaurusDB Instances",
               "None were found. The API does not report single-node TaurusDB instances.");
  assert_offers (fixture, "Refresh|win.refresh", NULL);

  update (fixture, HTAP_PAGE_NOT_READ, NULL, "");
  assert_says (fixture, "Not Read Yet", "Refresh to read the HTAP instances.");
  assert_offers (fixture, "Refresh|win.refresh", NULL);

  update (fixture, HTAP_PAGE_NOTHING_FOUND, NULL, "10.9");
  assert_says (fixture, "No Results Found", "Nothing matches “10.9”.");
  assert_offers (fixture, "Clear Search|win.clear-search", NULL);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  update (fixture, HTAP_PAGE_EMPTY, NULL, "");
  assert_says (fixture, "No HTAP Instances", "The TaurusDB instances have none.");
  assert_offers (fixture, "Refresh|win.refresh", NULL);

  htap_window_test_answer (fixture->inventory, fixture->source, NOW, "");
  update (fixture, HTAP_PAGE_EMPTY, fixture->source, "");
  assert_says (fixture, "No HTAP Instances", "taurus-<b>& can have 10 HTAP instances.");
  assert_offers (fixture, "Refresh|win.refresh", "Open Console|win.open-console");
}

static void
test_error (Fixture *fixture, gconstpointer data)
{
  /* A profile of the environment has nothing to edit. */
  static const struct
  {
    HtapError kind;
    const char *first, *second;
  } cases[] = {
    { HTAP_ERROR_FORBIDDEN, "Copy Details|win.copy-error", NULL },
    { HTAP_ERROR_TIMEOUT, "Try Again|win.refresh", "Copy Details|win.copy-error" },
    { HTAP_ERROR_CLOCK_SKEW, "Try Again|win.refresh", "Copy Details|win.copy-error" },
    { HTAP_ERROR_KEYRING_LOCKED, "Unlock|win.unlock-keyring", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GError *error;
      g_autofree char *title = NULL;
      g_autofree char *sentence = NULL;

      htap_window_test_fail (fixture->source, cases[i].kind);
      error = htap_source_get_error (fixture->source);
      title = htap_error_text_dup_title (error, fixture->source);
      sentence = htap_error_text_dup_sentence (error, fixture->source);
      update (fixture, HTAP_PAGE_ERROR, NULL, "");
      assert_says (fixture, title, sentence);
      assert_offers (fixture, cases[i].first, cases[i].second);
    }
}

/* Several reasons are too much for a page. */
static void
test_many_causes (Fixture *fixture, gconstpointer data)
{
  HtapViewState state = { .page = HTAP_PAGE_ERROR, .failed = fixture->source, .n_failed = 2 };

  htap_window_test_fail (fixture->source, HTAP_ERROR_TIMEOUT);
  htap_status_page_update (fixture->page, &state, NULL, "");
  htap_widget_test_settle ();
  assert_says (fixture, "Could Not Be Read",
               "2 TaurusDB instances could not be read, for different reasons.");
  assert_offers (fixture, "Details|win.show-failures", "Try Again|win.refresh");
}

static void
test_no_taurus (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("uuid");
  HtapViewState state = { .page = HTAP_PAGE_NO_TAURUS, .profile = profile, .region = "cn-north-4" };

  htap_status_page_update (fixture->page, &state, NULL, "");
  htap_widget_test_settle ();
  assert_says (fixture, "No TaurusDB Instances",
               "None were found in CN North-Beijing4. The API does not report single-node TaurusDB "
               "instances.");
  assert_offers (fixture, "Refresh|win.refresh", "Add by ID…|win.add-taurus");
}

static void
test_demo_failed (Fixture *fixture, gconstpointer data)
{
  HtapViewState state = { .page = HTAP_PAGE_DEMO_FAILED, .demo_failure = "No <port> & more." };

  htap_status_page_update (fixture->page, &state, NULL, "");
  htap_widget_test_settle ();
  assert_says (fixture, "The Demo Could Not Start", "No <port> & more.");
  assert_offers (fixture, "Close|window.close", NULL);
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  update (fixture, HTAP_PAGE_NOTHING_FOUND, NULL, "<b>&");
  assert_says (fixture, "No Results Found", "Nothing matches “<b>&”.");
  update (fixture, HTAP_PAGE_NOTHING_FOUND, NULL, "</span> %s %n");
  assert_says (fixture, "No Results Found", "Nothing matches “</span> %s %n”.");
}

static gboolean
is_spinning (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (GPtrArray) spinners =
      htap_widget_test_find_all (GTK_WIDGET (fixture->page), GTK_TYPE_SPINNER);

  return spinners->len == 1 && gtk_spinner_get_spinning (spinners->pdata[0]) &&
         gtk_widget_get_mapped (spinners->pdata[0]);
}

/* Only what takes a moment is spoken of, and what is behind another page does not turn. */
static void
test_loading (Fixture *fixture, gconstpointer data)
{
  update (fixture, HTAP_PAGE_LOADING, NULL, "");
  g_assert_false (is_spinning (fixture));
  htap_test_wait_until (is_spinning, fixture, "the spinner");
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (fixture->page), "Loading instances…"));

  /* From there to a page and back. */
  update (fixture, HTAP_PAGE_EMPTY, NULL, "");
  assert_says (fixture, "No HTAP Instances", "The TaurusDB instances have none.");
  g_assert_false (is_spinning (fixture));
  update (fixture, HTAP_PAGE_LOADING, NULL, "");
  g_assert_false (is_spinning (fixture));
  htap_test_wait_until (is_spinning, fixture, "the spinner");
  g_assert_true (gtk_widget_get_mapped (
      htap_widget_test_find (GTK_WIDGET (fixture->page), "Loading instances…")));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/status-page/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/status-page/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/status-page/error", Fixture, NULL, set_up, test_error, tear_down);
  g_test_add ("/status-page/many-causes", Fixture, NULL, set_up, test_many_causes, tear_down);
  g_test_add ("/status-page/no-taurus", Fixture, NULL, set_up, test_no_taurus, tear_down);
  g_test_add ("/status-page/demo-failed", Fixture, NULL, set_up, test_demo_failed, tear_down);
  g_test_add ("/status-page/hostile", Fixture, NULL, set_up, test_hostile, tear_down);
  g_test_add ("/status-page/loading", Fixture, NULL, set_up, test_loading, tear_down);

  return g_test_run ();
}
