/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For bench-window.py.
 * `prepare N`: saves a profile and what it was answered, N instances.
 * `run N`: is the program; when the frame has been drawn that shows the N rows, says the time. */

#include "htap-application.h"
#include "htap-bench-answer.h"
#include "htap-inventory.h"
#include "htap-program.h"
#include "htap-snapshot-store.h"
#include "htap-window-private.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

#define UUID    "6f1c9a34-0000-4000-8000-000000000000"
#define REGION  "cn-north-4"
#define PROJECT "ac72d1d4e9f9381df4b966d371e13167"
#define SHARE   10

static guint n_expected;

static void
write_profile (guint n_taurus)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "htap-inventory", NULL);
  g_autofree char *path = g_build_filename (folder, "profiles.ini", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_string_append_printf (text,
                          "[profile %s]\nName=Bench\nSignIn=token\nProjects=%s:%s\n"
                          "Discover=false\nEnabled=true\nTaurusIds=",
                          UUID, REGION, PROJECT);
  for (guint i = 0; i < n_taurus; i++)
    g_string_append_printf (text, "%s:%032xin07;", REGION, i);
  g_string_append_c (text, '\n');

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_file_set_contents_full (path, text->str, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  g_assert_no_error (error);
}

static void
prepare (guint n_instances)
{
  const guint n_taurus = n_instances / SHARE;
  g_autoptr (HtapInventory) inventory = htap_inventory_new ("en-us");
  g_autoptr (HtapSnapshotStore) store = htap_snapshot_store_new (NULL);
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  write_profile (n_taurus);
  htap_inventory_load (inventory, &error);
  g_assert_no_error (error);
  profile = htap_inventory_dup_profile (inventory, UUID);

  for (guint i = 0; i < n_taurus; i++)
    {
      g_autofree char *id = g_strdup_printf ("%032xin07", i);
      g_autoptr (GBytes) answer = htap_bench_answer_new (i * SHARE, SHARE);
      HtapSnapshot *snapshot = htap_snapshot_new (UUID, REGION, PROJECT, id, answer);

      snapshot->taurus_name = g_strdup_printf ("taurus-%05u", i);
      snapshot->reader = htap_profile_dup_reader (profile, REGION);
      htap_snapshot_store_save (store, snapshot);
    }
}

static void
on_after_paint (GdkFrameClock *clock, HtapWindow *window)
{
  GListModel *shown = htap_instance_view_get_shown (htap_list_pane_get_view (window->list_pane));
  struct timespec cpu;

  if (g_list_model_get_n_items (shown) < n_expected ||
      !htap_list_pane_get_listing (window->list_pane))
    return;

  g_signal_handlers_disconnect_by_func (clock, on_after_paint, window);
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &cpu);
  printf ("%.3f %.3f\n", (double) g_get_monotonic_time () / 1e3,
          (double) cpu.tv_sec * 1e3 + (double) cpu.tv_nsec / 1e6);
  fflush (stdout);
}

static void
on_window_realize (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint), window);
}

static void
on_window_added (GtkApplication *application, GtkWindow *window)
{
  if (HTAP_IS_WINDOW (window))
    g_signal_connect_after (window, "realize", G_CALLBACK (on_window_realize), NULL);
}

/* As main() does, but for the locale. */
static int
run (char **argv)
{
  g_auto (GStrv) environment = htap_program_dup_environment ();
  g_autoptr (HtapApplication) application = NULL;

  htap_program_hide_secrets ();
  htap_language_apply (htap_language_load ());
  gtk_disable_setlocale ();
  application = htap_application_new (FALSE, htap_language_load (), environment);
  g_signal_connect (application, "window-added", G_CALLBACK (on_window_added), NULL);

  return g_application_run (G_APPLICATION (application), 1, argv);
}

int
main (int argc, char *argv[])
{
  g_assert (argc == 3);
  n_expected = (guint) g_ascii_strtoull (argv[2], NULL, 10);
  if (g_str_equal (argv[1], "run"))
    return run (argv);

  prepare (n_expected);

  return 0;
}
