/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-test-outcome.h"

G_BEGIN_DECLS

char *htap_json_test_format (GPtrArray *outcomes,
                             gint64     now);

G_END_DECLS
