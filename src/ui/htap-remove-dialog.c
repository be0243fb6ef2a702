/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-remove-dialog.h"

#include "htap-compat.h"
#include "htap-safe-text.h"

/* A heading of a few lines at the most; two profiles differ sooner. */
#define MAX_CHARACTERS 100

#include <glib/gi18n-lib.h>

/**
 * htap_remove_dialog_confirm_async:
 * @parent: (nullable): the window that asks
 * @profile: what is to be removed
 *
 * Asks whether to remove a profile, and says what goes with it. Removing is the caller's.
 */
void
htap_remove_dialog_confirm_async (GtkWindow          *parent,
                                  HtapProfile        *profile,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autofree char *name = htap_safe_text_dup_cut (htap_profile_get_name (profile), MAX_CHARACTERS);
  /* Translators: %s is a profile's name. */
  g_autofree char *heading = g_strdup_printf (_ ("Remove “%s”?"), name);

  htap_compat_confirm_async (
      parent, heading,
      _ ("This also removes its credentials from the keyring and its saved data from this "
         "computer. Nothing changes in the cloud."),
      _ ("_Remove"), cancellable, callback, user_data);
}

/**
 * htap_remove_dialog_confirm_finish:
 *
 * Returns: whether to remove it; %FALSE with @error set if the question was cancelled from outside
 */
gboolean
htap_remove_dialog_confirm_finish (GAsyncResult *result, GError **error)
{
  return htap_compat_confirm_finish (result, error);
}
