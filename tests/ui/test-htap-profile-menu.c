/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-menu.h"

static HtapProfile *
new_profile (HtapProfileOrigin origin)
{
  HtapProfile *profile = htap_profile_new ("uuid");
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();

  g_ptr_array_add (projects, htap_regional_id_parse ("cn-north-4:p"));
  htap_profile_set_origin (profile, origin);
  htap_profile_set_projects (profile, projects);

  return profile;
}

/* The labels without mnemonics; every action has the profile. */
static void
describe (GMenuModel *menu, GString *text)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *label = NULL;
      g_autofree char *uuid = NULL;
      g_auto (GStrv) parts = NULL;
      g_autofree char *plain = NULL;

      if (section != NULL)
        {
          describe (section, text);
          g_string_append (text, i + 1 < g_menu_model_get_n_items (menu) ? " | " : "");
          continue;
        }

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &uuid);
      g_assert_cmpstr (uuid, ==, "uuid");
      parts = g_strsplit (label, "_", -1);
      plain = g_strjoinv ("", parts);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", plain);
    }
}

static void
assert_menu (HtapProfile *profile, const char *expected)
{
  g_autoptr (GMenuModel) menu = htap_profile_menu_new (profile);
  g_autoptr (GString) text = g_string_new (NULL);

  describe (menu, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_saved (void)
{
  g_autoptr (HtapProfile) profile = new_profile (HTAP_PROFILE_SAVED);
  g_autoptr (GPtrArray) nothing = htap_regional_ids_new ();

  assert_menu (profile, "Refresh, Test… | Edit…, Duplicate…, Disable, Remove…");

  htap_profile_set_projects (profile, nothing);
  assert_menu (profile, "Refresh | Edit…, Duplicate…, Disable, Remove…");
}

/* What comes from elsewhere is changed there. */
static void
test_not_saved (void)
{
  g_autoptr (HtapProfile) environment = new_profile (HTAP_PROFILE_ENVIRONMENT);
  g_autoptr (HtapProfile) demo = new_profile (HTAP_PROFILE_DEMO);

  assert_menu (environment, "Refresh, Test…");
  assert_menu (demo, "Refresh, Test…");
}

/* What is hidden of it is not to be seen anyway. */
static void
test_disabled (void)
{
  g_autoptr (HtapProfile) profile = new_profile (HTAP_PROFILE_SAVED);
  g_autoptr (GPtrArray) hidden = htap_regional_ids_new ();

  g_ptr_array_add (hidden, htap_regional_id_parse ("cn-north-4:ain07"));
  g_ptr_array_add (hidden, htap_regional_id_parse ("cn-north-4:bin07"));
  htap_profile_set_hidden_taurus_ids (profile, hidden);
  assert_menu (profile, "Refresh, Test…, Show Hidden (2) | Edit…, Duplicate…, Disable, Remove…");
  htap_profile_set_enabled (profile, FALSE);
  assert_menu (profile, "Test… | Edit…, Duplicate…, Enable, Remove…");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile-menu/saved", test_saved);
  g_test_add_func ("/profile-menu/not-saved", test_not_saved);
  g_test_add_func ("/profile-menu/disabled", test_disabled);

  return g_test_run ();
}
