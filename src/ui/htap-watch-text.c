/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-watch-text.h"

#include "htap-name-text.h"
#include "htap-region.h"

#include <glib/gi18n-lib.h>

/* Translators, in all of these: %s is the name of an HTAP instance. */
static char *
dup_settled (HtapShownStatus status, const char *name)
{
  switch (status)
    {
    case HTAP_SHOWN_STATUS_CREATION_FAILED:
      return g_strdup_printf (_ ("%s could not be created"), name);
    case HTAP_SHOWN_STATUS_ABNORMAL:
      return g_strdup_printf (_ ("%s is abnormal"), name);
    case HTAP_SHOWN_STATUS_FROZEN:
      return g_strdup_printf (_ ("%s is frozen"), name);
    case HTAP_SHOWN_STATUS_CREATING:
    case HTAP_SHOWN_STATUS_UNKNOWN:
    case HTAP_SHOWN_STATUS_CHANGING:
    case HTAP_SHOWN_STATUS_REBOOT_NEEDED:
    case HTAP_SHOWN_STATUS_AVAILABLE:
    default:
      return g_strdup_printf (_ ("%s is available"), name);
    }
}

/**
 * htap_watch_text_dup_title:
 * @end: how it ended
 *
 * Returns: (transfer full): what a notification says of @instance; plain text
 */
char *
htap_watch_text_dup_title (HtapInstance *instance, HtapWatchEnd end)
{
  g_autofree char *name = htap_name_text_dup (htap_instance_get_name (instance));

  if (end == HTAP_WATCH_GONE)
    return g_strdup_printf (_ ("%s is no longer listed"), name);
  if (end == HTAP_WATCH_GAVE_UP)
    return g_strdup_printf (_ ("%s is not available yet"), name);

  return dup_settled (htap_instance_get_shown_status (instance), name);
}

/**
 * htap_watch_text_dup_body:
 * @end: how it ended
 *
 * Nothing in it comes from the cloud, for who shows notifications may take their bodies for markup.
 *
 * Returns: (transfer full): what a notification adds
 */
char *
htap_watch_text_dup_body (HtapInstance *instance, HtapWatchEnd end)
{
  HtapSource *source = htap_instance_get_source (instance);
  g_autofree char *region = htap_region_dup_name (htap_source_get_region (source));
  g_autofree char *safe = htap_name_text_dup (region);
  g_autofree char *escaped = g_markup_escape_text (safe, -1);

  if (end == HTAP_WATCH_GAVE_UP)
    /* Translators: %s is a region. */
    return g_strdup_printf (_ ("%s: it was watched for an hour, and is not watched any more."),
                            escaped);

  /* Translators: under "htap-1 is available"; %s is a region. */
  return g_strdup_printf (_ ("HTAP instance in %s"), escaped);
}
