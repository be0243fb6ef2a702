/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-source.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * HtapInstanceQuestion:
 *
 * Which HTAP instance is asked about, and where.
 */
typedef struct _HtapInstanceQuestion HtapInstanceQuestion;

HtapInstanceQuestion *htap_instance_question_new  (HtapSource           *source,
                                                   const char           *htap_id,
                                                   const char           *engine_name,
                                                   const char           *language,
                                                   GError              **error);
void                  htap_instance_question_free (HtapInstanceQuestion *self);

/* As #HtapExchangeBuild; of a list in pages, as #HtapPagesKind has it. */
SoupMessage *htap_instance_question_build_detail       (const char  *project_id,
                                                        gpointer     self,
                                                        GError     **error);
SoupMessage *htap_instance_question_build_nodes        (const char  *project_id,
                                                        gpointer     self,
                                                        GError     **error);
SoupMessage *htap_instance_question_build_replications (const char  *project_id,
                                                        guint        offset,
                                                        gpointer     self,
                                                        GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapInstanceQuestion, htap_instance_question_free)

G_END_DECLS
