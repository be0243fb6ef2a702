/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-changes-page.h"
#include "htap-detail-pane.h"
#include "htap-findings-page.h"
#include "htap-list-pane.h"
#include "htap-panes.h"
#include "htap-profile-dialog.h"
#include "htap-sidebar.h"
#include "htap-toaster.h"
#include "htap-window.h"

G_BEGIN_DECLS

/* The parts that the window's files share: building, actions, copying, details, profiles. */
struct _HtapWindow {
  AdwApplicationWindow parent_instance;
  HtapInventory       *inventory;
  GSettings           *settings;
  gboolean             demo; /* shows the demo alone */
  HtapToaster         *toaster;
  HtapPanes           *panes;
  HtapSidebar         *sidebar;
  GtkStack            *pages; /* list, findings, changes */
  HtapListPane        *list_pane;
  HtapFindingsPage    *findings_page; /* (nullable): until somebody looks */
  HtapChangesPage     *changes_page;  /* (nullable): likewise */
  HtapDetailPane      *details;
  AdwHeaderBar        *sidebar_header;
  AdwHeaderBar        *details_header;
  GtkWidget           *sidebar_back;
  GtkWidget           *details_back;
  GListModel          *detailed; /* what the details show */
  guint                details_idle;
  guint                announce_idle;
  gboolean             announce_wanted;
  guint                n_unseen; /* changes, when the refresh that is announced began */
  HtapWatchList       *watches;   /* (nullable) until it is told */
  char                *wanted_id; /* (nullable): of an instance to show when it is read */
  guint                tick;
};

void htap_window_add_actions         (HtapWindow *self);
void htap_window_add_console_action  (HtapWindow *self);
void htap_window_add_copy_actions    (HtapWindow *self);
void htap_window_add_export_action   (HtapWindow *self);
void htap_window_add_page (HtapWindow   *self,
                           GtkWidget    *page,
                           AdwHeaderBar *header);
void htap_window_add_palette         (HtapWindow *self);
void htap_window_add_pane_actions    (HtapWindow *self);
void htap_window_add_profile_actions (HtapWindow *self);
void htap_window_add_profile_menu_actions (HtapWindow *self);
void htap_window_add_findings        (HtapWindow *self);
void htap_window_add_changes         (HtapWindow *self);
void htap_window_add_import_actions  (HtapWindow *self);
void htap_window_add_requests        (HtapWindow *self);
void htap_window_announce_refreshes  (HtapWindow *self);
void htap_window_add_sign_in_actions (HtapWindow *self);
void htap_window_add_taurus_actions  (HtapWindow *self);
void htap_window_follow_selection    (HtapWindow *self);

HtapProfileDialog *htap_window_open_profile_dialog (HtapWindow  *self,
                                                    HtapProfile *profile);
char             **htap_window_dup_profile_names   (HtapWindow  *self,
                                                    HtapProfile *except);
GPtrArray *htap_window_find_sources (HtapWindow *self,
                                     const char *taurus_id);

G_END_DECLS
