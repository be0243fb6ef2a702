/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-page.h"

#include "htap-project-fields.h"
#include "htap-project-row.h"
#include "htap-region-row.h"
#include "htap-test.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapInventory *inventory;
  HtapTestWindow *window;
  HtapProjectPage *page;
} Fixture;

/* Someone with a password whom nobody answers: everything is by hand. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) signer = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();

  htap_profile_set_sign_in (signer, HTAP_SIGN_IN_PASSWORD);
  htap_profile_set_iam_endpoint (signer, "http://127.0.0.1:9");
  htap_credentials_set (credentials, HTAP_SECRET_PASSWORD, "password");
  fixture->inventory = htap_inventory_new ("en-us");
  fixture->page = HTAP_PROJECT_PAGE (htap_project_page_new ());
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->page), 520, 900);
  htap_project_page_load (fixture->page, NULL, FALSE, NULL);
  htap_project_page_set_sign_in (fixture->page, fixture->inventory, signer, credentials);
  htap_project_page_stop (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  htap_widget_test_settle ();
  g_assert_finalize_object (fixture->inventory);
}

static gpointer
find (Fixture *fixture, GType type)
{
  g_autoptr (GPtrArray) found = htap_widget_test_find_all (GTK_WIDGET (fixture->page), type);

  return found->pdata[0];
}

static void
type (Fixture *fixture, const char *title, const char *text)
{
  g_autoptr (GPtrArray) rows =
      htap_widget_test_find_all (GTK_WIDGET (fixture->page), ADW_TYPE_ENTRY_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_has_prefix (adw_preferences_row_get_title (rows->pdata[i]), title))
      {
        gtk_editable_set_text (rows->pdata[i], text);
        return;
      }

  g_assert_not_reached ();
}

static void
add (Fixture *fixture, const char *region)
{
  htap_region_row_set_region (find (fixture, HTAP_TYPE_REGION_ROW), region);
  g_signal_emit_by_name (find (fixture, HTAP_TYPE_PROJECT_FIELDS), "add");
  htap_widget_test_settle ();
}

static char *
dup_projects (Fixture *fixture)
{
  g_autoptr (HtapProfile) profile = htap_project_page_dup_profile (fixture->page);
  GPtrArray *projects = htap_profile_get_projects (profile);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < projects->len; i++)
    {
      g_autofree char *project = htap_regional_id_to_string (projects->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", project);
    }

  return g_string_free (text, FALSE);
}

/* A region of each kind, each with what belongs to it. */
static void
test_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = NULL;
  g_autofree char *projects = NULL;

  add (fixture, "cn-north-4");
  type (fixture, "Project ID", "23a50154cf494ec9ad6883979a12db0a");
  add (fixture, "cn-east-3");
  type (fixture, "Region ID", "eu-west-101");
  type (fixture, "Endpoint", "https://gaussdb.example.com");
  add (fixture, NULL);
  g_assert_true (htap_project_page_check (fixture->page));
  projects = dup_projects (fixture);
  g_assert_cmpstr (projects, ==,
                   "cn-north-4: cn-east-3:23a50154cf494ec9ad6883979a12db0a eu-west-101:");
  htap_widget_test_screenshot (fixture->window, "project-page");

  profile = htap_project_page_dup_profile (fixture->page);
  g_assert_cmpstr (htap_profile_get_endpoint (profile, "eu-west-101"), ==,
                   "https://gaussdb.example.com");
  g_assert_null (htap_profile_get_endpoint (profile, "cn-north-4"));
  g_assert_cmpstr (htap_profile_get_name (profile), ==, "CN North-Beijing4");
}

/* What is wrong is not added. */
static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  g_autofree char *projects = NULL;

  type (fixture, "Region ID", "a:b");
  add (fixture, NULL);
  projects = dup_projects (fixture);
  g_assert_cmpstr (projects, ==, "");
  g_assert_false (htap_project_page_check (fixture->page));
}

/* Who adds nothing gets the region on the screen; who names another's instance that one, too. */
static void
test_nothing_added (Fixture *fixture, gconstpointer data)
{
  g_autofree char *projects = NULL;

  htap_region_row_set_region (find (fixture, HTAP_TYPE_REGION_ROW), "cn-south-1");
  type (fixture, "TaurusDB instance ID", "cn-east-3:7e2a4f0c5b1d4a6f9c8e3d2b1a0f9e8din07");
  g_assert_true (htap_project_page_check (fixture->page));
  projects = dup_projects (fixture);
  g_assert_cmpstr (projects, ==, "cn-south-1: cn-east-3:");
}

static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *projects = NULL;

  add (fixture, "cn-north-4");
  add (fixture, "cn-east-3");
  htap_project_row_set_chosen (find (fixture, HTAP_TYPE_PROJECT_ROW), FALSE);
  g_assert_true (htap_project_page_check (fixture->page));
  projects = dup_projects (fixture);
  g_assert_cmpstr (projects, ==, "cn-east-3:");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/project-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  ADD ("by-hand", test_by_hand);
  ADD ("wrong", test_wrong);
  ADD ("nothing-added", test_nothing_added);
  ADD ("chosen", test_chosen);

  return g_test_run ();
}
