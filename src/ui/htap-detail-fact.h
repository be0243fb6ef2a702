/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-status.h"

G_BEGIN_DECLS

/**
 * HtapDetailFactStyle:
 * @HTAP_DETAIL_FACT_TEXT: wraps
 * @HTAP_DETAIL_FACT_IDENTIFIER: one monospaced line, cut in the middle where it is too long
 * @HTAP_DETAIL_FACT_NOTHING: a sentence that stands for a group without data
 */
typedef enum {
  HTAP_DETAIL_FACT_TEXT,
  HTAP_DETAIL_FACT_IDENTIFIER,
  HTAP_DETAIL_FACT_NOTHING,
} HtapDetailFactStyle;

/**
 * HtapDetailCopy:
 * @label: what a menu calls it, "Copy Node ID"
 * @text: what goes to the clipboard
 */
typedef struct {
  char *label;
  char *text;
} HtapDetailCopy;

/**
 * HtapDetailFact:
 * @key: says whether two facts are the same one at different times
 * @label: (nullable): what it is; %NULL for a sentence that needs none
 * @value: (nullable): what a person reads; %NULL: not set
 * @status: (nullable): how it is, in words, shown with the icon of @shown_status
 * @note: (nullable): a second, smaller line
 * @more: (nullable): further smaller lines, which wrap
 * @tooltip: (nullable): what the value does not say
 * @copies: (element-type HtapDetailCopy): what can be copied, first what a click copies
 * @offers_retry: whether it says that something could not be read, and a click reads it again
 *
 * One row of the detail pane. Reference-counted; not changed once somebody else has it. Every text
 * may come from outside.
 */
typedef struct {
  char               *key;
  char               *label;
  char               *value;
  char               *status;
  HtapShownStatus     shown_status;
  char               *note;
  char               *more;
  char               *tooltip;
  HtapDetailFactStyle style;
  GPtrArray          *copies;
  gboolean            offers_retry;
} HtapDetailFact;

HtapDetailFact *htap_detail_fact_new      (const char           *key,
                                           const char           *label,
                                           const char           *value,
                                           HtapDetailFactStyle   style);
HtapDetailFact *htap_detail_fact_ref      (HtapDetailFact       *self);
void            htap_detail_fact_unref    (HtapDetailFact       *self);
gboolean        htap_detail_fact_equal    (const HtapDetailFact *a,
                                           const HtapDetailFact *b);

void            htap_detail_fact_set_status (HtapDetailFact     *self,
                                           HtapShownStatus       shown_status,
                                           const char           *status);
void            htap_detail_fact_set_note (HtapDetailFact       *self,
                                           const char           *note);
void            htap_detail_fact_set_more (HtapDetailFact       *self,
                                           const char           *more);
void            htap_detail_fact_set_tooltip (HtapDetailFact    *self,
                                           const char           *tooltip);
void            htap_detail_fact_set_offers_retry (HtapDetailFact *self,
                                           gboolean              offers_retry);
void            htap_detail_fact_add_copy (HtapDetailFact       *self,
                                           const char           *label,
                                           const char           *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDetailFact, htap_detail_fact_unref)

G_END_DECLS
