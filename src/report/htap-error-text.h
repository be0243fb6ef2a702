/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-error.h"
#include "htap-source.h"

G_BEGIN_DECLS

char *htap_error_text_dup_title    (const GError *error,
                                    HtapSource   *source);
char *htap_error_text_dup_sentence (const GError *error,
                                    HtapSource   *source);
char *htap_error_text_dup_sentence_and_age (const GError *error,
                                            HtapSource   *source,
                                            gint64        now);

/* In htap-error-details-text.c. */
char *htap_error_text_dup_details  (const GError *error,
                                    HtapSource   *source,
                                    gint64        now);

G_END_DECLS
