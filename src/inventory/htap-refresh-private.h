/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-answer.h"
#include "htap-client.h"
#include "htap-refresh.h"
#include "htap-secret-store.h"

G_BEGIN_DECLS

/**
 * HtapRefreshAnswered:
 * @source: whose turn it was
 * @answer: (transfer full) (nullable): what came
 * @error: (nullable): why nothing came; `G_IO_ERROR_CANCELLED` when stopped or replaced
 *
 * Called once for each source of a refresh, never from within htap_refresh_start().
 */
typedef void (*HtapRefreshAnswered) (HtapRefresh  *refresh,
                                     HtapSource   *source,
                                     HtapAnswer   *answer,
                                     const GError *error,
                                     gpointer      user_data);

HtapRefresh *htap_refresh_new            (HtapClient          *client,
                                          HtapSecretStore     *secrets,
                                          GPtrArray           *sources,
                                          HtapRefreshAnswered  answered,
                                          gpointer             user_data);
void         htap_refresh_set_quiet      (HtapRefresh         *self,
                                          gboolean             quiet);
void         htap_refresh_start          (HtapRefresh         *self);
void         htap_refresh_drop_source    (HtapRefresh         *self,
                                          HtapSource          *source);
void         htap_refresh_abandon        (HtapRefresh         *self);

G_END_DECLS
