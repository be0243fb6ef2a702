/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-application.h"
#include "htap-audience.h"
#include "htap-demo-cloud.h"
#include "htap-inventory.h"
#include "htap-schedule.h"
#include "htap-search-provider.h"
#include "htap-spare-memory.h"
#include "htap-status-news.h"
#include "htap-watch-list.h"
#include "htap-window.h"

G_BEGIN_DECLS

/* The command's option that opens the dialog for a new profile. */
#define HTAP_OPTION_ADD_PROFILE "add-profile"

/* What the application's files share: its life, its actions. */
struct _HtapApplication {
  AdwApplication parent_instance;
  gboolean       demo;
  HtapLanguage   language;    /* the one it speaks */
  char         **environment; /* what it was started in */
  gboolean       restarting;
  HtapDemoCloud *cloud;
  HtapInventory *inventory;
  GSettings     *settings;
  HtapAudience  *audience;
  HtapSchedule  *schedule;
  HtapSpareMemory *spare_memory;
  guint          first_refresh; /* idle; 0 unless one is to come */
  HtapWatchList *watches;
  gboolean       watching; /* held for that */
  HtapStatusNews *news;    /* (nullable): unless nobody wants to be told */
  HtapSearchProvider *search; /* (nullable): unless it is on a bus */
  char          *demo_failure; /* (nullable): why there is no demo, a sentence */
  GtkWidget     *preferences; /* weak, NULL unless it is open */
};

void htap_application_add_actions    (HtapApplication *self);
void htap_application_start_schedule (HtapApplication *self);
void htap_application_update_schedule (HtapApplication *self);
void htap_application_refresh_first  (HtapApplication *self);
void htap_application_show_snapshots (HtapApplication *self);
void htap_application_start_watches  (HtapApplication *self);
void htap_application_start_news     (HtapApplication *self);
void htap_application_start_search   (HtapApplication *self);
void htap_application_stop_search    (HtapApplication *self);
gboolean htap_application_export_search (HtapApplication  *self,
                                         GDBusConnection  *connection,
                                         const char       *path,
                                         GError          **error);
HtapWindow *htap_application_raise_window (HtapApplication *self);
void htap_application_open_window    (HtapApplication *self,
                                      HtapProfile     *profile);
void htap_application_add_profile    (HtapApplication *self);

G_END_DECLS
