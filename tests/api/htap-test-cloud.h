/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-authorizer.h"
#include "htap-test-server.h"

G_BEGIN_DECLS

#define CLOUD_REGION   "cn-north-4"
#define CLOUD_PROJECT  "23a50154cf494ec9ad6883979a12db0a"
#define CLOUD_TAURUS   "18c3eeb7b788479eb8b93b209946a83bin07"
#define CLOUD_PASSWORD "correct horse 'battery\" staple"
#define CLOUD_KEY_ID   "HTAPVIEWEREXAMPLEAK1"
#define CLOUD_KEY      "htapViewerExampleSecretKey0123456789abcd"

/**
 * HtapTestCloud:
 * @n_sign_ins: how often a token was asked for
 * @n_lists: how often HTAP instances were
 * @n_projects: how often projects were, in either way
 * @sign_in_status: what a sign-in is answered with; 201 unless set
 * @sign_in_error: body of a sign-in with another status
 * @lifetime: of a token, seconds
 * @refuse: how many lists from now on are refused, whatever token they have
 * @list_status: what other lists are answered with; 200 unless set
 * @list_error: body of a list with another status, or that is refused
 * @projects: fixture for `/v3/auth/projects`; %NULL: 403
 * @named_projects: fixture for `/v3/projects`; %NULL: 403
 * @hold: whether requests stay without an answer, until htap_test_cloud_let_go()
 * @body: of the last sign-in
 * @target: path and query of the last request
 * @host: header of the last request
 *
 * Plays IAM and the service on one port. The last token that it gave is the one that it takes:
 * `token-1`, `token-2`, … Signatures are checked with what came over the wire.
 */
typedef struct {
  HtapTestServer *server;
  guint           n_sign_ins;
  guint           n_lists;
  guint           n_projects;
  guint           n_at_once;
  guint           most_at_once;
  guint           sign_in_status;
  const char     *sign_in_error;
  gint64          lifetime;
  guint           refuse;
  guint           list_status;
  const char     *list_error;
  const char     *projects;
  const char     *named_projects;
  gboolean        hold;
  GQueue          held;
  char           *body;
  char           *target;
  char           *host;
  gboolean        is_signature_good;
} HtapTestCloud;

void             htap_test_cloud_init            (HtapTestCloud *self);
void             htap_test_cloud_clear           (HtapTestCloud *self);
void             htap_test_cloud_let_go          (HtapTestCloud *self);
void             htap_test_cloud_wait_for_held   (HtapTestCloud *self,
                                                  guint          n_held);
HtapProfile     *htap_test_cloud_new_profile     (HtapTestCloud *self,
                                                  HtapSignIn     sign_in);
HtapCredentials *htap_test_cloud_new_credentials (void);
HtapAuthorizer  *htap_test_cloud_new_authorizer  (HtapTestCloud *self,
                                                  HtapSignIn     sign_in);
SoupMessage     *htap_test_cloud_build           (const char    *project_id,
                                                  gpointer       cloud,
                                                  GError       **error);

G_END_DECLS
