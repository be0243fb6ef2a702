/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void     htap_compat_confirm_async  (GtkWindow            *parent,
                                     const char           *heading,
                                     const char           *body,
                                     const char           *verb,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean htap_compat_confirm_finish (GAsyncResult         *result,
                                     GError              **error);

gboolean htap_compat_is_in_sight    (GdkToplevelState      state);

void     htap_compat_get_color    (GtkWidget  *widget,
                                   GdkRGBA    *color);
gboolean htap_compat_lookup_color (GtkWidget  *widget,
                                   const char *name,
                                   GdkRGBA    *color);

void     htap_compat_name_buttons      (GtkWidget           *widget);
void     htap_compat_name_once         (GtkWidget           *control);
void     htap_compat_show_text         (GtkEditable         *entry);
void     htap_compat_name_password_row (AdwPasswordEntryRow *row);
void     htap_compat_name_expander_row (AdwExpanderRow *row);
void     htap_compat_name_combo_row    (AdwComboRow         *row);

GtkNativeDialog *htap_compat_new_file_chooser (GtkWindow       *parent,
                                               const char      *title);
GtkNativeDialog *htap_compat_new_file_saver   (GtkWindow       *parent,
                                               const char      *title,
                                               const char      *name);
char            *htap_compat_dup_chosen_path  (GtkNativeDialog *chooser,
                                               int              response);

void     htap_compat_show_about (GtkWindow  *parent,
                                 const char *name,
                                 const char *comments,
                                 const char *information);

G_END_DECLS
