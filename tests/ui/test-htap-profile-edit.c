/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-edit.h"

static void
add_id (GPtrArray *ids, const char *region, const char *id)
{
  g_ptr_array_add (ids, htap_regional_id_new (region, id));
}

/* A profile as a careful hand might have written it into the file. */
static HtapProfile *
new_profile (void)
{
  HtapProfile *profile = htap_profile_new ("6f1c0000-0000-4000-8000-000000000000");
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autoptr (GPtrArray) taurus_ids = htap_regional_ids_new ();
  g_autoptr (GPtrArray) hidden = htap_regional_ids_new ();

  add_id (projects, "cn-north-4", "project1");
  add_id (projects, "cn-east-3", "project2");
  add_id (taurus_ids, "cn-north-4", "one");
  add_id (taurus_ids, "cn-east-3", "elsewhere");
  add_id (taurus_ids, "cn-north-4", "two");
  add_id (hidden, "cn-north-4", "hidden");

  htap_profile_set_name (profile, "Production");
  htap_profile_set_projects (profile, projects);
  htap_profile_set_taurus_ids (profile, taurus_ids);
  htap_profile_set_hidden_taurus_ids (profile, hidden);
  htap_profile_set_endpoint (profile, "cn-north-4", "https://one.example.com");
  htap_profile_set_endpoint (profile, "cn-east-3", "https://two.example.com");
  htap_profile_set_iam_endpoint (profile, "https://iam.example.com");
  htap_profile_set_ca_file (profile, "/etc/ssl/corporation.pem");
  htap_profile_set_enabled (profile, FALSE);

  return profile;
}

static void
assert_ids (GPtrArray *ids, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *id = htap_regional_id_to_string (ids->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ";" : "", id);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_new (void)
{
  g_autoptr (HtapProfile) profile = new_profile ();
  g_autoptr (HtapProfileEdit) edit = htap_profile_edit_new (profile);
  g_autoptr (HtapProfileEdit) nothing = htap_profile_edit_new (NULL);
  g_autofree char *taurus_ids = g_strjoinv (" ", edit->taurus_ids);

  g_assert_cmpstr (edit->name, ==, "Production");
  assert_ids (edit->projects, "cn-north-4:project1;cn-east-3:project2");
  g_assert_cmpstr (htap_profile_edit_get_project (edit)->id, ==, "project1");
  g_assert_cmpstr (htap_regional_texts_get (edit->endpoints, "cn-east-3"), ==,
                   "https://two.example.com");
  g_assert_cmpstr (taurus_ids, ==, "one two cn-east-3:elsewhere");

  g_assert_null (htap_profile_edit_get_project (nothing));
  g_assert_null (nothing->taurus_ids[0]);
}

static void
assert_rest_is_kept (HtapProfile *edited)
{
  g_assert_cmpstr (htap_profile_get_uuid (edited), ==, "6f1c0000-0000-4000-8000-000000000000");
  assert_ids (htap_profile_get_hidden_taurus_ids (edited), "cn-north-4:hidden");
  g_assert_cmpstr (htap_profile_get_iam_endpoint (edited), ==, "https://iam.example.com");
  g_assert_cmpstr (htap_profile_get_ca_file (edited), ==, "/etc/ssl/corporation.pem");
  g_assert_false (htap_profile_get_enabled (edited));
}

static void
test_nothing_edited (void)
{
  g_autoptr (HtapProfile) profile = new_profile ();
  g_autoptr (HtapProfileEdit) edit = htap_profile_edit_new (profile);
  g_autoptr (HtapProfile) edited = htap_profile_edit_apply (edit, profile);

  assert_ids (htap_profile_get_projects (edited), "cn-north-4:project1;cn-east-3:project2");
  assert_ids (htap_profile_get_taurus_ids (edited),
              "cn-north-4:one;cn-north-4:two;cn-east-3:elsewhere");
  g_assert_cmpstr (htap_profile_get_endpoint (edited, "cn-north-4"), ==, "https://one.example.com");
  g_assert_cmpstr (htap_profile_get_endpoint (edited, "cn-east-3"), ==, "https://two.example.com");
  assert_rest_is_kept (edited);
}

static void
test_apply (void)
{
  g_autoptr (HtapProfile) profile = new_profile ();
  g_autoptr (HtapProfileEdit) edit = htap_profile_edit_new (profile);
  g_autoptr (HtapProfile) edited = NULL;

  g_free (edit->name);
  edit->name = g_strdup (" Staging ");
  htap_profile_edit_set_project (edit, htap_regional_id_new ("cn-north-4", "project3"));
  g_strfreev (edit->taurus_ids);
  edit->taurus_ids = g_strsplit ("three cn-east-3:four one", " ", -1);
  htap_regional_texts_set (edit->endpoints, "cn-north-4", NULL);
  edited = htap_profile_edit_apply (edit, profile);

  g_assert_cmpstr (htap_profile_get_name (edited), ==, "Staging");
  assert_ids (htap_profile_get_projects (edited), "cn-north-4:project3;cn-east-3:project2");
  assert_ids (htap_profile_get_taurus_ids (edited),
              "cn-north-4:three;cn-east-3:four;cn-north-4:one");
  g_assert_null (htap_profile_get_endpoint (edited, "cn-north-4"));
  g_assert_cmpstr (htap_profile_get_endpoint (edited, "cn-east-3"), ==, "https://two.example.com");
  assert_rest_is_kept (edited);

  g_assert_cmpstr (htap_profile_get_name (profile), ==, "Production");
}

/* Who moves to another region takes the ids along, and no endpoint stays behind. */
static void
test_other_region (void)
{
  g_autoptr (HtapProfile) profile = new_profile ();
  g_autoptr (HtapProfileEdit) edit = htap_profile_edit_new (profile);
  g_autoptr (HtapProfile) edited = NULL;

  htap_profile_edit_set_project (edit, htap_regional_id_new ("eu-west-101", "project1"));
  htap_regional_texts_set (edit->endpoints, "eu-west-101", "https://three.example.com");
  edited = htap_profile_edit_apply (edit, profile);

  assert_ids (htap_profile_get_projects (edited), "eu-west-101:project1;cn-east-3:project2");
  assert_ids (htap_profile_get_taurus_ids (edited),
              "eu-west-101:one;eu-west-101:two;cn-east-3:elsewhere");
  g_assert_null (htap_profile_get_endpoint (edited, "cn-north-4"));
  g_assert_cmpstr (htap_profile_get_endpoint (edited, "eu-west-101"), ==,
                   "https://three.example.com");
  assert_rest_is_kept (edited);
}

static void
test_apply_to_nothing (void)
{
  g_autoptr (HtapProfileEdit) edit = htap_profile_edit_new (NULL);
  g_autoptr (HtapProfile) profile = NULL;

  edit->name = g_strdup ("New");
  htap_profile_edit_set_project (edit, htap_regional_id_new ("cn-north-4", "project"));
  profile = htap_profile_edit_apply (edit, NULL);

  g_assert_true (g_uuid_string_is_valid (htap_profile_get_uuid (profile)));
  g_assert_cmpint (htap_profile_get_sign_in (profile), ==, HTAP_SIGN_IN_TOKEN);
  g_assert_true (htap_profile_get_enabled (profile));
  assert_ids (htap_profile_get_projects (profile), "cn-north-4:project");
  g_assert_cmpuint (htap_profile_get_taurus_ids (profile)->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile-edit/new", test_new);
  g_test_add_func ("/profile-edit/nothing-edited", test_nothing_edited);
  g_test_add_func ("/profile-edit/apply", test_apply);
  g_test_add_func ("/profile-edit/other-region", test_other_region);
  g_test_add_func ("/profile-edit/apply-to-nothing", test_apply_to_nothing);

  return g_test_run ();
}
