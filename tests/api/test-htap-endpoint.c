/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-endpoint.h"

#include "htap-error.h"

#include <string.h>

static void
test_known_regions (void)
{
  static const struct {
    const char *region;
    const char *url;
  } cases[] = {
    { "cn-north-4", "https://gaussdb.cn-north-4.myhuaweicloud.com" },
    { "cn-east-5", "https://gaussdb-mysql.cn-east-5.myhuaweicloud.com" },
    { "ap-southeast-1", "https://gaussdbformysql.ap-southeast-1.myhuaweicloud.com" },
  };
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) uri = htap_endpoint_resolve (profile, cases[i].region, &error);
      g_autofree char *url = NULL;

      g_assert_no_error (error);
      url = g_uri_to_string (uri);
      g_assert_cmpstr (url, ==, cases[i].url);
    }
}

static void
test_unknown_region (void)
{
  static const char *const regions[] = { "private-1", "", "evil.example/", "CN-NORTH-4" };
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (htap_endpoint_resolve (profile, regions[i], &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==,
                       HTAP_ERROR_REASON_UNKNOWN_REGION);
      g_assert_cmpstr (htap_error_get_details (error)->subject, ==, regions[i]);
    }
}

static void
test_good_overrides (void)
{
  static const struct {
    const char *given;
    const char *url;
  } cases[] = {
    { "https://db.example.com", "https://db.example.com/" },
    { "  https://db.example.com:8443/base/ ", "https://db.example.com:8443/base/" },
    { "HTTPS://db.example.com", "https://db.example.com/" },
    { "https://10.0.0.1/a%20b", "https://10.0.0.1/a%20b" },
    { "https://[2407:c080::1]:443", "https://[2407:c080::1]/" },
    { "http://127.0.0.1:8080", "http://127.0.0.1:8080/" },
    { "http://127.9.9.9/x", "http://127.9.9.9/x" },
    { "http://[::1]:8080", "http://[::1]:8080/" },
    { "http://localhost:8080", "http://localhost:8080/" },
    { "http://LocalHost", "http://LocalHost/" },
  };
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) uri = NULL;
      g_autofree char *url = NULL;

      htap_profile_set_endpoint (profile, "cn-north-4", cases[i].given);
      uri = htap_endpoint_resolve (profile, "cn-north-4", &error);
      g_assert_no_error (error);
      url = g_uri_to_string (uri);
      g_assert_cmpstr (url, ==, cases[i].url);
    }
}

static void
test_bad_overrides (void)
{
  static const struct {
    const char *given;
    HtapErrorReason reason;
    const char *subject; /* NULL: as given */
  } cases[] = {
    { "gaussdb.example.com", HTAP_ERROR_REASON_BAD_ENDPOINT },
    { "ftp://db.example.com", HTAP_ERROR_REASON_BAD_ENDPOINT },
    { "https://", HTAP_ERROR_REASON_BAD_ENDPOINT },
    { "https:///path", HTAP_ERROR_REASON_BAD_ENDPOINT },
    { "https://db example.com", HTAP_ERROR_REASON_BAD_ENDPOINT },
    { "https://db.example.com:0", HTAP_ERROR_REASON_BAD_ENDPOINT },
    { "https://db.example.com:99999", HTAP_ERROR_REASON_BAD_ENDPOINT },
    { "https://db%0d%0aX.example.com", HTAP_ERROR_REASON_BAD_ENDPOINT },
    { "https://db.example.com?a=b", HTAP_ERROR_REASON_BAD_ENDPOINT },
    { "https://db.example.com/#a", HTAP_ERROR_REASON_BAD_ENDPOINT },
    { "https://user:password@db.example.com", HTAP_ERROR_REASON_BAD_ENDPOINT, "cn-north-4" },
    { "https://127.0.0.1@db.example.com", HTAP_ERROR_REASON_BAD_ENDPOINT, "cn-north-4" },
    { "http://db.example.com", HTAP_ERROR_REASON_NOT_HTTPS, "db.example.com" },
    { "http://10.0.0.1:8080", HTAP_ERROR_REASON_NOT_HTTPS, "10.0.0.1" },
    { "http://127.0.0.1.example.com", HTAP_ERROR_REASON_NOT_HTTPS, "127.0.0.1.example.com" },
    { "http://localhost.example.com", HTAP_ERROR_REASON_NOT_HTTPS, "localhost.example.com" },
    { "http://[::2]", HTAP_ERROR_REASON_NOT_HTTPS, "::2" },
    { "http://0.0.0.0", HTAP_ERROR_REASON_NOT_HTTPS, "0.0.0.0" },
  };
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *subject = cases[i].subject != NULL ? cases[i].subject : cases[i].given;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      htap_profile_set_endpoint (profile, "cn-north-4", cases[i].given);
      g_assert_null (htap_endpoint_resolve (profile, "cn-north-4", &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
      g_assert_cmpstr (htap_error_get_details (error)->subject, ==, subject);
      g_assert_null (strstr (error->message, "password"));
    }
}

static void
test_iam (void)
{
  static const struct {
    const char *given; /* NULL: no override */
    const char *region;
    const char *url; /* NULL: refused */
    HtapErrorReason reason;
  } cases[] = {
    { NULL, "cn-north-4", "https://iam.cn-north-4.myhuaweicloud.com" },
    { NULL, "cn-north-11", "https://iam.myhuaweicloud.com" },
    { NULL, NULL, "https://iam.myhuaweicloud.com" },
    { NULL, "private-1", NULL, HTAP_ERROR_REASON_NO_IAM_ENDPOINT },
    { "https://iam.example.com", "private-1", "https://iam.example.com:443" },
    { "https://iam.example.com:8443/base/v3/", NULL, "https://iam.example.com:8443/base" },
    { "http://127.0.0.1:8080/v3", "cn-north-4", "http://127.0.0.1:8080" },
    { "http://iam.example.com", "cn-north-4", NULL, HTAP_ERROR_REASON_NOT_HTTPS },
    { "iam.example.com", "cn-north-4", NULL, HTAP_ERROR_REASON_BAD_ENDPOINT },
  };
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GUri) uri = NULL;
      g_autofree char *url = NULL;

      g_test_message ("case %u", i);
      htap_profile_set_iam_endpoint (profile, cases[i].given);
      uri = htap_endpoint_resolve_iam (profile, cases[i].region, &error);
      url = uri != NULL ? g_uri_to_string (uri) : NULL;
      g_assert_cmpstr (url, ==, cases[i].url);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/endpoint/known-regions", test_known_regions);
  g_test_add_func ("/endpoint/unknown-region", test_unknown_region);
  g_test_add_func ("/endpoint/good-overrides", test_good_overrides);
  g_test_add_func ("/endpoint/bad-overrides", test_bad_overrides);
  g_test_add_func ("/endpoint/iam", test_iam);

  return g_test_run ();
}
