/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-memory.h"

#include "htap-test.h"

#define SECOND G_TIME_SPAN_SECOND

/* There is nobody to ask: the profile has no credentials, so that asking ends in an error. Time
 * passes when the test says so. */
typedef struct
{
  HtapClient *client;
  HtapSecretStore *secrets;
  HtapClock *clock;
  HtapDetailMemory *memory;
  HtapSource *source;
} Fixture;

static HtapSource *
new_source (const char *taurus_id)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("test");

  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);

  return htap_source_new (profile, "cn-north-4", "p", taurus_id);
}

static HtapInstance *
new_instance (HtapSource *source)
{
  g_autoptr (HtapRecord) record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, "ain17");

  return htap_instance_new (source, record);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->client = htap_client_new ("en-us");
  fixture->secrets = htap_secret_store_new ();
  fixture->clock = htap_clock_new_manual (1000 * SECOND);
  fixture->memory = htap_detail_memory_new (fixture->client, fixture->secrets, fixture->clock);
  fixture->source = new_source ("ain07");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_detail_memory_free (fixture->memory);
  g_assert_finalize_object (fixture->source);
  g_object_unref (fixture->clock);
  g_assert_finalize_object (fixture->secrets);
  g_assert_finalize_object (fixture->client);
}

static gboolean
has_failed (gpointer detail)
{
  return htap_instance_detail_get_state (detail, HTAP_DETAIL_PART_DETAIL) ==
         HTAP_DETAIL_STATE_FAILED;
}

static gboolean
is_alone (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

/* As somebody does who looks at @instance. */
static HtapInstanceDetail *
look (Fixture *fixture, HtapInstance *instance)
{
  HtapInstanceDetail *detail = htap_detail_memory_get (fixture->memory, instance);

  htap_instance_detail_load (detail);
  htap_test_wait_until (has_failed, detail, "an error");

  return detail;
}

static void
test_remembers_for_a_minute (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) instance = new_instance (fixture->source);
  g_autoptr (HtapInstanceDetail) detail = NULL;
  g_autoptr (HtapInstanceDetail) again = NULL;
  g_autoptr (HtapInstanceDetail) later = NULL;

  g_assert_null (htap_detail_memory_peek (fixture->memory, instance));
  detail = look (fixture, instance);
  htap_clock_advance (fixture->clock, 59 * SECOND);
  g_assert_true (htap_detail_memory_peek (fixture->memory, instance) == detail);
  again = htap_detail_memory_get (fixture->memory, instance);
  g_assert_true (again == detail);

  htap_clock_advance (fixture->clock, SECOND);
  g_assert_null (htap_detail_memory_peek (fixture->memory, instance));
  later = htap_detail_memory_get (fixture->memory, instance);
  g_assert_true (later != detail);
  g_assert_cmpuint (htap_detail_memory_get_n (fixture->memory), ==, 1);
}

static void
note_changed (HtapInstance *instance, HtapInstanceDetail *detail, gpointer user_data)
{
  HtapInstanceDetail **last = user_data;

  *last = detail;
}

/* Of what is remembered it tells that something arrived; what another has replaced is over. */
static void
test_tells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapInstance) instance = new_instance (fixture->source);
  g_autoptr (HtapInstanceDetail) detail = NULL;
  g_autoptr (HtapInstanceDetail) later = NULL;
  HtapInstanceDetail *last = NULL;

  htap_detail_memory_set_changed (fixture->memory, note_changed, &last);
  detail = look (fixture, instance);
  g_assert_true (last == detail);

  htap_clock_advance (fixture->clock, 60 * SECOND);
  later = look (fixture, instance);
  g_assert_true (last == later && later != detail);
  htap_instance_detail_reload (detail);
  htap_instance_detail_cancel (detail);
  g_assert_true (last == later);
  htap_test_wait_until (is_alone, detail, "the end of what was asked");
}

/* The one that was looked at longest ago makes room. */
static void
test_maximum (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) instances = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i <= HTAP_DETAIL_MEMORY_MAXIMUM; i++)
    {
      g_autoptr (HtapInstanceDetail) detail = NULL;

      g_ptr_array_add (instances, new_instance (fixture->source));
      detail = look (fixture, instances->pdata[i]);
      if (i == 1)
        g_object_unref (htap_detail_memory_get (fixture->memory, instances->pdata[0]));
    }

  g_assert_cmpuint (htap_detail_memory_get_n (fixture->memory), ==, HTAP_DETAIL_MEMORY_MAXIMUM);
  g_assert_nonnull (htap_detail_memory_peek (fixture->memory, instances->pdata[0]));
  g_assert_null (htap_detail_memory_peek (fixture->memory, instances->pdata[1]));
}

/* A refresh of one source says nothing about another's instances. */
static void
test_expires (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapSource) other_source = new_source ("bin07");
  g_autoptr (HtapInstance) instance = new_instance (fixture->source);
  g_autoptr (HtapInstance) other = new_instance (other_source);
  g_autoptr (HtapInstanceDetail) detail = look (fixture, instance);
  g_autoptr (HtapInstanceDetail) others = look (fixture, other);

  htap_detail_memory_expire (fixture->memory, fixture->source);
  g_assert_null (htap_detail_memory_peek (fixture->memory, instance));
  g_assert_true (htap_detail_memory_peek (fixture->memory, other) == others);

  /* Whoever shows it asks again, and others find that. */
  htap_instance_detail_load (detail);
  g_assert_cmpint (htap_instance_detail_get_state (detail, HTAP_DETAIL_PART_NODES), ==,
                   HTAP_DETAIL_STATE_LOADING);
  g_assert_true (htap_detail_memory_peek (fixture->memory, instance) == detail);

  /* Nobody waits for what is forgotten. */
  htap_detail_memory_drop (fixture->memory, fixture->source);
  g_assert_cmpuint (htap_detail_memory_get_n (fixture->memory), ==, 1);
  g_assert_cmpint (htap_instance_detail_get_state (detail, HTAP_DETAIL_PART_NODES), ==,
                   HTAP_DETAIL_STATE_NONE);
  htap_test_wait_until (is_alone, detail, "the end of what was asked");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/detail-memory/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("remembers-for-a-minute", test_remembers_for_a_minute);
  ADD ("tells", test_tells);
  ADD ("maximum", test_maximum);
  ADD ("expires", test_expires);

  return g_test_run ();
}
