/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-findings.h"
#include "htap-main-menu.h"
#include "htap-window-private.h"

#include <glib/gi18n-lib.h>

/* What is wrong: the page in the list's place, where it leads, and what nobody wants to hear of. */

/* Of a TaurusDB instance as a whole, to its rows. */
static void
on_page_activated (HtapWindow *self, HtapFinding *finding)
{
  const char *id = htap_finding_get_instance_id (finding);

  if (id == NULL)
    {
      htap_sidebar_choose (self->sidebar, htap_finding_get_source (finding));
      gtk_widget_grab_focus (GTK_WIDGET (self->list_pane));
      return;
    }

  htap_sidebar_choose (self->sidebar, NULL);
  htap_window_show_instance (self, id);
  gtk_widget_grab_focus (GTK_WIDGET (self->details));
}

static void
make_page (HtapWindow *self)
{
  g_autoptr (GMenuModel) menu = htap_main_menu_new (self->demo);

  self->findings_page = HTAP_FINDINGS_PAGE (htap_findings_page_new (self->inventory, menu));
  htap_window_add_page (self, GTK_WIDGET (self->findings_page),
                        htap_findings_page_get_header (self->findings_page));
  g_signal_connect_object (self->findings_page, "activated", G_CALLBACK (on_page_activated), self,
                           G_CONNECT_SWAPPED);
}

static void
on_sidebar_findings_chosen (HtapWindow *self)
{
  if (self->findings_page == NULL)
    make_page (self);
  htap_scope_choose_source (htap_list_pane_get_scope (self->list_pane), NULL);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->findings_page));
  htap_panes_show_list (self->panes);
}

static void
on_show_findings (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;

  htap_sidebar_choose_findings (self->sidebar);
  gtk_widget_grab_focus (GTK_WIDGET (self->findings_page));
}

static void
on_show_finding (GSimpleAction *action, GVariant *key, gpointer user_data)
{
  HtapWindow *self = user_data;
  HtapFindings *findings = htap_inventory_get_findings (self->inventory);
  g_autoptr (HtapFinding) finding =
      htap_findings_dup_by_key (findings, g_variant_get_string (key, NULL));

  if (finding != NULL)
    on_page_activated (self, finding);
}

static void
on_mute_finding (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HtapWindow *self = user_data;
  const char *key;
  gboolean muted;

  g_variant_get (parameter, "(&sb)", &key, &muted);
  htap_inventory_set_finding_muted (self->inventory, key, muted);
  htap_window_say (self,
                   muted ? _ ("Muted. “Muted” in Findings shows it again") : _ ("No longer muted"));
}

/**
 * htap_window_add_findings:
 *
 * Adds what shows and mutes findings.
 */
void
htap_window_add_findings (HtapWindow *self)
{
  const GActionEntry entries[] = {
    { .name = "show-findings", .activate = on_show_findings },
    { .name = "show-finding", .activate = on_show_finding, .parameter_type = "s" },
    { .name = "mute-finding", .activate = on_mute_finding, .parameter_type = "(sb)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->sidebar, "findings-chosen",
                           G_CALLBACK (on_sidebar_findings_chosen), self, G_CONNECT_SWAPPED);
}
