/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-demo-request.h"

G_BEGIN_DECLS

/* What the cloud says of one HTAP instance, each to one path. */
HtapDemoAnswer *htap_demo_instance_api_show_star_rocks               (HtapDemoRequest *request);
HtapDemoAnswer *htap_demo_instance_api_show_click_house              (HtapDemoRequest *request);
HtapDemoAnswer *htap_demo_instance_api_list_star_rocks_nodes         (HtapDemoRequest *request);
HtapDemoAnswer *htap_demo_instance_api_list_click_house_nodes        (HtapDemoRequest *request);
HtapDemoAnswer *htap_demo_instance_api_list_star_rocks_replications  (HtapDemoRequest *request);
HtapDemoAnswer *htap_demo_instance_api_list_click_house_replications (HtapDemoRequest *request);

G_END_DECLS
