/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-cell.h"

G_BEGIN_DECLS

/* What the tests of the list share: instances made by hand, a window around a widget, and a person
 * at mouse and keyboard. */

void htap_list_test_init (int *argc, char ***argv);

HtapSource *
htap_list_test_source (const char *region, const char *taurus_id, const char *taurus_name);
HtapRecord *
htap_list_test_record (const char *id, const char *name, const char *ip, const char *status);
HtapInstance *htap_list_test_instance (HtapSource *source,
                                       const char *id,
                                       const char *name,
                                       const char *ip,
                                       const char *status);
GListStore *htap_list_test_crowd (HtapSource *source, guint n_instances);
char *htap_list_test_names (GListModel *instances);

GtkWidget *htap_list_test_window (GtkWidget *child, int width, int height);
void htap_list_test_settle (GtkWidget *window);
void htap_list_test_close (GtkWidget *window);
char *htap_list_test_take_last_action (void);
GtkColumnView *htap_list_test_get_columns (GtkWidget *view);
HtapCell *htap_list_test_get_cell (GtkWidget *view, guint position, HtapFieldIndex field);
const char *htap_list_test_get_text (HtapCell *cell);

void htap_list_test_xdotool (GtkWidget *window, const char *arguments);
void htap_list_test_point_at (GtkWidget *widget, double x_fraction);
void htap_list_test_screenshot (const char *name);

G_END_DECLS
