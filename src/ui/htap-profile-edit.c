/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-edit.h"

#include <string.h>

/* Those of the first project's region come first, for they are written without it. */
static char **
dup_taurus_ids (HtapProfile *profile, const char *region)
{
  GPtrArray *ids = htap_profile_get_taurus_ids (profile);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      const HtapRegionalId *id = ids->pdata[i];

      if (g_strcmp0 (id->region, region) == 0)
        g_strv_builder_add (texts, id->id);
    }

  for (guint i = 0; i < ids->len; i++)
    {
      const HtapRegionalId *id = ids->pdata[i];
      g_autofree char *text = htap_regional_id_to_string (id);

      if (g_strcmp0 (id->region, region) != 0)
        g_strv_builder_add (texts, text);
    }

  return g_strv_builder_end (texts);
}

static void
read_endpoints (HtapProfileEdit *self, HtapProfile *profile)
{
  g_auto (GStrv) regions = htap_profile_dup_endpoint_regions (profile);

  for (guint i = 0; regions[i] != NULL; i++)
    htap_regional_texts_set (self->endpoints, regions[i],
                             htap_profile_get_endpoint (profile, regions[i]));
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
  const HtapRegionalId *project;

  self->endpoints = htap_regional_texts_new ();
  if (profile == NULL)
    {
      self->projects = htap_regional_ids_new ();
      self->taurus_ids = g_new0 (char *, 1);
      return self;
    }

  self->name = g_strdup (htap_profile_get_name (profile));
  self->projects = htap_regional_ids_copy (htap_profile_get_projects (profile));
  project = htap_profile_edit_get_project (self);
  self->taurus_ids = dup_taurus_ids (profile, project != NULL ? project->region : NULL);
  read_endpoints (self, profile);

  return self;
}

void
htap_profile_edit_free (HtapProfileEdit *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->projects);
  g_strfreev (self->taurus_ids);
  htap_regional_texts_free (self->endpoints);
  g_free (self);
}

/**
 * htap_profile_edit_get_project:
 *
 * Returns: (transfer none) (nullable): the first project
 */
const HtapRegionalId *
htap_profile_edit_get_project (const HtapProfileEdit *self)
{
  return self->projects->len > 0 ? self->projects->pdata[0] : NULL;
}

/**
 * htap_profile_edit_set_project:
 * @project: (transfer full): takes the place of the first one
 */
void
htap_profile_edit_set_project (HtapProfileEdit *self, HtapRegionalId *project)
{
  if (self->projects->len > 0)
    g_ptr_array_remove_index (self->projects, 0);
  g_ptr_array_insert (self->projects, 0, project);
}

static void
apply_taurus_ids (const HtapProfileEdit *self, HtapProfile *profile)
{
  const HtapRegionalId *project = htap_profile_edit_get_project (self);
  g_autoptr (GPtrArray) taurus_ids = htap_regional_ids_new ();

  for (guint i = 0; self->taurus_ids[i] != NULL; i++)
    if (strchr (self->taurus_ids[i], ':') != NULL)
      g_ptr_array_add (taurus_ids, htap_regional_id_parse (self->taurus_ids[i]));
    else
      g_ptr_array_add (taurus_ids, htap_regional_id_new (project->region, self->taurus_ids[i]));

  htap_profile_set_taurus_ids (profile, taurus_ids);
}

/* An endpoint of a region that is left behind would come back with the region. */
static void
apply_endpoints (const HtapProfileEdit *self, HtapProfile *profile)
{
  g_auto (GStrv) left = htap_profile_dup_endpoint_regions (profile);

  for (guint i = 0; left[i] != NULL; i++)
    htap_profile_set_endpoint (profile, left[i], NULL);

  for (guint i = 0; i < self->projects->len; i++)
    {
      const char *region = ((HtapRegionalId *) self->projects->pdata[i])->region;

      htap_profile_set_endpoint (profile, region,
                                 htap_regional_texts_get (self->endpoints, region));
    }
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

  htap_profile_set_name (edited, self->name);
  htap_profile_set_projects (edited, self->projects);
  if (self->projects->len > 0)
    apply_taurus_ids (self, edited);
  apply_endpoints (self, edited);

  return edited;
}
