/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-conditions.h"

/* When a rule hits a TaurusDB instance as a whole, by what its source knows. */

/* Seconds. */
#define UNREAD_FOR_LONG (24 * 60 * 60)

/* Of a hundred. */
#define HIGH_PERCENTAGE 80

/* A change that somebody wished for, a backup among them, is nothing to warn of. */
HTAP_FINDING_OF_SOURCE (parent_not_normal)
{
  HtapTaurus *taurus = htap_source_get_taurus (source);

  facts->text = taurus != NULL ? htap_taurus_get_text (taurus, HTAP_TAURUS_TEXT_STATUS) : NULL;
  if (facts->text == NULL)
    return FALSE;

  switch (htap_taurus_get_shown_status (taurus))
    {
    case HTAP_SHOWN_STATUS_AVAILABLE:
    case HTAP_SHOWN_STATUS_CREATING:
    case HTAP_SHOWN_STATUS_CHANGING:
    case HTAP_SHOWN_STATUS_REBOOT_NEEDED:
      return FALSE;
    case HTAP_SHOWN_STATUS_CREATION_FAILED:
    case HTAP_SHOWN_STATUS_ABNORMAL:
    case HTAP_SHOWN_STATUS_FROZEN:
    case HTAP_SHOWN_STATUS_UNKNOWN:
    default:
      return TRUE;
    }
}

HTAP_FINDING_OF_SOURCE (not_read)
{
  const GError *error = htap_source_get_error (source);
  gint64 as_of = htap_source_get_as_of (source);

  facts->text = error != NULL ? error->message : NULL;
  facts->number = as_of;
  if (error != NULL)
    return TRUE;
  if (as_of == 0)
    return FALSE;
  if (moment->now - as_of >= UNREAD_FOR_LONG)
    return TRUE;

  moment->due = MIN (moment->due, as_of + UNREAD_FOR_LONG);

  return FALSE;
}

/* How many there are, by the answer's own count. */
static gboolean
get_capacity (HtapSource *source, HtapFindingFacts *facts)
{
  gint64 total = htap_source_get_total (source);

  facts->number = total >= 0 ? total : htap_source_get_n_instances (source);
  facts->limit = htap_source_get_maximum (source);

  return facts->limit > 0;
}

HTAP_FINDING_OF_SOURCE (capacity_full)
{
  return get_capacity (source, facts) && facts->number >= facts->limit;
}

HTAP_FINDING_OF_SOURCE (capacity_high)
{
  return get_capacity (source, facts) && facts->number < facts->limit &&
         facts->number * 100 >= facts->limit * HIGH_PERCENTAGE;
}

HTAP_FINDING_OF_SOURCE (total_mismatch)
{
  facts->number = htap_source_get_n_instances (source);
  facts->limit = htap_source_get_total (source);

  return facts->limit >= 0 && facts->number != facts->limit;
}
