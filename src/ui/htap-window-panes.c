/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-private.h"

/* Which panes are on the screen, and which of them has the keyboard. */

#define N_PANES 3

typedef struct
{
  GtkWidget *whole; /* with its header bar */
  GtkWidget *content;
  gboolean shown;
} Pane;

static void
get_panes (HtapWindow *self, Pane panes[N_PANES])
{
  GtkWidget *sidebar = GTK_WIDGET (self->sidebar);
  GtkWidget *list = gtk_stack_get_visible_child (self->pages);
  GtkWidget *details = GTK_WIDGET (self->details);

  panes[0] = (Pane){ gtk_widget_get_parent (sidebar), sidebar,
                     htap_panes_get_sidebar_shown (self->panes) };
  panes[1] = (Pane){ list, list, htap_panes_get_list_shown (self->panes) };
  panes[2] = (Pane){ gtk_widget_get_parent (details), details,
                     htap_panes_get_details_shown (self->panes) };
}

/* A pane that has nothing to focus is passed over. */
static void
move_focus (HtapWindow *self, int step)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  Pane panes[N_PANES];
  int place = step > 0 ? -1 : N_PANES;

  get_panes (self, panes);
  for (int i = 0; i < N_PANES; i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, panes[i].whole))
      place = i;

  for (guint tries = 0; tries < N_PANES; tries++)
    {
      place = (place + step + N_PANES) % N_PANES;
      if (panes[place].shown && gtk_widget_grab_focus (panes[place].content))
        return;
    }
}

static void
on_next_pane (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_focus (user_data, 1);
}

static void
on_previous_pane (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_focus (user_data, -1);
}

/* The focus is taken away before and given back after. GTK would give that of a pane that goes to
 * the GtkPaned around it, where nobody sees it, and would never let go of the window. */
static void
show_pane (HtapWindow *self,
           GtkWidget *content,
           gboolean show,
           void (*show_in) (HtapPanes *panes, gboolean show))
{
  GtkWindow *window = GTK_WINDOW (self);
  GtkWidget *focus = gtk_window_get_focus (window);

  gtk_window_set_focus (window, NULL);
  show_in (self->panes, show);
  if (focus == NULL)
    return;

  if (gtk_widget_get_mapped (focus))
    gtk_window_set_focus (window, focus);
  else if (!show || !gtk_widget_grab_focus (content))
    gtk_widget_grab_focus (gtk_stack_get_visible_child (self->pages));
}

static void
on_show_sidebar (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  HtapWindow *self = user_data;

  show_pane (self, GTK_WIDGET (self->sidebar), g_variant_get_boolean (state),
             htap_panes_show_sidebar);
}

static void
on_show_details (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  HtapWindow *self = user_data;

  show_pane (self, GTK_WIDGET (self->details), g_variant_get_boolean (state),
             htap_panes_show_details);
}

static void
on_show_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;

  htap_sidebar_choose (self->sidebar, NULL);
  htap_panes_show_list (self->panes);
}

static void
on_panes_notify_shown (HtapWindow *self)
{
  const struct
  {
    const char *action;
    gboolean shown;
  } states[] = {
    { "show-sidebar", htap_panes_get_sidebar_shown (self->panes) },
    { "show-details", htap_panes_get_details_shown (self->panes) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), states[i].action);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (states[i].shown));
    }
}

/**
 * htap_window_add_pane_actions:
 *
 * Adds what shows and hides the panes and leads the keyboard from one to the other. F6 is not left
 * to GtkPaned, which stops at header bars and at what has no focus to show.
 */
void
htap_window_add_pane_actions (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "show-sidebar", .state = "true", .change_state = on_show_sidebar },
    { .name = "show-details", .state = "true", .change_state = on_show_details },
    { .name = "show-all", .activate = on_show_all },
    { .name = "next-pane", .activate = on_next_pane },
    { .name = "previous-pane", .activate = on_previous_pane },
  };
  static const char *const signals[] = { "notify::sidebar-shown", "notify::details-shown" };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->panes, signals[i], G_CALLBACK (on_panes_notify_shown), self,
                             G_CONNECT_SWAPPED);
  on_panes_notify_shown (self);
}
