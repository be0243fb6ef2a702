/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding-groups.h"
#include "htap-finding-memory.h"
#include "htap-finding-sources.h"

G_BEGIN_DECLS

struct _HtapFindingMemory
{
  GHashTable *entries;       /* HtapInstance → HtapFindingEntry, which owns it */
  GPtrArray *order;          /* HtapFindingEntry, borrowed, as the list goes */
  guint next_place;          /* of who comes to the end of the list */
  GPtrArray *leaving;        /* HtapFindingEntry, owned: out of the list since the last look */
  GHashTable *waiting;       /* set of HtapFindingEntry, borrowed: those that are due some time */
  HtapFindingGroups *groups; /* of the entries */
  HtapFindingSources *sources;
  GArray *rows;              /* all that is found, if it is up to date */
  gboolean rows_are_old;     /* it is not */
  HtapFindingNews *news;     /* of a look at what was touched */
  GPtrArray *changed;        /* HtapInstance */
  guint64 look;
  gint64 looked; /* when, seconds since 1970 UTC */
};

void              htap_finding_memory_note_changed (HtapFindingEntry  *entry,
                                                    gpointer           user_data);
HtapFindingEntry *htap_finding_memory_add_entry    (HtapFindingMemory *self,
                                                    HtapInstance      *instance);
void              htap_finding_memory_renew        (HtapFindingMemory *self,
                                                    HtapFindingEntry  *entry,
                                                    HtapFindingDetail *detail,
                                                    gint64             now);
void              htap_finding_memory_let_go       (HtapFindingMemory *self,
                                                    HtapFindingEntry  *entry);

G_END_DECLS
