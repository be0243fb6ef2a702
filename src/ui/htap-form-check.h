/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-id.h"

G_BEGIN_DECLS

/**
 * HtapFormVerdict:
 * @HTAP_FORM_WARNING: worth a look, but it can be saved
 * @HTAP_FORM_ERROR: it cannot be saved
 */
typedef enum {
  HTAP_FORM_FINE,
  HTAP_FORM_WARNING,
  HTAP_FORM_ERROR,
} HtapFormVerdict;

HtapFormVerdict htap_form_check_name     (const char         *name,
                                          const char *const  *taken_names,
                                          const char        **message);
HtapFormVerdict htap_form_check_region   (const char         *region,
                                          const char        **message);
HtapFormVerdict htap_form_check_endpoint (const char         *url,
                                          gboolean            required,
                                          const char        **message);
HtapFormVerdict htap_form_check_id       (HtapIdKind          kind,
                                          const char         *id,
                                          gboolean            required,
                                          const char        **message);
HtapFormVerdict htap_form_check_ca_file  (const char         *path,
                                          const char        **message);

G_END_DECLS
