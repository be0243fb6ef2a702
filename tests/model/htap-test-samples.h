/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"

G_BEGIN_DECLS

#define SAMPLE_PROJECT_ID "23a50154cf494ec9ad6883979a12db0a"
#define SAMPLE_TAURUS_ID  "18c3eeb7b788479eb8b93b209946a83bin07"
#define SAMPLE_ID         "bfc970d8e9b34a399b4c422aabe11409in17"

HtapSource   *htap_test_sample_source       (void);
HtapRecord   *htap_test_sample_record       (const char     *id,
                                             const char     *name);
HtapRecord   *htap_test_sample_full_record  (void);
HtapInstance *htap_test_sample_instance     (HtapRecordText  member,
                                             const char     *value);
void          htap_test_sample_find         (HtapInstance   *instance,
                                             const char     *rule_id,
                                             HtapSeverity    severity);

G_END_DECLS
