/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-row.h"

#include "htap-region.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

struct _HtapProjectRow
{
  AdwActionRow parent_instance;
  HtapRegionalId *project;
  char *name; /* (nullable): what IAM calls the project */
  GtkCheckButton *check;
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapProjectRow, htap_project_row, ADW_TYPE_ACTION_ROW)

static char *
dup_project_text (HtapProjectRow *self)
{
  const char *id = *self->project->id != '\0' ? self->project->id : NULL;

  if (id != NULL && self->name != NULL && g_strcmp0 (self->name, self->project->region) != 0)
    /* Translators: a project's name and its ID. */
    return g_strdup_printf (_ ("%s · %s"), self->name, id);
  if (id != NULL)
    /* Translators: a region's ID and a project's ID. */
    return g_strdup_printf (_ ("%s · %s"), self->project->region, id);

  /* Translators: %s is a region's ID. */
  return g_strdup_printf (_ ("%s · the region’s own project"), self->project->region);
}

static void
show_project (HtapProjectRow *self)
{
  const HtapRegion *region = htap_region_find (self->project->region);
  g_autofree char *project = dup_project_text (self);
  /* Translators: a project, in a region without HTAP instances. */
  g_autofree char *text = region != NULL && !region->offers_htap
                              ? g_strdup_printf (_ ("%s · no HTAP in this region"), project)
                              : g_strdup (project);
  g_autofree char *safe = htap_safe_text_dup (text);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), safe);
  /* It has the row's title as its name already. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, safe, -1);
}

static void
on_check_toggled (HtapProjectRow *self)
{
  g_signal_emit (self, signals[TOGGLED], 0);
}

static void
htap_project_row_finalize (GObject *object)
{
  HtapProjectRow *self = HTAP_PROJECT_ROW (object);

  g_clear_pointer (&self->project, htap_regional_id_free);
  g_free (self->name);

  G_OBJECT_CLASS (htap_project_row_parent_class)->finalize (object);
}

static void
htap_project_row_class_init (HtapProjectRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_project_row_finalize;

  signals[TOGGLED] = g_signal_new ("toggled", HTAP_TYPE_PROJECT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_project_row_init (HtapProjectRow *self)
{
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (on_check_toggled), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
}

/**
 * htap_project_row_new:
 * @region: a region's id
 * @project_id: empty for the one that is found at sign-in
 *
 * Returns: (transfer floating): a row that is not chosen
 */
GtkWidget *
htap_project_row_new (const char *region, const char *project_id)
{
  HtapProjectRow *self = g_object_new (HTAP_TYPE_PROJECT_ROW, NULL);
  g_autofree char *title = htap_region_dup_name (region);
  g_autofree char *safe = htap_safe_text_dup (title);

  self->project = htap_regional_id_new (region, project_id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), safe);
  show_project (self);

  return GTK_WIDGET (self);
}

/**
 * htap_project_row_get_project:
 *
 * Returns: (transfer none): which one it is
 */
const HtapRegionalId *
htap_project_row_get_project (HtapProjectRow *self)
{
  g_return_val_if_fail (HTAP_IS_PROJECT_ROW (self), NULL);

  return self->project;
}

/**
 * htap_project_row_set_name:
 * @name: what IAM calls the project
 */
void
htap_project_row_set_name (HtapProjectRow *self, const char *name)
{
  g_return_if_fail (HTAP_IS_PROJECT_ROW (self));

  g_free (self->name);
  self->name = g_strdup (name);
  show_project (self);
}

gboolean
htap_project_row_get_chosen (HtapProjectRow *self)
{
  g_return_val_if_fail (HTAP_IS_PROJECT_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

void
htap_project_row_set_chosen (HtapProjectRow *self, gboolean chosen)
{
  g_return_if_fail (HTAP_IS_PROJECT_ROW (self));

  gtk_check_button_set_active (self->check, chosen);
}

/* The table has the regions that offer HTAP first; one that is not in it comes last. */
static guint
get_rank (HtapProjectRow *self)
{
  guint n_regions;
  const HtapRegion *regions = htap_region_get_all (&n_regions);
  const HtapRegion *region = htap_region_find (self->project->region);

  return region != NULL ? (guint) (region - regions) : n_regions;
}

/**
 * htap_project_row_compare:
 *
 * Returns: which of two comes first: by region, those that offer HTAP before others, then by name,
 *   a region's own project before others
 */
int
htap_project_row_compare (HtapProjectRow *a, HtapProjectRow *b)
{
  guint rank_a = get_rank (a), rank_b = get_rank (b);
  int order = rank_a < rank_b ? -1 : rank_a > rank_b;

  if (order == 0)
    order = g_strcmp0 (a->project->region, b->project->region);
  if (order == 0)
    order = g_strcmp0 (a->name, b->name);

  return order != 0 ? order : g_strcmp0 (a->project->id, b->project->id);
}
