/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in-group-private.h"

/* What becomes of a secret: it is typed into an entry, taken out of it, used and forgotten. */

/**
 * htap_sign_in_entry_is_shown:
 *
 * Returns: whether the chosen method asks for it
 */
gboolean
htap_sign_in_entry_is_shown (const HtapSignInEntry *self)
{
  return self->field->sign_in == self->group->sign_in;
}

/**
 * htap_sign_in_entry_is_empty:
 *
 * Returns: whether nothing is in it on the screen
 */
gboolean
htap_sign_in_entry_is_empty (const HtapSignInEntry *self)
{
  return *gtk_editable_get_text (self->row) == '\0';
}

/**
 * htap_sign_in_entry_is_entered:
 *
 * Returns: whether it is a secret that was taken already
 */
gboolean
htap_sign_in_entry_is_entered (const HtapSignInEntry *self)
{
  return htap_sign_in_field_is_secret (self->field) &&
         htap_credentials_get (self->group->entered, self->field->secret) != NULL;
}

/**
 * htap_sign_in_group_fill:
 * @profile: has the method and the names
 * @credentials: as if they had been entered; copied
 */
void
htap_sign_in_group_fill (HtapSignInGroup *self, HtapProfile *profile, HtapCredentials *credentials)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_GROUP (self));

  htap_sign_in_group_forget (self);
  htap_sign_in_group_fill_names (self, profile);
  htap_credentials_unref (self->entered);
  self->entered = htap_credentials_copy (credentials);
  htap_sign_in_group_set_sign_in (self, htap_profile_get_sign_in (profile));
}

/**
 * htap_sign_in_group_take_secrets:
 *
 * Takes what was typed out of the entries and keeps it apart from them. To be called after a check
 * that found nothing wrong.
 */
void
htap_sign_in_group_take_secrets (HtapSignInGroup *self)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_GROUP (self));

  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    {
      const HtapSignInEntry *entry = &self->entries[i];
      char *secret;

      if (!htap_sign_in_entry_is_shown (entry) || !htap_sign_in_field_is_secret (entry->field) ||
          htap_sign_in_entry_is_empty (entry))
        continue;

      secret = htap_sign_in_field_clean (entry->field, gtk_editable_get_text (entry->row));
      htap_credentials_set (self->entered, entry->field->secret, secret);
      htap_secret_free (secret);
      gtk_editable_set_text (entry->row, "");
      htap_field_note_say (entry->note, HTAP_FORM_FINE, NULL);
    }
  htap_sign_in_group_show_titles (self);
}

/**
 * htap_sign_in_group_forget:
 *
 * Forgets every secret that was typed or taken.
 */
void
htap_sign_in_group_forget (HtapSignInGroup *self)
{
  g_return_if_fail (HTAP_IS_SIGN_IN_GROUP (self));

  htap_credentials_unref (self->entered);
  self->entered = htap_credentials_new ();
  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    if (htap_sign_in_field_is_secret (self->entries[i].field))
      gtk_editable_set_text (self->entries[i].row, "");
}

/**
 * htap_sign_in_group_dup_credentials:
 *
 * Returns: (transfer full) (nullable): the secrets of the chosen method that were taken; %NULL if
 *   there are none, so that those in the keyring stay
 */
HtapCredentials *
htap_sign_in_group_dup_credentials (HtapSignInGroup *self)
{
  g_autoptr (HtapCredentials) credentials = htap_credentials_new ();

  g_return_val_if_fail (HTAP_IS_SIGN_IN_GROUP (self), NULL);

  for (guint i = 0; i < HTAP_N_SIGN_IN_FIELDS; i++)
    if (htap_sign_in_entry_is_shown (&self->entries[i]) &&
        htap_sign_in_entry_is_entered (&self->entries[i]))
      htap_credentials_set (credentials, self->entries[i].field->secret,
                            htap_credentials_get (self->entered, self->entries[i].field->secret));

  return htap_credentials_is_empty (credentials) ? NULL : g_steal_pointer (&credentials);
}
