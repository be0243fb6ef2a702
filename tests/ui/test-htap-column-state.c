/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-state.h"

#include "htap-column.h"

static void
assert_every_field_once (const HtapColumnState *states)
{
  HtapFieldSet seen = 0;

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    seen |= HTAP_FIELD_BIT (states[i].field);

  g_assert_cmphex (seen, ==, HTAP_FIELD_BIT (HTAP_N_FIELDS) - 1);
}

static void
load (HtapColumnState *states, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) saved =
      g_variant_parse (G_VARIANT_TYPE (HTAP_COLUMN_STATE_TYPE), text, NULL, NULL, &error);

  g_assert_no_error (error);
  htap_column_state_load (states, saved);
}

static void
test_first_start (void)
{
  HtapColumnState states[HTAP_N_FIELDS];
  guint n_defaults;
  const HtapFieldIndex *defaults = htap_field_get_default_columns (&n_defaults);
  int width = 0;

  load (states, "[]");
  assert_every_field_once (states);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      g_assert_cmpint (states[i].width, ==, HTAP_COLUMN_USUAL_WIDTH);
      if (i >= n_defaults)
        {
          g_assert_cmpint (states[i].visibility, ==, HTAP_COLUMN_HIDDEN);
          continue;
        }

      g_assert_cmpint (states[i].field, ==, defaults[i]);
      g_assert_cmpint (states[i].visibility, !=, HTAP_COLUMN_HIDDEN);
      width += htap_column_get_default_width (htap_field_get (states[i].field));
    }

  /* What a screen of 1366 leaves beside the sidebar. */
  g_assert_cmpint (width, <=, 1150);
}

static void
test_automatic (void)
{
  HtapColumnState states[HTAP_N_FIELDS];

  load (states, "[('region', 'automatic', 100), ('name', 'automatic', 100),"
                " ('vpc_id', 'automatic', 100), ('taurus_name', 'shown', 100)]");

  g_assert_cmpint (states[0].visibility, ==, HTAP_COLUMN_AUTOMATIC);
  g_assert_cmpint (states[1].visibility, ==, HTAP_COLUMN_SHOWN);
  g_assert_cmpint (states[2].visibility, ==, HTAP_COLUMN_HIDDEN);
  g_assert_cmpint (states[3].visibility, ==, HTAP_COLUMN_SHOWN);
}

static void
test_other_version (void)
{
  HtapColumnState states[HTAP_N_FIELDS];

  load (states, "[('port', 'shown', 90), ('of_the_future', 'shown', 70), ('port', 'hidden', 20),"
                " ('data_vip', 'sideways', 120), ('', 'shown', 1)]");

  assert_every_field_once (states);
  g_assert_cmpint (states[0].field, ==, HTAP_FIELD_PORT);
  g_assert_cmpint (states[0].visibility, ==, HTAP_COLUMN_SHOWN);
  g_assert_cmpint (states[0].width, ==, 90);
  g_assert_cmpint (states[1].field, ==, HTAP_FIELD_DATA_VIP);
  g_assert_cmpint (states[1].visibility, ==, HTAP_COLUMN_SHOWN);
  /* Fields that were not known then come as in a first start. */
  g_assert_cmpint (states[2].field, ==, HTAP_FIELD_NAME);
  g_assert_cmpint (states[2].visibility, ==, HTAP_COLUMN_SHOWN);
}

static void
test_absurd_widths (void)
{
  HtapColumnState states[HTAP_N_FIELDS];

  load (states, "[('name', 'shown', 1), ('port', 'shown', -2147483648),"
                " ('data_vip', 'shown', 2147483647)]");

  g_assert_cmpint (states[0].width, ==, HTAP_COLUMN_MINIMUM_WIDTH);
  g_assert_cmpint (states[1].width, ==, HTAP_COLUMN_MINIMUM_WIDTH);
  g_assert_cmpint (states[2].width, ==, HTAP_COLUMN_MAXIMUM_WIDTH);
}

static void
test_round_trip (void)
{
  HtapColumnState states[HTAP_N_FIELDS], again[HTAP_N_FIELDS];
  g_autoptr (GVariant) saved = NULL;

  load (states, "[('port', 'shown', 90), ('region', 'hidden', 120), ('name', 'hidden', 200)]");
  states[0].width = 1;
  states[1].width = HTAP_COLUMN_USUAL_WIDTH;
  saved = g_variant_ref_sink (htap_column_state_save (states));
  g_assert_true (g_variant_is_of_type (saved, G_VARIANT_TYPE (HTAP_COLUMN_STATE_TYPE)));
  htap_column_state_load (again, saved);

  g_assert_cmpint (again[0].width, ==, HTAP_COLUMN_MINIMUM_WIDTH);
  again[0].width = 1;
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      g_assert_cmpint (again[i].field, ==, states[i].field);
      g_assert_cmpint (again[i].visibility, ==, states[i].visibility);
      g_assert_cmpint (again[i].width, ==, states[i].width);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/column-state/first-start", test_first_start);
  g_test_add_func ("/column-state/automatic", test_automatic);
  g_test_add_func ("/column-state/other-version", test_other_version);
  g_test_add_func ("/column-state/absurd-widths", test_absurd_widths);
  g_test_add_func ("/column-state/round-trip", test_round_trip);

  return g_test_run ();
}
