/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-keyring-error.h"

#include "htap-error.h"

#include <libsecret/secret.h>

static GError *
translated (GQuark domain, int code)
{
  GError *error = g_error_new (domain, code, "words of somebody else");

  htap_keyring_error_translate (&error);

  return error;
}

static void
test_translate (void)
{
  const struct
  {
    GQuark domain;
    int code;
    int expected;
  } cases[] = {
    { SECRET_ERROR, SECRET_ERROR_IS_LOCKED, HTAP_ERROR_KEYRING_LOCKED },
    { SECRET_ERROR, SECRET_ERROR_PROTOCOL, HTAP_ERROR_KEYRING_UNAVAILABLE },
    { SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT, HTAP_ERROR_KEYRING_UNAVAILABLE },
    { G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN, HTAP_ERROR_KEYRING_UNAVAILABLE },
    { G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD, HTAP_ERROR_KEYRING_UNAVAILABLE },
    { G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY, HTAP_ERROR_KEYRING_UNAVAILABLE },
    { G_IO_ERROR, G_IO_ERROR_TIMED_OUT, HTAP_ERROR_KEYRING_UNAVAILABLE },
    { G_IO_ERROR, G_IO_ERROR_NOT_FOUND, HTAP_ERROR_KEYRING_UNAVAILABLE },
    { HTAP_ERROR, HTAP_ERROR_AUTH, HTAP_ERROR_AUTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = translated (cases[i].domain, cases[i].code);

      g_assert_error (error, HTAP_ERROR, cases[i].expected);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = translated (G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_service (void)
{
  const struct
  {
    GQuark domain;
    int code;
    gboolean expected;
  } cases[] = {
    { G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN, TRUE },
    { G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER, TRUE },
    { G_IO_ERROR, G_IO_ERROR_NOT_FOUND, TRUE },
    { G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, TRUE },
    { G_IO_ERROR, G_IO_ERROR_TIMED_OUT, FALSE },
    { G_IO_ERROR, G_IO_ERROR_CANCELLED, FALSE },
    { G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY, FALSE },
    { SECRET_ERROR, SECRET_ERROR_IS_LOCKED, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (cases[i].domain, cases[i].code, "");

      g_assert_cmpint (htap_keyring_error_is_no_service (error), ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/keyring-error/translate", test_translate);
  g_test_add_func ("/keyring-error/cancelled", test_cancelled);
  g_test_add_func ("/keyring-error/no-service", test_no_service);

  return g_test_run ();
}
