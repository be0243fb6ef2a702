/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-application.h"
#include "htap-program.h"

#include <glib/gi18n-lib.h>

/* Which application it is, the demo or the real one, has to be known before GApplication reads the
 * command line. */
static gboolean
is_demo (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_strcmp0 (argv[i], "--demo") == 0)
      return TRUE;

  return FALSE;
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) environment = htap_program_dup_environment ();
  g_autoptr (HtapApplication) application = NULL;
  HtapLanguage language;
  int status;

  /* Before anything starts a thread. */
  htap_program_hide_secrets ();
  language = htap_language_load ();
  htap_language_apply (language);
  /* GTK would set the locale anew. */
  gtk_disable_setlocale ();
  bindtextdomain (GETTEXT_PACKAGE, HTAP_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = htap_application_new (is_demo (argc, argv), language, environment);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  if (htap_application_get_restarting (application))
    htap_program_start_over (environment);

  return status;
}
