/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-test.h"

#include "htap-list-rows.h"
#include "htap-test.h"

#include <adwaita.h>

#define RESOURCES "/io/github/htap_inventory/HtapInventory"

/* What the actions of the window were told last: "copy-text 192.168.0.1|Copied …". */
static char *last_action;

/**
 * htap_list_test_init:
 *
 * Like g_test_init(), with a display and the program's style and icons.
 */
void
htap_list_test_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  g_test_init (argc, argv, NULL);
  adw_init ();

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, RESOURCES "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    RESOURCES "/icons");
}

/**
 * htap_list_test_source:
 * @taurus_name: (nullable): unknown if %NULL
 */
HtapSource *
htap_list_test_source (const char *region, const char *taurus_id, const char *taurus_name)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("6f1c");
  HtapSource *source = htap_source_new (profile, region, "23a5", taurus_id);

  htap_source_set_taurus_name (source, taurus_name);

  return source;
}

HtapRecord *
htap_list_test_record (const char *id, const char *name, const char *ip, const char *status)
{
  HtapRecord *record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, id);
  htap_record_set_text (record, HTAP_TEXT_NAME, name);
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, ip);
  htap_record_set_text (record, HTAP_TEXT_STATUS, status);

  return record;
}

HtapInstance *
htap_list_test_instance (HtapSource *source,
                         const char *id,
                         const char *name,
                         const char *ip,
                         const char *status)
{
  g_autoptr (HtapRecord) record = htap_list_test_record (id, name, ip, status);

  return htap_instance_new (source, record);
}

/**
 * htap_list_test_crowd:
 *
 * Returns: (transfer full): available instances `htap-0`, `htap-1`, … with ids and addresses of
 *   the same numbers
 */
GListStore *
htap_list_test_crowd (HtapSource *source, guint n_instances)
{
  GListStore *store = g_list_store_new (HTAP_TYPE_INSTANCE);

  for (guint i = 0; i < n_instances; i++)
    {
      g_autofree char *id = g_strdup_printf ("%032uin17", i);
      g_autofree char *name = g_strdup_printf ("htap-%u", i);
      g_autofree char *ip = g_strdup_printf ("192.168.%u.%u", i / 250, i % 250 + 1);
      g_autoptr (HtapInstance) instance = htap_list_test_instance (source, id, name, ip, "normal");

      g_list_store_append (store, instance);
    }

  return store;
}

/**
 * htap_list_test_names:
 *
 * Returns: (transfer full): the names in order, with a space between them
 */
char *
htap_list_test_names (GListModel *instances)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", htap_instance_get_name (instance));
    }

  return g_strdup (names->str);
}

static void
on_action_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  const char *text, *sentence;

  g_free (last_action);
  if (parameter == NULL)
    {
      last_action = g_strdup (name);
      return;
    }

  if (g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING))
    {
      last_action = g_strdup_printf ("%s %s", name, g_variant_get_string (parameter, NULL));
      return;
    }

  g_variant_get (parameter, "(&s&s)", &text, &sentence);
  last_action = g_strdup_printf ("%s %s|%s", name, text, sentence);
}

/**
 * htap_list_test_window:
 *
 * Returns: (transfer none): a window on the screen around @child, with the actions that the list
 *   uses
 */
GtkWidget *
htap_list_test_window (GtkWidget *child, int width, int height)
{
  static const GActionEntry entries[] = {
    { .name = "copy-text", .activate = on_action_activated, .parameter_type = "(ss)" },
    { .name = "copy-ip", .activate = on_action_activated },
    { .name = "copy-id", .activate = on_action_activated },
    { .name = "copy-rows", .activate = on_action_activated },
    { .name = "filter-by", .activate = on_action_activated, .parameter_type = "s" },
    { .name = "refresh-selected", .activate = on_action_activated },
  };
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), NULL);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_set_title (GTK_WINDOW (window), "htap-list-test");
  gtk_window_present (GTK_WINDOW (window));
  htap_list_test_settle (window);
  /* Nobody else gives it the keyboard: there is no window manager. */
  htap_list_test_xdotool (window, "search --name htap-list-test windowfocus --sync");

  return window;
}

static gboolean
is_painted (gpointer data)
{
  return *(guint *) data >= 2;
}

static void
on_after_paint (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

/**
 * htap_list_test_settle:
 *
 * Waits until what changed so far is laid out and drawn.
 */
void
htap_list_test_settle (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &n_frames);

  gdk_frame_clock_begin_updating (clock);
  htap_test_wait_until (is_painted, &n_frames, "two frames");
  gdk_frame_clock_end_updating (clock);
  g_signal_handler_disconnect (clock, handler);

  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
htap_list_test_close (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_pointer (&last_action, g_free);
}

/**
 * htap_list_test_take_last_action:
 *
 * Returns: (transfer full) (nullable): the action of the window that was activated last since this
 *   was asked, with its parameters: "copy-text 192.168.0.1|Copied …"
 */
char *
htap_list_test_take_last_action (void)
{
  return g_steal_pointer (&last_action);
}

/**
 * htap_list_test_get_columns:
 * @view: a #HtapInstanceView
 */
GtkColumnView *
htap_list_test_get_columns (GtkWidget *view)
{
  GtkWidget *scrolled_window = gtk_widget_get_first_child (view);

  return GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled_window)));
}

/**
 * htap_list_test_get_cell:
 * @view: a #HtapInstanceView
 *
 * Returns: (transfer none): a cell; a test that looks for one that is not there fails
 */
HtapCell *
htap_list_test_get_cell (GtkWidget *view, guint position, HtapFieldIndex field)
{
  GtkWidget *row = htap_list_rows_find (htap_list_test_get_columns (view), position);
  HtapCell *cell;

  g_assert_nonnull (row);
  cell = htap_list_rows_find_cell (row, htap_field_get (field));
  g_assert_nonnull (cell);

  return cell;
}

const char *
htap_list_test_get_text (HtapCell *cell)
{
  return htap_cell_text_get (&htap_cell_get_face (cell)->text);
}

static void
on_child_exited (GPid pid, int wait_status, gpointer user_data)
{
  g_assert_true (g_spawn_check_wait_status (wait_status, NULL));
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* The main loop goes on meanwhile, for the other program talks to this one by way of the display.
 */
static void
run (const char *command)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done = FALSE;
  GPid pid;

  g_assert_true (g_shell_parse_argv (command, NULL, &arguments, &error));
  g_spawn_async (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                 &pid, &error);
  g_assert_no_error (error);
  g_child_watch_add (pid, on_child_exited, &is_done);
  htap_test_wait_until (is_true, &is_done, command);
  g_spawn_close_pid (pid);
}

/**
 * htap_list_test_xdotool:
 * @arguments: what the person does, `key Down`
 */
void
htap_list_test_xdotool (GtkWidget *window, const char *arguments)
{
  g_autofree char *command = g_strconcat ("xdotool ", arguments, NULL);

  run (command);
  htap_list_test_settle (window);
}

/**
 * htap_list_test_point_at:
 * @x_fraction: 0 at the start of @widget, 1 at its end
 *
 * Moves the pointer over @widget.
 */
void
htap_list_test_point_at (GtkWidget *widget, double x_fraction)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autofree char *arguments = NULL;
  double x, y;

  g_assert_true (gtk_widget_translate_coordinates (widget, window,
                                                   gtk_widget_get_width (widget) * x_fraction,
                                                   gtk_widget_get_height (widget) / 2.0, &x, &y));
  /* A window without a window manager stands at the corner of the screen. GTK wants to see the
   * pointer come. */
  arguments =
      g_strdup_printf ("mousemove %d %d mousemove %d %d", (int) x + 1, (int) y, (int) x, (int) y);
  htap_list_test_xdotool (window, arguments);
}

/**
 * htap_list_test_screenshot:
 * @name: of the file, without its suffix
 *
 * Keeps a picture of the screen in the build folder, for people to look at.
 */
void
htap_list_test_screenshot (const char *name)
{
  const char *directory = g_getenv ("HTAP_TEST_SCREENSHOTS");
  g_autofree char *command = NULL;

  if (directory == NULL)
    return;

  g_assert_cmpint (g_mkdir_with_parents (directory, 0755), ==, 0);
  command = g_strdup_printf ("import -window root '%s/%s.png'", directory, name);
  run (command);
}
