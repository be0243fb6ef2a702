/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-progress.h"

#include "htap-format.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

/* Back to the beginning of the line, and what is there is gone: what every terminal understands. */
#define CLEAR_LINE "\r\033[K"

static char *
describe (HtapRefresh *refresh)
{
  guint done = htap_refresh_get_done (refresh);
  guint total = htap_refresh_get_total (refresh);
  gint64 held_until = htap_refresh_get_held_until (refresh);
  g_autofree char *time = held_until > 0 ? htap_format_clock (held_until) : NULL;

  if (time != NULL)
    /* Translators: %s is a time of day, then two numbers: how many were read, and of how many. */
    return g_strdup_printf (
        _ ("Huawei Cloud is limiting requests. Continuing at %s, %u of %u read."), time, done,
        total);

  if (total == 0)
    return g_strdup (_ ("Looking for TaurusDB instances…"));

  /* Translators: two numbers: how many were read, and of how many. */
  return g_strdup_printf (_ ("%u of %u TaurusDB instances read"), done, total);
}

static void
show (HtapRefresh *refresh)
{
  g_autofree char *line = describe (refresh);

  g_printerr (CLEAR_LINE "%s", line);
}

/**
 * htap_cli_progress_run:
 * @refresh: one that was begun
 *
 * Waits for its end. A person at a terminal sees meanwhile how far it is, in a line that is gone
 * afterwards.
 */
void
htap_cli_progress_run (HtapRefresh *refresh)
{
  gboolean is_watched = isatty (STDERR_FILENO) == 1;
  const char *const news[] = { "notify::done", "notify::total", "notify::held-until" };

  g_object_ref (refresh);
  for (guint i = 0; is_watched && i < G_N_ELEMENTS (news); i++)
    g_signal_connect (refresh, news[i], G_CALLBACK (show), NULL);
  if (is_watched)
    show (refresh);

  while (!htap_refresh_is_finished (refresh))
    g_main_context_iteration (NULL, TRUE);

  if (is_watched)
    {
      g_signal_handlers_disconnect_by_func (refresh, show, NULL);
      g_printerr (CLEAR_LINE);
    }
  g_object_unref (refresh);
}
