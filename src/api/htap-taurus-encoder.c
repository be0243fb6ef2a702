/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-taurus-encoder.h"

#include "htap-answer.h"
#include "htap-taurus.h"

/**
 * htap_taurus_encode_page:
 * @taurus: (element-type HtapTaurus): decoded from however many pages
 *
 * One page that htap_taurus_decode_page() reads back, each as it came.
 *
 * Returns: (transfer full) (nullable): the page; %NULL if it would be larger than an answer may be
 */
GBytes *
htap_taurus_encode_page (GPtrArray *taurus)
{
  g_autoptr (GString) page = g_string_new ("{\"instances\":[");

  for (guint i = 0; i < taurus->len; i++)
    {
      GBytes *json = htap_taurus_get_json (taurus->pdata[i]);
      gsize size = 0;
      const char *text = json != NULL ? g_bytes_get_data (json, &size) : NULL;

      if (size == 0)
        continue;
      if (page->len + size > HTAP_ANSWER_LIMIT - 64)
        return NULL;
      if (page->str[page->len - 1] != '[')
        g_string_append_c (page, ',');
      g_string_append_len (page, text, (gssize) size);
    }

  g_string_append_printf (page, "],\"total_count\":%u}", taurus->len);

  return g_string_free_to_bytes (g_steal_pointer (&page));
}
