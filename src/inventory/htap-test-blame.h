/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-test-step.h"

G_BEGIN_DECLS

HtapTestStep htap_test_blame_find_step (const GError *error,
                                        HtapTestStep  undecided);

G_END_DECLS
