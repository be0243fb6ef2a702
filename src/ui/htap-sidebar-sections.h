/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_SIDEBAR_SECTIONS (htap_sidebar_sections_get_type ())

/**
 * HtapSidebarSections:
 *
 * Fills a list with a section for each profile and region, and decides which of its rows are on the
 * screen and how they follow one another. Rows that somebody else put into the list stay on top:
 * all instances, findings, then a profile.
 */
G_DECLARE_FINAL_TYPE (HtapSidebarSections,
                      htap_sidebar_sections,
                      HTAP,
                      SIDEBAR_SECTIONS,
                      GObject)

HtapSidebarSections *htap_sidebar_sections_new        (GtkListBox          *list,
                                                       HtapInventory       *inventory);

void                 htap_sidebar_sections_rebuild    (HtapSidebarSections *self);
void                 htap_sidebar_sections_set_search (HtapSidebarSections *self,
                                                       const char          *text);
GtkListBoxRow       *htap_sidebar_sections_find       (HtapSidebarSections *self,
                                                       HtapSource          *source);

G_END_DECLS
