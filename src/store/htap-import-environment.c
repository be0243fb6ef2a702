/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-environment.h"

#include "htap-environment.h"

/**
 * htap_import_environment_find:
 * @environment: (array zero-terminated=1): `NAME=value` strings
 * @offers: (element-type HtapImportOffer): takes the offer, if there is one
 *
 * Offers to save what htap_environment_fill() finds, with or without a region: the SDKs have no
 * variable for it.
 */
void
htap_import_environment_find (const char *const *environment, GPtrArray *offers)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  HtapImportOffer *offer;

  if (!htap_environment_fill (environment, profile, credentials))
    return;

  offer = htap_import_offer_new (HTAP_IMPORT_ENVIRONMENT, NULL, htap_profile_get_account (profile),
                                 profile, credentials);
  if (htap_profile_get_projects (profile)->len == 0)
    {
      g_autofree char *project_id = htap_environment_dup_project_id (environment);

      htap_import_offer_set_project_id (offer, *project_id != '\0' ? project_id : NULL);
    }
  g_ptr_array_add (offers, offer);
}
