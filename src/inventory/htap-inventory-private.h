/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-client.h"
#include "htap-instance-list.h"
#include "htap-inventory.h"
#include "htap-merge-queue.h"
#include "htap-profile-store.h"
#include "htap-secret-store.h"

G_BEGIN_DECLS

struct _HtapInventory {
  GObject           parent_instance;
  HtapClient       *client;
  HtapProfileStore *profile_store;
  HtapSecretStore  *secrets;
  GListStore       *profiles;
  GListStore       *sources;
  HtapInstanceList *instances;
  HtapMergeQueue   *queue;
  GPtrArray        *running; /* HtapRefresh, the newest last */
  GHashTable       *owners;  /* HtapSource -> HtapRefresh, borrowed */
  GError           *profiles_error;
  char            **environment; /* (nullable): that of the process */
  gulong            session_only_handler;
  guint             max_in_flight;
};

guint        htap_inventory_find_profile       (HtapInventory *self,
                                                const char    *uuid);
void         htap_inventory_take_profile       (HtapInventory *self,
                                                HtapProfile   *profile);
void         htap_inventory_follow_profiles    (HtapInventory *self);
void         htap_inventory_set_profiles_error (HtapInventory *self,
                                                const GError  *error);
void         htap_inventory_tell_changed       (HtapInventory *self,
                                                HtapFieldSet   changed);
void         htap_inventory_tell_refresh       (HtapInventory *self);
HtapFieldSet htap_inventory_drop_source        (HtapInventory *self,
                                                HtapSource    *source);

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
