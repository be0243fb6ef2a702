/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-list.h"

#include "htap-error-text.h"
#include "htap-field-note.h"
#include "htap-project-row.h"
#include "htap-project.h"
#include "htap-region.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

struct _HtapProjectList
{
  AdwPreferencesGroup parent_instance;
  GPtrArray *rows;           /* HtapProjectRow, in order; the group owns them */
  GCancellable *cancellable; /* (nullable): while the cloud is asked */

  GtkSpinner *spinner;
  HtapFieldNote *note;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapProjectList, htap_project_list, ADW_TYPE_PREFERENCES_GROUP)

static HtapProjectRow *
find_row (HtapProjectList *self, const char *region, const char *project_id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const HtapRegionalId *project = htap_project_row_get_project (self->rows->pdata[i]);

      if (g_str_equal (project->region, region) && g_str_equal (project->id, project_id))
        return self->rows->pdata[i];
    }

  return NULL;
}

static gboolean
has_chosen (HtapProjectList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (htap_project_row_get_chosen (self->rows->pdata[i]))
      return TRUE;

  return FALSE;
}

static void
on_row_toggled (HtapProjectList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static HtapProjectRow *
add_row (HtapProjectList *self, const char *region, const char *project_id)
{
  GtkWidget *row = htap_project_row_new (region, project_id);

  g_signal_connect_object (row, "toggled", G_CALLBACK (on_row_toggled), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, g_object_ref_sink (row));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return HTAP_PROJECT_ROW (row);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return htap_project_row_compare (*(HtapProjectRow *const *) a, *(HtapProjectRow *const *) b);
}

/* A group has no order of its own: the rows go and come back. The array keeps them meanwhile. */
static void
sort_rows (HtapProjectList *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  g_ptr_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (group, self->rows->pdata[i]);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_add (group, self->rows->pdata[i]);
}

/* A project that is known by its region alone is the region's own: it gets its id. */
static HtapProjectRow *
take_unnamed (HtapProjectList *self, const HtapProject *project)
{
  HtapProjectRow *unnamed =
      htap_project_is_default (project) ? find_row (self, project->region, "") : NULL;
  HtapProjectRow *row = add_row (self, project->region, project->id);

  if (unnamed != NULL)
    {
      htap_project_row_set_chosen (row, htap_project_row_get_chosen (unnamed));
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (unnamed));
      g_ptr_array_remove (self->rows, unnamed);
    }

  return row;
}

/* Those who have chosen nothing yet most likely want every region that has what they look for. */
static void
offer (HtapProjectList *self, GPtrArray *projects)
{
  gboolean is_first = !has_chosen (self);

  for (guint i = 0; i < projects->len; i++)
    {
      const HtapProject *project = projects->pdata[i];
      const HtapRegion *region = htap_region_find (project->region);
      HtapProjectRow *row = find_row (self, project->region, project->id);

      if (row == NULL)
        row = take_unnamed (self, project);
      htap_project_row_set_name (row, project->name);
      if (is_first && htap_project_is_default (project) && region != NULL && region->offers_htap)
        htap_project_row_set_chosen (row, TRUE);
    }
  sort_rows (self);
}

static void
show_error (HtapProjectList *self, const GError *error)
{
  g_autofree char *sentence = htap_error_text_dup_sentence (error, NULL);
  g_autofree char *safe = htap_safe_text_dup (sentence);

  htap_field_note_say (self->note, HTAP_FORM_WARNING, safe);
}

static void
on_projects_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) projects =
      htap_inventory_list_projects_finish (HTAP_INVENTORY (object), result, &error);
  HtapProjectList *self;

  /* The widget may be gone, or ask again already. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = user_data;
  g_clear_object (&self->cancellable);
  gtk_spinner_set_spinning (self->spinner, FALSE);
  if (projects == NULL)
    show_error (self, error);
  else
    offer (self, projects);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
htap_project_list_dispose (GObject *object)
{
  HtapProjectList *self = HTAP_PROJECT_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_ptr_array_set_size (self->rows, 0);

  G_OBJECT_CLASS (htap_project_list_parent_class)->dispose (object);
}

static void
htap_project_list_finalize (GObject *object)
{
  g_ptr_array_unref (HTAP_PROJECT_LIST (object)->rows);

  G_OBJECT_CLASS (htap_project_list_parent_class)->finalize (object);
}

static void
htap_project_list_class_init (HtapProjectListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_project_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_project_list_finalize;

  signals[CHANGED] = g_signal_new ("changed", HTAP_TYPE_PROJECT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
htap_project_list_init (HtapProjectList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Looking for projects"), -1);
  self->note = HTAP_FIELD_NOTE (htap_field_note_new ());
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Projects"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self),
                                           GTK_WIDGET (self->spinner));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->note));
}

GtkWidget *
htap_project_list_new (void)
{
  return g_object_new (HTAP_TYPE_PROJECT_LIST, NULL);
}

/**
 * htap_project_list_set_chosen:
 * @projects: (element-type HtapRegionalId): what to show instead of what there is, all chosen
 */
void
htap_project_list_set_chosen (HtapProjectList *self, GPtrArray *projects)
{
  g_return_if_fail (HTAP_IS_PROJECT_LIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < projects->len; i++)
    {
      const HtapRegionalId *project = projects->pdata[i];

      htap_project_list_choose (self, project->region, project->id);
    }
}

/**
 * htap_project_list_choose:
 * @region: a region's id
 * @project_id: empty for the region's own
 *
 * Chooses a project, one that was not in the list included.
 */
void
htap_project_list_choose (HtapProjectList *self, const char *region, const char *project_id)
{
  HtapProjectRow *row;

  g_return_if_fail (HTAP_IS_PROJECT_LIST (self));

  row = find_row (self, region, project_id);
  if (row == NULL)
    row = add_row (self, region, project_id);
  htap_project_row_set_chosen (row, TRUE);
}

/**
 * htap_project_list_load:
 * @profile: who asks; not changed until it is answered
 * @credentials: (nullable): its secrets; %NULL for those that are saved
 *
 * Asks the cloud which projects there are, and adds those that are missing. If none is chosen,
 * those of the regions that offer HTAP are.
 */
void
htap_project_list_load (HtapProjectList *self,
                        HtapInventory *inventory,
                        HtapProfile *profile,
                        HtapCredentials *credentials)
{
  g_return_if_fail (HTAP_IS_PROJECT_LIST (self));

  htap_project_list_stop (self);
  htap_field_note_say (self->note, HTAP_FORM_FINE, NULL);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  self->cancellable = g_cancellable_new ();
  htap_inventory_list_projects_async (inventory, profile, credentials, self->cancellable,
                                      on_projects_listed, self);
}

/**
 * htap_project_list_stop:
 *
 * Asks no longer.
 */
void
htap_project_list_stop (HtapProjectList *self)
{
  g_return_if_fail (HTAP_IS_PROJECT_LIST (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_spinner_set_spinning (self->spinner, FALSE);
}

/**
 * htap_project_list_dup_chosen:
 *
 * Returns: (transfer full) (element-type HtapRegionalId): the chosen projects, in the list's order
 */
GPtrArray *
htap_project_list_dup_chosen (HtapProjectList *self)
{
  GPtrArray *chosen = htap_regional_ids_new ();

  g_return_val_if_fail (HTAP_IS_PROJECT_LIST (self), chosen);

  for (guint i = 0; i < self->rows->len; i++)
    if (htap_project_row_get_chosen (self->rows->pdata[i]))
      g_ptr_array_add (chosen,
                       htap_regional_id_copy (htap_project_row_get_project (self->rows->pdata[i])));

  return chosen;
}
