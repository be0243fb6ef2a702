/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapRegion:
 * @id: `cn-north-4`
 * @host_prefix: first label of the service's host name there
 * @name: (nullable): public name in English, a message id; %NULL where none is published
 * @offers_htap: whether HTAP instances are documented for it
 * @has_iam: whether it has an IAM endpoint of its own, `iam.{id}.…`; the others use the global one
 */
typedef struct {
  const char *id;
  const char *host_prefix;
  const char *name;
  gboolean    offers_htap;
  gboolean    has_iam;
} HtapRegion;

const HtapRegion *htap_region_get_all  (guint      *n_regions);
const HtapRegion *htap_region_find     (const char *id);
char             *htap_region_dup_name (const char *id);

G_END_DECLS
