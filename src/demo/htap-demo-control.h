/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-access.h"
#include "htap-demo-data.h"
#include "htap-demo-faults.h"
#include "htap-demo-journal.h"

G_BEGIN_DECLS

/* What every path of it begins with. */
#define HTAP_DEMO_CONTROL_PREFIX "/demo/"

/**
 * HtapDemoControl:
 *
 * What a script can look at and change. Borrowed from the cloud.
 */
typedef struct {
  HtapDemoData    *data;
  HtapDemoFaults  *faults;
  HtapDemoJournal *journal;
  HtapDemoAccess  *access;
} HtapDemoControl;

HtapDemoAnswer *htap_demo_control_answer (const HtapDemoControl *control,
                                          SoupServerMessage     *message,
                                          const char            *path);

G_END_DECLS
