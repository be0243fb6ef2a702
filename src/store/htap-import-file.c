/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BYTE_ORDER_MARK "\357\273\277"

static gboolean
set_error (GError **error, const char *path, HtapErrorReason reason, const char *problem)
{
  const HtapErrorDetails details = { .reason = reason, .subject = (char *) path };

  htap_error_set (error, HTAP_ERROR_STORAGE, &details, "%s: %s", path, problem);

  return FALSE;
}

static HtapImportFile *
file_new (const char *path)
{
  HtapImportFile *self = g_new0 (HtapImportFile, 1);

  self->path = g_strdup (path);
  self->buffer_size = HTAP_IMPORT_FILE_LIMIT + 1;
  self->buffer = g_malloc0 (self->buffer_size);
  self->text = self->buffer;

  return self;
}

static gboolean
check_text (HtapImportFile *self, GError **error)
{
  if (self->length > HTAP_IMPORT_FILE_LIMIT)
    return set_error (error, self->path, HTAP_ERROR_REASON_IMPORT_TOO_LARGE,
                      "too large to be a file of keys");

  self->text[self->length] = '\0';
  if (g_str_has_prefix (self->text, BYTE_ORDER_MARK))
    {
      self->text += strlen (BYTE_ORDER_MARK);
      self->length -= strlen (BYTE_ORDER_MARK);
    }

  /* Refuses a NUL, too. */
  if (!g_utf8_validate_len (self->text, self->length, NULL))
    return set_error (error, self->path, HTAP_ERROR_REASON_IMPORT_BROKEN, "not a text in UTF-8");

  return TRUE;
}

/* Reads one byte more than is allowed, to tell what is too large. */
static gboolean
read_all (HtapImportFile *self, int descriptor, GError **error)
{
  gssize n_read;

  do
    {
      n_read = read (descriptor, self->buffer + self->length, self->buffer_size - self->length);
      if (n_read > 0)
        self->length += (gsize) n_read;
    }
  while ((n_read > 0 && self->length < self->buffer_size) || (n_read < 0 && errno == EINTR));

  if (n_read < 0)
    return set_error (error, self->path, HTAP_ERROR_REASON_NONE, g_strerror (errno));

  return TRUE;
}

/**
 * htap_import_file_read:
 * @path: (type filename): any file
 * @error: %HTAP_ERROR_STORAGE, its subject the path: not readable, no regular file, too large, no
 *   text
 *
 * Reads a file, synchronously: it is small, or refused. What is no regular file is not waited for.
 *
 * Returns: (transfer full) (nullable): what is in it
 */
HtapImportFile *
htap_import_file_read (const char *path, GError **error)
{
  g_autoptr (HtapImportFile) self = NULL;
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);
  gboolean done = FALSE;
  struct stat status;

  if (descriptor < 0)
    {
      set_error (error, path, HTAP_ERROR_REASON_NONE, g_strerror (errno));
      return NULL;
    }

  self = file_new (path);
  if (fstat (descriptor, &status) != 0)
    set_error (error, path, HTAP_ERROR_REASON_NONE, g_strerror (errno));
  else if (!S_ISREG (status.st_mode))
    set_error (error, path, HTAP_ERROR_REASON_IMPORT_NOT_A_FILE, "no regular file");
  else
    done = read_all (self, descriptor, error) && check_text (self, error);
  close (descriptor);

  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * htap_import_file_new:
 * @path: what errors call it
 * @contents: copied
 * @length: of @contents, bytes
 * @error: as with htap_import_file_read()
 *
 * Returns: (transfer full) (nullable): the same, of what was read already
 */
HtapImportFile *
htap_import_file_new (const char *path, const char *contents, gsize length, GError **error)
{
  g_autoptr (HtapImportFile) self = file_new (path);

  self->length = length;
  memcpy (self->buffer, contents, MIN (length, HTAP_IMPORT_FILE_LIMIT));

  return check_text (self, error) ? g_steal_pointer (&self) : NULL;
}

void
htap_import_file_free (HtapImportFile *self)
{
  explicit_bzero (self->buffer, self->buffer_size);
  g_free (self->buffer);
  g_free (self->path);
  g_free (self);
}

/**
 * htap_import_file_set_error:
 * @problem: for a log, without anything of the file's content
 *
 * Returns: %FALSE
 */
gboolean
htap_import_file_set_error (HtapImportFile *self,
                            HtapErrorReason reason,
                            const char *problem,
                            GError **error)
{
  return set_error (error, self->path, reason, problem);
}
