/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-view-cause.h"

#include "htap-error.h"

static gboolean
is_kind (HtapSource *source, HtapError kind)
{
  return g_error_matches (htap_source_get_error (source), HTAP_ERROR, (int) kind);
}

/* Wrong for every profile, so nothing else can be said to fail before it is mended. */
static gboolean
concerns_computer (HtapSource *source)
{
  return is_kind (source, HTAP_ERROR_KEYRING_LOCKED) ||
         is_kind (source, HTAP_ERROR_KEYRING_UNAVAILABLE) ||
         is_kind (source, HTAP_ERROR_CLOCK_SKEW);
}

/* What concerns the computer first; then what has data to speak of, the oldest. */
static gboolean
goes_before (HtapSource *source, HtapSource *other)
{
  gint64 as_of = htap_source_get_as_of (source);
  gint64 other_as_of = htap_source_get_as_of (other);

  if (concerns_computer (source) != concerns_computer (other))
    return concerns_computer (source);

  return as_of != 0 && (other_as_of == 0 || as_of < other_as_of);
}

static gboolean
is_same_project (HtapSource *a, HtapSource *b)
{
  return g_strcmp0 (htap_source_get_region (a), htap_source_get_region (b)) == 0 &&
         g_strcmp0 (htap_source_get_project_id (a), htap_source_get_project_id (b)) == 0;
}

/* Whether one sentence is true of both. */
static gboolean
is_alike (HtapSource *a, HtapSource *b)
{
  const GError *error = htap_source_get_error (a);
  const GError *other = htap_source_get_error (b);
  const HtapErrorDetails *details = htap_error_get_details (error);
  const HtapErrorDetails *other_details = htap_error_get_details (other);

  if (!g_error_matches (other, error->domain, error->code) ||
      details->reason != other_details->reason ||
      g_strcmp0 (details->code, other_details->code) != 0 ||
      g_strcmp0 (details->subject, other_details->subject) != 0)
    return FALSE;
  if (is_kind (a, HTAP_ERROR_NETWORK))
    return TRUE;

  return htap_source_get_profile (a) == htap_source_get_profile (b) &&
         (!is_kind (a, HTAP_ERROR_FORBIDDEN) || is_same_project (a, b));
}

static gboolean
explains (GPtrArray *sources, HtapSource *cause)
{
  guint n_failed = 0;
  guint n_concerned = 0; /* failed or not */

  if (sources->len == 1 || concerns_computer (cause))
    return TRUE;

  for (guint i = 0; i < sources->len; i++)
    {
      HtapSource *source = sources->pdata[i];

      n_concerned += is_kind (cause, HTAP_ERROR_NETWORK) ||
                     htap_source_get_profile (source) == htap_source_get_profile (cause);
      if (htap_source_get_error (source) == NULL)
        continue;
      if (!is_alike (cause, source))
        return FALSE;
      n_failed++;
    }

  /* Who is not signed in reads nothing; a single one that is gone has its name. Anything else is
   * the cause only where all have it: else what matters is how many. */
  return is_kind (cause, HTAP_ERROR_AUTH) ||
         (is_kind (cause, HTAP_ERROR_NOT_FOUND) && n_failed == 1) || n_failed == n_concerned;
}

/**
 * htap_view_cause_find:
 * @sources: (element-type HtapSource): those in view
 * @explains_all: (out): whether what it says is why all of them failed, so that it can be said in
 *   place of their number
 *
 * Returns: (transfer none) (nullable): the failed source whose error is to be spoken of first
 */
HtapSource *
htap_view_cause_find (GPtrArray *sources, gboolean *explains_all)
{
  HtapSource *cause = NULL;

  for (guint i = 0; i < sources->len; i++)
    {
      HtapSource *source = sources->pdata[i];

      if (htap_source_get_error (source) != NULL && (cause == NULL || goes_before (source, cause)))
        cause = source;
    }

  *explains_all = cause != NULL && explains (sources, cause);

  return cause;
}
