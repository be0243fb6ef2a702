/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-answer.h"
#include "htap-instance-list.h"

G_BEGIN_DECLS

/**
 * HtapMergeQueue:
 *
 * Answers, good and bad, on their way into the list. The first is merged at once; while more arrive
 * they wait together, for each merge moves the window: at most one every 400 ms, and never before
 * four times what the last one took. If that is more than can be merged within about a frame, it is
 * done in parts, and those do not wait for 400 ms.
 */
typedef struct _HtapMergeQueue HtapMergeQueue;

/**
 * HtapMerged:
 * @changed: the fields in which an instance that stayed has changed
 *
 * Called after each merge, once the sources know of their answers.
 */
typedef void (*HtapMerged) (HtapFieldSet changed,
                            gpointer     user_data);

/**
 * HtapMergeTaken:
 * @answer: what @source said
 *
 * Called for each answer that has come into the list.
 */
typedef void (*HtapMergeTaken) (HtapSource *source,
                                HtapAnswer *answer,
                                gpointer    user_data);

HtapMergeQueue *htap_merge_queue_new    (HtapInstanceList *list,
                                         HtapMerged        merged,
                                         gpointer          user_data);
void            htap_merge_queue_free   (HtapMergeQueue   *self);

void            htap_merge_queue_set_taken (HtapMergeQueue *self,
                                         HtapMergeTaken    taken);
void            htap_merge_queue_hold   (HtapMergeQueue   *self);
void            htap_merge_queue_release (HtapMergeQueue  *self);
void            htap_merge_queue_push   (HtapMergeQueue   *self,
                                         HtapSource       *source,
                                         HtapAnswer       *answer);
void            htap_merge_queue_push_error (HtapMergeQueue *self,
                                         HtapSource       *source,
                                         const GError     *error);
void            htap_merge_queue_forget (HtapMergeQueue   *self,
                                         HtapSource       *source);
gboolean        htap_merge_queue_is_empty (HtapMergeQueue *self);
void            htap_merge_queue_hurry  (HtapMergeQueue   *self);
void            htap_merge_queue_flush  (HtapMergeQueue   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapMergeQueue, htap_merge_queue_free)

G_END_DECLS
