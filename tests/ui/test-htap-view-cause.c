/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-view-cause.h"

#include "htap-error.h"
#include "htap-window-test.h"

#define NOW G_GINT64_CONSTANT (1711116151)
#define OK  (-1)

typedef struct
{
  int kinds[4];   /* of the errors, OK for none */
  gint64 ages[4]; /* 0: never read */
  int cause;      /* position, -1 for none */
  gboolean explains_all;
} Case;

/* The first two belong to one profile, the others to another. */
static const Case cases[] = {
  { { OK, OK, OK, OK }, { 0 }, -1, FALSE },
  /* Some of a profile: what matters is how many. */
  { { HTAP_ERROR_FORBIDDEN, OK, OK, OK }, { 0 }, 0, FALSE },
  { { HTAP_ERROR_SERVER, OK, OK, OK }, { 0 }, 0, FALSE },
  /* All of a profile. */
  { { HTAP_ERROR_FORBIDDEN, HTAP_ERROR_FORBIDDEN, OK, OK }, { 0 }, 0, TRUE },
  /* Nobody reads anything without being signed in. */
  { { OK, OK, HTAP_ERROR_AUTH, OK }, { 0 }, 2, TRUE },
  { { HTAP_ERROR_AUTH, OK, HTAP_ERROR_AUTH, OK }, { 0 }, 0, FALSE },
  { { HTAP_ERROR_AUTH, HTAP_ERROR_TIMEOUT, OK, OK }, { 0 }, 0, FALSE },
  /* One that is gone has a name, two are a number. */
  { { HTAP_ERROR_NOT_FOUND, OK, OK, OK }, { 0 }, 0, TRUE },
  { { HTAP_ERROR_NOT_FOUND, OK, HTAP_ERROR_NOT_FOUND, OK }, { 0 }, 0, FALSE },
  /* The computer's own troubles come first and explain everything. */
  { { HTAP_ERROR_FORBIDDEN, OK, HTAP_ERROR_KEYRING_LOCKED, OK }, { 0 }, 2, TRUE },
  { { HTAP_ERROR_TIMEOUT, OK, OK, HTAP_ERROR_CLOCK_SKEW }, { NOW, 0, 0, 0 }, 3, TRUE },
  /* No network is no network, whoever asks; one that is lost says nothing of the others. */
  { { HTAP_ERROR_NETWORK, HTAP_ERROR_NETWORK, HTAP_ERROR_NETWORK, HTAP_ERROR_NETWORK },
    { 0 },
    0,
    TRUE },
  { { HTAP_ERROR_NETWORK, HTAP_ERROR_NETWORK, OK, OK }, { 0 }, 0, FALSE },
  /* The oldest data is what is said to be shown. */
  { { HTAP_ERROR_AUTH, HTAP_ERROR_AUTH, OK, OK }, { NOW, NOW - 60, 0, 0 }, 1, TRUE },
  { { HTAP_ERROR_AUTH, HTAP_ERROR_AUTH, OK, OK }, { 0, NOW, 0, 0 }, 1, TRUE },
};

static GPtrArray *
new_sources (const Case *test)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HtapProfile) one = htap_profile_new ("one");
  g_autoptr (HtapProfile) other = htap_profile_new ("other");

  for (guint i = 0; i < G_N_ELEMENTS (test->kinds); i++)
    {
      HtapSource *source = htap_source_new (i < 2 ? one : other, "cn-north-4", "23a5", "ain07");

      if (test->ages[i] != 0)
        htap_source_succeed (source, test->ages[i], 0, 10, 0, NULL);
      if (test->kinds[i] != OK)
        htap_window_test_fail (source, (HtapError) test->kinds[i]);
      g_ptr_array_add (sources, source);
    }

  return sources;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) sources = new_sources (&cases[i]);
      gpointer expected = cases[i].cause >= 0 ? sources->pdata[cases[i].cause] : NULL;
      gboolean explains_all;

      g_test_message ("case %u", i);
      g_assert_true (htap_view_cause_find (sources, &explains_all) == expected);
      g_assert_cmpint (explains_all, ==, cases[i].explains_all);
    }
}

static void
test_only_one (void)
{
  g_autoptr (GPtrArray) sources = new_sources (&cases[2]);
  gboolean explains_all;

  g_ptr_array_set_size (sources, 1);
  g_assert_nonnull (htap_view_cause_find (sources, &explains_all));
  g_assert_true (explains_all);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view-cause/cases", test_cases);
  g_test_add_func ("/view-cause/only-one", test_only_one);

  return g_test_run ();
}
