/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-copy-menu.h"

#include "htap-connection-string.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *label;
  const char *target;
} Choice;

static const Choice formats[] = {
  { N_ ("TSV"), "tsv" },
  { N_ ("CSV"), "csv" },
  { N_ ("JSON"), "json" },
  { N_ ("Markdown"), "markdown" },
};

static const Choice lists[] = {
  { N_ ("Private IPs, One per Line"), "ips-by-line" },
  { N_ ("Private IPs, Separated by Commas"), "ips-by-comma" },
  { N_ ("Instance IDs"), "ids" },
};

static void
append_choices (GMenu *menu, const Choice *choices, guint n_choices)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n_choices; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (choices[i].label), NULL);

      g_menu_item_set_action_and_target (item, "win.copy-as", "s", choices[i].target);
      g_menu_append_item (section, item);
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_column (GMenu *menu, const HtapField *field)
{
  /* Translators: a menu item; %s is the title of a column. */
  g_autofree char *label = g_strdup_printf (_ ("Column “%s”"), htap_field_get_label (field));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_item_set_action_and_target (item, "win.copy-column", "s", htap_field_get_id (field));
  g_menu_append_item (section, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/**
 * htap_copy_menu_new:
 * @field: (nullable): a column to offer by itself
 *
 * Returns: (transfer full): what rows can be copied as
 */
GMenuModel *
htap_copy_menu_new (const HtapField *field)
{
  GMenu *menu = g_menu_new ();

  append_choices (menu, formats, G_N_ELEMENTS (formats));
  append_choices (menu, lists, G_N_ELEMENTS (lists));
  if (field != NULL)
    append_column (menu, field);

  return G_MENU_MODEL (menu);
}

/**
 * htap_copy_menu_new_connection:
 *
 * Returns: (transfer full) (nullable): the connection strings, under a heading that says which
 *   address was chosen; %NULL if there is nothing to connect to
 */
GMenuModel *
htap_copy_menu_new_connection (HtapInstance *instance)
{
  const HtapRecord *record = htap_instance_get_record (instance);
  const char *reason = htap_connection_string_get_reason (record);
  g_autoptr (GMenu) section = g_menu_new ();
  GMenu *menu;

  if (reason == NULL)
    return NULL;

  for (guint form = 0; form < HTAP_N_CONNECTION_FORMS; form++)
    {
      g_autoptr (GMenuItem) item =
          g_menu_item_new (htap_connection_string_get_name (record, form), NULL);

      g_menu_item_set_action_and_target (item, "win.copy-connection", "u", form);
      g_menu_append_item (section, item);
    }

  menu = g_menu_new ();
  g_menu_append_section (menu, reason, G_MENU_MODEL (section));

  return G_MENU_MODEL (menu);
}
