/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance-list.h"

G_BEGIN_DECLS

/* A list's instances by the names that a merge knows them by. */

struct _HtapInstanceList {
  GObject      parent_instance;
  GPtrArray   *instances;   /* HtapInstance, in the order they were first seen */
  GHashTable  *by_source;   /* HtapSource -> GHashTable: id -> HtapInstance, both borrowed */
  GHashTable  *by_database; /* its name; likewise, whichever source lists it */
  GHashTable  *gone;        /* set of HtapInstance, borrowed: no longer listed, and not seen yet */
  HtapChanges *changes;     /* (nullable) */
  HtapTouched *touched;     /* (nullable), borrowed */
};

void        htap_instance_list_touch            (HtapInstanceList *self,
                                                 HtapInstance     *instance);
GHashTable *htap_instance_list_get_instances_of (HtapInstanceList *self,
                                                 HtapSource       *source);
GHashTable *htap_instance_list_get_database     (HtapInstanceList *self,
                                                 HtapSource       *source);
void        htap_instance_list_add              (HtapInstanceList *self,
                                                 GPtrArray        *added);
void        htap_instance_list_remove           (HtapInstanceList *self,
                                                 GHashTable       *gone);

G_END_DECLS
