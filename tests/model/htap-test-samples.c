/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-samples.h"

#include "htap-finding.h"

/**
 * htap_test_sample_source:
 *
 * Returns: (transfer full): taurus-orders in Beijing4, read through the profile Production
 */
HtapSource *
htap_test_sample_source (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("6f1c0000-0000-4000-8000-000000000001");
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autoptr (HtapTaurus) taurus = NULL;
  g_autoptr (GHashTable) names = NULL;
  HtapSource *source;

  g_ptr_array_add (projects, htap_regional_id_new ("cn-north-4", SAMPLE_PROJECT_ID));
  htap_profile_set_name (profile, "Production");
  htap_profile_set_projects (profile, projects);
  source = htap_source_new (profile, "cn-north-4", SAMPLE_PROJECT_ID, SAMPLE_TAURUS_ID);
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (names, g_strdup ("0"), g_strdup ("default"));
  htap_source_set_enterprise_projects (source, names);
  taurus = htap_taurus_new ();
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_ID, SAMPLE_TAURUS_ID);
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_NAME, "taurus-orders");
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_STATUS, "normal");
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_ENGINE_VERSION, "8.0.22");
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_ENTERPRISE_PROJECT_ID, "0");
  htap_taurus_add_tag (taurus, "env", "prod");
  htap_taurus_add_tag (taurus, "orders", "");
  htap_source_set_taurus (source, taurus);

  return source;
}

/**
 * htap_test_sample_record:
 * @id: (nullable): its id
 * @name: (nullable): its name
 *
 * Returns: (transfer full): a record with nothing else, still to be filled
 */
HtapRecord *
htap_test_sample_record (const char *id, const char *name)
{
  HtapRecord *record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, id);
  htap_record_set_text (record, HTAP_TEXT_NAME, name);

  return record;
}

static void
add_lists (HtapRecord *record)
{
  const HtapNode nodes[] = {
    { "192.168.0.183", "36d62cd6a77a4e80a335077867e7912bno17", "htap-1_fe_node_0" },
    { "192.168.0.7", "46d62cd6a77a4e80a335077867e7912bno17", "htap-1_fe_node_1" },
  };
  const HtapZone zone = { "cn-southwest-244b", "az2", "Center" };
  const HtapAction action = {
    .id = "action-1",
    .action = "resize_flavor",
    .object_id = "object-1",
    .type = "instance",
    .job_id = "job-1",
    .status = "OK_TO_RUN",
    .created_at = 1711094408228,
    .updated_at = 1711094409000,
  };

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    htap_record_add_node (record, &nodes[i]);
  htap_record_add_zone (record, &zone);
  htap_record_add_action (record, &action);
  htap_record_add_proxy_ip (record, "10.0.0.9");
  htap_record_add_proxy_ip (record, "10.0.0.10");
}

/**
 * htap_test_sample_full_record:
 *
 * Returns: (transfer full): a record with every member of the API page, no two values alike
 */
HtapRecord *
htap_test_sample_full_record (void)
{
  static const char *const texts[HTAP_N_TEXTS] = {
    [HTAP_TEXT_ID] = SAMPLE_ID,
    [HTAP_TEXT_NAME] = "htap-fjld",
    [HTAP_TEXT_STATUS] = "normal",
    [HTAP_TEXT_CREATE_FAIL_ERROR_CODE] = "DBS.200082",
    [HTAP_TEXT_FAIL_MESSAGE] = "no addresses left",
    [HTAP_TEXT_ENGINE_NAME] = "star-rocks",
    [HTAP_TEXT_ENGINE_VERSION] = "3.1.15.80",
    [HTAP_TEXT_PROJECT_ID] = SAMPLE_PROJECT_ID,
    [HTAP_TEXT_HA_MODE] = "Cluster",
    [HTAP_TEXT_PAY_MODEL] = "1",
    [HTAP_TEXT_ORDER_ID] = "CS2403221608ABCDE",
    [HTAP_TEXT_ALTER_ORDER_ID] = "CS2403221608FGHIJ",
    [HTAP_TEXT_DATA_VIP] = "192.168.0.207",
    [HTAP_TEXT_DATA_VIP_V6] = "2407:c080:1200:2075::21",
    [HTAP_TEXT_VOLUME_TYPE] = "ESSD",
    [HTAP_TEXT_SERVER_TYPE] = "KVM",
    [HTAP_TEXT_ENTERPRISE_PROJECT_ID] = "0",
    [HTAP_TEXT_DEDICATED_RESOURCE_ID] = "dedicated-1",
    [HTAP_TEXT_VPC_ID] = "f7876b94-3696-419b-a609-161de4b42d59",
    [HTAP_TEXT_SUB_NET_ID] = "8926baca-467a-4556-8603-b4077805ff9d",
    [HTAP_TEXT_SECURITY_GROUP_ID] = "5f0f2a4e-5d2c-4b7e-9c56-2d0c5b6b9f11",
    [HTAP_TEXT_CH_MASTER_NODE_ID] = "56d62cd6a77a4e80a335077867e7912bno16",
  };
  static const gint64 numbers[HTAP_N_NUMBERS] = {
    [HTAP_NUMBER_CREATE_AT] = 1711094408228,
    [HTAP_NUMBER_PORT] = 3306,
    [HTAP_NUMBER_NODE_NUM] = 6,
    [HTAP_NUMBER_IS_FROZEN] = 0,
    [HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS] = 1,
  };
  HtapRecord *record = htap_record_new ();

  for (guint i = 0; i < HTAP_N_TEXTS; i++)
    htap_record_set_text (record, i, texts[i]);
  for (guint i = 0; i < HTAP_N_NUMBERS; i++)
    htap_record_set_number (record, i, numbers[i]);
  add_lists (record);

  return record;
}

/**
 * htap_test_sample_instance:
 * @value: (nullable): of @member
 *
 * Returns: (transfer full): an instance of the sample source whose record has an id and one member
 */
HtapInstance *
htap_test_sample_instance (HtapRecordText member, const char *value)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_record (SAMPLE_ID, NULL);

  htap_record_set_text (record, member, value);

  return htap_instance_new (source, record);
}

static char *
say (HtapFinding *finding, gint64 now)
{
  return g_strdup_printf ("It is %s", htap_finding_get_rule_id (finding));
}

/* Adds to what is wrong with @instance: "It is " and the rule's id, which is static; the worst comes
 * first. */
void
htap_test_sample_find (HtapInstance *instance, const char *rule_id, HtapSeverity severity)
{
  static HtapFindingKind kinds[16];
  static guint n_kinds;
  HtapFindingKind *kind = &kinds[n_kinds++ % G_N_ELEMENTS (kinds)];
  const HtapFindingFacts facts = { 0 };
  GPtrArray *before = htap_instance_get_findings (instance);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);

  *kind = (HtapFindingKind){ rule_id, severity, FALSE, say, NULL };
  for (guint i = 0; before != NULL && i < before->len; i++)
    g_ptr_array_add (findings, g_object_ref (before->pdata[i]));
  g_ptr_array_add (findings,
                   htap_finding_new (kind, instance, htap_instance_get_source (instance), &facts));
  htap_instance_set_findings (instance, findings);
}
