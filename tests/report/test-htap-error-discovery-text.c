/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-error-discovery-text.h"

#include "htap-error.h"

static char *
describe (HtapError kind)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("1");
  g_autoptr (HtapDiscovery) discovery = htap_discovery_new (profile, "cn-north-4", "23a5");
  g_autoptr (GError) error = g_error_new_literal (HTAP_ERROR, (int) kind, "for developers");

  g_assert_null (htap_error_discovery_text_dup (discovery));
  htap_discovery_fail (discovery, error);

  return htap_error_discovery_text_dup (discovery);
}

static void
test_forbidden (void)
{
  g_autofree char *sentence = describe (HTAP_ERROR_FORBIDDEN);

  g_assert_nonnull (strstr (sentence, "CN North-Beijing4"));
  g_assert_nonnull (strstr (sentence, "gaussdbformysql:instance:list"));
  g_assert_nonnull (strstr (sentence, "TaurusDB ReadOnlyAccess"));
}

static void
test_other (void)
{
  for (guint kind = 0; kind <= HTAP_ERROR_CONFIG; kind++)
    {
      g_autofree char *sentence = describe (kind);

      g_assert_nonnull (strstr (sentence, "CN North-Beijing4"));
      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_null (strstr (sentence, "for developers"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-discovery-text/forbidden", test_forbidden);
  g_test_add_func ("/error-discovery-text/other", test_other);

  return g_test_run ();
}
