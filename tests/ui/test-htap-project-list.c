/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-list.h"

#include "htap-project-row.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-test.h"

typedef struct
{
  HtapTestDemo *demo;
  HtapTestWindow *window;
  HtapProjectList *list;
  HtapProfile *profile;
  HtapCredentials *credentials;
  guint n_changes;
} Fixture;

static void
on_list_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

/* A user of the demo cloud who may enter all of the account's projects. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->demo = htap_test_demo_new ();
  fixture->profile = htap_profile_new (NULL);
  htap_profile_set_sign_in (fixture->profile, HTAP_SIGN_IN_ACCESS_KEY);
  htap_profile_set_access_key_id (fixture->profile, "DEMOACCESSKEYOPS0001");
  htap_profile_set_iam_endpoint (fixture->profile,
                                 htap_demo_cloud_get_address (fixture->demo->cloud));
  fixture->credentials = htap_credentials_new ();
  htap_credentials_set (fixture->credentials, HTAP_SECRET_SECRET_KEY,
                        "demoSecretKeyOfOpsWhichIsNoSecretAtAll01");
  fixture->list = HTAP_PROJECT_LIST (htap_project_list_new ());
  g_signal_connect_swapped (fixture->list, "changed", G_CALLBACK (on_list_changed), fixture);
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->list), 520, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  /* What was stopped holds on to the inventory until it has answered. */
  htap_widget_test_settle ();
  g_object_unref (fixture->profile);
  htap_credentials_unref (fixture->credentials);
  htap_test_demo_free (fixture->demo);
}

static gboolean
has_changed (gpointer data)
{
  return ((Fixture *) data)->n_changes > 0;
}

static void
load (Fixture *fixture)
{
  fixture->n_changes = 0;
  htap_project_list_load (fixture->list, fixture->demo->inventory, fixture->profile,
                          fixture->credentials);
  htap_test_wait_until (has_changed, fixture, "the projects");
  htap_widget_test_settle ();
}

static GPtrArray *
find_rows (Fixture *fixture)
{
  return htap_widget_test_find_all (GTK_WIDGET (fixture->list), HTAP_TYPE_PROJECT_ROW);
}

static char *
dup_chosen (Fixture *fixture)
{
  g_autoptr (GPtrArray) chosen = htap_project_list_dup_chosen (fixture->list);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chosen->len; i++)
    {
      const HtapRegionalId *project = chosen->pdata[i];

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", project->region,
                              *project->id == '\0' ? ":" : "");
    }

  return g_string_free (text, FALSE);
}

/* Every region that offers HTAP comes first, and its own project is chosen. */
static void
test_offered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *chosen = NULL;

  load (fixture);
  rows = find_rows (fixture);
  g_assert_cmpuint (rows->len, ==, 4);
  for (guint i = 1; i < rows->len; i++)
    g_assert_cmpint (htap_project_row_compare (rows->pdata[i - 1], rows->pdata[i]), <, 0);
  chosen = dup_chosen (fixture);
  g_assert_cmpstr (chosen, ==, "cn-north-4 cn-east-3 cn-southwest-2");
  htap_widget_test_screenshot (fixture->window, "project-list");
}

/* What is chosen stays chosen, and nothing is added to it. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autofree char *chosen = NULL;

  g_ptr_array_add (projects, htap_regional_id_new ("cn-east-3", ""));
  g_ptr_array_add (projects, htap_regional_id_new ("eu-west-101", "private"));
  htap_project_list_set_chosen (fixture->list, projects);
  load (fixture);

  /* The region's own has its id now. */
  chosen = dup_chosen (fixture);
  g_assert_cmpstr (chosen, ==, "cn-east-3 eu-west-101");
}

/* Who may not list projects is told so, and can go on by hand. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *chosen = NULL;

  htap_credentials_set (fixture->credentials, HTAP_SECRET_SECRET_KEY, "wrong");
  load (fixture);
  g_assert_true (htap_widget_test_shows (
      GTK_WIDGET (fixture->list),
      "The secret access key does not fit the access key ID. Not tried again: more than five "
      "failures lock the key for 5 minutes."));
  htap_widget_test_screenshot (fixture->window, "project-list-refused");

  htap_project_list_choose (fixture->list, "cn-north-4", "");
  htap_project_list_choose (fixture->list, "cn-north-4", "");
  chosen = dup_chosen (fixture);
  g_assert_cmpstr (chosen, ==, "cn-north-4:");
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  htap_demo_cloud_set_delay (fixture->demo->cloud, 60000);
  htap_project_list_load (fixture->list, fixture->demo->inventory, fixture->profile,
                          fixture->credentials);
  htap_widget_test_settle ();
  htap_project_list_load (fixture->list, fixture->demo->inventory, fixture->profile,
                          fixture->credentials);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/project-list/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  ADD ("offered", test_offered);
  ADD ("kept", test_kept);
  ADD ("refused", test_refused);
  ADD ("gone", test_gone);

  return g_test_run ();
}
