/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-update.h"

static gboolean
is_at (GListModel *list, guint position, gpointer expected)
{
  g_autoptr (GObject) present = g_list_model_get_item (list, position);

  return (gpointer) present == expected;
}

/**
 * htap_list_update:
 * @list: brought to @wanted
 * @wanted: (element-type GObject): the objects to be there, in order
 *
 * Objects at the ends that stay where they are are not touched.
 *
 * Returns: whether anything changed; then with one signal, for the part that did
 */
gboolean
htap_list_update (GListStore *list, GPtrArray *wanted)
{
  guint n_present = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n_wanted = wanted->len;
  guint start = 0;

  while (start < MIN (n_present, n_wanted) &&
         is_at (G_LIST_MODEL (list), start, wanted->pdata[start]))
    start++;
  while (MIN (n_present, n_wanted) > start &&
         is_at (G_LIST_MODEL (list), n_present - 1, wanted->pdata[n_wanted - 1]))
    n_present--, n_wanted--;

  if (n_present == start && n_wanted == start)
    return FALSE;

  g_list_store_splice (list, start, n_present - start, wanted->pdata + start, n_wanted - start);

  return TRUE;
}
