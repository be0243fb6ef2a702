/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapLine:
 *
 * Tasks that wait in line, first come, first served; who is cancelled leaves it at once.
 */
typedef struct _HtapLine HtapLine;

/**
 * HtapLineLeft:
 * @user_data: what was given to htap_line_new()
 *
 * Somebody gave up waiting. The line may be freed by then only by this very function.
 */
typedef void (*HtapLineLeft) (gpointer user_data);

HtapLine *htap_line_new      (HtapLineLeft  left,
                              gpointer      user_data);
void      htap_line_free     (HtapLine     *self);

void      htap_line_join     (HtapLine     *self,
                              GTask        *task);
GTask    *htap_line_pop      (HtapLine     *self);
gboolean  htap_line_is_empty (HtapLine     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapLine, htap_line_free)

G_END_DECLS
