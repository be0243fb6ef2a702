/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-change.h"

G_BEGIN_DECLS

/**
 * HtapChangeLineKind:
 * @HTAP_CHANGE_LINE_CHANGE: that something has changed
 * @HTAP_CHANGE_LINE_SEEN: that somebody has seen the changes above it: of one instance, or all
 * @HTAP_CHANGE_LINE_UNKNOWN: something that this program has no use for
 * @HTAP_CHANGE_LINE_BROKEN: not a line of ours
 */
typedef enum {
  HTAP_CHANGE_LINE_CHANGE,
  HTAP_CHANGE_LINE_SEEN,
  HTAP_CHANGE_LINE_UNKNOWN,
  HTAP_CHANGE_LINE_BROKEN,
} HtapChangeLineKind;

/* A line is short: one that is not was not written by us, and no parser needs to see it. */
#define HTAP_CHANGE_LINE_LIMIT (256 * 1024)

char              *htap_change_line_dup_header  (void);
gboolean           htap_change_line_is_header   (const char  *line,
                                                 gsize        length);
void               htap_change_line_write       (GString     *lines,
                                                 HtapChange  *change,
                                                 gboolean     seen);
void               htap_change_line_write_seen  (GString     *lines,
                                                 HtapChange  *of);
HtapChangeLineKind htap_change_line_parse       (const char  *line,
                                                 gsize        length,
                                                 HtapChange **change);

G_END_DECLS
