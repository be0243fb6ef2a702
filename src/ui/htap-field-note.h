/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-form-check.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_FIELD_NOTE (htap_field_note_get_type ())

/**
 * HtapFieldCheck:
 * @text: what is in the field
 * @data: as given
 * @message: (out): a sentence, or %NULL
 *
 * What a field may hold.
 */
typedef HtapFormVerdict (*HtapFieldCheck) (const char  *text,
                                           gpointer     data,
                                           const char **message);

/**
 * HtapFieldNote:
 *
 * A row under a field of a form that says what is wrong with it, hidden while there is nothing to
 * say. No mark comes while somebody types: it comes when they leave the field, and goes as soon as
 * what it says is no longer so. Without a field it is a remark.
 */
G_DECLARE_FINAL_TYPE (HtapFieldNote, htap_field_note, HTAP, FIELD_NOTE, AdwPreferencesRow)

GtkWidget      *htap_field_note_new         (void);

void            htap_field_note_watch       (HtapFieldNote  *self,
                                             GtkWidget      *field,
                                             HtapFieldCheck  check,
                                             gpointer        data);
HtapFormVerdict htap_field_note_check       (HtapFieldNote  *self);
HtapFormVerdict htap_field_note_get_verdict (HtapFieldNote  *self);
const char     *htap_field_note_get_message (HtapFieldNote  *self);
void            htap_field_note_say         (HtapFieldNote  *self,
                                             HtapFormVerdict verdict,
                                             const char     *message);

G_END_DECLS
