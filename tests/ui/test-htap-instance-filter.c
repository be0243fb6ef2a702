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

/* What it finds by itself, looking at everything. */
static void
assert_finds_all (GListModel *all, GListModel *filtered, const char *text)
{
  gboolean is_loose;
  g_autoptr (HtapSearch) search = htap_search_new_while_typing (text, all, &is_loose);
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (all, i);
      g_autoptr (HtapInstance) shown = g_list_model_get_item (filtered, n_found);

      if (!htap_search_matches (search, instance))
        continue;
      if (shown != instance)
        g_error ("'%s' does not show %s", text, htap_instance_get_name (instance));
      n_found++;
    }
  if (n_found != g_list_model_get_n_items (filtered))
    g_error ("'%s' shows what it does not find", text);
}

/* As somebody types, corrects and deletes, anywhere in the text. */
static void
edit (GString *text)
{
  static const char *const pieces[] = {
    "a",     "b",        "-",      "1",       "0",        " ",        "\"", " -",
    ":",     "ab",       ".",      "10.0.0.", " nodes:>", " nodes:<", "=",  "status:",
    "name:", " -name:=", "normal", "tag:",    "ip:",      " -b",      "2",
  };
  gboolean at_end = g_test_rand_int_range (0, 3) > 0;
  gsize position = at_end ? text->len : (gsize) g_test_rand_int_range (0, (gint32) text->len + 1);

  if (text->len > 0 && g_test_rand_int_range (0, 5) < 2)
    {
      position = MIN (position, text->len - 1);
      g_string_erase (text, (gssize) position, 1);
    }
  else if (text->len > 24)
    g_string_truncate (text, 0);
  else
    g_string_insert (text, (gssize) position,
                     pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
}

static void
test_edits (void)
{
  static const char *const names[] = { "a",    "b", "ab",  "ba-1", "a-b",
                                       "abab", "1", "b10", "norm", "a b" };
  static const char *const statuses[] = { "normal", "abnormal", "creating" };
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-1");
  g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapInstanceFilter) filter = htap_instance_filter_new (G_LIST_MODEL (store));
  g_autoptr (GtkFilterListModel) filtered = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint changes[3] = { 0 };
  int change = -1;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("%xin17", i);
      g_autofree char *ip = g_strdup_printf ("10.0.%u.%u", i % 2, i);
      g_autoptr (HtapRecord) record =
          htap_list_test_record (id, names[i % 10], ip, statuses[i % 3]);
      g_autoptr (HtapInstance) instance = NULL;

      htap_record_set_number (record, HTAP_NUMBER_NODE_NUM, i % 4);
      instance = htap_instance_new (source, record);
      g_list_store_append (store, instance);
    }
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (store)),
                                        GTK_FILTER (g_object_ref (filter)));
  g_signal_connect (filter, "changed", G_CALLBACK (note_change), &change);

  for (guint i = 0; i < 20000; i++)
    {
      edit (text);
      htap_instance_filter_set_search (filter, text->str);
      changes[change]++;
      assert_finds_all (G_LIST_MODEL (store), G_LIST_MODEL (filtered), text->str);
    }

  /* It is about these. */
  g_assert_cmpuint (changes[GTK_FILTER_CHANGE_MORE_STRICT], >, 100);
  g_assert_cmpuint (changes[GTK_FILTER_CHANGE_LESS_STRICT], >, 100);
}

static void
test_strictness (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    int change;
  } cases[] = {
    { "hta", "htap", GTK_FILTER_CHANGE_MORE_STRICT },
    { "htap", "hta", GTK_FILTER_CHANGE_LESS_STRICT },
    { "htap", "htap x", GTK_FILTER_CHANGE_MORE_STRICT },
    { "htap -x", "htap -xy", GTK_FILTER_CHANGE_LESS_STRICT },
    { "htap -xy", "htap -x", GTK_FILTER_CHANGE_MORE_STRICT },
    { "htap", "htbp", GTK_FILTER_CHANGE_DIFFERENT },
    { "name:=a", "name:=ab", GTK_FILTER_CHANGE_DIFFERENT },
    { "name:a", "name:=ab", GTK_FILTER_CHANGE_MORE_STRICT },
    { "nodes:>2", "nodes:>3", GTK_FILTER_CHANGE_MORE_STRICT },
    { "nodes:1", "nodes:12", GTK_FILTER_CHANGE_DIFFERENT },
    { "status:n", "status:no", GTK_FILTER_CHANGE_MORE_STRICT },
    { "status:orm", "status:norm", GTK_FILTER_CHANGE_DIFFERENT },
    { "findings:e", "findings:er", GTK_FILTER_CHANGE_DIFFERENT },
    { "a", "-a", GTK_FILTER_CHANGE_DIFFERENT },
    { "status:=normal", "status:normal", GTK_FILTER_CHANGE_DIFFERENT },
    /* Nobody has these words: any of the addresses will do. */
    { "at 10.0.0.1", "at 10.0.0.1 10.0.0.2", GTK_FILTER_CHANGE_DIFFERENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) store = g_list_store_new (HTAP_TYPE_INSTANCE);
      g_autoptr (HtapInstanceFilter) filter = htap_instance_filter_new (G_LIST_MODEL (store));
      int change = -1;

      htap_instance_filter_set_search (filter, cases[i].before);
      g_signal_connect (filter, "changed", G_CALLBACK (note_change), &change);
      htap_instance_filter_set_search (filter, cases[i].after);
      if (change != cases[i].change)
        g_error ("from '%s' to '%s' is change %d", cases[i].before, cases[i].after, change);
    }
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

  g_test_add_func ("/instance-filter/edits", test_edits);
  g_test_add_func ("/instance-filter/strictness", test_strictness);

  return g_test_run ();
}
