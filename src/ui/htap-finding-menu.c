/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-menu.h"

#include "htap-finding-report.h"
#include "htap-name-text.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

/* A longer sentence is cut in the menu. */
#define MAX_CHARACTERS 60

static void
append (GMenu *section, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (section, item);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_id (GMenu *section, HtapFinding *finding)
{
  const char *instance_id = htap_finding_get_instance_id (finding);
  const char *id = instance_id != NULL
                       ? instance_id
                       : htap_source_get_taurus_id (htap_finding_get_source (finding));
  g_autofree char *safe = htap_name_text_dup (id);
  /* Translators: a toast; %s is what is on the clipboard now. */
  g_autofree char *sentence = g_strdup_printf (_ ("Copied %s"), safe);

  append (section, instance_id != NULL ? _ ("Copy Instance ID") : _ ("Copy ID"), "win.copy-text",
          g_variant_new ("(ss)", id, sentence));
}

static GVariant *
new_mute (HtapFinding *finding, gboolean mute)
{
  return g_variant_new ("(sb)", htap_finding_get_key (finding), mute);
}

/**
 * htap_finding_menu_new_copy:
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer floating): the parameter of `win.copy-text` that copies what is found, in one
 *   line
 */
GVariant *
htap_finding_menu_new_copy (HtapFinding *finding, gint64 now)
{
  g_autofree char *line = htap_finding_report_dup_line (finding, now);
  g_autofree char *subject = htap_name_text_dup (htap_finding_get_subject (finding));
  /* Translators: a toast; %s is the name of an instance. */
  g_autofree char *sentence = g_strdup_printf (_ ("Copied the finding (%s)"), subject);

  return g_variant_new ("(ss)", line, sentence);
}

/**
 * htap_finding_menu_new:
 * @muted: whether it is
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer full): what can be done with a finding among all of them
 */
GMenuModel *
htap_finding_menu_new (HtapFinding *finding, gboolean muted, gint64 now)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) copies = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();
  gboolean whole = htap_finding_get_instance_id (finding) == NULL;

  append (copies, _ ("Copy Sentence"), "win.copy-text", htap_finding_menu_new_copy (finding, now));
  append_id (copies, finding);
  append (others, whole ? _ ("Show Its Instances") : _ ("Show Instance"), "win.show-finding",
          g_variant_new_string (htap_finding_get_key (finding)));
  append (others, muted ? _ ("Unmute") : _ ("Mute"), "win.mute-finding",
          new_mute (finding, !muted));
  append_section (menu, copies);
  append_section (menu, others);

  return G_MENU_MODEL (menu);
}

/**
 * htap_finding_menu_new_short:
 * @finding: open
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer full): what can be done with it where its instance is what is shown
 */
GMenuModel *
htap_finding_menu_new_short (HtapFinding *finding, gint64 now)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Copy Sentence"), "win.copy-text", htap_finding_menu_new_copy (finding, now));
  append (menu, _ ("Mute"), "win.mute-finding", new_mute (finding, TRUE));

  return G_MENU_MODEL (menu);
}

/**
 * htap_finding_menu_new_mutes:
 * @findings: (element-type HtapFinding): open
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer full): an item for each, named by what it says, that mutes it
 */
GMenuModel *
htap_finding_menu_new_mutes (GPtrArray *findings, gint64 now)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *sentence = htap_finding_dup_sentence (findings->pdata[i], now);
      g_autofree char *safe = htap_safe_text_dup_cut (sentence, MAX_CHARACTERS);
      /* A menu item's label has mnemonics. */
      g_auto (GStrv) parts = g_strsplit (safe, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      append (menu, label, "win.mute-finding", new_mute (findings->pdata[i], TRUE));
    }

  return G_MENU_MODEL (menu);
}
