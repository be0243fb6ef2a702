/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_METHOD_PICKER (htap_method_picker_get_type ())

/**
 * HtapMethodPicker:
 *
 * The ways to sign in side by side, of which one is chosen. Signal: `changed`.
 */
G_DECLARE_FINAL_TYPE (HtapMethodPicker, htap_method_picker, HTAP, METHOD_PICKER, GtkBox)

GtkWidget  *htap_method_picker_new         (void);

HtapSignIn  htap_method_picker_get_sign_in (HtapMethodPicker *self);
void        htap_method_picker_set_sign_in (HtapMethodPicker *self,
                                            HtapSignIn        sign_in);

G_END_DECLS
