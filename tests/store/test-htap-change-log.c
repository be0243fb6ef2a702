/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-log.h"

#include "htap-change-line.h"
#include "htap-error.h"
#include "htap-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
  HtapChangeLog *log;
  GPtrArray *all; /* HtapChange, as the inventory has them */
  guint n_problems;
} Fixture;

static void
count (guint *n_problems)
{
  (*n_problems)++;
}

static void
open_log (Fixture *fixture)
{
  fixture->log = htap_change_log_new (fixture->path);
  g_signal_connect_swapped (fixture->log, "problem-changed", G_CALLBACK (count),
                            &fixture->n_problems);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = htap_test_temporary_directory ();

  /* Nothing is there yet. */
  fixture->folder = g_build_filename (parent, "state", NULL);
  fixture->path = g_build_filename (fixture->folder, "changes.jsonl", NULL);
  fixture->all = g_ptr_array_new_with_free_func (g_object_unref);
  open_log (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->folder);

  g_assert_finalize_object (fixture->log);
  g_ptr_array_unref (fixture->all);
  htap_test_remove_tree (parent);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static HtapChange *
make_change (const char *id, const char *value)
{
  const HtapChangeFacts facts = { .kind = HTAP_CHANGE_CHANGED,
                                  .profile = "6f1c",
                                  .region = "cn-north-4",
                                  .taurus_id = "ain07",
                                  .id = id,
                                  .field = HTAP_FIELD_NAME,
                                  .fields = HTAP_FIELD_BIT (HTAP_FIELD_NAME),
                                  .old_value = "old",
                                  .new_value = value,
                                  .at = 1711094400,
                                  .until = 1711094000 };

  return htap_change_new (&facts);
}

/* Notes that the instance has another name now. */
static void
append (Fixture *fixture, const char *id, const char *value)
{
  HtapChange *change = make_change (id, value);
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  g_ptr_array_add (fixture->all, change);
  g_ptr_array_add (added, change);
  htap_change_log_append (fixture->log, added, fixture->all);
}

/* @position: of a change in everything there is, whose instance was seen; -1: all */
static void
see (Fixture *fixture, int position)
{
  HtapChange *of = position >= 0 ? fixture->all->pdata[position] : NULL;

  for (guint i = 0; i < fixture->all->len; i++)
    if (of == NULL || htap_change_is_same_subject (of, fixture->all->pdata[i]))
      htap_change_set_seen (fixture->all->pdata[i], TRUE);
  htap_change_log_append_seen (fixture->log, of, fixture->all);
}

/* Its end does what waits. */
static void
finish (Fixture *fixture)
{
  g_assert_finalize_object (fixture->log);
  open_log (fixture);
}

/* "a1 b2*": instance a has the name 1 now, b 2, which somebody has seen. */
static char *
describe (GPtrArray *changes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const HtapChangeFacts *facts = htap_change_get_facts (changes->pdata[i]);

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", facts->id, facts->new_value,
                              htap_change_get_seen (changes->pdata[i]) ? "*" : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_read (Fixture *fixture, const char *expected, gboolean is_set_aside)
{
  g_autofree char *set_aside = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = htap_change_log_read (fixture->log, &set_aside, &error);
  g_autofree char *described = NULL;

  g_assert_no_error (error);
  described = describe (changes);
  g_assert_cmpstr (described, ==, expected);
  g_assert_cmpint (set_aside != NULL, ==, is_set_aside);
  if (set_aside == NULL)
    return;

  g_assert_true (g_str_has_prefix (set_aside, fixture->path));
  g_assert_true (g_file_test (set_aside, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static char *
dup_contents (Fixture *fixture)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));

  return text;
}

static guint
count_lines (Fixture *fixture)
{
  g_autofree char *text = dup_contents (fixture);
  guint n_lines = 0;

  for (const char *c = text; *c != '\0'; c++)
    n_lines += *c == '\n';

  return n_lines;
}

static void
test_append (Fixture *fixture, gconstpointer data)
{
  GStatBuf status;

  assert_read (fixture, "", FALSE);
  append (fixture, "a", "1");
  append (fixture, "b", "2");
  finish (fixture);
  append (fixture, "a", "3");
  finish (fixture);
  assert_read (fixture, "a1 b2 a3", FALSE);
  g_assert_cmpuint (count_lines (fixture), ==, 4);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 07777, ==, 0700);
  g_assert_cmpuint (fixture->n_problems, ==, 0);
}

static void
test_seen (Fixture *fixture, gconstpointer data)
{
  append (fixture, "a", "1");
  append (fixture, "b", "2");
  append (fixture, "a", "3");
  see (fixture, 0);
  append (fixture, "a", "4");
  finish (fixture);
  assert_read (fixture, "a1* b2 a3* a4", FALSE);

  see (fixture, -1);
  append (fixture, "b", "5");
  finish (fixture);
  assert_read (fixture, "a1* b2* a3* a4* b5", FALSE);

  /* Written anew, it says the same. */
  htap_change_log_rewrite (fixture->log, fixture->all);
  finish (fixture);
  g_assert_cmpuint (count_lines (fixture), ==, 6);
  assert_read (fixture, "a1* b2* a3* a4* b5", FALSE);
}

/* However many there have been, the file has what is kept, and not much more. */
static void
test_bounded (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (10000, 'x');
  GStatBuf status;

  for (guint i = 0; i < 90; i++)
    {
      if (fixture->all->len == 10)
        g_ptr_array_remove_index (fixture->all, 0);
      append (fixture, "a", long_name);
    }
  finish (fixture);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (status.st_size, <, 300 * 1024);
  g_assert_cmpint (status.st_size, >, 100 * 1000);
}

static void
assert_torn (Fixture *fixture, gsize length)
{
  g_autofree char *text = dup_contents (fixture);
  g_autofree char *cut = g_strndup (text, strlen (text) - length);

  htap_test_write_file (fixture->path, cut);
}

/* Its writer was stopped in the midst of a line. */
static void
test_torn (Fixture *fixture, gconstpointer data)
{
  append (fixture, "a", "1");
  append (fixture, "b", "2");
  finish (fixture);
  assert_torn (fixture, 5);
  assert_read (fixture, "a1", FALSE);

  /* The next line is not glued to it. */
  g_ptr_array_remove_index (fixture->all, 1);
  append (fixture, "c", "3");
  finish (fixture);
  assert_read (fixture, "a1 c3", FALSE);
  g_assert_cmpuint (count_lines (fixture), ==, 3);
}

static const struct
{
  const char *name;
  const char *text;
  const char *read;
  gboolean is_set_aside;
} files[] = {
  { "empty", "", "", FALSE },
  { "no-header", "{\"kind\":\"added\"}\n", "", TRUE },
  { "half-a-header", "{\"format\":\"htap-inv", "", TRUE },
  { "foreign", "#!/bin/sh\necho hello\n", "", TRUE },
  { "binary", "\xff\xfe\n", "", TRUE },
  { "newer", "{\"format\":\"htap-inventory-changes\",\"version\":2}\n", "", TRUE },
  { "snapshot", "{\"format\":\"htap-inventory-snapshot\",\"version\":1}\n", "", TRUE },
  { "only-a-header", "{\"format\":\"htap-inventory-changes\",\"version\":1}\n", "", FALSE },
  { "header-with-more", "{\"format\":\"htap-inventory-changes\",\"version\":1,\"more\":true}\n", "",
    FALSE },
};

static void
test_file (Fixture *fixture, gconstpointer data)
{
  const gsize i = (gsize) data;

  g_mkdir_with_parents (fixture->folder, 0700);
  htap_test_write_file (fixture->path, files[i].text);
  assert_read (fixture, files[i].read, files[i].is_set_aside);

  /* It goes on. */
  append (fixture, "a", "1");
  finish (fixture);
  assert_read (fixture, "a1", FALSE);
}

/* What is before and after the broken line is not lost. */
static void
test_broken_line (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "{\"kind\":",   "[]",
    "null",         "",
    "{\"kind\":7}", "{\"kind\":\"added\"}",
    "\xff",         "{\"kind\":\"changed\",\"id\":\"a\",\"profile\":\"p\",\"at\":\"yesterday\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *broken = NULL;
      g_autofree char *tail = NULL;

      g_ptr_array_set_size (fixture->all, 0);
      append (fixture, "a", "1");
      finish (fixture);
      text = dup_contents (fixture);
      tail = g_strdup (text + strcspn (text, "\n") + 1);
      broken = g_strconcat (text, lines[i], "\n", tail, NULL);
      htap_test_write_file (fixture->path, broken);
      assert_read (fixture, "a1 a1", TRUE);
    }
}

/* Of a version of the program that knew more: nothing is wrong with the file. */
static void
test_unknown_line (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;

  append (fixture, "a", "1");
  finish (fixture);
  text = dup_contents (fixture);
  more = g_strconcat (text, "{\"kind\":\"moved\"}\n",
                      "{\"kind\":\"changed\",\"id\":\"a\",\"profile\":\"p\","
                      "\"at\":\"2024-03-22T08:00:00Z\",\"field\":\"mood\"}\n",
                      NULL);
  htap_test_write_file (fixture->path, more);
  assert_read (fixture, "a1", FALSE);
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  g_mkdir_with_parents (fixture->folder, 0700);
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  assert_read (fixture, "", TRUE);
}

static gboolean
has_problem (gpointer log)
{
  return htap_change_log_get_problem (log) != NULL;
}

static gboolean
has_no_problem (gpointer log)
{
  return !has_problem (log);
}

/* What a full disk refused is written once there is room. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  struct rlimit before, limit;
  const GError *problem;

  append (fixture, "a", "1");
  finish (fixture);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 300;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  append (fixture, "b", "2");
  append (fixture, "c", "3");
  htap_test_wait_until (has_problem, fixture->log, "the problem");
  problem = htap_change_log_get_problem (fixture->log);
  g_assert_error (problem, HTAP_ERROR, HTAP_ERROR_STORAGE);
  g_assert_cmpint (htap_error_get_details (problem)->reason, ==,
                   HTAP_ERROR_REASON_FILE_NOT_WRITTEN);
  assert_read (fixture, "a1", FALSE);

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  append (fixture, "d", "4");
  htap_test_wait_until (has_no_problem, fixture->log, "no problem");
  g_assert_cmpuint (fixture->n_problems, ==, 2);
  finish (fixture);
  assert_read (fixture, "a1 b2 c3 d4", FALSE);
}

/* Somebody's state folder is a file. */
static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  htap_test_write_file (fixture->folder, "a file");
  append (fixture, "a", "1");
  htap_test_wait_until (has_problem, fixture->log, "the problem");
  g_assert_cmpint (g_unlink (fixture->folder), ==, 0);
  see (fixture, 0);
  htap_test_wait_until (has_no_problem, fixture->log, "no problem");
  finish (fixture);
  assert_read (fixture, "a1*", FALSE);
}

/* Nothing is unreadable to the superuser, who becomes somebody else for that, in a folder that would
 * let anybody replace the file. */
static void
become_nobody (Fixture *fixture)
{
  g_autofree char *parent = g_path_get_dirname (fixture->folder);

  if (geteuid () != 0)
    return;

  g_assert_cmpint (g_chmod (parent, 0777), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

static void
become_oneself (void)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
}

/* The file is there, nobody knows what is in it: nothing is written over it. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *set_aside = NULL;
  g_autoptr (GError) error = NULL;

  append (fixture, "a", "1");
  finish (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  become_nobody (fixture);
  g_assert_null (htap_change_log_read (fixture->log, &set_aside, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
  append (fixture, "b", "2");
  finish (fixture);
  become_oneself ();
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  assert_read (fixture, "a1", FALSE);
}

static void
clear (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  htap_change_log_clear_async (fixture->log, NULL, htap_test_on_result, &result);
  htap_change_log_clear_finish (fixture->log, htap_test_await (&result), &error);
  g_assert_no_error (error);
}

static void
test_clear (Fixture *fixture, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (fixture->path, ".broken-20240322-080000", NULL);
  g_autofree char *beside = g_build_filename (fixture->folder, "something-else", NULL);

  clear (fixture);
  append (fixture, "a", "1");
  finish (fixture);
  htap_test_write_file (aside, "what was set aside");
  htap_test_write_file (beside, "not ours");
  clear (fixture);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (beside, G_FILE_TEST_EXISTS));
}

/* Whoever keeps the file elsewhere keeps it there. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere", NULL);

  g_mkdir_with_parents (fixture->folder, 0700);
  g_assert_cmpint (symlink ("elsewhere", fixture->path), ==, 0);
  append (fixture, "a", "1");
  append (fixture, "b", "2");
  finish (fixture);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (elsewhere, G_FILE_TEST_IS_REGULAR));
  assert_read (fixture, "a1 b2", FALSE);
}

/* A process of its own: it writes to the file of the test that started it, and is ended once a file
 * has the given size. */
static void
run_writer (gboolean is_anew)
{
  const rlim_t stop = g_ascii_strtoull (g_getenv ("HTAP_TEST_STOP"), NULL, 10);
  const struct rlimit limit = { stop, stop };
  g_autoptr (HtapChangeLog) log = htap_change_log_new (g_getenv ("HTAP_TEST_PATH"));
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  g_ptr_array_add (all, make_change ("a", "1"));
  g_ptr_array_add (all, make_change ("b", "2"));
  g_ptr_array_add (added, all->pdata[1]);
  g_assert_cmpint (setrlimit (RLIMIT_CORE, &(struct rlimit){ 0, 0 }), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
  if (is_anew)
    htap_change_log_rewrite (log, all);
  else
    htap_change_log_append (log, added, all);
}

static void
test_appender (void)
{
  run_writer (FALSE);
}

static void
test_rewriter (void)
{
  run_writer (TRUE);
}

/* What was there stays, and what was being written is there whole or not at all. */
static void
assert_stopped (Fixture *fixture, const char *path)
{
  g_autofree char *before = NULL;
  gsize size;
  guint n_stopped = 0;

  append (fixture, "a", "1");
  finish (fixture);
  before = dup_contents (fixture);
  size = strlen (before);
  g_setenv ("HTAP_TEST_PATH", fixture->path, TRUE);

  for (gsize stop = 0; stop <= 2 * size + 100; stop += 7)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GSIZE_FORMAT, stop);

      g_setenv ("HTAP_TEST_STOP", text, TRUE);
      g_test_trap_subprocess (path, 0, 0);
      if (g_test_trap_has_passed ())
        break;

      n_stopped++;
      assert_read (fixture, "a1", FALSE);
      htap_test_write_file (fixture->path, before);
    }

  g_assert_cmpuint (n_stopped, >, 30);
  assert_read (fixture, "a1 b2", FALSE);
}

static void
test_stopped_appending (Fixture *fixture, gconstpointer data)
{
  assert_stopped (fixture, "/change-log/appender/subprocess");
}

static void
test_stopped_rewriting (Fixture *fixture, gconstpointer data)
{
  assert_stopped (fixture, "/change-log/rewriter/subprocess");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/change-log/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("append", test_append);
  ADD ("seen", test_seen);
  ADD ("bounded", test_bounded);
  ADD ("torn", test_torn);
  ADD ("broken-line", test_broken_line);
  ADD ("unknown-line", test_unknown_line);
  ADD ("not-a-file", test_not_a_file);
  ADD ("full-disk", test_full_disk);
  ADD ("no-folder", test_no_folder);
  ADD ("unreadable", test_unreadable);
  ADD ("clear", test_clear);
  ADD ("link", test_link);
  ADD ("stopped-appending", test_stopped_appending);
  ADD ("stopped-rewriting", test_stopped_rewriting);
#undef ADD
  g_test_add_func ("/change-log/appender/subprocess", test_appender);
  g_test_add_func ("/change-log/rewriter/subprocess", test_rewriter);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat ("/change-log/file/", files[i].name, NULL);

      g_test_add (path, Fixture, (gpointer) i, set_up, test_file, tear_down);
    }

  return g_test_run ();
}
