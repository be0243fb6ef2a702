/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-answer.h"
#include "htap-client.h"
#include "htap-discovery.h"
#include "htap-refresh.h"
#include "htap-secret-store.h"

G_BEGIN_DECLS

/**
 * HtapRefreshListener:
 * @answered: told of every source once: @answer is what came (transfer full), or %NULL with @error
 * @discovered: told of every discovery once: @taurus (element-type HtapTaurus) is what there is, or
 *   %NULL with @error; may call htap_refresh_add_sources()
 * @named: told once of each profile of which a project could be listed: @names of its account's
 *   enterprise projects, id → name, or %NULL with @error
 *
 * Who hears what a refresh finds out. Errors are `G_IO_ERROR_CANCELLED` when it was stopped or
 * replaced. Never called from within htap_refresh_start().
 */
typedef struct {
  void (*answered)   (HtapRefresh   *refresh,
                      HtapSource    *source,
                      HtapAnswer    *answer,
                      const GError  *error,
                      gpointer       user_data);
  void (*discovered) (HtapRefresh   *refresh,
                      HtapDiscovery *discovery,
                      GPtrArray     *taurus,
                      gboolean       complete,
                      const GError  *error,
                      gpointer       user_data);
  void (*named)      (HtapRefresh   *refresh,
                      HtapProfile   *profile,
                      GHashTable    *names,
                      const GError  *error,
                      gpointer       user_data);
} HtapRefreshListener;

struct _HtapRefresh {
  GObject                    parent_instance;
  HtapClient                *client;
  HtapSecretStore           *secrets;
  GHashTable                *found;       /* HtapProfile → its secret */
  GHashTable                *named;       /* a set of HtapProfile: the names were asked for */
  GPtrArray                 *sources;     /* HtapSource */
  GPtrArray                 *discoveries; /* HtapDiscovery, to begin with */
  GHashTable                *asked;       /* source, discovery, profile → GCancellable, unanswered */
  GCancellable              *cancellable; /* of the look-ups */
  const HtapRefreshListener *listener;    /* (nullable): nobody any more */
  gpointer                   user_data;
  guint                      done;
  guint                      failed;
  guint                      n_unlisted; /* discoveries on the way */
  guint                      n_unnamed;  /* profiles whose names are */
  gboolean                   finished;
  gboolean                   stopped;
  gboolean                   quiet;
};

HtapRefresh *htap_refresh_new         (HtapClient                *client,
                                       HtapSecretStore           *secrets,
                                       GPtrArray                 *sources,
                                       GPtrArray                 *discoveries,
                                       const HtapRefreshListener *listener,
                                       gpointer                   user_data);
void         htap_refresh_set_quiet   (HtapRefresh               *self,
                                       gboolean                   quiet);
void         htap_refresh_start       (HtapRefresh               *self);
void         htap_refresh_add_sources (HtapRefresh               *self,
                                       GPtrArray                 *sources);
void         htap_refresh_drop        (HtapRefresh               *self,
                                       gpointer                   item);
void         htap_refresh_abandon     (HtapRefresh               *self);

/* Between the files of HtapRefresh. */
GHashTable  *htap_refresh_secrets_new (void);
void         htap_refresh_ask         (HtapRefresh               *self,
                                       gpointer                   item,
                                       HtapProfile               *profile);
void         htap_refresh_count       (HtapRefresh               *self,
                                       const GError              *error);
void         htap_refresh_end_listing (HtapRefresh               *self);
void         htap_refresh_check       (HtapRefresh               *self);

G_END_DECLS
