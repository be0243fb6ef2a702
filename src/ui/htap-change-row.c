/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-row.h"

#include "htap-change-text.h"
#include "htap-format.h"
#include "htap-name-text.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* More than a row can show of what the cloud says. */
#define MAX_CHARACTERS 300

/* More than a person reads of one instance. */
#define MAX_LINES 6

struct _HtapChangeRow
{
  GtkWidget parent_instance;
  HtapChange *newest; /* (nullable) */
  GtkLabel *name;
  GtkLabel *taurus;
  GtkGrid *lines;
  GtkLabel *rest;
  GtkButton *button;
};

enum
{
  SIGNAL_SEEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapChangeRow, htap_change_row, GTK_TYPE_WIDGET)

static void
on_button_clicked (HtapChangeRow *self)
{
  g_signal_emit (self, signals[SIGNAL_SEEN], 0, self->newest);
}

static void
htap_change_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&HTAP_CHANGE_ROW (object)->newest);

  G_OBJECT_CLASS (htap_change_row_parent_class)->dispose (object);
}

static void
htap_change_row_class_init (HtapChangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_change_row_dispose;

  signals[SIGNAL_SEEN] = g_signal_new ("seen", HTAP_TYPE_CHANGE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, HTAP_TYPE_CHANGE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "change-row");
}

static GtkLabel *
new_label (const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, style);
  if (!g_str_equal (style, "heading"))
    gtk_widget_add_css_class (label, "dim-label");

  return GTK_LABEL (label);
}

static void
htap_change_row_init (HtapChangeRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->name = new_label ("heading");
  self->taurus = new_label ("caption");
  self->lines =
      g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "row-spacing", 3, "margin-top", 3, NULL);
  self->rest = new_label ("caption");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->taurus));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rest));

  self->button =
      g_object_new (GTK_TYPE_BUTTON, "label", _ ("Mark as Seen"), "valign", GTK_ALIGN_START, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_button_clicked), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

GtkWidget *
htap_change_row_new (void)
{
  return g_object_new (HTAP_TYPE_CHANGE_ROW, NULL);
}

static GtkWidget *
new_cell (const char *text, gboolean dim)
{
  g_autofree char *safe = htap_safe_text_dup_cut (text, MAX_CHARACTERS);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", safe, "xalign", 0.0, "yalign", 0.0,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  if (dim)
    gtk_widget_add_css_class (label, "dim-label");

  return label;
}

/* "14:02  Status  Creating → Available" */
static void
add_line (HtapChangeRow *self, int line, HtapChange *change, gint64 now)
{
  g_autofree char *time = htap_format_as_of (htap_change_get_facts (change)->at, now);
  g_autofree char *title = htap_change_text_dup_title (change);
  g_autofree char *values = htap_change_text_dup_values (change);
  GtkWidget *time_label = new_cell (time, TRUE);

  gtk_widget_add_css_class (time_label, "numeric");
  gtk_grid_attach (self->lines, time_label, 0, line, 1, 1);
  gtk_grid_attach (self->lines, new_cell (title, values != NULL), 1, line, values != NULL ? 1 : 2,
                   1);
  if (values != NULL)
    gtk_grid_attach (self->lines, new_cell (values, FALSE), 2, line, 1, 1);
}

static void
show_lines (HtapChangeRow *self, GPtrArray *changes, gint64 now)
{
  guint n_lines = MIN (changes->len, MAX_LINES);
  guint n_rest = changes->len - n_lines;
  g_autofree char *rest = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_grid_remove (self->lines, child);
  for (guint i = 0; i < n_lines; i++)
    add_line (self, (int) i, changes->pdata[i], now);

  /* Translators: below the changes of one instance: how many older ones are not shown. */
  rest = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "and %u earlier change", "and %u earlier changes", n_rest),
      n_rest);
  gtk_label_set_text (self->rest, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), n_rest > 0);
}

static void
show_button (HtapChangeRow *self, const char *name, gboolean seen)
{
  /* Translators: what a button does, and with which HTAP instance. */
  g_autofree char *label = g_strdup_printf (_ ("Mark as Seen: %s"), name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->button), !seen);
}

/* Before 4.12 GTK does not name a list's item after what is in it. */
static void
name_item (HtapChangeRow *self, const char *name)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (item != NULL && gtk_check_version (4, 12, 0) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* "htap-fjld: Status: Creating → Available, 14:02" */
static char *
describe (const char *name, GPtrArray *changes, gint64 now)
{
  g_autoptr (GString) sentences = g_string_new (NULL);

  for (guint i = 0; i < MIN (changes->len, MAX_LINES); i++)
    {
      HtapChange *change = changes->pdata[i];
      g_autofree char *text = htap_change_text_dup (change);
      g_autofree char *time = htap_format_as_of (htap_change_get_facts (change)->at, now);
      /* Translators: what has changed in an instance, and when, as a screen reader says it. */
      g_autofree char *sentence = g_strdup_printf (C_ ("change", "%s, %s"), text, time);
      g_autofree char *safe = htap_safe_text_dup_cut (sentence, MAX_CHARACTERS);

      g_string_append_printf (sentences, "%s%s", i > 0 ? "\n" : "", safe);
    }

  /* Translators: an HTAP instance and what has changed in it, as a screen reader says it. */
  return g_strdup_printf (C_ ("change", "%s: %s"), name, sentences->str);
}

/**
 * htap_change_row_show:
 * @seen: whether there is nothing to mark any more
 * @now: seconds since 1970 UTC
 */
void
htap_change_row_show (HtapChangeRow *self, HtapChangeGroup *group, gboolean seen, gint64 now)
{
  HtapChange *newest = htap_change_group_get_newest (group);
  GPtrArray *changes = htap_change_group_get_changes (group);
  const HtapChangeFacts *facts = htap_change_get_facts (newest);
  g_autofree char *name = htap_name_text_dup (htap_change_get_name (newest));
  g_autofree char *taurus =
      htap_name_text_dup (facts->taurus_name != NULL ? facts->taurus_name : facts->taurus_id);
  g_autofree char *description = describe (name, changes, now);

  g_return_if_fail (HTAP_IS_CHANGE_ROW (self));

  g_set_object (&self->newest, newest);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->taurus, taurus);
  show_lines (self, changes, now);
  show_button (self, name, seen);
  name_item (self, description);
}
