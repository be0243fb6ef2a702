/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"
#include "htap-test-server.h"

G_BEGIN_DECLS

#define FLEET_REGION  "cn-north-4"
#define FLEET_PROJECT "23a50154cf494ec9ad6883979a12db0a"

/**
 * HtapTestFleet:
 * @n_items: how many there are: the newest, which has the greatest number, is listed first
 * @total: what the answers say there are; -1: as many as there are; -2: nothing
 * @page_size: what a page has at most; 100 unless set
 * @is_deaf: whether every page is the first
 * @growth: how many are created after each answer, or, if negative, deleted
 * @n_growths: how many answers that concerns
 * @n_broken: how many of the elements on each page have no id
 * @unknown_version: (nullable): what does not exist here, `v3.1`
 * @status: of every answer, 200 unless set
 * @body: of every answer with another status
 * @n_requests: how many came
 * @n_old_requests: how many of them for v3
 * @queries: of all requests, a line each
 *
 * A cloud that lists TaurusDB instances, or enterprise projects, page by page.
 */
typedef struct {
  HtapTestServer *server;
  guint           n_items;
  gint64          total;
  guint           page_size;
  gboolean        is_deaf;
  int             growth;
  guint           n_growths;
  guint           n_broken;
  const char     *unknown_version;
  guint           status;
  const char     *body;
  guint           n_requests;
  guint           n_old_requests;
  GString        *queries;
} HtapTestFleet;

void            htap_test_fleet_init           (HtapTestFleet *self);
void            htap_test_fleet_clear          (HtapTestFleet *self);
HtapProfile    *htap_test_fleet_new_profile    (HtapTestFleet *self);
HtapAuthorizer *htap_test_fleet_new_authorizer (HtapTestFleet *self);

G_END_DECLS
