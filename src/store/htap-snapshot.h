/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a snapshot's file may weigh, bytes: the largest answer there is, and its header. */
#define HTAP_SNAPSHOT_LIMIT (16 * 1024 * 1024 + 4096)

/**
 * HtapSnapshot:
 * @profile: uuid of the profile that read it
 * @region: where
 * @project_id: the project, as the profile has it; empty for the region's own
 * @found_project_id: (nullable): the project's id, where it was found at sign-in
 * @taurus_id: (nullable): the TaurusDB instance whose HTAP instances it lists; %NULL: it lists the
 *   TaurusDB instances of the project
 * @taurus_name: (nullable): as it was known. Untrusted text.
 * @reader: (nullable): stands for how the profile asked; what another way of asking read is foreign
 * @as_of: when the answer came, seconds since 1970 UTC
 * @complete: whether it is all there is, as far as the answer told
 * @answer: as it came
 *
 * The last good answer to one question. It knows no secret and no endpoint.
 */
typedef struct {
  char     *profile;
  char     *region;
  char     *project_id;
  char     *found_project_id;
  char     *taurus_id;
  char     *taurus_name;
  char     *reader;
  gint64    as_of;
  gboolean  complete;
  GBytes   *answer;
} HtapSnapshot;

HtapSnapshot *htap_snapshot_new           (const char          *profile,
                                           const char          *region,
                                           const char          *project_id,
                                           const char          *taurus_id,
                                           GBytes              *answer);
void          htap_snapshot_free          (HtapSnapshot        *self);
char         *htap_snapshot_dup_file_name (const HtapSnapshot  *self);
GBytes       *htap_snapshot_write         (const HtapSnapshot  *self);
HtapSnapshot *htap_snapshot_parse         (GBytes              *contents,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapSnapshot, htap_snapshot_free)

G_END_DECLS
