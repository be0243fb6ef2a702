/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cell-subject.h"

/* What the source says beyond its records, for the fields that show it. */
static const char *
get_source_signal (const HtapField *field)
{
  switch (htap_field_get_index (field))
    {
    case HTAP_FIELD_TAURUS_NAME:
      return "notify::taurus-name";
    case HTAP_FIELD_TAURUS_STATUS:
    case HTAP_FIELD_TAURUS_VERSION:
    case HTAP_FIELD_TAGS:
      return "notify::taurus";
    case HTAP_FIELD_ENTERPRISE_PROJECT:
      return "notify::enterprise-projects";
    default:
      break;
    }
  if (htap_field_get_kind (field) == HTAP_FIELD_KIND_STATUS)
    return "notify::state";

  return NULL;
}

static void
on_changed (HtapCellSubject *self)
{
  self->changed (self->cell);
}

static void
follow (HtapCellSubject *self, gpointer object, const char *signal)
{
  g_signal_connect_swapped (object, signal, G_CALLBACK (on_changed), self);
}

static void
follow_source (HtapCellSubject *self, HtapSource *source)
{
  const char *source_signal = get_source_signal (self->field);

  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_set_object (&self->source, source);
  if (source != NULL && source_signal != NULL)
    follow (self, source, source_signal);
}

static void
on_instance_notify_source (HtapCellSubject *self)
{
  follow_source (self, htap_instance_get_source (self->instance));
  on_changed (self);
}

/**
 * htap_cell_subject_bind:
 * @self: with its cell, its field and what to call; it stays where it is until it is unbound
 * @list_item: its item is a #HtapInstance
 *
 * Follows the item until htap_cell_subject_unbind().
 */
void
htap_cell_subject_bind (HtapCellSubject *self, GtkListItem *list_item)
{
  self->list_item = list_item;
  self->instance = g_object_ref (HTAP_INSTANCE (gtk_list_item_get_item (list_item)));
  follow (self, self->instance, "notify::record");
  if (htap_field_get_kind (self->field) == HTAP_FIELD_KIND_STATUS)
    follow (self, self->instance, "notify::listed");
  if (htap_field_is_of_instance (self->field))
    follow (self, self->instance, "notify::findings");
  if (htap_field_is_of_source (self->field) || get_source_signal (self->field) != NULL)
    {
      g_signal_connect_swapped (self->instance, "notify::source",
                                G_CALLBACK (on_instance_notify_source), self);
      follow_source (self, htap_instance_get_source (self->instance));
    }
}

/**
 * htap_cell_subject_unbind:
 *
 * Lets go of the item, if there is one.
 */
void
htap_cell_subject_unbind (HtapCellSubject *self)
{
  if (self->instance == NULL)
    return;

  follow_source (self, NULL);
  g_signal_handlers_disconnect_by_data (self->instance, self);
  g_clear_object (&self->instance);
  self->list_item = NULL;
}

/**
 * htap_cell_subject_get_position:
 *
 * Returns: its row, or %GTK_INVALID_LIST_POSITION unless bound
 */
guint
htap_cell_subject_get_position (const HtapCellSubject *self)
{
  return self->list_item != NULL ? gtk_list_item_get_position (self->list_item)
                                 : GTK_INVALID_LIST_POSITION;
}
