/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-settings.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>

/**
 * htap_settings_new:
 * @in_memory: keep changes to this process, as a demo does
 *
 * Returns: (transfer full): the window's settings
 */
GSettings *
htap_settings_new (gboolean in_memory)
{
  g_autoptr (GSettingsBackend) backend = NULL;

  if (!in_memory)
    return g_settings_new (HTAP_APPLICATION_ID);

  backend = g_memory_settings_backend_new ();

  return g_settings_new_with_backend (HTAP_APPLICATION_ID, backend);
}
