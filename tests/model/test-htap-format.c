/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-format.h"

#include "htap-test-samples.h"

#define MILLISECONDS G_GINT64_CONSTANT (1711094408228) /* 2024-03-22T08:00:08.228Z */
#define SECONDS      (MILLISECONDS / 1000)
#define MINUTE       60
#define HOUR         (60 * MINUTE)
#define DAY          (24 * HOUR)

/* Every result is owned by the caller; this takes it. */
static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_times (void)
{
  assert_text (htap_format_date_time (MILLISECONDS), "2024-03-22 16:00:08");
  assert_text (htap_format_date_time_utc (MILLISECONDS), "2024-03-22 08:00:08 UTC");
  assert_text (htap_format_clock (SECONDS), "16:00:08");
  assert_text (htap_format_as_of (SECONDS, SECONDS + HOUR), "16:00");
  assert_text (htap_format_as_of (SECONDS, SECONDS + 7 * HOUR + 59 * MINUTE), "16:00");
  /* After midnight in Shanghai, though not yet in Greenwich. */
  assert_text (htap_format_as_of (SECONDS, SECONDS + 8 * HOUR), "2024-03-22 16:00");
}

static void
test_iso8601 (void)
{
  assert_text (htap_format_iso8601 (MILLISECONDS), "2024-03-22T08:00:08.228Z");
  assert_text (htap_format_iso8601 (MILLISECONDS - 228), "2024-03-22T08:00:08Z");
  assert_text (htap_format_iso8601 (1), "1970-01-01T00:00:00.001Z");
  assert_text (htap_format_iso8601 (0), "1970-01-01T00:00:00Z");
  assert_text (htap_format_iso8601 (-1), "1969-12-31T23:59:59.999Z");
  assert_text (htap_format_iso8601 (-1000), "1969-12-31T23:59:59Z");
  assert_text (htap_format_iso8601 (G_GINT64_CONSTANT (253402300799999)),
               "9999-12-31T23:59:59.999Z");
  assert_text (htap_format_iso8601 (G_GINT64_CONSTANT (-62135596800000)), "0001-01-01T00:00:00Z");
}

/* The API is trusted with no number. */
static void
test_hostile_times (void)
{
  assert_text (htap_format_date_time (G_MAXINT64), "9223372036854775807");
  assert_text (htap_format_date_time_utc (G_MININT64), "-9223372036854775808");
  assert_text (htap_format_iso8601 (G_MAXINT64), NULL);
  assert_text (htap_format_iso8601 (G_MININT64), NULL);
  assert_text (htap_format_iso8601 (G_GINT64_CONSTANT (253402300800000)), NULL);
  assert_text (htap_format_clock (G_MAXINT64), "9223372036854775807");
  assert_text (htap_format_as_of (G_MAXINT64, G_MAXINT64), "9223372036854775807");
  assert_text (htap_format_age (G_MININT64, G_MAXINT64), "2147483647 days ago");
  assert_text (htap_format_age (G_MININT64, 0), "2147483647 days ago");
  assert_text (htap_format_age (G_MAXINT64, G_MININT64), "just now");
  assert_text (htap_format_duration (G_MAXINT64), "2147483647 days");
  assert_text (htap_format_duration (G_MININT64), "1 minute");
}

static void
test_age (void)
{
  static const struct
  {
    gint64 age;
    const char *text;
  } cases[] = {
    { -DAY, "just now" },
    { 0, "just now" },
    { MINUTE - 1, "just now" },
    { MINUTE, "1 minute ago" },
    { 2 * MINUTE, "2 minutes ago" },
    { HOUR - 1, "59 minutes ago" },
    { HOUR, "1 hour ago" },
    { DAY - 1, "23 hours ago" },
    { DAY, "1 day ago" },
    { 400 * DAY, "400 days ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (htap_format_age (SECONDS, SECONDS + cases[i].age), cases[i].text);
}

static void
test_duration (void)
{
  static const struct
  {
    gint64 seconds;
    const char *text;
  } cases[] = {
    { 0, "1 minute" },
    { MINUTE + 59, "1 minute" },
    { 22 * MINUTE, "22 minutes" },
    { 119 * MINUTE, "119 minutes" },
    { 2 * HOUR, "2 hours" },
    { 47 * HOUR, "47 hours" },
    { 2 * DAY, "2 days" },
    { 20000 * (gint64) DAY, "20000 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (htap_format_duration (cases[i].seconds), cases[i].text);
}

static void
test_names (void)
{
  assert_text (htap_format_engine ("star-rocks"), "StarRocks");
  assert_text (htap_format_engine ("click-house"), "ClickHouse");
  assert_text (htap_format_version ("star-rocks", "3.1.6"), "StarRocks 3.1.6");
  assert_text (htap_format_version (NULL, "3.1.6"), "3.1.6");
  assert_text (htap_format_version ("star-rocks", NULL), "StarRocks");
  assert_text (htap_format_version (NULL, NULL), NULL);
  assert_text (htap_format_mode ("Single"), "Single");
  assert_text (htap_format_mode ("Cluster"), "Cluster");
  assert_text (htap_format_mode ("Ha"), "Primary/standby");
  assert_text (htap_format_billing ("0"), "Pay-per-use");
  assert_text (htap_format_billing ("1"), "Yearly/monthly");
  assert_text (htap_format_volume_type ("SSD"), "Ultra-high I/O");
  assert_text (htap_format_volume_type ("ESSD"), "Extreme SSD");
  assert_text (htap_format_flag (TRUE), "Yes");
  assert_text (htap_format_flag (FALSE), "No");
}

/* A code that this program does not know is shown as it came. */
static void
test_unknown_codes (void)
{
  char *(*const formats[]) (const char *) = { htap_format_engine, htap_format_mode,
                                              htap_format_billing, htap_format_volume_type };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      assert_text (formats[i]("new-code"), "new-code");
      assert_text (formats[i](NULL), NULL);
    }
}

static void
test_mode_and_nodes (void)
{
  static const struct
  {
    const char *ha_mode;
    gint64 n_nodes;
    const char *text;
  } cases[] = {
    { "Cluster", 6, "Cluster, 6 nodes" },
    { "Cluster", 1, "Cluster, 1 node" },
    { "Ha", 2, "Primary/standby, 2 nodes" },
    { "Single", 2, "Single" },
    { "NewMode", 3, "NewMode, 3 nodes" },
    { "Cluster", -3, "Cluster" },
    { "Cluster", G_MAXINT64, "Cluster, 2147483647 nodes" },
    { NULL, 6, NULL },
  };
  g_autoptr (HtapRecord) uncounted = htap_record_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapRecord) record = htap_record_new ();

      htap_record_set_text (record, HTAP_TEXT_HA_MODE, cases[i].ha_mode);
      htap_record_set_number (record, HTAP_NUMBER_NODE_NUM, cases[i].n_nodes);
      assert_text (htap_format_mode_and_nodes (record), cases[i].text);
    }

  htap_record_set_text (uncounted, HTAP_TEXT_HA_MODE, "Cluster");
  assert_text (htap_format_mode_and_nodes (uncounted), "Cluster");
}

static void
test_shown_status (void)
{
  static const struct
  {
    const char *status;
    const char *text;
  } cases[] = {
    { "createfail", "Creation failed" }, { "abnormal", "Abnormal" }, { "creating", "Creating" },
    { "hibernating", "hibernating" },    { NULL, "Unknown" },        { "normal", "Available" },
  };
  g_autoptr (HtapRecord) frozen = htap_test_sample_full_record ();
  g_autoptr (HtapRecord) changing = htap_record_new ();
  g_autoptr (HtapRecord) waiting = htap_record_new ();
  const HtapAction nameless = { .status = "OK_TO_RUN" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapRecord) record = htap_record_new ();

      htap_record_set_text (record, HTAP_TEXT_STATUS, cases[i].status);
      assert_text (htap_format_shown_status (record), cases[i].text);
    }

  assert_text (htap_format_shown_status (frozen), "Changing: resize_flavor");
  htap_record_set_number (frozen, HTAP_NUMBER_IS_FROZEN, 1);
  assert_text (htap_format_shown_status (frozen), "Frozen");

  htap_record_set_text (changing, HTAP_TEXT_STATUS, "normal");
  htap_record_add_action (changing, &nameless);
  assert_text (htap_format_shown_status (changing), "Changing");

  htap_record_set_text (waiting, HTAP_TEXT_STATUS, "normal");
  htap_record_set_number (waiting, HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS, 1);
  assert_text (htap_format_shown_status (waiting), "Reboot needed");
}

int
main (int argc, char **argv)
{
  /* East of Greenwich all year round, so that local time differs from UTC. */
  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/times", test_times);
  g_test_add_func ("/format/iso8601", test_iso8601);
  g_test_add_func ("/format/hostile-times", test_hostile_times);
  g_test_add_func ("/format/age", test_age);
  g_test_add_func ("/format/duration", test_duration);
  g_test_add_func ("/format/names", test_names);
  g_test_add_func ("/format/unknown-codes", test_unknown_codes);
  g_test_add_func ("/format/mode-and-nodes", test_mode_and_nodes);
  g_test_add_func ("/format/shown-status", test_shown_status);

  return g_test_run ();
}
