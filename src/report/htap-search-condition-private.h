/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-search-condition.h"
#include "htap-search-text-match.h"

G_BEGIN_DECLS

/* What a word is looked for in. Findings are asked for by name: a word that a rule happens to use
 * would bring everything that it hits. */
#define HTAP_SEARCH_EVERY_FIELD                                                                    \
  ((HTAP_FIELD_BIT (HTAP_N_FIELDS) - 1) & ~HTAP_FIELD_BIT (HTAP_FIELD_FINDINGS))

/* What the parts of a condition share: reading and matching. */
typedef enum
{
  HTAP_SEARCH_KIND_WORD,    /* text, in every field */
  HTAP_SEARCH_KIND_TEXT,    /* text, in one of some fields */
  HTAP_SEARCH_KIND_ADDRESS, /* by value */
  HTAP_SEARCH_KIND_NUMBER,  /* from start to before end; a time, too */
  HTAP_SEARCH_KIND_TAG,     /* name and value of a tag */
} HtapSearchKind;

struct _HtapSearchCondition
{
  HtapSearchKind kind;
  gboolean negated;
  HtapFieldSet fields;
  HtapSearchFit fit;
  char *text; /* folded; (nullable) with an address that was not typed as such */
  char *tag;  /* the tag's name, folded */
  HtapAddressRange range;
  gint64 start;
  gint64 end;
};

G_END_DECLS
