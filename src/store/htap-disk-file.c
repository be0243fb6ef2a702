/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-disk-file.h"

#include "htap-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>

/* A file of ours that a person may edit and keep where they like: read whole, written whole, and
 * never lost. */

/* As many as the kernel follows. */
#define MAX_SYMLINKS 40

/* More copies in one second than this, and something is wrong that one more does not mend. */
#define MAX_COPIES 1000

static void
set_storage_error (GError **error, HtapErrorReason reason, const char *path, const char *message)
{
  const HtapErrorDetails details = { .reason = reason, .subject = (char *) path };

  htap_error_set (error, HTAP_ERROR_STORAGE, &details, "%s", message);
}

/**
 * htap_disk_file_resolve:
 *
 * Writing by rename would put a file in the place of a symbolic link, away from where its owner
 * keeps it.
 *
 * Returns: (transfer full): the file that @path points to, there or not; @path itself if it is no
 *   symbolic link
 */
char *
htap_disk_file_resolve (const char *path)
{
  char *resolved = g_strdup (path);

  for (guint i = 0; i < MAX_SYMLINKS && g_file_test (resolved, G_FILE_TEST_IS_SYMLINK); i++)
    {
      g_autofree char *link = g_steal_pointer (&resolved);
      g_autofree char *target = g_file_read_link (link, NULL);
      g_autofree char *folder = g_path_get_dirname (link);

      if (target == NULL)
        return g_steal_pointer (&link);
      resolved = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                             : g_build_filename (folder, target, NULL);
    }

  return resolved;
}

/**
 * htap_disk_file_read:
 * @contents: (out) (nullable): what is in the file; %NULL if there is none
 * @error: %HTAP_ERROR_STORAGE
 *
 * Returns: %FALSE if the file is there and cannot be read
 */
gboolean
htap_disk_file_read (const char *path, GBytes **contents, GError **error)
{
  g_autoptr (GError) failure = NULL;
  char *text;
  gsize length;

  *contents = NULL;
  if (g_file_get_contents (path, &text, &length, &failure))
    *contents = g_bytes_new_take (text, length);
  else if (!g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    set_storage_error (error, HTAP_ERROR_REASON_FILE_UNREADABLE, path, failure->message);
  else
    return TRUE;

  return *contents != NULL;
}

/* @target: what @path points to */
static gboolean
write_contents (const char *path, const char *target, GBytes *contents, int mode, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autoptr (GError) failure = NULL;
  gsize length;
  const char *text = g_bytes_get_data (contents, &length);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_storage_error (error, HTAP_ERROR_REASON_FILE_NOT_WRITTEN, path, g_strerror (errno));
      return FALSE;
    }

  if (!g_file_set_contents_full (target, text != NULL ? text : "", (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode,
                                 &failure))
    {
      set_storage_error (error, HTAP_ERROR_REASON_FILE_NOT_WRITTEN, path, failure->message);
      return FALSE;
    }

  return TRUE;
}

/**
 * htap_disk_file_write:
 * @path: a symbolic link stays one; folders that are not there are made
 * @error: %HTAP_ERROR_STORAGE; the file is then as it was
 *
 * Writes the whole file, for its owner's eyes alone, by rename and through to the disk.
 */
gboolean
htap_disk_file_write (const char *path, GBytes *contents, GError **error)
{
  g_autofree char *target = htap_disk_file_resolve (path);

  return write_contents (path, target, contents, 0600, error);
}

/**
 * htap_disk_file_replace:
 * @path: a symbolic link stays one; folders that are not there are made
 * @error: %HTAP_ERROR_STORAGE; the file is then as it was
 *
 * As htap_disk_file_write(), for a file that a person wants: who may read it stays as it was, and
 * is for a new one what the person usually grants. A device or a pipe is not replaced by a file.
 */
gboolean
htap_disk_file_replace (const char *path, GBytes *contents, GError **error)
{
  g_autofree char *target = htap_disk_file_resolve (path);
  GStatBuf status;
  gboolean is_there = g_stat (target, &status) == 0;
  int mode = is_there ? (int) (status.st_mode & 0777) : 0666;

  if (is_there && !S_ISREG (status.st_mode))
    {
      set_storage_error (error, HTAP_ERROR_REASON_FILE_NOT_WRITTEN, path, "not a regular file");
      return FALSE;
    }

  if (!write_contents (path, target, contents, mode, error))
    return FALSE;

  /* The new file's mode went through the umask, which only takes away; what it took is given back
   * where that is possible. */
  if (is_there && g_chmod (target, mode) != 0)
    g_debug ("%s has lost some of its mode: %s", path, g_strerror (errno));

  return TRUE;
}

static char *
dup_copy_path (const char *path, GDateTime *now, guint attempt)
{
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");

  return attempt == 0 ? g_strdup_printf ("%s.broken-%s", path, stamp)
                      : g_strdup_printf ("%s.broken-%s-%u", path, stamp, attempt + 1);
}

/* Takes the name first, so that no file of somebody else's is overwritten; EEXIST if it is taken.
 */
static gboolean
rename_to_new_name (const char *path, const char *copy)
{
  int placeholder = g_open (copy, O_CREAT | O_EXCL | O_CLOEXEC | O_WRONLY, 0600);
  int reason;

  if (placeholder < 0)
    return FALSE;

  g_close (placeholder, NULL);
  if (g_rename (path, copy) == 0)
    return TRUE;

  reason = errno;
  g_unlink (copy);
  errno = reason;

  return FALSE;
}

/**
 * htap_disk_file_set_aside:
 * @path: a file that is not understood; of a symbolic link, the file it points to is meant
 * @now: in the time zone that people read
 * @error: %HTAP_ERROR_STORAGE; the file is then where it was
 *
 * Gives the file the name `….broken-YYYYMMDD-HHMMSS`, in the same folder; another file of that name
 * stays what it is.
 *
 * Returns: (transfer full) (nullable): where the file is now
 */
char *
htap_disk_file_set_aside (const char *path, GDateTime *now, GError **error)
{
  g_autofree char *target = htap_disk_file_resolve (path);

  for (guint i = 0; i < MAX_COPIES; i++)
    {
      g_autofree char *copy = dup_copy_path (target, now, i);

      if (rename_to_new_name (target, copy))
        return g_steal_pointer (&copy);
      if (errno != EEXIST)
        break;
    }

  set_storage_error (error, HTAP_ERROR_REASON_FILE_NOT_WRITTEN, path, g_strerror (errno));

  return NULL;
}
