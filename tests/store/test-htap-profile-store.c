/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-store.h"

#include "htap-error.h"
#include "htap-test.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder; /* temporary */
  char *path;   /* of a file in a folder that is not there yet */
  HtapProfileStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = htap_test_temporary_directory ();
  fixture->path =
      g_build_filename (fixture->folder, "config", "htap-inventory", "profiles.ini", NULL);
  fixture->store = htap_profile_store_new (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  htap_test_remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static HtapProfile *
new_profile (const char *uuid, const char *name)
{
  HtapProfile *profile = htap_profile_new (uuid);

  htap_profile_set_name (profile, name);

  return profile;
}

static void
save (Fixture *fixture, const char *uuid, const char *name)
{
  g_autoptr (HtapProfile) profile = new_profile (uuid, name);
  g_autoptr (GError) error = NULL;

  htap_profile_store_save (fixture->store, profile, &error);
  g_assert_no_error (error);
}

static void
write_text (Fixture *fixture, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
}

static char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* Space-separated names of the profiles that are saved. */
static void
assert_names (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) profiles = htap_profile_store_load (fixture->store, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < profiles->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            htap_profile_get_name (profiles->pdata[i]));

  g_assert_cmpstr (names->str, ==, expected);
}

static void
assert_mode (const char *path, mode_t expected)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, expected);
}

static void
assert_storage_error (Fixture *fixture, const GError *error)
{
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpstr (htap_error_get_details (error)->subject, ==,
                   htap_profile_store_get_path (fixture->store));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_names (fixture, "");
  g_assert_true (htap_profile_store_remove (fixture->store, "a", &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_default_path (void)
{
  g_autoptr (HtapProfileStore) store = htap_profile_store_new (NULL);
  g_autofree char *path =
      g_build_filename (g_get_user_config_dir (), "htap-inventory", "profiles.ini", NULL);

  g_assert_cmpstr (htap_profile_store_get_path (store), ==, path);
}

static void
test_modes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  save (fixture, "a", "A");
  assert_mode (folder, 0700);
  assert_mode (fixture->path, 0600);

  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  save (fixture, "b", "B");
  assert_mode (fixture->path, 0600);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%u", i % 2 ? "配置" : "p", 1000 - i);

      save (fixture, NULL, name);
      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }

  assert_names (fixture, names->str);
}

static void
test_change_and_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  save (fixture, "a", "A");
  save (fixture, "b", "B");
  save (fixture, "c", "C");
  save (fixture, "a", "Anew");
  assert_names (fixture, "Anew B C");

  g_assert_true (htap_profile_store_remove (fixture->store, "b", &error));
  g_assert_no_error (error);
  assert_names (fixture, "Anew C");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "environment", " demo ", "", "  " };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (HtapProfile) profile = new_profile (NULL, names[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (htap_profile_store_save (fixture->store, profile, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
    }

  {
    g_autoptr (HtapProfile) profile = new_profile ("../../elsewhere", "Name");
    g_autoptr (GError) error = NULL;

    g_assert_false (htap_profile_store_save (fixture->store, profile, &error));
    g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
    g_assert_cmpint (htap_error_get_details (error)->reason, ==, HTAP_ERROR_REASON_BAD_ID);
  }

  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "[profile a]\nName=A\nSignIn=token\nthis is no line of a key file\n";
  g_autoptr (HtapProfile) profile = new_profile ("b", "B");
  g_autoptr (GError) load_error = NULL;
  g_autoptr (GError) save_error = NULL;
  g_autoptr (GError) remove_error = NULL;
  g_autofree char *after = NULL;

  write_text (fixture, text);

  g_assert_null (htap_profile_store_load (fixture->store, &load_error));
  assert_storage_error (fixture, load_error);
  g_assert_false (htap_profile_store_save (fixture->store, profile, &save_error));
  assert_storage_error (fixture, save_error);
  g_assert_false (htap_profile_store_remove (fixture->store, "a", &remove_error));
  assert_storage_error (fixture, remove_error);

  after = read_text (fixture->path);
  g_assert_cmpstr (after, ==, text);
}

static void
test_empty_file (Fixture *fixture, gconstpointer data)
{
  write_text (fixture, "");
  assert_names (fixture, "");
  save (fixture, "a", "A");
  assert_names (fixture, "A");
}

/* Another program writes between two of our writes. */
static void
test_concurrent_edit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *after = NULL;

  save (fixture, "a", "A");
  before = read_text (fixture->path);
  edited = g_strconcat ("# by hand\n[window]\nx=1\n\n", before,
                        "Colour=blue\n\n[profile z]\nName=Z\nSignIn=password\n", NULL);
  write_text (fixture, edited);

  save (fixture, "b", "B");
  assert_names (fixture, "A Z B");
  save (fixture, "a", "A2");
  assert_names (fixture, "A2 Z B");
  g_assert_true (htap_profile_store_remove (fixture->store, "b", &error));

  after = read_text (fixture->path);
  g_assert_true (g_str_has_prefix (after, "# by hand\n"));
  g_assert_nonnull (strstr (after, "[window]\nx=1\n"));
  g_assert_nonnull (strstr (after, "Colour=blue\n"));
}

static void
test_symlink (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *target = g_build_filename (fixture->folder, "elsewhere", "mine.ini", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("../../elsewhere/mine.ini", fixture->path), ==, 0);

  /* The target is not there at first, and is there afterwards. */
  save (fixture, "a", "A");
  save (fixture, "b", "B");
  assert_names (fixture, "A B");
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (target, G_FILE_TEST_IS_REGULAR));
  assert_mode (target, 0600);
}

static void
test_symlink_loop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (HtapProfile) profile = new_profile ("a", "A");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("profiles.ini", fixture->path), ==, 0);

  g_assert_false (htap_profile_store_save (fixture->store, profile, &error));
  assert_storage_error (fixture, error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

static void
test_not_a_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "config", NULL);
  g_autoptr (HtapProfile) profile = new_profile ("a", "A");
  g_autoptr (GError) load_error = NULL;
  g_autoptr (GError) save_error = NULL;

  g_assert_true (g_file_set_contents (file, "", -1, NULL));

  g_assert_null (htap_profile_store_load (fixture->store, &load_error));
  assert_storage_error (fixture, load_error);
  g_assert_false (htap_profile_store_save (fixture->store, profile, &save_error));
  assert_storage_error (fixture, save_error);
}

/* /proc takes no new files from anybody, root included. */
static void
test_cannot_be_written (void)
{
  g_autoptr (HtapProfileStore) store = htap_profile_store_new ("/proc/profiles.ini");
  g_autoptr (HtapProfile) profile = new_profile ("a", "A");
  g_autoptr (GError) error = NULL;

  g_assert_false (htap_profile_store_save (store, profile, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpstr (htap_error_get_details (error)->subject, ==, "/proc/profiles.ini");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/profile-store/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("missing", test_missing);
  ADD ("modes", test_modes);
  ADD ("many", test_many);
  ADD ("change-and-remove", test_change_and_remove);
  ADD ("refused", test_refused);
  ADD ("broken", test_broken);
  ADD ("empty-file", test_empty_file);
  ADD ("concurrent-edit", test_concurrent_edit);
  ADD ("symlink", test_symlink);
  ADD ("symlink-loop", test_symlink_loop);
  ADD ("not-a-folder", test_not_a_folder);
#undef ADD
  g_test_add_func ("/profile-store/default-path", test_default_path);
  g_test_add_func ("/profile-store/cannot-be-written", test_cannot_be_written);

  return g_test_run ();
}
