/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring-error.h"

#include "htap-error.h"

#include <libsecret/secret.h>

/**
 * htap_keyring_error_set_locked:
 * @error: (out): %HTAP_ERROR_KEYRING_LOCKED
 */
void
htap_keyring_error_set_locked (GError **error)
{
  htap_error_set (error, HTAP_ERROR_KEYRING_LOCKED, NULL, "The keyring is locked");
}

/**
 * htap_keyring_error_is_no_service:
 * @error: what connecting failed with, not translated
 *
 * Returns: whether there is no bus, or nothing on it that could hold secrets; not so if something
 *   is there and does not answer
 */
gboolean
htap_keyring_error_is_no_service (const GError *error)
{
  if (error->domain == G_IO_ERROR)
    return error->code != G_IO_ERROR_CANCELLED && error->code != G_IO_ERROR_TIMED_OUT;

  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER);
}

/**
 * htap_keyring_error_translate:
 * @error: (inout): an error of libsecret, D-Bus or GIO; becomes one of #HtapError, but for
 *   %G_IO_ERROR_CANCELLED, which stays
 *
 * Whatever else can go wrong with the Secret Service (no bus, no service, no keyring in it, no
 * answer) means the same to people: it cannot be used now.
 */
void
htap_keyring_error_translate (GError **error)
{
  g_autoptr (GError) foreign = g_steal_pointer (error);

  if (foreign->domain == HTAP_ERROR || g_error_matches (foreign, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      *error = g_steal_pointer (&foreign);
      return;
    }

  if (g_error_matches (foreign, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    {
      htap_keyring_error_set_locked (error);
      return;
    }

  g_dbus_error_strip_remote_error (foreign);
  htap_error_set (error, HTAP_ERROR_KEYRING_UNAVAILABLE, NULL, "The keyring cannot be used: %s",
                  foreign->message);
}
