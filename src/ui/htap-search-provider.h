/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-inventory.h"

G_BEGIN_DECLS

#define HTAP_TYPE_SEARCH_PROVIDER (htap_search_provider_get_type ())

/**
 * HtapSearchProvider:
 *
 * What the desktop's search asks over D-Bus, org.gnome.Shell.SearchProvider2: HTAP instances of what
 * the inventory knows already. It makes no request and opens no window before somebody chooses a
 * result.
 *
 * Property `enabled` (gboolean, writable): whether it finds anything.
 */
G_DECLARE_FINAL_TYPE (HtapSearchProvider, htap_search_provider, HTAP, SEARCH_PROVIDER, GObject)

HtapSearchProvider *htap_search_provider_new      (GtkApplication      *application);
gboolean            htap_search_provider_export   (HtapSearchProvider  *self,
                                                   GDBusConnection     *connection,
                                                   const char          *path,
                                                   GError             **error);
void                htap_search_provider_unexport (HtapSearchProvider  *self);
void                htap_search_provider_start    (HtapSearchProvider  *self,
                                                   HtapInventory       *inventory);

G_END_DECLS
