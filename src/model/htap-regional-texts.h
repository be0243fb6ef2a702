/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HtapRegionalTexts:
 *
 * At most one text for each region.
 */
typedef struct _HtapRegionalTexts HtapRegionalTexts;

HtapRegionalTexts *htap_regional_texts_new         (void);
HtapRegionalTexts *htap_regional_texts_copy        (HtapRegionalTexts *self);
void               htap_regional_texts_free        (HtapRegionalTexts *self);

const char        *htap_regional_texts_get         (HtapRegionalTexts *self,
                                                    const char        *region);
void               htap_regional_texts_set         (HtapRegionalTexts *self,
                                                    const char        *region,
                                                    const char        *text);
char             **htap_regional_texts_dup_regions (HtapRegionalTexts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapRegionalTexts, htap_regional_texts_free)

G_END_DECLS
