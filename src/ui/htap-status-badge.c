/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status-badge.h"

#include "htap-format.h"
#include "htap-safe-text.h"

/* Far more than any status the API documents. */
#define MAX_CHARACTERS 100

struct _HtapStatusBadge {
  GtkBox    parent_instance;
  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (HtapStatusBadge, htap_status_badge, GTK_TYPE_BOX)

static void
htap_status_badge_class_init (HtapStatusBadgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "status-badge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-status-badge.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapStatusBadge, icon);
  gtk_widget_class_bind_template_child (widget_class, HtapStatusBadge, label);
}

static void
htap_status_badge_init (HtapStatusBadge *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
htap_status_badge_new (void)
{
  return g_object_new (HTAP_TYPE_STATUS_BADGE, NULL);
}

/**
 * htap_status_badge_set_status:
 * @status: says which icon and colour; its id is a style class of the icon
 * @text: the words
 */
void
htap_status_badge_set_status (HtapStatusBadge *self, HtapShownStatus status, const char *text)
{
  const char *id = htap_shown_status_get_id (status);
  g_autofree char *icon_name = g_strdup_printf ("htap-status-%s-symbolic", id);
  const char *const classes[] = { "htap-status", id, NULL };
  g_autofree char *shown = htap_safe_text_dup_cut (text, MAX_CHARACTERS);

  g_return_if_fail (HTAP_IS_STATUS_BADGE (self));

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char **) classes);
  gtk_label_set_text (self->label, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
}

/**
 * htap_status_badge_set_record:
 *
 * Shows the status of @record.
 */
void
htap_status_badge_set_record (HtapStatusBadge *self, const HtapRecord *record)
{
  g_autofree char *status = htap_format_shown_status (record);

  htap_status_badge_set_status (self, htap_record_get_shown_status (record), status);
}
