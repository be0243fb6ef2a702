/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-regional-id.h"

G_BEGIN_DECLS

/**
 * HtapSignIn:
 *
 * How a profile signs in.
 */
typedef enum {
  HTAP_SIGN_IN_TOKEN,
  HTAP_SIGN_IN_PASSWORD,
  HTAP_SIGN_IN_ACCESS_KEY,
} HtapSignIn;

/**
 * HtapProfileOrigin:
 * @HTAP_PROFILE_SAVED: from the profiles file
 * @HTAP_PROFILE_ENVIRONMENT: from environment variables, never saved
 * @HTAP_PROFILE_DEMO: the demo cloud's, never saved
 */
typedef enum {
  HTAP_PROFILE_SAVED,
  HTAP_PROFILE_ENVIRONMENT,
  HTAP_PROFILE_DEMO,
} HtapProfileOrigin;

#define HTAP_TYPE_PROFILE (htap_profile_get_type ())

G_DECLARE_FINAL_TYPE (HtapProfile, htap_profile, HTAP, PROFILE, GObject)

HtapProfile       *htap_profile_new               (const char           *uuid);
HtapProfile       *htap_profile_new_from          (HtapProfile          *other);
HtapProfile       *htap_profile_copy              (HtapProfile          *self);

const char        *htap_profile_get_uuid          (HtapProfile          *self);

const char        *htap_profile_get_name          (HtapProfile          *self);
void               htap_profile_set_name          (HtapProfile          *self,
                                                   const char           *name);
HtapProfileOrigin  htap_profile_get_origin        (HtapProfile          *self);
void               htap_profile_set_origin        (HtapProfile          *self,
                                                   HtapProfileOrigin     origin);
HtapSignIn         htap_profile_get_sign_in       (HtapProfile          *self);
void               htap_profile_set_sign_in       (HtapProfile          *self,
                                                   HtapSignIn            sign_in);
const char        *htap_profile_get_account       (HtapProfile          *self);
void               htap_profile_set_account       (HtapProfile          *self,
                                                   const char           *account);
const char        *htap_profile_get_user          (HtapProfile          *self);
void               htap_profile_set_user          (HtapProfile          *self,
                                                   const char           *user);
const char        *htap_profile_get_access_key_id (HtapProfile          *self);
void               htap_profile_set_access_key_id (HtapProfile          *self,
                                                   const char           *access_key_id);
gboolean           htap_profile_get_discover      (HtapProfile          *self);
void               htap_profile_set_discover      (HtapProfile          *self,
                                                   gboolean              discover);
gboolean           htap_profile_get_enabled       (HtapProfile          *self);
void               htap_profile_set_enabled       (HtapProfile          *self,
                                                   gboolean              enabled);
const char        *htap_profile_get_iam_endpoint  (HtapProfile          *self);
void               htap_profile_set_iam_endpoint  (HtapProfile          *self,
                                                   const char           *url);
const char        *htap_profile_get_ca_file       (HtapProfile          *self);
void               htap_profile_set_ca_file       (HtapProfile          *self,
                                                   const char           *path);

GPtrArray         *htap_profile_get_projects      (HtapProfile          *self);
GPtrArray         *htap_profile_get_taurus_ids    (HtapProfile          *self);
GPtrArray         *htap_profile_get_hidden_taurus_ids (HtapProfile      *self);
void               htap_profile_set_projects      (HtapProfile          *self,
                                                   GPtrArray            *projects);
void               htap_profile_set_taurus_ids    (HtapProfile          *self,
                                                   GPtrArray            *taurus_ids);
void               htap_profile_set_hidden_taurus_ids (HtapProfile      *self,
                                                   GPtrArray            *taurus_ids);
const char        *htap_profile_find_project_id   (HtapProfile          *self,
                                                   const char           *region);

const char        *htap_profile_get_endpoint      (HtapProfile          *self,
                                                   const char           *region);
void               htap_profile_set_endpoint      (HtapProfile          *self,
                                                   const char           *region,
                                                   const char           *url);
char             **htap_profile_dup_endpoint_regions (HtapProfile       *self);
const char        *htap_profile_get_project_name  (HtapProfile          *self,
                                                   const char           *region);
const char        *htap_profile_find_project_name (HtapProfile          *self,
                                                   const char           *region);
void               htap_profile_set_project_name  (HtapProfile          *self,
                                                   const char           *region,
                                                   const char           *name);
gboolean           htap_profile_asks_like        (HtapProfile          *self,
                                                   HtapProfile          *other,
                                                   const char           *region);
char              *htap_profile_dup_reader        (HtapProfile          *self,
                                                   const char           *region);

gboolean           htap_profile_name_is_reserved  (const char           *name);

G_END_DECLS
