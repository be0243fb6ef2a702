/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapIdKind:
 *
 * The ids that people type, or that an answer has, and that become part of a request's path.
 */
typedef enum {
  HTAP_ID_PROJECT,
  HTAP_ID_TAURUS,
  HTAP_ID_HTAP,
} HtapIdKind;

/**
 * HtapIdVerdict:
 * @HTAP_ID_VALID: as documented
 * @HTAP_ID_EMPTY: nothing there
 * @HTAP_ID_UNUSUAL: only letters and digits, but another length or suffix than documented
 * @HTAP_ID_REFUSED: a character that no id has; it never reaches a path
 */
typedef enum {
  HTAP_ID_VALID,
  HTAP_ID_EMPTY,
  HTAP_ID_UNUSUAL,
  HTAP_ID_REFUSED,
} HtapIdVerdict;

HtapIdVerdict htap_id_check (HtapIdKind  kind,
                             const char *id);

G_END_DECLS
