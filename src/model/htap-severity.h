/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HtapSeverity:
 * @HTAP_SEVERITY_NONE: nothing was found
 * @HTAP_SEVERITY_INFORMATION: worth knowing; nobody has to do anything
 * @HTAP_SEVERITY_WARNING: somebody should look
 * @HTAP_SEVERITY_ERROR: it does not work
 *
 * How bad a finding is; the greater, the worse.
 */
typedef enum {
  HTAP_SEVERITY_NONE,
  HTAP_SEVERITY_INFORMATION,
  HTAP_SEVERITY_WARNING,
  HTAP_SEVERITY_ERROR,
} HtapSeverity;

#define HTAP_N_SEVERITIES (HTAP_SEVERITY_ERROR + 1)

const char *htap_severity_get_id    (HtapSeverity severity);
const char *htap_severity_get_label (HtapSeverity severity);

G_END_DECLS
