/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-ticket.h"

#include "htap-format.h"
#include "htap-request-text.h"
#include "htap-safe-text.h"
#include "htap-source.h"
#include "htap-text-table.h"

#include <glib/gi18n-lib.h>

static void
add_safe (GPtrArray *cells, const char *text)
{
  gboolean is_absent = text == NULL || *text == '\0';

  g_ptr_array_add (cells, is_absent ? g_strdup ("-") : htap_safe_text_dup (text));
}

static guint
add_titles (GPtrArray *cells)
{
  g_ptr_array_add (cells, g_strdup (C_ ("request", "Time")));
  g_ptr_array_add (cells, g_strdup (C_ ("request", "Status")));
  g_ptr_array_add (cells, g_strdup (C_ ("request", "Service Code")));
  g_ptr_array_add (cells, g_strdup (C_ ("request", "Request ID")));
  g_ptr_array_add (cells, g_strdup (C_ ("request", "Duration")));
  g_ptr_array_add (cells, g_strdup (C_ ("request", "Attempt")));
  g_ptr_array_add (cells, g_strdup (C_ ("request", "Endpoint")));
  g_ptr_array_add (cells, g_strdup (C_ ("request", "Request")));

  return cells->len;
}

static void
add_request (GPtrArray *cells, HtapRequestEntry *entry)
{
  const HtapRequestFacts *facts = htap_request_entry_get_facts (entry);
  g_autofree char *time = htap_format_iso8601 (facts->time / G_TIME_SPAN_MILLISECOND);

  add_safe (cells, time);
  g_ptr_array_add (cells, htap_request_text_dup_outcome (facts));
  add_safe (cells, facts->code);
  add_safe (cells, facts->request_id);
  g_ptr_array_add (cells, htap_request_text_dup_duration (facts));
  g_ptr_array_add (cells, g_strdup_printf ("%u", facts->attempt));
  add_safe (cells, facts->host);
  g_ptr_array_add (cells, htap_request_text_dup_question (facts));
}

static void
append_requests (GString *text, GListModel *requests)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n_requests = g_list_model_get_n_items (requests);
  guint n_columns = add_titles (cells);
  g_autofree char *table = NULL;

  if (n_requests == 0)
    {
      g_string_append_printf (text, "%s\n", _ ("No request has been made."));
      return;
    }

  for (guint i = 0; i < n_requests; i++)
    {
      g_autoptr (HtapRequestEntry) entry = g_list_model_get_item (requests, i);

      add_request (cells, entry);
    }

  table = htap_text_table_format (cells, n_columns, NULL);
  g_string_append (text, table);
}

/* Of a TaurusDB instance its id: names are nobody else's business. */
static void
append_deviations_of (GString *text, HtapSource *source)
{
  GPtrArray *deviations = htap_source_get_deviations (source);
  g_autofree char *region = htap_safe_text_dup (htap_source_get_region (source));
  g_autofree char *id = htap_safe_text_dup (htap_source_get_taurus_id (source));

  if (deviations == NULL || deviations->len == 0)
    return;

  /* Translators: a TaurusDB instance: its region and its id. */
  g_string_append_printf (text, C_ ("request", "%s, %s"), region, id != NULL ? id : "-");
  g_string_append_c (text, '\n');
  for (guint i = 0; i < deviations->len; i++)
    {
      g_autofree char *deviation = htap_safe_text_dup (deviations->pdata[i]);

      g_string_append_printf (text, "  - %s\n", deviation);
    }
}

static void
append_deviations (GString *text, GListModel *sources)
{
  gsize length;

  g_string_append_printf (text, "\n%s\n", _ ("Deviations from the documented schema"));
  length = text->len;
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      append_deviations_of (text, source);
    }

  if (text->len == length)
    g_string_append_printf (text, "%s\n", _ ("None."));
}

/**
 * htap_request_ticket_dup:
 * @requests: a list of #HtapRequestEntry
 * @sources: (nullable): a list of #HtapSource; %NULL to leave out what their answers deviate in
 * @versions: of the program and what it is made of, lines of plain text
 * @now: seconds since 1970 UTC
 *
 * What a support ticket needs: what was asked, what came of it, and how the answers deviate from
 * the documented schema. Ids are in it; nothing that proves who asked is, for nobody remembers it.
 *
 * Returns: (transfer full): lines of plain text
 */
char *
htap_request_ticket_dup (GListModel *requests,
                         GListModel *sources,
                         const char *versions,
                         gint64 now)
{
  g_autoptr (GString) text = g_string_new (versions);
  g_autofree char *time = htap_format_iso8601 (now * 1000);

  g_return_val_if_fail (G_IS_LIST_MODEL (requests), NULL);

  g_string_append_printf (text, "%s\n\n", time);
  g_string_append_printf (text, "%s\n", _ ("The last requests, the newest first"));
  append_requests (text, requests);
  if (sources != NULL)
    append_deviations (text, sources);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
