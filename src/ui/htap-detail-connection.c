/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-connection.h"

#include "htap-connection-string.h"
#include "htap-detail-fact.h"

#include <glib/gi18n-lib.h>

/**
 * htap_detail_connection_add:
 * @facts: (element-type HtapDetailFact): gets one more
 *
 * What a client is given to connect, with a word on which address was chosen; its other forms can
 * be copied as well.
 */
void
htap_detail_connection_add (GPtrArray *facts, const HtapRecord *record)
{
  g_autofree char *command = htap_connection_string_dup (record, HTAP_CONNECTION_COMMAND);
  HtapDetailFact *fact = htap_detail_fact_new ("connection-string", _ ("Connection String"),
                                               command, HTAP_DETAIL_FACT_TEXT);

  htap_detail_fact_set_note (fact, htap_connection_string_get_reason (record));
  for (guint form = 0; command != NULL && form < HTAP_N_CONNECTION_FORMS; form++)
    {
      g_autofree char *text = htap_connection_string_dup (record, form);

      htap_detail_fact_add_copy (fact, htap_connection_string_get_name (record, form), text);
    }

  g_ptr_array_add (facts, fact);
}
