/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"
#include "htap-test-outcome.h"

G_BEGIN_DECLS

#define HTAP_TYPE_CONNECTION_TEST (htap_connection_test_get_type ())

/**
 * HtapConnectionTest:
 *
 * Finds out whether a profile can read one of its projects, step by step: what a refresh would
 * meet, and why. Runs once. Who is signed in stays so, nothing is saved, and what the service
 * refuses is not sent again.
 *
 * Signals: `changed`: a step has another state.
 */
G_DECLARE_FINAL_TYPE (HtapConnectionTest, htap_connection_test, HTAP, CONNECTION_TEST, GObject)

HtapConnectionTest *htap_inventory_new_connection_test        (HtapInventory         *inventory,
                                                               HtapProfile           *profile,
                                                               HtapCredentials       *credentials);
void                htap_connection_test_set_project          (HtapConnectionTest    *self,
                                                               const HtapRegionalId  *project);

void                htap_connection_test_run_async            (HtapConnectionTest    *self,
                                                               GCancellable          *cancellable,
                                                               GAsyncReadyCallback    callback,
                                                               gpointer               user_data);
gboolean            htap_connection_test_run_finish           (HtapConnectionTest    *self,
                                                               GAsyncResult          *result,
                                                               GError               **error);

HtapTestState       htap_connection_test_get_state            (HtapConnectionTest    *self,
                                                               HtapTestStep           step);
const GError       *htap_connection_test_get_error            (HtapConnectionTest    *self,
                                                               HtapTestStep           step);
const char         *htap_connection_test_get_found_project_id (HtapConnectionTest    *self);
HtapSource         *htap_connection_test_dup_source           (HtapConnectionTest    *self);
HtapTestOutcome    *htap_connection_test_dup_outcome          (HtapConnectionTest    *self);

G_END_DECLS
