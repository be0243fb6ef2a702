/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-window-test.h"

#include "htap-findings.h"
#include "htap-instance-list.h"
#include "htap-test.h"

HtapTestDemo *
htap_test_demo_new (void)
{
  HtapTestDemo *self = g_new0 (HtapTestDemo, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *profile = NULL;

  self->cloud = htap_demo_cloud_new ();
  self->inventory = htap_inventory_new ("en-us");
  htap_demo_cloud_start (self->cloud, 0, &error);
  g_assert_no_error (error);
  profile = htap_demo_cloud_dup_profile_by_hand (self->cloud);
  htap_inventory_add_demo_profile (self->inventory, profile,
                                   htap_demo_cloud_get_token (self->cloud));

  return self;
}

void
htap_test_demo_free (HtapTestDemo *self)
{
  g_assert_finalize_object (self->inventory);
  htap_demo_cloud_stop (self->cloud);
  g_assert_finalize_object (self->cloud);
  g_free (self);
}

static gboolean
is_idle (gpointer data)
{
  return htap_inventory_get_refresh (data) == NULL;
}

/**
 * htap_test_demo_refresh:
 *
 * Asks for everything and waits for the end of it.
 */
void
htap_test_demo_refresh (HtapTestDemo *self)
{
  g_assert_nonnull (htap_inventory_refresh (self->inventory, NULL));
  htap_test_wait_until (is_idle, self->inventory, "the end of a refresh");
}

/**
 * htap_test_demo_find_failed:
 *
 * Returns: (transfer none): the source that the demo cloud denies, once it was asked for
 */
HtapSource *
htap_test_demo_find_failed (HtapTestDemo *self)
{
  GListModel *sources = htap_inventory_get_sources (self->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (htap_source_get_error (source) != NULL)
        return source;
    }

  g_assert_not_reached ();
}

static GPtrArray *
parse_ids (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  GPtrArray *ids = htap_regional_ids_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (ids, htap_regional_id_parse (parts[i]));

  return ids;
}

/**
 * htap_window_test_set_profile:
 * @name: its name, and its uuid as well
 * @projects: `region:id`, with semicolons between them
 * @taurus_ids: likewise
 *
 * Adds a profile that is never saved, or edits it.
 */
void
htap_window_test_set_profile (HtapInventory *inventory,
                              const char *name,
                              const char *projects,
                              const char *taurus_ids)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (name);
  g_autoptr (GPtrArray) project_list = parse_ids (projects);
  g_autoptr (GPtrArray) taurus_list = parse_ids (taurus_ids);

  htap_profile_set_name (profile, name);
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_profile_set_projects (profile, project_list);
  htap_profile_set_taurus_ids (profile, taurus_list);
  htap_inventory_add_transient_profile (inventory, profile, NULL);
}

/**
 * htap_window_test_discover:
 * @name: its name, and its uuid as well
 * @projects: `region:id`, with semicolons between them
 *
 * Adds a profile that is never saved, and finds its TaurusDB instances itself.
 *
 * Returns: (transfer none): the search in its first project; the inventory keeps it
 */
HtapDiscovery *
htap_window_test_discover (HtapInventory *inventory, const char *name, const char *projects)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (name);
  g_autoptr (GPtrArray) project_list = parse_ids (projects);
  GListModel *discoveries = htap_inventory_get_discoveries (inventory);
  guint n_before = g_list_model_get_n_items (discoveries);
  g_autoptr (HtapDiscovery) first = NULL;

  htap_profile_set_name (profile, name);
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_profile_set_discover (profile, TRUE);
  htap_profile_set_projects (profile, project_list);
  htap_inventory_add_transient_profile (inventory, profile, NULL);
  first = g_list_model_get_item (discoveries, n_before);
  g_assert_nonnull (first);

  return first;
}

/**
 * htap_window_test_get_source:
 *
 * Returns: (transfer none): the inventory keeps it
 */
HtapSource *
htap_window_test_get_source (HtapInventory *inventory, guint position)
{
  g_autoptr (HtapSource) source =
      g_list_model_get_item (htap_inventory_get_sources (inventory), position);

  g_assert_nonnull (source);

  return source;
}

static void
answer (HtapInventory *inventory, HtapSource *source, gint64 as_of, gint64 at, const char *statuses)
{
  g_auto (GStrv) parts = g_strsplit (statuses, " ", -1);
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify) htap_record_unref);
  HtapListing listing = { source, records, at };

  for (guint i = 0; parts[i] != NULL; i++)
    {
      HtapRecord *record;
      g_autofree char *id = NULL;
      g_autofree char *name = NULL;

      if (*parts[i] == '\0')
        continue;

      record = htap_record_new ();
      id = g_strdup_printf ("%s%uin17", htap_source_get_taurus_id (source), i);
      name = g_strdup_printf ("htap-%u", i);
      htap_record_set_text (record, HTAP_TEXT_ID, id);
      htap_record_set_text (record, HTAP_TEXT_NAME, name);
      htap_record_set_text (record, HTAP_TEXT_STATUS, parts[i]);
      g_ptr_array_add (records, record);
    }

  htap_instance_list_merge (HTAP_INSTANCE_LIST (htap_inventory_get_instances (inventory)), &listing,
                            1);
  htap_source_succeed (source, as_of, records->len, 10, records->len, NULL);
  /* At everything: nothing of this came through the queue. */
  htap_findings_look (htap_inventory_get_findings (inventory), as_of);
}

/**
 * htap_window_test_answer:
 * @as_of: when it came
 * @statuses: the API's status of each instance, with spaces between them
 *
 * As if the cloud had answered; ten instances are the most that are possible. Nothing is told of
 * what has changed.
 */
void
htap_window_test_answer (HtapInventory *inventory,
                         HtapSource *source,
                         gint64 as_of,
                         const char *statuses)
{
  answer (inventory, source, as_of, 0, statuses);
}

/**
 * htap_window_test_answer_again:
 *
 * Likewise, and what has changed since the answer before is told.
 */
void
htap_window_test_answer_again (HtapInventory *inventory,
                               HtapSource *source,
                               gint64 as_of,
                               const char *statuses)
{
  answer (inventory, source, as_of, as_of, statuses);
}

void
htap_window_test_fail (HtapSource *source, HtapError kind)
{
  g_autoptr (GError) error = NULL;

  htap_error_set (&error, kind, NULL, "as if");
  htap_source_fail (source, error);
}

/**
 * htap_window_test_find_button:
 * @accessible_label: what a screen reader calls it
 *
 * Returns: (transfer none) (nullable): the first such button in @widget
 */
GtkWidget *
htap_window_test_find_button (GtkWidget *widget, const char *accessible_label)
{
  g_autofree char *other = NULL;

  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget))
    {
      other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                  GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_label);
      if (other == NULL)
        return widget;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = htap_window_test_find_button (child, accessible_label);

      if (found != NULL)
        return found;
    }

  return NULL;
}
