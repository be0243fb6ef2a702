/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapStoppedWriter:
 * @HTAP_WRITER_STOPPED: it was killed
 * @HTAP_WRITER_DONE: it had come to its end before
 * @HTAP_WRITER_UNFOLLOWED: no process may be followed here
 *
 * How far a writer got.
 */
typedef enum {
  HTAP_WRITER_STOPPED,
  HTAP_WRITER_DONE,
  HTAP_WRITER_UNFOLLOWED,
} HtapStoppedWriter;

HtapStoppedWriter htap_stopped_writer_run (guint      n_steps,
                                           gboolean (*write) (gpointer data),
                                           gpointer   data);

G_END_DECLS
