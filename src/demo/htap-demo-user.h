/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The one account that the demo cloud has, and its id. */
#define HTAP_DEMO_ACCOUNT    "demo-account"
#define HTAP_DEMO_ACCOUNT_ID "de30acc0de30acc0de30acc0de30acc0"

/**
 * HtapDemoTrouble:
 * @HTAP_DEMO_TROUBLE_NONE: signs in and reads
 * @HTAP_DEMO_TROUBLE_DISABLED: may not sign in any more
 * @HTAP_DEMO_TROUBLE_CONSOLE_ONLY: may sign in to the console only
 * @HTAP_DEMO_TROUBLE_LOGIN_PROTECTION: needs more than a password; an access key is enough
 * @HTAP_DEMO_TROUBLE_NO_PERMISSION: signs in, but may not list instances
 *
 * What is the matter with a user.
 */
typedef enum {
  HTAP_DEMO_TROUBLE_NONE,
  HTAP_DEMO_TROUBLE_DISABLED,
  HTAP_DEMO_TROUBLE_CONSOLE_ONLY,
  HTAP_DEMO_TROUBLE_LOGIN_PROTECTION,
  HTAP_DEMO_TROUBLE_NO_PERMISSION,
} HtapDemoTrouble;

/**
 * HtapDemoUser:
 * @password: (nullable): %NULL for one that no person signs in as
 * @access_key_id: (nullable): %NULL without a key; so is @secret_access_key then
 * @security_token: (nullable): goes with a temporary key
 * @only_project: (nullable): name of the one project it may enter; %NULL for all. It may not list
 *   the account's projects, either.
 * @trouble: what is the matter with it
 *
 * An IAM user of the demo cloud's account.
 */
typedef struct {
  const char      *name;
  const char      *id;
  const char      *password;
  const char      *access_key_id;
  const char      *secret_access_key;
  const char      *security_token;
  const char      *only_project;
  HtapDemoTrouble  trouble;
} HtapDemoUser;

const HtapDemoUser *htap_demo_user_find        (const char *account,
                                                const char *name);
const HtapDemoUser *htap_demo_user_find_by_key (const char *access_key_id);
gboolean            htap_demo_user_may_enter   (const HtapDemoUser *self,
                                                JsonObject         *project);
JsonObject         *htap_demo_users_to_json    (void);

G_END_DECLS
