/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address-owner-table.h"

#include "htap-address-owner-text.h"
#include "htap-field.h"
#include "htap-safe-text.h"
#include "htap-text-table.h"

#include <glib/gi18n-lib.h>

/* What of an instance stands behind its address. */
static const HtapFieldIndex fields[] = {
  HTAP_FIELD_NAME, HTAP_FIELD_ID, HTAP_FIELD_TAURUS_NAME, HTAP_FIELD_TAURUS_ID, HTAP_FIELD_PROFILE,
};

#define N_COLUMNS (3 + G_N_ELEMENTS (fields))

static void
add_cell (GPtrArray *cells, const char *text)
{
  g_ptr_array_add (cells,
                   text != NULL && *text != '\0' ? htap_safe_text_dup (text) : g_strdup ("-"));
}

static void
add_header (GPtrArray *cells)
{
  add_cell (cells, _ ("Address"));
  add_cell (cells, _ ("Role"));
  add_cell (cells, _ ("Node"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_cell (cells, htap_field_get_label (htap_field_get (fields[i])));
}

static void
add_owner (GPtrArray *cells, const HtapAddressOwner *owner)
{
  add_cell (cells, owner->address);
  add_cell (cells, htap_address_owner_text_get_role (owner->role));
  add_cell (cells, owner->node_name != NULL ? owner->node_name : owner->node_id);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const HtapField *field = htap_field_get (fields[i]);
      g_autofree char *shown = NULL;

      if (owner->instance != NULL)
        shown = htap_field_dup_shown (field, owner->instance);
      else if (htap_field_is_of_source (field))
        shown = htap_field_dup_shown_of (field, NULL, owner->source);
      add_cell (cells, shown);
    }
}

/**
 * htap_address_owner_table_format_text:
 * @owners: (element-type HtapAddressOwner)
 *
 * Returns: (transfer full): as htap_table_format_text(); empty if there are no @owners
 */
char *
htap_address_owner_table_format_text (GPtrArray *owners)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (owners->len == 0)
    return g_strdup ("");

  add_header (cells);
  for (guint i = 0; i < owners->len; i++)
    add_owner (cells, owners->pdata[i]);

  return htap_text_table_format (cells, N_COLUMNS, NULL);
}
