/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-row.h"

#include "htap-safe-text.h"
#include "htap-test-text.h"

#include <glib/gi18n-lib.h>

struct _HtapTestRow
{
  AdwActionRow parent_instance;
  HtapTestStep step;
  GtkStack *sign;
  GtkImage *image;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (HtapTestRow, htap_test_row, ADW_TYPE_ACTION_ROW)

static const char *
get_icon_name (HtapTestState state)
{
  switch (state)
    {
    case HTAP_TEST_PASSED:
      return "object-select-symbolic";
    case HTAP_TEST_FAILED:
      return "dialog-error-symbolic";
    case HTAP_TEST_RUNNING:
    case HTAP_TEST_WAITING:
    case HTAP_TEST_SKIPPED:
    default:
      return "content-loading-symbolic";
    }
}

static void
htap_test_row_class_init (HtapTestRowClass *klass)
{
}

static void
htap_test_row_init (HtapTestRow *self)
{
  self->image = GTK_IMAGE (
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->spinner = GTK_SPINNER (
      g_object_new (GTK_TYPE_SPINNER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  self->sign = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->sign), GTK_ALIGN_CENTER);
  gtk_stack_add_child (self->sign, GTK_WIDGET (self->image));
  gtk_stack_add_child (self->sign, GTK_WIDGET (self->spinner));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->sign));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  gtk_widget_add_css_class (GTK_WIDGET (self), "test-step");
}

GtkWidget *
htap_test_row_new (HtapTestStep step)
{
  HtapTestRow *self =
      g_object_new (HTAP_TYPE_TEST_ROW, "title", htap_test_text_get_title (step), NULL);

  self->step = step;
  htap_test_row_show (self, HTAP_TEST_WAITING, NULL, NULL);

  return GTK_WIDGET (self);
}

/**
 * htap_test_row_show:
 * @error: (nullable): why the step failed
 * @source: (nullable): what is tested
 */
void
htap_test_row_show (HtapTestRow *self, HtapTestState state, const GError *error, HtapSource *source)
{
  g_autofree char *sentence = NULL;
  g_autofree char *safe = NULL;
  g_autofree char *name = NULL;
  gboolean runs = state == HTAP_TEST_RUNNING;

  g_return_if_fail (HTAP_IS_TEST_ROW (self));

  sentence = htap_test_text_dup_sentence (self->step, state, error, source);
  safe = htap_safe_text_dup (sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), safe);
  /* Translators: a step of a connection test, and how it stands, read out by a screen reader. */
  name = g_strdup_printf (_ ("%s: %s"), htap_test_text_get_title (self->step), safe);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_image_set_from_icon_name (self->image, get_icon_name (state));
  gtk_spinner_set_spinning (self->spinner, runs);
  gtk_stack_set_visible_child (self->sign,
                               runs ? GTK_WIDGET (self->spinner) : GTK_WIDGET (self->image));
  gtk_widget_remove_css_class (GTK_WIDGET (self), "passed");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "failed");
  if (state == HTAP_TEST_PASSED || state == HTAP_TEST_FAILED)
    gtk_widget_add_css_class (GTK_WIDGET (self), state == HTAP_TEST_PASSED ? "passed" : "failed");
}
