/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-discovery.h"
#include "htap-search.h"
#include "htap-source-row.h"

G_BEGIN_DECLS

/**
 * HtapSidebarSection:
 *
 * The rows of one profile in one region: a heading, the TaurusDB instances by name, those without
 * HTAP instances behind a row that opens them, and the hidden ones behind another. Which of them are
 * on the screen changes with what is known and searched for; the list asks here. The rows belong to
 * the list.
 */
typedef struct _HtapSidebarSection HtapSidebarSection;

HtapSidebarSection *htap_sidebar_section_new        (HtapProfile              *profile,
                                                     const char               *region);
void                htap_sidebar_section_free       (HtapSidebarSection       *self);

void                htap_sidebar_section_follow     (HtapSidebarSection       *self,
                                                     HtapDiscovery            *discovery);
void                htap_sidebar_section_add        (HtapSidebarSection       *self,
                                                     HtapSource               *source);
void                htap_sidebar_section_take_over  (HtapSidebarSection       *self,
                                                     GPtrArray                *previous);
void                htap_sidebar_section_set_search (HtapSidebarSection       *self,
                                                     const HtapSearch         *search);
void                htap_sidebar_section_update     (HtapSidebarSection       *self);
void                htap_sidebar_section_foreach    (HtapSidebarSection       *self,
                                                     GFunc                     visit,
                                                     gpointer                  user_data);
int                 htap_sidebar_section_compare    (const HtapSidebarSection *self,
                                                     GtkListBoxRow            *a,
                                                     GtkListBoxRow            *b);
gboolean            htap_sidebar_section_shows      (const HtapSidebarSection *self,
                                                     GtkListBoxRow            *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapSidebarSection, htap_sidebar_section_free)

G_END_DECLS
