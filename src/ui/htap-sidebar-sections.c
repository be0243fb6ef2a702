/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sidebar-sections.h"

#include "htap-fold-row.h"
#include "htap-inventory-follower.h"
#include "htap-near-rows.h"
#include "htap-sidebar-changes.h"
#include "htap-sidebar-findings.h"
#include "htap-sidebar-section.h"

struct _HtapSidebarSections
{
  GObject parent_instance;
  GtkListBox *list; /* not owned: it outlives this */
  HtapInventory *inventory;
  HtapSearch *search;  /* (nullable) */
  GPtrArray *sections; /* HtapSidebarSection, from top to bottom */
  GHashTable *places;  /* row -> its section's position, from 1 */
  HtapInventoryFollower *follower;
  HtapNearRows *near;
};

G_DEFINE_FINAL_TYPE (HtapSidebarSections, htap_sidebar_sections, G_TYPE_OBJECT)

/* NULL for what stands above all of them. */
static HtapSidebarSection *
find_section (HtapSidebarSections *self, gpointer row)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, row));

  return place > 0 ? self->sections->pdata[place - 1] : NULL;
}

/* All instances, what is wrong with them, what has changed, then a profile. */
static int
get_rank (GtkListBoxRow *row)
{
  if (HTAP_IS_SOURCE_ROW (row))
    return 0;
  if (HTAP_IS_SIDEBAR_FINDINGS (row))
    return 1;

  return HTAP_IS_SIDEBAR_CHANGES (row) ? 2 : 3;
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  HtapSidebarSections *self = user_data;
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, a));
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, b));

  /* GTK 4.8 counts what is hidden when a row is chosen by its number, but not when it tells the
   * number to a screen reader: at the end it does no harm. */
  if (gtk_widget_get_visible (GTK_WIDGET (a)) != gtk_widget_get_visible (GTK_WIDGET (b)))
    return gtk_widget_get_visible (GTK_WIDGET (a)) ? -1 : 1;
  if (place != other)
    return place < other ? -1 : 1;
  if (place == 0)
    return get_rank (a) - get_rank (b);

  return htap_sidebar_section_compare (self->sections->pdata[place - 1], a, b);
}

/* By hand: a screen reader goes on to see what a list box filters out. */
static void
show_rows (HtapSidebarSections *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      HtapSidebarSection *section = find_section (self, row);

      if (section != NULL)
        gtk_widget_set_visible (GTK_WIDGET (row), htap_sidebar_section_shows (section, row));
    }
}

/* Sorting anew lays every row out anew. */
static gboolean
is_sorted (HtapSidebarSections *self)
{
  GtkListBoxRow *previous = gtk_list_box_get_row_at_index (self->list, 0);
  GtkListBoxRow *row;

  for (int i = 1; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (compare_rows (previous, row, self) > 0)
        return FALSE;
      previous = row;
    }

  return TRUE;
}

static void
update (HtapSidebarSections *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    htap_sidebar_section_update (self->sections->pdata[i]);
  show_rows (self);
  if (!is_sorted (self))
    gtk_list_box_invalidate_sort (self->list);
  htap_near_rows_look (self->near);
}

static void
append_row (gpointer row, gpointer user_data)
{
  HtapSidebarSections *self = user_data;

  g_hash_table_insert (self->places, row, GUINT_TO_POINTER (self->sections->len));
  if (HTAP_IS_FOLD_ROW (row))
    g_signal_connect_object (row, "notify::open", G_CALLBACK (htap_inventory_follower_queue),
                             self->follower, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
follow_discoveries (HtapSidebarSections *self,
                    HtapSidebarSection *section,
                    HtapProfile *profile,
                    const char *region)
{
  GListModel *discoveries = htap_inventory_get_discoveries (self->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (discoveries); i++)
    {
      g_autoptr (HtapDiscovery) discovery = g_list_model_get_item (discoveries, i);

      if (htap_discovery_get_profile (discovery) == profile &&
          g_strcmp0 (htap_discovery_get_region (discovery), region) == 0)
        htap_sidebar_section_follow (section, discovery);
    }
}

static void
add_region (HtapSidebarSections *self,
            HtapProfile *profile,
            const char *region,
            GPtrArray *previous)
{
  GListModel *sources = htap_inventory_get_sources (self->inventory);
  HtapSidebarSection *section = htap_sidebar_section_new (profile, region);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (htap_source_get_profile (source) == profile &&
          g_strcmp0 (htap_source_get_region (source), region) == 0)
        htap_sidebar_section_add (section, source);
    }

  htap_sidebar_section_take_over (section, previous);
  follow_discoveries (self, section, profile, region);
  htap_sidebar_section_set_search (section, self->search);
  g_ptr_array_add (self->sections, section);
  htap_sidebar_section_foreach (section, append_row, self);
}

/* The regions in the order in which the profile names them, first its projects', then those of
 * TaurusDB instances that have no project and therefore fail: they must be seen as well. */
static void
add_profile (HtapSidebarSections *self, HtapProfile *profile, GPtrArray *previous)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *const lists[] = { htap_profile_get_projects (profile),
                               htap_profile_get_taurus_ids (profile) };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const HtapRegionalId *id = lists[i]->pdata[j];

        if (g_hash_table_add (seen, id->region))
          add_region (self, profile, id->region, previous);
      }

  if (g_hash_table_size (seen) == 0)
    add_region (self, profile, NULL, previous);
}

static void
remove_row (gpointer row, gpointer user_data)
{
  gtk_list_box_remove (HTAP_SIDEBAR_SECTIONS (user_data)->list, row);
}

/* Returns: (transfer full): what was there */
static GPtrArray *
remove_sections (HtapSidebarSections *self)
{
  GPtrArray *previous = self->sections;

  for (guint i = 0; i < previous->len; i++)
    htap_sidebar_section_foreach (previous->pdata[i], remove_row, self);
  g_hash_table_remove_all (self->places);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_sidebar_section_free);

  return previous;
}

static void
htap_sidebar_sections_dispose (GObject *object)
{
  HtapSidebarSections *self = HTAP_SIDEBAR_SECTIONS (object);

  g_clear_object (&self->follower);
  g_clear_object (&self->near);
  gtk_list_box_set_sort_func (self->list, NULL, NULL, NULL);
  g_clear_object (&self->inventory);

  G_OBJECT_CLASS (htap_sidebar_sections_parent_class)->dispose (object);
}

static void
htap_sidebar_sections_finalize (GObject *object)
{
  HtapSidebarSections *self = HTAP_SIDEBAR_SECTIONS (object);

  g_ptr_array_unref (self->sections);
  g_hash_table_unref (self->places);
  g_clear_pointer (&self->search, htap_search_free);

  G_OBJECT_CLASS (htap_sidebar_sections_parent_class)->finalize (object);
}

static void
htap_sidebar_sections_class_init (HtapSidebarSectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_sidebar_sections_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_sidebar_sections_finalize;
}

static void
htap_sidebar_sections_init (HtapSidebarSections *self)
{
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_sidebar_section_free);
  self->places = g_hash_table_new (NULL, NULL);
}

/**
 * htap_sidebar_sections_new:
 * @list: filled, sorted and filtered; drop this before it goes
 *
 * Returns: (transfer full): no section yet
 */
HtapSidebarSections *
htap_sidebar_sections_new (GtkListBox *list, HtapInventory *inventory)
{
  HtapSidebarSections *self = g_object_new (HTAP_TYPE_SIDEBAR_SECTIONS, NULL);

  self->list = list;
  self->inventory = g_object_ref (inventory);
  self->follower = htap_inventory_follower_new (inventory);
  g_signal_connect_object (self->follower, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_sort_func (list, compare_rows, self, NULL);
  self->near = htap_near_rows_new (list);

  return self;
}

/**
 * htap_sidebar_sections_rebuild:
 *
 * Makes the rows anew, for profiles change rarely and by hand; what was open stays open.
 */
void
htap_sidebar_sections_rebuild (HtapSidebarSections *self)
{
  GListModel *profiles = htap_inventory_get_profiles (self->inventory);
  g_autoptr (GPtrArray) previous = remove_sections (self);

  for (guint i = 0; i < g_list_model_get_n_items (profiles); i++)
    {
      g_autoptr (HtapProfile) profile = g_list_model_get_item (profiles, i);

      if (htap_profile_get_enabled (profile))
        add_profile (self, profile, previous);
      else
        /* Its heading alone: from there it comes back. */
        add_region (self, profile, NULL, previous);
    }

  update (self);
}

/**
 * htap_sidebar_sections_set_search:
 * @text: what to look for in names and ids; empty for everything
 */
void
htap_sidebar_sections_set_search (HtapSidebarSections *self, const char *text)
{
  HtapSearch *previous = self->search;

  self->search = htap_search_new (text);
  for (guint i = 0; i < self->sections->len; i++)
    htap_sidebar_section_set_search (self->sections->pdata[i], self->search);
  g_clear_pointer (&previous, htap_search_free);
  update (self);
}

/**
 * htap_sidebar_sections_find:
 *
 * Returns: (transfer none) (nullable): the row of @source, whether or not it is on the screen
 */
GtkListBoxRow *
htap_sidebar_sections_find (HtapSidebarSections *self, HtapSource *source)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (HTAP_IS_SOURCE_ROW (row) && htap_source_row_get_source (HTAP_SOURCE_ROW (row)) == source)
      return row;

  return NULL;
}
