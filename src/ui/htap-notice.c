/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-notice.h"

#include "htap-compat.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

struct _HtapNotice
{
  GtkWidget parent_instance;
  GtkRevealer *revealer;
  GtkLabel *title;
  GtkLabel *label;
  GtkImage *icon;
  GtkBox *buttons;
  GtkBox *box;
  char *text; /* (nullable) */
};

enum
{
  SIGNAL_DISMISSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapNotice, htap_notice, GTK_TYPE_WIDGET)

static void
htap_notice_dispose (GObject *object)
{
  HtapNotice *self = HTAP_NOTICE (object);

  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_notice_parent_class)->dispose (object);
}

static void
htap_notice_finalize (GObject *object)
{
  g_free (HTAP_NOTICE (object)->text);

  G_OBJECT_CLASS (htap_notice_parent_class)->finalize (object);
}

static void
htap_notice_class_init (HtapNoticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_notice_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_notice_finalize;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "notice");

  signals[SIGNAL_DISMISSED] = g_signal_new ("dismissed", HTAP_TYPE_NOTICE, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkSizeRequestMode
get_texts_mode (GtkWidget *texts)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* One below the other, as a box has them; but a box asks how wide each must be to be so high, and a
 * label finds that out by laying its lines out again and again: one sentence took as long as all the
 * rest of the window. */
static void
measure_texts (GtkWidget *texts,
               GtkOrientation orientation,
               int for_size,
               int *minimum,
               int *natural,
               int *minimum_baseline,
               int *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  for (GtkWidget *label = gtk_widget_get_first_child (texts); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    {
      int its_minimum, its_natural;

      if (!gtk_widget_should_layout (label))
        continue;

      gtk_widget_measure (label, orientation, across ? -1 : for_size, &its_minimum, &its_natural,
                          NULL, NULL);
      *minimum = across ? MAX (*minimum, its_minimum) : *minimum + its_minimum;
      *natural = across ? MAX (*natural, its_natural) : *natural + its_natural;
    }
}

static void
allocate_texts (GtkWidget *texts, int width, int height, int baseline)
{
  int y = 0;

  for (GtkWidget *label = gtk_widget_get_first_child (texts); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    {
      int its_height;

      if (!gtk_widget_should_layout (label))
        continue;

      gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, NULL, &its_height, NULL, NULL);
      gtk_widget_size_allocate (label, &(GtkAllocation){ 0, y, width, its_height }, -1);
      y += its_height;
    }
}

static GtkLabel *
new_label (void)
{
  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
}

static void
htap_notice_init (HtapNotice *self)
{
  GtkBox *texts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  self->icon =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->title = new_label ();
  self->label = new_label ();
  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_set_visible (GTK_WIDGET (self->title), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (texts), GTK_ALIGN_CENTER);
  gtk_widget_set_layout_manager (
      GTK_WIDGET (texts), gtk_custom_layout_new (get_texts_mode, measure_texts, allocate_texts));
  gtk_box_append (texts, GTK_WIDGET (self->title));
  gtk_box_append (texts, GTK_WIDGET (self->label));
  gtk_box_append (self->box, GTK_WIDGET (self->icon));
  gtk_box_append (self->box, GTK_WIDGET (texts));
  gtk_box_append (self->box, GTK_WIDGET (self->buttons));

  self->revealer = g_object_new (GTK_TYPE_REVEALER, "transition-type",
                                 GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN, "child", self->box, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
say_safe (GtkLabel *label, const char *safe)
{
  /* A screen reader would read out what has not changed. */
  if (g_strcmp0 (gtk_label_get_text (label), safe) != 0)
    gtk_label_set_text (label, safe);
}

static void
say (GtkLabel *label, const char *text)
{
  g_autofree char *safe = htap_safe_text_dup (text);

  say_safe (label, safe);
}

/**
 * htap_notice_new:
 * @icon_name: a symbolic icon in front of the sentence
 */
GtkWidget *
htap_notice_new (const char *icon_name)
{
  HtapNotice *self = g_object_new (HTAP_TYPE_NOTICE, NULL);

  gtk_image_set_from_icon_name (self->icon, icon_name);

  return GTK_WIDGET (self);
}

static void
on_close_clicked (HtapNotice *self)
{
  g_signal_emit (self, signals[SIGNAL_DISMISSED], 0);
}

/**
 * htap_notice_add_close_button:
 *
 * Lets a person say that it was read: `dismissed`. Who made the notice takes its text away then.
 */
void
htap_notice_add_close_button (HtapNotice *self)
{
  GtkWidget *button;

  g_return_if_fail (HTAP_IS_NOTICE (self));

  button = g_object_new (GTK_TYPE_BUTTON, "icon-name", "window-close-symbolic", "tooltip-text",
                         _ ("Close"), "valign", GTK_ALIGN_CENTER, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_close_clicked), self);
  gtk_box_append (self->box, button);
}

/**
 * htap_notice_set_offers:
 * @offers: the buttons behind the sentence
 */
void
htap_notice_set_offers (HtapNotice *self, const HtapOffer offers[HTAP_N_OFFERS])
{
  g_return_if_fail (HTAP_IS_NOTICE (self));

  htap_offers_show (offers, self->buttons);
  gtk_widget_set_visible (GTK_WIDGET (self->buttons), offers[0].label != NULL);
}

/**
 * htap_notice_set_title:
 * @title: (nullable): a few words above the sentence; plain text
 */
void
htap_notice_set_title (HtapNotice *self, const char *title)
{
  g_return_if_fail (HTAP_IS_NOTICE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->title), title != NULL);
  if (title != NULL)
    say (self->title, title);
}

/**
 * htap_notice_get_text:
 *
 * Returns: (nullable): the text as it was given
 */
const char *
htap_notice_get_text (HtapNotice *self)
{
  g_return_val_if_fail (HTAP_IS_NOTICE (self), NULL);

  return self->text;
}

static void
take_text (HtapNotice *self, char *text)
{
  g_free (self->text);
  self->text = text;
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
}

/**
 * htap_notice_set_text:
 * @text: (nullable): plain text, may hold names from outside; %NULL to say nothing
 */
void
htap_notice_set_text (HtapNotice *self, const char *text)
{
  g_return_if_fail (HTAP_IS_NOTICE (self));

  take_text (self, g_strdup (text));
  if (text != NULL)
    say (self->label, text);
}

/**
 * htap_notice_set_sentences:
 * @sentences: (nullable): as the text of htap_notice_set_text(), a line each; %NULL to say nothing
 */
void
htap_notice_set_sentences (HtapNotice *self, const char *const *sentences)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  g_return_if_fail (HTAP_IS_NOTICE (self));

  for (guint i = 0; sentences != NULL && sentences[i] != NULL; i++)
    {
      g_autofree char *safe = htap_safe_text_dup (sentences[i]);

      g_strv_builder_add (builder, safe);
    }

  lines = g_strv_builder_end (builder);
  take_text (self, *lines != NULL ? g_strjoinv ("\n", lines) : NULL);
  if (self->text != NULL)
    say_safe (self->label, self->text);
}
