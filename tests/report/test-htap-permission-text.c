/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-permission-text.h"

static void
assert_sentence (HtapErrorReason reason, const char *subject, const char *sentence)
{
  const HtapErrorDetails details = { .reason = reason, .subject = (char *) subject };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  htap_error_set (&error, HTAP_ERROR_FORBIDDEN, &details, "no");
  text = htap_permission_text_dup (error, "gaussdb:log:list", "gaussdbformysql:log:list");
  g_assert_cmpstr (text, ==, sentence);
}

#define BOTH "Needs the permission gaussdb:log:list (identity policy: gaussdbformysql:log:list)"

/* What the documentation says, until the service says something else. */
static void
test_names_it (void)
{
  assert_sentence (HTAP_ERROR_REASON_NONE, NULL, BOTH);
  assert_sentence (HTAP_ERROR_REASON_NO_PERMISSION, NULL, BOTH);
  assert_sentence (HTAP_ERROR_REASON_NO_PERMISSION, "gaussdb:log:list", BOTH);
  assert_sentence (HTAP_ERROR_REASON_NO_PERMISSION, "gaussdbformysql:log:list", BOTH);
  assert_sentence (HTAP_ERROR_REASON_NO_PERMISSION, "gaussdb:nodes:list",
                   "Needs the permission gaussdb:nodes:list");
  /* Then the subject is something else. */
  assert_sentence (HTAP_ERROR_REASON_NONE, "host", BOTH);
}

static void
test_hostile (void)
{
  assert_sentence (HTAP_ERROR_REASON_NO_PERMISSION, "a\nb", "Needs the permission a b");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/permission-text/names-it", test_names_it);
  g_test_add_func ("/permission-text/hostile", test_hostile);

  return g_test_run ();
}
