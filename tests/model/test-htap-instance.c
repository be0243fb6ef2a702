/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance.h"

#include "htap-field.h"
#include "htap-finding.h"
#include "htap-test-samples.h"

#include <string.h>

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  guint *n_notifies = user_data;

  (*n_notifies)++;
}

/* Sorters and cells count on it: one merge, one notification, and none for what did not change. */
static void
test_one_notify (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "before");
  g_autoptr (HtapRecord) after = htap_test_sample_record (SAMPLE_ID, "after");
  guint n_any = 0, n_record = 0;

  g_signal_connect (instance, "notify", G_CALLBACK (on_notify), &n_any);
  g_signal_connect (instance, "notify::record", G_CALLBACK (on_notify), &n_record);

  htap_instance_set_record (instance, after);
  g_assert_cmpuint (n_record, ==, 1);
  g_assert_cmpuint (n_any, ==, 1);
  g_assert_true (htap_instance_get_record (instance) == after);

  htap_instance_set_record (instance, after);
  g_assert_cmpuint (n_any, ==, 1);
}

static void
test_listed (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap");
  guint n_notifies = 0;
  gboolean listed;

  g_signal_connect (instance, "notify::listed", G_CALLBACK (on_notify), &n_notifies);

  g_assert_true (htap_instance_get_listed (instance));
  htap_instance_set_listed (instance, 2);
  g_assert_cmpuint (n_notifies, ==, 0);
  htap_instance_set_listed (instance, FALSE);
  htap_instance_set_listed (instance, FALSE);
  g_assert_cmpuint (n_notifies, ==, 1);

  g_object_get (instance, "listed", &listed, NULL);
  g_assert_false (listed);
}

/* An instance carries what is wrong with it; what is the same as before is no news. */
static void
test_findings (void)
{
  static const HtapFindingKind bad = { "bad", HTAP_SEVERITY_ERROR, FALSE, NULL, NULL };
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap");
  const HtapFindingFacts facts = { 0 };
  g_autoptr (HtapFinding) finding =
      htap_finding_new (&bad, instance, htap_instance_get_source (instance), &facts);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GPtrArray) same = g_ptr_array_new ();
  guint n_notifies = 0;

  g_ptr_array_add (one, finding);
  g_ptr_array_add (same, finding);
  g_signal_connect (instance, "notify::findings", G_CALLBACK (on_notify), &n_notifies);
  g_assert_null (htap_instance_get_findings (instance));
  g_assert_cmpint (htap_instance_get_severity (instance), ==, HTAP_SEVERITY_NONE);

  htap_instance_set_findings (instance, one);
  g_assert_cmpuint (n_notifies, ==, 1);
  g_assert_true (htap_instance_get_findings (instance) == one);
  g_assert_cmpint (htap_instance_get_severity (instance), ==, HTAP_SEVERITY_ERROR);
  htap_instance_set_findings (instance, same);
  g_assert_cmpuint (n_notifies, ==, 1);

  /* Nothing found is not the same as nobody has looked. */
  htap_instance_set_findings (instance, none);
  g_assert_cmpuint (n_notifies, ==, 2);
  g_assert_cmpint (htap_instance_get_severity (instance), ==, HTAP_SEVERITY_NONE);
  htap_instance_set_findings (instance, NULL);
  g_assert_cmpuint (n_notifies, ==, 3);
  htap_instance_set_findings (instance, NULL);
  g_assert_cmpuint (n_notifies, ==, 3);
}

static void
test_getters (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (HtapInstance) instance = htap_instance_new (source, record);
  g_autoptr (HtapRecord) from_property = NULL;

  g_object_get (instance, "record", &from_property, NULL);
  g_assert_true (from_property == record);
  g_assert_true (htap_instance_get_source (instance) == source);
  g_assert_cmpstr (htap_instance_get_id (instance), ==, SAMPLE_ID);
  g_assert_cmpstr (htap_instance_get_name (instance), ==, "htap-fjld");
  g_assert_cmpstr (htap_instance_get_private_ip (instance), ==, "192.168.0.207");
  g_assert_cmpint (htap_instance_get_shown_status (instance), ==, HTAP_SHOWN_STATUS_CHANGING);
}

static void
test_without_name (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, NULL);

  g_assert_cmpstr (htap_instance_get_name (instance), ==, SAMPLE_ID);
  g_assert_null (htap_instance_get_private_ip (instance));
}

/* What is derived from a record is that of the present one. */
static void
test_derived_texts (void)
{
  g_autoptr (HtapInstance) two = htap_test_sample_instance (HTAP_TEXT_NAME, "htap-2");
  g_autoptr (HtapInstance) ten = htap_test_sample_instance (HTAP_TEXT_NAME, "htap-10");
  g_autoptr (HtapRecord) after = htap_test_sample_record (SAMPLE_ID, "htap-11");

  g_assert_cmpint (strcmp (htap_instance_get_name_key (two), htap_instance_get_name_key (ten)), <,
                   0);
  g_assert_nonnull (strstr (htap_instance_get_search_text (two), "htap-2\n"));
  g_assert_true (htap_instance_get_search_text (two) == htap_instance_get_search_text (two));

  htap_instance_set_record (two, after);
  g_assert_cmpint (strcmp (htap_instance_get_name_key (two), htap_instance_get_name_key (ten)), >,
                   0);
  g_assert_null (strstr (htap_instance_get_search_text (two), "htap-2\n"));
  g_assert_nonnull (strstr (htap_instance_get_search_text (two), "htap-11\n"));
}

/* Two profiles look at the same database. */
static void
test_two_sources (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "one");
  g_autoptr (HtapSource) one = g_object_ref (htap_instance_get_source (instance));
  g_autoptr (HtapSource) other = htap_test_sample_source ();
  g_autoptr (HtapRecord) first = htap_record_ref (htap_instance_get_record (instance));
  g_autoptr (HtapRecord) second = htap_test_sample_record (SAMPLE_ID, "other");
  g_autoptr (GHashTable) scope = g_hash_table_new (NULL, NULL);
  guint n_source = 0, n_record = 0;

  g_signal_connect (instance, "notify::source", G_CALLBACK (on_notify), &n_source);
  g_signal_connect (instance, "notify::record", G_CALLBACK (on_notify), &n_record);
  g_hash_table_add (scope, other);
  g_assert_false (htap_instance_is_listed_by (instance, other));
  g_assert_false (htap_instance_is_listed_by_any (instance, scope));
  g_assert_null (htap_instance_find_substitute (instance));

  htap_instance_set_record_of (instance, other, second);
  g_assert_true (htap_instance_is_listed_by (instance, one));
  g_assert_true (htap_instance_is_listed_by (instance, other));
  g_assert_true (htap_instance_is_listed_by_any (instance, scope));
  g_assert_true (htap_instance_find_substitute (instance) == other);
  g_assert_cmpstr (htap_instance_get_name (instance), ==, "one");
  g_assert_nonnull (htap_instance_get_search_text (instance));
  g_assert_cmpuint (n_source + n_record, ==, 0);

  htap_instance_show_source (instance, other);
  g_assert_true (htap_instance_get_source (instance) == other);
  g_assert_true (htap_instance_get_record (instance) == second);
  g_assert_true (htap_instance_get_record_of (instance, one) == first);
  g_assert_nonnull (strstr (htap_instance_get_search_text (instance), "other\n"));
  g_assert_cmpuint (n_source, ==, 1);
  g_assert_cmpuint (n_record, ==, 1);

  htap_instance_drop_source (instance, one);
  g_assert_null (htap_instance_get_record_of (instance, one));
  g_assert_null (htap_instance_find_substitute (instance));
}

/* Each HTAP instance may be in another enterprise project than its TaurusDB instance. */
static void
test_enterprise_project (void)
{
  const HtapField *field = htap_field_get (HTAP_FIELD_ENTERPRISE_PROJECT);
  g_autoptr (HtapInstance) instance =
      htap_test_sample_instance (HTAP_TEXT_ENTERPRISE_PROJECT_ID, "e-1");
  HtapSource *source = htap_instance_get_source (instance);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *shown = NULL;

  g_hash_table_insert (names, (gpointer) "0", (gpointer) "of-the-taurus");
  g_hash_table_insert (names, (gpointer) "e-1", (gpointer) "of-the-record");
  htap_source_set_enterprise_projects (source, NULL);
  g_assert_null (strstr (htap_instance_get_search_text (instance), "of-the-record\n"));

  /* The names come later, and are found at once. */
  htap_source_set_enterprise_projects (source, names);
  shown = htap_field_dup_shown (field, instance);
  g_assert_cmpstr (shown, ==, "of-the-record");
  g_assert_nonnull (strstr (htap_instance_get_search_text (instance), "of-the-record\n"));
  g_assert_null (strstr (htap_instance_get_search_text (instance), "of-the-taurus\n"));
  g_assert_null (strstr (htap_source_get_search_text (source), "of-the-taurus\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/instance/one-notify", test_one_notify);
  g_test_add_func ("/instance/listed", test_listed);
  g_test_add_func ("/instance/findings", test_findings);
  g_test_add_func ("/instance/getters", test_getters);
  g_test_add_func ("/instance/without-name", test_without_name);
  g_test_add_func ("/instance/derived-texts", test_derived_texts);
  g_test_add_func ("/instance/two-sources", test_two_sources);
  g_test_add_func ("/instance/enterprise-project", test_enterprise_project);

  return g_test_run ();
}
