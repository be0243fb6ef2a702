/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-commands.h"
#include "htap-cli-selection-private.h"
#include "htap-error-text.h"

#include <glib/gi18n-lib.h>

/* What the window kept of what was selected; nothing is asked. */

typedef struct
{
  GMainLoop *loop;
  GError *error; /* (nullable) */
} Wait;

static void
on_shown (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;

  htap_inventory_show_snapshots_finish (HTAP_INVENTORY (object), result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
show (HtapCliSelection *self)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Wait wait = { loop, NULL };
  const GError *problem;

  htap_inventory_show_snapshots_async (self->inventory, NULL, on_shown, &wait);
  g_main_loop_run (loop);
  g_clear_error (&wait.error);

  problem = htap_inventory_get_snapshots_error (self->inventory);
  if (problem != NULL)
    {
      g_autofree char *sentence = htap_error_text_dup_sentence (problem, NULL);

      htap_cli_complain ("%s\n", sentence);
    }
}

/* Returns: how many of the selected there is saved data of */
static guint
complain_of_missing (HtapCliSelection *self)
{
  guint n_saved = 0;

  for (guint i = 0; i < htap_cli_selection_get_n (self->sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);

      if (htap_source_get_as_of (source) != 0)
        n_saved++;
      else
        htap_cli_complain (_ ("%s: There is no saved data of it.\n"),
                           htap_source_get_shown_name (source));
    }

  return n_saved;
}

/* A project without a list has TaurusDB instances that nobody knows of. */
static guint
complain_of_unlisted (HtapCliSelection *self)
{
  guint n_unlisted = 0;

  for (guint i = 0; i < htap_cli_selection_get_n (self->discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery =
          g_list_model_get_item (G_LIST_MODEL (self->discoveries), i);

      if (htap_discovery_get_as_of (discovery) != 0)
        continue;

      n_unlisted++;
      /* Translators: the first %s is a profile, the second the id of a region. */
      htap_cli_complain (_ ("%s: There is no saved list of the TaurusDB instances in %s.\n"),
                         htap_profile_get_name (htap_discovery_get_profile (discovery)),
                         htap_discovery_get_region (discovery));
    }

  return n_unlisted;
}

/**
 * htap_cli_selection_read_saved:
 *
 * Takes what the window kept of the selected sources, with its age, and asks nobody; says on
 * standard error of which there is nothing.
 *
 * Returns: as htap_cli_selection_read()
 */
HtapExitStatus
htap_cli_selection_read_saved (HtapCliSelection *self)
{
  guint n_sources, n_saved, n_unlisted;

  show (self);
  htap_cli_selection_take_sources (self);
  htap_cli_selection_take_instances (self);

  n_sources = htap_cli_selection_get_n (self->sources);
  n_unlisted = self->taurus_ids == NULL ? complain_of_unlisted (self) : 0;
  if (n_sources == 0 && self->taurus_ids != NULL)
    return htap_cli_selection_complain_of_taurus_ids ();

  n_saved = complain_of_missing (self);
  if (n_saved == n_sources && n_unlisted == 0)
    return HTAP_EXIT_DONE;

  return n_saved > 0 ? HTAP_EXIT_PARTIAL : HTAP_EXIT_NOTHING;
}
