/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-offer.h"

#include "htap-error.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapError kind;
  const char *saved[HTAP_N_OFFERS];   /* actions for a saved profile */
  const char *foreign[HTAP_N_OFFERS]; /* for the environment's */
} Case;

static const Case cases[] = {
  { HTAP_ERROR_AUTH, { "win.sign-in", "win.copy-error" }, { "win.copy-error" } },
  { HTAP_ERROR_FORBIDDEN, { "win.copy-error", "win.edit-profile" }, { "win.copy-error" } },
  { HTAP_ERROR_NOT_FOUND,
    { "win.hide-missing", "win.copy-error" },
    { "win.hide-missing", "win.copy-error" } },
  { HTAP_ERROR_CONFIG, { "win.edit-profile", "win.copy-error" }, { "win.copy-error" } },
  { HTAP_ERROR_KEYRING_LOCKED, { "win.unlock-keyring" }, { "win.unlock-keyring" } },
  { HTAP_ERROR_KEYRING_UNAVAILABLE, { "win.sign-in", "win.refresh" }, { "win.refresh" } },
  { HTAP_ERROR_CLOCK_SKEW,
    { "win.refresh", "win.copy-error" },
    { "win.refresh", "win.copy-error" } },
  { HTAP_ERROR_SERVER, { "win.refresh", "win.copy-error" }, { "win.refresh", "win.copy-error" } },
};

static void
assert_offers (HtapError kind, HtapSource *source, const char *const actions[HTAP_N_OFFERS])
{
  g_autoptr (GError) error = NULL;
  HtapOffer offers[HTAP_N_OFFERS];

  htap_error_set (&error, kind, NULL, "as if");
  htap_offers_for_error (offers, error, source);
  for (guint i = 0; i < HTAP_N_OFFERS; i++)
    {
      g_assert_cmpstr (offers[i].action, ==, actions[i]);
      if (g_strcmp0 (actions[i], "win.sign-in") == 0 ||
          g_strcmp0 (actions[i], "win.edit-profile") == 0)
        g_assert_cmpstr (offers[i].target, ==, "uuid");
      else if (g_strcmp0 (actions[i], "win.hide-missing") == 0)
        g_assert_cmpstr (offers[i].target, ==, "ain07");
      else
        g_assert_null (offers[i].target);
    }
}

static void
test_for_error (void)
{
  g_autoptr (HtapProfile) profile = htap_profile_new ("uuid");
  g_autoptr (HtapSource) source = htap_source_new (profile, "cn-north-4", "23a5", "ain07");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      htap_profile_set_origin (profile, HTAP_PROFILE_SAVED);
      assert_offers (cases[i].kind, source, cases[i].saved);
      htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
      assert_offers (cases[i].kind, source, cases[i].foreign);
    }
}

static void
test_is_remedy (void)
{
  const HtapOffer nothing = { NULL };
  const HtapOffer again = { "_Try Again", "win.refresh", NULL };
  const HtapOffer copy = { "Copy _Details", "win.copy-error", NULL };
  const HtapOffer unlock = { "_Unlock", "win.unlock-keyring", NULL };

  g_assert_false (htap_offer_is_remedy (&nothing));
  g_assert_false (htap_offer_is_remedy (&again));
  g_assert_false (htap_offer_is_remedy (&copy));
  g_assert_true (htap_offer_is_remedy (&unlock));
}

static void
test_button (void)
{
  const HtapOffer offer = { "_Edit Profile", "win.edit-profile", "uuid" };
  GtkWidget *button = g_object_ref_sink (htap_offer_new_button (&offer));
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button));

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Edit Profile");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==,
                   "win.edit-profile");
  g_assert_cmpstr (g_variant_get_string (target, NULL), ==, "uuid");
  g_object_unref (button);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/offer/for-error", test_for_error);
  g_test_add_func ("/offer/is-remedy", test_is_remedy);
  g_test_add_func ("/offer/button", test_button);

  return g_test_run ();
}
