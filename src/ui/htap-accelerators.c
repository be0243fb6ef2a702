/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-accelerators.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  GROUP_INSTANCES,
  GROUP_COPY,
  GROUP_WINDOW,
  N_GROUPS,
} Group;

/* Every key of the program. Keys without an action are shortcuts of one widget, handled there in
 * the bubble phase: as accelerators they would take Ctrl+C from the search entry. */
typedef struct
{
  Group group;
  const char *title;
  const char *accelerators; /* separated by spaces */
  const char *action;       /* detailed name, or NULL */
} Shortcut;

static const char *const group_titles[N_GROUPS] = {
  [GROUP_INSTANCES] = N_ ("Instances"),
  [GROUP_COPY] = N_ ("Copying"),
  [GROUP_WINDOW] = N_ ("Window"),
};

static const Shortcut shortcuts[] = {
  { GROUP_INSTANCES, N_ ("Refresh"), "F5 <Control>r", "win.refresh" },
  { GROUP_INSTANCES, N_ ("Refresh selected"), "<Shift>F5", "win.refresh-selected" },
  { GROUP_INSTANCES, N_ ("Search"), "<Control>f", "win.search" },
  { GROUP_INSTANCES, N_ ("Which instance owns this?"), "<Control>l", "win.search-anew" },
  { GROUP_INSTANCES, N_ ("Clear the search"), "Escape", NULL },
  { GROUP_INSTANCES, N_ ("Select all"), "<Control>a", NULL },
  { GROUP_INSTANCES, N_ ("Select none"), "<Shift><Control>a", NULL },
  { GROUP_INSTANCES, N_ ("Export"), "<Control>e", "win.export" },
  { GROUP_INSTANCES, N_ ("Open the context menu"), "Menu <Shift>F10", NULL },
  { GROUP_COPY, N_ ("Copy the focused value or the rows"), "<Control>c", NULL },
  { GROUP_COPY, N_ ("Copy private IP addresses"), "<Shift><Control>c", "win.copy-ip" },
  { GROUP_COPY, N_ ("Copy instance IDs"), "<Control><Alt>c", "win.copy-id" },
  { GROUP_WINDOW, N_ ("Command palette"), "<Control>k", "win.show-palette" },
  { GROUP_WINDOW, N_ ("All Instances"), "<Alt>1", "win.show-all" },
  { GROUP_WINDOW, N_ ("Findings"), "<Alt>2", "win.show-findings" },
  { GROUP_WINDOW, N_ ("Changes"), "<Alt>3", "win.show-changes" },
  { GROUP_WINDOW, N_ ("Show or hide the sidebar"), "F9", "win.show-sidebar" },
  { GROUP_WINDOW, N_ ("Show or hide the details"), "<Control>i <Alt>Return", "win.show-details" },
  { GROUP_WINDOW, N_ ("Next pane"), "F6", "win.next-pane" },
  { GROUP_WINDOW, N_ ("Previous pane"), "<Shift>F6", "win.previous-pane" },
  { GROUP_WINDOW, N_ ("Request log"), "<Shift><Control>l", "win.show-requests" },
  { GROUP_WINDOW, N_ ("Open the menu"), "F10", NULL },
  { GROUP_WINDOW, N_ ("Keyboard shortcuts"), "<Control>question", "win.show-help-overlay" },
  { GROUP_WINDOW, N_ ("Preferences"), "<Control>comma", "app.preferences" },
  { GROUP_WINDOW, N_ ("New window"), "<Control>n", "app.new-window" },
  { GROUP_WINDOW, N_ ("Close the window"), "<Control>w", "window.close" },
  { GROUP_WINDOW, N_ ("Quit"), "<Control>q", "app.quit" },
};

static GtkWidget *
new_shortcut (const Shortcut *shortcut)
{
  return g_object_new (GTK_TYPE_SHORTCUTS_SHORTCUT, "title", _ (shortcut->title), "accelerator",
                       shortcut->accelerators, NULL);
}

/* GtkShortcutsWindow is meant for GtkBuilder alone: its children are added as a builder adds them.
 */
static void
add_child (GtkBuildable *parent, GtkWidget *child)
{
  GtkBuildableIface *iface = GTK_BUILDABLE_GET_IFACE (parent);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();

  iface->add_child (parent, builder, G_OBJECT (child), NULL);
}

/**
 * htap_accelerators_install:
 *
 * Binds every key that is an application accelerator.
 */
void
htap_accelerators_install (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      g_auto (GStrv) accelerators = NULL;

      if (shortcuts[i].action == NULL)
        continue;

      accelerators = g_strsplit (shortcuts[i].accelerators, " ", -1);
      gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                             (const char *const *) accelerators);
    }
}

/**
 * htap_accelerators_foreach:
 *
 * Calls @func for every key that is an application accelerator, in the order of the table.
 */
void
htap_accelerators_foreach (HtapAcceleratorFunc func, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      func (_ (shortcuts[i].title), shortcuts[i].accelerators, shortcuts[i].action, user_data);
}

/**
 * htap_accelerators_new_shortcuts_window:
 *
 * Returns: (transfer none): a window that lists the same table
 */
GtkWidget *
htap_accelerators_new_shortcuts_window (void)
{
  GtkWidget *window = g_object_new (GTK_TYPE_SHORTCUTS_WINDOW, "modal", TRUE, "title",
                                    _ ("Keyboard shortcuts"), NULL);
  GtkWidget *section =
      g_object_new (GTK_TYPE_SHORTCUTS_SECTION, "section-name", "keys", "visible", TRUE, NULL);

  for (guint group = 0; group < N_GROUPS; group++)
    {
      GtkWidget *box =
          g_object_new (GTK_TYPE_SHORTCUTS_GROUP, "title", _ (group_titles[group]), NULL);

      for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
        if (shortcuts[i].group == group)
          add_child (GTK_BUILDABLE (box), new_shortcut (&shortcuts[i]));
      add_child (GTK_BUILDABLE (section), box);
    }

  add_child (GTK_BUILDABLE (window), section);

  return window;
}
