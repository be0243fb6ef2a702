/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-id-list.h"

#include "htap-id-row.h"

#include <glib/gi18n-lib.h>

struct _HtapIdList {
  AdwPreferencesGroup parent_instance;
  GPtrArray          *rows;   /* HtapIdRow, in order; the group owns them and their notes */
  guint               spread; /* idle that looks for a row with several ids */
  gboolean            required;
};

G_DEFINE_FINAL_TYPE (HtapIdList, htap_id_list, ADW_TYPE_PREFERENCES_GROUP)

/* The last row cannot be taken away. */
static void
update_removable (HtapIdList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    htap_id_row_set_removable (self->rows->pdata[i], self->rows->len > 1);
}

static void
remove_row (HtapIdList *self, HtapIdRow *row)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  g_ptr_array_remove (self->rows, row);
  adw_preferences_group_remove (group, GTK_WIDGET (htap_id_row_get_note (row)));
  adw_preferences_group_remove (group, GTK_WIDGET (row));
  update_removable (self);
}

static void
focus_row (HtapIdList *self, guint place)
{
  gtk_widget_grab_focus (self->rows->pdata[MIN (place, self->rows->len - 1)]);
}

static void
on_row_remove (HtapIdList *self, HtapIdRow *row)
{
  guint place;

  g_ptr_array_find (self->rows, row, &place);
  remove_row (self, row);
  focus_row (self, place);
}

static void on_row_changed (HtapIdList *self);

static void
add_row (HtapIdList *self, const char *id)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  HtapIdRow *row = htap_id_row_new (id);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_row_changed), self);
  g_signal_connect_swapped (row, "remove", G_CALLBACK (on_row_remove), self);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (group, GTK_WIDGET (row));
  adw_preferences_group_add (group, GTK_WIDGET (htap_id_row_get_note (row)));
  update_removable (self);
}

/* Whatever was pasted with separators becomes rows of its own, at the end. */
static void
spread_ids (HtapIdList *self)
{
  guint n_rows = self->rows->len;

  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) ids = htap_id_row_dup_ids (self->rows->pdata[i]);

      if (g_strv_length (ids) < 2)
        continue;

      gtk_editable_set_text (self->rows->pdata[i], ids[0]);
      for (guint piece = 1; ids[piece] != NULL; piece++)
        add_row (self, ids[piece]);
    }
}

static gboolean
on_spread (gpointer user_data)
{
  HtapIdList *self = user_data;

  self->spread = 0;
  spread_ids (self);

  return G_SOURCE_REMOVE;
}

/* Not at once: an entry does not like to be changed while it tells of a change. */
static void
on_row_changed (HtapIdList *self)
{
  if (self->spread == 0)
    self->spread = g_idle_add (on_spread, self);
}

static void
on_add_button_clicked (HtapIdList *self)
{
  add_row (self, "");
  focus_row (self, self->rows->len - 1);
}

static void
htap_id_list_dispose (GObject *object)
{
  HtapIdList *self = HTAP_ID_LIST (object);

  g_clear_handle_id (&self->spread, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);

  G_OBJECT_CLASS (htap_id_list_parent_class)->dispose (object);
}

static void
htap_id_list_finalize (GObject *object)
{
  g_ptr_array_unref (HTAP_ID_LIST (object)->rows);

  G_OBJECT_CLASS (htap_id_list_parent_class)->finalize (object);
}

static void
htap_id_list_class_init (HtapIdListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_id_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_id_list_finalize;
}

static void
htap_id_list_init (HtapIdList *self)
{
  GtkWidget *add_button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (add_button, "flat");
  gtk_widget_set_tooltip_text (add_button, _ ("Add Another ID"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add Another ID"), -1);
  g_signal_connect_swapped (add_button, "clicked", G_CALLBACK (on_add_button_clicked), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add_button);

  self->rows = g_ptr_array_new ();
  self->required = TRUE;
  add_row (self, "");
}

GtkWidget *
htap_id_list_new (void)
{
  return g_object_new (HTAP_TYPE_ID_LIST, NULL);
}

/**
 * htap_id_list_dup_ids:
 *
 * Returns: (transfer full): the ids as they were typed, without white space and empty rows
 */
char **
htap_id_list_dup_ids (HtapIdList *self)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  g_return_val_if_fail (HTAP_IS_ID_LIST (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_auto (GStrv) ids = htap_id_row_dup_ids (self->rows->pdata[i]);

      g_strv_builder_addv (all, (const char **) ids);
    }

  return g_strv_builder_end (all);
}

/**
 * htap_id_list_set_ids:
 * @ids: what to show instead of what there is
 */
void
htap_id_list_set_ids (HtapIdList *self, const char *const *ids)
{
  g_return_if_fail (HTAP_IS_ID_LIST (self));

  while (self->rows->len > 0)
    remove_row (self, self->rows->pdata[self->rows->len - 1]);

  for (guint i = 0; ids[i] != NULL; i++)
    add_row (self, ids[i]);
  if (self->rows->len == 0)
    add_row (self, "");
}

/**
 * htap_id_list_set_required:
 * @required: whether at least one id is needed; %TRUE at first
 */
void
htap_id_list_set_required (HtapIdList *self, gboolean required)
{
  g_return_if_fail (HTAP_IS_ID_LIST (self));

  self->required = required;
}

/**
 * htap_id_list_check:
 *
 * Marks what is wrong. Where an id is needed and there is none, the first row is wrong.
 *
 * Returns: (transfer none) (nullable): the first row that cannot be saved; %NULL if all can
 */
GtkWidget *
htap_id_list_check (HtapIdList *self)
{
  g_auto (GStrv) ids = NULL;
  GtkWidget *wrong = NULL;

  g_return_val_if_fail (HTAP_IS_ID_LIST (self), NULL);

  spread_ids (self);
  ids = htap_id_list_dup_ids (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean required = self->required && i == 0 && ids[0] == NULL;

      if (htap_id_row_check (self->rows->pdata[i], required) == HTAP_FORM_ERROR && wrong == NULL)
        wrong = self->rows->pdata[i];
    }

  return wrong;
}
