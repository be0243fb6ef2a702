/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field-note.h"

G_BEGIN_DECLS

#define HTAP_TYPE_ID_ROW (htap_id_row_get_type ())

/**
 * HtapIdRow:
 *
 * The entry of one TaurusDB instance's id, with a button that takes it away. Its note is a row of
 * its own, which whoever has the row puts below it. Signal: `remove`, the button was pressed.
 */
G_DECLARE_FINAL_TYPE (HtapIdRow, htap_id_row, HTAP, ID_ROW, AdwEntryRow)

HtapIdRow      *htap_id_row_new           (const char *id);

HtapFieldNote  *htap_id_row_get_note      (HtapIdRow  *self);
char          **htap_id_row_dup_ids       (HtapIdRow  *self);
void            htap_id_row_set_removable (HtapIdRow  *self,
                                           gboolean    removable);
HtapFormVerdict htap_id_row_check         (HtapIdRow  *self,
                                           gboolean    required);

G_END_DECLS
