/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-row.h"

#include "htap-name-text.h"
#include "htap-safe-text.h"
#include "htap-severity-icon.h"

#include <glib/gi18n-lib.h>

/* More than a row can show of what the cloud says. */
#define MAX_CHARACTERS 500

struct _HtapFindingRow
{
  GtkWidget parent_instance;
  HtapFinding *finding; /* (nullable) */
  gboolean muted;
  GtkImage *icon;
  GtkLabel *sentence;
  GtkLabel *subject;
  GtkLabel *remedy;
  GtkButton *mute;
};

G_DEFINE_FINAL_TYPE (HtapFindingRow, htap_finding_row, GTK_TYPE_WIDGET)

/* "Error · htap-fjld · taurus-orders" */
static char *
dup_subject (HtapFinding *finding)
{
  const char *severity = htap_severity_get_label (htap_finding_get_severity (finding));
  const char *instance = htap_finding_get_instance_name (finding);
  g_autofree char *taurus =
      htap_name_text_dup (htap_source_get_shown_name (htap_finding_get_source (finding)));
  g_autofree char *name = NULL;

  if (instance == NULL)
    /* Translators: a severity and the name of a TaurusDB instance. */
    return g_strdup_printf (C_ ("finding", "%s · %s"), severity, taurus);

  name = htap_name_text_dup (instance);

  /* Translators: a severity, the name of an HTAP instance and that of its TaurusDB instance. */
  return g_strdup_printf (C_ ("finding", "%s · %s · %s"), severity, name, taurus);
}

static void
show_mute (HtapFindingRow *self)
{
  const char *key = htap_finding_get_key (self->finding);
  g_autofree char *name = NULL;

  gtk_button_set_label (self->mute, self->muted ? _ ("Unmute") : _ ("Mute"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->mute), "(sb)", key, !self->muted);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->mute), "win.mute-finding");
  /* Translators: what a button does, and with which finding. */
  name = g_strdup_printf (self->muted ? _ ("Unmute: %s") : _ ("Mute: %s"),
                          gtk_label_get_text (self->sentence));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mute), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
htap_finding_row_dispose (GObject *object)
{
  HtapFindingRow *self = HTAP_FINDING_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (htap_finding_row_parent_class)->dispose (object);
}

static void
htap_finding_row_class_init (HtapFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_finding_row_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "finding-row");
}

static GtkLabel *
add_label (GtkWidget *box, gboolean small)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  if (small)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
htap_finding_row_init (HtapFindingRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->icon = GTK_IMAGE (htap_severity_icon_new (HTAP_SEVERITY_NONE));
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  gtk_widget_set_hexpand (box, TRUE);
  self->sentence = add_label (box, FALSE);
  self->subject = add_label (box, TRUE);
  self->remedy = add_label (box, TRUE);
  self->mute = g_object_new (GTK_TYPE_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->mute), "flat");

  gtk_widget_set_parent (GTK_WIDGET (self->icon), GTK_WIDGET (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->mute), GTK_WIDGET (self));
}

GtkWidget *
htap_finding_row_new (void)
{
  return g_object_new (HTAP_TYPE_FINDING_ROW, NULL);
}

/**
 * htap_finding_row_get_finding:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
HtapFinding *
htap_finding_row_get_finding (HtapFindingRow *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING_ROW (self), NULL);

  return self->finding;
}

gboolean
htap_finding_row_get_muted (HtapFindingRow *self)
{
  g_return_val_if_fail (HTAP_IS_FINDING_ROW (self), FALSE);

  return self->muted;
}

/* Before 4.12 GTK does not name a list's item after what is in it. */
static void
name_item (HtapFindingRow *self, const char *name)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (item != NULL && gtk_check_version (4, 12, 0) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * htap_finding_row_show:
 * @muted: whether it is, so that the button lets it be heard again
 * @now: seconds since 1970 UTC
 */
void
htap_finding_row_show (HtapFindingRow *self, HtapFinding *finding, gboolean muted, gint64 now)
{
  g_autofree char *sentence = htap_finding_dup_sentence (finding, now);
  g_autofree char *remedy = htap_finding_dup_remedy (finding);
  g_autofree char *shown = htap_safe_text_dup_cut (sentence, MAX_CHARACTERS);
  g_autofree char *advice = htap_safe_text_dup_cut (remedy, MAX_CHARACTERS);
  g_autofree char *subject = dup_subject (finding);
  g_autofree char *name = NULL;

  g_return_if_fail (HTAP_IS_FINDING_ROW (self));

  g_set_object (&self->finding, finding);
  self->muted = muted;
  htap_severity_icon_show (self->icon, htap_finding_get_severity (finding));
  gtk_label_set_text (self->sentence, shown);
  gtk_label_set_text (self->subject, subject);
  gtk_label_set_text (self->remedy, advice != NULL ? advice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remedy), advice != NULL);
  show_mute (self);
  /* Translators: a finding as a screen reader says it: what is wrong, then how bad and of what. */
  name = g_strdup_printf (C_ ("finding", "%s, %s"), shown, subject);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  name_item (self, name);
}
