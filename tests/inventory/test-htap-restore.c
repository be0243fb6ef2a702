/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-restore.h"

#define N_SOURCES 40
#define N_EACH    100

/* What an earlier run saved of many TaurusDB instances. */
typedef struct
{
  HtapInstanceList *list;
  GListStore *sources;
  GPtrArray *all; /* HtapSaved, of each source */
  HtapRestore *restore;
} Fixture;

static HtapSaved *
new_saved (const char *taurus_id, guint n_instances)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}", 2);
  HtapSaved *saved = g_new0 (HtapSaved, 1);

  saved->snapshot = htap_snapshot_new ("uuid", "north", "p", taurus_id, bytes);
  saved->snapshot->as_of = 1000;
  saved->snapshot->taurus_name = g_strdup ("orders");
  saved->answer = htap_answer_new (bytes);
  for (guint i = 0; i < n_instances; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", taurus_id, i);
      HtapRecord *record = htap_record_new ();

      htap_record_set_text (record, HTAP_TEXT_ID, id);
      g_ptr_array_add (saved->answer->records, record);
    }

  return saved;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (NULL);

  self->list = htap_instance_list_new ();
  self->sources = g_list_store_new (HTAP_TYPE_SOURCE);
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_saved_free);
  self->restore = htap_restore_new (self->list, G_LIST_MODEL (self->sources));
  for (guint i = 0; i < N_SOURCES; i++)
    {
      g_autofree char *taurus_id = g_strdup_printf ("t%u", i);
      g_autoptr (HtapSource) source = htap_source_new (profile, "north", "p", taurus_id);

      g_list_store_append (self->sources, source);
      g_ptr_array_add (self->all, new_saved (taurus_id, N_EACH));
      htap_restore_add (self->restore, source, self->all->pdata[i]);
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  htap_restore_free (self->restore);
  g_ptr_array_unref (self->all);
  g_assert_finalize_object (self->list);
  g_assert_finalize_object (self->sources);
}

static guint
get_n_rows (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static HtapSource *
get_source (Fixture *self, guint position)
{
  g_autoptr (HtapSource) source =
      g_list_model_get_item (G_LIST_MODEL (self->sources), position);

  return source;
}

/* No part is everything, and a source knows of its rows when they are there. */
static void
test_parts (Fixture *self, gconstpointer data)
{
  guint n_parts = 0;

  while (!htap_restore_is_over (self->restore))
    {
      guint n_before = get_n_rows (self);

      htap_restore_go_on (self->restore);
      n_parts++;
      g_assert_cmpuint (get_n_rows (self), >, n_before);
      g_assert_cmpuint (get_n_rows (self) - n_before, <=, 1000);
      for (guint i = 0; i < N_SOURCES; i++)
        g_assert_cmpint (htap_source_get_state (get_source (self, i)), ==,
                         i < get_n_rows (self) / N_EACH ? HTAP_SOURCE_STALE : HTAP_SOURCE_NEVER);
    }

  g_assert_cmpuint (n_parts, ==, 4);
  g_assert_cmpuint (get_n_rows (self), ==, N_SOURCES * N_EACH);
  g_assert_cmpint (htap_source_get_as_of (get_source (self, 0)), ==, 1000);
  g_assert_cmpstr (htap_source_get_taurus_name (get_source (self, 0)), ==, "orders");
}

/* Between two parts the world goes on. */
static void
test_meanwhile (Fixture *self, gconstpointer data)
{
  HtapSource *answered = get_source (self, N_SOURCES - 1);

  htap_restore_go_on (self->restore);
  htap_source_succeed (answered, 2000, -1, -1, 0, NULL);
  g_list_store_remove (self->sources, N_SOURCES - 2);
  while (!htap_restore_is_over (self->restore))
    htap_restore_go_on (self->restore);

  g_assert_cmpuint (get_n_rows (self), ==, (N_SOURCES - 2) * N_EACH);
  g_assert_cmpint (htap_source_get_as_of (answered), ==, 2000);
  g_assert_cmpint (htap_source_get_state (answered), ==, HTAP_SOURCE_FRESH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/restore/parts", test_parts);
  ADD ("/restore/meanwhile", test_meanwhile);

  return g_test_run ();
}
