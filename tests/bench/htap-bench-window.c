/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-bench-window.h"

#include "htap-bench.h"
#include "htap-settings.h"
#include "htap-window-private.h"

#define RESOURCES "/io/github/htap_inventory/HtapInventory"
#define WIDTH     1400
#define HEIGHT    900

/* Milliseconds without a frame after which none is to come. */
#define QUIET 120

/* GTK has one for each process. */
static GtkApplication *application;

typedef struct
{
  double last; /* when the last frame was drawn */
  gboolean quiet;
} Settling;

/**
 * htap_bench_window_init:
 *
 * Starts GTK with the program's style and icons, and without anything that moves by itself.
 */
void
htap_bench_window_init (void)
{
  g_autoptr (GtkCssProvider) provider = NULL;
  g_autoptr (GError) error = NULL;

  adw_init ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, RESOURCES "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    RESOURCES "/icons");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);

  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

static GtkWindow *
show (GtkWindow *window)
{
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  gtk_window_present (window);
  htap_bench_window_settle (window);

  return window;
}

/**
 * htap_bench_window_open:
 *
 * Returns: (transfer none): the program's window, on the screen, its list sorted by name
 */
GtkWindow *
htap_bench_window_open (HtapInventory *inventory)
{
  g_autoptr (GSettings) settings = htap_settings_new (TRUE);
  GtkWindow *window;

  g_settings_set (settings, "size", "(ii)", WIDTH, HEIGHT);
  window = GTK_WINDOW (htap_window_new (application, inventory, settings, TRUE));
  htap_instance_view_set_sort (htap_bench_window_get_view (window), HTAP_FIELD_NAME, FALSE);

  return show (window);
}

/**
 * htap_bench_window_open_plain:
 * @child: (nullable): what it shows below its header bar
 *
 * Returns: (transfer none): a window of the same size, on the screen
 */
GtkWindow *
htap_bench_window_open_plain (GtkWidget *child)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  if (child != NULL)
    gtk_box_append (GTK_BOX (box), child);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);

  return show (GTK_WINDOW (window));
}

/**
 * htap_bench_window_close:
 *
 * Destroys @window and lets everything go that was its.
 */
void
htap_bench_window_close (GtkWindow *window)
{
  gtk_window_destroy (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * htap_bench_window_get_view:
 * @window: from htap_bench_window_open()
 */
HtapInstanceView *
htap_bench_window_get_view (GtkWindow *window)
{
  return htap_list_pane_get_view (HTAP_WINDOW (window)->list_pane);
}

/**
 * htap_bench_window_search:
 * @window: from htap_bench_window_open()
 *
 * Does what the window does a moment after the last key.
 */
void
htap_bench_window_search (GtkWindow *window, const char *text)
{
  htap_instance_view_set_search (htap_bench_window_get_view (window), text);
  htap_list_pane_update (HTAP_WINDOW (window)->list_pane);
}

static void
on_after_paint (GdkFrameClock *clock, Settling *settling)
{
  settling->last = htap_bench_now_ms ();
}

static gboolean
on_look (gpointer user_data)
{
  Settling *settling = user_data;

  settling->quiet = htap_bench_now_ms () - settling->last >= QUIET;

  return settling->quiet ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/**
 * htap_bench_window_settle:
 *
 * Runs the main loop until what happened so far is on the screen and nothing else is to come.
 *
 * Returns: when the last frame was drawn, by htap_bench_now_ms(); the present time without one
 */
double
htap_bench_window_settle (GtkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  Settling settling = { htap_bench_now_ms (), FALSE };
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &settling);

  g_timeout_add (QUIET / 4, on_look, &settling);
  while (!settling.quiet)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);

  return settling.last;
}
