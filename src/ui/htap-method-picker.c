/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-method-picker.h"

#include <glib/gi18n-lib.h>

/* In the order of the picker: what does not run out comes first. */
static const struct
{
  HtapSignIn sign_in;
  const char *name;
} methods[] = {
  { HTAP_SIGN_IN_ACCESS_KEY, NC_ ("sign-in method", "Access Key") },
  { HTAP_SIGN_IN_PASSWORD, NC_ ("sign-in method", "Password") },
  { HTAP_SIGN_IN_TOKEN, NC_ ("sign-in method", "Token") },
};

struct _HtapMethodPicker
{
  GtkBox parent_instance;
  GtkToggleButton *buttons[G_N_ELEMENTS (methods)];
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapMethodPicker, htap_method_picker, GTK_TYPE_BOX)

/* Also told of the button that is let go, which is the same change. */
static void
on_button_toggled (HtapMethodPicker *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
htap_method_picker_class_init (HtapMethodPickerClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", HTAP_TYPE_METHOD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkToggleButton *
new_button (HtapMethodPicker *self, const char *name)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (name);

  gtk_box_append (GTK_BOX (self), button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_button_toggled), self,
                           G_CONNECT_SWAPPED);

  return GTK_TOGGLE_BUTTON (button);
}

static void
htap_method_picker_init (HtapMethodPicker *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "sign-in method", methods[i].name);

      self->buttons[i] = new_button (self, name);
      gtk_toggle_button_set_group (self->buttons[i], i > 0 ? self->buttons[0] : NULL);
    }

  gtk_toggle_button_set_active (self->buttons[0], TRUE);
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sign-in method"), -1);
}

GtkWidget *
htap_method_picker_new (void)
{
  return g_object_new (HTAP_TYPE_METHOD_PICKER, NULL);
}

HtapSignIn
htap_method_picker_get_sign_in (HtapMethodPicker *self)
{
  guint chosen = 0;

  g_return_val_if_fail (HTAP_IS_METHOD_PICKER (self), HTAP_SIGN_IN_TOKEN);

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      chosen = i;

  return methods[chosen].sign_in;
}

void
htap_method_picker_set_sign_in (HtapMethodPicker *self, HtapSignIn sign_in)
{
  g_return_if_fail (HTAP_IS_METHOD_PICKER (self));

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (methods[i].sign_in == sign_in)
      gtk_toggle_button_set_active (self->buttons[i], TRUE);
}
