/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-change-log.h"
#include "htap-client.h"
#include "htap-detail-memory.h"
#include "htap-findings.h"
#include "htap-instance-list.h"
#include "htap-inventory.h"
#include "htap-merge-queue.h"
#include "htap-profile-store.h"
#include "htap-refresh-private.h"
#include "htap-request-log.h"
#include "htap-secret-store.h"
#include "htap-snapshot-store.h"

G_BEGIN_DECLS

struct _HtapInventory {
  GObject           parent_instance;
  HtapClient       *client;
  HtapProfileStore *profile_store;
  HtapSecretStore  *secrets;
  GListStore       *profiles;
  GListStore       *discoveries;
  GListStore       *sources;
  HtapInstanceList *instances;
  HtapTouched      *touched; /* since the last look for findings */
  HtapFindings     *findings;
  HtapMergeQueue   *queue;
  guint             n_restoring; /* of what was saved; what comes meanwhile waits */
  HtapDetailMemory *details;
  HtapRequestLog   *requests;
  GPtrArray        *running; /* HtapRefresh, the newest last */
  GHashTable       *owners;  /* HtapSource or HtapDiscovery → HtapRefresh, borrowed */
  GError           *profiles_error;
  char            **environment; /* (nullable): that of the process */
  gulong            session_only_handler;
  guint             max_in_flight;
  HtapSnapshotStore *snapshots;
  GError           *snapshots_error;
  gboolean          keep_snapshots;
  gboolean          asked; /* somebody has asked the cloud for something */
  HtapChanges      *changes;
  HtapChangeLog    *change_log;
  GError           *changes_error;
  gboolean          changes_read; /* it is known what is in the log */
  GNetworkMonitor  *monitor; /* (nullable) */
  gboolean          offline;
};

guint        htap_inventory_find_profile       (HtapInventory *self,
                                                const char    *uuid);
void         htap_inventory_take_profile       (HtapInventory *self,
                                                HtapProfile   *profile);
gboolean     htap_inventory_keep_profile       (HtapInventory *self,
                                                HtapProfile   *profile,
                                                GError       **error);
void         htap_inventory_refresh_new        (HtapInventory *self);
void         htap_inventory_follow_profiles    (HtapInventory *self);
void         htap_inventory_set_profiles_error (HtapInventory *self,
                                                const GError  *error);
void         htap_inventory_follow_projects    (HtapInventory *self);
gboolean     htap_inventory_follow_sources     (HtapInventory *self);
void         htap_inventory_tell_profiles      (HtapInventory *self);
void         htap_inventory_tell_changed       (HtapInventory *self,
                                                HtapFieldSet   changed);
void         htap_inventory_look_for_findings (HtapInventory *self);
void         htap_inventory_look_at_everything (HtapInventory *self);
void         htap_inventory_on_detail_changed (HtapInstance       *instance,
                                               HtapInstanceDetail *detail,
                                               gpointer            user_data);
void         htap_inventory_tell_muted         (HtapInventory *self);
void         htap_inventory_tell_refresh       (HtapInventory *self);
void         htap_inventory_end_finished       (HtapInventory *self);
HtapFieldSet htap_inventory_drop_source        (HtapInventory *self,
                                                HtapSource    *source);
void         htap_inventory_let_go             (HtapInventory *self,
                                                gpointer       item);
gboolean     htap_inventory_take_over          (HtapInventory *self,
                                                HtapRefresh   *refresh,
                                                gpointer       item);
void         htap_inventory_own                (HtapInventory *self,
                                                HtapRefresh   *refresh,
                                                GPtrArray     *items);
gboolean     htap_inventory_is_asked_later     (HtapInventory *self,
                                                HtapRefresh   *refresh,
                                                HtapSource    *source);
HtapDiscovery *htap_inventory_find_discovery   (HtapInventory *self,
                                                HtapSource    *source);
GPtrArray   *htap_inventory_collect_discoveries (HtapInventory *self,
                                                 GPtrArray    *profiles);
GPtrArray   *htap_inventory_collect_sources    (HtapInventory *self,
                                                GPtrArray     *profiles);
GPtrArray   *htap_inventory_collect_reachable  (HtapInventory *self,
                                                GPtrArray     *items);

void         htap_inventory_tell_merged        (HtapInventory *self,
                                                HtapFieldSet   changed);
void         htap_inventory_tell_snapshots_error (HtapInventory *self);
void         htap_inventory_set_snapshots_error (HtapInventory *self,
                                                const GError  *error);
void         htap_inventory_on_snapshots_problem_changed (HtapInventory *self);
void         htap_inventory_keep_answer        (HtapInventory *self,
                                                HtapSource    *source,
                                                HtapAnswer    *answer);
void         htap_inventory_keep_list          (HtapInventory *self,
                                                HtapDiscovery *discovery);
void         htap_inventory_forget_removed     (HtapInventory *self,
                                                GPtrArray     *before);
void         htap_inventory_forget_answer      (HtapInventory *self,
                                                HtapSource    *source);
void         htap_inventory_forget_sources     (HtapInventory *self,
                                                GPtrArray     *removed);
void         htap_inventory_forget_list        (HtapInventory *self,
                                                HtapDiscovery *discovery);
void         htap_inventory_forget_unwanted    (HtapInventory *self,
                                                GPtrArray     *all);

void         htap_inventory_init_changes       (HtapInventory *self);
void         htap_inventory_dispose_changes    (HtapInventory *self);
gboolean     htap_inventory_read_changes_now   (HtapInventory *self);
void         htap_inventory_read_changes_async (HtapInventory *self,
                                                GAsyncReadyCallback callback,
                                                gpointer       user_data);
void         htap_inventory_read_changes_finish (HtapInventory *self,
                                                GAsyncResult  *result);
void         htap_inventory_restore_gone       (HtapInventory *self);
void         htap_inventory_forget_changes     (HtapInventory *self,
                                                const char    *profile);
void         htap_inventory_clear_changes_error (HtapInventory *self);
void         htap_inventory_know_kept          (HtapInventory *self);
void         htap_inventory_keep_seen          (HtapInventory *self,
                                                HtapChange    *of);
void         htap_inventory_keep_rest          (HtapInventory *self);

void         htap_inventory_on_discovered      (HtapRefresh   *refresh,
                                                HtapDiscovery *discovery,
                                                GPtrArray     *taurus,
                                                gboolean       complete,
                                                const GError  *error,
                                                gpointer       user_data);
void         htap_inventory_on_listed          (HtapRefresh   *refresh,
                                                HtapDiscovery *discovery,
                                                GPtrArray     *taurus,
                                                gboolean       complete,
                                                const GError  *error,
                                                gpointer       user_data);
void         htap_inventory_on_named           (HtapRefresh   *refresh,
                                                HtapProfile   *profile,
                                                GHashTable    *names,
                                                const GError  *error,
                                                gpointer       user_data);

HtapClient      *htap_inventory_new_client              (HtapInventory        *self);
void             htap_inventory_find_credentials_async  (HtapInventory        *self,
                                                         HtapProfile          *profile,
                                                         HtapCredentials      *credentials,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);
HtapCredentials *htap_inventory_find_credentials_finish (HtapInventory        *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

G_END_DECLS
