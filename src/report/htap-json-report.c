/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-report.h"

#include "htap-discovery.h"
#include "htap-json-document.h"
#include "htap-json-finding.h"
#include "htap-json-instance.h"
#include "htap-json-member.h"
#include "htap-json-owners.h"

/* Of several states a profile has the worst. */
static guint
get_badness (HtapSourceState state)
{
  static const guint badness[] = {
    [HTAP_SOURCE_FRESH] = 0, [HTAP_SOURCE_LOADING] = 1, [HTAP_SOURCE_NEVER] = 2,
    [HTAP_SOURCE_STALE] = 3, [HTAP_SOURCE_FAILED] = 4,
  };

  return badness[state];
}

/* A project without an id is found at sign-in: its sources know the id. */
static gboolean
is_source_of (HtapSource *source, HtapProfile *profile, const HtapRegionalId *project)
{
  return g_strcmp0 (htap_profile_get_uuid (htap_source_get_profile (source)),
                    htap_profile_get_uuid (profile)) == 0 &&
         g_strcmp0 (htap_source_get_region (source), project->region) == 0 &&
         (*project->id == '\0' ||
          g_strcmp0 (htap_source_get_project_id (source), project->id) == 0);
}

static HtapDiscovery *
find_discovery (GListModel *discoveries, HtapProfile *profile, const HtapRegionalId *project)
{
  for (guint i = 0; i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);

      if (g_strcmp0 (htap_profile_get_uuid (htap_discovery_get_profile (discovery)),
                     htap_profile_get_uuid (profile)) == 0 &&
          g_strcmp0 (htap_discovery_get_region (discovery), project->region) == 0 &&
          g_strcmp0 (htap_discovery_get_project_id (discovery), project->id) == 0)
        return discovery;
    }

  return NULL;
}

/* A project is as well as the worst of its list and its sources. */
static void
add_project (JsonBuilder *builder,
             HtapProfile *profile,
             const HtapRegionalId *project,
             GListModel *discoveries,
             GListModel *sources)
{
  HtapDiscovery *discovery = find_discovery (discoveries, profile, project);
  const char *project_id = project->id;
  g_autoptr (GError) error = NULL;
  gboolean has_state = discovery != NULL;
  HtapSourceState state = has_state ? htap_discovery_get_state (discovery) : HTAP_SOURCE_NEVER;

  if (discovery != NULL && htap_discovery_get_error (discovery) != NULL)
    error = g_error_copy (htap_discovery_get_error (discovery));

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);
      HtapSourceState its_state = htap_source_get_state (source);

      if (!is_source_of (source, profile, project))
        continue;

      if (!has_state || get_badness (its_state) > get_badness (state))
        state = its_state;
      if (project_id == NULL || *project_id == '\0')
        project_id = htap_source_get_found_project_id (source);
      if (error == NULL && htap_source_get_error (source) != NULL)
        error = g_error_copy (htap_source_get_error (source));
      has_state = TRUE;
    }

  json_builder_begin_object (builder);
  htap_json_member_add_text (builder, "name", htap_profile_get_name (profile));
  htap_json_member_add_text (builder, "region", project->region);
  htap_json_member_add_text (builder, "project_id", project_id);
  htap_json_member_add_text (builder, "state", htap_source_state_get_id (state));
  htap_json_member_add_error (builder, "error", error);
  json_builder_end_object (builder);
}

static void
add_profiles (JsonBuilder *builder,
              GListModel *profiles,
              GListModel *discoveries,
              GListModel *sources)
{
  json_builder_set_member_name (builder, "profiles");
  json_builder_begin_array (builder);

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);
      GPtrArray *projects = htap_profile_get_projects (profile);
      static const HtapRegionalId no_project = { (char *) "", (char *) "" };

      for (guint j = 0; j < projects->len; j++)
        add_project (builder, profile, projects->pdata[j], discoveries, sources);
      if (projects->len == 0)
        add_project (builder, profile, &no_project, discoveries, sources);
    }

  json_builder_end_array (builder);
}

static void
add_sources (JsonBuilder *builder, GListModel *sources)
{
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);
      gint64 total = htap_source_get_total (source);
      gint64 maximum = htap_source_get_maximum (source);

      json_builder_begin_object (builder);
      htap_json_member_add_text (builder, "profile",
                                 htap_profile_get_name (htap_source_get_profile (source)));
      htap_json_member_add_text (builder, "region", htap_source_get_region (source));
      htap_json_member_add_text (builder, "project_id", htap_source_get_found_project_id (source));
      htap_json_member_add_text (builder, "taurus_id", htap_source_get_taurus_id (source));
      htap_json_member_add_text (builder, "taurus_name", htap_source_get_taurus_name (source));
      htap_json_member_add_text (builder, "state",
                                 htap_source_state_get_id (htap_source_get_state (source)));
      htap_json_member_add_time (builder, "as_of", htap_source_get_as_of (source) * 1000);
      htap_json_member_add_number (builder, "total", total >= 0, total);
      htap_json_member_add_number (builder, "max", maximum >= 0, maximum);
      htap_json_member_add_error (builder, "error", htap_source_get_error (source));
      json_builder_end_object (builder);
    }

  json_builder_end_array (builder);
}

static void
add_instances (JsonBuilder *builder,
               GListModel *instances,
               const HtapFieldIndex *columns,
               guint n_columns)
{
  json_builder_set_member_name (builder, "instances");
  json_builder_begin_array (builder);

  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);

      if (columns != NULL)
        htap_json_instance_add_columns (builder, instance, columns, n_columns);
      else
        htap_json_instance_add (builder, instance);
    }

  json_builder_end_array (builder);
}

/* What every report has. */
static JsonBuilder *
begin (GListModel *profiles,
       GListModel *discoveries,
       GListModel *sources,
       GListModel *instances,
       const HtapFieldIndex *columns,
       guint n_columns,
       gint64 now)
{
  JsonBuilder *builder = htap_json_document_begin (now);

  add_profiles (builder, profiles, discoveries, sources);
  add_sources (builder, sources);
  add_instances (builder, instances, columns, n_columns);

  return builder;
}

/**
 * htap_json_report_format:
 * @profiles: a list of #HtapProfile
 * @discoveries: a list of #HtapDiscovery
 * @sources: a list of #HtapSource
 * @instances: a list of #HtapInstance
 * @now: seconds since 1970 UTC
 *
 * What `--format json` prints. Scripts rely on it: members are added, never renamed or removed
 * without another version.
 *
 * Returns: (transfer full): one JSON object over several lines, the last of which ends in a
 * newline; the same input gives the same bytes
 */
char *
htap_json_report_format (GListModel *profiles,
                         GListModel *discoveries,
                         GListModel *sources,
                         GListModel *instances,
                         gint64 now)
{
  return htap_json_report_format_columns (profiles, discoveries, sources, instances, NULL, 0, now);
}

/**
 * htap_json_report_format_columns:
 * @columns: (nullable) (array length=n_columns): the members of an instance, in order; %NULL for
 * all
 *
 * Returns: (transfer full): as htap_json_report_format()
 */
char *
htap_json_report_format_columns (GListModel *profiles,
                                 GListModel *discoveries,
                                 GListModel *sources,
                                 GListModel *instances,
                                 const HtapFieldIndex *columns,
                                 guint n_columns,
                                 gint64 now)
{
  JsonBuilder *builder = begin (profiles, discoveries, sources, instances, columns, n_columns, now);

  return htap_json_document_end (builder);
}

/**
 * htap_json_report_format_owners:
 * @instances: a list of #HtapInstance, those among @owners
 * @owners: (element-type HtapAddressOwner): who has the addresses that were asked for
 *
 * What `find-ip --format json` prints: as htap_json_report_format(), and `matches`.
 *
 * Returns: (transfer full): as htap_json_report_format()
 */
char *
htap_json_report_format_owners (GListModel *profiles,
                                GListModel *discoveries,
                                GListModel *sources,
                                GListModel *instances,
                                GPtrArray *owners,
                                gint64 now)
{
  JsonBuilder *builder = begin (profiles, discoveries, sources, instances, NULL, 0, now);
  htap_json_owners_add (builder, owners);

  return htap_json_document_end (builder);
}

/**
 * htap_json_report_format_findings:
 * @findings: (element-type HtapFinding): what the rules say of them
 *
 * Returns: (transfer full): as htap_json_report_format(), with `findings` behind it
 */
char *
htap_json_report_format_findings (GListModel *profiles,
                                  GListModel *discoveries,
                                  GListModel *sources,
                                  GListModel *instances,
                                  GPtrArray *findings,
                                  gint64 now)
{
  JsonBuilder *builder = begin (profiles, discoveries, sources, instances, NULL, 0, now);

  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    htap_json_finding_add (builder, findings->pdata[i], now);
  json_builder_end_array (builder);

  return htap_json_document_end (builder);
}
