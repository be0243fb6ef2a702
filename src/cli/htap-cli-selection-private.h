/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-cli-selection.h"
#include "htap-demo-cloud.h"

G_BEGIN_DECLS

struct _HtapCliSelection {
  GStrv profile_names;
  GStrv taurus_ids;
  gboolean demo;
  HtapDemoCloud *cloud;
  HtapInventory *inventory;
  GListStore *profiles;
  GListStore *discoveries;
  GListStore *sources;
  GListStore *instances;
};

guint          htap_cli_selection_get_n        (GListStore       *list);
gboolean       htap_cli_selection_has          (GStrv             selection,
                                                const char       *value);
void           htap_cli_selection_take_sources (HtapCliSelection *self);
void           htap_cli_selection_take_instances (HtapCliSelection *self);
HtapExitStatus htap_cli_selection_complain_of_taurus_ids (void);

G_END_DECLS
