/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-page.h"

#include "htap-compat.h"
#include "htap-field-note.h"
#include "htap-id-list.h"
#include "htap-profile-edit.h"
#include "htap-profile-name.h"
#include "htap-region-row.h"
#include "htap-region.h"

#include <glib/gi18n-lib.h>

/* The single entries, in the order of the form. */
typedef enum {
  FIELD_NAME,
  FIELD_REGION_ID,
  FIELD_PROJECT,
  FIELD_ENDPOINT,
  N_FIELDS,
} Field;

struct _HtapProjectPage {
  AdwPreferencesPage   parent_instance;
  HtapProfile         *profile; /* (nullable): what is edited */
  char               **taken_names;
  HtapSignIn           sign_in;
  gboolean             token_stays;    /* no new one was entered for that of @profile */
  char                *suggested_name; /* in the name field, unless a person wrote something else */

  GtkEditable         *rows[N_FIELDS];
  HtapFieldNote       *notes[N_FIELDS];
  HtapRegionRow       *region_row;
  HtapIdList          *taurus_ids;
  AdwExpanderRow      *advanced_row;
};

G_DEFINE_FINAL_TYPE (HtapProjectPage, htap_project_page, ADW_TYPE_PREFERENCES_PAGE)

static const char *
get_text (HtapProjectPage *self, Field field)
{
  return gtk_editable_get_text (self->rows[field]);
}

static void
set_text (HtapProjectPage *self, Field field, const char *text)
{
  gtk_editable_set_text (self->rows[field], text != NULL ? text : "");
}

static gboolean
is_other_region (HtapProjectPage *self)
{
  return htap_region_row_get_region (self->region_row) == NULL;
}

static HtapFormVerdict
check_name (const char *text, gpointer data, const char **message)
{
  HtapProjectPage *self = data;

  return htap_form_check_name (text, (const char *const *) self->taken_names, message);
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

/* A stored token that was issued for another project than the one in the form. */
static gboolean
token_is_for_another_project (HtapProjectPage *self, const char *project_id)
{
  g_autoptr (HtapProfileEdit) edit = htap_profile_edit_new (self->profile);
  g_autofree char *stripped = g_strstrip (g_strdup (project_id));

  return self->token_stays && edit->project_id != NULL && *stripped != '\0' &&
         !g_str_equal (edit->project_id, stripped);
}

/* A token is of one project; any other sign-in finds that of the region. */
static HtapFormVerdict
check_project (const char *text, gpointer data, const char **message)
{
  HtapProjectPage *self = data;
  HtapFormVerdict verdict =
      htap_form_check_id (HTAP_ID_PROJECT, text, self->sign_in == HTAP_SIGN_IN_TOKEN, message);

  if (verdict == HTAP_FORM_ERROR || !token_is_for_another_project (self, text))
    return verdict;

  *message = _ ("The saved token was issued for another project. Go back and paste one for this "
                "project.");

  return HTAP_FORM_WARNING;
}

/* The region's name, for as long as nobody has written another one. */
static void
suggest_name (HtapProjectPage *self)
{
  const char *region = htap_region_row_get_region (self->region_row);
  const char *name = get_text (self, FIELD_NAME);

  if (*name != '\0' && g_strcmp0 (name, self->suggested_name) != 0)
    return;

  g_free (self->suggested_name);
  self->suggested_name =
      htap_profile_name_suggest (region, (const char *const *) self->taken_names);
  set_text (self, FIELD_NAME, self->suggested_name);
}

/* An endpoint belongs to one region, and a region that is not known has none but what is typed. */
static void
show_endpoint (HtapProjectPage *self)
{
  const char *region = htap_region_row_get_region (self->region_row);
  const char *endpoint = region != NULL && self->profile != NULL
                             ? htap_profile_get_endpoint (self->profile, region)
                             : NULL;

  if (region != NULL)
    set_text (self, FIELD_ENDPOINT, endpoint);
  adw_expander_row_set_expanded (self->advanced_row, region == NULL || endpoint != NULL);
}

static void
on_region_row_notify_selected (HtapProjectPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->rows[FIELD_REGION_ID]), is_other_region (self));
  htap_field_note_say (self->notes[FIELD_REGION_ID], HTAP_FORM_FINE, NULL);
  htap_field_note_say (self->notes[FIELD_ENDPOINT], HTAP_FORM_FINE, NULL);

  show_endpoint (self);
  suggest_name (self);
}

static gboolean
htap_project_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HTAP_PROJECT_PAGE (widget)->rows[FIELD_NAME]));
}

static void
htap_project_page_finalize (GObject *object)
{
  HtapProjectPage *self = HTAP_PROJECT_PAGE (object);

  g_clear_object (&self->profile);
  g_strfreev (self->taken_names);
  g_free (self->suggested_name);

  G_OBJECT_CLASS (htap_project_page_parent_class)->finalize (object);
}

static void
bind_field (GtkWidgetClass *widget_class, Field field, const char *row, const char *note)
{
  gssize place = (gssize) (field * sizeof (gpointer));

  gtk_widget_class_bind_template_child_full (widget_class, row, FALSE,
                                             G_STRUCT_OFFSET (HtapProjectPage, rows) + place);
  gtk_widget_class_bind_template_child_full (widget_class, note, FALSE,
                                             G_STRUCT_OFFSET (HtapProjectPage, notes) + place);
}

static void
htap_project_page_class_init (HtapProjectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = htap_project_page_finalize;
  widget_class->grab_focus = htap_project_page_grab_focus;

  g_type_ensure (HTAP_TYPE_FIELD_NOTE);
  g_type_ensure (HTAP_TYPE_ID_LIST);
  g_type_ensure (HTAP_TYPE_REGION_ROW);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-project-page.ui");
  bind_field (widget_class, FIELD_NAME, "name_row", "name_note");
  bind_field (widget_class, FIELD_REGION_ID, "region_id_row", "region_id_note");
  bind_field (widget_class, FIELD_PROJECT, "project_row", "project_note");
  bind_field (widget_class, FIELD_ENDPOINT, "endpoint_row", "endpoint_note");
  gtk_widget_class_bind_template_child (widget_class, HtapProjectPage, region_row);
  gtk_widget_class_bind_template_child (widget_class, HtapProjectPage, taurus_ids);
  gtk_widget_class_bind_template_child (widget_class, HtapProjectPage, advanced_row);
  gtk_widget_class_bind_template_callback (widget_class, on_region_row_notify_selected);
}

static void
htap_project_page_init (HtapProjectPage *self)
{
  static const HtapFieldCheck checks[N_FIELDS] = {
    [FIELD_NAME] = check_name,         [FIELD_REGION_ID] = check_region_id,
    [FIELD_PROJECT] = check_project,   [FIELD_ENDPOINT] = check_endpoint,
  };

  gtk_widget_init_template (GTK_WIDGET (self));

  for (Field field = 0; field < N_FIELDS; field++)
    htap_field_note_watch (self->notes[field], GTK_WIDGET (self->rows[field]), checks[field], self);

  htap_compat_name_expander_row (self->advanced_row);
}

GtkWidget *
htap_project_page_new (void)
{
  return g_object_new (HTAP_TYPE_PROJECT_PAGE, NULL);
}

/**
 * htap_project_page_load:
 * @profile: (nullable): what to edit, %NULL for a new one
 * @taken_names: (nullable): names that no profile but @profile may have
 */
void
htap_project_page_load (HtapProjectPage *self, HtapProfile *profile, const char *const *taken_names)
{
  g_autoptr (HtapProfileEdit) edit = htap_profile_edit_new (profile);
  const char *const nothing[] = { NULL };
  guint n_regions;
  const HtapRegion *regions = htap_region_get_all (&n_regions);

  g_return_if_fail (HTAP_IS_PROJECT_PAGE (self));

  g_set_object (&self->profile, profile);
  g_strfreev (self->taken_names);
  self->taken_names = g_strdupv ((char **) (taken_names != NULL ? taken_names : nothing));

  set_text (self, FIELD_NAME, edit->name);
  set_text (self, FIELD_REGION_ID, edit->region);
  set_text (self, FIELD_ENDPOINT, edit->endpoint);
  set_text (self, FIELD_PROJECT, edit->project_id);
  htap_id_list_set_ids (self->taurus_ids, (const char *const *) edit->taurus_ids);
  htap_id_list_set_required (self->taurus_ids,
                             profile == NULL || !htap_profile_get_discover (profile));

  htap_region_row_set_region (self->region_row,
                              edit->region != NULL ? edit->region : regions[0].id);
  on_region_row_notify_selected (self);
}

/**
 * htap_project_page_set_sign_in:
 * @sign_in: how the profile signs in
 * @token_stays: whether its token is the one that is stored already
 */
void
htap_project_page_set_sign_in (HtapProjectPage *self, HtapSignIn sign_in, gboolean token_stays)
{
  gboolean is_token = sign_in == HTAP_SIGN_IN_TOKEN;

  g_return_if_fail (HTAP_IS_PROJECT_PAGE (self));

  self->sign_in = sign_in;
  self->token_stays = is_token && token_stays;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[FIELD_PROJECT]),
                                 is_token ? _ ("Project ID")
                                          : _ ("Project ID (found by itself if empty)"));
}

/**
 * htap_project_page_check:
 *
 * Marks everything that is wrong and moves the focus to the first of it.
 *
 * Returns: whether it can be saved
 */
gboolean
htap_project_page_check (HtapProjectPage *self)
{
  GtkWidget *first_wrong = NULL;
  GtkWidget *wrong_id;

  g_return_val_if_fail (HTAP_IS_PROJECT_PAGE (self), FALSE);

  for (Field field = 0; field < N_FIELDS; field++)
    if (htap_field_note_check (self->notes[field]) == HTAP_FORM_ERROR && first_wrong == NULL)
      first_wrong = GTK_WIDGET (self->rows[field]);

  wrong_id = htap_id_list_check (self->taurus_ids);
  if (first_wrong == NULL)
    first_wrong = wrong_id;
  if (first_wrong == GTK_WIDGET (self->rows[FIELD_ENDPOINT]))
    adw_expander_row_set_expanded (self->advanced_row, TRUE);
  if (first_wrong != NULL)
    gtk_widget_grab_focus (first_wrong);

  return first_wrong == NULL;
}

/**
 * htap_project_page_dup_profile:
 *
 * Returns: (transfer full): a copy of the edited profile, or a new one, with what is in the form
 */
HtapProfile *
htap_project_page_dup_profile (HtapProjectPage *self)
{
  g_autoptr (HtapProfileEdit) edit = g_new0 (HtapProfileEdit, 1);
  const char *region;

  g_return_val_if_fail (HTAP_IS_PROJECT_PAGE (self), NULL);

  region = htap_region_row_get_region (self->region_row);
  edit->name = g_strdup (get_text (self, FIELD_NAME));
  edit->region = g_strstrip (g_strdup (region != NULL ? region : get_text (self, FIELD_REGION_ID)));
  edit->project_id = g_strstrip (g_strdup (get_text (self, FIELD_PROJECT)));
  edit->taurus_ids = htap_id_list_dup_ids (self->taurus_ids);
  edit->endpoint = g_strdup (get_text (self, FIELD_ENDPOINT));

  return htap_profile_edit_apply (edit, self->profile);
}

/**
 * htap_project_page_focus_ids:
 *
 * Moves the focus to the first ID of a TaurusDB instance.
 */
void
htap_project_page_focus_ids (HtapProjectPage *self)
{
  g_return_if_fail (HTAP_IS_PROJECT_PAGE (self));

  gtk_widget_child_focus (GTK_WIDGET (self->taurus_ids), GTK_DIR_TAB_FORWARD);
}
