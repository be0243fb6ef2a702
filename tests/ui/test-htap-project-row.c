/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-row.h"

#include "htap-widget-test.h"

static HtapProjectRow *
new_row (const char *region, const char *id, const char *name)
{
  HtapProjectRow *row = HTAP_PROJECT_ROW (htap_project_row_new (region, id));

  g_object_ref_sink (row);
  if (name != NULL)
    htap_project_row_set_name (row, name);

  return row;
}

static void
test_texts (void)
{
  static const struct
  {
    const char *region;
    const char *id;
    const char *name;
    const char *title;
    const char *subtitle;
  } cases[] = {
    { "cn-north-4", "0d2a", NULL, "CN North-Beijing4", "cn-north-4 · 0d2a" },
    { "cn-north-4", "0d2a", "cn-north-4", "CN North-Beijing4", "cn-north-4 · 0d2a" },
    { "cn-north-4", "0d2a", "cn-north-4_bi", "CN North-Beijing4", "cn-north-4_bi · 0d2a" },
    { "cn-north-4", "", NULL, "CN North-Beijing4", "cn-north-4 · the region’s own project" },
    { "cn-north-4", "", "named", "CN North-Beijing4", "cn-north-4 · the region’s own project" },
    { "my-<b>cloud", "0d2a", NULL, "my-<b>cloud", "my-<b>cloud · 0d2a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapProjectRow) row = new_row (cases[i].region, cases[i].id, cases[i].name);

      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                       cases[i].title);
      g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, cases[i].subtitle);
      g_assert_false (adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)));
      g_assert_cmpstr (htap_project_row_get_project (row)->id, ==, cases[i].id);
    }
}

static void
on_row_toggled (guint *n_toggled)
{
  (*n_toggled)++;
}

static void
test_choosing (void)
{
  g_autoptr (HtapProjectRow) row = new_row ("cn-north-4", "0d2a", NULL);
  guint n_toggled = 0;

  g_signal_connect_swapped (row, "toggled", G_CALLBACK (on_row_toggled), &n_toggled);
  g_assert_false (htap_project_row_get_chosen (row));
  htap_project_row_set_chosen (row, TRUE);
  g_assert_true (htap_project_row_get_chosen (row));
  htap_project_row_set_chosen (row, TRUE);
  g_assert_cmpuint (n_toggled, ==, 1);
}

/* Each comes before the next. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (rows, new_row ("cn-north-4", "0d2a", "cn-north-4"));
  g_ptr_array_add (rows, new_row ("cn-north-4", "0aaa", "cn-north-4_bi"));
  g_ptr_array_add (rows, new_row ("cn-north-4", "0bbb", "cn-north-4_bi"));
  g_ptr_array_add (rows, new_row ("a-cloud-1", "0d2a", NULL));
  g_ptr_array_add (rows, new_row ("b-cloud-1", "0d2a", NULL));

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < rows->len; j++)
      {
        int order = htap_project_row_compare (rows->pdata[i], rows->pdata[j]);

        g_assert_cmpint (CLAMP (order, -1, 1), ==, i < j ? -1 : i > j);
      }
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/project-row/texts", test_texts);
  g_test_add_func ("/project-row/choosing", test_choosing);
  g_test_add_func ("/project-row/order", test_order);

  return g_test_run ();
}
