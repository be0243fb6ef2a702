/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-row.h"

#include "htap-finding-fixture.h"
#include "htap-widget-test.h"

#define NOW G_GINT64_CONSTANT (1711094400)

typedef struct
{
  HtapTestWindow *window;
  HtapInstance *instance;
  GtkWidget *row;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->instance = htap_widget_test_instance ("htap-fjld");
  self->row = g_object_ref_sink (htap_finding_row_new ());
  self->window = htap_test_window_new (self->row, 500, 200);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  htap_test_window_free (self->window);
  g_assert_finalize_object (self->row);
  g_assert_finalize_object (self->instance);
}

static HtapFinding *
new_finding (Fixture *self, HtapFindingRuleIndex rule, gboolean whole, const char *text)
{
  return htap_finding_fixture_new (rule, whole ? NULL : self->instance,
                                   htap_instance_get_source (self->instance), text);
}

static void
show (Fixture *self, HtapFinding *finding, gboolean muted)
{
  htap_finding_row_show (HTAP_FINDING_ROW (self->row), finding, muted, NOW);
}

static GtkWidget *
find_button (Fixture *self)
{
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (self->row, GTK_TYPE_BUTTON);

  g_assert_cmpuint (buttons->len, ==, 1);

  return buttons->pdata[0];
}

/* How bad it is, of what, what is wrong, what to do: to be seen and to be heard. */
static void
test_shown (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapFinding) frozen = new_finding (self, HTAP_RULE_FROZEN, FALSE, NULL);
  g_autoptr (HtapFinding) full = new_finding (self, HTAP_RULE_CAPACITY_FULL, TRUE, NULL);
  HtapSource *source = htap_instance_get_source (self->instance);
  g_autofree char *subject =
      g_strdup_printf ("Error · htap-fjld · %s", htap_source_get_shown_name (source));
  g_autofree char *name =
      g_strdup_printf ("Frozen: usually the account balance is 0 or less, %s", subject);
  g_autofree char *whole = g_strdup_printf ("Warning · %s", htap_source_get_shown_name (source));

  show (self, frozen, FALSE);
  g_assert_true (htap_finding_row_get_finding (HTAP_FINDING_ROW (self->row)) == frozen);
  g_assert_true (htap_widget_test_shows (self->row, subject));
  g_assert_true (
      htap_widget_test_shows (self->row, "Frozen: usually the account balance is 0 or less"));
  g_assert_true (htap_widget_test_shows (self->row, "Top up in Billing Center."));
  gtk_test_accessible_assert_property (self->row, GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  show (self, full, FALSE);
  g_assert_true (htap_widget_test_shows (self->row, whole));
  g_assert_true (htap_widget_test_shows (self->row, "10 of 10 HTAP instances used"));
}

static void
test_mute (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapFinding) frozen = new_finding (self, HTAP_RULE_FROZEN, FALSE, NULL);

  for (int muted = FALSE; muted <= TRUE; muted++)
    {
      GVariant *target;
      const char *its_key;
      gboolean mutes;

      show (self, frozen, muted);
      g_assert_cmpint (htap_finding_row_get_muted (HTAP_FINDING_ROW (self->row)), ==, muted);
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_button (self))), ==,
                       muted ? "Unmute" : "Mute");
      gtk_test_accessible_assert_property (
          find_button (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
          muted ? "Unmute: Frozen: usually the account balance is 0 or less"
                : "Mute: Frozen: usually the account balance is 0 or less");

      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (find_button (self))), ==,
                       "win.mute-finding");
      target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (find_button (self)));
      g_variant_get (target, "(&sb)", &its_key, &mutes);
      g_assert_cmpstr (its_key, ==, htap_finding_get_key (frozen));
      g_assert_cmpint (mutes, ==, !muted);
    }
}

/* What the cloud says is text. */
static void
test_hostile (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapFinding) odd = new_finding (self, HTAP_RULE_STATUS_UNKNOWN, FALSE, "<b>odd</b>");

  show (self, odd, FALSE);
  htap_widget_test_assert_harmless (self->row, "a row of a finding");
  g_assert_true (htap_widget_test_shows (self->row, "Unknown status “<b>odd</b>”"));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/finding-row/shown", test_shown);
  ADD ("/finding-row/mute", test_mute);
  ADD ("/finding-row/hostile", test_hostile);

  return g_test_run ();
}
