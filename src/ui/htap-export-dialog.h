/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-row-format.h"

G_BEGIN_DECLS

#define HTAP_TYPE_EXPORT_DIALOG (htap_export_dialog_get_type ())

/**
 * HtapExportDialog:
 *
 * Asks which instances go to a file, as what, and to which file.
 *
 * Signals: `export` (filename): a file was chosen. Whoever writes it closes the dialog, or calls
 * htap_export_dialog_fail().
 */
G_DECLARE_FINAL_TYPE (HtapExportDialog, htap_export_dialog, HTAP, EXPORT_DIALOG, AdwWindow)

/**
 * HtapExportPart:
 *
 * Of all instances, those that are exported.
 */
typedef enum {
  HTAP_EXPORT_SHOWN,
  HTAP_EXPORT_SELECTED,
  HTAP_EXPORT_ALL,
} HtapExportPart;

GtkWidget     *htap_export_dialog_new        (GtkWindow        *parent,
                                              gboolean          titles,
                                              gboolean          byte_order_mark);
void           htap_export_dialog_offer      (HtapExportDialog *self,
                                              HtapExportPart    part,
                                              GListModel       *instances);
HtapRowFormat  htap_export_dialog_get_format (HtapExportDialog *self);
void           htap_export_dialog_get_rows   (HtapExportDialog *self,
                                              HtapRows         *rows);
void           htap_export_dialog_fail       (HtapExportDialog *self,
                                              const char       *sentence);

G_END_DECLS
