/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-box.h"

#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* A button's width; two names differ sooner. */
#define MAX_CHARACTERS 40

struct _HtapImportBox
{
  GtkBox parent_instance;
  GPtrArray *offers; /* HtapImportOffer, one for each button in its order */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapImportBox, htap_import_box, GTK_TYPE_BOX)

static void
on_button_clicked (HtapImportBox *self, GtkWidget *button)
{
  guint place = 0;

  while ((button = gtk_widget_get_prev_sibling (button)) != NULL)
    place++;
  g_signal_emit (self, signals[CHOSEN], 0, self->offers->pdata[place]);
}

static char *
dup_label (HtapImportOffer *offer)
{
  const char *name = htap_import_offer_get_name (offer);
  g_autofree char *safe = name != NULL ? htap_safe_text_dup_cut (name, MAX_CHARACTERS) : NULL;

  switch (htap_import_offer_get_origin (offer))
    {
    case HTAP_IMPORT_KOOCLI:
      /* Translators: KooCLI is Huawei Cloud's command line; %s is the name of one of its profiles.
       */
      return g_strdup_printf (_ ("Use KooCLI Profile “%s”"), safe != NULL ? safe : "");
    case HTAP_IMPORT_SDK:
      return g_strdup (_ ("Use the Credentials of the SDKs"));
    case HTAP_IMPORT_CSV:
      return g_strdup (_ ("Use credentials.csv"));
    case HTAP_IMPORT_ENVIRONMENT:
    default:
      return g_strdup (_ ("Use the Environment Variables"));
    }
}

static void
htap_import_box_finalize (GObject *object)
{
  g_ptr_array_unref (HTAP_IMPORT_BOX (object)->offers);

  G_OBJECT_CLASS (htap_import_box_parent_class)->finalize (object);
}

static void
htap_import_box_class_init (HtapImportBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_import_box_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", HTAP_TYPE_IMPORT_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, HTAP_TYPE_IMPORT_OFFER);
}

static void
htap_import_box_init (HtapImportBox *self)
{
  self->offers = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
htap_import_box_new (void)
{
  return g_object_new (HTAP_TYPE_IMPORT_BOX, NULL);
}

/* Whether the buttons that are there say the same: then they stay, and the focus with them. */
static gboolean
is_shown (HtapImportBox *self, GPtrArray *offers)
{
  if (offers->len != self->offers->len)
    return FALSE;

  for (guint i = 0; i < offers->len; i++)
    {
      g_autofree char *label = dup_label (offers->pdata[i]);
      g_autofree char *shown = dup_label (self->offers->pdata[i]);

      if (!g_str_equal (label, shown))
        return FALSE;
    }

  return TRUE;
}

/**
 * htap_import_box_show:
 * @offers: (element-type HtapImportOffer): what to offer instead of what there is; none hides it
 */
void
htap_import_box_show (HtapImportBox *self, GPtrArray *offers)
{
  GtkWidget *child;
  gboolean same;

  g_return_if_fail (HTAP_IS_IMPORT_BOX (self));

  same = is_shown (self, offers);
  g_ptr_array_set_size (self->offers, 0);
  for (guint i = 0; i < offers->len; i++)
    g_ptr_array_add (self->offers, g_object_ref (offers->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), offers->len > 0);
  if (same)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < offers->len; i++)
    {
      g_autofree char *label = dup_label (offers->pdata[i]);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_add_css_class (button, "pill");
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_button_clicked), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), button);
    }
}
