/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-row-menu.h"

#include "htap-console-link.h"
#include "htap-copy-menu.h"
#include "htap-copy.h"
#include "htap-finding-menu.h"
#include "htap-list-rows.h"
#include "htap-safe-text.h"
#include "htap-search-filter.h"

#include <glib/gi18n-lib.h>

/* A longer value is cut in the menu, not on the clipboard. */
#define MAX_CHARACTERS 40

/* A menu item's label has mnemonics. */
static char *
escape_value (const char *value)
{
  g_autofree char *safe = htap_safe_text_dup_cut (value, MAX_CHARACTERS);
  g_auto (GStrv) parts = g_strsplit (safe, "_", -1);

  return g_strjoinv ("__", parts);
}

static char *
quote_value (const char *value)
{
  g_autofree char *escaped = escape_value (value);

  /* Translators: a menu item; %s is what will be copied. */
  return g_strdup_printf (_ ("Copy “%s”"), escaped);
}

static void
append_value (GMenu *section, HtapInstance *instance, const HtapField *field)
{
  g_autofree char *value = htap_field_dup_shown (field, instance);
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GMenuItem) item = NULL;

  if (value == NULL)
    return;

  label = quote_value (value);
  sentence = htap_copy_value (instance, value);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.copy-text", "(ss)", value, sentence);
  g_menu_append_item (section, item);
}

static void
append_copies (GMenu *section, HtapInstance *instance, const HtapField *field)
{
  g_autoptr (GMenuModel) connection = htap_copy_menu_new_connection (instance);
  g_autoptr (GMenuModel) formats = htap_copy_menu_new (field);

  if (connection != NULL)
    g_menu_append_submenu (section, _ ("Copy Connection String"), connection);
  g_menu_append_submenu (section, _ ("Copy As"), formats);
}

/* Only where there is something to mark. */
static void
append_mark_as_seen (GMenu *section)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Mark as Seen"), "win.mark-seen");

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (section, item);
}

static void
append_mutes (GMenu *section, HtapInstance *instance)
{
  GPtrArray *findings = htap_instance_get_findings (instance);
  g_autoptr (GMenuModel) mutes = NULL;

  if (findings == NULL || findings->len == 0)
    return;

  mutes = htap_finding_menu_new_mutes (findings, g_get_real_time () / G_USEC_PER_SEC);
  g_menu_append_submenu (section, _ ("Mute Finding"), mutes);
}

static void
append_filter (GMenu *menu, HtapInstance *instance, const HtapField *field, const char *label)
{
  g_autofree char *filter = htap_search_filter_new (field, instance);
  g_autoptr (GMenuItem) item = NULL;

  if (filter == NULL)
    return;

  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "win.filter-by", "s", filter);
  g_menu_append_item (menu, item);
}

static void
append_filter_of_column (GMenu *menu, HtapInstance *instance, const HtapField *field)
{
  g_autofree char *value = htap_field_dup_shown (field, instance);
  g_autofree char *escaped = value != NULL ? escape_value (value) : NULL;
  g_autofree char *label = NULL;

  if (escaped == NULL)
    return;

  /* Translators: a menu item; the title of a column, and a value of it. */
  label = g_strdup_printf (_ ("%1$s: %2$s"), htap_field_get_label (field), escaped);
  append_filter (menu, instance, field, label);
}

/* The keyboard is at a row, not at one of its cells. */
static void
append_filters (GMenu *section, HtapInstance *instance, const HtapFieldIndex *columns, guint n)
{
  g_autoptr (GMenu) filters = g_menu_new ();

  for (guint i = 0; i < n; i++)
    append_filter_of_column (filters, instance, htap_field_get (columns[i]));

  if (g_menu_model_get_n_items (G_MENU_MODEL (filters)) > 0)
    g_menu_append_submenu (section, _ ("Filter by Value"), G_MENU_MODEL (filters));
}

static void
append_console (GMenu *section, HtapSource *source)
{
  g_autofree char *link = htap_console_link_dup (source);
  g_autoptr (GMenuItem) item = NULL;

  if (link == NULL)
    return;

  item = g_menu_item_new (_ ("Open Console"), NULL);
  g_menu_item_set_action_and_target (item, "win.open-console", "s",
                                     htap_source_get_taurus_id (source));
  g_menu_append_item (section, item);
}

/**
 * htap_row_menu_build:
 * @instance: the row
 * @field: (nullable): what the pointer is over; %NULL for the keyboard
 * @columns: (array length=n_columns): the columns that the keyboard has the choice of
 *
 * Returns: (transfer full):
 */
GMenuModel *
htap_row_menu_build (HtapInstance *instance,
                     const HtapField *field,
                     const HtapFieldIndex *columns,
                     guint n_columns)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  if (field != NULL)
    append_value (copies, instance, field);
  g_menu_append (copies, _ ("Copy Private IP"), "win.copy-ip");
  g_menu_append (copies, _ ("Copy Instance ID"), "win.copy-id");
  g_menu_append (copies, _ ("Copy Rows"), "win.copy-rows");
  append_copies (copies, instance, field);
  if (field != NULL)
    append_filter (others, instance, field, _ ("Filter by This Value"));
  else
    append_filters (others, instance, columns, n_columns);
  g_menu_append (others, _ ("Refresh"), "win.refresh-selected");
  g_menu_append (others, _ ("Notify When Available"), "win.notify-when-available");
  append_mark_as_seen (others);
  append_mutes (others, instance);
  append_console (others, htap_instance_get_source (instance));

  g_menu_append_section (menu, NULL, G_MENU_MODEL (copies));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* What is done is done to the selected rows, so the row becomes one of them. */
static void
choose_row (GtkColumnView *view, GtkWidget *row, guint position)
{
  if (gtk_selection_model_is_selected (gtk_column_view_get_model (view), position))
    gtk_widget_grab_focus (row);
  else
    htap_list_rows_select (row, position, FALSE, FALSE);
}

static GMenuModel *
build_at (GtkWidget *target, const graphene_point_t *point, GtkWidget **row)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (target);
  GtkWidget *focused = gtk_widget_get_focus_child (htap_list_rows_get_list (view));
  g_autoptr (GArray) columns = NULL;
  HtapCell *cell = NULL;

  if (point != NULL)
    cell = htap_list_rows_find_cell_at (view, point->x, point->y);
  else if (focused != NULL)
    cell = htap_list_rows_find_cell (focused, NULL);
  if (cell == NULL)
    return NULL;

  choose_row (view, htap_list_rows_get_row (cell), htap_cell_get_position (cell));
  if (row != NULL)
    *row = focused;

  columns = htap_list_rows_dup_columns (htap_list_rows_get_row (cell));

  return htap_row_menu_build (htap_cell_get_instance (cell),
                              point != NULL ? htap_cell_get_field (cell) : NULL,
                              (const HtapFieldIndex *) columns->data, columns->len);
}

/**
 * htap_row_menu_new:
 * @parent: the popover's parent, around @view
 * @view: the list, whose cells are #HtapCell; a row that is not selected is selected first
 *
 * Returns: (transfer full): as htap_context_menu_new()
 */
HtapContextMenu *
htap_row_menu_new (GtkWidget *parent, GtkColumnView *view)
{
  return htap_context_menu_new (parent, GTK_WIDGET (view), build_at);
}
