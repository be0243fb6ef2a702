/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

/**
 * HtapChangeKind:
 * @HTAP_CHANGE_ADDED: an answer listed the instance that the one before did not
 * @HTAP_CHANGE_GONE: an answer did not list the instance any more
 * @HTAP_CHANGE_CHANGED: a field of it says something else
 */
typedef enum {
  HTAP_CHANGE_ADDED,
  HTAP_CHANGE_GONE,
  HTAP_CHANGE_CHANGED,
} HtapChangeKind;

#define HTAP_N_CHANGE_KINDS (HTAP_CHANGE_CHANGED + 1)

/* What an instance was, word for word, is kept up to so many bytes: more than any takes. */
#define HTAP_CHANGE_JSON_LIMIT (16 * 1024)

/**
 * HtapChangeFacts:
 * @kind: what has happened
 * @profile: uuid of the profile that read it
 * @region: where
 * @taurus_id: the TaurusDB instance that the HTAP instance belongs to
 * @taurus_name: (nullable): as it was known then
 * @id: the HTAP instance
 * @name: (nullable): as it was called then; before, if it is the name that changed
 * @field: which field changed; only if @kind is %HTAP_CHANGE_CHANGED
 * @fields: @field, and others that need not be told for @field tells it: the members of the answer
 *   that made another shown status
 * @old_value: (nullable): htap_field_value_dup() before; %NULL if absent
 * @new_value: (nullable): htap_field_value_dup() after; %NULL if absent
 * @at: when the answer came that told, seconds since 1970 UTC
 * @until: when it was last known to be as before, seconds since 1970 UTC; 0 if unknown
 * @json: (nullable): of one that is gone, its element of the last answer that listed it
 * @transient: whether it must leave no trace on this computer: the demo's, the environment's
 *
 * What a change says. Untrusted texts.
 */
typedef struct {
  HtapChangeKind kind;
  const char    *profile;
  const char    *region;
  const char    *taurus_id;
  const char    *taurus_name;
  const char    *id;
  const char    *name;
  HtapFieldIndex field;
  HtapFieldSet   fields;
  const char    *old_value;
  const char    *new_value;
  gint64         at;
  gint64         until;
  GBytes        *json;
  gboolean       transient;
} HtapChangeFacts;

#define HTAP_TYPE_CHANGE (htap_change_get_type ())

/**
 * HtapChange:
 *
 * That an HTAP instance came, went, or is not what it was. What it says never changes, so any thread
 * may read it; values are kept as the API says them and are shown in the language of the day.
 *
 * Properties: `seen` (gboolean, notifies): somebody has marked it as seen; main thread only.
 */
G_DECLARE_FINAL_TYPE (HtapChange, htap_change, HTAP, CHANGE, GObject)

HtapChange            *htap_change_new             (const HtapChangeFacts *facts);

const HtapChangeFacts *htap_change_get_facts       (HtapChange            *self);
HtapChangeKind         htap_change_get_kind        (HtapChange            *self);
const char            *htap_change_get_name        (HtapChange            *self);
const HtapField       *htap_change_get_field       (HtapChange            *self);
char                  *htap_change_dup_shown_old   (HtapChange            *self);
char                  *htap_change_dup_shown_new   (HtapChange            *self);
gsize                  htap_change_get_size        (HtapChange            *self);

gboolean               htap_change_get_seen        (HtapChange            *self);
void                   htap_change_set_seen        (HtapChange            *self,
                                                    gboolean               seen);

gboolean               htap_change_concerns        (HtapChange            *self,
                                                    HtapInstance          *instance);
guint                  htap_change_hash_subject    (gconstpointer          change);
gboolean               htap_change_is_same_subject (gconstpointer          a,
                                                    gconstpointer          b);

G_END_DECLS
