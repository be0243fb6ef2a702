/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile.h"

G_BEGIN_DECLS

#define HTAP_TYPE_PROFILE_STORE (htap_profile_store_get_type ())

/**
 * HtapProfileStore:
 *
 * The profiles file, `profiles.ini`. A person may edit it while the program runs.
 *
 * Signals: `changed`: somebody else changed the file; only while htap_profile_store_watch() is in
 * effect.
 */
G_DECLARE_FINAL_TYPE (HtapProfileStore, htap_profile_store, HTAP, PROFILE_STORE, GObject)

HtapProfileStore *htap_profile_store_new      (const char        *path);
const char       *htap_profile_store_get_path (HtapProfileStore  *self);
GPtrArray        *htap_profile_store_load     (HtapProfileStore  *self,
                                               GError           **problem);
GPtrArray        *htap_profile_store_reload   (HtapProfileStore  *self,
                                               GError           **problem);
void              htap_profile_store_watch    (HtapProfileStore  *self);
gboolean          htap_profile_store_save     (HtapProfileStore  *self,
                                               HtapProfile       *profile,
                                               GError           **error);
gboolean          htap_profile_store_remove   (HtapProfileStore  *self,
                                               const char        *uuid,
                                               GError           **error);

G_END_DECLS
