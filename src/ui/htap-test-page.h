/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_TEST_PAGE (htap_test_page_get_type ())

/**
 * HtapTestPage:
 *
 * Tests a profile's projects one after the other, up to the first that fails, and shows how the
 * steps stand. Signal: `finished` (gboolean passed); not for a test that was stopped.
 */
G_DECLARE_FINAL_TYPE (HtapTestPage, htap_test_page, HTAP, TEST_PAGE, AdwPreferencesPage)

GtkWidget *htap_test_page_new  (void);

void       htap_test_page_run  (HtapTestPage    *self,
                                HtapInventory   *inventory,
                                HtapProfile     *profile,
                                HtapCredentials *credentials);
void       htap_test_page_stop (HtapTestPage    *self);

G_END_DECLS
