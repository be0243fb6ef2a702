/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-selection-details.h"

#include "htap-compat.h"
#include "htap-copy-menu.h"
#include "htap-detail-facts.h"
#include "htap-detail-group.h"

#include <glib/gi18n-lib.h>

struct _HtapSelectionDetails {
  AdwBin           parent_instance;
  GListModel      *instances;
  GHashTable      *followed; /* set: every HtapInstance, and every HtapSource of one */
  guint            update;   /* one for a burst of changes */

  GtkLabel        *title;
  GtkMenuButton   *copy_as;
  HtapDetailGroup *shared;
};

G_DEFINE_FINAL_TYPE (HtapSelectionDetails, htap_selection_details, ADW_TYPE_BIN)

static void
show_selection (HtapSelectionDetails *self)
{
  guint n_instances = g_list_model_get_n_items (self->instances);
  g_autoptr (GPtrArray) facts = htap_detail_facts_new_shared (self->instances);
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%u instance selected", "%u instances selected", n_instances),
                           n_instances);
  gtk_label_set_text (self->title, title);
  htap_detail_group_set_facts (self->shared, facts, NULL);
}

static void
unfollow (HtapSelectionDetails *self)
{
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, self->followed);
  while (g_hash_table_iter_next (&iter, &object, NULL))
    g_signal_handlers_disconnect_by_data (object, self);

  g_hash_table_remove_all (self->followed);
  g_clear_handle_id (&self->update, g_source_remove);
}

static void follow (HtapSelectionDetails *self);

static gboolean
on_update (gpointer user_data)
{
  HtapSelectionDetails *self = user_data;

  self->update = 0;

  /* An instance may have another source by now. */
  unfollow (self);
  follow (self);
  show_selection (self);

  return G_SOURCE_REMOVE;
}

/* A merge tells of each instance on its own; looking at all of them once is enough. */
static void
on_followed_notify (HtapSelectionDetails *self)
{
  if (self->update == 0)
    self->update = g_idle_add (on_update, self);
}

static void
follow_object (HtapSelectionDetails *self, gpointer object, const char *signal)
{
  if (g_hash_table_add (self->followed, g_object_ref (object)))
    g_signal_connect_swapped (object, signal, G_CALLBACK (on_followed_notify), self);
}

static void
follow (HtapSelectionDetails *self)
{
  guint n_instances = g_list_model_get_n_items (self->instances);

  for (guint i = 0; i < n_instances; i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (self->instances, i);

      follow_object (self, instance, "notify::record");
      follow_object (self, htap_instance_get_source (instance), "notify::taurus-name");
    }
}

static gboolean
htap_selection_details_grab_focus (GtkWidget *widget)
{
  /* Not @widget itself, whose own focus handling comes back here. */
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), GTK_DIR_TAB_FORWARD);
}

static void
htap_selection_details_dispose (GObject *object)
{
  HtapSelectionDetails *self = HTAP_SELECTION_DETAILS (object);

  htap_selection_details_set_instances (self, NULL);

  G_OBJECT_CLASS (htap_selection_details_parent_class)->dispose (object);
}

static void
htap_selection_details_finalize (GObject *object)
{
  g_hash_table_unref (HTAP_SELECTION_DETAILS (object)->followed);

  G_OBJECT_CLASS (htap_selection_details_parent_class)->finalize (object);
}

static void
htap_selection_details_class_init (HtapSelectionDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = htap_selection_details_dispose;
  object_class->finalize = htap_selection_details_finalize;
  widget_class->grab_focus = htap_selection_details_grab_focus;

  g_type_ensure (HTAP_TYPE_DETAIL_GROUP);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-selection-details.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapSelectionDetails, title);
  gtk_widget_class_bind_template_child (widget_class, HtapSelectionDetails, copy_as);
  gtk_widget_class_bind_template_child (widget_class, HtapSelectionDetails, shared);
}

static void
htap_selection_details_init (HtapSelectionDetails *self)
{
  g_autoptr (GMenuModel) formats = htap_copy_menu_new (NULL);

  self->followed = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->copy_as, formats);
  htap_compat_name_buttons (GTK_WIDGET (self));
  htap_detail_group_set_title (self->shared, _ ("In Common"));
}

GtkWidget *
htap_selection_details_new (void)
{
  return g_object_new (HTAP_TYPE_SELECTION_DETAILS, NULL);
}

/**
 * htap_selection_details_set_instances:
 * @instances: (nullable) (element-type HtapInstance): what to show and follow; called again when it
 *   has other items. %NULL follows nothing and leaves what is shown as it is.
 */
void
htap_selection_details_set_instances (HtapSelectionDetails *self, GListModel *instances)
{
  g_return_if_fail (HTAP_IS_SELECTION_DETAILS (self));

  unfollow (self);
  g_set_object (&self->instances, instances);
  if (instances == NULL)
    return;

  follow (self);
  show_selection (self);
}
