/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-private.h"

/* Where a profile looks: projects, TaurusDB instances and endpoints, each in its region. */

static void
set_regional_ids (GPtrArray **member, GPtrArray *ids)
{
  GPtrArray *copy = htap_regional_ids_copy (ids);

  g_ptr_array_unref (*member);
  *member = copy;
}

static void
set_regional_texts (HtapRegionalTexts **member, HtapRegionalTexts *texts)
{
  htap_regional_texts_free (*member);
  *member = htap_regional_texts_copy (texts);
}

/* From now on @self looks where @other does, which is not itself. */
void
htap_profile_copy_regions (HtapProfile *self, HtapProfile *other)
{
  set_regional_ids (&self->projects, other->projects);
  set_regional_ids (&self->taurus_ids, other->taurus_ids);
  set_regional_ids (&self->hidden_taurus_ids, other->hidden_taurus_ids);
  set_regional_texts (&self->endpoints, other->endpoints);
  set_regional_texts (&self->project_names, other->project_names);
}

/**
 * htap_profile_get_projects:
 *
 * Returns: (transfer none) (element-type HtapRegionalId): the projects it looks at
 */
GPtrArray *
htap_profile_get_projects (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->projects;
}

/**
 * htap_profile_set_projects:
 * @projects: (element-type HtapRegionalId): copied, without what stands in it twice
 */
void
htap_profile_set_projects (HtapProfile *self, GPtrArray *projects)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_regional_ids (&self->projects, projects);
}

/**
 * htap_profile_get_taurus_ids:
 *
 * Returns: (transfer none) (element-type HtapRegionalId): the TaurusDB instances added by hand
 */
GPtrArray *
htap_profile_get_taurus_ids (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->taurus_ids;
}

/**
 * htap_profile_set_taurus_ids:
 * @taurus_ids: (element-type HtapRegionalId): copied, without what stands in it twice
 */
void
htap_profile_set_taurus_ids (HtapProfile *self, GPtrArray *taurus_ids)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_regional_ids (&self->taurus_ids, taurus_ids);
}

/**
 * htap_profile_get_hidden_taurus_ids:
 *
 * Returns: (transfer none) (element-type HtapRegionalId): the TaurusDB instances that are not shown
 */
GPtrArray *
htap_profile_get_hidden_taurus_ids (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return self->hidden_taurus_ids;
}

/**
 * htap_profile_set_hidden_taurus_ids:
 * @taurus_ids: (element-type HtapRegionalId): copied, without what stands in it twice
 */
void
htap_profile_set_hidden_taurus_ids (HtapProfile *self, GPtrArray *taurus_ids)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  set_regional_ids (&self->hidden_taurus_ids, taurus_ids);
}

/**
 * htap_profile_find_project_id:
 *
 * Returns: (transfer none) (nullable): id of the profile's first project in @region; %NULL if it
 *   has none there, empty if it is found at sign-in
 */
const char *
htap_profile_find_project_id (HtapProfile *self, const char *region)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return htap_regional_ids_find (self->projects, region);
}

/**
 * htap_profile_get_endpoint:
 *
 * Returns: (transfer none) (nullable): the URL that takes the place of the region's own endpoint
 */
const char *
htap_profile_get_endpoint (HtapProfile *self, const char *region)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return htap_regional_texts_get (self->endpoints, region);
}

/**
 * htap_profile_set_endpoint:
 * @url: (nullable): %NULL or blank for the region's own
 */
void
htap_profile_set_endpoint (HtapProfile *self, const char *region, const char *url)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  htap_regional_texts_set (self->endpoints, region, url);
}

/**
 * htap_profile_dup_endpoint_regions:
 *
 * Returns: (transfer full): the regions that have an endpoint of their own, sorted
 */
char **
htap_profile_dup_endpoint_regions (HtapProfile *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return htap_regional_texts_dup_regions (self->endpoints);
}

/**
 * htap_profile_get_project_name:
 *
 * Returns: (transfer none) (nullable): name of the project that an empty project id in @region
 *   stands for, `cn-north-4_sales`; %NULL for the region's own
 */
const char *
htap_profile_get_project_name (HtapProfile *self, const char *region)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  return htap_regional_texts_get (self->project_names, region);
}

/**
 * htap_profile_find_project_name:
 *
 * Returns: (transfer none): htap_profile_get_project_name(), else that of the region's own project,
 *   which is called as the region
 */
const char *
htap_profile_find_project_name (HtapProfile *self, const char *region)
{
  const char *name = htap_profile_get_project_name (self, region);

  return name != NULL ? name : region;
}

/**
 * htap_profile_set_project_name:
 * @name: (nullable): %NULL or blank for the region's own
 *
 * Only the environment names projects; what is saved has their ids, so this is not saved.
 */
void
htap_profile_set_project_name (HtapProfile *self, const char *region, const char *name)
{
  g_return_if_fail (HTAP_IS_PROFILE (self));

  htap_regional_texts_set (self->project_names, region, name);
}

/**
 * htap_profile_asks_like:
 * @other: another state of the same profile
 *
 * Returns: whether requests to @region go to the same place as @other's, in the same way: what was
 *   read through one is what the other would read
 */
gboolean
htap_profile_asks_like (HtapProfile *self, HtapProfile *other, const char *region)
{
  g_return_val_if_fail (HTAP_IS_PROFILE (self), FALSE);
  g_return_val_if_fail (HTAP_IS_PROFILE (other), FALSE);

  return self->sign_in == other->sign_in &&
         g_strcmp0 (htap_profile_get_endpoint (self, region),
                    htap_profile_get_endpoint (other, region)) == 0;
}

/**
 * htap_profile_dup_reader:
 *
 * Stands for what htap_profile_asks_like() compares, and tells none of it: it goes into files that
 * are to name no endpoint.
 *
 * Returns: (transfer full): the same for those of which one asks like the other
 */
char *
htap_profile_dup_reader (HtapProfile *self, const char *region)
{
  const char *endpoint;
  g_autofree char *text = NULL;

  g_return_val_if_fail (HTAP_IS_PROFILE (self), NULL);

  endpoint = htap_profile_get_endpoint (self, region);
  text = g_strdup_printf ("%d\n%s", self->sign_in, endpoint != NULL ? endpoint : "");

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
