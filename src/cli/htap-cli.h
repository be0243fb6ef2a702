/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HtapExitStatus:
 * @HTAP_EXIT_DONE: done
 * @HTAP_EXIT_FINDING: done, and a step of a test failed, or nobody has the address
 * @HTAP_EXIT_PARTIAL: some source failed; what was read is printed
 * @HTAP_EXIT_NOTHING: nothing could be read
 * @HTAP_EXIT_USAGE: the command line cannot be understood; as in sysexits.h
 *
 * The exit status; scripts rely on it.
 */
typedef enum {
  HTAP_EXIT_DONE = 0,
  HTAP_EXIT_FINDING = 1,
  HTAP_EXIT_PARTIAL = 2,
  HTAP_EXIT_NOTHING = 3,
  HTAP_EXIT_USAGE = 64,
} HtapExitStatus;

int htap_cli_run (int    argc,
                  char **argv);

G_END_DECLS
