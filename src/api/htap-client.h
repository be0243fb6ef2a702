/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-answer.h"
#include "htap-credentials.h"
#include "htap-source.h"

G_BEGIN_DECLS

#define HTAP_TYPE_CLIENT (htap_client_get_type ())

/**
 * HtapClient:
 *
 * Asks the cloud: authorises, sends, reads a bounded body, decodes. One for the whole program.
 */
G_DECLARE_FINAL_TYPE (HtapClient, htap_client, HTAP, CLIENT, GObject)

HtapClient *htap_client_new                        (const char           *language);
void        htap_client_set_max_in_flight          (HtapClient           *self,
                                                    guint                 max_in_flight);
void        htap_client_list_htap_instances_async  (HtapClient           *self,
                                                    HtapSource           *source,
                                                    HtapCredentials      *credentials,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
HtapAnswer *htap_client_list_htap_instances_finish (HtapClient           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
