/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sidebar-section.h"

#include "htap-fold-row.h"
#include "htap-profile-heading.h"

#include <string.h>

/* One row in place of one other would only hide its name. */
#define LEAST_FOLDED 2

struct _HtapSidebarSection
{
  char *uuid;   /* of the profile */
  char *region; /* (nullable) */
  GtkWidget *heading;
  GtkWidget *fold;          /* HtapFoldRow */
  GPtrArray *rows;          /* HtapSourceRow */
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
} Place;

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
  self->fold = g_object_ref_sink (htap_fold_row_new ());
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
htap_sidebar_section_free (HtapSidebarSection *self)
{
  g_free (self->uuid);
  g_free (self->region);
  g_object_unref (self->heading);
  g_object_unref (self->fold);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* @discovery: looks for the TaurusDB instances of the section */
void
htap_sidebar_section_follow (HtapSidebarSection *self, HtapDiscovery *discovery)
{
  htap_profile_heading_follow (HTAP_PROFILE_HEADING (self->heading), discovery);
}

void
htap_sidebar_section_add (HtapSidebarSection *self, HtapSource *source)
{
  g_ptr_array_add (self->rows, g_object_ref_sink (htap_source_row_new (source)));
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
        htap_fold_row_set_open (HTAP_FOLD_ROW (self->fold),
                                htap_fold_row_get_open (HTAP_FOLD_ROW (other->fold)));
    }
}

static gboolean
is_searching (const HtapSidebarSection *self)
{
  return self->search != NULL && !htap_search_is_empty (self->search);
}

static gboolean
is_found (const HtapSidebarSection *self, HtapSourceRow *row)
{
  return !is_searching (self) ||
         htap_search_matches_source (self->search, htap_source_row_get_source (row));
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
      self->n_found += is_found (self, self->rows->pdata[i]);
    }

  htap_fold_row_set_count (HTAP_FOLD_ROW (self->fold), self->n_empty);
}

/**
 * htap_sidebar_section_get_fold:
 *
 * Returns: (transfer none): the #HtapFoldRow, whether or not it is on the screen
 */
GtkWidget *
htap_sidebar_section_get_fold (HtapSidebarSection *self)
{
  return self->fold;
}

/**
 * htap_sidebar_section_foreach:
 * @visit: (scope call): called with every row, heading and fold included, in no order
 */
void
htap_sidebar_section_foreach (HtapSidebarSection *self, GFunc visit, gpointer user_data)
{
  visit (self->heading, user_data);
  visit (self->fold, user_data);
  g_ptr_array_foreach (self->rows, visit, user_data);
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

  return folds (self) && htap_source_row_is_empty (HTAP_SOURCE_ROW (row)) ? PLACE_FOLDED
                                                                          : PLACE_SOURCES;
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

  if (place != other)
    return (int) place - (int) other;
  if (place == PLACE_HEADING || place == PLACE_FOLD)
    return 0;

  return strcmp (htap_source_row_get_sort_key (HTAP_SOURCE_ROW (a)),
                 htap_source_row_get_sort_key (HTAP_SOURCE_ROW (b)));
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
      /* What is in view is never hidden. */
      return htap_fold_row_get_open (HTAP_FOLD_ROW (self->fold)) ||
             gtk_list_box_row_is_selected (row);
    case PLACE_SOURCES:
    default:
      return is_found (self, HTAP_SOURCE_ROW (row)) || gtk_list_box_row_is_selected (row);
    }
}
