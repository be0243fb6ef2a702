/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-fold-row.h"

#include <glib/gi18n-lib.h>

struct _HtapFoldRow
{
  GtkListBoxRow parent_instance;
  HtapFold fold;
  GtkLabel *label;
  GtkImage *arrow;
  gboolean open;
  gboolean counted;
  guint count; /* if counted */
};

enum
{
  PROP_OPEN = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapFoldRow, htap_fold_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_open (HtapFoldRow *self)
{
  gtk_image_set_from_icon_name (self->arrow, self->open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, self->open,
                               -1);
}

static void
htap_fold_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, HTAP_FOLD_ROW (object)->open);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
htap_fold_row_class_init (HtapFoldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = htap_fold_row_get_property;

  properties[PROP_OPEN] =
      g_param_spec_boolean ("open", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
htap_fold_row_init (HtapFoldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                              PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  /* The row itself says whether it is open. */
  self->arrow =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->arrow), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->arrow));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "source");
  show_open (self);
}

GtkWidget *
htap_fold_row_new (HtapFold fold)
{
  HtapFoldRow *self = g_object_new (HTAP_TYPE_FOLD_ROW, NULL);

  self->fold = fold;

  return GTK_WIDGET (self);
}

gboolean
htap_fold_row_get_open (HtapFoldRow *self)
{
  g_return_val_if_fail (HTAP_IS_FOLD_ROW (self), FALSE);

  return self->open;
}

void
htap_fold_row_set_open (HtapFoldRow *self, gboolean open)
{
  g_return_if_fail (HTAP_IS_FOLD_ROW (self));

  if (self->open == open)
    return;

  self->open = open;
  show_open (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/* What it says. */
static char *
dup_text (HtapFold fold, guint count)
{
  if (fold == HTAP_FOLD_HIDDEN)
    /* Translators: TaurusDB instances that are not shown: "2 hidden". */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hidden", "%u hidden", count), count);

  /* Translators: TaurusDB instances that have no HTAP instance: "12 without HTAP". */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u without HTAP", "%u without HTAP", count), count);
}

/* The same as a whole. */
static char *
dup_description (HtapFold fold, guint count)
{
  if (fold == HTAP_FOLD_HIDDEN)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hidden TaurusDB instance",
                                         "%u hidden TaurusDB instances", count),
                            count);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u TaurusDB instance without HTAP instances",
                                       "%u TaurusDB instances without HTAP instances", count),
                          count);
}

/**
 * htap_fold_row_set_count:
 * @count: how many TaurusDB instances it stands for
 */
void
htap_fold_row_set_count (HtapFoldRow *self, guint count)
{
  g_autofree char *text = NULL;
  g_autofree char *described = NULL;

  g_return_if_fail (HTAP_IS_FOLD_ROW (self));

  if (self->counted && self->count == count)
    return;

  self->counted = TRUE;
  self->count = count;
  text = dup_text (self->fold, count);
  described = dup_description (self->fold, count);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), described);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, described,
                                  -1);
}
