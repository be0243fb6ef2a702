/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-taurus.h"

#include "htap-test.h"

static HtapTaurus *
make (void)
{
  HtapTaurus *taurus = htap_taurus_new ();

  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_ID, "a1in07");
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_NAME, "orders");
  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_VPC_ID, "vpc");
  htap_taurus_set_number (taurus, HTAP_TAURUS_NUMBER_PORT, 3306);
  htap_taurus_add_ip (taurus, HTAP_TAURUS_IPS_PRIVATE, "10.0.0.1");
  htap_taurus_add_ip (taurus, HTAP_TAURUS_IPS_PROXY, "10.0.0.9");
  htap_taurus_add_tag (taurus, "env", "prod");

  return taurus;
}

static void
test_members (void)
{
  g_autoptr (HtapTaurus) taurus = make ();
  const char *const *ips;
  const HtapTag *tags;
  gint64 number;
  guint n;

  g_assert_cmpstr (htap_taurus_get_id (taurus), ==, "a1in07");
  g_assert_cmpstr (htap_taurus_get_name (taurus), ==, "orders");
  g_assert_null (htap_taurus_get_text (taurus, HTAP_TAURUS_TEXT_REGION));
  g_assert_true (htap_taurus_get_number (taurus, HTAP_TAURUS_NUMBER_PORT, &number));
  g_assert_cmpint (number, ==, 3306);
  g_assert_false (htap_taurus_get_number (taurus, HTAP_TAURUS_NUMBER_CREATED, &number));
  g_assert_cmpint (number, ==, 0);

  ips = htap_taurus_get_ips (taurus, HTAP_TAURUS_IPS_PRIVATE, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (ips[0], ==, "10.0.0.1");
  g_assert_null (htap_taurus_get_ips (taurus, HTAP_TAURUS_IPS_PUBLIC, &n));
  g_assert_cmpuint (n, ==, 0);

  tags = htap_taurus_get_tags (taurus, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (tags[0].key, ==, "env");
  g_assert_cmpstr (tags[0].value, ==, "prod");
}

static void
test_empty (void)
{
  g_autoptr (HtapTaurus) taurus = make ();
  guint n;

  htap_taurus_set_text (taurus, HTAP_TAURUS_TEXT_NAME, "");
  htap_taurus_add_ip (taurus, HTAP_TAURUS_IPS_PUBLIC, "");
  htap_taurus_add_ip (taurus, HTAP_TAURUS_IPS_PUBLIC, NULL);
  htap_taurus_add_tag (taurus, "", "value");
  htap_taurus_add_tag (taurus, "alone", NULL);

  g_assert_null (htap_taurus_get_name (taurus));
  htap_taurus_get_ips (taurus, HTAP_TAURUS_IPS_PUBLIC, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (htap_taurus_get_tags (taurus, &n)[1].value, ==, "");
  g_assert_cmpuint (n, ==, 2);
}

/* An answer that lists thousands of addresses does not grow the program. */
static void
test_bounded (void)
{
  g_autoptr (HtapTaurus) taurus = make ();
  guint n;

  for (guint i = 0; i < 5000; i++)
    {
      htap_taurus_add_ip (taurus, HTAP_TAURUS_IPS_PRIVATE, "10.0.0.2");
      htap_taurus_add_tag (taurus, "key", "value");
    }

  htap_taurus_get_ips (taurus, HTAP_TAURUS_IPS_PRIVATE, &n);
  g_assert_cmpuint (n, ==, 200);
  htap_taurus_get_tags (taurus, &n);
  g_assert_cmpuint (n, ==, 200);
}

static void
test_json (void)
{
  g_autoptr (HtapTaurus) taurus = make ();
  g_autoptr (HtapTaurus) again = htap_taurus_ref (taurus);

  g_assert_null (htap_taurus_get_json (taurus));
  htap_taurus_unref (g_steal_pointer (&again));
  htap_taurus_take_json (taurus, g_bytes_new_static ("{}", 2));
  g_assert_cmpuint (g_bytes_get_size (htap_taurus_get_json (taurus)), ==, 2);
}

static void
test_equal (void)
{
  g_autoptr (HtapTaurus) one = make ();
  HtapTaurus *changed[5];

  for (guint i = 0; i < 5; i++)
    changed[i] = make ();

  htap_taurus_take_json (changed[0], g_bytes_new_static ("{ }", 3));
  g_assert_true (htap_taurus_equal (one, changed[0]));

  htap_taurus_set_text (changed[1], HTAP_TAURUS_TEXT_STATUS, "normal");
  htap_taurus_set_number (changed[2], HTAP_TAURUS_NUMBER_PORT, 3307);
  htap_taurus_add_ip (changed[3], HTAP_TAURUS_IPS_PROXY, "10.0.0.10");
  htap_taurus_add_tag (changed[4], "team", "bi");
  for (guint i = 1; i < 5; i++)
    g_assert_false (htap_taurus_equal (one, changed[i]));
  for (guint i = 0; i < 5; i++)
    htap_taurus_unref (changed[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/taurus/members", test_members);
  g_test_add_func ("/taurus/empty", test_empty);
  g_test_add_func ("/taurus/bounded", test_bounded);
  g_test_add_func ("/taurus/json", test_json);
  g_test_add_func ("/taurus/equal", test_equal);

  return g_test_run ();
}
