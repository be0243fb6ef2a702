/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-copy.h"

#include "htap-table.h"

#include <glib/gi18n-lib.h>

/* The sentences quote untrusted text: whoever shows one escapes it where that is needed. */

typedef const char *(*GetText) (HtapInstance *instance);

/* One line for each instance that has the text. */
static char *
join_lines (GListModel *instances, GetText get_text, guint *n_lines, char **sentence_for_one)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  *n_lines = 0;
  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);
      const char *text = get_text (instance);

      if (text == NULL)
        continue;

      if ((*n_lines)++ > 0)
        g_string_append_c (lines, '\n');
      else
        *sentence_for_one = htap_copy_value (instance, text);
      g_string_append (lines, text);
    }

  return *n_lines > 0 ? g_strdup (lines->str) : NULL;
}

/**
 * htap_copy_value:
 * @instance: whose value it is
 * @value: what was copied
 *
 * Returns: (transfer full): the sentence that says so
 */
char *
htap_copy_value (HtapInstance *instance, const char *value)
{
  const char *name = htap_instance_get_name (instance);

  if (g_strcmp0 (name, value) == 0)
    /* Translators: what was copied. */
    return g_strdup_printf (_ ("Copied %s"), value);

  /* Translators: what was copied, and the instance's name: "Copied 192.168.0.207 (htap-fjld)". */
  return g_strdup_printf (_ ("Copied %s (%s)"), value, name);
}

/**
 * htap_copy_private_ips:
 * @instances: of #HtapInstance
 * @sentence: (out) (transfer full): what to say of it
 *
 * Returns: (transfer full) (nullable): the private IP addresses of those that have one, a line
 *   each; %NULL if none has one
 */
char *
htap_copy_private_ips (GListModel *instances, char **sentence)
{
  g_autofree char *for_one = NULL;
  guint n_lines;
  char *text = join_lines (instances, htap_instance_get_private_ip, &n_lines, &for_one);

  if (n_lines == 0)
    *sentence = g_strdup (_ ("No private IP address to copy"));
  else if (n_lines == 1)
    *sentence = g_steal_pointer (&for_one);
  else
    *sentence = g_strdup_printf (
        ngettext ("Copied %u private IP address", "Copied %u private IP addresses", n_lines),
        n_lines);

  return text;
}

/**
 * htap_copy_ids:
 * @instances: of #HtapInstance
 * @sentence: (out) (transfer full): what to say of it
 *
 * Returns: (transfer full) (nullable): the instance ids, a line each; %NULL without instances
 */
char *
htap_copy_ids (GListModel *instances, char **sentence)
{
  g_autofree char *for_one = NULL;
  guint n_lines;
  char *text = join_lines (instances, htap_instance_get_id, &n_lines, &for_one);

  if (n_lines == 0)
    *sentence = g_strdup (_ ("No instance to copy"));
  else if (n_lines == 1)
    *sentence = g_steal_pointer (&for_one);
  else
    *sentence = g_strdup_printf (
        ngettext ("Copied %u instance ID", "Copied %u instance IDs", n_lines), n_lines);

  return text;
}

static char *
dup_titles (const HtapFieldIndex *columns, guint n_columns)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (titles, "%s%c", htap_field_get_label (htap_field_get (columns[i])),
                            i + 1 < n_columns ? '\t' : '\n');

  return g_string_free (g_steal_pointer (&titles), FALSE);
}

/**
 * htap_copy_rows:
 * @instances: of #HtapInstance
 * @columns: (array length=n_columns): the columns, in order
 * @with_titles: whether a line with the columns' titles comes first, as a person sees them
 * @sentence: (out) (transfer full): what to say of it
 *
 * Returns: (transfer full) (nullable): the rows as tab-separated values; %NULL without instances
 */
char *
htap_copy_rows (GListModel *instances,
                const HtapFieldIndex *columns,
                guint n_columns,
                gboolean with_titles,
                char **sentence)
{
  guint n_rows = g_list_model_get_n_items (instances);
  g_autofree char *titles = with_titles ? dup_titles (columns, n_columns) : NULL;
  g_autofree char *rows = NULL;

  if (n_rows == 0)
    {
      *sentence = g_strdup (_ ("No instance to copy"));
      return NULL;
    }

  *sentence = g_strdup_printf (ngettext ("Copied %u row", "Copied %u rows", n_rows), n_rows);

  rows = htap_table_format_tsv (instances, columns, n_columns, FALSE);

  return with_titles ? g_strconcat (titles, rows, NULL) : g_steal_pointer (&rows);
}
