/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory-follower.h"
#include "htap-list-header.h"
#include "htap-list-notices.h"
#include "htap-list-pane.h"
#include "htap-list-search.h"
#include "htap-refresh-progress.h"
#include "htap-status-page.h"

G_BEGIN_DECLS

/* The parts that the pane's files share: building and updating, searching. */
struct _HtapListPane {
  GtkWidget parent_instance;
  HtapInventory *inventory;
  HtapScope *scope;
  HtapViewState state;
  char *demo_failure; /* (nullable): why there is no demo */
  gboolean listing;   /* the list is shown, not a page in its place */
  gboolean offering;  /* the page offers what could be imported */
  HtapInventoryFollower *follower;

  GtkWidget *box;
  HtapListHeader *header;
  HtapListNotices *notices;
  HtapListSearch *search;
  HtapRefreshProgress *progress;
  GtkStack *stack; /* list, status */
  HtapInstanceView *view;
  HtapStatusPage *status_page; /* (nullable): until there was no list */
};

void htap_list_pane_bind_escape   (GtkWidgetClass *widget_class);
void htap_list_pane_follow_search (HtapListPane   *self);

G_END_DECLS
