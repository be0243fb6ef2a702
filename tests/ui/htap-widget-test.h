/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-instance.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * HtapTestWindow:
 *
 * A window that has the actions a widget of ours asks its window for, and remembers what it was
 * asked.
 */
typedef struct {
  GtkWindow *window;
  char      *text;       /* of the last win.copy-text */
  char      *sentence;   /* likewise */
  guint      n_copies;   /* calls of win.copy-text */
  char      *activated;  /* name of the last other action */
} HtapTestWindow;

void            htap_widget_test_init        (int              *argc,
                                              char           ***argv);
HtapTestWindow *htap_test_window_new         (GtkWidget        *child,
                                              int               width,
                                              int               height);
void            htap_test_window_free        (HtapTestWindow   *self);

void            htap_widget_test_settle      (void);
gboolean        htap_widget_test_shows       (GtkWidget        *widget,
                                              const char       *text);
GtkWidget      *htap_widget_test_find        (GtkWidget        *widget,
                                              const char       *text);
GPtrArray      *htap_widget_test_find_all    (GtkWidget        *widget,
                                              GType             type);
void            htap_widget_test_assert_harmless (GtkWidget    *widget,
                                              const char       *place);
void            htap_widget_test_screenshot  (HtapTestWindow   *window,
                                              const char       *name);
void            htap_widget_test_screenshot_of (GtkWidget      *widget,
                                              const char       *name);

HtapInstance   *htap_widget_test_instance    (const char       *name);
HtapRecord     *htap_widget_test_record      (const char       *name,
                                              guint             n_nodes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HtapTestWindow, htap_test_window_free)

G_END_DECLS
