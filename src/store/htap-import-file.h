/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-error.h"

G_BEGIN_DECLS

/* More than any file of keys has, in bytes. */
#define HTAP_IMPORT_FILE_LIMIT (1024 * 1024)

/**
 * HtapImportFile:
 * @path: where it is
 * @text: valid UTF-8 without a NUL in it, without a byte order mark, ending with a NUL; may be
 *   changed in place
 * @length: of @text, bytes
 *
 * What is in a file of keys, wiped from memory when freed.
 */
typedef struct {
  char  *path;
  char  *text;
  gsize  length;
  char  *buffer;
  gsize  buffer_size;
} HtapImportFile;

HtapImportFile *htap_import_file_read       (const char       *path,
                                             GError          **error);
HtapImportFile *htap_import_file_new        (const char       *path,
                                             const char       *contents,
                                             gsize             length,
                                             GError          **error);
void            htap_import_file_free       (HtapImportFile   *self);
gboolean        htap_import_file_set_error  (HtapImportFile   *self,
                                             HtapErrorReason   reason,
                                             const char       *problem,
                                             GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapImportFile, htap_import_file_free)

G_END_DECLS
