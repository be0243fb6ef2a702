/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-update.h"

typedef struct
{
  GListStore *list;
  GPtrArray *objects; /* a pool to name them by */
  GString *changes;   /* of the last update */
} Fixture;

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, Fixture *fixture)
{
  g_string_append_printf (fixture->changes, "%u-%u+%u;", position, removed, added);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->list = g_list_store_new (G_TYPE_OBJECT);
  fixture->changes = g_string_new (NULL);
  fixture->objects = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < 8; i++)
    g_ptr_array_add (fixture->objects, g_object_new (G_TYPE_OBJECT, NULL));
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->list);
  g_ptr_array_unref (fixture->objects);
  g_string_free (fixture->changes, TRUE);
}

static void
assert_update (Fixture *fixture, const char *wanted, const char *changes)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();

  for (const char *digit = wanted; *digit != '\0'; digit++)
    g_ptr_array_add (objects, fixture->objects->pdata[*digit - '0']);

  g_string_truncate (fixture->changes, 0);
  g_assert_cmpint (htap_list_update (fixture->list, objects), ==, *changes != '\0');
  g_assert_cmpstr (fixture->changes->str, ==, changes);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->list)), ==, objects->len);
  for (guint i = 0; i < objects->len; i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      g_assert_true ((gpointer) object == objects->pdata[i]);
    }
}

static void
test_least_change (Fixture *fixture, gconstpointer data)
{
  assert_update (fixture, "", "");
  assert_update (fixture, "012", "0-0+3;");
  assert_update (fixture, "012", "");
  assert_update (fixture, "0123", "3-0+1;");
  assert_update (fixture, "04123", "1-0+1;");
  assert_update (fixture, "0423", "2-1+0;");
  assert_update (fixture, "0243", "1-2+2;");
  assert_update (fixture, "5", "0-4+1;");
  assert_update (fixture, "", "0-1+0;");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/list-update/least-change", Fixture, NULL, set_up, test_least_change, tear_down);

  return g_test_run ();
}
