/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-page.h"

#include "htap-field-note.h"
#include "htap-id-list.h"
#include "htap-profile-edit.h"
#include "htap-profile-name.h"
#include "htap-project-fields.h"
#include "htap-project-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _HtapProjectPage
{
  AdwPreferencesPage parent_instance;
  HtapProfile *profile; /* (nullable): what is edited or begun with */
  gboolean is_saved;    /* @profile, and its secrets with it */
  char **taken_names;
  gboolean single;      /* a token is of one project */
  char *suggested_name; /* in the name field, unless a person wrote something else */

  GtkEditable *name_row;
  HtapFieldNote *name_note;
  HtapProjectList *list;
  HtapProjectFields *fields;
  GtkSwitch *discover_switch;
  HtapIdList *taurus_ids;
};

G_DEFINE_FINAL_TYPE (HtapProjectPage, htap_project_page, ADW_TYPE_PREFERENCES_PAGE)

static HtapFormVerdict
check_name (const char *text, gpointer data, const char **message)
{
  HtapProjectPage *self = data;

  return htap_form_check_name (text, (const char *const *) self->taken_names, message);
}

static char *
dup_region (HtapProjectPage *self)
{
  g_autoptr (GPtrArray) chosen = htap_project_list_dup_chosen (self->list);

  if (self->single || chosen->len == 0)
    return g_strdup (htap_project_fields_get_region (self->fields));

  return g_strdup (((HtapRegionalId *) chosen->pdata[0])->region);
}

/* The region's name, for as long as nobody has written another one. */
static void
suggest_name (HtapProjectPage *self)
{
  g_autofree char *region = dup_region (self);
  const char *name = gtk_editable_get_text (self->name_row);

  if (*name != '\0' && g_strcmp0 (name, self->suggested_name) != 0)
    return;

  g_free (self->suggested_name);
  self->suggested_name =
      htap_profile_name_suggest (region, (const char *const *) self->taken_names);
  gtk_editable_set_text (self->name_row, self->suggested_name);
}

static void
on_list_changed (HtapProjectPage *self)
{
  suggest_name (self);
}

static void
on_fields_region_changed (HtapProjectPage *self)
{
  suggest_name (self);
}

/* Returns: (transfer none) (nullable): what is wrong with it */
static GtkWidget *
add_by_hand (HtapProjectPage *self)
{
  GtkWidget *wrong = htap_project_fields_check (self->fields);
  g_autoptr (HtapRegionalId) project = NULL;

  if (wrong != NULL)
    return wrong;

  project = htap_project_fields_dup_project (self->fields);
  htap_project_fields_clear_project (self->fields);
  htap_project_list_choose (self->list, project->region, project->id);

  return NULL;
}

static void
on_fields_add (HtapProjectPage *self)
{
  GtkWidget *wrong = add_by_hand (self);

  if (wrong != NULL)
    gtk_widget_grab_focus (wrong);
}

/* Those that are not found have to be named. */
static void
on_discover_switch_notify_active (HtapProjectPage *self)
{
  htap_id_list_set_required (self->taurus_ids, !gtk_switch_get_active (self->discover_switch));
}

static gboolean
htap_project_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HTAP_PROJECT_PAGE (widget)->name_row));
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
htap_project_page_class_init (HtapProjectPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = htap_project_page_finalize;
  widget_class->grab_focus = htap_project_page_grab_focus;

  g_type_ensure (HTAP_TYPE_FIELD_NOTE);
  g_type_ensure (HTAP_TYPE_ID_LIST);
  g_type_ensure (HTAP_TYPE_PROJECT_FIELDS);
  g_type_ensure (HTAP_TYPE_PROJECT_LIST);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-project-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapProjectPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, HtapProjectPage, name_note);
  gtk_widget_class_bind_template_child (widget_class, HtapProjectPage, list);
  gtk_widget_class_bind_template_child (widget_class, HtapProjectPage, fields);
  gtk_widget_class_bind_template_child (widget_class, HtapProjectPage, discover_switch);
  gtk_widget_class_bind_template_child (widget_class, HtapProjectPage, taurus_ids);
  gtk_widget_class_bind_template_callback (widget_class, on_list_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_fields_region_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_fields_add);
  gtk_widget_class_bind_template_callback (widget_class, on_discover_switch_notify_active);
}

static void
htap_project_page_init (HtapProjectPage *self)
{
  self->taken_names = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
  htap_field_note_watch (self->name_note, GTK_WIDGET (self->name_row), check_name, self);
}

GtkWidget *
htap_project_page_new (void)
{
  return g_object_new (HTAP_TYPE_PROJECT_PAGE, NULL);
}

/**
 * htap_project_page_load:
 * @profile: (nullable): what to edit or to begin with, %NULL for a new one
 * @is_saved: whether @profile is one of the profiles that there are
 * @taken_names: (nullable): names that no profile but @profile may have
 */
void
htap_project_page_load (HtapProjectPage *self,
                        HtapProfile *profile,
                        gboolean is_saved,
                        const char *const *taken_names)
{
  g_autoptr (HtapProfileEdit) edit = htap_profile_edit_new (profile);
  const char *const nothing[] = { NULL };

  g_return_if_fail (HTAP_IS_PROJECT_PAGE (self));

  g_set_object (&self->profile, profile);
  self->is_saved = is_saved;
  g_strfreev (self->taken_names);
  self->taken_names = g_strdupv ((char **) (taken_names != NULL ? taken_names : nothing));

  gtk_editable_set_text (self->name_row, edit->name != NULL ? edit->name : "");
  htap_project_list_set_chosen (self->list, edit->projects);
  htap_project_fields_load (self->fields, edit);
  htap_id_list_set_ids (self->taurus_ids, (const char *const *) edit->taurus_ids);
  gtk_switch_set_active (self->discover_switch,
                         profile == NULL || htap_profile_get_discover (profile));
  on_discover_switch_notify_active (self);
}

/**
 * htap_project_page_begin_with:
 * @profile: a new one, of which something is known already
 * @project_id: (nullable): of a project whose region is not known
 */
void
htap_project_page_begin_with (HtapProjectPage *self, HtapProfile *profile, const char *project_id)
{
  g_auto (GStrv) taken_names = NULL;

  g_return_if_fail (HTAP_IS_PROJECT_PAGE (self));

  taken_names = g_strdupv (self->taken_names);
  htap_project_page_load (self, profile, FALSE, (const char *const *) taken_names);
  if (project_id != NULL)
    htap_project_fields_set_project_id (self->fields, project_id);
}

static const char *
get_saved_project_id (HtapProjectPage *self)
{
  GPtrArray *projects = htap_profile_get_projects (self->profile);

  return projects->len > 0 ? ((HtapRegionalId *) projects->pdata[0])->id : NULL;
}

/**
 * htap_project_page_set_sign_in:
 * @signer: has what the first step found out; not changed from now on
 * @credentials: (nullable): the secrets that were entered; %NULL for those that are saved
 *
 * Offers the projects that the user may enter; a token has one, which has to be named.
 */
void
htap_project_page_set_sign_in (HtapProjectPage *self,
                               HtapInventory *inventory,
                               HtapProfile *signer,
                               HtapCredentials *credentials)
{
  gboolean token_stays = self->is_saved && credentials == NULL;

  g_return_if_fail (HTAP_IS_PROJECT_PAGE (self));

  self->single = htap_profile_get_sign_in (signer) == HTAP_SIGN_IN_TOKEN;
  htap_project_fields_set_single (self->fields, self->single,
                                  token_stays ? get_saved_project_id (self) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), !self->single);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self->taurus_ids),
      self->single
          ? _ ("By ID, such as those of a single node, which are not found. The console shows the ID "
               "on an instance’s page.")
          : _ ("By ID, such as those of a single node, which are not found. Write the region before "
               "the ID of one that is not in the first project: cn-east-3:…in07."));
  suggest_name (self);

  if (self->single)
    htap_project_list_stop (self->list);
  else
    htap_project_list_load (self->list, inventory, signer, credentials);
}

/**
 * htap_project_page_stop:
 *
 * Asks the cloud nothing more.
 */
void
htap_project_page_stop (HtapProjectPage *self)
{
  g_return_if_fail (HTAP_IS_PROJECT_PAGE (self));

  htap_project_list_stop (self->list);
}

/* An ID that names a region is in the region's own project, unless another is chosen there. */
static void
choose_regions_of_ids (HtapProjectPage *self)
{
  g_auto (GStrv) ids = htap_id_list_dup_ids (self->taurus_ids);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) chosen = htap_project_list_dup_chosen (self->list);
      g_autoptr (HtapRegionalId) id =
          strchr (ids[i], ':') != NULL ? htap_regional_id_parse (ids[i]) : NULL;

      if (id != NULL && htap_regional_ids_find (chosen, id->region) == NULL)
        htap_project_list_choose (self->list, id->region, "");
    }
}

/* What was written down but not added counts, too, and so does the region shown if nothing else is
 * chosen. */
static GtkWidget *
check_projects (HtapProjectPage *self)
{
  g_autoptr (GPtrArray) chosen = NULL;

  if (self->single)
    return htap_project_fields_check (self->fields);

  chosen = htap_project_list_dup_chosen (self->list);
  if (chosen->len == 0 || htap_project_fields_is_typed (self->fields))
    return add_by_hand (self);

  return NULL;
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
  GtkWidget *wrong_project, *wrong_id, *wrong = NULL;

  g_return_val_if_fail (HTAP_IS_PROJECT_PAGE (self), FALSE);

  if (htap_field_note_check (self->name_note) == HTAP_FORM_ERROR)
    wrong = GTK_WIDGET (self->name_row);
  wrong_project = check_projects (self);
  wrong_id = htap_id_list_check (self->taurus_ids);
  if (wrong == NULL)
    wrong = wrong_project != NULL ? wrong_project : wrong_id;
  if (wrong == NULL && !self->single)
    choose_regions_of_ids (self);
  if (wrong != NULL)
    gtk_widget_grab_focus (wrong);

  return wrong == NULL;
}

/**
 * htap_project_page_dup_profile:
 *
 * Returns: (transfer full): a copy of the edited profile, or a new one, with what is on the page
 */
HtapProfile *
htap_project_page_dup_profile (HtapProjectPage *self)
{
  g_autoptr (HtapProfileEdit) edit = NULL;
  HtapProfile *profile;

  g_return_val_if_fail (HTAP_IS_PROJECT_PAGE (self), NULL);

  edit = htap_profile_edit_new (self->profile);
  g_free (edit->name);
  edit->name = g_strdup (gtk_editable_get_text (self->name_row));
  if (self->single)
    {
      htap_profile_edit_set_project (edit, htap_project_fields_dup_project (self->fields));
    }
  else
    {
      g_ptr_array_unref (edit->projects);
      edit->projects = htap_project_list_dup_chosen (self->list);
    }
  g_strfreev (edit->taurus_ids);
  edit->taurus_ids = htap_id_list_dup_ids (self->taurus_ids);
  htap_project_fields_get_endpoints (self->fields, edit);

  profile = htap_profile_edit_apply (edit, self->profile);
  htap_profile_set_discover (profile, gtk_switch_get_active (self->discover_switch));

  return profile;
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
