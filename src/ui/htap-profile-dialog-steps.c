/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-compat.h"
#include "htap-profile-dialog-private.h"

#include <glib/gi18n-lib.h>

/* The way through the dialog: sign in, choose projects, and a test before it is saved. */

static gboolean
is_at (HtapProfileDialog *self, gpointer page)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (page);
}

/* A screen reader meets what is on the screen; GTK 4.8 lets it meet the other pages, too. */
static void
set_hidden (gpointer page, gboolean hidden)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN, hidden, -1);
}

static const char *
get_subtitle (HtapProfileDialog *self)
{
  if (is_at (self, self->sign_in_page))
    return _ ("Step 1 of 2: Sign In");
  if (is_at (self, self->project_page))
    return _ ("Step 2 of 2: Choose Projects");

  return self->tests ? _ ("Testing the Connection") : _ ("Connection Test");
}

static void
set_label (GtkButton *button, const char *label)
{
  gtk_button_set_label (button, label);
  htap_compat_name_buttons (GTK_WIDGET (button));
}

/* What fails can be saved all the same, but not by Enter. */
static void
show_buttons (HtapProfileDialog *self)
{
  gboolean first = is_at (self, self->sign_in_page);
  gboolean second = is_at (self, self->project_page);
  gboolean anyway = !first && !second && !self->passed;
  GtkWidget *default_widget = first ? self->next_button : GTK_WIDGET (self->save_button);

  gtk_widget_set_visible (self->cancel_button, first);
  gtk_widget_set_visible (GTK_WIDGET (self->back_button), !first);
  gtk_widget_set_visible (self->next_button, first);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), !first && !self->tests);
  gtk_widget_set_visible (self->test_bar, second);

  set_label (self->back_button, self->tests ? _ ("_Stop") : _ ("_Back"));
  set_label (self->save_button, anyway ? _ ("Save _Anyway") : _ ("_Save"));
  if (anyway)
    gtk_widget_remove_css_class (GTK_WIDGET (self->save_button), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->save_button), "suggested-action");
  gtk_window_set_default_widget (GTK_WINDOW (self), anyway ? NULL : default_widget);
}

/**
 * htap_profile_dialog_show_step:
 * @page: the one of its pages to show
 */
void
htap_profile_dialog_show_step (HtapProfileDialog *self, gpointer page)
{
  gtk_stack_set_visible_child (self->stack, page);
  htap_dialog_error_clear (self->error);
  set_hidden (self->sign_in_page, page != self->sign_in_page);
  set_hidden (self->project_page, page != self->project_page);
  set_hidden (self->test_page, page != self->test_page);
  adw_window_title_set_title (self->title, gtk_window_get_title (GTK_WINDOW (self)));
  adw_window_title_set_subtitle (self->title, get_subtitle (self));
  show_buttons (self);
}

/* A profile with what is on both pages. */
static HtapProfile *
dup_profile (HtapProfileDialog *self)
{
  HtapProfile *profile = htap_project_page_dup_profile (self->project_page);

  htap_sign_in_page_apply (self->sign_in_page, profile);

  return profile;
}

/**
 * htap_profile_dialog_go_to_projects:
 *
 * Shows the second step for what is chosen in the first.
 */
void
htap_profile_dialog_go_to_projects (HtapProfileDialog *self)
{
  g_autoptr (HtapCredentials) credentials = htap_sign_in_page_dup_credentials (self->sign_in_page);
  g_autoptr (HtapProfile) profile = dup_profile (self);

  htap_project_page_set_sign_in (self->project_page, self->inventory, profile, credentials);
  htap_profile_dialog_show_step (self, self->project_page);
}

static void
on_next_button_clicked (HtapProfileDialog *self)
{
  if (!htap_sign_in_page_check (self->sign_in_page))
    return;

  htap_profile_dialog_go_to_projects (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->project_page));
}

/* From a test back to what is tested, and it ends. */
static void
on_back_button_clicked (HtapProfileDialog *self)
{
  gpointer page =
      is_at (self, self->test_page) ? (gpointer) self->project_page : (gpointer) self->sign_in_page;

  htap_test_page_stop (self->test_page);
  htap_project_page_stop (self->project_page);
  self->tests = FALSE;
  htap_profile_dialog_show_step (self, page);
  gtk_widget_grab_focus (page);
}

static void
save (HtapProfileDialog *self)
{
  g_autoptr (HtapProfile) profile = dup_profile (self);
  g_autoptr (HtapCredentials) credentials = htap_sign_in_page_dup_credentials (self->sign_in_page);

  htap_profile_dialog_emit_save (self, profile, credentials);
}

static void
test (HtapProfileDialog *self, gboolean saves)
{
  g_autoptr (HtapProfile) profile = NULL;
  g_autoptr (HtapCredentials) credentials = NULL;

  if (!htap_project_page_check (self->project_page))
    return;

  profile = dup_profile (self);
  credentials = htap_sign_in_page_dup_credentials (self->sign_in_page);
  self->tests = TRUE;
  self->passed = FALSE;
  self->saves_after_test = saves;
  htap_profile_dialog_show_step (self, self->test_page);
  gtk_widget_grab_focus (GTK_WIDGET (self->back_button));
  htap_test_page_run (self->test_page, self->inventory, profile, credentials);
}

static void
on_test_page_finished (HtapProfileDialog *self, gboolean passed)
{
  self->tests = FALSE;
  self->passed = passed;
  htap_profile_dialog_show_step (self, self->test_page);

  if (passed && self->saves_after_test)
    save (self);
  else if (passed)
    gtk_widget_grab_focus (GTK_WIDGET (self->save_button));
}

static void
on_test_button_clicked (HtapProfileDialog *self)
{
  test (self, FALSE);
}

static void
on_save_button_clicked (HtapProfileDialog *self)
{
  if (self->busy || self->tests)
    return;

  if (is_at (self, self->test_page))
    save (self);
  else
    test (self, TRUE);
}

/**
 * htap_profile_dialog_bind_steps:
 * @widget_class: the dialog's, whose template names what people press
 */
void
htap_profile_dialog_bind_steps (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_back_button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_test_button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_test_page_finished);
}
