/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapSearchToken:
 * @negated: a minus stood before it
 * @text: the whole of it, without minus and enclosing quotes
 * @name: (nullable): what stood before a colon
 * @value: (nullable): what stood behind that, without enclosing quotes
 * @quoted: @text stood in quotes
 *
 * One word of what a person searches for, or several in quotes. Every text is folded.
 */
typedef struct {
  gboolean negated;
  gboolean quoted;
  char    *text;
  char    *name;
  char    *value;
} HtapSearchToken;

char      *htap_search_text_normalize (const char *text);
GPtrArray *htap_search_tokens_new     (const char *text);

G_END_DECLS
