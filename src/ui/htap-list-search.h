/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_LIST_SEARCH (htap_list_search_get_type ())

/**
 * HtapListSearch:
 *
 * The search above the list, gone while it is not used. `changed`: another text, a moment after the
 * last key. `leave`: Enter or Down, into what was found. `stop`: Escape.
 */
G_DECLARE_FINAL_TYPE (HtapListSearch, htap_list_search, HTAP, LIST_SEARCH, GtkWidget)

GtkWidget    *htap_list_search_new       (void);

GtkSearchBar *htap_list_search_get_bar   (HtapListSearch *self);
GtkEditable  *htap_list_search_get_entry (HtapListSearch *self);
const char   *htap_list_search_get_text  (HtapListSearch *self);
gboolean      htap_list_search_get_used  (HtapListSearch *self);

void          htap_list_search_show      (HtapListSearch *self);
void          htap_list_search_start     (HtapListSearch *self,
                                          gboolean        anew);
void          htap_list_search_fill      (HtapListSearch *self,
                                          const char     *text);
void          htap_list_search_clear     (HtapListSearch *self);

G_END_DECLS
