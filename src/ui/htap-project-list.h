/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_PROJECT_LIST (htap_project_list_get_type ())

/**
 * HtapProjectList:
 *
 * The projects that a profile looks at, among those that its user may enter. Signal: `changed`,
 * others are chosen now.
 */
G_DECLARE_FINAL_TYPE (HtapProjectList, htap_project_list, HTAP, PROJECT_LIST, AdwPreferencesGroup)

GtkWidget *htap_project_list_new        (void);

void       htap_project_list_set_chosen (HtapProjectList *self,
                                         GPtrArray       *projects);
void       htap_project_list_choose     (HtapProjectList *self,
                                         const char      *region,
                                         const char      *project_id);
void       htap_project_list_load       (HtapProjectList *self,
                                         HtapInventory   *inventory,
                                         HtapProfile     *profile,
                                         HtapCredentials *credentials);
void       htap_project_list_stop       (HtapProjectList *self);
GPtrArray *htap_project_list_dup_chosen (HtapProjectList *self);

G_END_DECLS
