/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-menu.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *label;
  const char *action;
  gboolean (*fits) (HtapProfile *profile);
} Item;

static gboolean
is_enabled (HtapProfile *profile)
{
  return htap_profile_get_enabled (profile);
}

static gboolean
is_saved (HtapProfile *profile)
{
  return htap_profile_get_origin (profile) == HTAP_PROFILE_SAVED;
}

static gboolean
can_be_disabled (HtapProfile *profile)
{
  return is_saved (profile) && is_enabled (profile);
}

static gboolean
can_be_enabled (HtapProfile *profile)
{
  return is_saved (profile) && !is_enabled (profile);
}

/* A project is what is tested. */
static gboolean
can_be_tested (HtapProfile *profile)
{
  return htap_profile_get_projects (profile)->len > 0;
}

static void
append (GMenu *section, HtapProfile *profile, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", htap_profile_get_uuid (profile));
  g_menu_append_item (section, item);
}

static void
append_items (GMenu *section, HtapProfile *profile, const Item *items, guint n_items)
{
  for (guint i = 0; i < n_items; i++)
    if (items[i].fits (profile))
      append (section, profile, _ (items[i].label), items[i].action);
}

static void
append_show_hidden (GMenu *section, HtapProfile *profile)
{
  guint n_hidden = htap_profile_get_hidden_taurus_ids (profile)->len;
  /* Translators: a menu item; %u is how many TaurusDB instances are hidden. */
  g_autofree char *label = g_strdup_printf (_ ("Show _Hidden (%u)"), n_hidden);

  if (n_hidden > 0 && htap_profile_get_enabled (profile))
    append (section, profile, label, "win.show-hidden");
}

static void
append_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/**
 * htap_profile_menu_new:
 *
 * Returns: (transfer full): what can be done with @profile as it is now
 */
GMenuModel *
htap_profile_menu_new (HtapProfile *profile)
{
  static const Item looks[] = {
    { N_ ("_Refresh"), "win.refresh-profile", is_enabled },
    { N_ ("_Test…"), "win.test-profile", can_be_tested },
  };
  static const Item changes[] = {
    { N_ ("_Edit…"), "win.edit-profile", is_saved },
    { N_ ("D_uplicate…"), "win.duplicate-profile", is_saved },
    { N_ ("_Disable"), "win.disable-profile", can_be_disabled },
    { N_ ("E_nable"), "win.enable-profile", can_be_enabled },
    { N_ ("Re_move…"), "win.remove-profile", is_saved },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();

  append_items (first, profile, looks, G_N_ELEMENTS (looks));
  append_show_hidden (first, profile);
  append_items (second, profile, changes, G_N_ELEMENTS (changes));
  append_section (menu, first);
  append_section (menu, second);

  return G_MENU_MODEL (menu);
}
