/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-state.h"

#include "htap-column.h"

static const char *const visibility_names[] = {
  [HTAP_COLUMN_HIDDEN] = "hidden",
  [HTAP_COLUMN_SHOWN] = "shown",
  [HTAP_COLUMN_AUTOMATIC] = "automatic",
};

static HtapColumnState
get_default (HtapFieldIndex field)
{
  return (HtapColumnState){
    .field = field,
    .visibility = htap_column_state_get_default_visibility (field),
    .width = HTAP_COLUMN_USUAL_WIDTH,
  };
}

static HtapColumnVisibility
parse_visibility (const char *name, HtapFieldIndex field)
{
  HtapColumnVisibility otherwise = htap_column_state_get_default_visibility (field);

  for (guint i = 0; i < G_N_ELEMENTS (visibility_names); i++)
    if (g_strcmp0 (name, visibility_names[i]) == 0)
      /* What has no automatic way cannot be set to it. */
      return i == HTAP_COLUMN_AUTOMATIC ? otherwise : (HtapColumnVisibility) i;

  return otherwise;
}

/* What nobody chose follows the size of the text, which may be another next time. */
static int
bound_width (int width)
{
  return width == HTAP_COLUMN_USUAL_WIDTH
             ? width
             : CLAMP (width, HTAP_COLUMN_MINIMUM_WIDTH, HTAP_COLUMN_MAXIMUM_WIDTH);
}

/**
 * htap_column_state_get_default_visibility:
 *
 * Returns: how a first start shows the column of @field
 */
HtapColumnVisibility
htap_column_state_get_default_visibility (HtapFieldIndex field)
{
  if (field == HTAP_FIELD_TAURUS_NAME || field == HTAP_FIELD_REGION)
    return HTAP_COLUMN_AUTOMATIC;

  return htap_field_is_default_column (htap_field_get (field)) ? HTAP_COLUMN_SHOWN
                                                               : HTAP_COLUMN_HIDDEN;
}

/**
 * htap_column_state_reset:
 * @states: (array fixed-size=HTAP_N_FIELDS) (out caller-allocates): one for every field
 *
 * The columns of a first start: those shown by default in their order, then the others.
 */
void
htap_column_state_reset (HtapColumnState *states)
{
  guint n_states;
  const HtapFieldIndex *defaults = htap_field_get_default_columns (&n_states);

  for (guint i = 0; i < n_states; i++)
    states[i] = get_default (defaults[i]);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if (!htap_field_is_default_column (htap_field_get (i)))
      states[n_states++] = get_default (i);
}

/**
 * htap_column_state_load:
 * @states: (array fixed-size=HTAP_N_FIELDS) (out caller-allocates): one for every field
 * @saved: what htap_column_state_save() made, perhaps in another version of the program
 *
 * What is unknown or makes no sense is passed over; a field that @saved does not name comes after
 * those that it does, as in a first start.
 */
void
htap_column_state_load (HtapColumnState *states, GVariant *saved)
{
  HtapColumnState defaults[HTAP_N_FIELDS];
  gboolean seen[HTAP_N_FIELDS] = { FALSE };
  const char *id, *visibility;
  guint n_states = 0;
  GVariantIter iter;
  int width;

  g_return_if_fail (g_variant_is_of_type (saved, G_VARIANT_TYPE (HTAP_COLUMN_STATE_TYPE)));

  htap_column_state_reset (defaults);

  g_variant_iter_init (&iter, saved);
  while (g_variant_iter_next (&iter, "(&s&si)", &id, &visibility, &width))
    {
      const HtapField *field = htap_field_find (id);
      HtapFieldIndex index;

      if (field == NULL || seen[htap_field_get_index (field)])
        continue;

      index = htap_field_get_index (field);
      seen[index] = TRUE;
      states[n_states++] = (HtapColumnState){
        .field = index,
        .visibility = parse_visibility (visibility, index),
        .width = bound_width (width),
      };
    }

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if (!seen[defaults[i].field])
      states[n_states++] = defaults[i];
}

/**
 * htap_column_state_save:
 * @states: (array fixed-size=HTAP_N_FIELDS):
 *
 * Returns: (transfer floating): of type %HTAP_COLUMN_STATE_TYPE
 */
GVariant *
htap_column_state_save (const HtapColumnState *states)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (HTAP_COLUMN_STATE_TYPE));
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    g_variant_builder_add (&builder, "(ssi)", htap_field_get_id (htap_field_get (states[i].field)),
                           visibility_names[states[i].visibility], bound_width (states[i].width));

  return g_variant_builder_end (&builder);
}
