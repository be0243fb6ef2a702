/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-row.h"

#include "htap-error.h"
#include "htap-test.h"
#include "htap-widget-test.h"

/* A state is said in words, and read out as one. */
static void
test_states (void)
{
  GtkWidget *row = htap_test_row_new (HTAP_TEST_STEP_SIGN_IN);
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (HtapTestWindow) window G_GNUC_UNUSED = htap_test_window_new (list, 400, 200);
  g_autoptr (GError) error = NULL;
  HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_WRONG_PASSWORD };
  const struct
  {
    HtapTestState state;
    const char *sentence;
    const char *css_class;
  } cases[] = {
    { HTAP_TEST_WAITING, "Not tested yet.", NULL },
    { HTAP_TEST_RUNNING, "Signing in…", NULL },
    { HTAP_TEST_PASSED, "The service accepts the sign-in.", "passed" },
    { HTAP_TEST_FAILED,
      "User name or password is wrong. A HUAWEI ID cannot sign in here; use an IAM user of the "
      "account.",
      "failed" },
    { HTAP_TEST_SKIPPED, "Not tested.", NULL },
  };

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  htap_error_set (&error, HTAP_ERROR_AUTH, &details, "refused");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("Sign-In: %s", cases[i].sentence);

      htap_test_row_show (HTAP_TEST_ROW (row), cases[i].state,
                          cases[i].state == HTAP_TEST_FAILED ? error : NULL, NULL);
      htap_widget_test_settle ();
      g_assert_true (htap_widget_test_shows (row, cases[i].sentence));
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      g_assert_cmpint (gtk_widget_has_css_class (row, "passed"), ==,
                       g_strcmp0 (cases[i].css_class, "passed") == 0);
      g_assert_cmpint (gtk_widget_has_css_class (row, "failed"), ==,
                       g_strcmp0 (cases[i].css_class, "failed") == 0);
    }
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/test-row/states", test_states);

  return g_test_run ();
}
