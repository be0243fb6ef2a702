/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-view-settings.h"

static void
save_sort (HtapInstanceView *view, GSettings *settings)
{
  gboolean descending;
  HtapFieldIndex field = htap_instance_view_get_sort (view, &descending);

  g_settings_set (settings, "sort", "(sb)", htap_field_get_id (htap_field_get (field)), descending);
}

static void
save_columns (HtapInstanceView *view, GSettings *settings)
{
  g_settings_set_value (settings, "columns", htap_instance_view_get_columns (view));
}

static void
restore_sort (HtapInstanceView *view, GSettings *settings)
{
  const HtapField *field;
  g_autofree char *id = NULL;
  gboolean descending;

  g_settings_get (settings, "sort", "(sb)", &id, &descending);
  field = htap_field_find (id);
  if (field == NULL)
    field = htap_field_get (HTAP_FIELD_SHOWN_STATUS);
  htap_instance_view_set_sort (view, htap_field_get_index (field), descending);
}

/**
 * htap_view_settings_bind:
 *
 * Brings the list to the columns and the sort that were kept, and keeps what people change. Another
 * list with these settings stays as it is: of what is changed in several, the last is kept.
 */
void
htap_view_settings_bind (HtapInstanceView *view, GSettings *settings)
{
  g_autoptr (GVariant) columns = g_settings_get_value (settings, "columns");

  if (g_variant_n_children (columns) > 0)
    htap_instance_view_set_columns (view, columns);
  restore_sort (view, settings);

  g_signal_connect_object (view, "sort-changed", G_CALLBACK (save_sort), settings, 0);
  g_signal_connect_object (view, "columns-changed", G_CALLBACK (save_columns), settings, 0);
}
