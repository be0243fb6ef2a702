/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-group.h"

static HtapChange *
new_change (const char *taurus_id, const char *id, HtapFieldIndex field, gboolean seen)
{
  HtapChange *change = htap_change_new (&(HtapChangeFacts){ .kind = HTAP_CHANGE_CHANGED,
                                                            .profile = "uuid",
                                                            .region = "cn-north-4",
                                                            .taurus_id = taurus_id,
                                                            .id = id,
                                                            .field = field });

  htap_change_set_seen (change, seen);

  return change;
}

static GListStore *
new_list (void)
{
  static const struct
  {
    const char *taurus_id;
    const char *id;
    HtapFieldIndex field;
    gboolean seen;
  } changes[] = {
    { "ain07", "1in17", HTAP_FIELD_NAME, FALSE },
    { "ain07", "2in17", HTAP_FIELD_NAME, FALSE },
    { "ain07", "1in17", HTAP_FIELD_PORT, TRUE },
    { "bin07", "1in17", HTAP_FIELD_NAME, FALSE }, /* of another TaurusDB instance */
    { "ain07", "1in17", HTAP_FIELD_DATA_VIP, FALSE },
  };
  GListStore *list = g_list_store_new (HTAP_TYPE_CHANGE);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (HtapChange) change =
          new_change (changes[i].taurus_id, changes[i].id, changes[i].field, changes[i].seen);

      g_list_store_append (list, change);
    }

  return list;
}

/* "a/1: name data_vip | …" */
static char *
describe (GPtrArray *groups)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *changes = htap_change_group_get_changes (groups->pdata[i]);
      const HtapChangeFacts *facts =
          htap_change_get_facts (htap_change_group_get_newest (groups->pdata[i]));

      g_string_append_printf (text, "%s%c/%c:", i > 0 ? " | " : "", *facts->taurus_id, *facts->id);
      for (guint j = 0; j < changes->len; j++)
        g_string_append_printf (text, " %s",
                                htap_field_get_id (htap_change_get_field (changes->pdata[j])));
    }

  return g_strdup (text->str);
}

/* By instance; the newest first, of instances and within them. */
static void
test_groups (void)
{
  g_autoptr (GListStore) list = new_list ();
  g_autoptr (GPtrArray) unseen = htap_change_groups_new (G_LIST_MODEL (list), FALSE);
  g_autoptr (GPtrArray) seen = htap_change_groups_new (G_LIST_MODEL (list), TRUE);
  g_autofree char *unseen_text = describe (unseen);
  g_autofree char *seen_text = describe (seen);

  g_assert_cmpstr (unseen_text, ==, "a/1: name data_vip | a/2: name | b/1: name");
  g_assert_cmpstr (seen_text, ==, "a/1: port");
}

static void
test_same (void)
{
  g_autoptr (GListStore) list = new_list ();
  g_autoptr (GPtrArray) one = htap_change_groups_new (G_LIST_MODEL (list), FALSE);
  g_autoptr (GPtrArray) other = htap_change_groups_new (G_LIST_MODEL (list), FALSE);
  g_autoptr (GPtrArray) less = NULL;

  g_assert_true (htap_change_group_says_the_same (one->pdata[0], other->pdata[0]));
  g_assert_false (htap_change_group_says_the_same (one->pdata[0], other->pdata[1]));

  g_list_store_remove (list, 4);
  less = htap_change_groups_new (G_LIST_MODEL (list), FALSE);
  g_assert_false (htap_change_group_says_the_same (one->pdata[0], less->pdata[0]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-group/groups", test_groups);
  g_test_add_func ("/change-group/same", test_same);

  return g_test_run ();
}
