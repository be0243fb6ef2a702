/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-requests-dialog.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

static guint
count_dialogs (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      n += HTAP_IS_REQUESTS_DIALOG (window);
    }

  return n;
}

/* One for the window, however often it is asked for, and gone with it. */
static void
test_show (HtapWindowFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_dialogs (), ==, 0);
  htap_window_fixture_activate (fixture, "show-requests", NULL);
  htap_window_fixture_activate (fixture, "show-requests", NULL);
  g_assert_cmpuint (count_dialogs (), ==, 1);
  htap_window_fixture_close (fixture);
  g_assert_cmpuint (count_dialogs (), ==, 0);
}

int
main (int argc, char **argv)
{
  const HtapWindowTest tests[] = {
    { "/window-requests/show", test_show },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
