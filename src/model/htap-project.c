/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (HtapProject, htap_project, htap_project_copy, htap_project_free)

/**
 * htap_project_new:
 *
 * Returns: (transfer full): a project; its region is what @name begins with, up to the first
 *   underscore
 */
HtapProject *
htap_project_new (const char *id, const char *name)
{
  HtapProject *self = g_new0 (HtapProject, 1);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  self->region = g_strndup (name, strcspn (name, "_"));

  return self;
}

HtapProject *
htap_project_copy (const HtapProject *self)
{
  return htap_project_new (self->id, self->name);
}

void
htap_project_free (HtapProject *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->region);
  g_free (self);
}

/**
 * htap_project_is_default:
 *
 * Returns: whether it is its region's own project, which every account has
 */
gboolean
htap_project_is_default (const HtapProject *self)
{
  return g_str_equal (self->name, self->region);
}
