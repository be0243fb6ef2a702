/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "htap-demo-cloud.h"

G_BEGIN_DECLS

/* The published example's TaurusDB instance, and the path that lists its HTAP instances. */
#define ORDERS_PROJECT "23a50154cf494ec9ad6883979a12db0a"
#define ORDERS_TAURUS  "18c3eeb7b788479eb8b93b209946a83bin07"
#define ORDERS_PATH    "/v3/" ORDERS_PROJECT "/instances/" ORDERS_TAURUS "/htap"

/**
 * HtapDemoProbe:
 *
 * A cloud that serves, and a client that asks it over real HTTP, in one main loop.
 */
typedef struct {
  HtapDemoCloud *cloud;
  SoupSession   *session;
} HtapDemoProbe;

/**
 * HtapDemoReply:
 * @message: the request; its status is that of the answer
 * @body: (nullable): the answer's body, %NULL if it did not arrive whole
 * @error: (nullable): why not
 *
 * What became of one request.
 */
typedef struct {
  SoupMessage *message;
  GBytes      *body;
  GError      *error;
} HtapDemoReply;

HtapDemoProbe *htap_demo_probe_new     (void);
void           htap_demo_probe_free    (HtapDemoProbe *self);

SoupMessage   *htap_demo_probe_message (HtapDemoProbe *self,
                                        const char    *method,
                                        const char    *path);
HtapDemoReply *htap_demo_probe_run     (HtapDemoProbe *self,
                                        SoupMessage   *message);
HtapDemoReply *htap_demo_probe_get     (HtapDemoProbe *self,
                                        const char    *path);
HtapDemoReply *htap_demo_probe_control (HtapDemoProbe *self,
                                        const char    *method,
                                        const char    *path,
                                        const char    *body);
HtapDemoReply *htap_demo_probe_sign_in (HtapDemoProbe *self,
                                        const char    *user,
                                        const char    *password,
                                        const char    *scope);
SoupMessage   *htap_demo_probe_signed  (HtapDemoProbe *self,
                                        const char    *path,
                                        const char    *access_key_id,
                                        const char    *secret_key,
                                        gint64         age);
void           htap_demo_probe_check   (HtapDemoProbe *self,
                                        SoupMessage   *message,
                                        guint          status,
                                        const char    *text);
void           htap_demo_probe_fault   (HtapDemoProbe *self,
                                        const char    *description);

void           htap_demo_reply_free    (HtapDemoReply *self);
guint          htap_demo_reply_status  (HtapDemoReply *self);
const char    *htap_demo_reply_header  (HtapDemoReply *self,
                                        const char    *name);
JsonObject    *htap_demo_reply_object  (HtapDemoReply *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoProbe, htap_demo_probe_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoReply, htap_demo_reply_free)

G_END_DECLS
