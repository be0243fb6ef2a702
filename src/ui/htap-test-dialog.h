/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_TEST_DIALOG (htap_test_dialog_get_type ())

/**
 * HtapTestDialog:
 *
 * Tests whether a profile that there is can read its projects, with what it signs in with.
 */
G_DECLARE_FINAL_TYPE (HtapTestDialog, htap_test_dialog, HTAP, TEST_DIALOG, AdwWindow)

GtkWidget *htap_test_dialog_new (GtkWindow *parent, HtapInventory *inventory, HtapProfile *profile);

G_END_DECLS
