/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-credentials.h"
#include "htap-http.h"
#include "htap-profile.h"

G_BEGIN_DECLS

#define HTAP_TYPE_AUTHORIZER (htap_authorizer_get_type ())

/**
 * HtapAuthorizer:
 *
 * Proves for one profile who asks. Each way to sign in is a subclass with a file of its own. It
 * keeps what it learns: tokens, project ids, and that the credentials were refused.
 *
 * A request goes through htap_authorizer_prepare_async(), htap_authorizer_authorize(), and, once it
 * has been answered, htap_authorizer_conclude(); #HtapExchange does all that.
 */
G_DECLARE_DERIVABLE_TYPE (HtapAuthorizer, htap_authorizer, HTAP, AUTHORIZER, GObject)

/**
 * HtapAuthorizerClass:
 * @prepare_async: gets what a request needs; a #GTask of @self that returns a boolean; without it,
 *   nothing is needed
 * @authorize: adds to a finished request what proves who asks
 * @conclude: learns from how a request ended
 * @forgive: a person wants to try again
 * @look_up_project_async: finds the id of a region's own project; a #GTask of @self that returns a
 *   string; without it, IAM is asked
 *
 * What the ways to sign in differ in.
 */
struct _HtapAuthorizerClass {
  GObjectClass parent_class;

  void     (*prepare_async)         (HtapAuthorizer       *self,
                                     const char           *region,
                                     const char           *project_id,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
  gboolean (*authorize)             (HtapAuthorizer       *self,
                                     const char           *region,
                                     const char           *project_id,
                                     SoupMessage          *request,
                                     GError              **error);
  gboolean (*conclude)              (HtapAuthorizer       *self,
                                     SoupMessage          *request,
                                     gboolean              may_repeat,
                                     const GError         *error);
  void     (*forgive)               (HtapAuthorizer       *self);
  void     (*look_up_project_async) (HtapAuthorizer       *self,
                                     const char           *region,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
};

HtapAuthorizer  *htap_authorizer_new                 (GType                 type,
                                                      HtapHttp             *http,
                                                      HtapProfile          *profile,
                                                      HtapCredentials      *credentials);
gboolean         htap_authorizer_serves              (HtapAuthorizer       *self,
                                                      HtapProfile          *profile,
                                                      HtapCredentials      *credentials);

void             htap_authorizer_find_project_async  (HtapAuthorizer       *self,
                                                      const char           *region,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
char            *htap_authorizer_find_project_finish (HtapAuthorizer       *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);

void             htap_authorizer_prepare_async       (HtapAuthorizer       *self,
                                                      const char           *region,
                                                      const char           *project_id,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean         htap_authorizer_prepare_finish      (HtapAuthorizer       *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
gboolean         htap_authorizer_authorize           (HtapAuthorizer       *self,
                                                      const char           *region,
                                                      const char           *project_id,
                                                      SoupMessage          *request,
                                                      GError              **error);
gboolean         htap_authorizer_conclude            (HtapAuthorizer       *self,
                                                      SoupMessage          *request,
                                                      gboolean              may_repeat,
                                                      const GError         *error);
void             htap_authorizer_forgive             (HtapAuthorizer       *self);

HtapHttp        *htap_authorizer_get_http            (HtapAuthorizer       *self);
HtapProfile     *htap_authorizer_get_profile         (HtapAuthorizer       *self);
const char      *htap_authorizer_get_secret          (HtapAuthorizer       *self,
                                                      HtapSecretKind        kind);
gint64           htap_authorizer_get_time            (HtapAuthorizer       *self);

G_END_DECLS
