/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/* How many requests are remembered. */
#define HTAP_DEMO_JOURNAL_LENGTH 1000

/**
 * HtapDemoJournal:
 *
 * The last requests that the cloud was sent, without what they were authorised with; and how many
 * of all of them went where, and how many were to sign in.
 */
typedef struct _HtapDemoJournal HtapDemoJournal;

HtapDemoJournal *htap_demo_journal_new     (void);
void             htap_demo_journal_free    (HtapDemoJournal *self);
void             htap_demo_journal_add     (HtapDemoJournal   *self,
                                            SoupServerMessage *message,
                                            guint              status);
void             htap_demo_journal_clear   (HtapDemoJournal *self);
JsonObject      *htap_demo_journal_to_json (HtapDemoJournal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapDemoJournal, htap_demo_journal_free)

G_END_DECLS
