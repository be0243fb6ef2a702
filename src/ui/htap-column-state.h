/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

/**
 * HtapColumnVisibility:
 * @HTAP_COLUMN_AUTOMATIC: shown where it has more than one value, for it would say nothing there
 *
 * What a person chose for a column; only some are automatic until they are chosen by hand.
 */
typedef enum
{
  HTAP_COLUMN_HIDDEN,
  HTAP_COLUMN_SHOWN,
  HTAP_COLUMN_AUTOMATIC,
} HtapColumnVisibility;

/**
 * HtapColumnState:
 * @width: pixels, within the bounds of every column; %HTAP_COLUMN_USUAL_WIDTH until it is sized by
 *   hand
 */
typedef struct
{
  HtapFieldIndex field;
  HtapColumnVisibility visibility;
  int width;
} HtapColumnState;

#define HTAP_COLUMN_USUAL_WIDTH 0

/* How columns are kept: id, "hidden", "shown" or "automatic", width; in the order of the list. */
#define HTAP_COLUMN_STATE_TYPE "a(ssi)"

HtapColumnVisibility htap_column_state_get_default_visibility (HtapFieldIndex field);

void htap_column_state_reset (HtapColumnState *states);
void htap_column_state_load (HtapColumnState *states, GVariant *saved);
GVariant *htap_column_state_save (const HtapColumnState *states);

G_END_DECLS
