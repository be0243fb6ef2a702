/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-client.h"
#include "htap-clock.h"
#include "htap-instance-detail.h"
#include "htap-secret-store.h"

G_BEGIN_DECLS

#define HTAP_INSTANCE_DETAIL_NEVER (-1)

typedef struct {
  HtapDetailState state;
  GError         *error; /* (nullable): of the last attempt */
  gpointer        data;  /* (nullable): HtapDetail, or GPtrArray of nodes or tasks */
} HtapDetailPartData;

struct _HtapInstanceDetail {
  GObject          parent_instance;
  HtapInstance    *instance;
  HtapClient      *client;
  HtapSecretStore *secrets;
  HtapClock       *clock;
  GCancellable    *attempt; /* (nullable): the one whose answers count */
  guint            n_awaited;
  gint64           asked_at; /* by the clock, or HTAP_INSTANCE_DETAIL_NEVER */
  HtapDetailPartData parts[HTAP_DETAIL_N_PARTS];
};

HtapInstanceDetail *htap_instance_detail_new          (HtapInstance       *instance,
                                                       HtapClient         *client,
                                                       HtapSecretStore    *secrets,
                                                       HtapClock          *clock);

void                htap_instance_detail_take         (HtapInstanceDetail *self,
                                                       HtapDetailPart      part,
                                                       gpointer            data,
                                                       const GError       *error);
void                htap_instance_detail_free_data    (HtapDetailPart      part,
                                                       gpointer            data);
void                htap_instance_detail_tell         (HtapInstanceDetail *self);
HtapInstance       *htap_instance_detail_get_instance (HtapInstanceDetail *self);
gboolean            htap_instance_detail_is_current   (HtapInstanceDetail *self);
void                htap_instance_detail_expire       (HtapInstanceDetail *self);

G_END_DECLS
