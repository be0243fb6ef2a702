/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-detail-fact.h"

G_BEGIN_DECLS

/* What a tooltip on a screen can hold; the clipboard has the whole. */
#define HTAP_DETAIL_MAX_CHARACTERS 2000

char *htap_detail_speech_dup (const HtapDetailFact *fact);

G_END_DECLS
