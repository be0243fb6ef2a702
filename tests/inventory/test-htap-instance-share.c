/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-share.h"

#include "htap-error.h"

/* One instance of which two sources have said the same, the first of them shown. */
typedef struct
{
  HtapSource *first;
  HtapSource *second;
  HtapInstance *instance;
} Fixture;

static HtapRecord *
new_record (const char *name)
{
  HtapRecord *record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, "0in17");
  htap_record_set_text (record, HTAP_TEXT_NAME, name);

  return record;
}

static HtapFieldSet
take_in (Fixture *fixture, HtapSource *source, const char *name)
{
  g_autoptr (HtapRecord) record = new_record (name);

  return htap_instance_share_take_in (fixture->instance, source, record);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapProfile) one = htap_profile_new (NULL);
  g_autoptr (HtapProfile) other = htap_profile_new (NULL);
  g_autoptr (HtapRecord) record = new_record ("before");

  fixture->first = htap_source_new (one, "cn-north-4", "p", "ain07");
  fixture->second = htap_source_new (other, "cn-north-4", "p", "ain07");
  htap_source_succeed (fixture->first, 100, 1, 8, 1, NULL);
  htap_source_succeed (fixture->second, 200, 1, 8, 1, NULL);
  fixture->instance = htap_instance_new (fixture->first, record);
  take_in (fixture, fixture->second, "before");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->instance);
  g_assert_finalize_object (fixture->first);
  g_assert_finalize_object (fixture->second);
}

static void
fail (HtapSource *source)
{
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, HTAP_ERROR_FORBIDDEN, NULL, "no");
  htap_source_fail (source, error);
}

static void
assert_shown (Fixture *fixture, HtapSource *source, const char *name)
{
  g_assert_true (htap_instance_get_source (fixture->instance) == source);
  g_assert_cmpstr (htap_instance_get_name (fixture->instance), ==, name);
}

static const HtapFieldSet name_bit = HTAP_FIELD_BIT (HTAP_FIELD_NAME);
static const HtapFieldSet profile_bit = HTAP_FIELD_BIT (HTAP_FIELD_PROFILE);

/* Fresher, and still it takes nothing over from one that is as good. */
static void
test_same_news (Fixture *fixture, gconstpointer data)
{
  assert_shown (fixture, fixture->first, "before");
  g_assert_cmpuint (take_in (fixture, fixture->second, "before"), ==, 0);
  assert_shown (fixture, fixture->first, "before");
}

static void
test_news (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (take_in (fixture, fixture->first, "after"), ==, name_bit);
  assert_shown (fixture, fixture->first, "after");

  g_assert_cmpuint (take_in (fixture, fixture->second, "after"), ==, 0);
  assert_shown (fixture, fixture->first, "after");

  g_assert_cmpuint (take_in (fixture, fixture->second, "later") & (name_bit | profile_bit), ==,
                    name_bit | profile_bit);
  assert_shown (fixture, fixture->second, "later");
}

static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  take_in (fixture, fixture->first, "after");
  g_assert_cmpuint (htap_instance_share_let_go (fixture->instance, fixture->first) & profile_bit,
                    !=, 0);
  assert_shown (fixture, fixture->second, "before");

  g_assert_cmpuint (htap_instance_share_let_go (fixture->instance, fixture->second), ==, 0);
  assert_shown (fixture, fixture->second, "before");
}

static void
test_let_go_of_the_one_not_shown (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (htap_instance_share_let_go (fixture->instance, fixture->second), ==,
                    profile_bit);
  assert_shown (fixture, fixture->first, "before");
  g_assert_false (htap_instance_is_listed_by (fixture->instance, fixture->second));
}

static void
test_hand_over (Fixture *fixture, gconstpointer data)
{
  fail (fixture->first);
  g_assert_cmpuint (htap_instance_share_hand_over (fixture->instance, fixture->second), ==, 0);
  assert_shown (fixture, fixture->first, "before");
  g_assert_cmpuint (htap_instance_share_hand_over (fixture->instance, fixture->first), !=, 0);
  assert_shown (fixture, fixture->second, "before");

  fail (fixture->second);
  g_assert_cmpuint (htap_instance_share_hand_over (fixture->instance, fixture->second), ==, 0);
  assert_shown (fixture, fixture->second, "before");
}

/* Nobody is asked to wait for a source that fails. */
static void
test_untrusted (Fixture *fixture, gconstpointer data)
{
  fail (fixture->first);
  htap_source_begin (fixture->first);
  g_assert_cmpuint (take_in (fixture, fixture->second, "before"), ==, 0);
  assert_shown (fixture, fixture->first, "before");

  htap_source_abandon (fixture->first);
  g_assert_cmpuint (take_in (fixture, fixture->second, "before") & profile_bit, !=, 0);
  assert_shown (fixture, fixture->second, "before");
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HtapRecord) record = new_record ("after");

  htap_instance_share_let_go (fixture->instance, fixture->second);
  g_assert_cmpuint (htap_instance_share_move (fixture->instance, fixture->second, record) &
                        (name_bit | profile_bit),
                    ==, name_bit | profile_bit);
  assert_shown (fixture, fixture->second, "after");
  g_assert_false (htap_instance_is_listed_by (fixture->instance, fixture->first));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/instance-share/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("same-news", test_same_news);
  ADD ("news", test_news);
  ADD ("let-go", test_let_go);
  ADD ("let-go-of-the-one-not-shown", test_let_go_of_the_one_not_shown);
  ADD ("hand-over", test_hand_over);
  ADD ("untrusted", test_untrusted);
  ADD ("move", test_move);
#undef ADD

  return g_test_run ();
}
