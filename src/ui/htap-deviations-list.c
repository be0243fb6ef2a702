/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-deviations-list.h"

#include "htap-name-text.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

struct _HtapDeviationsList
{
  AdwBin parent_instance;
  HtapInventory *inventory;
  GtkStack *stack; /* list, none */
  AdwPreferencesGroup *group;
  GPtrArray *rows; /* AdwActionRow, borrowed */
  char **shown;    /* the titles and subtitles of the rows */
};

G_DEFINE_FINAL_TYPE (HtapDeviationsList, htap_deviations_list, ADW_TYPE_BIN)

static char *
dup_lines (GPtrArray *deviations)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < deviations->len; i++)
    {
      g_autofree char *deviation = htap_safe_text_dup (deviations->pdata[i]);

      g_string_append_printf (lines, "%s• %s", i > 0 ? "\n" : "", deviation);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* Returns: (transfer full): a title and a subtitle for each source that deviates */
static char **
dup_texts (HtapInventory *inventory)
{
  GListModel *sources = htap_inventory_get_sources (inventory);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);
      GPtrArray *deviations = htap_source_get_deviations (source);
      g_autofree char *name = NULL;
      g_autofree char *lines = NULL;

      if (deviations == NULL || deviations->len == 0)
        continue;

      name = htap_name_text_dup (htap_source_get_shown_name (source));
      lines = dup_lines (deviations);
      g_strv_builder_add (texts, name);
      g_strv_builder_add (texts, lines);
    }

  return g_strv_builder_end (texts);
}

static void
add_row (HtapDeviationsList *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  /* First: its labels learn of it too late otherwise. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (row, "deviating");
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* While nobody looks at it, nothing is built. What stays as it was keeps its rows. */
static void
update (HtapDeviationsList *self)
{
  g_auto (GStrv) texts = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  texts = dup_texts (self->inventory);
  gtk_stack_set_visible_child_name (self->stack, *texts != NULL ? "list" : "none");
  if (self->shown != NULL &&
      g_strv_equal ((const char *const *) self->shown, (const char *const *) texts))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; texts[i] != NULL; i += 2)
    add_row (self, texts[i], texts[i + 1]);
  g_strfreev (self->shown);
  self->shown = g_steal_pointer (&texts);
}

static void
htap_deviations_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (htap_deviations_list_parent_class)->map (widget);

  update (HTAP_DEVIATIONS_LIST (widget));
}

static void
htap_deviations_list_dispose (GObject *object)
{
  HtapDeviationsList *self = HTAP_DEVIATIONS_LIST (object);

  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_deviations_list_parent_class)->dispose (object);
}

static void
htap_deviations_list_finalize (GObject *object)
{
  HtapDeviationsList *self = HTAP_DEVIATIONS_LIST (object);

  g_ptr_array_unref (self->rows);
  g_strfreev (self->shown);

  G_OBJECT_CLASS (htap_deviations_list_parent_class)->finalize (object);
}

static void
htap_deviations_list_class_init (HtapDeviationsListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_deviations_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_deviations_list_finalize;
  GTK_WIDGET_CLASS (klass)->map = htap_deviations_list_map;
}

static void
htap_deviations_list_init (HtapDeviationsList *self)
{
  GtkWidget *page = adw_preferences_page_new ();

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Deviations from the Documented Schema"));
  adw_preferences_group_set_description (
      self->group, _ ("They are read all the same. The service's support may want to know."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, page, "list");
  gtk_stack_add_named (
      self->stack,
      g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "emblem-ok-symbolic", "title",
                    _ ("No Deviations"), "description",
                    _ ("Every answer that was read last is as its documentation says."), NULL),
      "none");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * htap_deviations_list_new:
 * @inventory: whose sources it speaks of; followed
 */
GtkWidget *
htap_deviations_list_new (HtapInventory *inventory)
{
  HtapDeviationsList *self = g_object_new (HTAP_TYPE_DEVIATIONS_LIST, NULL);

  self->inventory = g_object_ref (inventory);
  g_signal_connect_object (inventory, "merged", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (inventory, "profiles-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
