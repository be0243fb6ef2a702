/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cli-commands.h"

#include "htap-address-owner-table.h"
#include "htap-address-owner-text.h"
#include "htap-address-scan.h"
#include "htap-cli-format.h"
#include "htap-cli-selection.h"
#include "htap-json-report.h"

#include <glib/gi18n-lib.h>

/* Returns: (transfer full): each instance among @owners once */
static GListModel *
collect_instances (GPtrArray *owners)
{
  GListStore *instances = g_list_store_new (HTAP_TYPE_INSTANCE);

  for (guint i = 0; i < owners->len; i++)
    {
      const HtapAddressOwner *owner = owners->pdata[i];

      if (owner->instance != NULL && !g_list_store_find (instances, owner->instance, NULL))
        g_list_store_append (instances, owner->instance);
    }

  return G_LIST_MODEL (instances);
}

static char *
format_as_json (HtapCliSelection *selection, GPtrArray *owners)
{
  g_autoptr (GListModel) instances = collect_instances (owners);

  return htap_json_report_format_owners (htap_cli_selection_get_profiles (selection),
                                         htap_cli_selection_get_discoveries (selection),
                                         htap_cli_selection_get_sources (selection), instances,
                                         owners, g_get_real_time () / G_USEC_PER_SEC);
}

/* What nobody has, and who was not asked. */
static void
complain (HtapCliSelection *selection, GArray *addresses, GPtrArray *owners)
{
  g_autofree char *unknown = htap_address_owner_text_dup_unknown (addresses, owners);
  g_auto (GStrv) gaps = htap_address_owner_text_dup_gaps (
      htap_cli_selection_get_discoveries (selection), htap_cli_selection_get_sources (selection));

  if (unknown != NULL)
    htap_cli_complain ("%s\n", unknown);
  for (guint i = 0; gaps[i] != NULL; i++)
    htap_cli_complain ("%s\n", gaps[i]);
}

static HtapExitStatus
find (HtapCliSelection *selection, GArray *addresses, HtapCliFormat format)
{
  g_autoptr (GPtrArray) owners =
      htap_address_owners_find (addresses, htap_cli_selection_get_instances (selection),
                                htap_cli_selection_get_sources (selection));
  g_autofree char *text = format == HTAP_CLI_FORMAT_JSON
                              ? format_as_json (selection, owners)
                              : htap_address_owner_table_format_text (owners);

  g_print ("%s", text);
  complain (selection, addresses, owners);

  return owners->len > 0 ? HTAP_EXIT_DONE : HTAP_EXIT_FINDING;
}

/* Returns: (transfer full): whose options @selection and @word outlive */
static GOptionContext *
new_context (HtapCliSelection *selection, char **word)
{
  GOptionContext *context = g_option_context_new (_ ("TEXT"));

  g_option_context_set_summary (
      context,
      _ ("TEXT is an address, a network (10.0.0.0/24), or the line of a log that has some. "
         "Exit status 1: no known instance has any of them."));
  htap_cli_format_add_option (word, context);
  htap_cli_selection_add_options (selection, context);

  return context;
}

/**
 * htap_cli_find_ip:
 * @arguments: (transfer full): the command line, the command first
 *
 * Prints who has the addresses of a text, and as what: `htap-inventory-cli find-ip`. The result
 * alone goes to standard output.
 */
HtapExitStatus
htap_cli_find_ip (GStrv arguments)
{
  g_auto (GStrv) remaining = arguments;
  g_autoptr (HtapCliSelection) selection = htap_cli_selection_new ();
  g_autoptr (GArray) addresses = NULL;
  g_autofree char *word = NULL;
  g_autofree char *text = htap_cli_parse_text (new_context (selection, &word), &remaining);
  HtapExitStatus status, found;
  HtapCliFormat format;

  if (text == NULL || !htap_cli_format_read (word, &format))
    return HTAP_EXIT_USAGE;

  addresses = htap_address_scan (text);
  if (addresses->len == 0)
    {
      htap_cli_complain (_ ("There is no address in “%s”.\n"), text);
      return HTAP_EXIT_USAGE;
    }

  if (!htap_cli_selection_obtain (selection, FALSE, &status))
    return status;

  found = find (selection, addresses, format);

  return MAX (status, found);
}
