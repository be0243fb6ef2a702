/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-column-set-private.h"

#include "htap-column.h"
#include "htap-column-order.h"

/* What the columns of a set are told to be: kept, brought back, reset, or left to what the list
 * shows. */

/* Makes the column what its state says. The name takes what the others leave, until it is sized by
 * hand. */
void
htap_column_set_apply (HtapColumnSet *self, HtapFieldIndex field)
{
  HtapColumnSetColumn *state = &self->columns[field];
  gboolean visible = state->visibility == HTAP_COLUMN_SHOWN ||
                     (state->visibility == HTAP_COLUMN_AUTOMATIC && state->varied);
  gboolean by_program = self->by_program;
  gboolean usual = state->width == HTAP_COLUMN_USUAL_WIDTH;
  int width = usual ? htap_column_get_default_width (htap_field_get (field)) : state->width;

  self->by_program = TRUE;
  /* GTK 4.8 counts the fixed widths of hidden columns, too. */
  gtk_column_view_column_set_fixed_width (state->column, visible ? width : 0);
  gtk_column_view_column_set_expand (state->column, field == HTAP_FIELD_NAME && usual);
  gtk_column_view_column_set_visible (state->column, visible);
  self->by_program = by_program;
}

gboolean
htap_column_set_shows_none (HtapColumnSet *self)
{
  g_autoptr (GArray) visible = htap_column_order_dup_visible (self->view);

  return visible->len == 0;
}

/* A list without columns would be a riddle, with no header left to undo it from. */
static void
keep_one (HtapColumnSet *self)
{
  if (!htap_column_set_shows_none (self))
    return;

  self->columns[HTAP_FIELD_NAME].visibility = HTAP_COLUMN_SHOWN;
  htap_column_set_apply (self, HTAP_FIELD_NAME);
}

void
htap_column_set_apply_states (HtapColumnSet *self, const HtapColumnState *states)
{
  self->by_program = TRUE;
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      HtapColumnSetColumn *state = &self->columns[states[i].field];

      state->visibility = states[i].visibility;
      state->width = states[i].width;
      htap_column_set_apply (self, states[i].field);
      htap_column_order_move (self->view, state->column, i);
    }
  keep_one (self);
  self->by_program = FALSE;

  g_signal_emit_by_name (self, "visible-changed");
}

/**
 * htap_column_set_save:
 *
 * Returns: (transfer floating): of type %HTAP_COLUMN_STATE_TYPE
 */
GVariant *
htap_column_set_save (HtapColumnSet *self)
{
  g_autoptr (GArray) order = NULL;
  HtapColumnState states[HTAP_N_FIELDS];

  g_return_val_if_fail (HTAP_IS_COLUMN_SET (self), NULL);

  order = htap_column_order_dup (self->view);
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      HtapFieldIndex field = g_array_index (order, HtapFieldIndex, i);

      states[i] = (HtapColumnState){
        .field = field,
        .visibility = self->columns[field].visibility,
        .width = self->columns[field].width,
      };
    }

  return htap_column_state_save (states);
}

/**
 * htap_column_set_load:
 * @saved: of type %HTAP_COLUMN_STATE_TYPE
 *
 * What was kept is no change that is worth keeping: `changed` is not emitted.
 */
void
htap_column_set_load (HtapColumnSet *self, GVariant *saved)
{
  HtapColumnState states[HTAP_N_FIELDS];

  g_return_if_fail (HTAP_IS_COLUMN_SET (self));

  htap_column_state_load (states, saved);
  htap_column_set_apply_states (self, states);
}

void
htap_column_set_reset (HtapColumnSet *self)
{
  HtapColumnState states[HTAP_N_FIELDS];

  g_return_if_fail (HTAP_IS_COLUMN_SET (self));

  htap_column_state_reset (states);
  htap_column_set_apply_states (self, states);
  g_signal_emit_by_name (self, "changed");
}

/**
 * htap_column_set_update_automatic:
 * @chain: what the list shows
 * @changed: the fields in which a row changed; all of them if there are other rows
 *
 * Hides automatic columns that say the same in every row, and shows the others. Without rows it is
 * too early to tell.
 */
void
htap_column_set_update_automatic (HtapColumnSet *self,
                                  HtapInstanceChain *chain,
                                  HtapFieldSet changed)
{
  g_return_if_fail (HTAP_IS_COLUMN_SET (self));

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      guint n_values;

      if ((htap_field_get_shown_set (htap_field_get (i)) & changed) != 0)
        self->counted &= ~HTAP_FIELD_BIT (i);
      if (self->columns[i].visibility != HTAP_COLUMN_AUTOMATIC ||
          (self->counted & HTAP_FIELD_BIT (i)) != 0)
        continue;

      n_values = htap_instance_chain_count_values (chain, i);
      if (n_values == 0)
        continue;

      self->counted |= HTAP_FIELD_BIT (i);
      self->columns[i].varied = n_values > 1;
      htap_column_set_apply (self, i);
    }
  keep_one (self);
}
