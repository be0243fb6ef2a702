/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* renameat2() */

#include "htap-swap-file.h"

#include "htap-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

struct _HtapSwapFile
{
  char *path; /* (nullable): of the file to write into, if there is one */
};

HtapSwapFile *
htap_swap_file_new (void)
{
  return g_new0 (HtapSwapFile, 1);
}

void
htap_swap_file_free (HtapSwapFile *self)
{
  htap_swap_file_drop (self);
  g_free (self);
}

/**
 * htap_swap_file_drop:
 *
 * Removes the file that waits to be written into. The next write makes another one.
 */
void
htap_swap_file_drop (HtapSwapFile *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  g_clear_pointer (&self->path, g_free);
}

/* Of another folder it would not do, nor if a backup shares it. Returns: -1 */
static int
open_old (HtapSwapFile *self, const char *folder)
{
  g_autofree char *its_folder = self->path != NULL ? g_path_get_dirname (self->path) : NULL;
  struct stat status;
  int file = -1;

  if (g_strcmp0 (its_folder, folder) == 0)
    file = g_open (self->path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0);
  if (file >= 0 && fstat (file, &status) == 0 && S_ISREG (status.st_mode) && status.st_nlink == 1)
    return file;

  if (file >= 0)
    close (file);
  htap_swap_file_drop (self);

  return -1;
}

/* Returns: -1 with errno */
static int
open_new (HtapSwapFile *self, const char *path, const char *folder)
{
  g_autofree char *template = g_strconcat (path, ".XXXXXX", NULL);
  int file;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;

  file = g_mkstemp_full (template, O_WRONLY | O_CLOEXEC, 0600);
  if (file >= 0)
    self->path = g_steal_pointer (&template);

  return file;
}

static gboolean
write_all (int file, GBytes *contents)
{
  gsize length, position = 0;
  const char *text = g_bytes_get_data (contents, &length);

  while (position < length)
    {
      const gssize n_written = write (file, text + position, length - position);

      if (n_written < 0 && errno != EINTR)
        return FALSE;
      position += (gsize) MAX (n_written, 0);
    }

  return ftruncate (file, (off_t) length) == 0 && fchmod (file, 0600) == 0;
}

/* A link is replaced, never followed. */
static gboolean
trade_places (HtapSwapFile *self, const char *path)
{
  GStatBuf status;

  if (g_lstat (path, &status) == 0 && S_ISREG (status.st_mode) &&
      renameat2 (AT_FDCWD, self->path, AT_FDCWD, path, RENAME_EXCHANGE) == 0)
    return TRUE;

  /* There is none yet, or the file system cannot exchange. */
  if (g_rename (self->path, path) != 0)
    return FALSE;

  g_clear_pointer (&self->path, g_free);

  return TRUE;
}

static gboolean
write_and_trade (HtapSwapFile *self, const char *path, GBytes *contents)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = open_old (self, folder);
  gboolean is_written;

  if (file < 0)
    file = open_new (self, path, folder);
  if (file < 0)
    return FALSE;

  is_written = write_all (file, contents);

  return close (file) == 0 && is_written && trade_places (self, path);
}

/**
 * htap_swap_file_write:
 * @path: the file to replace, there or not; folders that are not there are made
 * @error: %HTAP_ERROR_STORAGE; the file is then as it was
 *
 * Writes the whole file, for its owner's eyes alone. It is not forced through to the disk.
 */
gboolean
htap_swap_file_write (HtapSwapFile *self, const char *path, GBytes *contents, GError **error)
{
  HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_FILE_NOT_WRITTEN,
                               .subject = (char *) path };
  int reason;

  if (write_and_trade (self, path, contents))
    return TRUE;

  reason = errno;
  htap_swap_file_drop (self);
  htap_error_set (error, HTAP_ERROR_STORAGE, &details, "%s", g_strerror (reason));

  return FALSE;
}
