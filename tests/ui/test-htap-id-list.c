/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-id-list.h"

#include "htap-id-row.h"
#include "htap-widget-test.h"

#define ID "18c3eeb7b788479eb8b93b209946a83bin07"

typedef struct
{
  HtapIdList *list;
  HtapTestWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->list = HTAP_ID_LIST (htap_id_list_new ());
  fixture->window = htap_test_window_new (GTK_WIDGET (fixture->list), 500, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
}

static GPtrArray *
find_rows (Fixture *fixture)
{
  return htap_widget_test_find_all (GTK_WIDGET (fixture->list), HTAP_TYPE_ID_ROW);
}

static void
assert_ids (Fixture *fixture, const char *expected)
{
  g_auto (GStrv) ids = htap_id_list_dup_ids (fixture->list);
  g_autofree char *joined = g_strjoinv (" ", ids);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_ids (Fixture *fixture, gconstpointer data)
{
  static const char *const two[] = { "ain07", "bin07", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (GPtrArray) rows = NULL;

  assert_ids (fixture, "");
  htap_id_list_set_ids (fixture->list, two);
  assert_ids (fixture, "ain07 bin07");
  htap_id_list_set_ids (fixture->list, none);
  assert_ids (fixture, "");
  rows = find_rows (fixture);
  g_assert_cmpuint (rows->len, ==, 1);
}

/* Several pasted at once become a row each. */
static void
test_pasted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = find_rows (fixture);
  g_autoptr (GPtrArray) spread = NULL;

  gtk_editable_set_text (rows->pdata[0], " ain07, bin07;cin07\tdin07 ");
  htap_widget_test_settle ();
  spread = find_rows (fixture);
  g_assert_cmpuint (spread->len, ==, 4);
  g_assert_cmpstr (gtk_editable_get_text (spread->pdata[3]), ==, "din07");
  assert_ids (fixture, "ain07 bin07 cin07 din07");

  g_signal_emit_by_name (spread->pdata[1], "remove");
  assert_ids (fixture, "ain07 cin07 din07");
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { ID, "../x", NULL };
  g_autoptr (GPtrArray) rows = find_rows (fixture);
  g_autoptr (GPtrArray) filled = NULL;

  g_assert_true (htap_id_list_check (fixture->list) == rows->pdata[0]);
  htap_id_list_set_required (fixture->list, FALSE);
  g_assert_null (htap_id_list_check (fixture->list));

  htap_id_list_set_ids (fixture->list, ids);
  filled = find_rows (fixture);
  g_assert_true (htap_id_list_check (fixture->list) == filled->pdata[1]);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add ("/id-list/ids", Fixture, NULL, set_up, test_ids, tear_down);
  g_test_add ("/id-list/pasted", Fixture, NULL, set_up, test_pasted, tear_down);
  g_test_add ("/id-list/check", Fixture, NULL, set_up, test_check, tear_down);

  return g_test_run ();
}
