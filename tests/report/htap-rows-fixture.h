/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-rows.h"

G_BEGIN_DECLS

/**
 * HtapRowsFixture:
 *
 * Instances with a name, a port and a private IP, as rows with these columns.
 */
typedef struct {
  GListStore *instances;
  HtapRows    rows;
} HtapRowsFixture;

void htap_rows_fixture_init  (HtapRowsFixture *self);
void htap_rows_fixture_clear (HtapRowsFixture *self);
void htap_rows_fixture_add   (HtapRowsFixture *self,
                              const char      *name,
                              gint64           port,
                              const char      *data_vip);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HtapRowsFixture, htap_rows_fixture_clear)

G_END_DECLS
