/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-edit.h"

static const HtapRegionalId *
get_project (HtapProfile *profile)
{
  GPtrArray *projects = htap_profile_get_projects (profile);

  return projects->len > 0 ? projects->pdata[0] : NULL;
}

/**
 * htap_profile_edit_new:
 * @profile: (nullable): what is edited; %NULL for a new one
 *
 * Returns: (transfer full): the parts of it that can be edited
 */
HtapProfileEdit *
htap_profile_edit_new (HtapProfile *profile)
{
  HtapProfileEdit *self = g_new0 (HtapProfileEdit, 1);
  g_autoptr (GStrvBuilder) taurus_ids = g_strv_builder_new ();
  const HtapRegionalId *project = profile != NULL ? get_project (profile) : NULL;

  if (profile != NULL)
    self->name = g_strdup (htap_profile_get_name (profile));

  if (project != NULL)
    {
      GPtrArray *ids = htap_profile_get_taurus_ids (profile);

      self->region = g_strdup (project->region);
      self->project_id = g_strdup (project->id);
      self->endpoint = g_strdup (htap_profile_get_endpoint (profile, project->region));
      for (guint i = 0; i < ids->len; i++)
        {
          const HtapRegionalId *id = ids->pdata[i];

          if (g_str_equal (id->region, project->region))
            g_strv_builder_add (taurus_ids, id->id);
        }
    }
  self->taurus_ids = g_strv_builder_end (taurus_ids);

  return self;
}

void
htap_profile_edit_free (HtapProfileEdit *self)
{
  g_free (self->name);
  g_free (self->region);
  g_free (self->project_id);
  g_strfreev (self->taurus_ids);
  g_free (self->endpoint);
  g_free (self);
}

/* The edited project takes the place of the first one. */
static void
apply_project (const HtapProfileEdit *self, HtapProfile *profile)
{
  GPtrArray *present = htap_profile_get_projects (profile);
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();

  g_ptr_array_add (projects, htap_regional_id_new (self->region, self->project_id));
  for (guint i = 1; i < present->len; i++)
    g_ptr_array_add (projects, htap_regional_id_copy (present->pdata[i]));

  htap_profile_set_projects (profile, projects);
}

/* The edited ids take the place of those of the region that was shown; what a hand-written file has
 * for other regions stays. */
static void
apply_taurus_ids (const HtapProfileEdit *self, HtapProfile *profile, const char *shown_region)
{
  GPtrArray *present = htap_profile_get_taurus_ids (profile);
  g_autoptr (GPtrArray) taurus_ids = htap_regional_ids_new ();

  for (guint i = 0; self->taurus_ids[i] != NULL; i++)
    g_ptr_array_add (taurus_ids, htap_regional_id_new (self->region, self->taurus_ids[i]));

  for (guint i = 0; i < present->len; i++)
    {
      const HtapRegionalId *id = present->pdata[i];

      if (g_strcmp0 (id->region, shown_region) != 0)
        g_ptr_array_add (taurus_ids, htap_regional_id_copy (id));
    }

  htap_profile_set_taurus_ids (profile, taurus_ids);
}

/**
 * htap_profile_edit_apply:
 * @profile: (nullable): what was edited; not changed. %NULL for a new one
 *
 * Returns: (transfer full): a copy of @profile with the edited parts; everything else, the uuid
 *   first of all, is as it was
 */
HtapProfile *
htap_profile_edit_apply (const HtapProfileEdit *self, HtapProfile *profile)
{
  HtapProfile *edited = profile != NULL ? htap_profile_copy (profile) : htap_profile_new (NULL);
  const HtapRegionalId *project = get_project (edited);
  g_autofree char *shown_region = project != NULL ? g_strdup (project->region) : NULL;

  htap_profile_set_name (edited, self->name);
  apply_taurus_ids (self, edited, shown_region);
  apply_project (self, edited);

  /* An endpoint of a region that is left behind would come back with the region. */
  if (shown_region != NULL && htap_profile_find_project_id (edited, shown_region) == NULL)
    htap_profile_set_endpoint (edited, shown_region, NULL);
  htap_profile_set_endpoint (edited, self->region, self->endpoint);

  return edited;
}
