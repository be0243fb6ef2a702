/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail-fact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_DETAIL_GROUP (htap_detail_group_get_type ())

/**
 * HtapDetailGroup:
 *
 * A heading and a list of facts.
 */
G_DECLARE_FINAL_TYPE (HtapDetailGroup, htap_detail_group, HTAP, DETAIL_GROUP, GtkBox)

GtkWidget  *htap_detail_group_new       (void);

void        htap_detail_group_set_title (HtapDetailGroup *self,
                                         const char      *title);
void        htap_detail_group_set_facts (HtapDetailGroup *self,
                                         GPtrArray       *facts,
                                         const char      *subject);

G_END_DECLS
