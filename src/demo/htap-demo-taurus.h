/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HtapDemoTaurus:
 *
 * One TaurusDB instance of the demo cloud, and the key of the fetch that lists its HTAP instances.
 */
typedef struct {
  const char *region;
  const char *project_id;
  const char *taurus_id;
  const char *taurus_name;
} HtapDemoTaurus;

G_END_DECLS
