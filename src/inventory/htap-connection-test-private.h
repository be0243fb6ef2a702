/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-client.h"
#include "htap-connection-test.h"

G_BEGIN_DECLS

struct _HtapConnectionTest {
  GObject          parent_instance;
  HtapInventory   *inventory;
  HtapProfile     *profile;
  HtapCredentials *credentials;      /* (nullable): until the saved ones are found */
  HtapRegionalId  *project;          /* (nullable): the profile has none */
  HtapClient      *client;           /* its own: nobody else is signed in or out by it */
  char            *found_project_id; /* (nullable) */
  char            *taurus_id;        /* (nullable): whose HTAP instances are listed */
  HtapTestState    states[HTAP_N_TEST_STEPS];
  GError          *error;            /* (nullable): of the step that failed */
};

void htap_connection_test_begin (HtapConnectionTest *self);
void htap_connection_test_pass  (HtapConnectionTest *self,
                                 HtapTestStep        last);
void htap_connection_test_skip  (HtapConnectionTest *self,
                                 HtapTestStep        last);
void htap_connection_test_fail  (HtapConnectionTest *self,
                                 const GError       *error);

G_END_DECLS
