/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-dialog-error.h"

#include "htap-safe-text.h"

struct _HtapDialogError
{
  AdwBin parent_instance;
  GtkRevealer *revealer;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (HtapDialogError, htap_dialog_error, ADW_TYPE_BIN)

static void
htap_dialog_error_class_init (HtapDialogErrorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-dialog-error.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapDialogError, revealer);
  gtk_widget_class_bind_template_child (widget_class, HtapDialogError, label);
}

static void
htap_dialog_error_init (HtapDialogError *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
htap_dialog_error_new (void)
{
  return g_object_new (HTAP_TYPE_DIALOG_ERROR, NULL);
}

/**
 * htap_dialog_error_say:
 * @sentence: what went wrong; plain text, maybe from outside
 */
void
htap_dialog_error_say (HtapDialogError *self, const char *sentence)
{
  g_autofree char *safe = htap_safe_text_dup (sentence);

  g_return_if_fail (HTAP_IS_DIALOG_ERROR (self));

  gtk_label_set_text (self->label, safe);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * htap_dialog_error_clear:
 *
 * For what is tried again.
 */
void
htap_dialog_error_clear (HtapDialogError *self)
{
  g_return_if_fail (HTAP_IS_DIALOG_ERROR (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
