/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "htap-language.h"

G_BEGIN_DECLS

#define HTAP_TYPE_APPLICATION (htap_application_get_type ())

/**
 * HtapApplication:
 *
 * The program: one inventory, its windows, and what belongs to none of them.
 */
G_DECLARE_FINAL_TYPE (HtapApplication, htap_application, HTAP, APPLICATION, AdwApplication)

HtapApplication *htap_application_new            (gboolean          demo,
                                                  HtapLanguage      language,
                                                  char            **environment);
gboolean         htap_application_get_restarting (HtapApplication  *self);

G_END_DECLS
