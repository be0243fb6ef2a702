/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-address-answer.h"

#include "htap-address-owner-text.h"

#include <glib/gi18n-lib.h>

/* Lines; what is more is counted. */
#define MAX_OWNERS 5

static void
add_owners (GStrvBuilder *answer, GPtrArray *owners)
{
  guint n_listed = MIN (owners->len, MAX_OWNERS);
  guint n_more = owners->len - n_listed;
  g_autofree char *more = g_strdup_printf (
      ngettext ("%u more is not listed here.", "%u more are not listed here.", n_more), n_more);

  for (guint i = 0; i < n_listed; i++)
    {
      g_autofree char *sentence = htap_address_owner_text_dup_sentence (owners->pdata[i]);

      g_strv_builder_add (answer, sentence);
    }

  if (n_more > 0)
    g_strv_builder_add (answer, more);
}

/* Who was not read matters where somebody is missing. */
static void
add_unknown (GStrvBuilder *answer,
             GArray *addresses,
             GPtrArray *owners,
             GListModel *sources,
             GListModel *discoveries)
{
  g_autofree char *unknown = htap_address_owner_text_dup_unknown (addresses, owners);
  g_auto (GStrv) gaps = NULL;

  if (unknown == NULL)
    return;

  gaps = htap_address_owner_text_dup_gaps (discoveries, sources);
  g_strv_builder_add (answer, unknown);
  for (guint i = 0; gaps[i] != NULL; i++)
    g_strv_builder_add (answer, gaps[i]);
}

/**
 * htap_address_answer_dup:
 * @addresses: (element-type HtapAddressRange): who has them?
 * @instances: a list of #HtapInstance
 * @sources: a list of #HtapSource
 * @discoveries: a list of #HtapDiscovery
 *
 * Returns: (transfer full): what each address is and whose, a sentence each; and of those that
 *   nobody has, who was not read
 */
GStrv
htap_address_answer_dup (GArray *addresses,
                         GListModel *instances,
                         GListModel *sources,
                         GListModel *discoveries)
{
  g_autoptr (GPtrArray) owners = htap_address_owners_find (addresses, instances, sources);
  g_autoptr (GStrvBuilder) answer = g_strv_builder_new ();

  add_owners (answer, owners);
  add_unknown (answer, addresses, owners, sources, discoveries);

  return g_strv_builder_end (answer);
}
