/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in-group-private.h"

#include "htap-compat.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (HtapSignInGroup, htap_sign_in_group, ADW_TYPE_PREFERENCES_GROUP)

/* Whether the keyring has what this method needs, though it may belong to somebody else. */
static gboolean
has_saved (HtapSignInGroup *self)
{
  return self->saved != NULL && htap_profile_get_sign_in (self->saved) == self->sign_in;
}

/* The user or the key is another one than that whose secret is saved. */
static gboolean
is_somebody_else (HtapSignInGroup *self)
{
  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    {
      const HtapSignInEntry *entry = &self->entries[i];
      g_autofree char *text = NULL;

      if (!htap_sign_in_entry_is_shown (entry) || htap_sign_in_field_is_secret (entry->field))
        continue;

      text = htap_sign_in_field_clean (entry->field, gtk_editable_get_text (entry->row));
      if (g_strcmp0 (text, entry->field->get (self->saved)) != 0)
        return TRUE;
    }

  return FALSE;
}

/* Secrets are saved together, so one that is new needs the others. */
static gboolean
has_new_secret (HtapSignInGroup *self)
{
  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    {
      const HtapSignInEntry *entry = &self->entries[i];

      if (htap_sign_in_entry_is_shown (entry) && htap_sign_in_field_is_secret (entry->field) &&
          (htap_sign_in_entry_is_entered (entry) || !htap_sign_in_entry_is_empty (entry)))
        return TRUE;
    }

  return FALSE;
}

static HtapFormVerdict
check_entry (const char *text, gpointer data, const char **message)
{
  const HtapSignInEntry *entry = data;
  HtapSignInGroup *self = entry->group;
  gboolean is_secret = htap_sign_in_field_is_secret (entry->field);
  gboolean falls_back =
      htap_sign_in_entry_is_entered (entry) ||
      (is_secret && has_saved (self) && !is_somebody_else (self) && !has_new_secret (self));
  HtapFormVerdict verdict;

  if (!htap_sign_in_entry_is_shown (entry))
    {
      *message = NULL;
      return HTAP_FORM_FINE;
    }

  verdict = htap_sign_in_field_check (entry->field, text, !falls_back && !entry->field->is_optional,
                                      message);
  if (verdict == HTAP_FORM_ERROR && is_secret && *text == '\0' && has_saved (self) &&
      entry->field->stays_behind != NULL && is_somebody_else (self))
    *message = _ (entry->field->stays_behind);

  return verdict;
}

static const char *
get_title (const HtapSignInEntry *entry)
{
  if (htap_sign_in_entry_is_entered (entry))
    return entry->field->entered_title;
  if (entry->field->saved_title != NULL && has_saved (entry->group) &&
      !is_somebody_else (entry->group))
    return entry->field->saved_title;

  return entry->field->title;
}

/**
 * htap_sign_in_group_show_titles:
 *
 * Says at each field whether there is something in it that is not shown.
 */
void
htap_sign_in_group_show_titles (HtapSignInGroup *self)
{
  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entries[i].row),
                                   _ (get_title (&self->entries[i])));
}

static const char *
get_keyring_sentence (HtapSignInGroup *self)
{
  if (self->session_only)
    return _ ("No keyring service is running. What you enter is forgotten when you quit.");

  switch (self->sign_in)
    {
    case HTAP_SIGN_IN_PASSWORD:
      return _ ("Your password will be kept in the keyring.");
    case HTAP_SIGN_IN_ACCESS_KEY:
      return _ ("Your secret access key will be kept in the keyring.");
    case HTAP_SIGN_IN_TOKEN:
    default:
      return _ ("The token is kept in the keyring.");
    }
}

static void
show_keyring_note (HtapSignInGroup *self)
{
  htap_field_note_say (self->keyring_note, self->session_only ? HTAP_FORM_WARNING : HTAP_FORM_FINE,
                       get_keyring_sentence (self));
}

static void
on_row_changed (HtapSignInGroup *self)
{
  htap_sign_in_group_show_titles (self);
}

static void
htap_sign_in_group_dispose (GObject *object)
{
  HtapSignInGroup *self = HTAP_SIGN_IN_GROUP (object);

  g_clear_object (&self->saved);

  G_OBJECT_CLASS (htap_sign_in_group_parent_class)->dispose (object);
}

static void
htap_sign_in_group_finalize (GObject *object)
{
  htap_credentials_unref (HTAP_SIGN_IN_GROUP (object)->entered);

  G_OBJECT_CLASS (htap_sign_in_group_parent_class)->finalize (object);
}

static void
htap_sign_in_group_class_init (HtapSignInGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_sign_in_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_sign_in_group_finalize;
}

static void
add_entry (HtapSignInGroup *self, HtapSignInEntry *entry, const HtapSignInField *field)
{
  gboolean is_secret = htap_sign_in_field_is_secret (field);
  GtkWidget *row =
      g_object_new (is_secret ? ADW_TYPE_PASSWORD_ENTRY_ROW : ADW_TYPE_ENTRY_ROW, "title",
                    _ (field->title), "activates-default", TRUE, "visible", FALSE, NULL);

  entry->group = self;
  entry->field = field;
  entry->row = GTK_EDITABLE (row);
  entry->note = HTAP_FIELD_NOTE (htap_field_note_new ());
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (entry->note));
  htap_field_note_watch (entry->note, row, check_entry, entry);

  if (is_secret)
    {
      htap_compat_name_password_row (ADW_PASSWORD_ENTRY_ROW (row));
      return;
    }

  adw_entry_row_set_input_hints (ADW_ENTRY_ROW (row),
                                 GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
}

static void
htap_sign_in_group_init (HtapSignInGroup *self)
{
  self->entered = htap_credentials_new ();
  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    add_entry (self, &self->entries[i], htap_sign_in_field_get (i));

  self->keyring_note = HTAP_FIELD_NOTE (htap_field_note_new ());
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->keyring_note));
  htap_sign_in_group_set_sign_in (self, HTAP_SIGN_IN_ACCESS_KEY);
}

GtkWidget *
htap_sign_in_group_new (void)
{
  return g_object_new (HTAP_TYPE_SIGN_IN_GROUP, NULL);
}

/**
 * htap_sign_in_group_fill_names:
 * @profile: (nullable): has what is no secret
 */
void
htap_sign_in_group_fill_names (HtapSignInGroup *self, HtapProfile *profile)
{
  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    {
      const HtapSignInEntry *entry = &self->entries[i];
      const char *text =
          profile != NULL && entry->field->get != NULL ? entry->field->get (profile) : NULL;

      gtk_editable_set_text (entry->row, text != NULL ? text : "");
    }
}

/**
 * htap_sign_in_group_load:
 * @profile: (nullable): whose method and names to show; %NULL for a new one
 * @is_saved: whether its secrets, which are not shown, are good enough where none is entered
 */
void
htap_sign_in_group_load (HtapSignInGroup *self, HtapProfile *profile, gboolean is_saved)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_GROUP (self));

  g_set_object (&self->saved, (is_saved ? profile : NULL));
  htap_sign_in_group_forget (self);
  htap_sign_in_group_fill_names (self, profile);
  htap_sign_in_group_set_sign_in (self, profile != NULL ? htap_profile_get_sign_in (profile)
                                                        : HTAP_SIGN_IN_ACCESS_KEY);
}

void
htap_sign_in_group_set_sign_in (HtapSignInGroup *self, HtapSignIn sign_in)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_GROUP (self));

  self->sign_in = sign_in;
  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->entries[i].row),
                              htap_sign_in_entry_is_shown (&self->entries[i]));
      htap_field_note_say (self->entries[i].note, HTAP_FORM_FINE, NULL);
    }
  htap_sign_in_group_show_titles (self);
  show_keyring_note (self);
}

/**
 * htap_sign_in_group_set_session_only:
 * @session_only: whether there is no keyring to keep secrets in
 */
void
htap_sign_in_group_set_session_only (HtapSignInGroup *self, gboolean session_only)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_GROUP (self));

  self->session_only = session_only;
  show_keyring_note (self);
}

/**
 * htap_sign_in_group_check:
 *
 * Marks everything that is wrong.
 *
 * Returns: (transfer none) (nullable): the first row that cannot be saved; %NULL if all can
 */
GtkWidget *
htap_sign_in_group_check (HtapSignInGroup *self)
{
  GtkWidget *wrong = NULL;

  g_return_val_if_fail (HTAP_IS_SIGN_IN_GROUP (self), NULL);

  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    if (htap_field_note_check (self->entries[i].note) == HTAP_FORM_ERROR && wrong == NULL)
      wrong = GTK_WIDGET (self->entries[i].row);

  return wrong;
}

/**
 * htap_sign_in_group_apply:
 * @profile: gets the method and its names; no secret
 */
void
htap_sign_in_group_apply (HtapSignInGroup *self, HtapProfile *profile)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_GROUP (self));

  htap_profile_set_sign_in (profile, self->sign_in);
  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    {
      const HtapSignInEntry *entry = &self->entries[i];
      g_autofree char *text = NULL;

      if (!htap_sign_in_entry_is_shown (entry) || entry->field->set == NULL)
        continue;

      text = htap_sign_in_field_clean (entry->field, gtk_editable_get_text (entry->row));
      entry->field->set (profile, text);
    }
}

/**
 * htap_sign_in_group_focus_secret:
 *
 * Moves the focus to the first secret of the method.
 */
void
htap_sign_in_group_focus_secret (HtapSignInGroup *self)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_GROUP (self));

  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    if (htap_sign_in_entry_is_shown (&self->entries[i]) &&
        htap_sign_in_field_is_secret (self->entries[i].field))
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->entries[i].row));
        return;
      }
}

/**
 * htap_sign_in_group_focus_missing:
 *
 * Moves the focus to the first field of the method that is neither filled in nor entered.
 */
void
htap_sign_in_group_focus_missing (HtapSignInGroup *self)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_GROUP (self));

  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    if (htap_sign_in_entry_is_shown (&self->entries[i]) &&
        htap_sign_in_entry_is_empty (&self->entries[i]) &&
        !htap_sign_in_entry_is_entered (&self->entries[i]))
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->entries[i].row));
        return;
      }
}
