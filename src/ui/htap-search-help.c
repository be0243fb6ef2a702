/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-help.h"

#include <glib/gi18n-lib.h>

/* What the search understands; an example is typed as it stands, in every language. */
static const struct
{
  const char *example;
  const char *meaning;
} forms[] = {
  { "htap prod", N_ ("Both words, in any field") },
  { "-bi", N_ ("Not this word") },
  { "\"no addresses\"", N_ ("These words, one after the other") },
  { "status:abnormal", N_ ("In one field, by its ID, short word or title") },
  { "name:=htap-1", N_ ("The whole value of a field") },
  { "192.168.0.183", N_ ("Whoever has this address, or one in a pasted line") },
  { "ip:10.0.0.0/24", N_ ("Addresses of a network") },
  { "nodes:>=6", N_ ("Numbers: >, >=, <, <=, =") },
  { "created:>2026-01-01", N_ ("Local times, as numbers") },
  { "tag:env=prod", N_ ("A tag of the TaurusDB instance") },
  { "findings:error", N_ ("What is wrong: how bad, or which rule, or its words") },
};

static GtkWidget *
new_row (guint form)
{
  const char *meaning = _ (forms[form].meaning);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *example =
      g_object_new (GTK_TYPE_LABEL, "label", forms[form].example, "xalign", 0.0, NULL);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", meaning, "xalign", 0.0, "wrap", TRUE,
                                   "max-width-chars", 40, NULL);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", box, "activatable", FALSE, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", forms[form].example, meaning);

  gtk_widget_add_css_class (example, "monospace");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), example);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static GtkWidget *
new_list (void)
{
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "background");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the search understands"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_row (i));

  return list;
}

/* Most starts of the program end without anybody asking. */
static void
on_create_popup (GtkMenuButton *button, gpointer user_data)
{
  GtkWidget *scroller;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                           "propagate-natural-height", TRUE, "max-content-height", 560, "child",
                           new_list (), NULL);
  gtk_menu_button_set_popover (button, g_object_new (GTK_TYPE_POPOVER, "child", scroller, NULL));
}

/**
 * htap_search_help_new:
 *
 * Returns: (transfer floating): a button whose popover lists what the search understands
 */
GtkWidget *
htap_search_help_new (void)
{
  GtkWidget *button =
      g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "help-about-symbolic", "tooltip-text",
                    _ ("What the search understands"), NULL);

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_create_popup, NULL, NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the search understands"), -1);

  return button;
}
