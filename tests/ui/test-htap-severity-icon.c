/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-severity-icon.h"

#include "htap-widget-test.h"

/* Each by a shape of its own: colour alone says nothing to some. */
static void
test_shapes (void)
{
  static const char *const names[HTAP_N_SEVERITIES] = { NULL, "dialog-information-symbolic",
                                                        "dialog-warning-symbolic",
                                                        "dialog-error-symbolic" };
  g_autoptr (GtkWidget) icon = g_object_ref_sink (htap_severity_icon_new (HTAP_SEVERITY_NONE));

  for (guint i = 0; i < HTAP_N_SEVERITIES; i++)
    {
      htap_severity_icon_show (GTK_IMAGE (icon), i);
      g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (icon)), ==, names[i]);
      g_assert_true (gtk_widget_has_css_class (icon, htap_severity_get_id (i)));
    }
  gtk_test_accessible_assert_role (icon, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/severity-icon/shapes", test_shapes);

  return g_test_run ();
}
