/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-id.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_ID_LIST (htap_id_list_get_type ())

/**
 * HtapIdList:
 *
 * The ids of TaurusDB instances, one entry each and always at least one. Several pasted at once
 * spread over as many entries.
 */
G_DECLARE_FINAL_TYPE (HtapIdList, htap_id_list, HTAP, ID_LIST, AdwPreferencesGroup)

GtkWidget  *htap_id_list_new          (void);

char      **htap_id_list_dup_ids      (HtapIdList         *self);
void        htap_id_list_set_ids      (HtapIdList         *self,
                                       const char *const  *ids);
void        htap_id_list_set_required (HtapIdList         *self,
                                       gboolean            required);
GtkWidget  *htap_id_list_check        (HtapIdList         *self);

G_END_DECLS
