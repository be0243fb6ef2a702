/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-copy.h"

#include "htap-list-test.h"

static GListStore *
new_list (const char *const *ips)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  GListStore *store = g_list_store_new (HTAP_TYPE_INSTANCE);

  for (guint i = 0; ips[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("%uin17", i);
      g_autofree char *name = g_strdup_printf ("htap-%u", i);
      g_autoptr (HtapInstance) instance =
          htap_list_test_instance (source, id, name, ips[i][0] != '\0' ? ips[i] : NULL, "normal");

      g_list_store_append (store, instance);
    }

  return store;
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *ips[4];
    const char *text;
    const char *sentence;
  } cases[] = {
    { { "10.0.0.1" }, "10.0.0.1", "Copied 10.0.0.1 (htap-0)" },
    { { "10.0.0.1", "", "10.0.0.3" }, "10.0.0.1\n10.0.0.3", "Copied 2 private IP addresses" },
    { { "", "10.0.0.2" }, "10.0.0.2", "Copied 10.0.0.2 (htap-1)" },
    { { "", "" }, NULL, "No private IP address to copy" },
    { { NULL }, NULL, "No private IP address to copy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) list = new_list (cases[i].ips);
      g_autofree char *sentence = NULL;
      g_autofree char *text = htap_copy_private_ips (G_LIST_MODEL (list), &sentence);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_ids (void)
{
  static const struct
  {
    const char *ips[4];
    const char *text;
    const char *sentence;
  } cases[] = {
    { { "" }, "0in17", "Copied 0in17 (htap-0)" },
    { { "", "", "" }, "0in17\n1in17\n2in17", "Copied 3 instance IDs" },
    { { NULL }, NULL, "No instance to copy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) list = new_list (cases[i].ips);
      g_autofree char *sentence = NULL;
      g_autofree char *text = htap_copy_ids (G_LIST_MODEL (list), &sentence);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
test_rows (void)
{
  static const HtapFieldIndex columns[] = { HTAP_FIELD_NAME, HTAP_FIELD_DATA_VIP };
  const char *ips[] = { "10.0.0.1", "", NULL };
  g_autoptr (GListStore) list = new_list (ips);
  g_autoptr (GListStore) none = new_list (ips + 2);
  g_autofree char *sentence = NULL;
  g_autofree char *text =
      htap_copy_rows (G_LIST_MODEL (list), columns, G_N_ELEMENTS (columns), FALSE, &sentence);
  g_autofree char *titled = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *nothing = NULL;

  g_assert_true (g_str_has_prefix (text, "htap-0\t10.0.0.1"));
  g_assert_nonnull (strstr (text, "htap-1\t"));
  g_assert_cmpstr (sentence, ==, "Copied 2 rows");

  g_clear_pointer (&sentence, g_free);
  titled = htap_copy_rows (G_LIST_MODEL (list), columns, G_N_ELEMENTS (columns), TRUE, &sentence);
  expected = g_strconcat ("Name\tPrivate IP\n", text, NULL);
  g_assert_cmpstr (titled, ==, expected);
  g_assert_cmpstr (sentence, ==, "Copied 2 rows");

  g_clear_pointer (&sentence, g_free);
  nothing = htap_copy_rows (G_LIST_MODEL (none), columns, G_N_ELEMENTS (columns), TRUE, &sentence);
  g_assert_null (nothing);
  g_assert_cmpstr (sentence, ==, "No instance to copy");
}

static void
test_value (void)
{
  g_autoptr (HtapSource) source = htap_list_test_source ("cn-north-4", "ain07", NULL);
  g_autoptr (HtapInstance) named =
      htap_list_test_instance (source, "0in17", "<b>50% & more</b>", "10.0.0.1", "normal");
  g_autoptr (HtapInstance) nameless =
      htap_list_test_instance (source, "1in17", NULL, "10.0.0.1", "normal");
  g_autofree char *one = htap_copy_value (named, "10.0.0.1");
  g_autofree char *name = htap_copy_value (named, "<b>50% & more</b>");
  g_autofree char *other = htap_copy_value (nameless, "10.0.0.1");

  g_assert_cmpstr (one, ==, "Copied 10.0.0.1 (<b>50% & more</b>)");
  g_assert_cmpstr (name, ==, "Copied <b>50% & more</b>");
  g_assert_cmpstr (other, ==, "Copied 10.0.0.1 (1in17)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/copy/addresses", test_addresses);
  g_test_add_func ("/copy/ids", test_ids);
  g_test_add_func ("/copy/rows", test_rows);
  g_test_add_func ("/copy/value", test_value);

  return g_test_run ();
}
