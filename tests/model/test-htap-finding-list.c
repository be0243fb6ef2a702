/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-list.h"

#include "htap-test-samples.h"

static void
test_texts (void)
{
  g_autoptr (HtapInstance) instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *one_id = NULL;
  g_autofree char *one = NULL;
  g_autofree char *ids = NULL;
  g_autofree char *shown = NULL;

  g_assert_null (htap_finding_list_dup_ids (NULL));
  g_assert_null (htap_finding_list_dup_ids (none));
  g_assert_null (htap_finding_list_dup_shown (NULL, 0));
  g_assert_null (htap_finding_list_dup_shown (none, 0));

  htap_test_sample_find (instance, "frozen", HTAP_SEVERITY_ERROR);
  one_id = htap_finding_list_dup_ids (htap_instance_get_findings (instance));
  one = htap_finding_list_dup_shown (htap_instance_get_findings (instance), 0);
  g_assert_cmpstr (one_id, ==, "frozen");
  g_assert_cmpstr (one, ==, "It is frozen");

  htap_test_sample_find (instance, "single-mode", HTAP_SEVERITY_INFORMATION);
  htap_test_sample_find (instance, "nodes-unread", HTAP_SEVERITY_INFORMATION);
  ids = htap_finding_list_dup_ids (htap_instance_get_findings (instance));
  shown = htap_finding_list_dup_shown (htap_instance_get_findings (instance), 0);
  g_assert_cmpstr (ids, ==, "frozen, single-mode, nodes-unread");
  g_assert_cmpstr (shown, ==, "It is frozen (+2)");
}

/* The worst first, the same beside the same, more of it before less, nothing last. */
static void
test_compare (void)
{
  static const struct
  {
    const char *id; /* NULL: none */
    HtapSeverity severity;
    guint n_more;
  } ordered[] = {
    { "z", HTAP_SEVERITY_ERROR, 0 },       { "a", HTAP_SEVERITY_WARNING, 1 },
    { "a", HTAP_SEVERITY_WARNING, 0 },     { "b", HTAP_SEVERITY_WARNING, 0 },
    { "a", HTAP_SEVERITY_INFORMATION, 2 }, { NULL, HTAP_SEVERITY_NONE, 0 },
  };
  g_autoptr (GPtrArray) instances = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      HtapInstance *instance = htap_test_sample_instance (HTAP_TEXT_NAME, "htap");

      if (ordered[i].id != NULL)
        htap_test_sample_find (instance, ordered[i].id, ordered[i].severity);
      for (guint j = 0; j < ordered[i].n_more; j++)
        htap_test_sample_find (instance, "more", HTAP_SEVERITY_INFORMATION);
      g_ptr_array_add (instances, instance);
    }

  for (guint i = 0; i < instances->len; i++)
    for (guint j = 0; j < instances->len; j++)
      {
        GPtrArray *some = htap_instance_get_findings (instances->pdata[i]);
        GPtrArray *others = htap_instance_get_findings (instances->pdata[j]);
        int order = htap_finding_list_compare (some, others);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finding-list/texts", test_texts);
  g_test_add_func ("/finding-list/compare", test_compare);

  return g_test_run ();
}
