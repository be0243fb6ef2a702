/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status-cell.h"

#include "htap-format.h"

#include <glib/gi18n-lib.h>

struct _HtapStatusCell
{
  HtapCell parent_instance;
  GtkWidget *icon;
  GtkWidget *clock;
};

G_DEFINE_FINAL_TYPE (HtapStatusCell, htap_status_cell, HTAP_TYPE_CELL)

static GtkWidget *
new_icon (void)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/* What the cloud no longer lists has no status. */
static void
show_icon (HtapStatusCell *self, HtapInstance *instance)
{
  gboolean listed = htap_instance_get_listed (instance);
  const char *id =
      listed ? htap_shown_status_get_id (htap_instance_get_shown_status (instance)) : "unlisted";
  g_autofree char *name = listed ? g_strdup_printf ("htap-status-%s-symbolic", id)
                                 : g_strdup ("dialog-warning-symbolic");
  const char *classes[] = { "htap-status", id, NULL };

  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (self->icon)), name) == 0)
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), name);
  gtk_widget_set_css_classes (self->icon, classes);
}

static char *
dup_text (HtapInstance *instance, gboolean stale)
{
  gint64 as_of = htap_source_get_as_of (htap_instance_get_source (instance));
  g_autofree char *status = NULL;
  g_autofree char *time = NULL;

  if (!htap_instance_get_listed (instance))
    return g_strdup (_ ("No longer listed"));

  status = htap_format_shown_status (htap_instance_get_record (instance));
  if (!stale)
    return g_steal_pointer (&status);

  time = htap_format_as_of (as_of, g_get_real_time () / G_USEC_PER_SEC);

  /* Translators: a status and the time of the answer that said so: "Available, as of 13:40". */
  return g_strdup_printf (_ ("%s, as of %s"), status, time);
}

static void
htap_status_cell_update (HtapCell *cell)
{
  HtapStatusCell *self = HTAP_STATUS_CELL (cell);
  HtapInstance *instance = htap_cell_get_instance (cell);
  HtapSource *source = htap_instance_get_source (instance);
  gboolean stale =
      htap_instance_get_listed (instance) && htap_source_get_state (source) == HTAP_SOURCE_STALE;
  g_autofree char *text = dup_text (instance, stale);

  show_icon (self, instance);
  gtk_widget_set_visible (self->clock, stale);
  htap_cell_set_text (cell, text);
}

static void
htap_status_cell_dispose (GObject *object)
{
  HtapStatusCell *self = HTAP_STATUS_CELL (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->clock, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_status_cell_parent_class)->dispose (object);
}

static void
htap_status_cell_class_init (HtapStatusCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_status_cell_dispose;
  HTAP_CELL_CLASS (klass)->update = htap_status_cell_update;
}

static void
htap_status_cell_init (HtapStatusCell *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->icon = new_icon ();
  gtk_widget_insert_after (self->icon, GTK_WIDGET (self), NULL);

  self->clock = new_icon ();
  gtk_image_set_from_icon_name (GTK_IMAGE (self->clock), "htap-stale-symbolic");
  gtk_widget_set_visible (self->clock, FALSE);
  gtk_widget_insert_before (self->clock, GTK_WIDGET (self), NULL);
}

GtkWidget *
htap_status_cell_new (void)
{
  return g_object_new (HTAP_TYPE_STATUS_CELL, "field", htap_field_get (HTAP_FIELD_SHOWN_STATUS),
                       NULL);
}
