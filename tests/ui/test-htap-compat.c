/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-compat.h"

#include "htap-widget-test.h"

static void
assert_named (GtkWidget *widget, const char *name)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

/* By what is on it, once, and without the underscore. A picture keeps the name it has. */
static void
test_buttons (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *plain = gtk_button_new_with_label ("A_B");
  GtkWidget *mnemonic = gtk_button_new_with_mnemonic ("_Try __Again");
  GtkWidget *icon = gtk_button_new_from_icon_name ("edit-copy-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "Copy", -1);
  gtk_box_append (GTK_BOX (box), plain);
  gtk_box_append (GTK_BOX (box), inner);
  gtk_box_append (GTK_BOX (inner), mnemonic);
  gtk_box_append (GTK_BOX (inner), icon);

  htap_compat_name_buttons (box);
  assert_named (plain, "A_B");
  assert_named (mnemonic, "Try _Again");
  gtk_test_accessible_assert_property (icon, GTK_ACCESSIBLE_PROPERTY_LABEL, "Copy");
  g_object_unref (box);
}

static void
test_expander_row (void)
{
  GtkWidget *row = g_object_ref_sink (adw_expander_row_new ());
  GtkWidget *entry = adw_entry_row_new ();
  g_autoptr (GPtrArray) headers = NULL;
  g_autoptr (GPtrArray) lists = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "Advanced");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), "Endpoint");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), entry);
  htap_compat_name_expander_row (ADW_EXPANDER_ROW (row));

  headers = htap_widget_test_find_all (row, ADW_TYPE_ACTION_ROW);
  lists = htap_widget_test_find_all (row, GTK_TYPE_LIST_BOX);
  g_assert_cmpuint (lists->len, >, 0);
  for (guint i = 0; i < lists->len; i++)
    gtk_test_accessible_assert_property (lists->pdata[i], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         "Advanced");
  assert_named (headers->pdata[0], "Advanced");
  g_assert_true (gtk_widget_get_receives_default (headers->pdata[0]));
  g_assert_false (
      gtk_test_accessible_has_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL));
  g_object_unref (row);
}

/* The row's title would name it as well. */
static void
test_name_once (void)
{
  GtkWidget *row = g_object_ref_sink (adw_action_row_new ());
  GtkWidget *control = gtk_switch_new ();

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (control),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  htap_compat_name_once (control);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (control),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_object_unref (row);
}

/* Whatever has the focus is what says so. */
static void
test_text (void)
{
  GtkWidget *row = g_object_ref_sink (adw_entry_row_new ());
  GtkWidget *search = g_object_ref_sink (gtk_search_entry_new ());
  GtkEditable *row_text = gtk_editable_get_delegate (GTK_EDITABLE (row));
  GtkEditable *search_text = gtk_editable_get_delegate (GTK_EDITABLE (search));

  htap_compat_show_text (GTK_EDITABLE (row));
  htap_compat_show_text (GTK_EDITABLE (search));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (row_text, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_role (search, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_role (search_text, GTK_ACCESSIBLE_ROLE_SEARCH_BOX);
  g_object_unref (row);
  g_object_unref (search);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);
  if (gtk_check_version (4, 12, 0) == NULL)
    {
      g_print ("1..0 # SKIP GTK 4.12 needs none of this\n");
      return 0;
    }

  g_test_add_func ("/compat/buttons", test_buttons);
  g_test_add_func ("/compat/expander-row", test_expander_row);
  g_test_add_func ("/compat/name-once", test_name_once);
  g_test_add_func ("/compat/text", test_text);

  return g_test_run ();
}
