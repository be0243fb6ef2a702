/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-menu.h"

#include "htap-column.h"

#include <glib/gi18n-lib.h>

static void
append_column (GMenu *menu, const HtapField *field)
{
  g_autofree char *name = htap_column_dup_action_name (field);
  g_autofree char *action = g_strconcat ("win.", name, NULL);

  g_menu_append (menu, htap_field_get_label (field), action);
}

/* The other columns, under the headings of the detail pane. */
static GMenu *
new_group (HtapFieldGroup group)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      const HtapField *field = htap_field_get (i);

      if (htap_field_get_group (field) == group && !htap_field_is_default_column (field))
        append_column (menu, field);
    }

  return menu;
}

/**
 * htap_column_menu_new:
 *
 * Chooses the columns of a list, by the actions of htap_instance_view_add_actions().
 *
 * Returns: (transfer full): a check item for every column, and one that resets them
 */
GMenuModel *
htap_column_menu_new (void)
{
  static const struct
  {
    HtapFieldGroup group;
    const char *label;
  } groups[] = {
    { HTAP_FIELD_GROUP_SUMMARY, N_ ("Status Details") },
    { HTAP_FIELD_GROUP_CONNECTION, N_ ("Connection") },
    { HTAP_FIELD_GROUP_NODES, N_ ("Readable Nodes") },
    { HTAP_FIELD_GROUP_ACTIONS, N_ ("Current Actions") },
    { HTAP_FIELD_GROUP_PLACEMENT, N_ ("Placement") },
    { HTAP_FIELD_GROUP_BILLING, N_ ("Billing and Identity") },
  };
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) defaults = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  g_autoptr (GMenu) reset = g_menu_new ();
  guint n_columns;
  const HtapFieldIndex *columns = htap_field_get_default_columns (&n_columns);

  for (guint i = 0; i < n_columns; i++)
    append_column (defaults, htap_field_get (columns[i]));

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GMenu) group = new_group (groups[i].group);

      g_menu_append_submenu (others, _ (groups[i].label), G_MENU_MODEL (group));
    }

  g_menu_append (reset, _ ("Reset Columns"), "win.reset-columns");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (defaults));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reset));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}
