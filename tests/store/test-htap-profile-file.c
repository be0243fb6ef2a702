/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-file.h"

#include <string.h>

#define UUID "6f1c2a30-0000-4000-8000-000000000001"

static GKeyFile *
parse (const char *text)
{
  GKeyFile *file = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_data (file, text, strlen (text),
                             G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS, &error);
  g_assert_no_error (error);

  return file;
}

static HtapProfile *
read_only_profile (GKeyFile *file)
{
  g_autoptr (GPtrArray) profiles = htap_profile_file_get_profiles (file, NULL);

  g_assert_cmpuint (profiles->len, ==, 1);

  return g_object_ref (profiles->pdata[0]);
}

static void
assert_ids (GPtrArray *ids, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *id = htap_regional_id_to_string (ids->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", id);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static const char documented[] = "[profile " UUID "]\n"
                                 "Name=Production\n"
                                 "SignIn=access-key\n"
                                 "Account=acme\n"
                                 "User=ops\n"
                                 "AccessKeyId=AKID\n"
                                 "Projects=cn-north-4:23a5;cn-east-3:\n"
                                 "Discover=true\n"
                                 "TaurusIds=cn-north-4:abcin07\n"
                                 "HiddenTaurusIds=\n"
                                 "Enabled=false\n"
                                 "Endpoint.cn-north-4=https://gw.example\n"
                                 "Endpoint.cn-east-3=\n"
                                 "IamEndpoint=https://iam.example\n"
                                 "CaFile=/etc/ssl/own.pem\n";

static void
test_documented (void)
{
  g_autoptr (GKeyFile) file = parse (documented);
  g_autoptr (HtapProfile) profile = read_only_profile (file);

  g_assert_cmpstr (htap_profile_get_uuid (profile), ==, UUID);
  g_assert_cmpstr (htap_profile_get_name (profile), ==, "Production");
  g_assert_cmpint (htap_profile_get_origin (profile), ==, HTAP_PROFILE_SAVED);
  g_assert_cmpint (htap_profile_get_sign_in (profile), ==, HTAP_SIGN_IN_ACCESS_KEY);
  g_assert_cmpstr (htap_profile_get_account (profile), ==, "acme");
  g_assert_cmpstr (htap_profile_get_user (profile), ==, "ops");
  g_assert_cmpstr (htap_profile_get_access_key_id (profile), ==, "AKID");
  assert_ids (htap_profile_get_projects (profile), "cn-north-4:23a5 cn-east-3:");
  g_assert_true (htap_profile_get_discover (profile));
  assert_ids (htap_profile_get_taurus_ids (profile), "cn-north-4:abcin07");
  assert_ids (htap_profile_get_hidden_taurus_ids (profile), "");
  g_assert_false (htap_profile_get_enabled (profile));
  g_assert_cmpstr (htap_profile_get_endpoint (profile, "cn-north-4"), ==, "https://gw.example");
  g_assert_null (htap_profile_get_endpoint (profile, "cn-east-3"));
  g_assert_cmpstr (htap_profile_get_iam_endpoint (profile), ==, "https://iam.example");
  g_assert_cmpstr (htap_profile_get_ca_file (profile), ==, "/etc/ssl/own.pem");
}

static void
test_written_anew (void)
{
  g_autoptr (GKeyFile) read = parse (documented);
  g_autoptr (HtapProfile) profile = read_only_profile (read);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (HtapProfile) again = NULL;
  g_autofree char *projects = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GKeyFile) file_again = NULL;
  g_autofree char *text_again = NULL;

  htap_profile_file_set_profile (file, profile);
  projects = g_key_file_get_value (file, "profile " UUID, "Projects", NULL);
  g_assert_cmpstr (projects, ==, "cn-north-4:23a5;cn-east-3:");

  again = read_only_profile (file);
  file_again = g_key_file_new ();
  htap_profile_file_set_profile (file_again, again);
  text = g_key_file_to_data (file, NULL, NULL);
  text_again = g_key_file_to_data (file_again, NULL, NULL);
  g_assert_cmpstr (text, ==, text_again);
  g_assert_nonnull (strstr (text, "SignIn=access-key\n"));
}

static void
test_unchanged (void)
{
  static const char *const texts[] = {
    documented,
    "# mine\n[other]\na=b\n\n# about it\n[profile " UUID "]\nName=生产环境\nFuture=1\n# how\n"
    "SignIn = token\nProjects=cn-north-4:p; cn-east-3: ;:no region;\nEnabled=1\nDiscover=0\n"
    "Name[zh_CN]=x\n\n# the end\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GKeyFile) file = parse (texts[i]);
      g_autoptr (HtapProfile) profile = read_only_profile (file);
      g_autofree char *before = g_key_file_to_data (file, NULL, NULL);
      g_autofree char *after = NULL;

      htap_profile_file_set_profile (file, profile);
      after = g_key_file_to_data (file, NULL, NULL);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_emptied (void)
{
  g_autoptr (GKeyFile) file = parse (documented);
  g_autoptr (HtapProfile) profile = read_only_profile (file);
  g_autoptr (HtapProfile) again = NULL;
  g_autoptr (GPtrArray) none = htap_regional_ids_new ();

  htap_profile_set_access_key_id (profile, NULL);
  htap_profile_set_sign_in (profile, HTAP_SIGN_IN_PASSWORD);
  htap_profile_set_taurus_ids (profile, none);
  htap_profile_set_endpoint (profile, "cn-north-4", NULL);
  htap_profile_set_enabled (profile, TRUE);
  htap_profile_file_set_profile (file, profile);

  again = read_only_profile (file);
  g_assert_null (htap_profile_get_access_key_id (again));
  g_assert_cmpint (htap_profile_get_sign_in (again), ==, HTAP_SIGN_IN_PASSWORD);
  assert_ids (htap_profile_get_taurus_ids (again), "");
  g_assert_null (htap_profile_get_endpoint (again, "cn-north-4"));
  g_assert_true (htap_profile_get_enabled (again));
  g_assert_cmpstr (htap_profile_get_account (again), ==, "acme");
}

static void
test_names (void)
{
  static const char *const names[] = { "生产环境",   "Ünï\\cödé; #1", "a]b[c",
                                       "\"quoted\"", "two\nlines",    "مرحبا",
                                       "=",          "😀 tab\there",   "<b>bold</b> &" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
      g_autoptr (HtapProfile) again = NULL;
      g_autoptr (GKeyFile) file = g_key_file_new ();
      g_autoptr (GKeyFile) reread = NULL;
      g_autofree char *text = NULL;

      htap_profile_set_name (profile, names[i]);
      htap_profile_file_set_profile (file, profile);
      text = g_key_file_to_data (file, NULL, NULL);
      reread = parse (text);
      again = read_only_profile (reread);
      g_assert_cmpstr (htap_profile_get_name (again), ==, names[i]);
    }
}

/* What is not understood costs nobody else. */
static void
test_left_out (void)
{
  static const char *const broken[] = {
    "[profile a]\nName=No sign-in\n",
    "[profile a]\nName=Bad sign-in\nSignIn=retina\n",
    "[profile a]\nSignIn=token\n",
    "[profile a]\nName=\nSignIn=token\n",
    "[profile a]\nName=demo\nSignIn=token\n",
    "[profile a]\nName=\xff\xfe\nSignIn=token\n",
    "[profile ../a]\nName=Bad uuid\nSignIn=token\n",
    "[profile environment]\nName=Reserved uuid\nSignIn=token\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *text = g_strconcat ("[profile 1]\nName=One\nSignIn=token\n", broken[i],
                                           "[profile 2]\nName=Two\nSignIn=token\n", NULL);
      g_autoptr (GKeyFile) file = parse (text);
      g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) profiles = htap_profile_file_get_profiles (file, left_out);
      g_autofree char *after = NULL;

      g_assert_cmpuint (left_out->len, ==, 1);
      g_assert_true (g_str_has_prefix (broken[i], left_out->pdata[0]));

      g_assert_cmpuint (profiles->len, ==, 2);
      g_assert_cmpstr (htap_profile_get_name (profiles->pdata[0]), ==, "One");
      g_assert_cmpstr (htap_profile_get_name (profiles->pdata[1]), ==, "Two");

      htap_profile_file_set_profile (file, profiles->pdata[0]);
      after = g_key_file_to_data (file, NULL, NULL);
      g_assert_nonnull (strstr (after, broken[i]));
    }
}

static void
test_bad_flags (void)
{
  g_autoptr (GKeyFile) file = parse ("[profile a]\nName=A\nSignIn=token\nEnabled=perhaps\n");
  g_autoptr (HtapProfile) profile = read_only_profile (file);

  g_assert_true (htap_profile_get_enabled (profile));
  g_assert_false (htap_profile_get_discover (profile));
}

static void
test_remove (void)
{
  g_autoptr (GKeyFile) file = parse (documented);
  g_autoptr (GPtrArray) profiles = NULL;

  g_assert_false (htap_profile_file_remove_profile (file, "another"));
  g_assert_true (htap_profile_file_remove_profile (file, UUID));

  profiles = htap_profile_file_get_profiles (file, NULL);
  g_assert_cmpuint (profiles->len, ==, 0);
}

static void
test_says_the_same (void)
{
  g_autoptr (GKeyFile) file = parse (documented);
  g_autoptr (HtapProfile) profile = read_only_profile (file);
  g_autoptr (HtapProfile) same = read_only_profile (file);
  g_autoptr (HtapProfile) elsewhere = htap_profile_copy (profile);
  g_autoptr (HtapProfile) other = htap_profile_new (NULL);

  g_assert_true (htap_profile_file_says_the_same (profile, same));
  htap_profile_set_endpoint (elsewhere, "cn-north-4", "https://other.example");
  g_assert_false (htap_profile_file_says_the_same (profile, elsewhere));
  g_assert_false (htap_profile_file_says_the_same (profile, other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile-file/documented", test_documented);
  g_test_add_func ("/profile-file/written-anew", test_written_anew);
  g_test_add_func ("/profile-file/unchanged", test_unchanged);
  g_test_add_func ("/profile-file/emptied", test_emptied);
  g_test_add_func ("/profile-file/names", test_names);
  g_test_add_func ("/profile-file/left-out", test_left_out);
  g_test_add_func ("/profile-file/bad-flags", test_bad_flags);
  g_test_add_func ("/profile-file/says-the-same", test_says_the_same);
  g_test_add_func ("/profile-file/remove", test_remove);

  return g_test_run ();
}
