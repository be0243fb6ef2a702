/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli.h"

#include "htap-cli-commands.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  HtapExitStatus (*run) (GStrv arguments);
  const char *summary;
} Command;

static const Command commands[] = {
  { "list", htap_cli_list, N_ ("Print the HTAP instances") },
  { "find-ip", htap_cli_find_ip, N_ ("Tell which instances have an address, and as what") },
  { "test", htap_cli_test, N_ ("Test whether profiles can read, step by step") },
  { "demo-server", htap_cli_demo_server, N_ ("Run a demo cloud on this computer until ended") },
};

static void
print_help (void)
{
  g_print ("%s\n", _ ("Usage: htap-inventory-cli COMMAND [OPTION…]"));
  g_print ("%s\n\n", _ ("Reads the HTAP instances of Huawei Cloud TaurusDB. It never changes "
                        "anything."));
  g_print ("%s\n", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-14s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("htap-inventory-cli COMMAND --help lists the options of a command."));
}

/**
 * htap_cli_complain:
 * @format: as for g_printerr()
 *
 * One line on standard error. Whatever names and messages are in it, it cannot drive a terminal.
 */
void
htap_cli_complain (const char *format, ...)
{
  g_autofree char *line = NULL;
  g_autofree char *safe = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  safe = htap_safe_text_dup (g_strchomp (line));
  g_printerr ("%s\n", safe);
}

static gboolean
parse_options (GOptionContext *context, GStrv *arguments)
{
  g_autoptr (GOptionContext) owned = context;
  g_autoptr (GError) error = NULL;

  g_option_context_set_translation_domain (owned, GETTEXT_PACKAGE);
  if (g_option_context_parse_strv (owned, arguments, &error))
    return TRUE;

  htap_cli_complain ("%s\n", error->message);

  return FALSE;
}

/**
 * htap_cli_parse:
 * @context: (transfer full): the options of a command
 * @arguments: (inout): the command line, the command first; options are taken out
 *
 * Returns: %FALSE with a message on standard error if there is anything that @context does not know
 */
gboolean
htap_cli_parse (GOptionContext *context, GStrv *arguments)
{
  if (!parse_options (context, arguments))
    return FALSE;
  if (g_strv_length (*arguments) <= 1)
    return TRUE;

  /* Translators: %s is a word of the command line. */
  htap_cli_complain (_ ("Unknown argument “%s”.\n"), (*arguments)[1]);

  return FALSE;
}

/**
 * htap_cli_parse_text:
 * @context: (transfer full): the options of a command
 * @arguments: (inout): the command line, the command first; options are taken out
 *
 * Returns: (transfer full) (nullable): the other words, which may well be one; %NULL with a message
 *   on standard error if there is an option that @context does not know
 */
char *
htap_cli_parse_text (GOptionContext *context, GStrv *arguments)
{
  return parse_options (context, arguments) ? g_strjoinv (" ", *arguments + 1) : NULL;
}

/**
 * htap_cli_run:
 *
 * Runs the command that the command line names. The caller has set the locale and bound the text
 * domain.
 *
 * Returns: the exit status
 */
int
htap_cli_run (int argc, char **argv)
{
  const char *name = argc > 1 ? argv[1] : "--help";

  /* Standard output holds the result alone, whatever G_MESSAGES_DEBUG asks for. */
  g_log_writer_default_set_use_stderr (TRUE);

  if (g_str_equal (name, "--version"))
    {
      g_print ("htap-inventory-cli %s\n", HTAP_VERSION);
      return HTAP_EXIT_DONE;
    }

  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    {
      print_help ();
      return argc > 1 ? HTAP_EXIT_DONE : HTAP_EXIT_USAGE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (name, commands[i].name))
      {
        g_auto (GStrv) arguments = g_strdupv (argv + 1);

        return commands[i].run (g_steal_pointer (&arguments));
      }

  htap_cli_complain (_ ("Unknown command “%s”. htap-inventory-cli --help lists the commands.\n"),
                     name);

  return HTAP_EXIT_USAGE;
}
