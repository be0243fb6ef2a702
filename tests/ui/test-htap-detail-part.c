/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-part.h"

#include "htap-detail-fixture.h"
#include "htap-error-text.h"

static void
assert_part (HtapInstanceDetail *detail, HtapDetailPart part, gboolean has_data, const char *said)
{
  g_autoptr (GPtrArray) facts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_fact_unref);
  g_autofree char *shown = NULL;

  htap_detail_part_add (facts, detail, part, has_data, NULL);
  shown = htap_detail_fixture_dup_facts (facts);
  g_assert_cmpstr (shown, ==, said);
  g_assert_cmpuint (facts->len, <=, 1);
  if (facts->len == 1)
    g_assert_cmpint (((HtapDetailFact *) facts->pdata[0])->style, ==, HTAP_DETAIL_FACT_NOTHING);
}

/* What is there already does not blink while it is read anew. */
static void
test_on_its_way (void)
{
  g_autoptr (HtapInstanceDetail) detail = htap_detail_fixture_new ();

  g_assert_true (htap_detail_part_is_awaited (NULL, HTAP_DETAIL_PART_DETAIL));
  assert_part (NULL, HTAP_DETAIL_PART_DETAIL, FALSE, "Loading…\n");
  assert_part (detail, HTAP_DETAIL_PART_DETAIL, TRUE, "");
  htap_detail_fixture_tell_detail (detail);
  g_assert_false (htap_detail_part_is_awaited (detail, HTAP_DETAIL_PART_DETAIL));
  assert_part (detail, HTAP_DETAIL_PART_DETAIL, FALSE, "");
}

/* Nobody can do something about a permission here; about everything else they can try. */
static void
test_refused (void)
{
  g_autoptr (HtapInstanceDetail) detail = htap_detail_fixture_new ();

  htap_detail_fixture_tell_error (detail, HTAP_DETAIL_PART_NODES, HTAP_ERROR_FORBIDDEN);
  assert_part (detail, HTAP_DETAIL_PART_NODES, TRUE,
               "Needs the permission gaussdb:log:list (identity policy: "
               "gaussdbformysql:log:list)\n");
  htap_detail_fixture_tell_error (detail, HTAP_DETAIL_PART_NODES, HTAP_ERROR_NOT_FOUND);
  assert_part (detail, HTAP_DETAIL_PART_NODES, TRUE,
               "Huawei Cloud does not tell this of the instance (retry)\n");
}

static void
test_failed (void)
{
  g_autoptr (HtapInstanceDetail) detail = htap_detail_fixture_new ();
  g_autofree char *sentence = NULL;
  g_autofree char *expected = NULL;

  htap_detail_fixture_tell_error (detail, HTAP_DETAIL_PART_DETAIL, HTAP_ERROR_SERVER);
  sentence = htap_error_text_dup_sentence (
      htap_instance_detail_get_error (detail, HTAP_DETAIL_PART_DETAIL), NULL);
  expected = g_strdup_printf ("%s (retry)\n", sentence);
  assert_part (detail, HTAP_DETAIL_PART_DETAIL, FALSE, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/detail-part/on-its-way", test_on_its_way);
  g_test_add_func ("/detail-part/refused", test_refused);
  g_test_add_func ("/detail-part/failed", test_failed);

  return g_test_run ();
}
