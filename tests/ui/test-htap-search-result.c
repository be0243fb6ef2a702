/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-result.h"

#include "htap-hostile-text.h"
#include "htap-test-samples.h"

/* 2026-11-24 13:40:00 UTC, and a little later. */
#define AS_OF G_GINT64_CONSTANT (1795527600)
#define NOW   (AS_OF + 60)

static GListStore *
new_list (HtapRecord *record)
{
  GListStore *list = g_list_store_new (HTAP_TYPE_INSTANCE);
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapInstance) instance = NULL;

  htap_source_succeed (source, AS_OF, 1, 10, 1, NULL);
  instance = htap_instance_new (source, record);
  g_list_store_append (list, instance);

  return list;
}

static GVariant *
new_metas (GListStore *list, const char *const *ids, gint64 now)
{
  return g_variant_ref_sink (
      htap_search_result_new_metas (list != NULL ? G_LIST_MODEL (list) : NULL, ids, now));
}

/* Of the only instance. */
static GVariant *
new_meta (HtapRecord *record, gint64 now)
{
  const char *const ids[] = { SAMPLE_ID, NULL };
  g_autoptr (GListStore) list = new_list (record);
  g_autoptr (GVariant) metas = new_metas (list, ids, now);

  g_assert_cmpuint (g_variant_n_children (metas), ==, 1);

  return g_variant_get_child_value (metas, 0);
}

static void
assert_text (GVariant *meta, const char *key, const char *expected)
{
  const char *text = NULL;

  g_variant_lookup (meta, key, "&s", &text);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_meta (void)
{
  g_autoptr (HtapRecord) record = htap_test_sample_record (SAMPLE_ID, "htap-1");
  g_autoptr (GVariant) meta = NULL;
  g_autoptr (GVariant) serialized = NULL;
  g_autoptr (GIcon) icon = NULL;

  htap_record_set_text (record, HTAP_TEXT_STATUS, "normal");
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, "192.168.0.207");
  meta = new_meta (record, NOW);
  assert_text (meta, "id", SAMPLE_ID);
  assert_text (meta, "name", "htap-1");
  assert_text (meta, "description", "Available · 192.168.0.207 · as of 13:40");
  assert_text (meta, "clipboardText", "192.168.0.207");
  serialized = g_variant_lookup_value (meta, "icon", NULL);
  icon = g_icon_deserialize (serialized);
  g_assert_true (G_IS_THEMED_ICON (icon));
  g_assert_cmpstr (g_themed_icon_get_names (G_THEMED_ICON (icon))[0], ==, HTAP_APPLICATION_ID);
}

/* What was read days ago does not look as if it were of today. */
static void
test_old (void)
{
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (GVariant) meta = new_meta (record, NOW + 3 * 24 * 60 * 60);

  assert_text (meta, "description",
               "Changing: resize_flavor · 192.168.0.207 · as of 2026-11-24 13:40");
}

static void
test_without_name_and_address (void)
{
  g_autoptr (HtapRecord) record = htap_test_sample_record (SAMPLE_ID, NULL);
  g_autoptr (GVariant) meta = NULL;

  htap_record_set_text (record, HTAP_TEXT_STATUS, "creating");
  meta = new_meta (record, NOW);
  assert_text (meta, "name", SAMPLE_ID);
  assert_text (meta, "description", "Creating · as of 13:40");
  assert_text (meta, "clipboardText", NULL);
}

static void
assert_harmless (GVariant *meta, const char *key, const char *what)
{
  const char *text = NULL;

  g_assert_true (g_variant_lookup (meta, key, "&s", &text));
  htap_hostile_text_assert_harmless (text, what);
}

/* Nothing of it can break a line or turn the direction of what stands behind. */
static void
test_hostile (void)
{
  g_autoptr (GArray) texts = htap_hostile_texts_load ();

  for (guint i = 0; i < texts->len; i++)
    {
      const HtapHostileText *hostile = &g_array_index (texts, HtapHostileText, i);
      g_autoptr (HtapRecord) record = htap_test_sample_record (SAMPLE_ID, hostile->text);
      g_autoptr (GVariant) meta = NULL;

      htap_record_set_text (record, HTAP_TEXT_STATUS, hostile->text);
      htap_record_set_text (record, HTAP_TEXT_DATA_VIP, hostile->text);
      meta = new_meta (record, NOW);
      assert_harmless (meta, "name", hostile->what);
      assert_harmless (meta, "description", hostile->what);
      assert_harmless (meta, "clipboardText", hostile->what);
    }
}

/* In the order that was asked for; what is not there is left out. */
static void
test_several (void)
{
  static const char *const ids[] = { "gone", "bin17", SAMPLE_ID, NULL };
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (HtapRecord) second_record = htap_test_sample_record ("bin17", "b");
  g_autoptr (GListStore) list = new_list (record);
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapInstance) second = htap_instance_new (source, second_record);
  g_autoptr (GVariant) metas = NULL;
  g_autoptr (GVariant) first_meta = NULL;

  g_list_store_append (list, second);
  metas = new_metas (list, ids, NOW);
  g_assert_cmpuint (g_variant_n_children (metas), ==, 2);
  first_meta = g_variant_get_child_value (metas, 0);
  assert_text (first_meta, "id", "bin17");

  /* Nothing true could be said of one that is gone. */
  htap_instance_set_listed (second, FALSE);
  g_clear_pointer (&metas, g_variant_unref);
  metas = new_metas (list, ids, NOW);
  g_assert_cmpuint (g_variant_n_children (metas), ==, 1);
}

static void
test_ids (void)
{
  static const char *const terms[] = { "htap", NULL };
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autoptr (GListStore) list = new_list (record);
  g_autoptr (GVariant) ids =
      g_variant_ref_sink (htap_search_result_new_ids (G_LIST_MODEL (list), terms));
  g_autofree const char **found = g_variant_get_strv (ids, NULL);

  g_assert_cmpuint (g_strv_length ((char **) found), ==, 1);
  g_assert_cmpstr (found[0], ==, SAMPLE_ID);
}

static void
test_nothing_to_tell (void)
{
  static const char *const words[] = { SAMPLE_ID, NULL };
  g_autoptr (GVariant) ids = g_variant_ref_sink (htap_search_result_new_ids (NULL, words));
  g_autoptr (GVariant) metas = new_metas (NULL, words, NOW);

  g_assert_cmpstr (g_variant_get_type_string (ids), ==, "as");
  g_assert_cmpuint (g_variant_n_children (ids), ==, 0);
  g_assert_cmpstr (g_variant_get_type_string (metas), ==, "aa{sv}");
  g_assert_cmpuint (g_variant_n_children (metas), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-result/meta", test_meta);
  g_test_add_func ("/search-result/old", test_old);
  g_test_add_func ("/search-result/without-name-and-address", test_without_name_and_address);
  g_test_add_func ("/search-result/hostile", test_hostile);
  g_test_add_func ("/search-result/several", test_several);
  g_test_add_func ("/search-result/ids", test_ids);
  g_test_add_func ("/search-result/nothing-to-tell", test_nothing_to_tell);

  return g_test_run ();
}
