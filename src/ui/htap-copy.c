/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-copy.h"

#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* The sentences quote untrusted text: whoever shows one escapes it where that is needed. */

typedef const char *(*GetText) (HtapInstance *instance);

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

static void
append (GString *lines,
        guint *n_lines,
        const char *separator,
        HtapInstance *instance,
        const char *text,
        char **sentence_for_one)
{
  if ((*n_lines)++ > 0)
    g_string_append (lines, separator);
  else
    *sentence_for_one = htap_copy_value (instance, text);
  g_string_append (lines, text);
}

static void
append_line (GString *lines,
             guint *n_lines,
             HtapInstance *instance,
             const char *text,
             char **sentence_for_one)
{
  append (lines, n_lines, "\n", instance, text, sentence_for_one);
}

/* What the instances have that have the text. */
static char *
join (GListModel *instances,
      GetText get_text,
      const char *separator,
      guint *n_lines,
      char **sentence_for_one)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  *n_lines = 0;
  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);
      const char *text = get_text (instance);

      if (text != NULL)
        append (lines, n_lines, separator, instance, text, sentence_for_one);
    }

  return *n_lines > 0 ? g_strdup (lines->str) : NULL;
}

/**
 * htap_copy_private_ips:
 * @instances: of #HtapInstance
 * @separator: what stands between them: "\n" or ","
 * @sentence: (out) (transfer full): what to say of it
 *
 * Returns: (transfer full) (nullable): the private IP addresses of those that have one; %NULL if
 *   none has one
 */
char *
htap_copy_private_ips (GListModel *instances, const char *separator, char **sentence)
{
  g_autofree char *for_one = NULL;
  guint n_lines;
  char *text = join (instances, htap_instance_get_private_ip, separator, &n_lines, &for_one);

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
  char *text = join (instances, htap_instance_get_id, "\n", &n_lines, &for_one);

  if (n_lines == 0)
    *sentence = g_strdup (_ ("No instance to copy"));
  else if (n_lines == 1)
    *sentence = g_steal_pointer (&for_one);
  else
    *sentence = g_strdup_printf (
        ngettext ("Copied %u instance ID", "Copied %u instance IDs", n_lines), n_lines);

  return text;
}

/**
 * htap_copy_column:
 * @instances: of #HtapInstance
 * @field: the column
 * @sentence: (out) (transfer full): what to say of it
 *
 * Returns: (transfer full) (nullable): the values of those that have one, as a person sees them, a
 *   line each; %NULL if none has one
 */
char *
htap_copy_column (GListModel *instances, const HtapField *field, char **sentence)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *for_one = NULL;
  const char *label = htap_field_get_label (field);
  guint n_lines = 0;

  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);
      g_autofree char *shown = htap_field_dup_shown (field, instance);
      g_autofree char *line = htap_safe_text_dup (shown);

      if (line != NULL)
        append_line (lines, &n_lines, instance, line, &for_one);
    }

  if (n_lines == 0)
    /* Translators: %s is the title of a column. */
    *sentence = g_strdup_printf (_ ("No “%s” to copy"), label);
  else if (n_lines == 1)
    *sentence = g_steal_pointer (&for_one);
  else
    *sentence =
        /* Translators: %s is the title of a column. */
        g_strdup_printf (ngettext ("Copied %u value of “%s”", "Copied %u values of “%s”", n_lines),
                         n_lines, label);

  return n_lines > 0 ? g_strdup (lines->str) : NULL;
}

/**
 * htap_copy_connections:
 * @instances: of #HtapInstance
 * @form: for whom they are
 * @sentence: (out) (transfer full): what to say of it
 *
 * Returns: (transfer full) (nullable): the connection strings of those that can be connected to, a
 *   line each; %NULL if none can
 */
char *
htap_copy_connections (GListModel *instances, HtapConnectionForm form, char **sentence)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *for_one = NULL;
  guint n_lines = 0;

  for (guint i = 0; i < g_list_model_get_n_items (instances); i++)
    {
      g_autoptr (HtapInstance) instance = g_list_model_get_item (instances, i);
      g_autofree char *line =
          htap_connection_string_dup (htap_instance_get_record (instance), form);

      if (line != NULL)
        append_line (lines, &n_lines, instance, line, &for_one);
    }

  if (n_lines == 0)
    *sentence = g_strdup (_ ("No address to connect to"));
  else if (n_lines == 1)
    *sentence = g_steal_pointer (&for_one);
  else
    *sentence = g_strdup_printf (
        ngettext ("Copied %u connection string", "Copied %u connection strings", n_lines), n_lines);

  return n_lines > 0 ? g_strdup (lines->str) : NULL;
}

/**
 * htap_copy_rows:
 * @format: what they are written in
 * @rows: the columns and rows, as shown
 * @sentence: (out) (transfer full): what to say of it
 *
 * Returns: (transfer full) (nullable): the rows; %NULL without instances
 */
char *
htap_copy_rows (HtapRowFormat format, const HtapRows *rows, char **sentence)
{
  guint n_rows = g_list_model_get_n_items (rows->instances);

  if (n_rows == 0)
    {
      *sentence = g_strdup (_ ("No instance to copy"));
      return NULL;
    }

  if (format == HTAP_ROW_FORMAT_TSV)
    *sentence = g_strdup_printf (ngettext ("Copied %u row", "Copied %u rows", n_rows), n_rows);
  else
    *sentence =
        /* Translators: %s is the name of a format: CSV, JSON, Markdown. */
        g_strdup_printf (ngettext ("Copied %u row as %s", "Copied %u rows as %s", n_rows), n_rows,
                         htap_row_format_get_name (format));

  return htap_row_format_write (format, rows, g_get_real_time () / G_USEC_PER_SEC);
}
