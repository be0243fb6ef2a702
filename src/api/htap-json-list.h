/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-json-cursor.h"

G_BEGIN_DECLS

/**
 * HtapJsonList:
 *
 * An answer that is a list of `instances`, of which one element at a time is in memory as json-glib
 * has it, which takes eight times as much as the text. Reading thousands so takes less than half as
 * long as having them all at once.
 */
typedef struct _HtapJsonList HtapJsonList;

HtapJsonList *htap_json_list_new        (GBytes               *bytes,
                                         GError              **error);
void          htap_json_list_free       (HtapJsonList         *self);

JsonNode     *htap_json_list_get_root   (HtapJsonList         *self);
guint         htap_json_list_get_length (HtapJsonList         *self);
void          htap_json_list_read       (HtapJsonList         *self,
                                         const HtapJsonCursor *list,
                                         HtapJsonReadFunc      read,
                                         gpointer              target);
GBytes       *htap_json_list_slice      (HtapJsonList         *self,
                                         const HtapJsonCursor *element);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapJsonList, htap_json_list_free)

G_END_DECLS
