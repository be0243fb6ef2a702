/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-column-set.h"
#include "htap-column-state.h"

G_BEGIN_DECLS

/* The parts that the set's files share: what people do to the columns, and what they are told to
 * be. */
typedef struct
{
  GtkColumnViewColumn *column;
  HtapColumnVisibility visibility;
  gboolean varied; /* more than one value in the list */
  int width;       /* as in HtapColumnState, also while it is hidden */
} HtapColumnSetColumn;

struct _HtapColumnSet
{
  GObject parent_instance;
  GtkColumnView *view; /* not owned: it holds the columns and lives as long */
  HtapColumnSetColumn columns[HTAP_N_FIELDS];
  HtapFieldSet counted; /* those whose columns know how many values there are */
  gboolean by_program; /* what changes now is not a person's choice */
};

void htap_column_set_apply (HtapColumnSet *self, HtapFieldIndex field);
void htap_column_set_apply_states (HtapColumnSet *self, const HtapColumnState *states);
gboolean htap_column_set_shows_none (HtapColumnSet *self);

G_END_DECLS
