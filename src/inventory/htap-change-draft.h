/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-change-index.h"

G_BEGIN_DECLS

/**
 * HtapChangeDraft:
 *
 * What a merge brings, noted while it goes on and published at its end.
 */
typedef struct _HtapChangeDraft HtapChangeDraft;

HtapChangeDraft *htap_change_draft_new         (HtapChangeIndex *index);
void             htap_change_draft_free        (HtapChangeDraft *self);

void             htap_change_draft_note_record (HtapChangeDraft *self,
                                                HtapInstance    *instance,
                                                HtapRecord      *before,
                                                HtapFieldSet     fields,
                                                gint64           at,
                                                gint64           until);
void             htap_change_draft_note_added  (HtapChangeDraft *self,
                                                HtapInstance    *instance,
                                                gint64           at,
                                                gint64           until);
void             htap_change_draft_note_gone   (HtapChangeDraft *self,
                                                HtapInstance    *instance,
                                                gint64           at,
                                                gint64           until);
GPtrArray       *htap_change_draft_take        (HtapChangeDraft *self);

G_END_DECLS
