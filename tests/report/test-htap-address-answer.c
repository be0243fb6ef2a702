/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address-answer.h"

#include "htap-address-scan.h"
#include "htap-discovery.h"
#include "htap-test-samples.h"

typedef struct
{
  GListStore *instances;
  GListStore *sources;
  GListStore *discoveries;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (HtapInstance) instance = htap_instance_new (source, record);

  fixture->instances = g_list_store_new (HTAP_TYPE_INSTANCE);
  fixture->sources = g_list_store_new (HTAP_TYPE_SOURCE);
  fixture->discoveries = g_list_store_new (HTAP_TYPE_DISCOVERY);
  g_list_store_append (fixture->instances, instance);
  g_list_store_append (fixture->sources, source);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->instances);
  g_clear_object (&fixture->sources);
  g_clear_object (&fixture->discoveries);
}

static GStrv
answer (Fixture *fixture, const char *text)
{
  g_autoptr (GArray) addresses = htap_address_scan (text);

  return htap_address_answer_dup (addresses, G_LIST_MODEL (fixture->instances),
                                  G_LIST_MODEL (fixture->sources),
                                  G_LIST_MODEL (fixture->discoveries));
}

/* The sample source was never read: that matters for whom nobody has. */
static void
test_answers (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *answer;
  } cases[] = {
    { "192.168.0.7", "192.168.0.7 is readable node htap-1_fe_node_1 of htap-fjld." },
    { "10.9.9.9 or 10.0.0.9",
      "10.0.0.9 is a proxy address of htap-fjld.\n"
      "No known instance has 10.9.9.9.\n"
      "1 TaurusDB instance was not read, so it may be an address of its HTAP instances." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) lines = answer (fixture, cases[i].text);
      g_autofree char *text = g_strjoinv ("\n", lines);

      g_assert_cmpstr (text, ==, cases[i].answer);
    }
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) lines = answer (fixture, "0.0.0.0/0 0::/1");

  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_cmpstr (lines[5], ==, "1 more is not listed here.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/address-answer/answers", Fixture, NULL, set_up, test_answers, tear_down);
  g_test_add ("/address-answer/many", Fixture, NULL, set_up, test_many, tear_down);

  return g_test_run ();
}
