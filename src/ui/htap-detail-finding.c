/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-finding.h"

#include "htap-finding-menu.h"
#include "htap-name-text.h"
#include "htap-safe-text.h"
#include "htap-severity-icon.h"

#include <glib/gi18n-lib.h>

/* More than a row can show of what the cloud says. */
#define MAX_CHARACTERS 500

struct _HtapDetailFinding
{
  GtkListBoxRow parent_instance;
  HtapFinding *finding; /* (nullable) */

  GtkImage *icon;
  GtkLabel *sentence;
  GtkLabel *subject;
  GtkLabel *remedy;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (HtapDetailFinding, htap_detail_finding, GTK_TYPE_LIST_BOX_ROW)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* A label without a text takes no room. */
static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

/* Whose finding it is is plain from where it stands, unless it is the TaurusDB instance's. */
static char *
dup_subject (HtapFinding *finding)
{
  return htap_finding_get_instance_id (finding) == NULL
             ? htap_name_text_dup (htap_finding_get_subject (finding))
             : NULL;
}

static void
show_accessible (HtapDetailFinding *self, const char *sentence, const char *remedy)
{
  const char *severity = htap_severity_get_label (htap_finding_get_severity (self->finding));
  /* Translators: how bad it is, and what is wrong, read out by a screen reader: "Warning: Reboot
   * needed for parameter changes". */
  g_autofree char *name = g_strdup_printf (C_ ("finding", "%s: %s"), severity, sentence);
  /* Translators: what a button's menu is for; %s is what is wrong. */
  g_autofree char *menu = g_strdup_printf (_ ("Copy or mute: %s"), sentence);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (remedy != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    remedy, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu,
                                  -1);
}

static gboolean
on_copy_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  htap_detail_finding_copy (HTAP_DETAIL_FINDING (widget));

  return GDK_EVENT_STOP;
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gtk_menu_button_popup (HTAP_DETAIL_FINDING (widget)->menu);

  return GDK_EVENT_STOP;
}

static void
htap_detail_finding_finalize (GObject *object)
{
  g_clear_object (&HTAP_DETAIL_FINDING (object)->finding);

  G_OBJECT_CLASS (htap_detail_finding_parent_class)->finalize (object);
}

static void
htap_detail_finding_class_init (HtapDetailFindingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = htap_detail_finding_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-detail-finding.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapDetailFinding, icon);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailFinding, sentence);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailFinding, subject);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailFinding, remedy);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailFinding, menu);

  /* As the other rows of the pane. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, on_copy_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
}

static void
htap_detail_finding_init (HtapDetailFinding *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
htap_detail_finding_new (void)
{
  return g_object_new (HTAP_TYPE_DETAIL_FINDING, NULL);
}

/**
 * htap_detail_finding_get_finding:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
HtapFinding *
htap_detail_finding_get_finding (HtapDetailFinding *self)
{
  g_return_val_if_fail (HTAP_IS_DETAIL_FINDING (self), NULL);

  return self->finding;
}

/**
 * htap_detail_finding_show:
 * @finding: one that is open
 * @now: seconds since 1970 UTC
 *
 * An open menu stays open unless it is of another finding.
 */
void
htap_detail_finding_show (HtapDetailFinding *self, HtapFinding *finding, gint64 now)
{
  g_autofree char *sentence = htap_finding_dup_sentence (finding, now);
  g_autofree char *remedy = htap_finding_dup_remedy (finding);
  g_autofree char *shown = htap_safe_text_dup_cut (sentence, MAX_CHARACTERS);
  g_autofree char *advice = htap_safe_text_dup_cut (remedy, MAX_CHARACTERS);
  g_autofree char *subject = dup_subject (finding);

  g_return_if_fail (HTAP_IS_DETAIL_FINDING (self));

  if (g_set_object (&self->finding, finding))
    {
      g_autoptr (GMenuModel) menu = htap_finding_menu_new_short (finding, now);

      gtk_menu_button_set_menu_model (self->menu, menu);
      htap_severity_icon_show (self->icon, htap_finding_get_severity (finding));
    }

  show_text (self->sentence, shown);
  show_text (self->subject, subject);
  show_text (self->remedy, advice);
  show_accessible (self, shown, advice);
}

/**
 * htap_detail_finding_copy:
 *
 * Asks the window to copy what is found (`win.copy-text`).
 */
void
htap_detail_finding_copy (HtapDetailFinding *self)
{
  g_return_if_fail (HTAP_IS_DETAIL_FINDING (self));

  if (self->finding != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.copy-text",
                                        htap_finding_menu_new_copy (self->finding, get_now ()));
}
