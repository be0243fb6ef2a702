/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "htap-source.h"

G_BEGIN_DECLS

/**
 * HtapOffer:
 * @label: (nullable): a msgid with a mnemonic; %NULL offers nothing
 * @action: what the button does
 * @target: (nullable): what the action is about: a profile's uuid or the id of a TaurusDB instance;
 *   borrowed
 *
 * Something a person can do about what a page or a notice says.
 */
typedef struct {
  const char *label;
  const char *action;
  const char *target;
} HtapOffer;

/* More than two, and nobody reads them. */
#define HTAP_N_OFFERS 2

void       htap_offers_for_error (HtapOffer        offers[HTAP_N_OFFERS],
                                  const GError    *error,
                                  HtapSource      *source);
gboolean   htap_offer_is_remedy  (const HtapOffer *offer);
GtkWidget *htap_offer_new_button (const HtapOffer *offer);
void       htap_offers_show      (const HtapOffer  offers[HTAP_N_OFFERS],
                                  GtkBox          *box);

G_END_DECLS
