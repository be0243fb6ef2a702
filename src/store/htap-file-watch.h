/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapFileWatch:
 *
 * Looks at one file, there or not, and tells when somebody did something to it and then left it
 * alone for a moment: an editor that saves does several things at once.
 */
typedef struct _HtapFileWatch HtapFileWatch;

typedef void (*HtapFileTouched) (gpointer user_data);

HtapFileWatch *htap_file_watch_new  (const char      *path,
                                     HtapFileTouched  touched,
                                     gpointer         user_data);
void           htap_file_watch_free (HtapFileWatch   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapFileWatch, htap_file_watch_free)

G_END_DECLS
