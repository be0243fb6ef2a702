/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile.h"

/* An array that owns what `region:id` texts say. */
static GPtrArray *
parse_ids (const char *first, ...)
{
  GPtrArray *ids = htap_regional_ids_new ();
  va_list texts;

  va_start (texts, first);
  for (const char *text = first; text != NULL; text = va_arg (texts, const char *))
    g_ptr_array_add (ids, htap_regional_id_parse (text));
  va_end (texts);

  return ids;
}

static void
assert_ids (GPtrArray *ids, const char *expected)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *text = htap_regional_id_to_string (ids->pdata[i]);

      g_string_append_printf (joined, "%s;", text);
    }

  g_assert_cmpstr (joined->str, ==, expected);
}

static void
fill (HtapProfile *profile)
{
  g_autoptr (GPtrArray) projects = parse_ids ("cn-north-4:p1", "cn-east-3:", "cn-north-4:p1", NULL);
  g_autoptr (GPtrArray) taurus_ids = parse_ids ("cn-north-4:t1", "cn-north-4:t2", NULL);
  g_autoptr (GPtrArray) hidden = parse_ids ("cn-north-4:t2", "cn-north-4:t2", NULL);

  htap_profile_set_name (profile, " Production \n");
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_profile_set_sign_in (profile, HTAP_SIGN_IN_ACCESS_KEY);
  htap_profile_set_account (profile, "acme");
  htap_profile_set_user (profile, "ops");
  htap_profile_set_access_key_id (profile, "AK");
  htap_profile_set_iam_endpoint (profile, "https://iam.example");
  htap_profile_set_ca_file (profile, "/ca.pem");
  htap_profile_set_discover (profile, TRUE);
  htap_profile_set_enabled (profile, FALSE);
  htap_profile_set_projects (profile, projects);
  htap_profile_set_taurus_ids (profile, taurus_ids);
  htap_profile_set_hidden_taurus_ids (profile, hidden);
  htap_profile_set_endpoint (profile, "cn-north-4", " https://private.example ");
  htap_profile_set_endpoint (profile, "cn-east-3", "https://other.example");
  htap_profile_set_project_name (profile, "cn-east-3", " cn-east-3_sales ");
}

static void
assert_filled (HtapProfile *profile)
{
  g_auto (GStrv) regions = htap_profile_dup_endpoint_regions (profile);

  g_assert_cmpstr (htap_profile_get_uuid (profile), ==, "uuid");
  g_assert_cmpstr (htap_profile_get_name (profile), ==, "Production");
  g_assert_cmpint (htap_profile_get_origin (profile), ==, HTAP_PROFILE_ENVIRONMENT);
  g_assert_cmpint (htap_profile_get_sign_in (profile), ==, HTAP_SIGN_IN_ACCESS_KEY);
  g_assert_cmpstr (htap_profile_get_account (profile), ==, "acme");
  g_assert_cmpstr (htap_profile_get_user (profile), ==, "ops");
  g_assert_cmpstr (htap_profile_get_access_key_id (profile), ==, "AK");
  g_assert_cmpstr (htap_profile_get_iam_endpoint (profile), ==, "https://iam.example");
  g_assert_cmpstr (htap_profile_get_ca_file (profile), ==, "/ca.pem");
  g_assert_true (htap_profile_get_discover (profile));
  g_assert_false (htap_profile_get_enabled (profile));
  assert_ids (htap_profile_get_projects (profile), "cn-north-4:p1;cn-east-3:;");
  assert_ids (htap_profile_get_taurus_ids (profile), "cn-north-4:t1;cn-north-4:t2;");
  assert_ids (htap_profile_get_hidden_taurus_ids (profile), "cn-north-4:t2;");
  g_assert_cmpstr (htap_profile_get_endpoint (profile, "cn-north-4"), ==,
                   "https://private.example");
  g_assert_cmpstrv (regions, ((const char *const[]){ "cn-east-3", "cn-north-4", NULL }));
  g_assert_cmpstr (htap_profile_get_project_name (profile, "cn-east-3"), ==, "cn-east-3_sales");
  g_assert_null (htap_profile_get_project_name (profile, "cn-north-4"));
  g_assert_cmpstr (htap_profile_find_project_name (profile, "cn-east-3"), ==, "cn-east-3_sales");
  g_assert_cmpstr (htap_profile_find_project_name (profile, "cn-north-4"), ==, "cn-north-4");
}

static void
test_members (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("uuid");

  fill (profile);
  assert_filled (profile);
}

/* A copy has everything, and nothing in common with its original. */
static void
test_copy (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("uuid");
  g_autoptr (HtapProfile) copy = NULL;
  g_autoptr (GPtrArray) none = htap_regional_ids_new ();

  fill (profile);
  copy = htap_profile_copy (profile);
  assert_filled (copy);

  htap_profile_set_name (profile, "Changed");
  htap_profile_set_projects (profile, none);
  htap_profile_set_taurus_ids (profile, none);
  htap_profile_set_hidden_taurus_ids (profile, none);
  htap_profile_set_endpoint (profile, "cn-north-4", NULL);
  htap_profile_set_project_name (profile, "cn-east-3", NULL);
  assert_filled (copy);
  g_assert_null (htap_profile_get_project_name (profile, "cn-east-3"));
}

static void
test_new_from (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("uuid");
  g_autoptr (HtapProfile) other = NULL;

  fill (profile);
  other = htap_profile_new_from (profile);
  g_assert_true (g_uuid_string_is_valid (htap_profile_get_uuid (other)));
  g_assert_cmpstr (htap_profile_get_user (other), ==, "ops");
  g_assert_cmpstr (htap_profile_get_project_name (other, "cn-east-3"), ==, "cn-east-3_sales");
}

static void
test_new (void)
{
  g_autoptr (HtapProfile) one = htap_profile_new (NULL);
  g_autoptr (HtapProfile) other = htap_profile_new (NULL);

  g_assert_true (g_uuid_string_is_valid (htap_profile_get_uuid (one)));
  g_assert_cmpstr (htap_profile_get_uuid (one), !=, htap_profile_get_uuid (other));
  g_assert_cmpstr (htap_profile_get_name (one), ==, "");
  g_assert_null (htap_profile_get_account (one));
  g_assert_cmpint (htap_profile_get_sign_in (one), ==, HTAP_SIGN_IN_TOKEN);
  g_assert_cmpint (htap_profile_get_origin (one), ==, HTAP_PROFILE_SAVED);
  g_assert_true (htap_profile_get_enabled (one));
  g_assert_false (htap_profile_get_discover (one));
  g_assert_cmpuint (htap_profile_get_projects (one)->len, ==, 0);
}

static void
test_blank_is_absent (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("uuid");

  fill (profile);
  htap_profile_set_name (profile, "  ");
  htap_profile_set_account (profile, "");
  htap_profile_set_user (profile, NULL);
  htap_profile_set_endpoint (profile, "cn-north-4", " ");

  g_assert_cmpstr (htap_profile_get_name (profile), ==, "");
  g_assert_null (htap_profile_get_account (profile));
  g_assert_null (htap_profile_get_user (profile));
  g_assert_null (htap_profile_get_endpoint (profile, "cn-north-4"));
}

static void
test_project_of_region (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("uuid");

  fill (profile);

  g_assert_cmpstr (htap_profile_find_project_id (profile, "cn-north-4"), ==, "p1");
  g_assert_cmpstr (htap_profile_find_project_id (profile, "cn-east-3"), ==, "");
  g_assert_null (htap_profile_find_project_id (profile, "cn-south-1"));
}

static void
test_reserved_names (void)
{
  g_assert_true (htap_profile_name_is_reserved ("demo"));
  g_assert_true (htap_profile_name_is_reserved ("environment"));
  g_assert_true (htap_profile_name_is_reserved (" demo "));
  g_assert_false (htap_profile_name_is_reserved ("Demonstration"));
  g_assert_false (htap_profile_name_is_reserved (""));
  g_assert_false (htap_profile_name_is_reserved (NULL));
}

static void
test_asks_like (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("1");
  g_autoptr (HtapProfile) edited = htap_profile_copy (profile);

  htap_profile_set_name (edited, "renamed");
  htap_profile_set_endpoint (edited, "east", "https://elsewhere.example");
  g_assert_true (htap_profile_asks_like (profile, edited, "north"));
  g_assert_false (htap_profile_asks_like (profile, edited, "east"));
  htap_profile_set_sign_in (edited, HTAP_SIGN_IN_PASSWORD);
  g_assert_false (htap_profile_asks_like (profile, edited, "north"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile/members", test_members);
  g_test_add_func ("/profile/copy", test_copy);
  g_test_add_func ("/profile/new-from", test_new_from);
  g_test_add_func ("/profile/new", test_new);
  g_test_add_func ("/profile/blank-is-absent", test_blank_is_absent);
  g_test_add_func ("/profile/project-of-region", test_project_of_region);
  g_test_add_func ("/profile/reserved-names", test_reserved_names);
  g_test_add_func ("/profile/asks-like", test_asks_like);

  return g_test_run ();
}
