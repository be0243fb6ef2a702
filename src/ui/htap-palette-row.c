/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-palette-row.h"

#include <glib/gi18n-lib.h>

struct _HtapPaletteRow
{
  GtkListBoxRow parent_instance;
  HtapPaletteItem *item;
};

G_DEFINE_FINAL_TYPE (HtapPaletteRow, htap_palette_row, GTK_TYPE_LIST_BOX_ROW)

static void
htap_palette_row_dispose (GObject *object)
{
  g_clear_object (&HTAP_PALETTE_ROW (object)->item);

  G_OBJECT_CLASS (htap_palette_row_parent_class)->dispose (object);
}

static void
htap_palette_row_class_init (HtapPaletteRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_palette_row_dispose;
}

static void
htap_palette_row_init (HtapPaletteRow *self)
{
}

static GtkWidget *
new_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "ellipsize",
                       PANGO_ELLIPSIZE_END, NULL);
}

static GtkWidget *
new_texts (HtapPaletteItem *item)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "hexpand",
                                 TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  const char *detail = htap_palette_item_get_detail (item);
  GtkWidget *label;

  gtk_box_append (GTK_BOX (box), new_label (htap_palette_item_get_title (item)));
  if (detail != NULL)
    {
      label = new_label (detail);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static void
append_end (GtkBox *box, HtapPaletteItem *item)
{
  const char *accelerator = htap_palette_item_get_accelerator (item);
  const char *address = htap_palette_item_get_address (item);
  GtkWidget *label;

  if (accelerator != NULL)
    {
      label = g_object_new (GTK_TYPE_SHORTCUT_LABEL, "accelerator", accelerator, "valign",
                            GTK_ALIGN_CENTER, NULL);
      gtk_box_append (box, label);
    }
  if (address != NULL)
    {
      label = new_label (address);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (box, label);
    }
}

/* What a screen reader says of the whole row. */
static void
name_row (HtapPaletteRow *self)
{
  const char *title = htap_palette_item_get_title (self->item);
  const char *detail = htap_palette_item_get_detail (self->item);
  const char *address = htap_palette_item_get_address (self->item);
  g_autofree char *name = NULL;

  if (detail == NULL)
    name = g_strdup (title);
  else if (address == NULL)
    /* Translators: a name, and what it is, as a screen reader says it. */
    name = g_strdup_printf (C_ ("palette", "%s, %s"), title, detail);
  else
    /* Translators: a name, what it is, and its address, as a screen reader says it. */
    name = g_strdup_printf (C_ ("palette", "%s, %s, %s"), title, detail, address);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * htap_palette_row_new:
 *
 * Returns: (transfer floating): a row that shows @item
 */
GtkWidget *
htap_palette_row_new (HtapPaletteItem *item)
{
  HtapPaletteRow *self = g_object_new (HTAP_TYPE_PALETTE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->item = g_object_ref (item);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", htap_palette_item_get_icon_name (item),
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), new_texts (item));
  append_end (GTK_BOX (box), item);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  name_row (self);

  return GTK_WIDGET (self);
}

/**
 * htap_palette_row_get_item:
 *
 * Returns: (transfer none): what it leads to
 */
HtapPaletteItem *
htap_palette_row_get_item (HtapPaletteRow *self)
{
  g_return_val_if_fail (HTAP_IS_PALETTE_ROW (self), NULL);

  return self->item;
}
