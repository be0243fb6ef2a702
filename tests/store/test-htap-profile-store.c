/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-store.h"

#include "htap-error.h"
#include "htap-file-watch.h"
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
  htap_test_write_file (fixture->path, text);
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

static const char broken_text[] =
    "[profile a]\nName=A\nSignIn=token\nthis is no line of a key file\n";

static void
assert_config_error (const GError *error, HtapErrorReason reason)
{
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_CONFIG);
  g_assert_cmpint (htap_error_get_details (error)->reason, ==, reason);
}

/* At the start nothing is lost and nothing is in the way. */
static void
test_broken_is_set_aside (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    gsize length;
  } texts[] = {
    { broken_text, sizeof broken_text - 1 },
    { "\xff\xfe[\0p\0]\0\n\0", 10 },
    { "[profile a]\nName=A\0B\nSignIn=token\n", 35 },
    { "\x89PNG\r\n\x1a\n", 8 },
  };

  write_text (fixture, "");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) problem = NULL;
      g_autoptr (GPtrArray) profiles = NULL;
      g_autofree char *after = NULL;
      const char *copy;
      gsize length;

      g_assert_true (
          g_file_set_contents (fixture->path, texts[i].text, (gssize) texts[i].length, NULL));
      profiles = htap_profile_store_load (fixture->store, &problem);
      g_assert_cmpuint (profiles->len, ==, 0);
      assert_config_error (problem, HTAP_ERROR_REASON_FILE_SET_ASIDE);

      copy = htap_error_get_details (problem)->subject;
      g_assert_nonnull (strstr (copy, "profiles.ini.broken-"));
      g_assert_true (g_file_get_contents (copy, &after, &length, NULL));
      g_assert_cmpmem (after, length, texts[i].text, texts[i].length);

      save (fixture, "b", "B");
      assert_names (fixture, "B");
    }
}

/* While the program runs, its owner is in the middle of editing: the file is left alone. */
static void
test_broken_while_running (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = new_profile ("b", "B");
  g_autoptr (GError) load_error = NULL;
  g_autoptr (GError) save_error = NULL;
  g_autoptr (GError) remove_error = NULL;
  g_autofree char *after = NULL;

  assert_names (fixture, "");
  write_text (fixture, broken_text);

  g_assert_null (htap_profile_store_reload (fixture->store, &load_error));
  assert_config_error (load_error, HTAP_ERROR_REASON_FILE_BROKEN);
  g_assert_false (htap_profile_store_save (fixture->store, profile, &save_error));
  assert_config_error (save_error, HTAP_ERROR_REASON_FILE_BROKEN);
  g_assert_cmpstr (htap_error_get_details (save_error)->subject, ==, fixture->path);
  g_assert_false (htap_profile_store_remove (fixture->store, "a", &remove_error));
  assert_config_error (remove_error, HTAP_ERROR_REASON_FILE_BROKEN);

  after = read_text (fixture->path);
  g_assert_cmpstr (after, ==, broken_text);
}

/* /proc takes no new names from anybody. */
static void
test_broken_in_a_read_only_folder (void)
{
  g_autoptr (HtapProfileStore) store = htap_profile_store_new ("/proc/version");
  g_autoptr (GError) problem = NULL;
  g_autoptr (GPtrArray) profiles = htap_profile_store_load (store, &problem);

  g_assert_cmpuint (profiles->len, ==, 0);
  assert_config_error (problem, HTAP_ERROR_REASON_FILE_BROKEN);
}

static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "[profile 1]\nName=One\nSignIn=token\n\n"
                             "[profile 2]\nName=Two\nSignIn=retina\n\n"
                             "[profile 3]\nSignIn=token\n";
  g_autoptr (GError) problem = NULL;
  g_autoptr (GPtrArray) profiles = NULL;
  g_autofree char *after = NULL;

  write_text (fixture, text);
  profiles = htap_profile_store_load (fixture->store, &problem);
  g_assert_cmpuint (profiles->len, ==, 1);
  assert_config_error (problem, HTAP_ERROR_REASON_GROUPS_LEFT_OUT);
  g_assert_cmpstr (htap_error_get_details (problem)->subject, ==, "[profile 2], [profile 3]");

  save (fixture, "4", "Four");
  after = read_text (fixture->path);
  g_assert_true (g_str_has_prefix (after, text));
}

/* Not there is one thing, there and not to be read another: that file is neither written to nor
 * moved, even where its folder would allow it. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inside G_GNUC_UNUSED = g_build_filename (fixture->path, "inside", NULL);
  g_autoptr (HtapProfile) profile = new_profile ("a", "A");
  g_autoptr (GError) load_error = NULL;
  g_autoptr (GError) save_error = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (fixture->path, 0700), ==, 0);

  g_assert_null (htap_profile_store_load (fixture->store, &load_error));
  assert_storage_error (fixture, load_error);
  g_assert_cmpint (htap_error_get_details (load_error)->reason, ==,
                   HTAP_ERROR_REASON_FILE_UNREADABLE);
  g_assert_false (htap_profile_store_save (fixture->store, profile, &save_error));
  assert_storage_error (fixture, save_error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_DIR));

  g_assert_cmpint (g_rmdir (fixture->path), ==, 0);
  g_assert_true (htap_profile_store_save (fixture->store, profile, &error));
  g_assert_no_error (error);
}

static void
on_changed (HtapProfileStore *store, guint *n_changed)
{
  (*n_changed)++;
}

static gboolean
is_changed (gpointer data)
{
  return *(guint *) data > 0;
}

static gboolean
is_told (gpointer data)
{
  return *(gboolean *) data;
}

static void
on_told (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
test_others_are_told_of (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GPtrArray) profiles = NULL;
  guint n_changed = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), &n_changed);
  htap_profile_store_watch (fixture->store);
  assert_names (fixture, "");

  write_text (fixture, "[profile z]\nName=Z\nSignIn=token\n");
  htap_test_wait_until (is_changed, &n_changed, "news of a file that appeared");
  profiles = htap_profile_store_reload (fixture->store, &problem);
  g_assert_no_error (problem);
  g_assert_cmpuint (profiles->len, ==, 1);

  n_changed = 0;
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  htap_test_wait_until (is_changed, &n_changed, "news of a file that is gone");
}

static void
test_own_writes_are_no_news (Fixture *fixture, gconstpointer data)
{
  guint n_changed = 0;
  gboolean told = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapFileWatch) witness = NULL;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), &n_changed);
  assert_names (fixture, "");
  save (fixture, "a", "A");
  htap_profile_store_watch (fixture->store);
  /* It came later, so the store has looked at the file when this one is told. */
  witness = htap_file_watch_new (fixture->path, on_told, &told);

  save (fixture, "b", "B");
  g_assert_true (htap_profile_store_remove (fixture->store, "a", &error));
  htap_test_wait_until (is_told, &told, "news of our own writes");
  g_assert_cmpuint (n_changed, ==, 0);

  /* Nor is a file that we set aside. */
  told = FALSE;
  write_text (fixture, broken_text);
  g_clear_pointer (&error, g_error_free);
  g_ptr_array_unref (htap_profile_store_load (fixture->store, &error));
  assert_config_error (error, HTAP_ERROR_REASON_FILE_SET_ASIDE);
  htap_test_wait_until (is_told, &told, "news of a file that was set aside");
  g_assert_cmpuint (n_changed, ==, 0);
}

/* Our own write came so soon after another's that both are seen at once. */
static void
test_own_write_hides_no_news (Fixture *fixture, gconstpointer data)
{
  guint n_changed = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), &n_changed);
  assert_names (fixture, "");
  save (fixture, "a", "A");
  htap_profile_store_watch (fixture->store);

  write_text (fixture, "[profile z]\nName=Z\nSignIn=token\n");
  save (fixture, "b", "B");
  htap_test_wait_until (is_changed, &n_changed, "news of another's change");
  assert_names (fixture, "Z B");
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
  ADD ("broken-is-set-aside", test_broken_is_set_aside);
  ADD ("broken-while-running", test_broken_while_running);
  ADD ("left-out", test_left_out);
  ADD ("unreadable", test_unreadable);
  ADD ("others-are-told-of", test_others_are_told_of);
  ADD ("own-writes-are-no-news", test_own_writes_are_no_news);
  ADD ("own-write-hides-no-news", test_own_write_hides_no_news);
  ADD ("empty-file", test_empty_file);
  ADD ("concurrent-edit", test_concurrent_edit);
  ADD ("symlink", test_symlink);
  ADD ("symlink-loop", test_symlink_loop);
  ADD ("not-a-folder", test_not_a_folder);
#undef ADD
  g_test_add_func ("/profile-store/default-path", test_default_path);
  g_test_add_func ("/profile-store/broken-in-a-read-only-folder",
                   test_broken_in_a_read_only_folder);
  g_test_add_func ("/profile-store/cannot-be-written", test_cannot_be_written);

  return g_test_run ();
}
