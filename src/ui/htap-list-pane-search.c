/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-pane-private.h"
#include "htap-search-filter.h"

/* What is searched for: typed, filled in, or a value of a row. */

static void
on_search_changed (HtapListPane *self)
{
  htap_instance_view_set_search (self->view, htap_list_search_get_text (self->search));
  htap_list_pane_update (self);
}

static void
on_search_leave (HtapListPane *self)
{
  if (self->state.page == HTAP_PAGE_LIST)
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

static void
on_view_typing (HtapListPane *self)
{
  htap_list_search_show (self->search);
}

/* Not an accelerator: Escape belongs to whatever has the focus first. */
static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  HtapListPane *self = HTAP_LIST_PANE (widget);

  if (!htap_list_search_get_used (self->search))
    return GDK_EVENT_PROPAGATE;

  htap_list_pane_clear_search (self);

  return GDK_EVENT_STOP;
}

/**
 * htap_list_pane_bind_escape:
 *
 * Escape clears the search, if there is one.
 */
void
htap_list_pane_bind_escape (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

/**
 * htap_list_pane_follow_search:
 *
 * Finds what is typed, in the search or in the list, from now on.
 */
void
htap_list_pane_follow_search (HtapListPane *self)
{
  htap_instance_view_set_search_entry (self->view, htap_list_search_get_entry (self->search));
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "leave", G_CALLBACK (on_search_leave), self);
  g_signal_connect_swapped (self->search, "stop", G_CALLBACK (htap_list_pane_clear_search), self);
  g_signal_connect_swapped (self->view, "typing", G_CALLBACK (on_view_typing), self);
}

/**
 * htap_list_pane_start_search:
 *
 * @anew: whether the next key takes the place of what it holds, or goes behind that
 *
 * Shows the search and puts the cursor there.
 */
void
htap_list_pane_start_search (HtapListPane *self, gboolean anew)
{
  g_return_if_fail (HTAP_IS_LIST_PANE (self));

  htap_list_search_start (self->search, anew);
}

/**
 * htap_list_pane_search_for:
 * @text: as a person would type it
 *
 * Shows the search with @text in it, and what that finds.
 */
void
htap_list_pane_search_for (HtapListPane *self, const char *text)
{
  g_return_if_fail (HTAP_IS_LIST_PANE (self));

  htap_list_search_fill (self->search, text);
  on_search_changed (self);
}

/**
 * htap_list_pane_clear_search:
 *
 * Empties and hides the search; the focus goes back to the list.
 */
void
htap_list_pane_clear_search (HtapListPane *self)
{
  g_return_if_fail (HTAP_IS_LIST_PANE (self));

  htap_list_search_clear (self->search);
  htap_instance_view_set_search (self->view, "");
  htap_list_pane_update (self);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/**
 * htap_list_pane_filter:
 * @filter: of htap_search_filter_new()
 *
 * Searches for it among what is in view. Addresses are asked of everything there is, so these make
 * room.
 */
void
htap_list_pane_filter (HtapListPane *self, const char *filter)
{
  g_autofree char *text = NULL;

  g_return_if_fail (HTAP_IS_LIST_PANE (self));

  text = htap_search_is_for_owner (htap_instance_view_get_search (self->view))
             ? g_strdup (filter)
             : htap_search_filter_add (htap_list_search_get_text (self->search), filter);
  htap_list_search_show (self->search);
  gtk_editable_set_text (htap_list_search_get_entry (self->search), text);
  on_search_changed (self);
}
