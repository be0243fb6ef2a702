/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-window-private.h"
#include "htap-window-test.h"

G_BEGIN_DECLS

/**
 * HtapWindowFixture:
 * @demo: what the window shows; nothing is read yet
 * @settings: in memory
 * @watches: what the window's "Notify When Available" fills
 * @window: (nullable): on the screen
 *
 * The whole window, in the application that the process has.
 */
typedef struct {
  HtapTestDemo *demo;
  GSettings    *settings;
  HtapWatchList *watches;
  HtapWindow   *window;
} HtapWindowFixture;

/**
 * HtapWindowTest:
 *
 * One test of a window.
 */
typedef struct {
  const char *path;
  void      (*run) (HtapWindowFixture *fixture,
                    gconstpointer      data);
} HtapWindowTest;

int               htap_window_fixture_main         (int                    argc,
                                                    char                 **argv,
                                                    const HtapWindowTest  *tests,
                                                    guint                  n_tests);
void              htap_window_fixture_open         (HtapWindowFixture     *self);
void              htap_window_fixture_close        (HtapWindowFixture     *self);
void              htap_window_fixture_activate     (HtapWindowFixture     *self,
                                                    const char            *action,
                                                    GVariant              *parameter);
gboolean          htap_window_fixture_get_state    (HtapWindowFixture     *self,
                                                    const char            *action);
void              htap_window_fixture_search       (HtapWindowFixture     *self,
                                                    const char            *text);
void              htap_window_fixture_wait_idle    (HtapWindowFixture     *self);
HtapInstanceView *htap_window_fixture_get_view     (HtapWindowFixture     *self);
HtapInstance     *htap_window_fixture_dup_shown    (HtapWindowFixture     *self,
                                                    guint                  position);

G_END_DECLS
