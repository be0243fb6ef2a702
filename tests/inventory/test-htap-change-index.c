/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-index.h"

static HtapChange *
make_change (const char *region, const char *id, HtapFieldIndex field)
{
  const HtapChangeFacts facts = { .kind = HTAP_CHANGE_CHANGED,
                                  .profile = "p",
                                  .region = region,
                                  .taurus_id = "ain07",
                                  .id = id,
                                  .field = field,
                                  .fields = HTAP_FIELD_BIT (field),
                                  .at = 1 };

  return htap_change_new (&facts);
}

static HtapInstance *
make_instance (const char *region, const char *id)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = htap_source_new (profile, region, "p", "ain07");
  g_autoptr (HtapRecord) record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, id);

  return htap_instance_new (source, record);
}

static void
test_of_instance (void)
{
  g_autoptr (HtapChangeIndex) index = htap_change_index_new ();
  g_autoptr (HtapChange) first = make_change ("north", "a", HTAP_FIELD_NAME);
  g_autoptr (HtapChange) second = make_change ("north", "a", HTAP_FIELD_PORT);
  g_autoptr (HtapChange) elsewhere = make_change ("east", "a", HTAP_FIELD_VPC_ID);
  g_autoptr (HtapInstance) instance = make_instance ("north", "a");
  g_autoptr (HtapInstance) other = make_instance ("north", "b");

  g_assert_null (htap_change_index_get_of (index, instance));
  htap_change_index_add (index, first);
  htap_change_index_add (index, elsewhere);
  htap_change_index_add (index, second);
  g_assert_cmpuint (htap_change_index_get_of (index, instance)->len, ==, 2);
  g_assert_true (htap_change_index_get_of (index, instance)->pdata[1] == second);
  g_assert_cmphex (htap_change_index_get_unseen_fields (index, instance), ==,
                   HTAP_FIELD_BIT (HTAP_FIELD_NAME) | HTAP_FIELD_BIT (HTAP_FIELD_PORT));
  g_assert_cmpuint (htap_change_index_get_n_unseen (index, instance), ==, 2);
  g_assert_null (htap_change_index_get_of (index, other));
  g_assert_cmpuint (htap_change_index_get_n_unseen (index, other), ==, 0);

  /* The names that it is found by outlive the change that brought them. */
  htap_change_index_remove (index, first);
  g_assert_finalize_object (g_steal_pointer (&first));
  g_assert_cmpuint (htap_change_index_get_of (index, instance)->len, ==, 1);
  g_assert_cmphex (htap_change_index_get_unseen_fields (index, instance), ==,
                   HTAP_FIELD_BIT (HTAP_FIELD_PORT));
  htap_change_index_remove (index, second);
  htap_change_index_remove (index, second);
  g_assert_null (htap_change_index_get_of (index, instance));
}

static void
test_seen (void)
{
  g_autoptr (HtapChangeIndex) index = htap_change_index_new ();
  g_autoptr (HtapChange) seen = make_change ("north", "a", HTAP_FIELD_NAME);
  g_autoptr (HtapChange) unseen = make_change ("north", "a", HTAP_FIELD_PORT);
  g_autoptr (HtapInstance) instance = make_instance ("north", "a");

  htap_change_set_seen (seen, TRUE);
  htap_change_index_add (index, seen);
  htap_change_index_add (index, unseen);
  g_assert_cmpuint (htap_change_index_get_n_unseen (index, instance), ==, 1);
  g_assert_cmphex (htap_change_index_get_unseen_fields (index, instance), ==,
                   HTAP_FIELD_BIT (HTAP_FIELD_PORT));
  /* Any of them stands for the instance. */
  g_assert_cmpuint (htap_change_index_mark_seen (index, seen), ==, 1);
  g_assert_true (htap_change_get_seen (unseen));
  g_assert_cmphex (htap_change_index_get_unseen_fields (index, instance), ==, 0);
  g_assert_cmpuint (htap_change_index_mark_seen (index, seen), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-index/of-instance", test_of_instance);
  g_test_add_func ("/change-index/seen", test_seen);

  return g_test_run ();
}
