/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-watch-text.h"

#include "htap-window-test.h"

static HtapInstance *
new_instance (const char *name, const char *status, gboolean frozen)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("test");
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "p", "ain07");
  g_autoptr (HtapRecord) record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ID, "0in17");
  htap_record_set_text (record, HTAP_TEXT_NAME, name);
  htap_record_set_text (record, HTAP_TEXT_STATUS, status);
  if (frozen)
    htap_record_set_number (record, HTAP_NUMBER_IS_FROZEN, 1);

  return htap_instance_new (source, record);
}

static void
test_titles (void)
{
  static const struct
  {
    const char *status;
    gboolean frozen;
    HtapWatchEnd end;
    const char *title;
  } cases[] = {
    { "normal", FALSE, HTAP_WATCH_SETTLED, "a & <b> is available" },
    { "abnormal", FALSE, HTAP_WATCH_SETTLED, "a & <b> is abnormal" },
    { "createfail", FALSE, HTAP_WATCH_SETTLED, "a & <b> could not be created" },
    { "normal", TRUE, HTAP_WATCH_SETTLED, "a & <b> is frozen" },
    { "creating", FALSE, HTAP_WATCH_GONE, "a & <b> is no longer listed" },
    { "creating", FALSE, HTAP_WATCH_GAVE_UP, "a & <b> is not available yet" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapInstance) instance =
          new_instance ("a & <b>", cases[i].status, cases[i].frozen);
      g_autofree char *title = htap_watch_text_dup_title (instance, cases[i].end);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

/* Who shows it may take it for markup. */
static void
test_bodies (void)
{
  g_autoptr (HtapInstance) instance = new_instance ("<b>a</b>", "normal", FALSE);
  g_autofree char *settled = htap_watch_text_dup_body (instance, HTAP_WATCH_SETTLED);
  g_autofree char *gave_up = htap_watch_text_dup_body (instance, HTAP_WATCH_GAVE_UP);

  g_assert_cmpstr (settled, ==, "HTAP instance in CN North-Beijing4");
  g_assert_cmpstr (gave_up, ==,
                   "CN North-Beijing4: it was watched for an hour, and is not watched any more.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/watch-text/titles", test_titles);
  g_test_add_func ("/watch-text/bodies", test_bodies);

  return g_test_run ();
}
