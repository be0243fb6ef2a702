/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column.h"

#include "htap-cell.h"
#include "htap-column-sorter.h"
#include "htap-finding-cell.h"
#include "htap-status-cell.h"
#include "htap-text-scale.h"

/* Pixels at the usual size of text: what is usual in the default columns is not cut, and together
 * they fit a screen of 1366 beside the sidebar. */
static int
get_usual_width (const HtapField *field)
{
  switch (htap_field_get_index (field))
    {
    case HTAP_FIELD_NAME:
      return 136;
    case HTAP_FIELD_TAURUS_NAME:
      return 134;
    case HTAP_FIELD_DATA_VIP:
      return 134; /* and the copy button */
    case HTAP_FIELD_HA_MODE:
      return 118;
    case HTAP_FIELD_ENGINE_VERSION:
      return 142;
    case HTAP_FIELD_DATA_VIP_V6:
      return 210;
    default:
      break;
    }

  switch (htap_field_get_kind (field))
    {
    case HTAP_FIELD_KIND_STATUS:
      return 200; /* and two icons */
    case HTAP_FIELD_KIND_ID:
      return 160;
    case HTAP_FIELD_KIND_NUMBER:
      return 80;
    case HTAP_FIELD_KIND_TIME:
      return 146;
    case HTAP_FIELD_KIND_FLAG:
      return 90;
    case HTAP_FIELD_KIND_LIST:
      return 220;
    case HTAP_FIELD_KIND_FINDINGS:
      return 260;
    case HTAP_FIELD_KIND_TEXT:
    case HTAP_FIELD_KIND_IP:
    default:
      return 130;
    }
}

static GtkWidget *
new_cell (const HtapField *field)
{
  switch (htap_field_get_kind (field))
    {
    case HTAP_FIELD_KIND_STATUS:
      return htap_status_cell_new ();
    case HTAP_FIELD_KIND_FINDINGS:
      return htap_finding_cell_new ();
    case HTAP_FIELD_KIND_TEXT:
    case HTAP_FIELD_KIND_ID:
    case HTAP_FIELD_KIND_IP:
    case HTAP_FIELD_KIND_NUMBER:
    case HTAP_FIELD_KIND_TIME:
    case HTAP_FIELD_KIND_FLAG:
    case HTAP_FIELD_KIND_LIST:
    default:
      return htap_cell_new (field);
    }
}

static void
on_factory_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer field)
{
  gtk_list_item_set_child (list_item, new_cell (field));
}

static void
on_factory_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer field)
{
  htap_cell_bind (HTAP_CELL (gtk_list_item_get_child (list_item)), list_item);
}

static void
on_factory_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer field)
{
  htap_cell_unbind (HTAP_CELL (gtk_list_item_get_child (list_item)));
}

/**
 * htap_column_new:
 * @field: what it shows
 *
 * A column of the list, hidden and without a width. A hidden column has no cells.
 *
 * Returns: (transfer full):
 */
GtkColumnViewColumn *
htap_column_new (const HtapField *field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = htap_column_sorter_new (field);
  GtkColumnViewColumn *column;

  g_signal_connect (factory, "setup", G_CALLBACK (on_factory_setup), (gpointer) field);
  g_signal_connect (factory, "bind", G_CALLBACK (on_factory_bind), (gpointer) field);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_factory_unbind), (gpointer) field);

  column = gtk_column_view_column_new (htap_field_get_label (field), factory);
  gtk_column_view_column_set_visible (column, FALSE);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);

  return column;
}

/**
 * htap_column_get_field:
 * @column: a column that htap_column_new() made
 */
const HtapField *
htap_column_get_field (GtkColumnViewColumn *column)
{
  GtkSorter *sorter = gtk_column_view_column_get_sorter (column);

  return htap_column_sorter_get_field (HTAP_COLUMN_SORTER (sorter));
}

/**
 * htap_column_get_default_width:
 *
 * Returns: pixels, for text as large as it is on the screen
 */
int
htap_column_get_default_width (const HtapField *field)
{
  return MIN (htap_text_scale_up (get_usual_width (field)), HTAP_COLUMN_MAXIMUM_WIDTH);
}
