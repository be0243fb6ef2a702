/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-filter.h"

#include "htap-list-test.h"

static void
note_change (GtkFilter *filter, GtkFilterChange change, int *last)
{
  *last = (int) change;
}

static void
test_search (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapInstance) instance =
      htap_list_test_instance (source, "0in17", "htap-fjld", "192.168.0.207", "normal");
  g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapInstanceFilter) filter = htap_instance_filter_new (G_LIST_MODEL (store));
  GtkFilter *base = GTK_FILTER (filter);
  int change = -1;

  g_signal_connect (filter, "changed", G_CALLBACK (note_change), &change);
  g_assert_cmpint (gtk_filter_get_strictness (base), ==, GTK_FILTER_MATCH_ALL);
  g_assert_false (htap_instance_filter_is_searching (filter));

  htap_instance_filter_set_search (filter, "FJLD");
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_MORE_STRICT);
  g_assert_cmpint (gtk_filter_get_strictness (base), ==, GTK_FILTER_MATCH_SOME);
  g_assert_true (htap_instance_filter_is_searching (filter));
  g_assert_true (gtk_filter_match (base, instance));

  htap_instance_filter_set_search (filter, "nowhere");
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_DIFFERENT);
  g_assert_false (gtk_filter_match (base, instance));

  htap_instance_filter_set_search (filter, "");
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_LESS_STRICT);
  g_assert_true (gtk_filter_match (base, instance));
}

static void
test_scope (void)
{
  g_autoptr (HtapSource) one = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapSource) other = htap_list_test_source ("cn-north-4", "bin07", "taurus-bi");
  g_autoptr (HtapInstance) instance =
      htap_list_test_instance (one, "0in17", "htap-fjld", "192.168.0.207", "normal");
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapInstanceFilter) filter = htap_instance_filter_new (G_LIST_MODEL (store));
  GtkFilter *base = GTK_FILTER (filter);

  htap_instance_filter_set_scope (filter, sources);
  g_assert_false (gtk_filter_match (base, instance));

  g_ptr_array_add (sources, other);
  htap_instance_filter_set_scope (filter, sources);
  g_assert_false (gtk_filter_match (base, instance));

  g_ptr_array_add (sources, one);
  htap_instance_filter_set_scope (filter, sources);
  g_assert_true (gtk_filter_match (base, instance));
  htap_instance_filter_set_search (filter, "nowhere");
  g_assert_false (gtk_filter_match (base, instance));
  g_assert_true (htap_instance_filter_in_scope (filter, instance));

  htap_instance_filter_set_search (filter, "");
  htap_instance_filter_set_scope (filter, NULL);
  g_assert_true (gtk_filter_match (base, instance));
}

/* Through two profiles: the row shows one source, and belongs to both. */
static void
test_scope_of_a_shared_instance (void)
{
  g_autoptr (HtapSource) one = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapSource) other = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapInstance) instance =
      htap_list_test_instance (one, "0in17", "htap-fjld", "192.168.0.207", "normal");
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapInstanceFilter) filter = htap_instance_filter_new (G_LIST_MODEL (store));
  int change = -1;

  g_ptr_array_add (sources, other);
  htap_instance_filter_set_scope (filter, sources);
  g_assert_false (gtk_filter_match (GTK_FILTER (filter), instance));

  htap_instance_set_record_of (instance, other, htap_instance_get_record (instance));
  g_signal_connect (filter, "changed", G_CALLBACK (note_change), &change);
  htap_instance_filter_note_merged (filter, HTAP_FIELD_BIT (HTAP_FIELD_NAME));
  g_assert_cmpint (change, ==, -1);
  htap_instance_filter_note_merged (filter, HTAP_FIELD_BIT (HTAP_FIELD_PROFILE));
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_DIFFERENT);
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), instance));
}

static void
test_note_merged (void)
{
  g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapInstanceFilter) filter = htap_instance_filter_new (G_LIST_MODEL (store));
  int change = -1;

  g_signal_connect (filter, "changed", G_CALLBACK (note_change), &change);
  htap_instance_filter_note_merged (filter, HTAP_FIELD_BIT (HTAP_FIELD_NAME));
  g_assert_cmpint (change, ==, -1);

  htap_instance_filter_set_search (filter, "htap");
  change = -1;
  htap_instance_filter_note_merged (filter, 0);
  g_assert_cmpint (change, ==, -1);
  htap_instance_filter_note_merged (filter, HTAP_FIELD_BIT (HTAP_FIELD_PORT));
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_DIFFERENT);
}

/* A word that somebody had, and that has an address in it, when nobody has it any more. */
static void
test_word_goes (void)
{
  g_autoptr (HtapSource) one = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapInstance) named =
      htap_list_test_instance (one, "0in17", "at:192.168.0.207:3306", "192.168.0.1", "normal");
  g_autoptr (HtapInstance) owner =
      htap_list_test_instance (one, "1in17", "htap-fjld", "192.168.0.207", "normal");
  g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapInstanceFilter) filter = htap_instance_filter_new (G_LIST_MODEL (store));
  int change = -1;

  g_list_store_append (store, named);
  g_list_store_append (store, owner);
  htap_instance_filter_set_search (filter, "192.168.0.207:3306");
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), named));
  g_assert_false (gtk_filter_match (GTK_FILTER (filter), owner));

  g_list_store_remove (store, 0);
  g_signal_connect (filter, "changed", G_CALLBACK (note_change), &change);
  htap_instance_filter_note_merged (filter, 0);
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_DIFFERENT);
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), owner));
}

/* Who has an address is asked of everything there is, whatever is in view. */
static void
test_owner (void)
{
  g_autoptr (HtapSource) one = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapInstance) instance =
      htap_list_test_instance (one, "0in17", "htap-fjld", "192.168.0.207", "normal");
  g_autoptr (GPtrArray) nowhere = g_ptr_array_new ();
  g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapInstanceFilter) filter = htap_instance_filter_new (G_LIST_MODEL (store));
  GtkFilter *base = GTK_FILTER (filter);
  int change = -1;

  g_list_store_append (store, instance);
  htap_instance_filter_set_scope (filter, nowhere);
  g_signal_connect (filter, "changed", G_CALLBACK (note_change), &change);

  htap_instance_filter_set_search (filter, "17:04 refused by 192.168.0.207:3306");
  g_assert_true (htap_search_is_for_owner (htap_instance_filter_get_search (filter)));
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_DIFFERENT);
  g_assert_true (gtk_filter_match (base, instance));

  htap_instance_filter_set_search (filter, "192.168.0.3");
  g_assert_false (gtk_filter_match (base, instance));

  htap_instance_filter_set_search (filter, "fjld");
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_DIFFERENT);
  g_assert_false (gtk_filter_match (base, instance));
}

/* What matches nothing as words is an address until something comes in that has the words. */
static void
test_words_that_come_in (void)
{
  g_autoptr (HtapSource) one = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapInstance) other =
      htap_list_test_instance (one, "0in17", "other", "192.168.0.207", "normal");
  g_autoptr (HtapInstance) fjld =
      htap_list_test_instance (one, "1in17", "fjld", "192.168.0.207", "normal");
  g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapInstanceFilter) filter = htap_instance_filter_new (G_LIST_MODEL (store));
  int change = -1;

  g_list_store_append (store, other);
  htap_instance_filter_set_search (filter, "fjld 192.168.0.207");
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), other));

  g_signal_connect (filter, "changed", G_CALLBACK (note_change), &change);
  g_list_store_append (store, fjld);
  htap_instance_filter_note_merged (filter, 0);
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_DIFFERENT);
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), fjld));
  g_assert_false (gtk_filter_match (GTK_FILTER (filter), other));
}

/* What is found matters only to who asks for it. */
static void
test_findings_change (void)
{
  static const struct
  {
    const char *text;
    int change;
  } cases[] = { { "", -1 },
                { "fjld", -1 },
                { "192.168.0.1", -1 },
                { "findings:error", GTK_FILTER_CHANGE_DIFFERENT } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
      g_autoptr (HtapInstanceFilter) filter = htap_instance_filter_new (G_LIST_MODEL (store));
      int change = -1;

      htap_instance_filter_set_search (filter, cases[i].text);
      g_signal_connect (filter, "changed", G_CALLBACK (note_change), &change);
      htap_instance_filter_note_merged (filter, HTAP_FIELD_BIT (HTAP_FIELD_FINDINGS));
      g_assert_cmpint (change, ==, cases[i].change);
    }
}

/* An address that nobody has is how another begins, until somebody comes in who has it. */
static void
test_owner_that_comes_in (void)
{
  g_autoptr (HtapSource) one = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  g_autoptr (HtapInstance) longer =
      htap_list_test_instance (one, "0in17", "longer", "192.168.0.207", "normal");
  g_autoptr (HtapInstance) owner =
      htap_list_test_instance (one, "1in17", "owner", "192.168.0.20", "normal");
  g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapInstanceFilter) filter = htap_instance_filter_new (G_LIST_MODEL (store));
  int change = -1;

  g_list_store_append (store, longer);
  htap_instance_filter_set_search (filter, "192.168.0.20");
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), longer));

  g_signal_connect (filter, "changed", G_CALLBACK (note_change), &change);
  g_list_store_append (store, owner);
  htap_instance_filter_note_merged (filter, 0);
  g_assert_cmpint (change, ==, GTK_FILTER_CHANGE_DIFFERENT);
  g_assert_true (gtk_filter_match (GTK_FILTER (filter), owner));
  g_assert_false (gtk_filter_match (GTK_FILTER (filter), longer));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/instance-filter/search", test_search);
  g_test_add_func ("/instance-filter/scope", test_scope);
  g_test_add_func ("/instance-filter/scope-of-a-shared-instance", test_scope_of_a_shared_instance);
  g_test_add_func ("/instance-filter/note-merged", test_note_merged);

  g_test_add_func ("/instance-filter/word-goes", test_word_goes);
  g_test_add_func ("/instance-filter/findings-change", test_findings_change);
  g_test_add_func ("/instance-filter/owner", test_owner);
  g_test_add_func ("/instance-filter/owner-that-comes-in", test_owner_that_comes_in);
  g_test_add_func ("/instance-filter/words-that-come-in", test_words_that_come_in);

  return g_test_run ();
}
