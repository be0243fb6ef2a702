/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sidebar-section.h"

#include "htap-fold-row.h"
#include "htap-hidden-row.h"
#include "htap-profile-heading.h"

/* One row in place of one other would only hide its name. */
#define LEAST_FOLDED 2

struct _HtapSidebarSection
{
  char *uuid;   /* of the profile */
  char *region; /* (nullable) */
  GtkWidget *heading;
  GtkWidget *fold;          /* HtapFoldRow */
  GtkWidget *hidden_fold;   /* HtapFoldRow */
  GPtrArray *rows;          /* HtapSourceRow */
  GPtrArray *hidden_rows;   /* HtapHiddenRow */
  GPtrArray *discoveries;   /* HtapDiscovery */
  const HtapSearch *search; /* (nullable), not owned */
  guint n_empty;
  guint n_found;
};

/* From top to bottom. */
typedef enum
{
  PLACE_HEADING,
  PLACE_SOURCES,
  PLACE_FOLD,
  PLACE_FOLDED,
  PLACE_HIDDEN_FOLD,
  PLACE_HIDDEN,
} Place;

static void
add_hidden (HtapSidebarSection *self, HtapProfile *profile)
{
  GPtrArray *hidden = htap_profile_get_hidden_taurus_ids (profile);

  for (guint i = 0; i < hidden->len; i++)
    {
      const HtapRegionalId *taurus = hidden->pdata[i];

      if (g_strcmp0 (taurus->region, self->region) == 0)
        g_ptr_array_add (self->hidden_rows,
                         g_object_ref_sink (htap_hidden_row_new (profile, taurus)));
    }
}

/**
 * htap_sidebar_section_new:
 * @region: (nullable): %NULL for a profile without one
 *
 * Returns: (transfer full): a section without TaurusDB instances
 */
HtapSidebarSection *
htap_sidebar_section_new (HtapProfile *profile, const char *region)
{
  HtapSidebarSection *self = g_new0 (HtapSidebarSection, 1);

  self->uuid = g_strdup (htap_profile_get_uuid (profile));
  self->region = g_strdup (region);
  self->heading = g_object_ref_sink (htap_profile_heading_new (profile, region));
  self->fold = g_object_ref_sink (htap_fold_row_new (HTAP_FOLD_EMPTY));
  self->hidden_fold = g_object_ref_sink (htap_fold_row_new (HTAP_FOLD_HIDDEN));
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->hidden_rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->discoveries = g_ptr_array_new_with_free_func (g_object_unref);
  add_hidden (self, profile);

  return self;
}

void
htap_sidebar_section_free (HtapSidebarSection *self)
{
  g_free (self->uuid);
  g_free (self->region);
  g_object_unref (self->heading);
  g_object_unref (self->fold);
  g_object_unref (self->hidden_fold);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->hidden_rows);
  g_ptr_array_unref (self->discoveries);
  g_free (self);
}

/* @discovery: looks for the TaurusDB instances of the section */
void
htap_sidebar_section_follow (HtapSidebarSection *self, HtapDiscovery *discovery)
{
  g_ptr_array_add (self->discoveries, g_object_ref (discovery));
  htap_profile_heading_follow (HTAP_PROFILE_HEADING (self->heading), discovery);
}

void
htap_sidebar_section_add (HtapSidebarSection *self, HtapSource *source)
{
  g_ptr_array_add (self->rows, g_object_ref_sink (htap_source_row_new (source)));
}

static void
open_like (GtkWidget *fold, GtkWidget *other)
{
  htap_fold_row_set_open (HTAP_FOLD_ROW (fold), htap_fold_row_get_open (HTAP_FOLD_ROW (other)));
}

/**
 * htap_sidebar_section_take_over:
 * @previous: (element-type HtapSidebarSection): what was there before the profiles changed
 *
 * Is as open as it was.
 */
void
htap_sidebar_section_take_over (HtapSidebarSection *self, GPtrArray *previous)
{
  for (guint i = 0; i < previous->len; i++)
    {
      const HtapSidebarSection *other = previous->pdata[i];

      if (g_str_equal (other->uuid, self->uuid) && g_strcmp0 (other->region, self->region) == 0)
        {
          open_like (self->fold, other->fold);
          open_like (self->hidden_fold, other->hidden_fold);
        }
    }
}

static gboolean
is_searching (const HtapSidebarSection *self)
{
  return self->search != NULL && !htap_search_is_empty (self->search);
}

static gboolean
is_found (const HtapSidebarSection *self, HtapSource *source)
{
  return !is_searching (self) || htap_search_matches_source (self->search, source);
}

static void
name_hidden (HtapSidebarSection *self, HtapHiddenRow *row)
{
  const char *taurus_id = htap_source_get_taurus_id (htap_hidden_row_get_source (row));

  for (guint i = 0; i < self->discoveries->len; i++)
    {
      HtapTaurus *known = htap_discovery_find (self->discoveries->pdata[i], taurus_id);

      if (known != NULL)
        htap_hidden_row_set_taurus (row, known);
    }
}

/* @search: (nullable): of what the rows are to be; asked until it is replaced */
void
htap_sidebar_section_set_search (HtapSidebarSection *self, const HtapSearch *search)
{
  self->search = search;
  htap_sidebar_section_update (self);
}

/**
 * htap_sidebar_section_update:
 *
 * Counts what is known now; to be called when that changed, before the list asks again.
 */
void
htap_sidebar_section_update (HtapSidebarSection *self)
{
  self->n_empty = 0;
  self->n_found = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      self->n_empty += htap_source_row_is_empty (self->rows->pdata[i]);
      self->n_found += is_found (self, htap_source_row_get_source (self->rows->pdata[i]));
    }
  for (guint i = 0; i < self->hidden_rows->len; i++)
    {
      name_hidden (self, self->hidden_rows->pdata[i]);
      self->n_found += is_found (self, htap_hidden_row_get_source (self->hidden_rows->pdata[i]));
    }

  htap_fold_row_set_count (HTAP_FOLD_ROW (self->fold), self->n_empty);
  htap_fold_row_set_count (HTAP_FOLD_ROW (self->hidden_fold), self->hidden_rows->len);
}

/**
 * htap_sidebar_section_foreach:
 * @visit: (scope call): called with every row, heading and folds included, in no order
 */
void
htap_sidebar_section_foreach (HtapSidebarSection *self, GFunc visit, gpointer user_data)
{
  visit (self->heading, user_data);
  visit (self->fold, user_data);
  visit (self->hidden_fold, user_data);
  g_ptr_array_foreach (self->rows, visit, user_data);
  g_ptr_array_foreach (self->hidden_rows, visit, user_data);
}

static gboolean
folds (const HtapSidebarSection *self)
{
  return self->n_empty >= LEAST_FOLDED && !is_searching (self);
}

static Place
get_place (const HtapSidebarSection *self, GtkListBoxRow *row)
{
  if (GTK_WIDGET (row) == self->heading)
    return PLACE_HEADING;
  if (GTK_WIDGET (row) == self->fold)
    return PLACE_FOLD;
  if (GTK_WIDGET (row) == self->hidden_fold)
    return PLACE_HIDDEN_FOLD;
  if (HTAP_IS_HIDDEN_ROW (row))
    return PLACE_HIDDEN;

  return folds (self) && htap_source_row_is_empty (HTAP_SOURCE_ROW (row)) ? PLACE_FOLDED
                                                                          : PLACE_SOURCES;
}

/* (nullable): of what is one of a kind */
static const char *
get_sort_key (GtkListBoxRow *row)
{
  if (HTAP_IS_SOURCE_ROW (row))
    return htap_source_row_get_sort_key (HTAP_SOURCE_ROW (row));

  return HTAP_IS_HIDDEN_ROW (row) ? htap_hidden_row_get_sort_key (HTAP_HIDDEN_ROW (row)) : NULL;
}

/**
 * htap_sidebar_section_compare:
 *
 * Returns: less than, equal to or greater than 0, as two of its rows follow one another
 */
int
htap_sidebar_section_compare (const HtapSidebarSection *self, GtkListBoxRow *a, GtkListBoxRow *b)
{
  Place place = get_place (self, a);
  Place other = get_place (self, b);

  return place != other ? (int) place - (int) other
                        : g_strcmp0 (get_sort_key (a), get_sort_key (b));
}

/**
 * htap_sidebar_section_shows:
 *
 * Returns: whether one of its rows is to be on the screen
 */
gboolean
htap_sidebar_section_shows (const HtapSidebarSection *self, GtkListBoxRow *row)
{
  switch (get_place (self, row))
    {
    case PLACE_HEADING:
      return !is_searching (self) || self->n_found > 0;
    case PLACE_FOLD:
      return folds (self);
    case PLACE_FOLDED:
      /* What is in view, or has the keyboard, stays. */
      return htap_fold_row_get_open (HTAP_FOLD_ROW (self->fold)) ||
             gtk_list_box_row_is_selected (row) || gtk_widget_has_focus (GTK_WIDGET (row));
    case PLACE_HIDDEN_FOLD:
      return self->hidden_rows->len > 0 && !is_searching (self);
    case PLACE_HIDDEN:
      return is_searching (self)
                 ? is_found (self, htap_hidden_row_get_source (HTAP_HIDDEN_ROW (row)))
                 : htap_fold_row_get_open (HTAP_FOLD_ROW (self->hidden_fold));
    case PLACE_SOURCES:
    default:
      return is_found (self, htap_source_row_get_source (HTAP_SOURCE_ROW (row))) ||
             gtk_list_box_row_is_selected (row);
    }
}
