/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-accelerators.h"
#include "htap-error-text.h"
#include "htap-failures-dialog.h"
#include "htap-late-menu.h"
#include "htap-view-menu.h"
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>

/* Refreshing, searching and showing: actions of the window that change nothing but the screen. */

static void
on_refresh (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;

  htap_inventory_refresh (self->inventory,
                          htap_scope_get_sources (htap_list_pane_get_scope (self->list_pane)));
}

static void
on_refresh_selected (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  g_autoptr (GListModel) selected = htap_instance_view_dup_selected (view);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (selected); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (selected, i);
      HtapSource *source = htap_instance_get_source (instance);

      if (!g_ptr_array_find (sources, source, NULL))
        g_ptr_array_add (sources, g_object_ref (source));
    }

  if (sources->len > 0)
    htap_inventory_refresh (self->inventory, sources);
}

static void
on_refresh_profile (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  g_autoptr (HtapProfile) profile =
      htap_inventory_dup_profile (self->inventory, g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();

  if (profile == NULL)
    return;

  g_ptr_array_add (profiles, profile);
  htap_inventory_refresh_profiles (self->inventory, profiles);
}

static void
on_stop (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  htap_inventory_stop (HTAP_WINDOW (user_data)->inventory);
}

static void
on_search (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;

  htap_panes_show_list (self->panes);
  htap_list_pane_start_search (self->list_pane, FALSE);
}

static void
on_search_anew (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;

  htap_panes_show_list (self->panes);
  htap_list_pane_start_search (self->list_pane, TRUE);
}

static void
on_clear_search (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  htap_list_pane_clear_search (HTAP_WINDOW (user_data)->list_pane);
}

static void
on_filter_by (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  htap_list_pane_filter (HTAP_WINDOW (user_data)->list_pane,
                         g_variant_get_string (parameter, NULL));
}

static void
on_show_failures (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  GtkWidget *dialog = htap_failures_dialog_new (
      GTK_WINDOW (self), self->inventory,
      htap_scope_get_sources (htap_list_pane_get_scope (self->list_pane)));

  gtk_window_present (GTK_WINDOW (dialog));
}

/* Built when asked for: most starts never do. */
static void
on_show_help_overlay (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *shortcuts = GTK_WINDOW (htap_accelerators_new_shortcuts_window ());

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (user_data));
  gtk_window_present (shortcuts);
}

static void
add_view_menu (HtapWindow *self)
{
  HtapInstanceView *view = htap_list_pane_get_view (self->list_pane);
  g_autoptr (GMenuModel) menu = htap_view_menu_new (view);

  htap_instance_view_add_actions (view, G_ACTION_MAP (self));
  htap_late_menu_give (htap_list_pane_get_view_button (self->list_pane), menu);
}

/**
 * htap_window_add_actions:
 *
 * Adds what the header bar, the keys and the menus do.
 */
void
htap_window_add_actions (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "refresh", .activate = on_refresh },
    { .name = "refresh-selected", .activate = on_refresh_selected },
    { .name = "refresh-profile", .activate = on_refresh_profile, .parameter_type = "s" },
    { .name = "stop", .activate = on_stop },
    { .name = "search", .activate = on_search },
    { .name = "search-anew", .activate = on_search_anew },
    { .name = "clear-search", .activate = on_clear_search },
    { .name = "filter-by", .activate = on_filter_by, .parameter_type = "s" },
    { .name = "show-failures", .activate = on_show_failures },
    { .name = "show-help-overlay", .activate = on_show_help_overlay },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_view_menu (self);
}
