/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test.h"
#include "htap-window-fixture.h"

#include <glib/gstdio.h>

#define TAURUS_ID "18c3eeb7b788479eb8b93b209946a83bin07"

/* Where the browser of this test writes what it was told to open. */
static char *opened;

/* A browser of this test's own, as the desktop finds one: in the folders of data and settings. */
static void
install_browser (const char *folder)
{
  g_autofree char *applications = g_build_filename (folder, "applications", NULL);
  g_autofree char *entry = g_build_filename (applications, "test-browser.desktop", NULL);
  g_autofree char *program = g_build_filename (folder, "test-browser", NULL);
  g_autofree char *defaults = g_build_filename (folder, "mimeapps.list", NULL);
  g_autofree char *script = g_strdup_printf (
      "#!/bin/sh\nprintf %%s \"$1\" >'%s.part'\nmv '%s.part' '%s'\n", opened, opened, opened);
  g_autofree char *description = g_strdup_printf (
      "[Desktop Entry]\nType=Application\nName=Browser\nExec=%s %%u\nMimeType=x-scheme-handler/https;\n",
      program);

  g_assert_cmpint (g_mkdir_with_parents (applications, 0700), ==, 0);
  htap_test_write_file (program, script);
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  htap_test_write_file (entry, description);
  htap_test_write_file (defaults,
                        "[Default Applications]\nx-scheme-handler/https=test-browser.desktop\n");
}

static gboolean
is_opened (gpointer data)
{
  return g_file_test (opened, G_FILE_TEST_EXISTS);
}

/* Nothing else would wake the main loop up. */
static gboolean
on_tick (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
open_console (HtapWindowFixture *fixture)
{
  htap_window_test_set_profile (fixture->demo->inventory, "Production", "cn-north-4:0d2a",
                                "cn-north-4:" TAURUS_ID);
  htap_window_fixture_activate (fixture, "open-console", g_variant_new_string (TAURUS_ID));
}

static void
test_open (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autofree char *link = NULL;
  guint tick = g_timeout_add (20, on_tick, NULL);

  open_console (fixture);
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==,
                   "Paste the ID into the console’s search");
  htap_test_wait_until (is_opened, NULL, "the browser");
  g_source_remove (tick);
  g_assert_true (g_file_get_contents (opened, &link, NULL, NULL));
  g_assert_cmpstr (
      link, ==,
      "https://console.huaweicloud.com/gaussdbformysql/?region=cn-north-4#/management/list");
}

/* The demo has an endpoint of its own. */
static void
test_no_console (HtapWindowFixture *fixture, gconstpointer data)
{
  GListModel *sources = htap_inventory_get_sources (fixture->demo->inventory);
  g_autoptr (HtapSource) source = g_list_model_get_item (sources, 0);

  htap_window_fixture_activate (fixture, "open-console",
                                g_variant_new_string (htap_source_get_taurus_id (source)));
  g_assert_cmpstr (htap_toaster_get_last (fixture->window->toaster), ==, "");
}

int
main (int argc, char **argv)
{
  const HtapWindowTest tests[] = {
    { "/window-console/open", test_open },
    { "/window-console/no-console", test_no_console },
  };
  g_autofree char *folder = htap_test_temporary_directory ();
  int status;

  opened = g_build_filename (folder, "opened", NULL);
  install_browser (folder);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);

  status = htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
  htap_test_remove_tree (folder);
  g_free (opened);

  return status;
}
