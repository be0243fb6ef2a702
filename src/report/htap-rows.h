/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field.h"

G_BEGIN_DECLS

/**
 * HtapRowsTitles:
 * @HTAP_ROWS_TITLES_IDS: the fields' ids, the same in every language
 * @HTAP_ROWS_TITLES_LABELS: as a person sees them
 *
 * What the line above the rows names the columns by.
 */
typedef enum {
  HTAP_ROWS_TITLES_NONE,
  HTAP_ROWS_TITLES_IDS,
  HTAP_ROWS_TITLES_LABELS,
} HtapRowsTitles;

/**
 * HtapRows:
 * @instances: a list of #HtapInstance
 * @columns: (array length=n_columns): the fields to write, in order
 * @titles: for the formats that name their columns in a line of their own
 * @byte_order_mark: whether CSV begins with one, by which Excel knows UTF-8
 *
 * What is written as CSV, TSV, Markdown or JSON. Borrowed, for the time of one call.
 *
 * The values are the API's, as htap_field_dup_value() gives them: whatever the language and the time
 * zone of who writes, the same bytes.
 */
typedef struct {
  GListModel           *instances;
  const HtapFieldIndex *columns;
  guint                 n_columns;
  HtapRowsTitles        titles;
  gboolean              byte_order_mark;
} HtapRows;

/**
 * HtapRowsLayout:
 * @append_cell: writes one value, which is a line of harmless text or empty
 *
 * What one line of a format is made of.
 */
typedef struct {
  const char *line_start;
  const char *separator;
  const char *line_end;
  void      (*append_cell) (GString    *text,
                            const char *value);
} HtapRowsLayout;

void        htap_rows_append           (const HtapRows       *self,
                                        GString              *text,
                                        const HtapRowsLayout *layout);
void        htap_rows_append_titles    (const HtapRows       *self,
                                        GString              *text,
                                        const HtapRowsLayout *layout);

G_END_DECLS
