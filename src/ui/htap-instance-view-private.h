/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-column-set.h"
#include "htap-copy-button.h"
#include "htap-instance-chain.h"
#include "htap-instance-view.h"
#include "htap-list-marks.h"
#include "htap-list-sort.h"
#include "htap-row-menu.h"
#include "htap-type-ahead.h"

G_BEGIN_DECLS

/* The parts that the list's files share: building, what is shown, columns and sort. */
struct _HtapInstanceView {
  GtkWidget          parent_instance;
  GListModel        *instances;
  HtapInstanceChain *chain;
  GtkWidget         *scrolled_window;
  GtkColumnView     *column_view;
  HtapColumnSet     *columns;
  HtapListSort      *sort;
  HtapCopyButton    *copy_button;
  HtapContextMenu   *row_menu;
  HtapListMarks     *marks;      /* NULL until it is told of changes */
  HtapTypeAhead     *type_ahead; /* NULL until there is an entry */
  guint              columns_timeout;
  guint              growth;     /* runs while rows are being made */
  gboolean           painted;    /* whether those made last are on the screen */
};

void htap_instance_view_build_columns (HtapInstanceView *self);

G_END_DECLS
