/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-user.h"

#include "htap-demo-json.h"

/* Everything here is made up and opens nothing but a demo cloud on loopback. */
static const HtapDemoUser users[] = {
  {
      .name = "demo-ops",
      .id = "de300000000000000000000000000001",
      .password = "Demo-Password-1",
      .access_key_id = "DEMOACCESSKEYOPS0001",
      .secret_access_key = "demoSecretKeyOfOpsWhichIsNoSecretAtAll01",
  },
  {
      .name = "demo-reader",
      .id = "de300000000000000000000000000002",
      .password = "Demo-Password-2",
      .access_key_id = "DEMOACCESSKEYREAD002",
      .secret_access_key = "demoSecretKeyOfReadWhichIsNoSecretAtAll2",
      .only_project = "cn-north-4",
  },
  {
      .name = "demo-guest",
      .id = "de300000000000000000000000000003",
      .password = "Demo-Password-3",
      .access_key_id = "DEMOACCESSKEYGUEST03",
      .secret_access_key = "demoSecretKeyOfGuestWhichIsNoSecretAll03",
      .trouble = HTAP_DEMO_TROUBLE_NO_PERMISSION,
  },
  {
      .name = "demo-protected",
      .id = "de300000000000000000000000000004",
      .password = "Demo-Password-4",
      .access_key_id = "DEMOACCESSKEYPROT004",
      .secret_access_key = "demoSecretKeyOfProtectedWhichIsNoSecret4",
      .trouble = HTAP_DEMO_TROUBLE_LOGIN_PROTECTION,
  },
  {
      .name = "demo-console",
      .id = "de300000000000000000000000000005",
      .password = "Demo-Password-5",
      .trouble = HTAP_DEMO_TROUBLE_CONSOLE_ONLY,
  },
  {
      .name = "demo-disabled",
      .id = "de300000000000000000000000000006",
      .password = "Demo-Password-6",
      .trouble = HTAP_DEMO_TROUBLE_DISABLED,
  },
  {
      .name = "demo-agency",
      .id = "de300000000000000000000000000007",
      .access_key_id = "DEMOTEMPORARYKEY0007",
      .secret_access_key = "demoTemporarySecretKeyWhichIsNoSecret007",
      .security_token = "demo-security-token-which-is-no-secret-at-all-0007",
  },
};

/* Index: HtapDemoTrouble. What /demo/accounts calls it. */
static const char *const trouble_ids[] = {
  [HTAP_DEMO_TROUBLE_DISABLED] = "disabled",
  [HTAP_DEMO_TROUBLE_CONSOLE_ONLY] = "console-only",
  [HTAP_DEMO_TROUBLE_LOGIN_PROTECTION] = "login-protection",
  [HTAP_DEMO_TROUBLE_NO_PERMISSION] = "no-permission",
};

static JsonObject *
user_to_json (const HtapDemoUser *user)
{
  JsonObject *object = json_object_new ();

  htap_demo_json_set_text (object, "user", user->name);
  htap_demo_json_set_text (object, "user_id", user->id);
  htap_demo_json_set_text (object, "password", user->password);
  htap_demo_json_set_text (object, "access_key_id", user->access_key_id);
  htap_demo_json_set_text (object, "secret_access_key", user->secret_access_key);
  htap_demo_json_set_text (object, "security_token", user->security_token);
  htap_demo_json_set_text (object, "only_project", user->only_project);
  htap_demo_json_set_text (object, "trouble",
                           user->trouble != HTAP_DEMO_TROUBLE_NONE ? trouble_ids[user->trouble]
                                                                   : NULL);

  return object;
}

/**
 * htap_demo_user_find:
 * @account: (nullable): name of the account
 * @name: (nullable): name of the user
 *
 * Returns: (transfer none) (nullable): the user who has a password and these names
 */
const HtapDemoUser *
htap_demo_user_find (const char *account, const char *name)
{
  if (g_strcmp0 (account, HTAP_DEMO_ACCOUNT) != 0)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    if (users[i].password != NULL && g_strcmp0 (users[i].name, name) == 0)
      return &users[i];

  return NULL;
}

/**
 * htap_demo_user_find_by_key:
 *
 * Returns: (transfer none) (nullable): whose access key it is
 */
const HtapDemoUser *
htap_demo_user_find_by_key (const char *access_key_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    if (users[i].access_key_id != NULL && g_str_equal (users[i].access_key_id, access_key_id))
      return &users[i];

  return NULL;
}

/**
 * htap_demo_user_may_enter:
 * @self: (nullable): %NULL for the operator
 * @project: (nullable): as IAM shows it
 *
 * Returns: whether there is such a project, it is enabled, and @self may look into it
 */
gboolean
htap_demo_user_may_enter (const HtapDemoUser *self, JsonObject *project)
{
  if (project == NULL || !json_object_get_boolean_member (project, "enabled"))
    return FALSE;

  return self == NULL || self->only_project == NULL ||
         g_strcmp0 (self->only_project, htap_demo_json_text (project, "name")) == 0;
}

/**
 * htap_demo_users_to_json:
 *
 * Returns: (transfer full): `{"accounts": [{"account", "account_id", "users": [{"user", "user_id",
 *   "password", "access_key_id", "secret_access_key", "security_token", "only_project",
 *   "trouble"}]}]}`, for whoever writes a test; absent values are null
 */
JsonObject *
htap_demo_users_to_json (void)
{
  JsonObject *object = json_object_new ();
  JsonObject *account = json_object_new ();
  JsonArray *accounts = json_array_new ();
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    json_array_add_object_element (list, user_to_json (&users[i]));

  json_object_set_string_member (account, "account", HTAP_DEMO_ACCOUNT);
  json_object_set_string_member (account, "account_id", HTAP_DEMO_ACCOUNT_ID);
  json_object_set_array_member (account, "users", list);
  json_array_add_object_element (accounts, account);
  json_object_set_array_member (object, "accounts", accounts);

  return object;
}
