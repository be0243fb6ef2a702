/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-name.h"

static void
assert_suggested (const char *region, const char *const *taken_names, const char *expected)
{
  g_autofree char *name = htap_profile_name_suggest (region, taken_names);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_free (void)
{
  static const char *const none[] = { NULL };
  static const char *const others[] = { "Production", "CN North-Beijing", "cn-north-4", NULL };

  assert_suggested ("cn-north-4", none, "CN North-Beijing4");
  assert_suggested ("cn-north-4", others, "CN North-Beijing4");
}

/* The first number that is free, gaps included. */
static void
test_taken (void)
{
  static const char *const one[] = { "CN North-Beijing4", NULL };
  static const char *const two[] = { "CN North-Beijing4 2", "CN North-Beijing4", NULL };
  static const char *const gap[] = { "CN North-Beijing4", "CN North-Beijing4 3", NULL };

  assert_suggested ("cn-north-4", one, "CN North-Beijing4 2");
  assert_suggested ("cn-north-4", two, "CN North-Beijing4 3");
  assert_suggested ("cn-north-4", gap, "CN North-Beijing4 2");
}

/* Without a region there is nothing to call it. */
static void
test_no_region (void)
{
  static const char *const names[] = { "Production", NULL };

  assert_suggested (NULL, names, "");
}

static void
assert_duplicate (const char *name, const char *const *taken_names, const char *expected)
{
  g_autofree char *duplicate = htap_profile_name_duplicate (name, taken_names);

  g_assert_cmpstr (duplicate, ==, expected);
}

static void
test_duplicate (void)
{
  static const char *const one[] = { "PROD", NULL };
  static const char *const two[] = { "PROD", "PROD (Copy)", NULL };
  static const char *const three[] = { "PROD (Copy 2)", "PROD (Copy)", "PROD", NULL };

  assert_duplicate ("PROD", one, "PROD (Copy)");
  assert_duplicate ("PROD", two, "PROD (Copy 2)");
  assert_duplicate ("PROD", three, "PROD (Copy 3)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile-name/free", test_free);
  g_test_add_func ("/profile-name/taken", test_taken);
  g_test_add_func ("/profile-name/no-region", test_no_region);
  g_test_add_func ("/profile-name/duplicate", test_duplicate);

  return g_test_run ();
}
