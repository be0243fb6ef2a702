/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-taurus-decoder.h"

#include "htap-error.h"
#include "htap-taurus.h"
#include "htap-test.h"

#include <string.h>

#define ID "3455e928372e5aefbe5eab765cb61504in07"

static HtapPage *
decode (const char *text)
{
  g_autoptr (GBytes) body = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  HtapPage *page = htap_taurus_decode_page (body, &error);

  g_assert_no_error (error);

  return page;
}

static HtapPage *
decode_fixture (const char *name)
{
  g_autoptr (GBytes) body = htap_test_fixture (name);
  g_autoptr (GError) error = NULL;
  HtapPage *page = htap_taurus_decode_page (body, &error);

  g_assert_no_error (error);

  return page;
}

static gint64
get_number (const HtapTaurus *taurus, HtapTaurusNumber member)
{
  gint64 number;

  return htap_taurus_get_number (taurus, member, &number) ? number : -1;
}

static void
assert_ip (const HtapTaurus *taurus, HtapTaurusIps list, const char *address)
{
  guint n;
  const char *const *ips = htap_taurus_get_ips (taurus, list, &n);

  g_assert_cmpuint (n, ==, address != NULL ? 1 : 0);
  if (address != NULL)
    g_assert_cmpstr (ips[0], ==, address);
}

static void
test_sample (void)
{
  g_autoptr (HtapPage) page = decode_fixture ("instances_v31.json");
  const HtapTaurus *orders = g_ptr_array_index (page->items, 0);
  const HtapTaurus *crm = g_ptr_array_index (page->items, 2);
  g_autoptr (GBytes) body G_GNUC_UNUSED = htap_test_fixture ("instances_v31.json");
  GBytes *json = htap_taurus_get_json (orders);
  const HtapTag *tags;
  guint n;

  g_assert_cmpuint (page->items->len, ==, 3);
  g_assert_cmpuint (page->n_listed, ==, 3);
  g_assert_cmpint (page->total, ==, 3);

  g_assert_cmpstr (htap_taurus_get_id (orders), ==, ID);
  g_assert_cmpstr (htap_taurus_get_name (orders), ==, "taurus-orders");
  g_assert_cmpstr (htap_taurus_get_text (orders, HTAP_TAURUS_TEXT_STATUS), ==, "normal");
  g_assert_cmpstr (htap_taurus_get_text (orders, HTAP_TAURUS_TEXT_ENGINE_VERSION), ==, "8.0.22");
  g_assert_cmpstr (htap_taurus_get_text (orders, HTAP_TAURUS_TEXT_KERNEL_VERSION), ==,
                   "2.0.57.240905");
  g_assert_cmpstr (htap_taurus_get_text (orders, HTAP_TAURUS_TEXT_VPC_ID), ==,
                   "3918767c-49f0-1517-9123-6f3b99d1ce7c");
  g_assert_cmpstr (htap_taurus_get_text (orders, HTAP_TAURUS_TEXT_ENTERPRISE_PROJECT_ID), ==, "0");
  g_assert_null (htap_taurus_get_text (orders, HTAP_TAURUS_TEXT_DEDICATED_RESOURCE_ID));
  g_assert_cmpint (get_number (orders, HTAP_TAURUS_NUMBER_PORT), ==, 3306);
  /* 2026-01-05T10:20:30+0800 */
  g_assert_cmpint (get_number (orders, HTAP_TAURUS_NUMBER_CREATED), ==,
                   G_GINT64_CONSTANT (1767579630000));
  assert_ip (orders, HTAP_TAURUS_IPS_PRIVATE, "192.168.0.142");
  assert_ip (orders, HTAP_TAURUS_IPS_READONLY, "192.168.0.143");
  assert_ip (orders, HTAP_TAURUS_IPS_PROXY, NULL);
  assert_ip (orders, HTAP_TAURUS_IPS_PUBLIC, NULL);
  tags = htap_taurus_get_tags (orders, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (tags[0].key, ==, "env");
  g_assert_cmpstr (tags[0].value, ==, "prod");

  g_assert_cmpint (get_number (crm, HTAP_TAURUS_NUMBER_CREATED), ==, -1);
  g_assert_cmpint (htap_taurus_get_shown_status (crm), ==, HTAP_SHOWN_STATUS_CREATING);

  g_assert_true (g_str_has_prefix (g_bytes_get_data (json, NULL), "{"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json),
                                  "taurus-orders"));
  g_assert_null (g_strstr_len (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json),
                               "taurus-billing"));
}

static void
test_old_version (void)
{
  g_autoptr (HtapPage) page = decode_fixture ("instances_v3.json");
  const HtapTaurus *billing = g_ptr_array_index (page->items, 1);

  g_assert_cmpstr (htap_taurus_get_text (billing, HTAP_TAURUS_TEXT_STATUS), ==, "BACKING UP");
  g_assert_cmpint (htap_taurus_get_shown_status (billing), ==, HTAP_SHOWN_STATUS_CHANGING);
  g_assert_cmpint (htap_taurus_get_shown_status (g_ptr_array_index (page->items, 2)), ==,
                   HTAP_SHOWN_STATUS_CREATING);
}

/* As the documentation's example has it: numbers for texts, and a date with an underscore. */
static void
test_documented_types (void)
{
  g_autoptr (HtapPage) page = decode_fixture ("instances_v3_doc_types.json");
  const HtapTaurus *taurus = g_ptr_array_index (page->items, 0);

  g_assert_cmpint (get_number (taurus, HTAP_TAURUS_NUMBER_PORT), ==, 3306);
  g_assert_cmpstr (htap_taurus_get_text (taurus, HTAP_TAURUS_TEXT_ENTERPRISE_PROJECT_ID), ==, "0");
  /* 2018-08-20T02:33:49+0800 */
  g_assert_cmpint (get_number (taurus, HTAP_TAURUS_NUMBER_CREATED), ==,
                   G_GINT64_CONSTANT (1534703629000));
}

static void
test_times (void)
{
  static const struct
  {
    const char *written;
    gint64 expected;
  } cases[] = {
    { "\"2026-01-01T00:00:00Z\"", G_GINT64_CONSTANT (1767225600000) },
    { "\"2026-01-01T00:00:00\"", G_GINT64_CONSTANT (1767225600000) },
    { "\"2026-01-01T08:00:00+08:00\"", G_GINT64_CONSTANT (1767225600000) },
    { "\"2025-12-31T19:00:00-0500\"", G_GINT64_CONSTANT (1767225600000) },
    { "1767225600000", G_GINT64_CONSTANT (1767225600000) },
    { "\"\"", -1 },
    { "null", -1 },
    { "\"yesterday\"", -1 },
    { "\"2026-13-45T99:00:00+0800\"", -1 },
    { "{}", -1 },
    { "[]", -1 },
    { "true", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"instances\":[{\"id\":\"" ID "\",\"created\":%s}]}", cases[i].written);
      g_autoptr (HtapPage) page = decode (text);

      g_assert_cmpuint (page->items->len, ==, 1);
      g_assert_cmpint (get_number (g_ptr_array_index (page->items, 0), HTAP_TAURUS_NUMBER_CREATED),
                       ==, cases[i].expected);
    }
}

/* A bad element never costs its siblings, a bad member never its element. */
static void
test_tolerant (void)
{
  g_autoptr (HtapPage) page =
      decode ("{\"total_count\":\"9\",\"unheard\":[],\"instances\":["
              "null, 7, \"text\", [], {}, {\"id\":\"\"}, {\"id\":\"../../v3\"}, {\"id\":[\"a\"]},"
              "{\"id\":\"" ID "\",\"name\":{},\"status\":null,\"port\":[],\"datastore\":\"8.0\","
              "\"private_ips\":\"10.0.0.1, 10.0.0.2\",\"proxy_ips\":[null,\"\",{},\"10.0.0.3\"],"
              "\"public_ips\":null,\"tags\":[null,7,{},{\"value\":\"x\"},{\"key\":\"k\"},"
              "{\"key\":\"n\",\"value\":5}],\"node_count\":\"3\",\"new\":{\"a\":1}},"
              "{\"id\":\"" ID "\",\"name\":\"again\"},"
              "{\"id\":12345,\"name\":\"number\"}]}");
  const HtapTaurus *taurus = g_ptr_array_index (page->items, 0);
  const HtapTag *tags;
  guint n;

  g_assert_cmpuint (page->items->len, ==, 2);
  g_assert_cmpuint (page->n_listed, ==, 11);
  g_assert_cmpint (page->total, ==, 9);

  g_assert_cmpstr (htap_taurus_get_id (taurus), ==, ID);
  g_assert_null (htap_taurus_get_name (taurus));
  g_assert_cmpint (get_number (taurus, HTAP_TAURUS_NUMBER_PORT), ==, -1);
  g_assert_cmpint (get_number (taurus, HTAP_TAURUS_NUMBER_NODE_COUNT), ==, 3);
  g_assert_cmpstr (htap_taurus_get_ips (taurus, HTAP_TAURUS_IPS_PRIVATE, &n)[1], ==, "10.0.0.2");
  g_assert_cmpuint (n, ==, 2);
  assert_ip (taurus, HTAP_TAURUS_IPS_PROXY, "10.0.0.3");
  tags = htap_taurus_get_tags (taurus, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (tags[0].value, ==, "");
  g_assert_cmpstr (tags[1].value, ==, "5");
  g_assert_cmpstr (htap_taurus_get_id (g_ptr_array_index (page->items, 1)), ==, "12345");
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    HtapErrorReason reason;
  } cases[] = {
    { "", HTAP_ERROR_REASON_NOT_JSON },
    { "<html>", HTAP_ERROR_REASON_NOT_JSON },
    { "{\"instances\":[", HTAP_ERROR_REASON_NOT_JSON },
    { "[]", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "{}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "{\"instances\":{}}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
    { "{\"instances\":null}", HTAP_ERROR_REASON_NOT_DOCUMENTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) body = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (htap_taurus_decode_page (body, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
      g_assert_cmpint (htap_error_get_details (error)->reason, ==, cases[i].reason);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/taurus-decoder/sample", test_sample);
  g_test_add_func ("/taurus-decoder/old-version", test_old_version);
  g_test_add_func ("/taurus-decoder/documented-types", test_documented_types);
  g_test_add_func ("/taurus-decoder/times", test_times);
  g_test_add_func ("/taurus-decoder/tolerant", test_tolerant);
  g_test_add_func ("/taurus-decoder/errors", test_errors);

  return g_test_run ();
}
