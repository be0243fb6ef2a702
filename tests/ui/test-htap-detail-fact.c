/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-fact.h"

static HtapDetailFact *
new_fact (void)
{
  HtapDetailFact *fact =
      htap_detail_fact_new ("vpc_id", "VPC", "f7876b94", HTAP_DETAIL_FACT_IDENTIFIER);

  htap_detail_fact_set_note (fact, "note");
  htap_detail_fact_set_tooltip (fact, "tooltip");
  htap_detail_fact_add_copy (fact, "Copy VPC", "f7876b94");

  return fact;
}

/* It keeps what it was told, not where that was. */
static void
test_members (void)
{
  char value[] = "f7876b94";
  g_autoptr (HtapDetailFact) fact =
      htap_detail_fact_new ("vpc_id", NULL, value, HTAP_DETAIL_FACT_TEXT);

  value[0] = 'x';
  g_assert_cmpstr (fact->key, ==, "vpc_id");
  g_assert_null (fact->label);
  g_assert_cmpstr (fact->value, ==, "f7876b94");
  g_assert_null (fact->note);
  g_assert_null (fact->tooltip);
  g_assert_cmpuint (fact->copies->len, ==, 0);

  htap_detail_fact_set_note (fact, "one");
  htap_detail_fact_set_note (fact, "other");
  g_assert_cmpstr (fact->note, ==, "other");
  htap_detail_fact_set_note (fact, NULL);
  g_assert_null (fact->note);
}

/* What is not known, or says nothing, cannot be copied. */
static void
test_copies (void)
{
  g_autoptr (HtapDetailFact) fact = new_fact ();
  const HtapDetailCopy *copy;

  htap_detail_fact_add_copy (fact, "Copy Nothing", NULL);
  htap_detail_fact_add_copy (fact, "Copy Nothing", "");
  g_assert_cmpuint (fact->copies->len, ==, 1);

  htap_detail_fact_add_copy (fact, NULL, " ");
  g_assert_cmpuint (fact->copies->len, ==, 2);
  copy = fact->copies->pdata[1];
  g_assert_null (copy->label);
  g_assert_cmpstr (copy->text, ==, " ");
}

/* A row must change whichever of the members does. */
static void
test_equal (void)
{
  g_autoptr (HtapDetailFact) fact = new_fact ();
  g_autoptr (HtapDetailFact) same = new_fact ();
  g_autoptr (HtapDetailFact) others = NULL;

  g_assert_true (htap_detail_fact_equal (fact, fact));
  g_assert_true (htap_detail_fact_equal (fact, same));

#define ASSERT_DIFFERS(statement)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (HtapDetailFact) other = new_fact ();                                                \
    statement;                                                                                     \
    g_assert_false (htap_detail_fact_equal (fact, other));                                         \
    g_assert_false (htap_detail_fact_equal (other, fact));                                         \
  }                                                                                                \
  G_STMT_END

  ASSERT_DIFFERS (g_free (g_steal_pointer (&other->key)));
  ASSERT_DIFFERS (g_free (g_steal_pointer (&other->label)));
  ASSERT_DIFFERS (g_free (g_steal_pointer (&other->value)));
  ASSERT_DIFFERS (htap_detail_fact_set_note (other, NULL));
  ASSERT_DIFFERS (htap_detail_fact_set_tooltip (other, "another"));
  ASSERT_DIFFERS (htap_detail_fact_set_more (other, "more"));
  ASSERT_DIFFERS (htap_detail_fact_set_status (other, 0, "Creation failed"));
  ASSERT_DIFFERS (htap_detail_fact_set_status (other, HTAP_SHOWN_STATUS_AVAILABLE, NULL));
  ASSERT_DIFFERS (htap_detail_fact_set_offers_retry (other, TRUE));
  ASSERT_DIFFERS (other->style = HTAP_DETAIL_FACT_TEXT);
  ASSERT_DIFFERS (htap_detail_fact_add_copy (other, "Copy VPC", "f7876b94"));

#undef ASSERT_DIFFERS

  /* As many copies, but others. */
  others = htap_detail_fact_new ("vpc_id", "VPC", "f7876b94", HTAP_DETAIL_FACT_IDENTIFIER);
  htap_detail_fact_set_note (others, "note");
  htap_detail_fact_set_tooltip (others, "tooltip");
  htap_detail_fact_add_copy (others, "Copy VPC", "another");
  g_assert_false (htap_detail_fact_equal (fact, others));
}

static void
test_reference (void)
{
  HtapDetailFact *fact = new_fact ();
  HtapDetailFact *reference = htap_detail_fact_ref (fact);

  g_assert_true (reference == fact);
  htap_detail_fact_unref (fact);
  g_assert_cmpstr (reference->value, ==, "f7876b94");
  htap_detail_fact_unref (reference);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/detail-fact/members", test_members);
  g_test_add_func ("/detail-fact/copies", test_copies);
  g_test_add_func ("/detail-fact/equal", test_equal);
  g_test_add_func ("/detail-fact/reference", test_reference);

  return g_test_run ();
}
