/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"

G_BEGIN_DECLS

/**
 * HtapTouched:
 *
 * Which instances and sources something else may be known of since somebody looked: who looks again
 * need not walk all that there is. What came into a list or left it is not noted here, for lists tell
 * that themselves; nor does it harm to note what is as it was.
 */
typedef struct _HtapTouched HtapTouched;

HtapTouched *htap_touched_new            (void);
void         htap_touched_free           (HtapTouched  *self);

void         htap_touched_add_instance   (HtapTouched  *self,
                                          HtapInstance *instance);
void         htap_touched_add_source     (HtapTouched  *self,
                                          HtapSource   *source);
void         htap_touched_clear          (HtapTouched  *self);

GHashTable  *htap_touched_get_instances  (HtapTouched  *self);
GHashTable  *htap_touched_get_sources    (HtapTouched  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapTouched, htap_touched_free)

G_END_DECLS
