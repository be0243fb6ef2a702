/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-tokens.h"

#define NOW G_GINT64_CONSTANT (1000000000)

static void
test_issue (void)
{
  g_autoptr (HtapDemoTokens) tokens = htap_demo_tokens_new ();
  const HtapDemoUser *user = htap_demo_user_find ("demo-account", "demo-ops");
  const char *first = htap_demo_tokens_issue (tokens, user, "p1", NOW);
  const char *second = htap_demo_tokens_issue (tokens, user, NULL, NOW);
  const HtapDemoToken *token = htap_demo_tokens_find (tokens, first);

  g_assert_cmpstr (first, !=, second);
  g_assert_cmpuint (strlen (first), >, 9000);
  g_assert_true (token->user == user);
  g_assert_cmpstr (token->project_id, ==, "p1");
  g_assert_cmpint (token->expires_at, ==, NOW + G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC);
  g_assert_null (htap_demo_tokens_find (tokens, second)->project_id);
  g_assert_null (htap_demo_tokens_find (tokens, "MIIdemo"));
  g_assert_cmpuint (htap_demo_tokens_count (tokens), ==, 2);
}

static void
test_lifetime (void)
{
  g_autoptr (HtapDemoTokens) tokens = htap_demo_tokens_new ();
  const HtapDemoUser *user = htap_demo_user_find ("demo-account", "demo-ops");
  const char *before = htap_demo_tokens_issue (tokens, user, "p1", NOW);
  const char *after;

  htap_demo_tokens_set_lifetime (tokens, 60);
  after = htap_demo_tokens_issue (tokens, user, "p1", NOW);
  g_assert_cmpuint (htap_demo_tokens_get_lifetime (tokens), ==, 60);
  g_assert_cmpint (htap_demo_tokens_find (tokens, before)->expires_at, ==,
                   NOW + G_GINT64_CONSTANT (86400) * G_USEC_PER_SEC);
  g_assert_cmpint (htap_demo_tokens_find (tokens, after)->expires_at, ==,
                   NOW + 60 * G_USEC_PER_SEC);

  htap_demo_tokens_expire (tokens, NOW + 5);
  g_assert_cmpint (htap_demo_tokens_find (tokens, before)->expires_at, ==, NOW + 5);
  htap_demo_tokens_expire (tokens, NOW + 9);
  g_assert_cmpint (htap_demo_tokens_find (tokens, after)->expires_at, ==, NOW + 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-tokens/issue", test_issue);
  g_test_add_func ("/demo-tokens/lifetime", test_lifetime);

  return g_test_run ();
}
