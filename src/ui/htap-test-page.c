/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-page.h"

#include "htap-connection-test.h"
#include "htap-policy.h"
#include "htap-region.h"
#include "htap-test-row.h"

#include <glib/gi18n-lib.h>

/* A test that runs, with all that the next one needs. */
typedef struct
{
  GWeakRef page;
  HtapInventory *inventory;
  HtapProfile *profile;
  HtapCredentials *credentials; /* (nullable) */
  guint place;                  /* of the project that is tested */
} Run;

struct _HtapTestPage
{
  AdwPreferencesPage parent_instance;
  HtapConnectionTest *test;  /* (nullable): what is shown */
  GCancellable *cancellable; /* (nullable): of a test that runs */

  AdwPreferencesGroup *steps_group;
  HtapTestRow *rows[HTAP_N_TEST_STEPS];
  GtkButton *policy_button;
};

enum
{
  FINISHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapTestPage, htap_test_page, ADW_TYPE_PREFERENCES_PAGE)

static void
run_free (Run *run)
{
  g_weak_ref_clear (&run->page);
  g_object_unref (run->inventory);
  g_object_unref (run->profile);
  g_clear_pointer (&run->credentials, htap_credentials_unref);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
show_steps (HtapTestPage *self)
{
  g_autoptr (HtapSource) source = htap_connection_test_dup_source (self->test);

  for (HtapTestStep step = 0; step < HTAP_N_TEST_STEPS; step++)
    htap_test_row_show (self->rows[step], htap_connection_test_get_state (self->test, step),
                        htap_connection_test_get_error (self->test, step), source);
}

/* The focus goes to what failed, for it says what to do. */
static void
focus_failed_step (HtapTestPage *self)
{
  for (HtapTestStep step = 0; step < HTAP_N_TEST_STEPS; step++)
    if (htap_connection_test_get_state (self->test, step) == HTAP_TEST_FAILED)
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->rows[step]));
        return;
      }
}

static void run_next (HtapTestPage *self, Run *run);

static void
on_test_run (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (HtapTestPage) self = g_weak_ref_get (&run->page);
  gboolean passed = htap_connection_test_run_finish (HTAP_CONNECTION_TEST (object), result, NULL);

  /* Stopped, or another one runs already. */
  if (self == NULL || self->cancellable == NULL || self->test != HTAP_CONNECTION_TEST (object))
    return;

  if (passed && ++run->place < htap_profile_get_projects (run->profile)->len)
    {
      run_next (self, g_steal_pointer (&run));
      return;
    }

  g_clear_object (&self->cancellable);
  if (!passed)
    focus_failed_step (self);
  g_signal_emit (self, signals[FINISHED], 0, passed);
}

static void
show_project (HtapTestPage *self, const char *region, guint place, guint n_projects)
{
  g_autofree char *name = htap_region_dup_name (region);
  /* Translators: %s is a region, %u are numbers: “CN North-Beijing4 (1 of 3)”. */
  g_autofree char *text = n_projects > 1
                              ? g_strdup_printf (_ ("%s (%u of %u)"), name, place + 1, n_projects)
                              : g_strdup (name);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_preferences_group_set_title (self->steps_group, markup);
}

/* Takes @run. */
static void
run_next (HtapTestPage *self, Run *run)
{
  GPtrArray *projects = htap_profile_get_projects (run->profile);
  const HtapRegionalId *project = projects->pdata[run->place];

  g_clear_object (&self->test);
  self->test = htap_inventory_new_connection_test (run->inventory, run->profile, run->credentials);
  htap_connection_test_set_project (self->test, project);
  g_signal_connect_object (self->test, "changed", G_CALLBACK (show_steps), self, G_CONNECT_SWAPPED);
  show_project (self, project->region, run->place, projects->len);
  show_steps (self);
  htap_connection_test_run_async (self->test, self->cancellable, on_test_run, run);
}

/* There is no toast in a dialog: the button itself says that it was done. */
static void
on_policy_button_clicked (HtapTestPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), htap_policy_get_minimal ());
  gtk_button_set_label (self->policy_button, _ ("Copied"));
}

static void
htap_test_page_dispose (GObject *object)
{
  HtapTestPage *self = HTAP_TEST_PAGE (object);

  htap_test_page_stop (self);
  g_clear_object (&self->test);

  G_OBJECT_CLASS (htap_test_page_parent_class)->dispose (object);
}

static void
htap_test_page_class_init (HtapTestPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_test_page_dispose;

  signals[FINISHED] = g_signal_new ("finished", HTAP_TYPE_TEST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
add_steps (HtapTestPage *self)
{
  self->steps_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  for (HtapTestStep step = 0; step < HTAP_N_TEST_STEPS; step++)
    {
      self->rows[step] = HTAP_TEST_ROW (htap_test_row_new (step));
      adw_preferences_group_add (self->steps_group, GTK_WIDGET (self->rows[step]));
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->steps_group);
}

static void
add_policy (HtapTestPage *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->policy_button = GTK_BUTTON (gtk_button_new_with_label (_ ("Copy Minimal Policy")));
  gtk_widget_set_valign (GTK_WIDGET (self->policy_button), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (GTK_WIDGET (self->policy_button), 12);
  g_signal_connect_object (self->policy_button, "clicked", G_CALLBACK (on_policy_button_clicked),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (group, _ ("Permissions"));
  adw_preferences_group_set_description (
      group, _ ("This custom policy lets an IAM user read what this program reads, and nothing "
                "else. TaurusDB ReadOnlyAccess is enough, too."));
  adw_preferences_group_set_header_suffix (group, GTK_WIDGET (self->policy_button));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), group);
}

static void
htap_test_page_init (HtapTestPage *self)
{
  add_steps (self);
  add_policy (self);
}

GtkWidget *
htap_test_page_new (void)
{
  return g_object_new (HTAP_TYPE_TEST_PAGE, NULL);
}

/**
 * htap_test_page_run:
 * @profile: any with a project, saved or not; not changed until the test is over
 * @credentials: (nullable): its secrets; %NULL for those that are saved
 *
 * Stops what runs, and begins anew.
 */
void
htap_test_page_run (HtapTestPage *self,
                    HtapInventory *inventory,
                    HtapProfile *profile,
                    HtapCredentials *credentials)
{
  Run *run;

  g_return_if_fail (HTAP_IS_TEST_PAGE (self));
  g_return_if_fail (htap_profile_get_projects (profile)->len > 0);

  htap_test_page_stop (self);
  gtk_button_set_label (self->policy_button, _ ("Copy Minimal Policy"));
  self->cancellable = g_cancellable_new ();
  run = g_new0 (Run, 1);
  g_weak_ref_init (&run->page, self);
  run->inventory = g_object_ref (inventory);
  run->profile = g_object_ref (profile);
  run->credentials = credentials != NULL ? htap_credentials_ref (credentials) : NULL;
  run_next (self, run);
}

/**
 * htap_test_page_stop:
 *
 * Ends a test that runs; nothing is told of it.
 */
void
htap_test_page_stop (HtapTestPage *self)
{
  g_autoptr (GCancellable) cancellable = NULL;

  g_return_if_fail (HTAP_IS_TEST_PAGE (self));

  cancellable = g_steal_pointer (&self->cancellable);
  g_cancellable_cancel (cancellable);
}
