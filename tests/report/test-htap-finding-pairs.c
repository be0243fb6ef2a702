/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-pairs.h"

#include "htap-finding-check.h"
#include "htap-test-samples.h"

#define NOW G_GINT64_CONSTANT (1711094400)

typedef struct
{
  GListStore *sources;
  GListStore *instances;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->sources = g_list_store_new (HTAP_TYPE_SOURCE);
  self->instances = g_list_store_new (HTAP_TYPE_INSTANCE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->sources);
  g_object_unref (self->instances);
}

static HtapSource *
add_source (Fixture *self, const char *taurus_id)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "p", taurus_id);

  htap_source_succeed (source, NOW, -1, -1, 0, NULL);
  g_list_store_append (self->sources, source);

  return source;
}

/* Neither single, nor a cluster with few nodes: only what is compared hits. */
static void
add_instance (Fixture *self,
              HtapSource *source,
              const char *id,
              const char *vpc,
              const char *address,
              const char *version)
{
  const HtapNode node = { "10.0.0.1", "node", "name" };
  g_autoptr (HtapRecord) record = htap_record_new ();
  g_autoptr (HtapInstance) instance = NULL;

  htap_record_set_text (record, HTAP_TEXT_ID, id);
  htap_record_set_text (record, HTAP_TEXT_STATUS, "normal");
  htap_record_set_text (record, HTAP_TEXT_VPC_ID, vpc);
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, address);
  htap_record_set_text (record, HTAP_TEXT_ENGINE_NAME, "star-rocks");
  htap_record_set_text (record, HTAP_TEXT_ENGINE_VERSION, version);
  htap_record_add_node (record, &node);
  instance = htap_instance_new (source, record);
  g_list_store_append (self->instances, instance);
}

static GPtrArray *
check (Fixture *self)
{
  return htap_finding_check (G_LIST_MODEL (self->instances), G_LIST_MODEL (self->sources), NOW,
                             NULL);
}

static void
assert_says (GPtrArray *findings, guint position, const char *key, const char *expected)
{
  const char *its_key = htap_finding_get_key (findings->pdata[position]);
  g_autofree char *sentence = htap_finding_dup_sentence (findings->pdata[position], NOW);

  g_assert_cmpstr (its_key, ==, key);
  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_addresses (Fixture *self, gconstpointer data)
{
  HtapSource *one = add_source (self, "t1");
  HtapSource *other = add_source (self, "t2");
  g_autoptr (GPtrArray) findings = NULL;

  add_instance (self, one, "a", "vpc", "10.0.0.1", "3");
  add_instance (self, one, "b", "other-vpc", "10.0.0.1", "3");
  add_instance (self, one, "c", "vpc", "10.0.0.2", "3");
  add_instance (self, one, "d", NULL, "10.0.0.1", "3");
  add_instance (self, other, "e", "vpc", NULL, "3");
  add_instance (self, other, "f", "vpc", "10.0.0.1", "3");
  add_instance (self, other, "g", "vpc", "10.0.0.1", "3");
  findings = check (self);

  g_assert_cmpuint (findings->len, ==, 3);
  assert_says (findings, 0, "ip-dup:a", "Address 10.0.0.1 is reported twice, also by f");
  assert_says (findings, 1, "ip-dup:f", "Address 10.0.0.1 is reported twice, also by a");
  assert_says (findings, 2, "ip-dup:g", "Address 10.0.0.1 is reported twice, also by a");
}

/* Old data may be of a machine whose address another has now. */
static void
test_addresses_of_stale (Fixture *self, gconstpointer data)
{
  HtapSource *one = add_source (self, "t1");
  HtapSource *other = add_source (self, "t2");
  g_autoptr (GPtrArray) findings = NULL;

  add_instance (self, one, "a", "vpc", "10.0.0.1", "3");
  add_instance (self, other, "b", "vpc", "10.0.0.1", "3");
  htap_source_tick (other, NOW + HTAP_SOURCE_STALE_AFTER);
  findings = check (self);

  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_versions (Fixture *self, gconstpointer data)
{
  HtapSource *one = add_source (self, "t1");
  HtapSource *other = add_source (self, "t2");
  g_autoptr (GPtrArray) findings = NULL;

  add_instance (self, one, "a", NULL, NULL, "3.1");
  add_instance (self, one, "b", NULL, NULL, "3.1");
  add_instance (self, one, "c", NULL, NULL, "3.2");
  add_instance (self, one, "d", NULL, NULL, "3.3");
  add_instance (self, other, "e", NULL, NULL, "3.2");
  add_instance (self, other, "f", NULL, NULL, NULL);
  findings = check (self);

  g_assert_cmpuint (findings->len, ==, 1);
  assert_says (findings, 0, "version-skew:t1", "Versions differ: 3.1 and 3.2");
  g_assert_null (htap_finding_get_instance_id (findings->pdata[0]));
}

/* Two profiles that look at one TaurusDB instance say once that it is full. */
static void
test_shared (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;

  htap_source_succeed (add_source (self, "t1"), NOW, 10, 10, 10, NULL);
  htap_source_succeed (add_source (self, "t1"), NOW, 10, 10, 10, NULL);
  findings = check (self);

  g_assert_cmpuint (findings->len, ==, 1);
  assert_says (findings, 0, "capacity-full:t1", "10 of 10 HTAP instances used");
}

/* Not timed: what it takes is said in the log. */
static void
test_many (Fixture *self, gconstpointer data)
{
  HtapSource *source = add_source (self, "t1");
  g_autoptr (GPtrArray) findings = NULL;
  gint64 begun;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i);
      g_autofree char *address = g_strdup_printf ("10.0.%u.%u", i / 250, i % 250);

      add_instance (self, source, id, "vpc", address, "3.1");
    }

  begun = g_get_monotonic_time ();
  findings = check (self);
  g_test_message ("10,000 instances in %.1f ms", (g_get_monotonic_time () - begun) / 1000.0);

  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/finding-pairs/addresses", test_addresses);
  ADD ("/finding-pairs/addresses-of-stale", test_addresses_of_stale);
  ADD ("/finding-pairs/versions", test_versions);
  ADD ("/finding-pairs/shared", test_shared);
  ADD ("/finding-pairs/many", test_many);

  return g_test_run ();
}
