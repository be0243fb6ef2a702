/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-environment.h"

typedef struct
{
  const char *name;
  const char *variables; /* one a line */
  HtapSignIn sign_in;
  const char *public_half; /* access key id, or account/user */
  const char *secrets[HTAP_N_SECRETS];
  const char *project_id;
  const char *iam_endpoint;
  const char *endpoint; /* of cn-north-4 */
} Case;

static const Case cases[] = {
  { "token",
    "HW_REGION_NAME=cn-north-4\nHW_PROJECT_ID=p1\nHW_AUTH_TOKEN= MIIabc \n",
    HTAP_SIGN_IN_TOKEN,
    NULL,
    { [HTAP_SECRET_TOKEN] = "MIIabc" },
    "p1",
    NULL,
    NULL },
  { "token before the others",
    "HW_REGION_NAME=cn-north-4\nHW_AUTH_TOKEN=MIIabc\nHW_ACCESS_KEY=AK\nHW_SECRET_KEY=SK\n"
    "HW_USER_NAME=ops\nHW_USER_PASSWORD=pw\nHW_DOMAIN_NAME=acme",
    HTAP_SIGN_IN_TOKEN,
    NULL,
    { [HTAP_SECRET_TOKEN] = "MIIabc" },
    "",
    NULL,
    NULL },
  { "access key",
    "HW_REGION_NAME=cn-north-4\nHW_ACCESS_KEY=AK\nHW_SECRET_KEY=SK\nHW_SECURITY_TOKEN=ST\n"
    "HW_USER_NAME=ops\nHW_USER_PASSWORD=pw\nHW_DOMAIN_NAME=acme",
    HTAP_SIGN_IN_ACCESS_KEY,
    "AK",
    { [HTAP_SECRET_SECRET_KEY] = "SK", [HTAP_SECRET_SECURITY_TOKEN] = "ST" },
    "",
    NULL,
    NULL },
  { "two halves of two keys do not mix",
    "HW_REGION_NAME=cn-north-4\nHW_ACCESS_KEY=AK\nHUAWEICLOUD_SDK_AK=SDKAK\n"
    "HUAWEICLOUD_SDK_SK=SDKSK\nHUAWEICLOUD_SDK_SECURITY_TOKEN=SDKST\nHW_SECURITY_TOKEN=ST\n"
    "HUAWEICLOUD_SDK_PROJECT_ID=p2",
    HTAP_SIGN_IN_ACCESS_KEY,
    "SDKAK",
    { [HTAP_SECRET_SECRET_KEY] = "SDKSK", [HTAP_SECRET_SECURITY_TOKEN] = "SDKST" },
    "p2",
    NULL,
    NULL },
  { "password, as it is",
    "HW_REGION_NAME=cn-north-4\nHW_USER_NAME=ops\nHW_USER_PASSWORD= 密 码=1 \nHW_DOMAIN_NAME=acme",
    HTAP_SIGN_IN_PASSWORD,
    "acme/ops",
    { [HTAP_SECRET_PASSWORD] = " 密 码=1 " },
    "",
    NULL,
    NULL },
  { "the first of two names counts",
    "HW_REGION_NAME=cn-north-4\nHW_AUTH_TOKEN=T\nHUAWEICLOUD_SDK_PROJECT_ID=p2\nHW_PROJECT_ID=p1\n"
    "HUAWEICLOUD_SDK_IAM_ENDPOINT=https://other.example\nHW_AUTH_URL=https://iam.example/v3",
    HTAP_SIGN_IN_TOKEN,
    NULL,
    { [HTAP_SECRET_TOKEN] = "T" },
    "p1",
    "https://iam.example",
    NULL },
  { "IAM endpoint with a slash",
    "HW_REGION_NAME=cn-north-4\nHW_AUTH_TOKEN=T\nHW_AUTH_URL=https://iam.example:443/v3/",
    HTAP_SIGN_IN_TOKEN,
    NULL,
    { [HTAP_SECRET_TOKEN] = "T" },
    "",
    "https://iam.example:443",
    NULL },
  { "IAM endpoint of the SDKs",
    "HW_REGION_NAME=cn-north-4\nHW_AUTH_TOKEN=T\nHUAWEICLOUD_SDK_IAM_ENDPOINT=https://iam.example/",
    HTAP_SIGN_IN_TOKEN,
    NULL,
    { [HTAP_SECRET_TOKEN] = "T" },
    "",
    "https://iam.example",
    NULL },
  { "password without a part is passed over",
    "HW_REGION_NAME=cn-north-4\nHW_USER_NAME=ops\nHW_USER_PASSWORD=pw\nHW_AUTH_TOKEN=T",
    HTAP_SIGN_IN_TOKEN,
    NULL,
    { [HTAP_SECRET_TOKEN] = "T" },
    "",
    NULL,
    NULL },
  { "access key of Terraform before that of the SDKs",
    "HW_REGION_NAME=cn-north-4\nHUAWEICLOUD_SDK_AK=SDKAK\nHUAWEICLOUD_SDK_SK=SDKSK\n"
    "HUAWEICLOUD_SDK_SECURITY_TOKEN=SDKST\nHW_ACCESS_KEY=AK\nHW_SECRET_KEY=SK",
    HTAP_SIGN_IN_ACCESS_KEY,
    "AK",
    { [HTAP_SECRET_SECRET_KEY] = "SK" },
    "",
    NULL,
    NULL },
  { "endpoint of the region",
    "HW_REGION_NAME=cn-north-4\nHW_AUTH_TOKEN=T\n"
    "HUAWEICLOUD_SDK_REGION_GAUSSDB_CN_NORTH_4=http://127.0.0.1:8080\n"
    "HUAWEICLOUD_SDK_REGION_GAUSSDB_CN_NORTH_1=https://not.this",
    HTAP_SIGN_IN_TOKEN,
    NULL,
    { [HTAP_SECRET_TOKEN] = "T" },
    "",
    NULL,
    "http://127.0.0.1:8080" },
};

static void
test_profile (gconstpointer data)
{
  const Case *expected = data;
  g_auto (GStrv) variables = g_strsplit (expected->variables, "\n", -1);
  g_autoptr (HtapCredentials) credentials = NULL;
  g_autoptr (HtapProfile) profile =
      htap_environment_read ((const char *const *) variables, &credentials);
  g_auto (GStrv) halves =
      g_strsplit (expected->public_half != NULL ? expected->public_half : "", "/", 2);

  g_assert_nonnull (profile);
  g_assert_nonnull (credentials);
  g_assert_cmpstr (htap_profile_get_uuid (profile), ==, "environment");
  g_assert_cmpstr (htap_profile_get_name (profile), ==, "environment");
  g_assert_cmpint (htap_profile_get_origin (profile), ==, HTAP_PROFILE_ENVIRONMENT);
  g_assert_cmpint (htap_profile_get_sign_in (profile), ==, expected->sign_in);
  g_assert_cmpstr (htap_profile_get_access_key_id (profile), ==,
                   expected->sign_in == HTAP_SIGN_IN_ACCESS_KEY ? halves[0] : NULL);
  g_assert_cmpstr (htap_profile_get_account (profile), ==,
                   expected->sign_in == HTAP_SIGN_IN_PASSWORD ? halves[0] : NULL);
  g_assert_cmpstr (htap_profile_get_user (profile), ==,
                   expected->sign_in == HTAP_SIGN_IN_PASSWORD ? halves[1] : NULL);

  for (guint kind = 0; kind < HTAP_N_SECRETS; kind++)
    g_assert_cmpstr (htap_credentials_get (credentials, kind), ==, expected->secrets[kind]);

  g_assert_cmpuint (htap_profile_get_projects (profile)->len, ==, 1);
  g_assert_cmpstr (htap_profile_find_project_id (profile, "cn-north-4"), ==, expected->project_id);
  g_assert_cmpstr (htap_profile_get_iam_endpoint (profile), ==, expected->iam_endpoint);
  g_assert_cmpstr (htap_profile_get_endpoint (profile, "cn-north-4"), ==, expected->endpoint);
  g_assert_null (htap_profile_get_endpoint (profile, "cn-north-1"));
}

static void
test_project_name (void)
{
  static const struct
  {
    const char *variables;
    const char *project_id;
    const char *name;
  } names[] = {
    { "HW_PROJECT_NAME=cn-north-4_sales", "", "cn-north-4_sales" },
    { "HW_PROJECT_NAME=cn-north-4_sales\nHW_PROJECT_ID=p1", "p1", NULL },
    { "HW_PROJECT_NAME=cn-north-4_sales\nHUAWEICLOUD_SDK_PROJECT_ID=p2", "p2", NULL },
    { "HW_PROJECT_NAME= ", "", NULL },
    { "", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *lines =
          g_strconcat ("HW_REGION_NAME=cn-north-4\nHW_AUTH_TOKEN=T\n", names[i].variables, NULL);
      g_auto (GStrv) variables = g_strsplit (lines, "\n", -1);
      g_autoptr (HtapCredentials) credentials = NULL;
      g_autoptr (HtapProfile) profile =
          htap_environment_read ((const char *const *) variables, &credentials);

      g_assert_cmpstr (htap_profile_find_project_id (profile, "cn-north-4"), ==,
                       names[i].project_id);
      g_assert_cmpstr (htap_profile_get_project_name (profile, "cn-north-4"), ==, names[i].name);
    }
}

/* Without a region there are credentials, and nothing to look at with them. */
static void
test_fill (void)
{
  static const char *const variables[] = { "HW_AUTH_TOKEN=T", "HW_PROJECT_ID= p1 ",
                                           "HW_AUTH_URL=https://iam.example/v3", NULL };
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();
  g_autofree char *project_id = htap_environment_dup_project_id (variables);

  g_assert_true (htap_environment_fill (variables, profile, credentials));
  g_assert_cmpstr (htap_credentials_get (credentials, HTAP_SECRET_TOKEN), ==, "T");
  g_assert_cmpuint (htap_profile_get_projects (profile)->len, ==, 0);
  g_assert_cmpstr (htap_profile_get_iam_endpoint (profile), ==, "https://iam.example");
  g_assert_cmpstr (project_id, ==, "p1");
}

static void
test_none (void)
{
  static const char *const environments[] = {
    "",
    "HW_REGION_NAME=cn-north-4",
    "HW_AUTH_TOKEN=T",
    "HW_REGION_NAME= \nHW_AUTH_TOKEN=T",
    "HW_REGION_NAME=cn-north-4\nHW_AUTH_TOKEN=",
    "HW_REGION_NAME=cn-north-4\nHW_ACCESS_KEY=AK",
    "HW_REGION_NAME=cn-north-4\nHW_ACCESS_KEY=AK\nHUAWEICLOUD_SDK_SK=SK",
    "HW_REGION_NAME=cn-north-4\nHW_USER_NAME=ops\nHW_USER_PASSWORD=pw",
  };

  for (guint i = 0; i < G_N_ELEMENTS (environments); i++)
    {
      g_auto (GStrv) variables = g_strsplit (environments[i], "\n", -1);
      HtapCredentials *credentials = GUINT_TO_POINTER (1);

      g_assert_null (htap_environment_read ((const char *const *) variables, &credentials));
      g_assert_null (credentials);
    }
}

/* The message names the variable, never what is in it. */
static void
test_unusable_token (void)
{
  static const char *const variables[] = { "HW_REGION_NAME=cn-north-4", "HW_AUTH_TOKEN=MII\nabc",
                                           NULL };
  HtapCredentials *credentials;

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE,
                         "HW_AUTH_TOKEN is ignored: it holds characters that cannot be part of it");
  g_assert_null (htap_environment_read (variables, &credentials));
  g_assert_null (credentials);
  g_test_assert_expected_messages ();
}

static void
test_of_the_process (void)
{
  g_autoptr (HtapCredentials) credentials = NULL;
  g_autoptr (HtapProfile) profile = NULL;

  g_setenv ("HW_REGION_NAME", "eu-west-101", TRUE);
  g_setenv ("HW_AUTH_TOKEN", "T", TRUE);
  profile = htap_environment_read (NULL, &credentials);
  g_unsetenv ("HW_REGION_NAME");
  g_unsetenv ("HW_AUTH_TOKEN");

  g_assert_nonnull (profile);
  g_assert_cmpstr (htap_profile_find_project_id (profile, "eu-west-101"), ==, "");
}

/* Where and as whom stays; with what goes. */
static void
test_hidden_secrets (void)
{
  static const char *const secrets[] = {
    "HW_AUTH_TOKEN",    "HW_SECRET_KEY",      "HW_SECURITY_TOKEN",
    "HW_USER_PASSWORD", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SECURITY_TOKEN",
  };

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_setenv (secrets[i], "secret", TRUE);
  g_setenv ("HW_REGION_NAME", "cn-north-4", TRUE);
  htap_environment_hide_secrets ();

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (g_getenv (secrets[i]));
  g_assert_cmpstr (g_getenv ("HW_REGION_NAME"), ==, "cn-north-4");
  g_unsetenv ("HW_REGION_NAME");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/environment/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_profile);
    }
  g_test_add_func ("/environment/project-name", test_project_name);
  g_test_add_func ("/environment/fill", test_fill);
  g_test_add_func ("/environment/none", test_none);
  g_test_add_func ("/environment/unusable-token", test_unusable_token);
  g_test_add_func ("/environment/of-the-process", test_of_the_process);
  g_test_add_func ("/environment/hidden-secrets", test_hidden_secrets);

  return g_test_run ();
}
