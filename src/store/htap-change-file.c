/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-file.h"

#include "htap-change-line.h"
#include "htap-disk-file.h"
#include "htap-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The file of changes as bytes on the disk: read as far as it can be, and written so that a writer
 * may be stopped anywhere. */

/* Far more than is ever written to it. */
#define SIZE_LIMIT (16 * 1024 * 1024)

static void
set_storage_error (GError **error, HtapErrorReason reason, const char *path, const char *message)
{
  const HtapErrorDetails details = { .reason = reason, .subject = (char *) path };

  htap_error_set (error, HTAP_ERROR_STORAGE, &details, "%s", message);
}

/**
 * htap_change_file_get_size:
 *
 * Returns: how many bytes htap_change_file_read() would read
 */
gsize
htap_change_file_get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 && S_ISREG (status.st_mode) ? (gsize) status.st_size : 0;
}

/* What is read, line by line. */
typedef struct
{
  GPtrArray *changes;
  GHashTable *seen; /* HtapChange, which stands for its instance → how many of the first are seen */
  guint n_all_seen; /* likewise, of all instances */
} Reading;

/* Every change above is seen: of the instance that @of stands for, or of all. */
static void
note_seen (Reading *reading, HtapChange *of)
{
  if (of != NULL)
    g_hash_table_replace (reading->seen, g_object_ref (of),
                          GUINT_TO_POINTER (reading->changes->len));
  else
    reading->n_all_seen = reading->changes->len;
}

/* Once for all of them, for somebody may have looked often. */
static void
mark_seen (Reading *reading)
{
  for (guint i = 0; i < reading->changes->len; i++)
    {
      HtapChange *change = reading->changes->pdata[i];
      guint n_seen = GPOINTER_TO_UINT (g_hash_table_lookup (reading->seen, change));

      if (i < MAX (n_seen, reading->n_all_seen))
        htap_change_set_seen (change, TRUE);
    }
}

/* Returns: %FALSE if the line is not one of ours */
static gboolean
read_line (Reading *reading, const char *line, gsize length)
{
  g_autoptr (HtapChange) change = NULL;

  switch (htap_change_line_parse (line, length, &change))
    {
    case HTAP_CHANGE_LINE_CHANGE:
      g_ptr_array_add (reading->changes, g_steal_pointer (&change));
      return TRUE;
    case HTAP_CHANGE_LINE_SEEN:
      note_seen (reading, change);
      return TRUE;
    case HTAP_CHANGE_LINE_UNKNOWN:
      return TRUE;
    case HTAP_CHANGE_LINE_BROKEN:
    default:
      return FALSE;
    }
}

/* A line that has no end was being written when its writer was stopped: it was never there.
 * Returns: whether all the others are ours */
static gboolean
read_lines (GPtrArray *changes, GBytes *contents)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (
      htap_change_hash_subject, htap_change_is_same_subject, g_object_unref, NULL);
  Reading reading = { changes, seen, 0 };
  gsize size;
  const char *line = g_bytes_get_data (contents, &size);
  const char *end = line + size;
  gboolean is_first = TRUE;
  gboolean is_ours = TRUE;

  while (line < end)
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));

      if (newline == NULL)
        break;
      if (!is_first)
        is_ours = read_line (&reading, line, (gsize) (newline - line)) && is_ours;
      else if (!htap_change_line_is_header (line, (gsize) (newline - line)))
        return FALSE;
      is_first = FALSE;
      line = newline + 1;
    }

  mark_seen (&reading);

  /* Nothing at all is nothing to set aside, half a header is. */
  return is_ours && (!is_first || size == 0);
}

static gboolean
set_aside_file (const char *path, char **set_aside, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  *set_aside = htap_disk_file_set_aside (path, now, error);

  return *set_aside != NULL;
}

/**
 * htap_change_file_read:
 * @set_aside: (out) (transfer full) (nullable): where the file is now, if not all of it was
 *   understood: a broken one, one of a newer program, or somebody else's
 * @error: %HTAP_ERROR_STORAGE; the file must not be written to, for nobody knows what is in it
 *
 * Returns: (transfer full) (nullable) (element-type HtapChange): what could be understood, the
 *   oldest first; %NULL with @error
 */
GPtrArray *
htap_change_file_read (const char *path, char **set_aside, GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) contents = NULL;
  GStatBuf status;

  *set_aside = NULL;
  if (g_stat (path, &status) != 0)
    {
      if (errno == ENOENT)
        return g_steal_pointer (&changes);
      set_storage_error (error, HTAP_ERROR_REASON_FILE_UNREADABLE, path, g_strerror (errno));
      return NULL;
    }

  /* A pipe would be waited for. */
  if (!S_ISREG (status.st_mode) || status.st_size > SIZE_LIMIT)
    return set_aside_file (path, set_aside, error) ? g_steal_pointer (&changes) : NULL;

  if (!htap_disk_file_read (path, &contents, error))
    return NULL;
  if (contents != NULL && !read_lines (changes, contents) &&
      !set_aside_file (path, set_aside, error))
    return NULL;

  return g_steal_pointer (&changes);
}

static gboolean
write_all (int file, const char *text, gsize length)
{
  while (length > 0)
    {
      gssize written = write (file, text, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      text += written;
      length -= (gsize) written;
    }

  return TRUE;
}

/* Whether another line can follow: nobody's half line, and not too long already. */
static gboolean
can_grow (int file, gsize length, gsize limit, off_t *size)
{
  GStatBuf status;
  char last;

  if (fstat (file, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size == 0 ||
      (gsize) status.st_size + length > limit)
    return FALSE;

  *size = status.st_size;

  return pread (file, &last, 1, status.st_size - 1) == 1 && last == '\n';
}

/**
 * htap_change_file_append:
 * @lines: whole lines
 * @limit: bytes that the file may grow to
 * @error: %HTAP_ERROR_STORAGE: the disk took not all of it, the file is as it was
 *
 * Returns: %FALSE without @error if the file has to be written anew: it is not there, ends in the
 *   midst of a line, or would grow too long
 */
gboolean
htap_change_file_append (const char *path,
                         const char *lines,
                         gsize length,
                         gsize limit,
                         GError **error)
{
  int file = g_open (path, O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0);
  gboolean is_written;
  off_t size;
  int reason;

  if (file < 0)
    return FALSE;

  if (!can_grow (file, length, limit, &size))
    {
      g_close (file, NULL);
      return FALSE;
    }

  is_written = write_all (file, lines, length) && fdatasync (file) == 0;
  reason = errno;
  /* If that fails as well, the next one finds half a line. */
  if (!is_written && ftruncate (file, size) != 0)
    g_debug ("%s ends in half a line: %s", path, g_strerror (errno));
  g_close (file, NULL);

  if (!is_written)
    set_storage_error (error, HTAP_ERROR_REASON_FILE_NOT_WRITTEN, path, g_strerror (reason));

  return is_written;
}

/**
 * htap_change_file_write:
 * @lines: all there is, whole lines
 * @error: %HTAP_ERROR_STORAGE; the file is as it was
 *
 * Writes the file anew, by rename.
 */
gboolean
htap_change_file_write (const char *path, const char *lines, gsize length, GError **error)
{
  g_autofree char *header = htap_change_line_dup_header ();
  GByteArray *contents = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_byte_array_append (contents, (const guint8 *) header, (guint) strlen (header));
  g_byte_array_append (contents, (const guint8 *) lines, (guint) length);
  bytes = g_byte_array_free_to_bytes (contents);

  return htap_disk_file_write (path, bytes, error);
}

/* Returns: 0, or why it is still there */
static int
remove_file (const char *path)
{
  return g_unlink (path) == 0 || errno == ENOENT ? 0 : errno;
}

/**
 * htap_change_file_remove:
 * @error: %HTAP_ERROR_STORAGE
 *
 * Removes the file, those that were set aside, and what a stopped writer left.
 *
 * Returns: %FALSE if something could not be removed; the rest is
 */
gboolean
htap_change_file_remove (const char *path, GError **error)
{
  g_autofree char *target = htap_disk_file_resolve (path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);
  g_autofree char *prefix = g_strconcat (name, ".", NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *beside;
  int reason = remove_file (target);

  while (directory != NULL && (beside = g_dir_read_name (directory)) != NULL)
    if (g_str_has_prefix (beside, prefix))
      {
        g_autofree char *its_path = g_build_filename (folder, beside, NULL);
        int its_reason = remove_file (its_path);

        reason = reason == 0 ? its_reason : reason;
      }

  if (reason != 0)
    set_storage_error (error, HTAP_ERROR_REASON_FILE_NOT_REMOVED, path, g_strerror (reason));

  return reason == 0;
}
