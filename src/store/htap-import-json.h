/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HtapImportJson:
 * @next: the next byte; the text ends with a NUL
 * @failed: whether it is no JSON; nothing more is found then
 *
 * Walks through a JSON text that holds secrets. Unlike json-glib it makes no copy of anything:
 * strings are decoded in place, so that who owns the text can wipe them. Lives on the stack.
 */
typedef struct {
  char     *next;
  gboolean  failed;
} HtapImportJson;

void      htap_import_json_init         (HtapImportJson  *self,
                                         char            *text);
gboolean  htap_import_json_enter        (HtapImportJson  *self,
                                         char             opening);
gboolean  htap_import_json_next_member  (HtapImportJson  *self,
                                         const char     **name);
gboolean  htap_import_json_next_element (HtapImportJson  *self);
char     *htap_import_json_take_string  (HtapImportJson  *self);
gboolean  htap_import_json_take_flag    (HtapImportJson  *self);
void      htap_import_json_skip         (HtapImportJson  *self);
gboolean  htap_import_json_is_at_end    (HtapImportJson  *self);

G_END_DECLS
