/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-field-value.h"

#include "htap-test-samples.h"

/* Of whatever a record can say, the kept value shows later what the record shows now: alone, for
 * some fields are shown together with others. */
static void
assert_shown (HtapFieldIndex index, const HtapRecord *record)
{
  const HtapField *field = htap_field_get (index);
  g_autofree char *value = htap_field_value_dup (field, record);
  g_autofree char *later = htap_field_value_dup_shown (field, value);
  g_autofree char *now = htap_field_dup_shown_of (field, record, NULL);

  g_assert_cmpstr (later, ==, now);
}

static void
test_every_field (void)
{
  g_autoptr (HtapRecord) full = htap_test_sample_full_record ();
  g_autoptr (HtapRecord) empty = htap_test_sample_record (NULL, NULL);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      if (htap_field_is_of_source (htap_field_get (i)))
        continue;
      if (i != HTAP_FIELD_HA_MODE && i != HTAP_FIELD_ENGINE_VERSION)
        assert_shown (i, full);
      if (i != HTAP_FIELD_SHOWN_STATUS)
        assert_shown (i, empty);
    }
}

static void
test_every_status (void)
{
  static const char *const statuses[] = { "normal",     "creating", "abnormal",
                                          "createfail", "odd",      "odd:er" };
  const HtapAction action = { .action = "resize_flavor" };
  const HtapAction unnamed = { .id = "1" };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (HtapRecord) plain = htap_record_new ();
      g_autoptr (HtapRecord) frozen = htap_record_new ();
      g_autoptr (HtapRecord) restart = htap_record_new ();
      g_autoptr (HtapRecord) changing = htap_record_new ();
      g_autoptr (HtapRecord) secretive = htap_record_new ();
      HtapRecord *records[] = { plain, frozen, restart, changing, secretive };

      htap_record_set_number (frozen, HTAP_NUMBER_IS_FROZEN, 1);
      htap_record_set_number (restart, HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS, 1);
      htap_record_add_action (changing, &action);
      htap_record_add_action (secretive, &unnamed);
      for (guint j = 0; j < G_N_ELEMENTS (records); j++)
        {
          htap_record_set_text (records[j], HTAP_TEXT_STATUS, statuses[i]);
          assert_shown (HTAP_FIELD_SHOWN_STATUS, records[j]);
        }
    }
}

/* From a file that anybody may have written. */
static void
test_odd_values (void)
{
  static const struct
  {
    HtapFieldIndex field;
    const char *value;
    const char *shown;
  } cases[] = {
    { HTAP_FIELD_PORT, "many", "many" },
    { HTAP_FIELD_CREATE_AT, "yesterday", "yesterday" },
    { HTAP_FIELD_IS_FROZEN, "", "No" },
    { HTAP_FIELD_NAME, "", NULL },
    { HTAP_FIELD_SHOWN_STATUS, "", "Available" },
    { HTAP_FIELD_SHOWN_STATUS, "unheard-of", "Available" },
    { HTAP_FIELD_SHOWN_STATUS, "unknown:", "Unknown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown =
          htap_field_value_dup_shown (htap_field_get (cases[i].field), cases[i].value);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-value/every-field", test_every_field);
  g_test_add_func ("/field-value/every-status", test_every_status);
  g_test_add_func ("/field-value/odd-values", test_odd_values);

  return g_test_run ();
}
