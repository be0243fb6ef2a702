/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_PROJECT_PAGE (htap_project_page_get_type ())

/**
 * HtapProjectPage:
 *
 * The second step of a profile: its name, and where it looks.
 */
G_DECLARE_FINAL_TYPE (HtapProjectPage, htap_project_page, HTAP, PROJECT_PAGE, AdwPreferencesPage)

GtkWidget   *htap_project_page_new         (void);

void         htap_project_page_load        (HtapProjectPage   *self,
                                            HtapProfile       *profile,
                                            gboolean           is_saved,
                                            const char *const *taken_names);
void         htap_project_page_set_sign_in (HtapProjectPage   *self,
                                            HtapInventory     *inventory,
                                            HtapProfile       *signer,
                                            HtapCredentials   *credentials);
void         htap_project_page_stop        (HtapProjectPage   *self);
gboolean     htap_project_page_check       (HtapProjectPage   *self);
HtapProfile *htap_project_page_dup_profile (HtapProjectPage   *self);
void         htap_project_page_focus_ids   (HtapProjectPage   *self);

G_END_DECLS
