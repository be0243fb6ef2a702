/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-field.h"

#include "htap-test-samples.h"

static void
assert_ascending (HtapFieldIndex index, HtapInstance *smaller, HtapInstance *greater)
{
  const HtapField *field = htap_field_get (index);

  g_assert_cmpint (htap_field_compare (field, smaller, greater), <, 0);
  g_assert_cmpint (htap_field_compare (field, greater, smaller), >, 0);
  g_assert_cmpint (htap_field_compare (field, smaller, smaller), ==, 0);
}

static void
test_texts (void)
{
  static const struct
  {
    HtapFieldIndex field;
    HtapRecordText member;
    const char *smaller;
    const char *greater;
  } cases[] = {
    { HTAP_FIELD_NAME, HTAP_TEXT_NAME, "htap-2", "htap-10" },
    { HTAP_FIELD_DATA_VIP, HTAP_TEXT_DATA_VIP, "192.168.0.7", "192.168.0.41" },
    { HTAP_FIELD_DATA_VIP, HTAP_TEXT_DATA_VIP, "10.0.0.1", "9.9.9.9.9" },
    { HTAP_FIELD_DATA_VIP_V6, HTAP_TEXT_DATA_VIP_V6, "::9", "::10" },
    { HTAP_FIELD_ENGINE_VERSION, HTAP_TEXT_ENGINE_VERSION, "3.1.6", "3.1.15.80" },
    { HTAP_FIELD_HA_MODE, HTAP_TEXT_HA_MODE, "Cluster", "Single" },
    { HTAP_FIELD_SHOWN_STATUS, HTAP_TEXT_STATUS, "createfail", "abnormal" },
    { HTAP_FIELD_SHOWN_STATUS, HTAP_TEXT_STATUS, "hibernating", "normal" },
    { HTAP_FIELD_SHOWN_STATUS, HTAP_TEXT_STATUS, "hibernating", "waking" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapInstance) smaller =
          htap_test_sample_instance (cases[i].member, cases[i].smaller);
      g_autoptr (HtapInstance) greater =
          htap_test_sample_instance (cases[i].member, cases[i].greater);

      assert_ascending (cases[i].field, smaller, greater);
    }
}

static HtapInstance *
new_with_number (HtapRecordNumber member, gint64 number)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_record (SAMPLE_ID, "htap");

  htap_record_set_number (record, member, number);

  return htap_instance_new (source, record);
}

static void
test_numbers (void)
{
  static const struct
  {
    HtapFieldIndex field;
    HtapRecordNumber member;
  } cases[] = {
    { HTAP_FIELD_PORT, HTAP_NUMBER_PORT },
    { HTAP_FIELD_NODE_NUM, HTAP_NUMBER_NODE_NUM },
    { HTAP_FIELD_CREATE_AT, HTAP_NUMBER_CREATE_AT },
    { HTAP_FIELD_IS_FROZEN, HTAP_NUMBER_IS_FROZEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapInstance) smaller = new_with_number (cases[i].member, G_MININT64);
      g_autoptr (HtapInstance) greater = new_with_number (cases[i].member, G_MAXINT64);

      assert_ascending (cases[i].field, smaller, greater);
    }
}

/* Absent values come last, whatever the field: a full record is before one that has nothing. */
static void
test_absent_last (void)
{
  g_autoptr (HtapProfile) nameless = htap_profile_new (NULL);
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapSource) other_source =
      htap_source_new (nameless, "cn-north-4", NULL, SAMPLE_TAURUS_ID);
  g_autoptr (HtapRecord) full = htap_test_sample_full_record ();
  g_autoptr (HtapRecord) empty = htap_record_new ();
  g_autoptr (HtapInstance) first = htap_instance_new (source, full);
  g_autoptr (HtapInstance) last = htap_instance_new (other_source, empty);

  htap_test_sample_find (first, "single-mode", HTAP_SEVERITY_INFORMATION);
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    switch (i)
      {
      case HTAP_FIELD_TAURUS_ID:
      case HTAP_FIELD_REGION:
      case HTAP_FIELD_SHOWN_STATUS:
      case HTAP_FIELD_NAME:
        /* Never absent: in place of a name there is the id. */
        break;
      default:
        g_test_message ("%s", htap_field_get_id (htap_field_get (i)));
        assert_ascending (i, first, last);
      }
}

/* What a column shows besides its own value decides between equals. */
static void
test_ties (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) small = htap_test_sample_record (SAMPLE_ID, NULL);
  g_autoptr (HtapRecord) large = htap_test_sample_record (SAMPLE_ID, NULL);
  g_autoptr (HtapInstance) smaller = NULL;
  g_autoptr (HtapInstance) greater = NULL;

  htap_record_set_text (small, HTAP_TEXT_HA_MODE, "Cluster");
  htap_record_set_text (large, HTAP_TEXT_HA_MODE, "Cluster");
  htap_record_set_number (small, HTAP_NUMBER_NODE_NUM, 6);
  htap_record_set_number (large, HTAP_NUMBER_NODE_NUM, 20);
  smaller = htap_instance_new (source, small);
  greater = htap_instance_new (source, large);

  assert_ascending (HTAP_FIELD_HA_MODE, smaller, greater);
}

/* One member changed at a time: the fields that tell it, and no other. */
static void
test_differences_of_members (void)
{
  for (guint member = 0; member < HTAP_N_TEXTS + HTAP_N_NUMBERS; member++)
    {
      g_autoptr (HtapRecord) before = htap_test_sample_full_record ();
      g_autoptr (HtapRecord) after = htap_test_sample_full_record ();
      HtapFieldSet differences;

      g_assert_cmpuint (htap_record_get_differences (before, after), ==, 0);

      if (member < HTAP_N_TEXTS)
        htap_record_set_text (after, member, "something else");
      else
        htap_record_set_number (after, member - HTAP_N_TEXTS, 99);
      differences = htap_record_get_differences (before, after);

      if (member == HTAP_TEXT_STATUS || member == (guint) HTAP_N_TEXTS + HTAP_NUMBER_IS_FROZEN)
        {
          g_assert_true (differences & HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS));
          differences &= ~HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS);
        }

      g_test_message ("member %u", member);
      g_assert_true (differences != 0 && (differences & (differences - 1)) == 0);
    }
}

static HtapFieldSet
get_differences_to_full (void (*change) (HtapRecord *record))
{
  g_autoptr (HtapRecord) before = htap_test_sample_full_record ();
  g_autoptr (HtapRecord) after = htap_test_sample_full_record ();

  change (after);

  return htap_record_get_differences (before, after);
}

static void
add_node (HtapRecord *record)
{
  const HtapNode node = { .data_ip = "192.168.0.41" };

  htap_record_add_node (record, &node);
}

static void
add_zone (HtapRecord *record)
{
  const HtapZone zone = { .code = "az9" };

  htap_record_add_zone (record, &zone);
}

static void
add_action (HtapRecord *record)
{
  const HtapAction action = { .action = "restart" };

  htap_record_add_action (record, &action);
}

static void
add_proxy_ip (HtapRecord *record)
{
  htap_record_add_proxy_ip (record, "10.0.0.11");
}

static void
test_differences_of_lists (void)
{
  g_assert_cmpuint (get_differences_to_full (add_node), ==,
                    HTAP_FIELD_BIT (HTAP_FIELD_READABLE_NODE_INFOS));
  g_assert_cmpuint (get_differences_to_full (add_zone), ==,
                    HTAP_FIELD_BIT (HTAP_FIELD_AVAILABLE_ZONES));
  g_assert_cmpuint (get_differences_to_full (add_action), ==,
                    HTAP_FIELD_BIT (HTAP_FIELD_CURRENT_ACTIONS));
  g_assert_cmpuint (get_differences_to_full (add_proxy_ip), ==,
                    HTAP_FIELD_BIT (HTAP_FIELD_PROXY_IPS));
}

/* The status column names the action, so it changes when another action follows. */
static void
test_differences_of_running_action (void)
{
  g_autoptr (HtapRecord) before = htap_test_sample_record (SAMPLE_ID, NULL);
  g_autoptr (HtapRecord) after = htap_test_sample_record (SAMPLE_ID, NULL);
  const HtapAction resize = { .action = "resize_flavor" };
  const HtapAction restart = { .action = "restart" };

  htap_record_set_text (before, HTAP_TEXT_STATUS, "normal");
  htap_record_add_action (before, &resize);
  htap_record_set_text (after, HTAP_TEXT_STATUS, "normal");
  htap_record_add_action (after, &restart);

  g_assert_cmpuint (htap_record_get_differences (before, after), ==,
                    HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS) |
                        HTAP_FIELD_BIT (HTAP_FIELD_CURRENT_ACTIONS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-compare/texts", test_texts);
  g_test_add_func ("/field-compare/numbers", test_numbers);
  g_test_add_func ("/field-compare/absent-last", test_absent_last);
  g_test_add_func ("/field-compare/ties", test_ties);
  g_test_add_func ("/field-compare/differences-of-members", test_differences_of_members);
  g_test_add_func ("/field-compare/differences-of-lists", test_differences_of_lists);
  g_test_add_func ("/field-compare/differences-of-running-action",
                   test_differences_of_running_action);

  return g_test_run ();
}
