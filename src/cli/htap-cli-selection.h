/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-cli.h"
#include "htap-inventory.h"

G_BEGIN_DECLS

/**
 * HtapCliSelection:
 *
 * What a command is to look at, `--profile`, `--taurus` and `--demo`, and the inventory that reads
 * it.
 */
typedef struct _HtapCliSelection HtapCliSelection;

HtapCliSelection *htap_cli_selection_new           (void);
void              htap_cli_selection_free          (HtapCliSelection *self);

void              htap_cli_selection_add_profile_options (HtapCliSelection *self,
                                                    GOptionContext   *context);
void              htap_cli_selection_add_options   (HtapCliSelection *self,
                                                    GOptionContext   *context);
HtapExitStatus    htap_cli_selection_load          (HtapCliSelection *self);
HtapExitStatus    htap_cli_selection_open          (HtapCliSelection *self);
HtapExitStatus    htap_cli_selection_read          (HtapCliSelection *self);
gboolean          htap_cli_selection_obtain        (HtapCliSelection *self,
                                                    gboolean          offline,
                                                    HtapExitStatus   *status);
void              htap_cli_selection_search        (HtapCliSelection *self,
                                                    const char       *text);
HtapExitStatus    htap_cli_selection_read_saved    (HtapCliSelection *self);

gboolean          htap_cli_selection_has_names     (HtapCliSelection *self);
HtapInventory    *htap_cli_selection_get_inventory (HtapCliSelection *self);
GListModel       *htap_cli_selection_get_profiles  (HtapCliSelection *self);
GListModel       *htap_cli_selection_get_discoveries (HtapCliSelection *self);
GListModel       *htap_cli_selection_get_sources   (HtapCliSelection *self);
GListModel       *htap_cli_selection_get_instances (HtapCliSelection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapCliSelection, htap_cli_selection_free)

G_END_DECLS
