/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-settings.h"

#include "htap-detail-fixture.h"

static void
assert_settings (HtapInstanceDetail *detail, HtapFieldGroup group, const char *expected)
{
  g_autoptr (GPtrArray) facts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_fact_unref);
  g_autofree char *shown = NULL;

  htap_detail_settings_add (facts, group, detail);
  shown = htap_detail_fixture_dup_facts (facts);
  g_assert_cmpstr (shown, ==, expected);
}

static void
test_values (void)
{
  g_autoptr (HtapInstanceDetail) detail = htap_detail_fixture_new ();

  htap_detail_fixture_tell_detail (detail);
  assert_settings (detail, HTAP_FIELD_GROUP_CONNECTION,
                   "Public IP address: 203.0.113.7\nTLS: On\nDatabase user: —\n");
  assert_settings (detail, HTAP_FIELD_GROUP_SUMMARY,
                   "Minor version upgrade available: No\n"
                   "Maintenance window: 18:00–22:00 UTC\nTime zone: —\n");
  assert_settings (detail, HTAP_FIELD_GROUP_PLACEMENT,
                   "FE storage: 50 GB, Ultra-high I/O\nBE storage: —\n");
  assert_settings (detail, HTAP_FIELD_GROUP_BILLING, "");
}

/* The same rows, and what is not known is not said to be unset. */
static void
test_unread (void)
{
  g_autoptr (HtapInstanceDetail) detail = htap_detail_fixture_new ();

  assert_settings (NULL, HTAP_FIELD_GROUP_PLACEMENT,
                   "FE storage: Loading…\nBE storage: Loading…\n");
  htap_detail_fixture_tell_error (detail, HTAP_DETAIL_PART_DETAIL, HTAP_ERROR_FORBIDDEN);
  assert_settings (detail, HTAP_FIELD_GROUP_PLACEMENT,
                   "FE storage: Could not be read\nBE storage: Could not be read\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/detail-settings/values", test_values);
  g_test_add_func ("/detail-settings/unread", test_unread);

  return g_test_run ();
}
