/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-row.h"

#include "htap-name-text.h"

struct _HtapProfileRow
{
  GtkListBoxRow parent_instance;
  HtapProfile *profile;
  GtkLabel *name;
};

G_DEFINE_FINAL_TYPE (HtapProfileRow, htap_profile_row, GTK_TYPE_LIST_BOX_ROW)

static void
htap_profile_row_dispose (GObject *object)
{
  g_clear_object (&HTAP_PROFILE_ROW (object)->profile);

  G_OBJECT_CLASS (htap_profile_row_parent_class)->dispose (object);
}

static void
htap_profile_row_class_init (HtapProfileRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_profile_row_dispose;
}

static void
htap_profile_row_init (HtapProfileRow *self)
{
  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                             PANGO_ELLIPSIZE_END, NULL);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->name));
}

GtkWidget *
htap_profile_row_new (HtapProfile *profile)
{
  HtapProfileRow *self = g_object_new (HTAP_TYPE_PROFILE_ROW, NULL);

  htap_profile_row_set_profile (self, profile);

  return GTK_WIDGET (self);
}

/**
 * htap_profile_row_get_profile:
 *
 * Returns: (transfer none): what it stands for
 */
HtapProfile *
htap_profile_row_get_profile (HtapProfileRow *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE_ROW (self), NULL);

  return self->profile;
}

/**
 * htap_profile_row_set_profile:
 * @profile: another one, or the same after it was edited
 */
void
htap_profile_row_set_profile (HtapProfileRow *self, HtapProfile *profile)
{
  g_autofree char *name = htap_name_text_dup (htap_profile_get_name (profile));

  g_return_if_fail (HTAP_IS_PROFILE_ROW (self));

  g_set_object (&self->profile, profile);
  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
