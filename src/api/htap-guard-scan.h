/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-json-scanner.h"

G_BEGIN_DECLS

/* How deep arrays and objects may nest. The documented answers need 5. */
#define HTAP_GUARD_DEPTH 64

/**
 * HtapGuardScan:
 * @elements: (element-type HtapByteRange): the elements of the top-level member `instances`; empty
 *   if that is no array
 * @repairs: (element-type HtapRepair): what must be changed before json-glib reads it, in order
 *
 * What a walk over the bytes of an answer found, before any parser looks at them.
 */
typedef struct {
  GArray *elements;
  GArray *repairs;
} HtapGuardScan;

HtapGuardScan *htap_guard_scan_new  (GBytes         *bytes,
                                     GError        **error);
void           htap_guard_scan_free (HtapGuardScan  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapGuardScan, htap_guard_scan_free)

G_END_DECLS
