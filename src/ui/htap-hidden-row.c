/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-hidden-row.h"

#include "htap-name-text.h"

#include <glib/gi18n-lib.h>

struct _HtapHiddenRow
{
  GtkListBoxRow parent_instance;
  HtapSource *source; /* a stand-in: it is read by nobody */
  char *sort_key;
  GtkLabel *name;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (HtapHiddenRow, htap_hidden_row, GTK_TYPE_LIST_BOX_ROW)

static void
update (HtapHiddenRow *self)
{
  gboolean named = htap_source_get_taurus_name (self->source) != NULL;
  g_autofree char *name = htap_name_text_dup (htap_source_get_shown_name (self->source));
  g_autofree char *id = htap_name_text_dup (htap_source_get_taurus_id (self->source));
  /* Translators: %s is the name of a TaurusDB instance that is not shown. */
  g_autofree char *description = g_strdup_printf (_ ("%s: hidden"), name);
  /* Translators: the button of a TaurusDB instance that is hidden; %s is its name. */
  g_autofree char *label = g_strdup_printf (_ ("Show %s"), name);

  g_free (self->sort_key);
  self->sort_key = g_utf8_collate_key_for_filename (name, -1);
  gtk_label_set_text (self->name, name);
  gtk_label_set_ellipsize (self->name, named ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
htap_hidden_row_finalize (GObject *object)
{
  HtapHiddenRow *self = HTAP_HIDDEN_ROW (object);

  g_object_unref (self->source);
  g_free (self->sort_key);

  G_OBJECT_CLASS (htap_hidden_row_parent_class)->finalize (object);
}

static void
htap_hidden_row_class_init (HtapHiddenRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_hidden_row_finalize;
}

static void
htap_hidden_row_init (HtapHiddenRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkListBoxRow *row = GTK_LIST_BOX_ROW (self);

  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim-label");
  self->button = g_object_new (GTK_TYPE_BUTTON, "label", C_ ("hidden TaurusDB instance", "Show"),
                               "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_list_box_row_set_child (row, box);
  gtk_list_box_row_set_selectable (row, FALSE);
  gtk_list_box_row_set_activatable (row, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "source");
  gtk_widget_add_css_class (GTK_WIDGET (self), "hidden");
}

/**
 * htap_hidden_row_new:
 * @profile: hides it
 * @taurus: the TaurusDB instance
 */
GtkWidget *
htap_hidden_row_new (HtapProfile *profile, const HtapRegionalId *taurus)
{
  HtapHiddenRow *self = g_object_new (HTAP_TYPE_HIDDEN_ROW, NULL);

  self->source = htap_source_new (profile, taurus->region, NULL, taurus->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "(sss)",
                                    htap_profile_get_uuid (profile), taurus->region, taurus->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.show-taurus");
  update (self);

  return GTK_WIDGET (self);
}

/**
 * htap_hidden_row_get_source:
 *
 * Returns: (transfer none): stands in for the TaurusDB instance, in a search for one
 */
HtapSource *
htap_hidden_row_get_source (HtapHiddenRow *self)
{
  g_return_val_if_fail (HTAP_IS_HIDDEN_ROW (self), NULL);

  return self->source;
}

/**
 * htap_hidden_row_set_taurus:
 * @known: what its project's list says of it: its name
 */
void
htap_hidden_row_set_taurus (HtapHiddenRow *self, HtapTaurus *known)
{
  g_return_if_fail (HTAP_IS_HIDDEN_ROW (self));

  if (known == htap_source_get_taurus (self->source))
    return;

  htap_source_set_taurus (self->source, known);
  update (self);
}

/**
 * htap_hidden_row_get_sort_key:
 *
 * Returns: (transfer none): orders rows by what is read in them, as people count
 */
const char *
htap_hidden_row_get_sort_key (HtapHiddenRow *self)
{
  g_return_val_if_fail (HTAP_IS_HIDDEN_ROW (self), NULL);

  return self->sort_key;
}
