/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-source.h"

G_BEGIN_DECLS

/* What the files of a source share: which one it is, what is known of its TaurusDB instance, and how
 * its last answer went. */
struct _HtapSource {
  GObject parent_instance;
  HtapProfile *profile;
  char *region;
  char *project_id;
  char *found_project_id; /* (nullable) */
  char *taurus_id;
  char *taurus_name;
  HtapTaurus *taurus;              /* (nullable): once it was discovered */
  char *tags;                      /* (nullable): of it */
  GHashTable *enterprise_projects; /* (nullable): id → name */
  char *search_text;               /* made when first asked for, of the present names */
  GError *error;
  GPtrArray *deviations;
  gint64 as_of; /* seconds since 1970 UTC, 0 while nothing is known */
  gint64 total;
  gint64 maximum;
  guint n_instances;
  gboolean loading;
  gboolean old;
  gboolean restored; /* what is known was read by an earlier run of the program */
};

G_END_DECLS
