/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-finding.h"

#include "htap-json-member.h"

/**
 * htap_json_finding_add:
 * @now: seconds since 1970 UTC
 *
 * Adds an object: what is found, by ids for scripts and in a sentence for people. Of a TaurusDB
 * instance as a whole `instance_id` and `instance_name` are null.
 */
void
htap_json_finding_add (JsonBuilder *builder, HtapFinding *finding, gint64 now)
{
  HtapSource *source = htap_finding_get_source (finding);
  g_autofree char *sentence = htap_finding_dup_sentence (finding, now);
  g_autofree char *remedy = htap_finding_dup_remedy (finding);

  json_builder_begin_object (builder);
  htap_json_member_add_text (builder, "rule", htap_finding_get_rule_id (finding));
  htap_json_member_add_text (builder, "severity",
                             htap_severity_get_id (htap_finding_get_severity (finding)));
  htap_json_member_add_text (builder, "instance_id", htap_finding_get_instance_id (finding));
  htap_json_member_add_text (builder, "instance_name", htap_finding_get_instance_name (finding));
  htap_json_member_add_text (builder, "taurus_id", htap_source_get_taurus_id (source));
  htap_json_member_add_text (builder, "taurus_name", htap_source_get_taurus_name (source));
  htap_json_member_add_text (builder, "profile",
                             htap_profile_get_name (htap_source_get_profile (source)));
  htap_json_member_add_text (builder, "region", htap_source_get_region (source));
  htap_json_member_add_text (builder, "message", sentence);
  htap_json_member_add_text (builder, "remedy", remedy);
  json_builder_end_object (builder);
}
