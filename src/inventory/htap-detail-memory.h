/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-client.h"
#include "htap-clock.h"
#include "htap-instance-detail.h"
#include "htap-secret-store.h"

G_BEGIN_DECLS

/* How many instances it remembers. */
#define HTAP_DETAIL_MEMORY_MAXIMUM 32

/**
 * HtapDetailMemory:
 *
 * What the instances that somebody looked at last are made of, so that going back to one asks for
 * nothing.
 */
typedef struct _HtapDetailMemory HtapDetailMemory;

/**
 * HtapDetailChanged:
 *
 * Something of @detail, which is of @instance, may have arrived.
 */
typedef void (*HtapDetailChanged) (HtapInstance       *instance,
                                   HtapInstanceDetail *detail,
                                   gpointer            user_data);

HtapDetailMemory   *htap_detail_memory_new    (HtapClient       *client,
                                               HtapSecretStore  *secrets,
                                               HtapClock        *clock);
void                htap_detail_memory_free   (HtapDetailMemory *self);

void                htap_detail_memory_set_changed (HtapDetailMemory *self,
                                               HtapDetailChanged changed,
                                               gpointer          user_data);

HtapInstanceDetail *htap_detail_memory_peek   (HtapDetailMemory *self,
                                               HtapInstance     *instance);
HtapInstanceDetail *htap_detail_memory_get    (HtapDetailMemory *self,
                                               HtapInstance     *instance);
void                htap_detail_memory_expire (HtapDetailMemory *self,
                                               HtapSource       *source);
void                htap_detail_memory_drop   (HtapDetailMemory *self,
                                               HtapSource       *source);
guint               htap_detail_memory_get_n  (HtapDetailMemory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDetailMemory, htap_detail_memory_free)

G_END_DECLS
