/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "htap-dialog-error.h"
#include "htap-profile-dialog.h"
#include "htap-project-page.h"
#include "htap-sign-in-page.h"
#include "htap-test-page.h"

G_BEGIN_DECLS

/* The parts that the dialog's files share: what it is for its owner, and the way through it. */
struct _HtapProfileDialog {
  AdwWindow        parent_instance;
  HtapInventory   *inventory;
  gboolean         busy;
  GtkWidget       *focus; /* (nullable): where it was before the dialog was busy; weak */
  gboolean         starts_at_ids;
  gboolean         tests;            /* a test runs now */
  gboolean         passed;           /* the last test did */
  gboolean         saves_after_test; /* if it passes */
  GtkNativeDialog *chooser;          /* (nullable): of a file, while it is open */

  AdwWindowTitle  *title;
  GtkWidget       *cancel_button;
  GtkButton       *back_button;
  GtkWidget       *next_button;
  GtkButton       *save_button;
  GtkWidget       *test_bar;
  GtkSpinner      *spinner;
  HtapDialogError *error;
  GtkStack        *stack;
  HtapSignInPage  *sign_in_page;
  HtapProjectPage *project_page;
  HtapTestPage    *test_page;
};

/* In htap-profile-dialog-steps.c. */
void htap_profile_dialog_bind_steps     (GtkWidgetClass    *widget_class);
void htap_profile_dialog_show_step      (HtapProfileDialog *self,
                                         gpointer           page);
void htap_profile_dialog_go_to_projects (HtapProfileDialog *self);

/* In htap-profile-dialog-imports.c. */
void htap_profile_dialog_bind_imports   (GtkWidgetClass    *widget_class);
void htap_profile_dialog_offer_imports  (HtapProfileDialog *self);

/* In htap-profile-dialog.c. */
void htap_profile_dialog_emit_save      (HtapProfileDialog *self,
                                         HtapProfile       *profile,
                                         HtapCredentials   *credentials);

G_END_DECLS
