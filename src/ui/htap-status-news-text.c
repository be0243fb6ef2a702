/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status-news-text.h"

#include "htap-name-text.h"
#include "htap-region.h"

#include <glib/gi18n-lib.h>

/* More lines than this no desktop shows. */
#define MAX_LINES 4

/* "htap-1: Abnormal" */
static char *
dup_line (HtapChange *change)
{
  g_autofree char *name = htap_name_text_dup (htap_change_get_name (change));
  g_autofree char *status = NULL;
  g_autofree char *safe = NULL;

  if (htap_change_get_kind (change) == HTAP_CHANGE_GONE)
    return g_strdup_printf (_ ("%s is no longer listed"), name);

  status = htap_change_dup_shown_new (change);
  safe = htap_name_text_dup (status);

  /* Translators: the name of an HTAP instance and its status now: "htap-1: Abnormal". */
  return g_strdup_printf (C_ ("notification", "%s: %s"), name, safe != NULL ? safe : "");
}

static char *
dup_region (HtapChange *change)
{
  g_autofree char *region = htap_region_dup_name (htap_change_get_facts (change)->region);
  g_autofree char *safe = htap_name_text_dup (region);

  /* Translators: under "htap-1 is available"; %s is a region. */
  return g_strdup_printf (_ ("HTAP instance in %s"), safe);
}

static char *
dup_lines (GPtrArray *news)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_shown = news->len > MAX_LINES ? MAX_LINES - 1 : news->len;

  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *line = dup_line (news->pdata[i]);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }

  if (n_shown < news->len)
    {
      guint n_more = news->len - n_shown;

      g_string_append_c (lines, '\n');
      /* Translators: how many instances changed besides those above. */
      g_string_append_printf (lines, ngettext ("and %u more", "and %u more", n_more), n_more);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * htap_status_news_text_dup_title:
 * @news: (element-type HtapChange): as htap_status_news_dup() returns it, not empty
 *
 * Returns: (transfer full): what the notification says first; plain text
 */
char *
htap_status_news_text_dup_title (GPtrArray *news)
{
  if (news->len == 1)
    return dup_line (news->pdata[0]);

  return g_strdup_printf (ngettext ("The status of %u HTAP instance changed",
                                    "The status of %u HTAP instances changed", news->len),
                          news->len);
}

/**
 * htap_status_news_text_dup_body:
 * @news: (element-type HtapChange): likewise
 *
 * Who shows notifications may take their bodies for markup, so names are escaped in it.
 *
 * Returns: (transfer full): what it says below
 */
char *
htap_status_news_text_dup_body (GPtrArray *news)
{
  g_autofree char *text = news->len == 1 ? dup_region (news->pdata[0]) : dup_lines (news);

  return g_markup_escape_text (text, -1);
}
