/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-source-row.h"

#include "htap-name-text.h"

#include <glib/gi18n-lib.h>

/* What of a source is seen in its row. */
typedef struct
{
  const char *name;
  gboolean named; /* or its name is its id */
  gboolean failed;
  gboolean known;
  guint count;
  gint64 maximum;
} Shown;

struct _HtapSourceRow
{
  GtkListBoxRow parent_instance;
  HtapSource *source; /* NULL: all instances */
  Shown shown;
  char *shown_name; /* (nullable): owns that of @shown */
  char *sort_key;
  GtkLabel *name;     /* (nullable): if it is filled; likewise @count */
  GtkLabel *count;
  GtkWidget *failure; /* (nullable): once it was needed */
};

G_DEFINE_FINAL_TYPE (HtapSourceRow, htap_source_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_accessible_label (HtapSourceRow *self, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_count (HtapSourceRow *self, guint count, gboolean known)
{
  g_autofree char *text = known ? g_strdup_printf ("%u", count) : g_strdup ("");

  gtk_label_set_text (self->count, text);
}

/* The row itself says it in words. */
static void
show_failure (HtapSourceRow *self, gboolean failed)
{
  if (failed && self->failure == NULL)
    {
      self->failure = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                    "tooltip-text", _ ("Could not be read"), "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->failure, "warning");
      gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self))),
                      self->failure);
    }

  if (self->failure != NULL)
    gtk_widget_set_visible (self->failure, failed);
}

/* What a person sees as "4" or as a warning sign, said in words. */
static char *
describe (const char *name, gboolean failed, gboolean known, guint count)
{
  if (failed)
    /* Translators: %s is the name of a TaurusDB instance. */
    return g_strdup_printf (_ ("%s: could not be read"), name);
  if (!known)
    return g_strdup (name);

  /* Translators: %s is the name of a TaurusDB instance, %u its number of HTAP instances. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s: %u HTAP instance", "%s: %u HTAP instances", count), name,
      count);
}

/* The id, and how much room is left. */
static char *
dup_tooltip (HtapSourceRow *self)
{
  g_autofree char *id = htap_name_text_dup (htap_source_get_taurus_id (self->source));
  g_autofree char *capacity = NULL;

  if (self->shown.maximum < 0)
    return g_steal_pointer (&id);

  /* Translators: how many HTAP instances a TaurusDB instance has, and can have. */
  capacity = g_strdup_printf (_ ("%u of %d HTAP instances"), self->shown.count,
                              (int) self->shown.maximum);

  /* Translators: tooltip in the sidebar: an id, and "4 of 10 HTAP instances". */
  return g_strdup_printf (C_ ("TaurusDB instance", "%s · %s"), id, capacity);
}

/* Not gtk_widget_set_tooltip_text(): on X11 that asks the server where the pointer is, and waits for
 * the answer; a sweep changes a thousand rows at once. */
static gboolean
htap_source_row_query_tooltip (GtkWidget *widget,
                               int x,
                               int y,
                               gboolean keyboard_mode,
                               GtkTooltip *tooltip)
{
  HtapSourceRow *self = HTAP_SOURCE_ROW (widget);
  g_autofree char *text = NULL;

  if (self->source == NULL)
    return FALSE;

  text = dup_tooltip (self);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static Shown
look_at (HtapSource *source)
{
  return (Shown){
    .name = htap_source_get_shown_name (source),
    .named = htap_source_get_taurus_name (source) != NULL,
    .failed = htap_source_get_error (source) != NULL,
    .known = htap_source_get_as_of (source) != 0,
    .count = htap_source_get_n_instances (source),
    .maximum = htap_source_get_maximum (source),
  };
}

static gboolean
looks_alike (const Shown *a, const Shown *b)
{
  return g_strcmp0 (a->name, b->name) == 0 && a->named == b->named && a->failed == b->failed &&
         a->known == b->known && a->count == b->count && a->maximum == b->maximum;
}

/* In a filled row. */
static void
show (HtapSourceRow *self, const char *name)
{
  const Shown *shown = &self->shown;

  gtk_label_set_text (self->name, name);
  gtk_label_set_ellipsize (self->name,
                           shown->named ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_MIDDLE);
  show_count (self, shown->count, shown->known && !shown->failed);
  show_failure (self, shown->failed);
}

/* What such a key was made in is larger than it is. */
static void
keep_sort_key (HtapSourceRow *self, const char *name)
{
  g_autofree char *key = g_utf8_collate_key_for_filename (name, -1);

  g_free (self->sort_key);
  self->sort_key = g_strdup (key);
}

static void
describe_to_assistants (HtapSourceRow *self, const char *name)
{
  const Shown *shown = &self->shown;
  g_autofree char *description = describe (name, shown->failed, shown->known, shown->count);
  g_autofree char *tooltip = dup_tooltip (self);

  set_accessible_label (self, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  tooltip, -1);
}

/* A sweep tells a lot of each source that is not seen here. */
static void
update (HtapSourceRow *self)
{
  Shown now = look_at (self->source);
  g_autofree char *name = NULL;

  if (self->shown_name != NULL && looks_alike (&self->shown, &now))
    return;

  name = htap_name_text_dup (now.name);
  g_free (self->shown_name);
  self->shown_name = g_strdup (now.name);
  self->shown = now;
  self->shown.name = self->shown_name;

  keep_sort_key (self, name);
  if (self->name != NULL)
    show (self, name);
  describe_to_assistants (self, name);
}

static void
htap_source_row_dispose (GObject *object)
{
  HtapSourceRow *self = HTAP_SOURCE_ROW (object);

  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (htap_source_row_parent_class)->dispose (object);
}

static void
htap_source_row_finalize (GObject *object)
{
  HtapSourceRow *self = HTAP_SOURCE_ROW (object);

  g_free (self->shown_name);
  g_free (self->sort_key);

  G_OBJECT_CLASS (htap_source_row_parent_class)->finalize (object);
}

static void
htap_source_row_class_init (HtapSourceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_source_row_finalize;
  G_OBJECT_CLASS (klass)->dispose = htap_source_row_dispose;
  GTK_WIDGET_CLASS (klass)->query_tooltip = htap_source_row_query_tooltip;
}

static void
htap_source_row_init (HtapSourceRow *self)
{
}

static void
fill (HtapSourceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize",
                             PANGO_ELLIPSIZE_END, NULL);
  self->count = g_object_new (GTK_TYPE_LABEL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
empty (HtapSourceRow *self)
{
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  self->name = NULL;
  self->count = NULL;
  self->failure = NULL;
}

/**
 * htap_source_row_new:
 * @source: the TaurusDB instance it stands for; followed
 *
 * It has its height and says to assistants what it is, but shows nothing before
 * htap_source_row_set_filled().
 */
GtkWidget *
htap_source_row_new (HtapSource *source)
{
  HtapSourceRow *self = g_object_new (HTAP_TYPE_SOURCE_ROW, NULL);

  self->source = g_object_ref (source);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "source");
  g_signal_connect_swapped (source, "notify", G_CALLBACK (update), self);
  update (self);

  return GTK_WIDGET (self);
}

GtkWidget *
htap_source_row_new_for_all (void)
{
  HtapSourceRow *self = g_object_new (HTAP_TYPE_SOURCE_ROW, NULL);

  fill (self);
  gtk_label_set_text (self->name, _ ("All Instances"));
  htap_source_row_set_count (self, 0);

  return GTK_WIDGET (self);
}

/**
 * htap_source_row_get_source:
 *
 * Returns: (transfer none) (nullable): %NULL for the row of all instances
 */
HtapSource *
htap_source_row_get_source (HtapSourceRow *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE_ROW (self), NULL);

  return self->source;
}

/**
 * htap_source_row_get_sort_key:
 *
 * Returns: (transfer none) (nullable): orders rows by what is read in them, as people count; %NULL
 *   for the row of all instances
 */
const char *
htap_source_row_get_sort_key (HtapSourceRow *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE_ROW (self), NULL);

  return self->sort_key;
}

/**
 * htap_source_row_is_empty:
 *
 * Returns: whether the TaurusDB instance is known to have no HTAP instance
 */
gboolean
htap_source_row_is_empty (HtapSourceRow *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE_ROW (self), FALSE);

  return self->source != NULL && htap_source_get_error (self->source) == NULL &&
         htap_source_get_as_of (self->source) != 0 &&
         htap_source_get_n_instances (self->source) == 0;
}

/**
 * htap_source_row_set_filled:
 * @filled: whether somebody may see it soon
 *
 * What is in a row takes eight times as much memory as a row with nothing in it. For the rows of
 * TaurusDB instances; that of all instances is always filled.
 */
void
htap_source_row_set_filled (HtapSourceRow *self, gboolean filled)
{
  g_autofree char *name = NULL;

  g_return_if_fail (HTAP_IS_SOURCE_ROW (self));
  g_return_if_fail (self->source != NULL);

  if (filled == (self->name != NULL))
    return;

  if (!filled)
    {
      empty (self);
      return;
    }

  fill (self);
  name = htap_name_text_dup (self->shown.name);
  show (self, name);
}

/**
 * htap_source_row_set_count:
 *
 * For the row of all instances; the others follow their source.
 */
void
htap_source_row_set_count (HtapSourceRow *self, guint count)
{
  g_autofree char *description = NULL;

  g_return_if_fail (HTAP_IS_SOURCE_ROW (self));

  show_count (self, count, TRUE);
  description = describe (gtk_label_get_text (self->name), FALSE, TRUE, count);
  set_accessible_label (self, description);
}
