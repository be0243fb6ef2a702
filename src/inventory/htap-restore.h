/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance-list.h"
#include "htap-saved.h"

G_BEGIN_DECLS

/**
 * HtapRestore:
 *
 * Saved answers on their way into the list, part by part, so that none of them stops the window for a
 * frame.
 */
typedef struct _HtapRestore HtapRestore;

HtapRestore  *htap_restore_new      (HtapInstanceList *list,
                                     GListModel       *sources);
void          htap_restore_free     (HtapRestore      *self);
void          htap_restore_add      (HtapRestore      *self,
                                     HtapSource       *source,
                                     const HtapSaved  *saved);
gboolean      htap_restore_is_over  (HtapRestore      *self);
HtapFieldSet  htap_restore_go_on    (HtapRestore      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapRestore, htap_restore_free)

G_END_DECLS
