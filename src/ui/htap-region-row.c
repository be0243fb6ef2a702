/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-region-row.h"

#include "htap-compat.h"
#include "htap-region.h"

#include <glib/gi18n-lib.h>

struct _HtapRegionRow
{
  AdwComboRow parent_instance;
};

G_DEFINE_FINAL_TYPE (HtapRegionRow, htap_region_row, ADW_TYPE_COMBO_ROW)

/* The known regions in the table's order, then the way out of it. */
static GtkStringList *
new_choices (void)
{
  GtkStringList *choices = gtk_string_list_new (NULL);
  guint n_regions;
  const HtapRegion *regions = htap_region_get_all (&n_regions);

  for (guint i = 0; i < n_regions; i++)
    {
      g_autofree char *name = htap_region_dup_name (regions[i].id);

      if (regions[i].name == NULL)
        gtk_string_list_append (choices, regions[i].id);
      else
        /* Translators: a region's name, and in parentheses its id. */
        gtk_string_list_take (choices, g_strdup_printf (_ ("%s (%s)"), name, regions[i].id));
    }

  /* Translators: a region that is not in the list. */
  gtk_string_list_append (choices, C_ ("region", "Other…"));

  return choices;
}

static void
htap_region_row_class_init (HtapRegionRowClass *klass)
{
}

static void
htap_region_row_init (HtapRegionRow *self)
{
  g_autoptr (GtkStringList) choices = new_choices ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Region"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (choices));
  htap_compat_name_combo_row (ADW_COMBO_ROW (self));
}

GtkWidget *
htap_region_row_new (void)
{
  return g_object_new (HTAP_TYPE_REGION_ROW, NULL);
}

/**
 * htap_region_row_get_region:
 *
 * Returns: (transfer none) (nullable): id of the chosen region; %NULL for "Other…"
 */
const char *
htap_region_row_get_region (HtapRegionRow *self)
{
  guint n_regions, selected;
  const HtapRegion *regions = htap_region_get_all (&n_regions);

  g_return_val_if_fail (HTAP_IS_REGION_ROW (self), NULL);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  return selected < n_regions ? regions[selected].id : NULL;
}

/**
 * htap_region_row_set_region:
 * @region: (nullable): a region's id; one that is not known, or %NULL, chooses "Other…"
 */
void
htap_region_row_set_region (HtapRegionRow *self, const char *region)
{
  guint n_regions, selected = 0;
  const HtapRegion *regions = htap_region_get_all (&n_regions);

  g_return_if_fail (HTAP_IS_REGION_ROW (self));

  while (selected < n_regions && g_strcmp0 (regions[selected].id, region) != 0)
    selected++;

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
}
