/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HTAP_TYPE_APPLICATION (htap_application_get_type ())

/**
 * HtapApplication:
 *
 * The program: one inventory, its window, and what belongs to neither.
 */
G_DECLARE_FINAL_TYPE (HtapApplication, htap_application, HTAP, APPLICATION, AdwApplication)

HtapApplication *htap_application_new (gboolean demo);

G_END_DECLS
