/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-import-file.h"

G_BEGIN_DECLS

gboolean htap_import_koocli_parse (HtapImportFile  *file,
                                   GPtrArray       *offers,
                                   GError         **error);

G_END_DECLS
