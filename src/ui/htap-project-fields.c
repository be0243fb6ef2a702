/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-fields.h"

#include "htap-compat.h"
#include "htap-field-note.h"
#include "htap-region-row.h"
#include "htap-region.h"

#include <glib/gi18n-lib.h>

/* The entries, in their order. */
typedef enum
{
  FIELD_REGION_ID,
  FIELD_PROJECT,
  FIELD_ENDPOINT,
  N_FIELDS,
} Field;

struct _HtapProjectFields
{
  AdwPreferencesGroup parent_instance;
  HtapRegionalTexts *endpoints; /* as they were, or were typed for a region that was left */
  gboolean single;              /* these are the fields of the profile's one project */
  char *saved_project_id;       /* (nullable): what the stored token was issued for */

  HtapRegionRow *region_row;
  GtkEditable *rows[N_FIELDS];
  HtapFieldNote *notes[N_FIELDS];
  AdwExpanderRow *advanced_row;
  GtkWidget *add_button;
};

enum
{
  REGION_CHANGED,
  ADD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapProjectFields, htap_project_fields, ADW_TYPE_PREFERENCES_GROUP)

static void
set_text (HtapProjectFields *self, Field field, const char *text)
{
  gtk_editable_set_text (self->rows[field], text != NULL ? text : "");
}

static char *
dup_text (HtapProjectFields *self, Field field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->rows[field])));
}

static gboolean
is_other_region (HtapProjectFields *self)
{
  return htap_region_row_get_region (self->region_row) == NULL;
}

/* What is not shown cannot be wrong. */
static HtapFormVerdict
check_region_id (const char *text, gpointer data, const char **message)
{
  return is_other_region (data) ? htap_form_check_region (text, message) : HTAP_FORM_FINE;
}

static HtapFormVerdict
check_endpoint (const char *text, gpointer data, const char **message)
{
  return htap_form_check_endpoint (text, is_other_region (data), message);
}

/* A token is of one project; any other sign-in finds that of the region. */
static HtapFormVerdict
check_project (const char *text, gpointer data, const char **message)
{
  HtapProjectFields *self = data;
  g_autofree char *id = dup_text (self, FIELD_PROJECT);
  HtapFormVerdict verdict = htap_form_check_id (HTAP_ID_PROJECT, text, self->single, message);

  if (verdict == HTAP_FORM_ERROR || !self->single || self->saved_project_id == NULL ||
      g_str_equal (id, self->saved_project_id))
    return verdict;

  *message = _ ("The saved token was issued for another project. Go back and paste one for this "
                "project.");

  return HTAP_FORM_WARNING;
}

static char *
dup_region (HtapProjectFields *self)
{
  const char *region = htap_region_row_get_region (self->region_row);

  return region != NULL ? g_strdup (region) : dup_text (self, FIELD_REGION_ID);
}

/* An endpoint belongs to one region, and a region that is not known has none but what is typed. */
static void
show_endpoint (HtapProjectFields *self)
{
  const char *region = htap_region_row_get_region (self->region_row);
  const char *endpoint = region != NULL ? htap_regional_texts_get (self->endpoints, region) : NULL;

  if (region != NULL)
    set_text (self, FIELD_ENDPOINT, endpoint);
  adw_expander_row_set_expanded (self->advanced_row, region == NULL || endpoint != NULL);
}

static void
on_region_row_notify_selected (HtapProjectFields *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->rows[FIELD_REGION_ID]), is_other_region (self));
  htap_field_note_say (self->notes[FIELD_REGION_ID], HTAP_FORM_FINE, NULL);
  htap_field_note_say (self->notes[FIELD_ENDPOINT], HTAP_FORM_FINE, NULL);

  show_endpoint (self);
  g_signal_emit (self, signals[REGION_CHANGED], 0);
}

static void
on_add_button_clicked (HtapProjectFields *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

static void
htap_project_fields_finalize (GObject *object)
{
  HtapProjectFields *self = HTAP_PROJECT_FIELDS (object);

  htap_regional_texts_free (self->endpoints);
  g_free (self->saved_project_id);

  G_OBJECT_CLASS (htap_project_fields_parent_class)->finalize (object);
}

static void
bind_field (GtkWidgetClass *widget_class, Field field, const char *row, const char *note)
{
  gssize place = (gssize) (field * sizeof (gpointer));

  gtk_widget_class_bind_template_child_full (widget_class, row, FALSE,
                                             G_STRUCT_OFFSET (HtapProjectFields, rows) + place);
  gtk_widget_class_bind_template_child_full (widget_class, note, FALSE,
                                             G_STRUCT_OFFSET (HtapProjectFields, notes) + place);
}

static void
htap_project_fields_class_init (HtapProjectFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = htap_project_fields_finalize;

  signals[REGION_CHANGED] = g_signal_new ("region-changed", HTAP_TYPE_PROJECT_FIELDS,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ADD] = g_signal_new ("add", HTAP_TYPE_PROJECT_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);

  g_type_ensure (HTAP_TYPE_FIELD_NOTE);
  g_type_ensure (HTAP_TYPE_REGION_ROW);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-project-fields.ui");
  bind_field (widget_class, FIELD_REGION_ID, "region_id_row", "region_id_note");
  bind_field (widget_class, FIELD_PROJECT, "project_row", "project_note");
  bind_field (widget_class, FIELD_ENDPOINT, "endpoint_row", "endpoint_note");
  gtk_widget_class_bind_template_child (widget_class, HtapProjectFields, region_row);
  gtk_widget_class_bind_template_child (widget_class, HtapProjectFields, advanced_row);
  gtk_widget_class_bind_template_child (widget_class, HtapProjectFields, add_button);
  gtk_widget_class_bind_template_callback (widget_class, on_region_row_notify_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_add_button_clicked);
}

static void
htap_project_fields_init (HtapProjectFields *self)
{
  static const HtapFieldCheck checks[N_FIELDS] = {
    [FIELD_REGION_ID] = check_region_id,
    [FIELD_PROJECT] = check_project,
    [FIELD_ENDPOINT] = check_endpoint,
  };

  self->endpoints = htap_regional_texts_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  for (Field field = 0; field < N_FIELDS; field++)
    htap_field_note_watch (self->notes[field], GTK_WIDGET (self->rows[field]), checks[field], self);

  htap_compat_name_expander_row (self->advanced_row);
}

GtkWidget *
htap_project_fields_new (void)
{
  return g_object_new (HTAP_TYPE_PROJECT_FIELDS, NULL);
}

/**
 * htap_project_fields_load:
 * @edit: whose first project to show
 */
void
htap_project_fields_load (HtapProjectFields *self, const HtapProfileEdit *edit)
{
  const HtapRegionalId *project = htap_profile_edit_get_project (edit);
  guint n_regions;
  const HtapRegion *regions = htap_region_get_all (&n_regions);
  const char *region = project != NULL ? project->region : regions[0].id;

  g_return_if_fail (HTAP_IS_PROJECT_FIELDS (self));

  htap_regional_texts_free (self->endpoints);
  self->endpoints = htap_regional_texts_copy (edit->endpoints);
  set_text (self, FIELD_REGION_ID, project != NULL ? region : NULL);
  set_text (self, FIELD_PROJECT, project != NULL ? project->id : NULL);
  set_text (self, FIELD_ENDPOINT, htap_regional_texts_get (self->endpoints, region));
  htap_region_row_set_region (self->region_row, region);
  on_region_row_notify_selected (self);
}

/**
 * htap_project_fields_set_single:
 * @single: whether these are the fields of a token's one project; else those of one more
 * @saved_project_id: (nullable): what the stored token was issued for, if it stays
 */
void
htap_project_fields_set_single (HtapProjectFields *self,
                                gboolean single,
                                const char *saved_project_id)
{
  g_return_if_fail (HTAP_IS_PROJECT_FIELDS (self));

  self->single = single;
  g_free (self->saved_project_id);
  self->saved_project_id = g_strdup (saved_project_id);
  gtk_widget_set_visible (self->add_button, !single);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   single ? _ ("Project") : _ ("By Hand"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[FIELD_PROJECT]),
                                 single ? _ ("Project ID")
                                        : _ ("Project ID (found by itself if empty)"));
}

/**
 * htap_project_fields_check:
 *
 * Marks everything that is wrong.
 *
 * Returns: (transfer none) (nullable): the first row that cannot be used; %NULL if all can
 */
GtkWidget *
htap_project_fields_check (HtapProjectFields *self)
{
  GtkWidget *wrong = NULL;

  g_return_val_if_fail (HTAP_IS_PROJECT_FIELDS (self), NULL);

  for (Field field = 0; field < N_FIELDS; field++)
    if (htap_field_note_check (self->notes[field]) == HTAP_FORM_ERROR && wrong == NULL)
      wrong = GTK_WIDGET (self->rows[field]);
  if (wrong == GTK_WIDGET (self->rows[FIELD_ENDPOINT]))
    adw_expander_row_set_expanded (self->advanced_row, TRUE);

  return wrong;
}

/**
 * htap_project_fields_is_typed:
 *
 * Returns: whether a person wrote down a project, or a region that is not known
 */
gboolean
htap_project_fields_is_typed (HtapProjectFields *self)
{
  g_autofree char *project_id = NULL;

  g_return_val_if_fail (HTAP_IS_PROJECT_FIELDS (self), FALSE);

  project_id = dup_text (self, FIELD_PROJECT);

  return *project_id != '\0' || is_other_region (self);
}

/**
 * htap_project_fields_dup_project:
 *
 * Returns: (transfer full): the region and the project that are in the fields
 */
HtapRegionalId *
htap_project_fields_dup_project (HtapProjectFields *self)
{
  g_autofree char *region = NULL;
  g_autofree char *project_id = NULL;

  g_return_val_if_fail (HTAP_IS_PROJECT_FIELDS (self), NULL);

  region = dup_region (self);
  project_id = dup_text (self, FIELD_PROJECT);

  return htap_regional_id_new (region, project_id);
}

static void
remember_endpoint (HtapProjectFields *self)
{
  g_autofree char *region = dup_region (self);
  g_autofree char *endpoint = dup_text (self, FIELD_ENDPOINT);

  if (*region != '\0')
    htap_regional_texts_set (self->endpoints, region, *endpoint != '\0' ? endpoint : NULL);
}

/**
 * htap_project_fields_clear_project:
 *
 * It was taken into the list: the fields are for another one, and the region's endpoint is
 * remembered.
 */
void
htap_project_fields_clear_project (HtapProjectFields *self)
{
  guint n_regions;
  const HtapRegion *regions = htap_region_get_all (&n_regions);

  g_return_if_fail (HTAP_IS_PROJECT_FIELDS (self));

  remember_endpoint (self);
  set_text (self, FIELD_PROJECT, NULL);
  if (is_other_region (self))
    {
      set_text (self, FIELD_REGION_ID, NULL);
      set_text (self, FIELD_ENDPOINT, NULL);
      htap_region_row_set_region (self->region_row, regions[0].id);
    }
}

/**
 * htap_project_fields_get_endpoints:
 * @edit: gets the endpoints that were typed
 */
void
htap_project_fields_get_endpoints (HtapProjectFields *self, HtapProfileEdit *edit)
{
  g_return_if_fail (HTAP_IS_PROJECT_FIELDS (self));

  remember_endpoint (self);
  htap_regional_texts_free (edit->endpoints);
  edit->endpoints = htap_regional_texts_copy (self->endpoints);
}

/**
 * htap_project_fields_get_region:
 *
 * Returns: (transfer none) (nullable): id of the chosen region, if it is a known one
 */
const char *
htap_project_fields_get_region (HtapProjectFields *self)
{
  g_return_val_if_fail (HTAP_IS_PROJECT_FIELDS (self), NULL);

  return htap_region_row_get_region (self->region_row);
}
