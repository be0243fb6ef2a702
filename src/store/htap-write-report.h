/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapWriteReportFunc:
 * @listener: who wants to know
 * @problem: (transfer full) (nullable): why something could not be written; %NULL once it could
 *   again
 *
 * How writing goes: called when that changes, however many files it was about.
 */
typedef void (*HtapWriteReportFunc) (gpointer  listener,
                                     GError   *problem);

/**
 * HtapWriteReport:
 *
 * Tells, of what a thread writes, that it fails and that it succeeds again, each once.
 */
typedef struct _HtapWriteReport HtapWriteReport;

HtapWriteReport *htap_write_report_new        (GObject             *listener,
                                               HtapWriteReportFunc  func);
void             htap_write_report_free       (HtapWriteReport     *self);

gboolean         htap_write_report_is_failing (HtapWriteReport     *self);
void             htap_write_report_tell       (HtapWriteReport     *self,
                                               GError              *problem);

G_END_DECLS
