/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-form.h"

#include "htap-compat.h"
#include "htap-field-note.h"
#include "htap-id-list.h"
#include "htap-profile-edit.h"
#include "htap-profile-name.h"
#include "htap-region-row.h"
#include "htap-region.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The single entries, in the order of the form. */
typedef enum {
  FIELD_NAME,
  FIELD_REGION_ID,
  FIELD_PROJECT,
  FIELD_ENDPOINT,
  FIELD_TOKEN,
  N_FIELDS,
} Field;

struct _HtapProfileForm {
  AdwPreferencesPage   parent_instance;
  HtapProfile         *profile; /* (nullable): what is edited */
  char               **taken_names;
  char                *suggested_name; /* in the name field, unless a person wrote something else */

  GtkEditable         *rows[N_FIELDS];
  HtapFieldNote       *notes[N_FIELDS];
  HtapRegionRow       *region_row;
  HtapIdList          *taurus_ids;
  HtapFieldNote       *keyring_note;
  AdwPreferencesGroup *token_group;
  AdwExpanderRow      *advanced_row;
};

G_DEFINE_FINAL_TYPE (HtapProfileForm, htap_profile_form, ADW_TYPE_PREFERENCES_PAGE)

static const char *
get_text (HtapProfileForm *self, Field field)
{
  return gtk_editable_get_text (self->rows[field]);
}

static void
set_text (HtapProfileForm *self, Field field, const char *text)
{
  gtk_editable_set_text (self->rows[field], text != NULL ? text : "");
}

static gboolean
is_other_region (HtapProfileForm *self)
{
  return htap_region_row_get_region (self->region_row) == NULL;
}

static HtapFormVerdict
check_name (const char *text, gpointer data, const char **message)
{
  HtapProfileForm *self = data;

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

static HtapFormVerdict
check_project (const char *text, gpointer data, const char **message)
{
  return htap_form_check_id (HTAP_ID_PROJECT, text, TRUE, message);
}

/* A stored token that was issued for another project than the one in the form. */
static gboolean
token_is_for_another_project (HtapProfileForm *self)
{
  g_autoptr (HtapProfileEdit) edit = htap_profile_edit_new (self->profile);
  g_autofree char *project_id = g_strstrip (g_strdup (get_text (self, FIELD_PROJECT)));

  return edit->project_id != NULL && *project_id != '\0' &&
         !g_str_equal (edit->project_id, project_id);
}

static HtapFormVerdict
check_token (const char *text, gpointer data, const char **message)
{
  HtapProfileForm *self = data;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->token_group)))
    return HTAP_FORM_FINE;
  if (self->profile == NULL || *text != '\0' || !token_is_for_another_project (self))
    return htap_form_check_token (text, self->profile == NULL, message);

  *message = _ ("The saved token was issued for another project. Paste one for this project.");

  return HTAP_FORM_WARNING;
}

/* The region's name, for as long as nobody has written another one. */
static void
suggest_name (HtapProfileForm *self)
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
show_endpoint (HtapProfileForm *self)
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
on_region_row_notify_selected (HtapProfileForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->rows[FIELD_REGION_ID]), is_other_region (self));
  htap_field_note_say (self->notes[FIELD_REGION_ID], HTAP_FORM_FINE, NULL);
  htap_field_note_say (self->notes[FIELD_ENDPOINT], HTAP_FORM_FINE, NULL);

  show_endpoint (self);
  suggest_name (self);
}

static void
on_project_row_changed (HtapProfileForm *self)
{
  if (self->profile != NULL)
    htap_field_note_check (self->notes[FIELD_TOKEN]);
}

static gboolean
htap_profile_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HTAP_PROFILE_FORM (widget)->rows[FIELD_NAME]));
}

static void
htap_profile_form_finalize (GObject *object)
{
  HtapProfileForm *self = HTAP_PROFILE_FORM (object);

  g_clear_object (&self->profile);
  g_strfreev (self->taken_names);
  g_free (self->suggested_name);

  G_OBJECT_CLASS (htap_profile_form_parent_class)->finalize (object);
}

static void
bind_field (GtkWidgetClass *widget_class, Field field, const char *row, const char *note)
{
  gssize place = (gssize) (field * sizeof (gpointer));

  gtk_widget_class_bind_template_child_full (widget_class, row, FALSE,
                                             G_STRUCT_OFFSET (HtapProfileForm, rows) + place);
  gtk_widget_class_bind_template_child_full (widget_class, note, FALSE,
                                             G_STRUCT_OFFSET (HtapProfileForm, notes) + place);
}

static void
htap_profile_form_class_init (HtapProfileFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = htap_profile_form_finalize;
  widget_class->grab_focus = htap_profile_form_grab_focus;

  g_type_ensure (HTAP_TYPE_FIELD_NOTE);
  g_type_ensure (HTAP_TYPE_ID_LIST);
  g_type_ensure (HTAP_TYPE_REGION_ROW);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-profile-form.ui");
  bind_field (widget_class, FIELD_NAME, "name_row", "name_note");
  bind_field (widget_class, FIELD_REGION_ID, "region_id_row", "region_id_note");
  bind_field (widget_class, FIELD_PROJECT, "project_row", "project_note");
  bind_field (widget_class, FIELD_TOKEN, "token_row", "token_note");
  bind_field (widget_class, FIELD_ENDPOINT, "endpoint_row", "endpoint_note");
  gtk_widget_class_bind_template_child (widget_class, HtapProfileForm, region_row);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileForm, taurus_ids);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileForm, keyring_note);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileForm, token_group);
  gtk_widget_class_bind_template_child (widget_class, HtapProfileForm, advanced_row);
  gtk_widget_class_bind_template_callback (widget_class, on_region_row_notify_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_project_row_changed);
}

static void
htap_profile_form_init (HtapProfileForm *self)
{
  static const HtapFieldCheck checks[N_FIELDS] = {
    [FIELD_NAME] = check_name,         [FIELD_REGION_ID] = check_region_id,
    [FIELD_PROJECT] = check_project,   [FIELD_TOKEN] = check_token,
    [FIELD_ENDPOINT] = check_endpoint,
  };

  gtk_widget_init_template (GTK_WIDGET (self));

  for (Field field = 0; field < N_FIELDS; field++)
    htap_field_note_watch (self->notes[field], GTK_WIDGET (self->rows[field]), checks[field], self);

  htap_compat_name_password_row (ADW_PASSWORD_ENTRY_ROW (self->rows[FIELD_TOKEN]));
  htap_compat_name_expander_row (self->advanced_row);
  htap_profile_form_set_session_only (self, FALSE);
}

GtkWidget *
htap_profile_form_new (void)
{
  return g_object_new (HTAP_TYPE_PROFILE_FORM, NULL);
}

static void
load_token_field (HtapProfileForm *self)
{
  gboolean is_token =
      self->profile == NULL || htap_profile_get_sign_in (self->profile) == HTAP_SIGN_IN_TOKEN;

  gtk_widget_set_visible (GTK_WIDGET (self->token_group), is_token);
  set_text (self, FIELD_TOKEN, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[FIELD_TOKEN]),
                                 self->profile != NULL ? _ ("Token (saved, type to replace)")
                                                       : _ ("Token"));
}

/**
 * htap_profile_form_load:
 * @profile: (nullable): what to edit, %NULL for a new one. A token is never shown
 * @taken_names: (nullable): names that no profile but @profile may have
 */
void
htap_profile_form_load (HtapProfileForm *self, HtapProfile *profile, const char *const *taken_names)
{
  g_autoptr (HtapProfileEdit) edit = htap_profile_edit_new (profile);
  const char *const nothing[] = { NULL };
  guint n_regions;
  const HtapRegion *regions = htap_region_get_all (&n_regions);

  g_return_if_fail (HTAP_IS_PROFILE_FORM (self));

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
  load_token_field (self);

  htap_region_row_set_region (self->region_row,
                              edit->region != NULL ? edit->region : regions[0].id);
  on_region_row_notify_selected (self);
}

/**
 * htap_profile_form_check:
 *
 * Marks everything that is wrong and moves the focus to the first of it.
 *
 * Returns: whether it can be saved
 */
gboolean
htap_profile_form_check (HtapProfileForm *self)
{
  GtkWidget *first_wrong = NULL;

  g_return_val_if_fail (HTAP_IS_PROFILE_FORM (self), FALSE);

  for (Field field = 0; field < N_FIELDS; field++)
    {
      /* The list of ids stands above the token. */
      GtkWidget *wrong = field == FIELD_TOKEN ? htap_id_list_check (self->taurus_ids) : NULL;

      if (htap_field_note_check (self->notes[field]) == HTAP_FORM_ERROR && wrong == NULL)
        wrong = GTK_WIDGET (self->rows[field]);
      if (wrong != NULL && field == FIELD_ENDPOINT)
        adw_expander_row_set_expanded (self->advanced_row, TRUE);
      if (first_wrong == NULL)
        first_wrong = wrong;
    }

  if (first_wrong != NULL)
    gtk_widget_grab_focus (first_wrong);

  return first_wrong == NULL;
}

/**
 * htap_profile_form_dup_profile:
 *
 * Returns: (transfer full): a copy of the edited profile, or a new one, with what is in the form
 */
HtapProfile *
htap_profile_form_dup_profile (HtapProfileForm *self)
{
  g_autoptr (HtapProfileEdit) edit = g_new0 (HtapProfileEdit, 1);
  const char *region;

  g_return_val_if_fail (HTAP_IS_PROFILE_FORM (self), NULL);

  region = htap_region_row_get_region (self->region_row);
  edit->name = g_strdup (get_text (self, FIELD_NAME));
  edit->region = g_strstrip (g_strdup (region != NULL ? region : get_text (self, FIELD_REGION_ID)));
  edit->project_id = g_strstrip (g_strdup (get_text (self, FIELD_PROJECT)));
  edit->taurus_ids = htap_id_list_dup_ids (self->taurus_ids);
  edit->endpoint = g_strdup (get_text (self, FIELD_ENDPOINT));

  return htap_profile_edit_apply (edit, self->profile);
}

/**
 * htap_profile_form_dup_credentials:
 *
 * Returns: (transfer full) (nullable): the token that was typed; %NULL if none was
 */
HtapCredentials *
htap_profile_form_dup_credentials (HtapProfileForm *self)
{
  HtapCredentials *credentials;
  char *token;

  g_return_val_if_fail (HTAP_IS_PROFILE_FORM (self), NULL);

  token = htap_secret_clean (get_text (self, FIELD_TOKEN));
  if (token == NULL)
    return NULL;

  credentials = htap_credentials_new_token (token);
  explicit_bzero (token, strlen (token));
  g_free (token);

  return credentials;
}

/**
 * htap_profile_form_clear_token:
 *
 * Whatever is in an entry can be read over the accessibility bus, so a token stays no longer than
 * it must.
 */
void
htap_profile_form_clear_token (HtapProfileForm *self)
{
  g_return_if_fail (HTAP_IS_PROFILE_FORM (self));

  set_text (self, FIELD_TOKEN, NULL);
}

/**
 * htap_profile_form_restore_token:
 * @credentials: what htap_profile_form_dup_credentials() gave and nobody stored
 */
void
htap_profile_form_restore_token (HtapProfileForm *self, HtapCredentials *credentials)
{
  g_return_if_fail (HTAP_IS_PROFILE_FORM (self));

  set_text (self, FIELD_TOKEN, htap_credentials_get (credentials, HTAP_SECRET_TOKEN));
}

/**
 * htap_profile_form_focus_ids:
 *
 * Moves the focus to the first ID of a TaurusDB instance.
 */
void
htap_profile_form_focus_ids (HtapProfileForm *self)
{
  g_return_if_fail (HTAP_IS_PROFILE_FORM (self));

  gtk_widget_child_focus (GTK_WIDGET (self->taurus_ids), GTK_DIR_TAB_FORWARD);
}

/**
 * htap_profile_form_set_session_only:
 * @session_only: whether there is no keyring to keep the token in
 */
void
htap_profile_form_set_session_only (HtapProfileForm *self, gboolean session_only)
{
  g_return_if_fail (HTAP_IS_PROFILE_FORM (self));

  htap_field_note_say (
      self->keyring_note, session_only ? HTAP_FORM_WARNING : HTAP_FORM_FINE,
      session_only ? _ ("No keyring service is running. The token is forgotten when you quit.")
                   : _ ("The token is kept in the keyring."));
}
