/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HTAP_TYPE_NOTICE (htap_notice_get_type ())

/**
 * HtapNotice:
 *
 * One sentence above the list, with at most one button; gone while there is nothing to say.
 */
G_DECLARE_FINAL_TYPE (HtapNotice, htap_notice, HTAP, NOTICE, GtkWidget)

GtkWidget *htap_notice_new        (const char *icon_name,
                                   const char *button_label,
                                   const char *action_name);
void       htap_notice_set_text   (HtapNotice *self,
                                   const char *text);

G_END_DECLS
