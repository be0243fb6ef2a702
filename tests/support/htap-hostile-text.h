/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HtapHostileText:
 * @what: what is bad about it
 *
 * A text that a name or a message of the cloud may be. All of it is valid UTF-8: nothing else comes
 * through the decoder.
 */
typedef struct {
  char *what;
  char *text;
} HtapHostileText;

GArray *htap_hostile_texts_load  (void);
void    htap_hostile_text_assert_harmless (const char *shown,
                                           const char *what);

G_END_DECLS
