/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-field-note.h"
#include "htap-sign-in-field.h"
#include "htap-sign-in-group.h"

G_BEGIN_DECLS

/* The parts that the group's files share: its fields, and the secrets that are in none of them. */
typedef struct {
  HtapSignInGroup *group;
  const HtapSignInField *field;
  GtkEditable *row;
  HtapFieldNote *note;
} HtapSignInEntry;

struct _HtapSignInGroup {
  AdwPreferencesGroup parent_instance;
  HtapProfile *saved;       /* (nullable): whose secrets are in the keyring */
  HtapCredentials *entered; /* what was taken out of the entries */
  HtapSignIn sign_in;
  gboolean session_only;

  HtapSignInEntry entries[HTAP_N_SIGN_IN_FIELDS];
  HtapFieldNote *keyring_note;
};

/* In htap-sign-in-group.c. */
void     htap_sign_in_group_fill_names  (HtapSignInGroup       *self,
                                         HtapProfile           *profile);
void     htap_sign_in_group_show_titles (HtapSignInGroup       *self);

/* In htap-sign-in-group-secrets.c. */
gboolean htap_sign_in_entry_is_shown    (const HtapSignInEntry *self);
gboolean htap_sign_in_entry_is_empty    (const HtapSignInEntry *self);
gboolean htap_sign_in_entry_is_entered  (const HtapSignInEntry *self);

G_END_DECLS
