/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-answer.h"
#include "htap-credentials.h"
#include "htap-detail.h"
#include "htap-probe-stage.h"
#include "htap-request-log.h"
#include "htap-source.h"
#include "htap-taurus.h"

G_BEGIN_DECLS

#define HTAP_TYPE_CLIENT (htap_client_get_type ())

/**
 * HtapClient:
 *
 * Asks the cloud: authorises, sends, reads a bounded body, decodes. One for the whole program.
 */
G_DECLARE_FINAL_TYPE (HtapClient, htap_client, HTAP, CLIENT, GObject)

HtapClient *htap_client_new                        (const char           *language);
const char *htap_client_get_language               (HtapClient           *self);
void        htap_client_set_max_in_flight          (HtapClient           *self,
                                                    guint                 max_in_flight);
void        htap_client_set_request_log            (HtapClient           *self,
                                                    HtapRequestLog       *log);
gint64      htap_client_get_clock_skew             (HtapClient           *self);
gint64      htap_client_get_held_until             (HtapClient           *self);
void        htap_client_forgive                    (HtapClient           *self,
                                                    HtapProfile          *profile);
void        htap_client_forget                     (HtapClient           *self,
                                                    HtapProfile          *profile);
void        htap_client_forget_others              (HtapClient           *self,
                                                    GListModel           *profiles);

void        htap_client_probe_async                (HtapClient           *self,
                                                    HtapProfile          *profile,
                                                    const char           *region,
                                                    HtapProbeProgress     progress,
                                                    gpointer              progress_data,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean    htap_client_probe_finish               (HtapClient           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void        htap_client_sign_in_async              (HtapClient           *self,
                                                    HtapProfile          *profile,
                                                    const char           *region,
                                                    const char           *project_id,
                                                    HtapCredentials      *credentials,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean    htap_client_sign_in_finish             (HtapClient           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

void        htap_client_list_htap_instances_async  (HtapClient           *self,
                                                    HtapSource           *source,
                                                    HtapCredentials      *credentials,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
HtapAnswer *htap_client_list_htap_instances_finish (HtapClient           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void        htap_client_list_projects_async        (HtapClient           *self,
                                                    HtapProfile          *profile,
                                                    HtapCredentials      *credentials,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GPtrArray  *htap_client_list_projects_finish       (HtapClient           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void        htap_client_find_project_async         (HtapClient           *self,
                                                    HtapProfile          *profile,
                                                    const char           *region,
                                                    HtapCredentials      *credentials,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
char       *htap_client_find_project_finish        (HtapClient           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void        htap_client_list_taurus_instances_async (HtapClient          *self,
                                                    HtapProfile          *profile,
                                                    const char           *region,
                                                    const char           *project_id,
                                                    HtapCredentials      *credentials,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GPtrArray  *htap_client_list_taurus_instances_finish (HtapClient         *self,
                                                    GAsyncResult         *result,
                                                    gboolean             *complete,
                                                    GError              **error);
void        htap_client_list_enterprise_projects_async (HtapClient       *self,
                                                    HtapProfile          *profile,
                                                    const char           *region,
                                                    const char           *project_id,
                                                    HtapCredentials      *credentials,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GHashTable *htap_client_list_enterprise_projects_finish (HtapClient      *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

void        htap_client_read_detail_async (HtapClient           *self,
                                                    HtapSource           *source,
                                                    const char           *htap_id,
                                                    const char           *engine_name,
                                                    HtapCredentials      *credentials,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
HtapDetail *htap_client_read_detail_finish (HtapClient           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void        htap_client_list_nodes_async (HtapClient           *self,
                                                    HtapSource           *source,
                                                    const char           *htap_id,
                                                    const char           *engine_name,
                                                    HtapCredentials      *credentials,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GPtrArray  *htap_client_list_nodes_finish (HtapClient           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);
void        htap_client_list_replications_async (HtapClient           *self,
                                                    HtapSource           *source,
                                                    const char           *htap_id,
                                                    const char           *engine_name,
                                                    HtapCredentials      *credentials,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
GPtrArray  *htap_client_list_replications_finish (HtapClient           *self,
                                                    GAsyncResult         *result,
                                                    GError              **error);

G_END_DECLS
