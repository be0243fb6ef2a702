/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-text.h"
#include "htap-format.h"
#include "htap-view-state.h"

#include <glib/gi18n-lib.h>

/* What is said of a state. */

/* "Updated 14:02:31"; of mixed ages "Updated 13:40–14:02". */
static char *
dup_updated (const HtapViewState *self, gint64 now)
{
  g_autofree char *oldest = htap_format_as_of (self->oldest, now);
  g_autofree char *newest = htap_format_as_of (self->newest, now);
  g_autofree char *without_date = htap_format_as_of (self->oldest, self->oldest);
  g_autofree char *clock = htap_format_clock (self->oldest);
  gboolean is_today = g_str_equal (oldest, without_date);

  if (!g_str_equal (oldest, newest))
    /* Translators: when the oldest and the newest answer in view came: "Updated 13:40–14:02". */
    return g_strdup_printf (_ ("Updated %s–%s"), oldest, newest);

  /* Translators: %s is a time: "Updated 14:02:31". */
  return g_strdup_printf (_ ("Updated %s"), is_today ? clock : oldest);
}

static char *
dup_counts (const HtapViewState *self)
{
  g_autofree char *instances = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u instance", "%u instances", self->n_instances),
      self->n_instances);

  if (self->n_attention == 0)
    return g_steal_pointer (&instances);

  /* Translators: %s is "9 instances", %u how many of them should be looked at. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u needs attention",
                                       "%s, %u need attention", self->n_attention),
                          instances, self->n_attention);
}

/* How far it is, while that is of more interest than how old it is. */
static char *
dup_age_or_progress (const HtapViewState *self, gint64 now)
{
  if (self->long_sweep)
    /* Translators: TaurusDB instances, during a refresh: "37 of 120 read". */
    return g_strdup_printf (_ ("%u of %u read"), self->n_answered, self->n_asked);

  return self->oldest != 0 ? dup_updated (self, now) : g_strdup ("");
}

/**
 * htap_view_state_dup_subtitle:
 * @now: the present, seconds since 1970 UTC
 *
 * Returns: (transfer full): the answer to "is all well?", empty while nothing is known
 */
char *
htap_view_state_dup_subtitle (const HtapViewState *self, gint64 now)
{
  g_autofree char *age = dup_age_or_progress (self, now);
  g_autofree char *counts = NULL;

  if (self->oldest == 0)
    return g_steal_pointer (&age);

  counts = dup_counts (self);

  /* Translators: the window's subtitle: "9 instances, 2 need attention" and "Updated 14:02:31". */
  return g_strdup_printf (_ ("%s · %s"), counts, age);
}

static gboolean
has_notice (const HtapViewState *self)
{
  return self->n_failed + self->n_unlisted > 0 && self->page != HTAP_PAGE_ERROR &&
         self->page != HTAP_PAGE_LOADING;
}

static char *
dup_failed (const HtapViewState *self, gint64 now)
{
  g_autofree char *as_of =
      self->oldest_failed != 0 ? htap_format_as_of (self->oldest_failed, now) : NULL;

  if (as_of == NULL)
    /* Translators: "3 of 30 TaurusDB instances could not be read." The second is never 1. */
    return g_strdup_printf (_ ("%u of %u TaurusDB instances could not be read."), self->n_failed,
                            self->n_sources);

  /* Translators: "3 of 30 TaurusDB instances could not be read; their rows are from 13:40." The
   * plural follows the first. */
  return g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%u of %u TaurusDB instances could not be read; its rows are from %s.",
          "%u of %u TaurusDB instances could not be read; their rows are from %s.", self->n_failed),
      self->n_failed, self->n_sources, as_of);
}

static char *
dup_unlisted (const HtapViewState *self)
{
  /* Translators: %u is a number of projects. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "The TaurusDB instances of %u project could not be listed.",
                   "The TaurusDB instances of %u projects could not be listed.", self->n_unlisted),
      self->n_unlisted);
}

/**
 * htap_view_state_dup_notice:
 * @now: the present, seconds since 1970 UTC
 *
 * Returns: (transfer full) (nullable): what to say above the list of what could not be read; %NULL
 *   if all is well or a page of its own says it
 */
char *
htap_view_state_dup_notice (const HtapViewState *self, gint64 now)
{
  g_autofree char *failed = NULL;
  g_autofree char *unlisted = NULL;

  if (!has_notice (self))
    return NULL;

  if (self->one_cause)
    return htap_error_text_dup_sentence_and_age (htap_source_get_error (self->failed), self->failed,
                                                 now);

  failed = self->n_failed > 0 ? dup_failed (self, now) : NULL;
  unlisted = self->n_unlisted > 0 ? dup_unlisted (self) : NULL;
  if (failed == NULL || unlisted == NULL)
    return g_strdup (failed != NULL ? failed : unlisted);

  /* Translators: two sentences. */
  return g_strdup_printf (C_ ("sentences", "%s %s"), failed, unlisted);
}

/**
 * htap_view_state_dup_waiting:
 *
 * Returns: (transfer full) (nullable): why nothing comes for a while; %NULL if that is not so
 */
char *
htap_view_state_dup_waiting (const HtapViewState *self)
{
  g_autofree char *until = self->held_until != 0 ? htap_format_clock (self->held_until) : NULL;

  if (until == NULL)
    return NULL;

  /* Translators: %s is a time; then how many TaurusDB instances were read, and of how many. */
  return g_strdup_printf (_ ("Huawei Cloud is limiting requests. Continuing at %s, %u of %u read."),
                          until, self->n_answered, self->n_asked);
}

/**
 * htap_view_state_dup_notice_title:
 *
 * Returns: (transfer full) (nullable): a few words over a notice that is long without them
 */
char *
htap_view_state_dup_notice_title (const HtapViewState *self)
{
  const GError *error = has_notice (self) ? htap_source_get_error (self->failed) : NULL;

  if (!self->one_cause || !g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN))
    return NULL;

  return htap_error_text_dup_title (error, self->failed);
}

/**
 * htap_view_state_get_offers:
 * @offers: (out): what can be done about what could not be read
 */
void
htap_view_state_get_offers (const HtapViewState *self, HtapOffer offers[HTAP_N_OFFERS])
{
  offers[0] = (HtapOffer){ NULL };
  offers[1] = (HtapOffer){ NULL };
  if (self->failed == NULL)
    return;

  if (self->one_cause)
    {
      htap_offers_for_error (offers, htap_source_get_error (self->failed), self->failed);
      return;
    }

  offers[0] = (HtapOffer){ N_ ("_Details"), "win.show-failures", NULL };
  if (self->page == HTAP_PAGE_ERROR)
    offers[1] = (HtapOffer){ N_ ("_Try Again"), "win.refresh", NULL };
}
