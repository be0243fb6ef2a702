/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HTAP_TYPE_PROJECT (htap_project_get_type ())

/**
 * HtapProject:
 * @id: the project's id
 * @name: a region's id, `cn-north-4`, or a region's id and a name, `cn-north-4_sales`
 * @region: the region's id in @name
 *
 * A project that a user may enter, as IAM lists it. Immutable.
 */
typedef struct {
  char *id;
  char *name;
  char *region;
} HtapProject;

GType        htap_project_get_type  (void);

HtapProject *htap_project_new       (const char        *id,
                                     const char        *name);
HtapProject *htap_project_copy      (const HtapProject *self);
void         htap_project_free      (HtapProject       *self);

gboolean     htap_project_is_default (const HtapProject *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapProject, htap_project_free)

G_END_DECLS
