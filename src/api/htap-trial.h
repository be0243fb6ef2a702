/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_TRIAL (htap_trial_get_type ())

/**
 * HtapTrial:
 *
 * Guards credentials that lock after a few failures. As long as nobody knows whether they are good,
 * one attempt at a time is let through; once refused, nobody is, until htap_trial_reset().
 */
G_DECLARE_FINAL_TYPE (HtapTrial, htap_trial, HTAP, TRIAL, GObject)

HtapTrial *htap_trial_new          (void);
void       htap_trial_enter_async  (HtapTrial            *self,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean   htap_trial_enter_finish (HtapTrial            *self,
                                    GAsyncResult         *result,
                                    GError              **error);
gboolean   htap_trial_check        (HtapTrial            *self,
                                    GError              **error);
void       htap_trial_leave        (HtapTrial            *self,
                                    const GError         *error);
void       htap_trial_reset        (HtapTrial            *self);

G_END_DECLS
