/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an empty window costs: a program of its own, that is linked to nothing else. */

#include <adwaita.h>
#include <stdio.h>
#include <time.h>

static void
on_after_paint (GdkFrameClock *clock, gboolean *painted)
{
  struct timespec cpu;

  if (*painted)
    return;

  *painted = TRUE;
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &cpu);
  printf ("%.3f %.3f\n", (double) g_get_monotonic_time () / 1e3,
          (double) cpu.tv_sec * 1e3 + (double) cpu.tv_nsec / 1e6);
  fflush (stdout);
}

static void
on_activate (GtkApplication *application, gboolean *painted)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), adw_header_bar_new ());
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (on_after_paint), painted);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("io.github.htap_inventory.PlainWindow", G_APPLICATION_NON_UNIQUE);
  gboolean painted = FALSE;

  g_signal_connect (application, "activate", G_CALLBACK (on_activate), &painted);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
