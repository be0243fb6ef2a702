/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonArray  *htap_demo_projects_new     (JsonArray  *with_instances,
                                        JsonArray  *others);
JsonObject *htap_demo_projects_find    (JsonArray  *projects,
                                        const char *member,
                                        const char *text);
JsonObject *htap_demo_projects_to_json (JsonArray  *projects,
                                        const char *name,
                                        const char *address);

G_END_DECLS
