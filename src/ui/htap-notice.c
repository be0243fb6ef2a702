/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-notice.h"

#include "htap-compat.h"
#include "htap-safe-text.h"

struct _HtapNotice
{
  GtkWidget parent_instance;
  GtkRevealer *revealer;
  GtkBox *box;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (HtapNotice, htap_notice, GTK_TYPE_WIDGET)

static void
htap_notice_dispose (GObject *object)
{
  HtapNotice *self = HTAP_NOTICE (object);

  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_notice_parent_class)->dispose (object);
}

static void
htap_notice_class_init (HtapNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_notice_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "notice");
}

static void
htap_notice_init (HtapNotice *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  self->label =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  self->revealer = g_object_new (GTK_TYPE_REVEALER, "transition-type",
                                 GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN, "child", self->box, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * htap_notice_new:
 * @icon_name: (nullable): a symbolic icon in front of the sentence
 * @button_label: (nullable): no button without it; plain text without a mnemonic
 * @action_name: (nullable): what the button does
 */
GtkWidget *
htap_notice_new (const char *icon_name, const char *button_label, const char *action_name)
{
  HtapNotice *self = g_object_new (HTAP_TYPE_NOTICE, NULL);

  if (icon_name != NULL)
    gtk_box_append (self->box,
                    g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (self->box, GTK_WIDGET (self->label));

  if (button_label != NULL)
    gtk_box_append (self->box, g_object_new (GTK_TYPE_BUTTON, "label", button_label, "action-name",
                                             action_name, "valign", GTK_ALIGN_CENTER, NULL));
  htap_compat_name_buttons (GTK_WIDGET (self->box));

  return GTK_WIDGET (self);
}

/**
 * htap_notice_set_text:
 * @text: (nullable): plain text, may hold names from outside; %NULL to say nothing
 */
void
htap_notice_set_text (HtapNotice *self, const char *text)
{
  g_autofree char *safe = NULL;

  g_return_if_fail (HTAP_IS_NOTICE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
  if (text == NULL)
    return;

  safe = htap_safe_text_dup (text);
  if (g_strcmp0 (gtk_label_get_text (self->label), safe) != 0)
    gtk_label_set_text (self->label, safe);
}
