/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-profile.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     htap_remove_dialog_confirm_async  (GtkWindow            *parent,
                                            HtapProfile          *profile,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean htap_remove_dialog_confirm_finish (GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
