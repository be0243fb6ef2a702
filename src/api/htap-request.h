/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-id.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

SoupMessage *htap_request_new_probe     (GUri         *endpoint);
SoupMessage *htap_request_new_htap_list (GUri         *endpoint,
                                         const char   *project_id,
                                         const char   *taurus_id,
                                         const char   *language,
                                         GError      **error);
SoupMessage *htap_request_new_taurus_list (GUri       *endpoint,
                                         const char   *version,
                                         const char   *project_id,
                                         guint         offset,
                                         const char   *language,
                                         GError      **error);
SoupMessage *htap_request_new_enterprise_projects (GUri *endpoint,
                                         const char   *project_id,
                                         guint         offset,
                                         const char   *language,
                                         GError      **error);
SoupMessage *htap_request_new_projects  (GUri         *endpoint,
                                         const char   *name);
gboolean     htap_request_check_id   (HtapIdKind    kind,
                                         const char   *id,
                                         GError      **error);
SoupMessage *htap_request_new_get    (GUri         *endpoint,
                                         const char   *path,
                                         const char   *query,
                                         const char   *language);
char        *htap_request_dup_url       (GUri         *endpoint,
                                         const char   *path,
                                         const char   *query);
char        *htap_request_dup_host      (SoupMessage  *request);
char        *htap_request_dup_endpoint  (SoupMessage  *request);

G_END_DECLS
