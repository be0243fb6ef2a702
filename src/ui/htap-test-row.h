/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-source.h"
#include "htap-test-step.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_TEST_ROW (htap_test_row_get_type ())

/**
 * HtapTestRow:
 *
 * One step of a connection test: whether it passed, or why not and what to do about it.
 */
G_DECLARE_FINAL_TYPE (HtapTestRow, htap_test_row, HTAP, TEST_ROW, AdwActionRow)

GtkWidget *htap_test_row_new  (HtapTestStep   step);

void       htap_test_row_show (HtapTestRow   *self,
                               HtapTestState  state,
                               const GError  *error,
                               HtapSource    *source);

G_END_DECLS
