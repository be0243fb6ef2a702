/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-list.h"

#include "htap-list-update.h"
#include "htap-profile-file.h"

/* Those that were never saved stay, behind the saved ones. */
static void
add_others (GPtrArray *wanted, GListModel *profiles)
{
  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_origin (profile) != HTAP_PROFILE_SAVED)
        g_ptr_array_add (wanted, g_steal_pointer (&profile));
    }
}

static HtapProfile *
find_unchanged (GListModel *profiles, HtapProfile *saved)
{
  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (g_str_equal (htap_profile_get_uuid (profile), htap_profile_get_uuid (saved)) &&
          htap_profile_file_says_the_same (profile, saved))
        return g_steal_pointer (&profile);
    }

  return NULL;
}

static GPtrArray *
make_wanted (GListModel *profiles, GPtrArray *saved)
{
  GPtrArray *wanted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < saved->len; i++)
    {
      HtapProfile *unchanged = find_unchanged (profiles, saved->pdata[i]);

      g_ptr_array_add (wanted, unchanged != NULL ? unchanged : g_object_ref (saved->pdata[i]));
    }
  add_others (wanted, profiles);

  return wanted;
}

/**
 * htap_profile_list_update:
 * @profiles: (element-type HtapProfile): brought to what is saved, in that order; a profile that
 *   says the same as before keeps its object, and one that was never saved stays
 * @saved: (element-type HtapProfile): what the profiles file says now
 *
 * Returns: whether anything changed; then with one signal, for the part that did
 */
gboolean
htap_profile_list_update (GListStore *profiles, GPtrArray *saved)
{
  g_autoptr (GPtrArray) wanted = make_wanted (G_LIST_MODEL (profiles), saved);

  return htap_list_update (profiles, wanted);
}
