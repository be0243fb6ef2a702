/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-widget-test.h"

#include "htap-hostile-text.h"
#include "htap-test.h"

#include <glib/gstdio.h>

#define STYLE_SHEET "/io/github/htap_inventory/HtapInventory/style.css"
#define ICONS       "/io/github/htap_inventory/HtapInventory/icons"

/**
 * htap_widget_test_init:
 *
 * Starts GTK with the program's style sheet and icons, as its application does.
 */
void
htap_widget_test_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  g_test_init (argc, argv, NULL);
  adw_init ();

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE_SHEET);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    ICONS);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static void
on_copy_text_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapTestWindow *self = user_data;

  g_free (self->text);
  g_free (self->sentence);
  g_variant_get (parameter, "(ss)", &self->text, &self->sentence);
  self->n_copies++;
}

static void
on_other_action_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapTestWindow *self = user_data;

  g_free (self->activated);
  self->activated = g_strdup (g_action_get_name (G_ACTION (action)));
}

/**
 * htap_test_window_new:
 * @child: (nullable): what it contains
 *
 * Returns: (transfer full): a window on the screen
 */
HtapTestWindow *
htap_test_window_new (GtkWidget *child, int width, int height)
{
  static const GActionEntry entries[] = {
    { "copy-text", on_copy_text_activate, "(ss)" },
    { "copy-ip", on_other_action_activate },
    { "copy-id", on_other_action_activate },
    { "copy-rows", on_other_action_activate },
    { "refresh-selected", on_other_action_activate },
    { "refresh", on_other_action_activate },
    { "stop", on_other_action_activate },
    { "unlock-keyring", on_other_action_activate },
  };
  HtapTestWindow *self = g_new0 (HtapTestWindow, 1);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  self->window = g_object_ref (GTK_WINDOW (gtk_window_new ()));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (self->window, width, height);
  gtk_window_set_child (self->window, child);
  gtk_window_present (self->window);
  htap_widget_test_settle ();

  return self;
}

void
htap_test_window_free (HtapTestWindow *self)
{
  gtk_window_destroy (self->window);
  htap_widget_test_settle ();
  g_object_unref (self->window);
  g_free (self->text);
  g_free (self->sentence);
  g_free (self->activated);
  g_free (self);
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  (*(guint *) user_data)++;

  return G_SOURCE_CONTINUE;
}

static gboolean
has_two_frames (gpointer data)
{
  return *(guint *) data >= 2;
}

/**
 * htap_widget_test_settle:
 *
 * Runs the main loop until nothing is left to do and what there is has been laid out and drawn.
 */
void
htap_widget_test_settle (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  while (g_main_context_iteration (NULL, FALSE))
    ;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      guint n_frames = 0, callback;

      if (!gtk_widget_get_mapped (window))
        continue;

      callback = gtk_widget_add_tick_callback (window, on_frame, &n_frames, NULL);
      htap_test_wait_until (has_two_frames, &n_frames, "two frames of a window");
      gtk_widget_remove_tick_callback (window, callback);
    }
}

/**
 * htap_widget_test_find:
 *
 * Returns: (transfer none) (nullable): the first label in @widget, in order, that shows exactly
 *   @text and is not hidden
 */
GtkWidget *
htap_widget_test_find (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = htap_widget_test_find (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * htap_widget_test_shows:
 *
 * Returns: whether a label in @widget shows exactly @text
 */
gboolean
htap_widget_test_shows (GtkWidget *widget, const char *text)
{
  return htap_widget_test_find (widget, text) != NULL;
}

static void
add_all (GPtrArray *found, GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_all (found, child, type);
}

/**
 * htap_widget_test_find_all:
 *
 * Returns: (transfer container) (element-type GtkWidget): what is of @type in @widget, in order
 */
GPtrArray *
htap_widget_test_find_all (GtkWidget *widget, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  add_all (found, widget, type);

  return found;
}

/**
 * htap_widget_test_assert_harmless:
 * @place: where @widget is, for the message
 *
 * Fails if a text that @widget or anything in it shows, hidden pages and tooltips included, is not
 * harmless.
 */
void
htap_widget_test_assert_harmless (GtkWidget *widget, const char *place)
{
  g_autofree char *path = g_strconcat (place, "/", G_OBJECT_TYPE_NAME (widget), NULL);

  htap_hostile_text_assert_harmless (gtk_widget_get_tooltip_text (widget), path);
  if (GTK_IS_LABEL (widget))
    htap_hostile_text_assert_harmless (gtk_label_get_text (GTK_LABEL (widget)), path);
  if (GTK_IS_INSCRIPTION (widget))
    htap_hostile_text_assert_harmless (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), path);
  if (GTK_IS_WINDOW (widget))
    htap_hostile_text_assert_harmless (gtk_window_get_title (GTK_WINDOW (widget)), path);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    htap_widget_test_assert_harmless (child, path);
}

/**
 * htap_widget_test_screenshot:
 *
 * Saves what the window shows as `name.png` in the folder that HTAP_TEST_SCREENSHOTS names; does
 * nothing without it.
 */
void
htap_widget_test_screenshot (HtapTestWindow *window, const char *name)
{
  htap_widget_test_screenshot_of (GTK_WIDGET (window->window), name);
}

/**
 * htap_widget_test_screenshot_of:
 * @widget: a window
 */
void
htap_widget_test_screenshot_of (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("HTAP_TEST_SCREENSHOTS");
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (widget));
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file_name = g_strconcat (name, ".png", NULL);
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  htap_widget_test_settle ();
  paintable = gtk_widget_paintable_new (widget);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  path = g_build_filename (folder, file_name, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/**
 * htap_widget_test_record:
 *
 * Returns: (transfer full): a record in which every member has a value of its own
 */
HtapRecord *
htap_widget_test_record (const char *name, guint n_nodes)
{
  HtapRecord *record = htap_record_new ();
  const HtapZone zone = { "cn-southwest-244b", "az2", "Center" };
  const HtapAction action = { "action-id",  "resize_flavor", "action-object", "action-type",
                              "action-job", "RUNNING",       1711094408000,   1711095000000 };
  static const char json[] = "{\"id\":\"bfc9\",\"name\":\"htap-fjld\",\"proxy_ips\":[]}";

  for (guint i = 0; i < HTAP_N_TEXTS; i++)
    {
      g_autofree char *value = g_strdup_printf ("text-%u", i);

      htap_record_set_text (record, i, value);
    }
  htap_record_set_text (record, HTAP_TEXT_ID, "bfc970d8e9b34a399b4c422aabe11409in17");
  htap_record_set_text (record, HTAP_TEXT_NAME, name);
  htap_record_set_text (record, HTAP_TEXT_STATUS, "normal");
  htap_record_set_text (record, HTAP_TEXT_ENGINE_NAME, "star-rocks");
  htap_record_set_text (record, HTAP_TEXT_ENGINE_VERSION, "3.1.15.80");
  htap_record_set_text (record, HTAP_TEXT_HA_MODE, "Cluster");
  htap_record_set_text (record, HTAP_TEXT_PAY_MODEL, "1");
  htap_record_set_text (record, HTAP_TEXT_VOLUME_TYPE, "ESSD");
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, "192.168.0.207");
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP_V6, "2001:db8:1234:5678:9abc:def0:1234:5678");
  htap_record_set_text (record, HTAP_TEXT_VPC_ID, "f7876b94-3696-419b-a609-161de4b42d59");
  htap_record_set_number (record, HTAP_NUMBER_CREATE_AT, 1711075260516);
  htap_record_set_number (record, HTAP_NUMBER_PORT, 3306);
  htap_record_set_number (record, HTAP_NUMBER_NODE_NUM, 6);
  htap_record_set_number (record, HTAP_NUMBER_IS_FROZEN, 0);
  htap_record_set_number (record, HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS, 1);

  for (guint i = 0; i < n_nodes; i++)
    {
      g_autofree char *ip = g_strdup_printf ("192.168.1.%u", i + 1);
      g_autofree char *id = g_strdup_printf ("node-id-%u", i + 1);
      g_autofree char *node_name = g_strdup_printf ("node-name-%u", i + 1);
      const HtapNode node = { ip, id, node_name };

      htap_record_add_node (record, &node);
    }
  htap_record_add_zone (record, &zone);
  htap_record_add_action (record, &action);
  htap_record_add_proxy_ip (record, "192.168.2.1");
  htap_record_take_json (record, g_bytes_new_static (json, sizeof json - 1));

  return record;
}

/**
 * htap_widget_test_instance:
 *
 * Returns: (transfer full): an instance with such a record and two nodes, whose source was read on
 *   2024-03-22 at 08:00:08 UTC
 */
HtapInstance *
htap_widget_test_instance (const char *name)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = NULL;
  g_autoptr (HtapRecord) record = htap_widget_test_record (name, 2);
  g_autoptr (GPtrArray) deviations = g_ptr_array_new ();

  htap_profile_set_name (profile, "Production");
  source = htap_source_new (profile, "cn-north-4", "23a50154cf494ec9ad6883979a12db0a",
                            "7e2a4f0c5b1d4a6f9c8e3d2b1a0f9e8din07");
  htap_source_set_taurus_name (source, "taurus-orders");
  g_ptr_array_add (deviations, (char *) "instances[0].data_ips is not documented");
  htap_source_succeed (source, 1711094408, 1, 10, 1, deviations);

  return htap_instance_new (source, record);
}
