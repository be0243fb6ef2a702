/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-inventory.h"
#include "htap-offer.h"

G_BEGIN_DECLS

/**
 * HtapPage:
 *
 * What the list's place shows.
 */
typedef enum {
  HTAP_PAGE_FIRST_RUN,     /* no profile */
  HTAP_PAGE_DEMO_FAILED,   /* a demo that has nothing to show */
  HTAP_PAGE_DISABLED,      /* profiles, but none that is enabled */
  HTAP_PAGE_NO_TAURUS,     /* profiles, but no TaurusDB instance to ask */
  HTAP_PAGE_NOT_READ,      /* asked for nothing yet, or stopped before anything came */
  HTAP_PAGE_LOADING,       /* nothing known yet */
  HTAP_PAGE_ERROR,         /* nothing known, and every attempt failed */
  HTAP_PAGE_EMPTY,         /* read, and there is none */
  HTAP_PAGE_NOTHING_FOUND, /* the search leaves none */
  HTAP_PAGE_LIST,
} HtapPage;

/**
 * HtapViewState:
 * @page: what to show
 * @n_sources: TaurusDB instances in view
 * @n_failed: how many of them failed last
 * @n_unlisted: projects in view whose TaurusDB instances could not be listed
 * @n_instances: HTAP instances in view
 * @n_gone: others in view that are no longer listed, and that nobody has seen to be gone
 * @n_attention: how many of them have a finding that is more than information and not muted
 * @oldest: when the oldest answer in view came, seconds since 1970 UTC; 0 without one
 * @newest: when the newest came
 * @oldest_failed: the oldest answer among the sources that failed; 0 without one
 * @failed: (transfer none) (nullable): the failed source to speak of, or what stands in for a
 *   project
 * @one_cause: whether all of them failed for the reason that @failed did
 * @profile: (transfer none) (nullable): a saved profile that a TaurusDB instance can be added to
 * @region: (transfer none) (nullable): the only region that the profiles look at
 * @demo_failure: (transfer none) (nullable): why there is no demo, a sentence
 * @held_until: until when the cloud wants requests to wait, seconds since 1970 UTC; 0 unless it does
 * @long_sweep: whether a sweep runs for so long that a person wants to know how far it is
 * @n_asked: what the sweep that runs asks for; 0 without one
 * @n_answered: how many of them were read, failed or were given up
 * @cut_off: whether there seems to be no network, and something in view needs one
 * @maximum: how many HTAP instances the only source in view can have; -1 if unknown or many
 *
 * What the window says about what is in view, derived from the inventory alone.
 */
typedef struct {
  HtapPage     page;
  guint        n_sources;
  guint        n_failed;
  guint        n_unlisted;
  guint        n_instances;
  guint        n_gone;
  guint        n_attention;
  gint64       oldest;
  gint64       newest;
  gint64       oldest_failed;
  HtapSource  *failed;
  gboolean     one_cause;
  HtapProfile *profile;
  const char  *region;
  const char  *demo_failure;
  gint64       maximum;
  gint64       held_until;
  gboolean     long_sweep;
  gboolean     cut_off;
  guint        n_asked;
  guint        n_answered;
} HtapViewState;

void  htap_view_state_compute      (HtapViewState *self,
                                    HtapInventory *inventory,
                                    GPtrArray     *scope,
                                    gboolean       searching,
                                    guint          n_shown);
char *htap_view_state_dup_subtitle (const HtapViewState *self,
                                    gint64               now);
char *htap_view_state_dup_notice   (const HtapViewState *self,
                                    gint64               now);
char *htap_view_state_dup_waiting  (const HtapViewState *self);
char *htap_view_state_dup_notice_title
                                   (const HtapViewState *self);
void  htap_view_state_get_offers   (const HtapViewState *self,
                                    HtapOffer            offers[HTAP_N_OFFERS]);

G_END_DECLS
