/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sidebar-findings.h"

#include "htap-findings.h"
#include "htap-severity-icon.h"

#include <glib/gi18n-lib.h>

/* The worst first. */
static const HtapSeverity shown[] = {
  HTAP_SEVERITY_ERROR,
  HTAP_SEVERITY_WARNING,
  HTAP_SEVERITY_INFORMATION,
};

struct _HtapSidebarFindings
{
  GtkListBoxRow parent_instance;
  GtkWidget *pairs[G_N_ELEMENTS (shown)]; /* a picture and a number */
  GtkWidget *counts[G_N_ELEMENTS (shown)];
};

G_DEFINE_FINAL_TYPE (HtapSidebarFindings, htap_sidebar_findings, GTK_TYPE_LIST_BOX_ROW)

/* What a person sees as icons and numbers, said in words. */
static char *
describe (HtapFindings *findings)
{
  const guint errors = htap_findings_get_count (findings, HTAP_SEVERITY_ERROR);
  const guint warnings = htap_findings_get_count (findings, HTAP_SEVERITY_WARNING);
  const guint others = htap_findings_get_count (findings, HTAP_SEVERITY_INFORMATION);
  g_autofree char *error_text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u error", "%u errors", errors), errors);
  g_autofree char *warning_text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u warning", "%u warnings", warnings), warnings);
  g_autofree char *other_text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u note", "%u notes", others), others);

  /* Translators: a row of the sidebar as a screen reader says it: numbers of errors, warnings and
   * notes. */
  return g_strdup_printf (_ ("Findings: %s, %s, %s"), error_text, warning_text, other_text);
}

static void
update (HtapSidebarFindings *self, HtapFindings *findings)
{
  g_autofree char *description = describe (findings);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      guint count = htap_findings_get_count (findings, shown[i]);
      g_autofree char *text = g_strdup_printf ("%u", count);

      gtk_label_set_text (GTK_LABEL (self->counts[i]), text);
      gtk_widget_set_visible (self->pairs[i], count > 0);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
}

static void
htap_sidebar_findings_class_init (HtapSidebarFindingsClass *klass)
{
}

static void
htap_sidebar_findings_init (HtapSidebarFindings *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_LABEL, "label", _ ("Findings"), "xalign",
                                               0.0, "hexpand", TRUE, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      self->pairs[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
      self->counts[i] = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->counts[i], "dim-label");
      gtk_widget_add_css_class (self->counts[i], "numeric");
      gtk_box_append (GTK_BOX (self->pairs[i]), htap_severity_icon_new (shown[i]));
      gtk_box_append (GTK_BOX (self->pairs[i]), self->counts[i]);
      gtk_box_append (GTK_BOX (box), self->pairs[i]);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * htap_sidebar_findings_new:
 * @inventory: whose findings it counts; followed
 */
GtkWidget *
htap_sidebar_findings_new (HtapInventory *inventory)
{
  HtapSidebarFindings *self = g_object_new (HTAP_TYPE_SIDEBAR_FINDINGS, NULL);
  HtapFindings *findings = htap_inventory_get_findings (inventory);

  g_signal_connect_object (findings, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self, findings);

  return GTK_WIDGET (self);
}
