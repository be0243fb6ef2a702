/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-source.h"
#include "htap-test-step.h"

G_BEGIN_DECLS

const char *htap_test_text_get_title    (HtapTestStep   step);
char       *htap_test_text_dup_sentence (HtapTestStep   step,
                                         HtapTestState  state,
                                         const GError  *error,
                                         HtapSource    *source);

G_END_DECLS
