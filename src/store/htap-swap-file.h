/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapSwapFile:
 *
 * Replaces files of a cache, many and often. What is new is written into a file that then changes
 * places with the one it replaces, which is what the next one is written into. So a reader finds a
 * file whole, old or new, whenever the writer is stopped, and no file is made or removed: that would
 * take four times as long. After a power failure, but only then, a file may be a mixture; whoever
 * reads it has to tell.
 */
typedef struct _HtapSwapFile HtapSwapFile;

HtapSwapFile *htap_swap_file_new   (void);
void          htap_swap_file_free  (HtapSwapFile  *self);

gboolean      htap_swap_file_write (HtapSwapFile  *self,
                                    const char    *path,
                                    GBytes        *contents,
                                    GError       **error);
void          htap_swap_file_drop  (HtapSwapFile  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapSwapFile, htap_swap_file_free)

G_END_DECLS
