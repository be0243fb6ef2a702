/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile.h"
#include "htap-regional-texts.h"

G_BEGIN_DECLS

/* What the profile's files share: who signs in, and where it looks. */
struct _HtapProfile {
  GObject            parent_instance;
  char              *uuid;
  char              *name;
  HtapProfileOrigin  origin;
  HtapSignIn         sign_in;
  char              *account;
  char              *user;
  char              *access_key_id;
  char              *iam_endpoint;
  char              *ca_file;
  gboolean           discover;
  gboolean           enabled;
  GPtrArray         *projects;          /* HtapRegionalId: region, project id */
  GPtrArray         *taurus_ids;        /* HtapRegionalId: region, TaurusDB instance id */
  GPtrArray         *hidden_taurus_ids; /* likewise */
  HtapRegionalTexts *endpoints;         /* URLs */
  HtapRegionalTexts *project_names;     /* of the project there, if it is not the region's own */
};

void htap_profile_copy_regions (HtapProfile *self,
                                HtapProfile *other);

G_END_DECLS
