/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-change.h"

G_BEGIN_DECLS

#define HTAP_TYPE_CHANGES (htap_changes_get_type ())

/**
 * HtapChanges:
 *
 * What has changed, as a #GListModel of #HtapChange, the newest first: in the order in which it was
 * seen, whatever the clock said. Bounded: the oldest goes, seen or not. It belongs to an inventory,
 * which feeds it with each merge; what somebody marks as seen goes through the inventory, too.
 *
 * What was seen stays listed until it is too old. What an instance has that nobody has seen is
 * looked up at once, for every cell that is shown.
 *
 * Properties, which notify: `n-unseen` (guint): how many nobody has marked as seen.
 *
 * Signals: `changed`: something came, was seen or went; emitted once for each merge, after the list
 * changed and before the inventory's `merged`.
 */
G_DECLARE_FINAL_TYPE (HtapChanges, htap_changes, HTAP, CHANGES, GObject)

HtapChanges  *htap_changes_new               (void);

guint         htap_changes_get_n_unseen      (HtapChanges   *self);
HtapFieldSet  htap_changes_get_unseen_fields (HtapChanges   *self,
                                              HtapInstance  *instance);
gboolean      htap_changes_has_unseen        (HtapChanges   *self,
                                              HtapInstance  *instance);
HtapChange   *htap_changes_find_unseen       (HtapChanges   *self,
                                              HtapInstance  *instance,
                                              HtapFieldSet   fields);
HtapChange   *htap_changes_find_unseen_kind  (HtapChanges   *self,
                                              HtapInstance  *instance,
                                              HtapChangeKind kind);
GPtrArray    *htap_changes_dup_of            (HtapChanges   *self,
                                              HtapInstance  *instance);

G_END_DECLS
