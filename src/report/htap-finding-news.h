/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-finding.h"

G_BEGIN_DECLS

/**
 * HtapFindingRow:
 * @finding: what was found
 * @place: of its instance, or of its TaurusDB instance, among the others; it grows as the list goes
 *
 * A finding and where it stands: the worst rule first, then as the lists go.
 */
typedef struct
{
  HtapFinding *finding;
  guint place;
} HtapFindingRow;

/**
 * HtapFindingNews:
 * @removed: (element-type HtapFindingRow): what is found no longer
 * @added: (element-type HtapFindingRow): what is found now and was not before
 *
 * How a look differs from the one before it, in no order. What says something else is in both.
 */
typedef struct
{
  GArray *removed;
  GArray *added;
} HtapFindingNews;

GArray          *htap_finding_rows_new     (void);
void             htap_finding_rows_add     (GArray          *rows,
                                            HtapFinding     *finding,
                                            guint            place);
int              htap_finding_row_compare  (gconstpointer    a,
                                            gconstpointer    b);

HtapFindingNews *htap_finding_news_new     (void);
void             htap_finding_news_free    (HtapFindingNews *self);
void             htap_finding_news_clear   (HtapFindingNews *self);
gboolean         htap_finding_news_is_empty (const HtapFindingNews *self);
void             htap_finding_news_note    (HtapFindingNews *self,
                                            HtapFinding     *before,
                                            HtapFinding     *after,
                                            guint            place);
void             htap_finding_news_note_all (HtapFindingNews *self,
                                            GPtrArray       *before,
                                            GPtrArray       *after,
                                            guint            place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapFindingNews, htap_finding_news_free)

G_END_DECLS
