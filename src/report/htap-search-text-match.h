/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapSearchFit:
 * @HTAP_SEARCH_ANYWHERE: somewhere in the text
 * @HTAP_SEARCH_AT_WORD: where a word begins, for "normal" is not what "abnormal" is
 * @HTAP_SEARCH_WHOLE_WORDS: with no letter or digit before or behind it
 * @HTAP_SEARCH_PREFIX: at the text's beginning
 * @HTAP_SEARCH_EQUAL: the whole text
 *
 * Where in a text something is to be found.
 */
typedef enum {
  HTAP_SEARCH_ANYWHERE,
  HTAP_SEARCH_AT_WORD,
  HTAP_SEARCH_WHOLE_WORDS,
  HTAP_SEARCH_PREFIX,
  HTAP_SEARCH_EQUAL,
} HtapSearchFit;

gboolean htap_search_text_has (const char    *folded,
                               const char    *needle,
                               HtapSearchFit  fit);
gboolean htap_search_raw_has  (const char    *raw,
                               const char    *needle,
                               HtapSearchFit  fit);

G_END_DECLS
