/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-fleet-fixture.h"

G_BEGIN_DECLS

#define HTAP_SAVED_UUID     "6f1c9a34"
#define HTAP_SAVED_N_TAURUS 12
#define HTAP_SAVED_N_HTAP   24

/* A saved profile that discovers a fleet, and an inventory that keeps what it reads: for tests that
 * end a run of the program and begin the next. A keyring is needed. */

void       htap_saved_fixture_set_up         (HtapFleetFixture *self,
                                              gconstpointer     data);
void       htap_saved_fixture_tear_down      (HtapFleetFixture *self,
                                              gconstpointer     data);

void       htap_saved_fixture_save_profile   (HtapFleetFixture *self,
                                              HtapProfile      *profile);
void       htap_saved_fixture_remove_profile (HtapFleetFixture *self);
void       htap_saved_fixture_start_again    (HtapFleetFixture *self);
void       htap_saved_fixture_read_once      (HtapFleetFixture *self);
void       htap_saved_fixture_show           (HtapFleetFixture *self);
void       htap_saved_fixture_clear          (HtapFleetFixture *self);

char      *htap_saved_fixture_dup_path       (const char       *name);
GPtrArray *htap_saved_fixture_list_kept      (void);
guint      htap_saved_fixture_count_kept     (void);

G_END_DECLS
