/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings-status.h"

#include "htap-source.h"

#include <glib/gi18n-lib.h>

static gboolean
are_fresh (GListModel *sources)
{
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (htap_source_get_state (source) != HTAP_SOURCE_FRESH)
        return FALSE;
    }

  return g_list_model_get_n_items (sources) > 0;
}

/**
 * htap_findings_status_show:
 * @page: where there are no findings
 * @sources: a list of #HtapSource: all there are
 *
 * Says that there are none. That is only worth something if everything was looked at.
 */
void
htap_findings_status_show (AdwStatusPage *page, GListModel *sources)
{
  gboolean all_fresh = are_fresh (sources);

  adw_status_page_set_icon_name (page, all_fresh ? "emblem-ok-symbolic" : "htap-stale-symbolic");
  adw_status_page_set_title (page, all_fresh ? _ ("Nothing Needs Attention")
                                             : _ ("Not Everything Is Read"));
  adw_status_page_set_description (
      page, all_fresh ? _ ("No rule found anything wrong in what was read last.")
                      : _ ("What is old or was not read is not checked. Refresh to check it."));
}
