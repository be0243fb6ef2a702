/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-cli.h"

G_BEGIN_DECLS

/* One function a command, each in a file of its own. @arguments is the command line after the
 * program's name, the command itself first. */
HtapExitStatus htap_cli_list        (GStrv  arguments);
HtapExitStatus htap_cli_find_ip     (GStrv  arguments);
HtapExitStatus htap_cli_test        (GStrv  arguments);
HtapExitStatus htap_cli_demo_server (GStrv  arguments);

gboolean       htap_cli_parse       (GOptionContext *context,
                                     GStrv          *arguments);
char          *htap_cli_parse_text  (GOptionContext *context,
                                     GStrv          *arguments);
void           htap_cli_complain    (const char     *format,
                                     ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
