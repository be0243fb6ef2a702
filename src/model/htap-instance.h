/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-record.h"
#include "htap-source.h"
#include "htap-status.h"

G_BEGIN_DECLS

#define HTAP_TYPE_INSTANCE (htap_instance_get_type ())

G_DECLARE_FINAL_TYPE (HtapInstance, htap_instance, HTAP, INSTANCE, GObject)

HtapInstance    *htap_instance_new              (HtapSource   *source,
                                                 HtapRecord   *record);

HtapSource      *htap_instance_get_source       (HtapInstance *self);
const char      *htap_instance_get_id           (HtapInstance *self);
const char      *htap_instance_get_name         (HtapInstance *self);
HtapRecord      *htap_instance_get_record       (HtapInstance *self);
void             htap_instance_set_record       (HtapInstance *self,
                                                 HtapRecord   *record);
HtapShownStatus  htap_instance_get_shown_status (HtapInstance *self);
const char      *htap_instance_get_private_ip   (HtapInstance *self);
const char      *htap_instance_get_name_key     (HtapInstance *self);
const char      *htap_instance_get_search_text  (HtapInstance *self);

gboolean         htap_instance_get_listed       (HtapInstance *self);
void             htap_instance_set_listed       (HtapInstance *self,
                                                 gboolean      listed);

G_END_DECLS
