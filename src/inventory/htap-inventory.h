/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-changes.h"
#include "htap-credentials.h"
#include "htap-discovery.h"
#include "htap-field.h"
#include "htap-import-offer.h"
#include "htap-instance-detail.h"
#include "htap-refresh.h"

G_BEGIN_DECLS

/* In htap-findings.h, for who speaks of what is wrong. */
typedef struct _HtapFindings HtapFindings;

#define HTAP_TYPE_INVENTORY (htap_inventory_get_type ())

/**
 * HtapInventory:
 *
 * What is known now: profiles, sources and instances, each a list that keeps itself up to date.
 * Lives on the main thread.
 *
 * Properties: `refresh` (#HtapRefresh, the running sweep or %NULL), `session-only` (gboolean,
 * secrets are forgotten at the end, for there is no keyring service), `max-in-flight` (guint,
 * writable: requests at once to one endpoint), `keep-snapshots` (gboolean, writable: answers stay on
 * this computer, to be shown at the next start, and so does what has changed), `muted-findings` (GStrv, writable: the keys of the
 * findings that nobody wants to hear of), `offline` (gboolean: there seems to be no network).
 *
 * Signals: `merged` (#HtapFieldSet changed): answers came in; emitted once per merge, after the
 * lists changed, so that sorters and filters can be told. `profiles-changed`: profiles, or the
 * TaurusDB instances they look at, were added, edited, discovered or removed, after the sources
 * followed. `profiles-error-changed`: htap_inventory_get_profiles_error() says something else now.
 * `snapshots-error-changed`: htap_inventory_get_snapshots_error() does.
 *
 * Changes: each answer is compared with what was shown before, be it of an earlier run, and what
 * differs is in htap_inventory_get_changes(), which the window asks for marks. An instance that an
 * answer does not list any more stays in the list of instances, as htap_instance_get_listed() says,
 * until somebody marks its changes as seen: it counts in no total (htap_inventory_get_n_listed()),
 * is found by the rule `gone` alone, owns no address, and no schedule asks for it. An answer that
 * fails changes nothing, nor does the first one of a TaurusDB instance that nothing was known of.
 */
G_DECLARE_FINAL_TYPE (HtapInventory, htap_inventory, HTAP, INVENTORY, GObject)

HtapInventory *htap_inventory_new                   (const char           *language);
char          *htap_inventory_dup_libraries         (void);

void           htap_inventory_set_environment       (HtapInventory        *self,
                                                     char                **environment);
void           htap_inventory_hide_secrets          (void);
gboolean       htap_inventory_load                  (HtapInventory        *self,
                                                     GError              **error);
void           htap_inventory_watch_profiles        (HtapInventory        *self);
const GError  *htap_inventory_get_profiles_error    (HtapInventory        *self);
void           htap_inventory_add_transient_profile (HtapInventory        *self,
                                                     HtapProfile          *profile,
                                                     HtapCredentials      *credentials);

void           htap_inventory_add_demo_profile      (HtapInventory        *self,
                                                     const char           *text,
                                                     const char           *token);

GListModel    *htap_inventory_get_profiles          (HtapInventory        *self);
HtapProfile   *htap_inventory_dup_profile           (HtapInventory        *self,
                                                     const char           *uuid);
GListModel    *htap_inventory_get_discoveries       (HtapInventory        *self);
GListModel    *htap_inventory_get_sources           (HtapInventory        *self);
GListModel    *htap_inventory_get_instances         (HtapInventory        *self);
GListModel    *htap_inventory_get_requests         (HtapInventory        *self);
HtapFindings  *htap_inventory_get_findings         (HtapInventory        *self);
void           htap_inventory_set_finding_muted    (HtapInventory        *self,
                                                    const char           *key,
                                                    gboolean              muted);
void           htap_inventory_set_muted_findings   (HtapInventory        *self,
                                                    const char *const    *keys);
HtapChanges   *htap_inventory_get_changes           (HtapInventory        *self);
HtapInstance  *htap_inventory_find_changed          (HtapInventory        *self,
                                                     HtapChange           *change);
guint          htap_inventory_get_n_listed          (HtapInventory        *self);
void           htap_inventory_mark_changes_seen     (HtapInventory        *self,
                                                     HtapChange           *of);
void           htap_inventory_mark_instance_seen    (HtapInventory        *self,
                                                     HtapInstance         *instance);
gboolean       htap_inventory_get_session_only      (HtapInventory        *self);
guint          htap_inventory_get_max_in_flight     (HtapInventory        *self);
void           htap_inventory_set_max_in_flight     (HtapInventory        *self,
                                                     guint                 max_in_flight);

void           htap_inventory_set_network_monitor   (HtapInventory        *self,
                                                     GNetworkMonitor      *monitor);
gboolean       htap_inventory_get_offline           (HtapInventory        *self);
gboolean       htap_inventory_is_cut_off            (HtapInventory        *self,
                                                     HtapProfile          *profile,
                                                     const char           *region);

gboolean       htap_inventory_get_keep_snapshots    (HtapInventory        *self);
void           htap_inventory_set_keep_snapshots    (HtapInventory        *self,
                                                     gboolean              keep);
const GError  *htap_inventory_get_snapshots_error   (HtapInventory        *self);
void           htap_inventory_show_snapshots_async  (HtapInventory        *self,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean       htap_inventory_show_snapshots_finish (HtapInventory        *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
gboolean       htap_inventory_is_restoring          (HtapInventory        *self);
void           htap_inventory_clear_snapshots_async (HtapInventory        *self,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean       htap_inventory_clear_snapshots_finish (HtapInventory       *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

HtapInstanceDetail *htap_inventory_peek_detail      (HtapInventory        *self,
                                                     HtapInstance         *instance);
HtapInstanceDetail *htap_inventory_get_detail       (HtapInventory        *self,
                                                     HtapInstance         *instance);

HtapRefresh   *htap_inventory_refresh               (HtapInventory        *self,
                                                     GPtrArray            *sources);
HtapRefresh   *htap_inventory_refresh_reachable     (HtapInventory        *self);
HtapRefresh   *htap_inventory_refresh_profiles      (HtapInventory        *self,
                                                     GPtrArray            *profiles);
HtapRefresh   *htap_inventory_discover              (HtapInventory        *self,
                                                     GPtrArray            *profiles);
HtapRefresh   *htap_inventory_refresh_quietly       (HtapInventory        *self,
                                                     GPtrArray            *sources);
HtapRefresh   *htap_inventory_get_refresh           (HtapInventory        *self);
void           htap_inventory_stop                  (HtapInventory        *self);
void           htap_inventory_tick                  (HtapInventory        *self);

void           htap_inventory_save_profile_async    (HtapInventory        *self,
                                                     HtapProfile          *profile,
                                                     HtapCredentials      *credentials,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean       htap_inventory_save_profile_finish   (HtapInventory        *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
void           htap_inventory_remove_profile_async  (HtapInventory        *self,
                                                     HtapProfile          *profile,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean       htap_inventory_remove_profile_finish (HtapInventory        *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

gboolean       htap_inventory_set_source_hidden     (HtapInventory        *self,
                                                     HtapSource           *source,
                                                     gboolean              hidden,
                                                     GError              **error);
gboolean       htap_inventory_set_taurus_hidden     (HtapInventory        *self,
                                                     HtapProfile          *profile,
                                                     const HtapRegionalId *taurus,
                                                     gboolean              hidden,
                                                     GError              **error);

void           htap_inventory_set_may_prompt        (HtapInventory        *self,
                                                     gboolean              may_prompt);
void           htap_inventory_unlock_keyring_async  (HtapInventory        *self,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean       htap_inventory_unlock_keyring_finish (HtapInventory        *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);
void           htap_inventory_sign_in_async         (HtapInventory        *self,
                                                     HtapProfile          *profile,
                                                     HtapCredentials      *credentials,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gboolean       htap_inventory_sign_in_finish        (HtapInventory        *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

void           htap_inventory_list_projects_async   (HtapInventory        *self,
                                                     HtapProfile          *profile,
                                                     HtapCredentials      *credentials,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
GPtrArray     *htap_inventory_list_projects_finish  (HtapInventory        *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

GPtrArray     *htap_inventory_find_imports          (HtapInventory        *self,
                                                     GPtrArray           **problems);
GPtrArray     *htap_inventory_read_import_csv       (HtapInventory        *self,
                                                     const char           *path,
                                                     GError              **error);
HtapProfile   *htap_inventory_accept_import         (HtapInventory        *self,
                                                     HtapImportOffer      *offer,
                                                     HtapCredentials     **credentials);

G_END_DECLS
