/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

typedef struct _HtapTestServer HtapTestServer;

/**
 * HtapTestHandler:
 * @server: who was asked
 * @message: the request, to be answered or paused
 * @user_data: what was given to htap_test_server_new()
 *
 * Plays the cloud for one request.
 */
typedef void (*HtapTestHandler) (HtapTestServer *server,
                                 SoupServerMessage *message,
                                 gpointer user_data);

HtapTestServer *htap_test_server_new     (HtapTestHandler  handler,
                                          gpointer         user_data);
HtapTestServer *htap_test_server_new_tls (GTlsCertificate *certificate,
                                          HtapTestHandler  handler,
                                          gpointer         user_data);
void            htap_test_server_free    (HtapTestServer  *self);

SoupMessage *htap_test_server_new_message    (HtapTestServer *self,
                                              const char     *path);
char        *htap_test_server_dup_url        (HtapTestServer *self);
guint        htap_test_server_get_n_requests (HtapTestServer *self);
void         htap_test_server_wait_for       (HtapTestServer *self,
                                              guint           n_requests);
const char  *htap_test_server_get_header     (HtapTestServer *self,
                                              const char     *name);

void
htap_test_answer (SoupServerMessage *message, guint status, const char *type, const char *body);
void             htap_test_answer_bytes (SoupServerMessage *message,
                                         guint              status,
                                         GBytes            *body);
GTlsCertificate *htap_test_self_signed  (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapTestServer, htap_test_server_free)

G_END_DECLS
