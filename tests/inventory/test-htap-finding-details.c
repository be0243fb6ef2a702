/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-details.h"

#include "htap-error.h"
#include "htap-finding-detail.h"
#include "htap-instance-detail-private.h"

#define NOW G_GINT64_CONSTANT (1711094400)

typedef struct
{
  HtapFindingDetails *details;
  HtapInstance *instance;
  HtapInstanceDetail *detail;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "p", "t");
  g_autoptr (HtapRecord) record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, "a");
  self->instance = htap_instance_new (source, record);
  self->detail = htap_instance_detail_new (self->instance, NULL, NULL, NULL);
  self->details = htap_finding_details_new ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  htap_finding_details_free (self->details);
  g_assert_finalize_object (self->detail);
  g_assert_finalize_object (self->instance);
}

static HtapFindingDetail *
get (Fixture *self)
{
  return g_hash_table_lookup (htap_finding_details_get_table (self->details), self->instance);
}

static gboolean
note (Fixture *self, gint64 now)
{
  return htap_finding_details_note (self->details, self->instance, self->detail, now);
}

static void
fail (Fixture *self, HtapDetailPart part)
{
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, HTAP_ERROR_SERVER, NULL, "no");
  htap_instance_detail_take (self->detail, part, NULL, error);
}

/* The same again is no news; part after part comes, and a new answer counts from its time on. */
static void
test_arrives (Fixture *self, gconstpointer data)
{
  g_assert_false (note (self, NOW));
  g_assert_null (get (self));

  htap_instance_detail_take (self->detail, HTAP_DETAIL_PART_DETAIL, htap_detail_new (), NULL);
  g_assert_true (note (self, NOW));
  g_assert_false (note (self, NOW + 5));
  g_assert_cmpint (get (self)->until, ==, NOW + HTAP_SOURCE_STALE_AFTER);
  g_assert_true (get (self)->detail == htap_instance_detail_get_detail (self->detail));
  g_assert_null (get (self)->nodes);

  htap_instance_detail_take (self->detail, HTAP_DETAIL_PART_NODES, g_ptr_array_new (), NULL);
  g_assert_true (note (self, NOW + 7));
  g_assert_cmpint (get (self)->until, ==, NOW + 7 + HTAP_SOURCE_STALE_AFTER);
  g_assert_true (get (self)->nodes == htap_instance_detail_get_nodes (self->detail));
  g_assert_true (get (self)->detail == htap_instance_detail_get_detail (self->detail));
}

/* What cannot be read now was something a moment ago, also for somebody who asks anew. */
static void
test_fails (Fixture *self, gconstpointer data)
{
  htap_instance_detail_take (self->detail, HTAP_DETAIL_PART_DETAIL, htap_detail_new (), NULL);
  note (self, NOW);
  fail (self, HTAP_DETAIL_PART_DETAIL);
  fail (self, HTAP_DETAIL_PART_REPLICATIONS);
  g_assert_false (note (self, NOW + 5));
  g_assert_nonnull (get (self)->detail);

  g_object_unref (self->detail);
  self->detail = htap_instance_detail_new (self->instance, NULL, NULL, NULL);
  g_assert_false (note (self, NOW + 5));
  g_assert_nonnull (get (self)->detail);
}

static void
test_prune (Fixture *self, gconstpointer data)
{
  htap_instance_detail_take (self->detail, HTAP_DETAIL_PART_DETAIL, htap_detail_new (), NULL);
  note (self, NOW);
  htap_finding_details_prune (self->details, NOW + HTAP_SOURCE_STALE_AFTER - 1);
  g_assert_nonnull (get (self));
  htap_finding_details_prune (self->details, NOW + HTAP_SOURCE_STALE_AFTER);
  g_assert_null (get (self));

  note (self, NOW);
  htap_instance_set_listed (self->instance, FALSE);
  htap_finding_details_prune (self->details, NOW);
  g_assert_null (get (self));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/finding-details/arrives", test_arrives);
  ADD ("/finding-details/fails", test_fails);
  ADD ("/finding-details/prune", test_prune);

  return g_test_run ();
}
