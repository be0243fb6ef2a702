/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-columns.h"

#include "htap-cli-commands.h"

#include <glib/gi18n-lib.h>

/**
 * htap_cli_columns_add_option:
 * @ids: (inout) (nullable): gets what follows `--columns`; outlives the parsing
 */
void
htap_cli_columns_add_option (char **ids, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "columns", 'c', 0, G_OPTION_ARG_STRING, ids,
      N_ ("Print these fields, by their IDs with commas between them"), N_ ("ID,…") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static void
complain (const char *id)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "",
                            htap_field_get_id (htap_field_get (i)));

  /* Translators: the second %s is a list of words of the command line. */
  htap_cli_complain (_ ("Unknown column “%s”. There are: %s\n"), id, known->str);
}

/**
 * htap_cli_columns_read:
 * @ids: what followed `--columns`
 *
 * Returns: (transfer full) (nullable) (element-type HtapFieldIndex): the fields, in order; %NULL
 *   with a message on standard error that lists the ids, if one is unknown
 */
GArray *
htap_cli_columns_read (const char *ids)
{
  g_auto (GStrv) words = g_strsplit (*ids != '\0' ? ids : " ", ",", -1);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (HtapFieldIndex));

  for (guint i = 0; words[i] != NULL; i++)
    {
      const HtapField *field = htap_field_find (g_strstrip (words[i]));
      HtapFieldIndex index;

      if (field == NULL)
        {
          complain (words[i]);
          return NULL;
        }

      index = htap_field_get_index (field);
      g_array_append_val (columns, index);
    }

  return g_steal_pointer (&columns);
}
