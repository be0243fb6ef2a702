/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-name.h"

#include "htap-region.h"

#include <glib/gi18n-lib.h>

/**
 * htap_profile_name_suggest:
 * @region: (nullable): id of a known region
 * @taken_names: names of other profiles
 *
 * Returns: (transfer full): the region's name, with a number if another profile has it; empty
 *   without a region
 */
char *
htap_profile_name_suggest (const char *region, const char *const *taken_names)
{
  g_autofree char *name = region != NULL ? htap_region_dup_name (region) : g_strdup ("");
  char *suggestion = g_strdup (name);

  for (guint number = 2; g_strv_contains (taken_names, suggestion); number++)
    {
      g_free (suggestion);
      suggestion = g_strdup_printf ("%s %u", name, number);
    }

  return suggestion;
}

/**
 * htap_profile_name_duplicate:
 * @name: of the profile that is copied
 * @taken_names: names of all profiles
 *
 * Returns: (transfer full): @name, and that it is a copy; with a number if there is one already
 */
char *
htap_profile_name_duplicate (const char *name, const char *const *taken_names)
{
  /* Translators: the name of a profile that is a copy; %s is the name of the other. */
  char *duplicate = g_strdup_printf (_ ("%s (Copy)"), name);

  for (guint number = 2; g_strv_contains (taken_names, duplicate); number++)
    {
      g_free (duplicate);
      /* Translators: the name of a profile that is not the first copy; %s is the other's name. */
      duplicate = g_strdup_printf (_ ("%s (Copy %u)"), name, number);
    }

  return duplicate;
}
