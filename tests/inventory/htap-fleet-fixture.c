/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-fleet-fixture.h"

#include "htap-finding-check.h"
#include "htap-findings.h"
#include "htap-test.h"

static void
count (guint *n_signals)
{
  (*n_signals)++;
}

/* Whatever the answers touched: what is found of it is what a look at everything would find. */
static void
assert_findings (HtapInventory *inventory)
{
  g_autoptr (GPtrArray) expected = htap_finding_check (
      htap_inventory_get_instances (inventory), htap_inventory_get_sources (inventory),
      g_get_real_time () / G_USEC_PER_SEC, NULL);
  GListModel *open = htap_findings_get_open (htap_inventory_get_findings (inventory));

  for (guint i = 0; i < MIN (expected->len, g_list_model_get_n_items (open)); i++)
    {
      g_autoptr (HtapFinding) finding = g_list_model_get_item (open, i);

      g_assert_cmpstr (htap_finding_get_key (finding), ==,
                       htap_finding_get_key (expected->pdata[i]));
    }
  g_assert_cmpuint (g_list_model_get_n_items (open), ==, expected->len);
}

static void
on_merged (HtapFleetFixture *self, HtapFieldSet changed, HtapInventory *inventory)
{
  self->n_merges++;
  assert_findings (inventory);
}

void
htap_fleet_fixture_set_up (HtapFleetFixture *self, gconstpointer data)
{
  self->probe = htap_demo_probe_new ();
  self->inventory = htap_inventory_new ("en-us");
  g_signal_connect_swapped (self->inventory, "merged", G_CALLBACK (on_merged), self);
  g_signal_connect_swapped (self->inventory, "profiles-changed", G_CALLBACK (count),
                            &self->n_profiles_changed);
}

void
htap_fleet_fixture_tear_down (HtapFleetFixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->inventory);
  htap_demo_probe_free (self->probe);
}

/**
 * htap_fleet_fixture_new_profile:
 *
 * Returns: (transfer full): one that discovers every project of the cloud which has instances
 */
HtapProfile *
htap_fleet_fixture_new_profile (HtapFleetFixture *self, const char *uuid)
{
  HtapProfile *profile = htap_profile_new (uuid);
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  guint n_taurus;
  const HtapDemoTaurus *taurus = htap_demo_cloud_get_taurus (self->probe->cloud, &n_taurus);

  for (guint i = 0; i < n_taurus; i++)
    {
      g_ptr_array_add (projects, htap_regional_id_new (taurus[i].region, taurus[i].project_id));
      htap_profile_set_endpoint (profile, taurus[i].region,
                                 htap_demo_cloud_get_address (self->probe->cloud));
    }

  htap_profile_set_name (profile, uuid);
  htap_profile_set_origin (profile, HTAP_PROFILE_DEMO);
  htap_profile_set_projects (profile, projects);
  htap_profile_set_discover (profile, TRUE);

  return profile;
}

/**
 * htap_fleet_fixture_add_profile:
 * @profile: (transfer full): takes the place of one with the same uuid
 */
void
htap_fleet_fixture_add_profile (HtapFleetFixture *self, HtapProfile *profile)
{
  g_autoptr (HtapProfile) owned = profile;
  g_autoptr (HtapCredentials) credentials =
      htap_credentials_new_token (htap_demo_cloud_get_token (self->probe->cloud));

  htap_inventory_add_transient_profile (self->inventory, owned, credentials);
}

typedef struct
{
  HtapInventory *inventory;
  HtapRefresh *refresh;
} Finish;

/* All have answered, and what they said is in the lists. */
static gboolean
is_finished (gpointer data)
{
  const Finish *finish = data;

  return htap_refresh_is_finished (finish->refresh) &&
         htap_inventory_get_refresh (finish->inventory) != finish->refresh;
}

void
htap_fleet_fixture_wait_finished (HtapFleetFixture *self, HtapRefresh *refresh)
{
  Finish finish = { self->inventory, refresh };

  htap_test_wait_until (is_finished, &finish, "the end of a refresh");
  g_assert_cmpuint (htap_refresh_get_done (refresh), ==, htap_refresh_get_total (refresh));
  g_assert_false (htap_refresh_is_discovering (refresh));
}

/* Everything, to the end. */
void
htap_fleet_fixture_refresh (HtapFleetFixture *self)
{
  g_autoptr (HtapRefresh) refresh = g_object_ref (htap_inventory_refresh (self->inventory, NULL));

  htap_fleet_fixture_wait_finished (self, refresh);
}

/* How many the cloud has. */
guint
htap_fleet_fixture_get_n_taurus (HtapFleetFixture *self)
{
  guint n_taurus;

  htap_demo_cloud_get_taurus (self->probe->cloud, &n_taurus);

  return n_taurus;
}

guint
htap_fleet_fixture_get_n_sources (HtapFleetFixture *self)
{
  return g_list_model_get_n_items (htap_inventory_get_sources (self->inventory));
}

guint
htap_fleet_fixture_get_n_rows (HtapFleetFixture *self)
{
  return g_list_model_get_n_items (htap_inventory_get_instances (self->inventory));
}

/* Returns: how many sources are in @state */
guint
htap_fleet_fixture_count_state (HtapFleetFixture *self, HtapSourceState state)
{
  GListModel *sources = htap_inventory_get_sources (self->inventory);
  guint n_sources = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (htap_source_get_state (source) == state)
        n_sources++;
    }

  return n_sources;
}

/* Returns: (transfer none) (nullable): the first that reads it */
HtapSource *
htap_fleet_fixture_find_source (HtapFleetFixture *self, const char *taurus_id)
{
  GListModel *sources = htap_inventory_get_sources (self->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (g_str_equal (htap_source_get_taurus_id (source), taurus_id))
        return source;
    }

  return NULL;
}
