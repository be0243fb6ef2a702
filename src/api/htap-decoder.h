/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-answer.h"

G_BEGIN_DECLS

HtapAnswer *htap_decoder_decode       (GBytes              *bytes,
                                       GError             **error);
void        htap_decoder_decode_async (GBytes              *bytes,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
HtapAnswer *htap_decoder_decode_finish (GAsyncResult       *result,
                                        GError            **error);

G_END_DECLS
