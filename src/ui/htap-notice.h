/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-offer.h"

G_BEGIN_DECLS

#define HTAP_TYPE_NOTICE (htap_notice_get_type ())

/**
 * HtapNotice:
 *
 * What has to be said above the list, with what can be done about it; gone while there is nothing to
 * say. `dismissed`: a person has read it.
 */
G_DECLARE_FINAL_TYPE (HtapNotice, htap_notice, HTAP, NOTICE, GtkWidget)

GtkWidget *htap_notice_new        (const char      *icon_name);
void       htap_notice_add_close_button
                                  (HtapNotice      *self);
void       htap_notice_set_offers (HtapNotice      *self,
                                   const HtapOffer  offers[HTAP_N_OFFERS]);
void       htap_notice_set_title  (HtapNotice      *self,
                                   const char      *title);
const char *htap_notice_get_text  (HtapNotice      *self);
void       htap_notice_set_text   (HtapNotice      *self,
                                   const char      *text);
void       htap_notice_set_sentences
                                  (HtapNotice         *self,
                                   const char *const  *sentences);

G_END_DECLS
