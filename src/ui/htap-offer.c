/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-offer.h"

#include "htap-compat.h"
#include "htap-error.h"

#include <glib/gi18n-lib.h>

static const HtapOffer try_again = { N_ ("_Try Again"), "win.refresh", NULL };
static const HtapOffer copy_details = { N_ ("Copy _Details"), "win.copy-error", NULL };
static const HtapOffer unlock = { N_ ("_Unlock"), "win.unlock-keyring", NULL };

/* A profile of the environment or of a demo has nothing that could be entered anew. */
static HtapOffer
offer_for_profile (HtapSource *source, gboolean sign_in)
{
  HtapProfile *profile = source != NULL ? htap_source_get_profile (source) : NULL;

  if (profile == NULL || htap_profile_get_origin (profile) != HTAP_PROFILE_SAVED)
    return (HtapOffer){ NULL };
  if (sign_in)
    return (HtapOffer){ N_ ("_Sign In"), "win.sign-in", htap_profile_get_uuid (profile) };

  return (HtapOffer){ N_ ("_Edit Profile"), "win.edit-profile", htap_profile_get_uuid (profile) };
}

/* Not to be told again and again of what is gone. */
static HtapOffer
offer_to_hide (HtapSource *source)
{
  return (HtapOffer){ N_ ("_Hide"), "win.hide-missing", htap_source_get_taurus_id (source) };
}

static void
offer (HtapOffer offers[HTAP_N_OFFERS], HtapOffer first, HtapOffer second)
{
  offers[0] = first.label != NULL ? first : second;
  offers[1] = first.label != NULL ? second : (HtapOffer){ NULL };
}

/**
 * htap_offers_for_error:
 * @offers: (out): the more useful one first
 * @error: why something could not be read
 * @source: (nullable): where
 */
void
htap_offers_for_error (HtapOffer offers[HTAP_N_OFFERS], const GError *error, HtapSource *source)
{
  int kind = error->domain == HTAP_ERROR ? error->code : -1;

  switch (kind)
    {
    case HTAP_ERROR_KEYRING_LOCKED:
      offer (offers, unlock, (HtapOffer){ NULL });
      break;
    case HTAP_ERROR_KEYRING_UNAVAILABLE:
      offer (offers, offer_for_profile (source, TRUE), try_again);
      break;
    case HTAP_ERROR_AUTH:
      offer (offers, offer_for_profile (source, TRUE), copy_details);
      break;
    case HTAP_ERROR_FORBIDDEN:
      offer (offers, copy_details, offer_for_profile (source, FALSE));
      break;
    case HTAP_ERROR_NOT_FOUND:
      if (source != NULL && htap_source_get_taurus_id (source) != NULL)
        offer (offers, offer_to_hide (source), copy_details);
      else
        offer (offers, offer_for_profile (source, FALSE), copy_details);
      break;
    case HTAP_ERROR_CONFIG:
      offer (offers, offer_for_profile (source, FALSE), copy_details);
      break;
    default:
      offer (offers, try_again, copy_details);
      break;
    }
}

/**
 * htap_offer_is_remedy:
 *
 * Returns: whether it can make things better, which neither asking again nor copying does
 */
gboolean
htap_offer_is_remedy (const HtapOffer *offer)
{
  return offer->label != NULL && g_strcmp0 (offer->action, try_again.action) != 0 &&
         g_strcmp0 (offer->action, copy_details.action) != 0;
}

GtkWidget *
htap_offer_new_button (const HtapOffer *offer)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", _ (offer->label), "use-underline",
                                    TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  htap_compat_name_buttons (button);
  if (offer->target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", offer->target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), offer->action);

  return button;
}

static gboolean
is_offered_by (const HtapOffer *offer, GtkWidget *button)
{
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));
  const char *about = target != NULL ? g_variant_get_string (target, NULL) : NULL;

  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), _ (offer->label)) == 0 &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), offer->action) == 0 &&
         g_strcmp0 (about, offer->target) == 0;
}

static gboolean
is_shown (const HtapOffer offers[HTAP_N_OFFERS], GtkBox *box)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (box));

  for (guint i = 0; i < HTAP_N_OFFERS && offers[i].label != NULL; i++)
    {
      if (button == NULL || !is_offered_by (&offers[i], button))
        return FALSE;
      button = gtk_widget_get_next_sibling (button);
    }

  return button == NULL;
}

/**
 * htap_offers_show:
 * @box: has buttons for @offers afterwards and nothing else; those that are there already stay, and
 *   the focus with them
 */
void
htap_offers_show (const HtapOffer offers[HTAP_N_OFFERS], GtkBox *box)
{
  GtkWidget *child;

  if (is_shown (offers, box))
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < HTAP_N_OFFERS; i++)
    if (offers[i].label != NULL)
      gtk_box_append (box, htap_offer_new_button (&offers[i]));
}
