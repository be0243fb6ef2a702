/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes       *htap_test_fixture     (const char      *name);
char         *htap_test_temporary_directory (void);
void          htap_test_remove_tree (const char      *path);
void          htap_test_write_file  (const char      *path,
                                     const char      *text);

void          htap_test_on_result   (GObject         *object,
                                     GAsyncResult    *result,
                                     gpointer         user_data);
GAsyncResult *htap_test_await       (GAsyncResult   **result);
void          htap_test_wait_until  (gboolean       (*condition) (gpointer data),
                                     gpointer         data,
                                     const char      *what);

G_END_DECLS
