/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_DIALOG_ERROR (htap_dialog_error_get_type ())

/**
 * HtapDialogError:
 *
 * Why what a dialog was asked for did not work, above its form; gone while there is nothing to say.
 */
G_DECLARE_FINAL_TYPE (HtapDialogError, htap_dialog_error, HTAP, DIALOG_ERROR, AdwBin)

GtkWidget *htap_dialog_error_new   (void);

void       htap_dialog_error_say   (HtapDialogError *self,
                                    const char      *sentence);
void       htap_dialog_error_clear (HtapDialogError *self);

G_END_DECLS
