/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-taurus-encoder.h"

#include "htap-taurus-decoder.h"
#include "htap-taurus.h"
#include "htap-test.h"

static HtapPage *
decode (GBytes *body)
{
  g_autoptr (GError) error = NULL;
  HtapPage *page = htap_taurus_decode_page (body, &error);

  g_assert_no_error (error);

  return page;
}

/* Several pages become one, each instance as it came. */
static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_taurus_unref);
  static const char *const names[] = { "instances_v31_page1_of_2.json",
                                       "instances_v31_page2_of_2.json" };
  g_autoptr (GBytes) encoded = NULL;
  g_autoptr (HtapPage) page = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) body = htap_test_fixture (names[i]);
      g_autoptr (HtapPage) one = decode (body);

      for (guint j = 0; j < one->items->len; j++)
        g_ptr_array_add (all, htap_taurus_ref (one->items->pdata[j]));
    }

  encoded = htap_taurus_encode_page (all);
  page = decode (encoded);
  g_assert_cmpuint (page->items->len, ==, all->len);
  g_assert_cmpint (page->total, ==, all->len);
  for (guint i = 0; i < all->len; i++)
    {
      g_assert_true (htap_taurus_equal (page->items->pdata[i], all->pdata[i]));
      g_assert_true (g_bytes_equal (htap_taurus_get_json (page->items->pdata[i]),
                                    htap_taurus_get_json (all->pdata[i])));
    }
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (GBytes) encoded = htap_taurus_encode_page (nothing);
  g_autoptr (HtapPage) page = decode (encoded);

  g_assert_cmpuint (page->items->len, ==, 0);
  g_assert_cmpint (page->total, ==, 0);
}

/* More than could be read back. */
static void
test_too_much (void)
{
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_taurus_unref);

  for (guint i = 0; i < 17; i++)
    {
      HtapTaurus *taurus = htap_taurus_new ();

      htap_taurus_take_json (taurus, g_bytes_new_take (g_strnfill (1024 * 1024, ' '), 1024 * 1024));
      g_ptr_array_add (many, taurus);
    }

  g_assert_null (htap_taurus_encode_page (many));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/taurus-encoder/round-trip", test_round_trip);
  g_test_add_func ("/taurus-encoder/nothing", test_nothing);
  g_test_add_func ("/taurus-encoder/too-much", test_too_much);

  return g_test_run ();
}
