/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-instance-view.h"
#include "htap-scope.h"
#include "htap-view-state.h"

G_BEGIN_DECLS

#define HTAP_TYPE_LIST_PANE (htap_list_pane_get_type ())

/**
 * HtapListPane:
 *
 * The middle of the window: header bar, notices, search, and the list or the page that stands in its
 * place.
 */
G_DECLARE_FINAL_TYPE (HtapListPane, htap_list_pane, HTAP, LIST_PANE, GtkWidget)

GtkWidget           *htap_list_pane_new             (HtapInventory *inventory,
                                                     gboolean       demo);
HtapInstanceView    *htap_list_pane_get_view        (HtapListPane  *self);
AdwHeaderBar        *htap_list_pane_get_header      (HtapListPane  *self);
GtkMenuButton       *htap_list_pane_get_view_button (HtapListPane  *self);
const HtapViewState *htap_list_pane_get_state       (HtapListPane  *self);

gboolean             htap_list_pane_get_listing      (HtapListPane     *self);
HtapScope           *htap_list_pane_get_scope       (HtapListPane  *self);
void                 htap_list_pane_start_search    (HtapListPane  *self,
                                                     gboolean       anew);
void                 htap_list_pane_search_for      (HtapListPane  *self,
                                                     const char    *text);
void                 htap_list_pane_clear_search    (HtapListPane  *self);
void                 htap_list_pane_filter          (HtapListPane  *self,
                                                     const char    *filter);
char                *htap_list_pane_dup_summary     (HtapListPane  *self);
void                 htap_list_pane_set_demo_failure (HtapListPane *self,
                                                      const char   *sentence);
void                 htap_list_pane_update          (HtapListPane  *self);

G_END_DECLS
