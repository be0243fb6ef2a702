/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-cell.h"

#include "htap-finding.h"
#include "htap-safe-text.h"
#include "htap-severity-icon.h"

/* How often "Creating for 2 h" is looked at again, seconds. */
#define TICK_SECONDS 60

/* More than a tooltip shows of what the cloud says. */
#define MAX_CHARACTERS 500

struct _HtapFindingCell
{
  HtapCell parent_instance;
  guint tick; /* runs while what is shown grows old */
};

G_DEFINE_FINAL_TYPE (HtapFindingCell, htap_finding_cell, HTAP_TYPE_CELL)

static GPtrArray *
get_findings (HtapFindingCell *self)
{
  HtapInstance *instance = htap_cell_get_instance (HTAP_CELL (self));

  return instance != NULL ? htap_instance_get_findings (instance) : NULL;
}

static HtapCellIcon
get_icon (HtapSeverity severity)
{
  g_autofree char *color = g_strdup_printf ("htap-severity-%s", htap_severity_get_id (severity));

  return (HtapCellIcon){ htap_severity_icon_get_name (severity), g_intern_string (color) };
}

static void
show (HtapFindingCell *self)
{
  static const HtapCellIcon none;
  HtapInstance *instance = htap_cell_get_instance (HTAP_CELL (self));
  g_autofree char *shown = htap_field_dup_shown (htap_cell_get_field (HTAP_CELL (self)), instance);

  htap_cell_set_icons (HTAP_CELL (self), get_icon (htap_instance_get_severity (instance)), none);
  htap_cell_set_text (HTAP_CELL (self), shown);
}

/* Of a cell that shows nobody any more nothing grows old. */
static gboolean
on_tick (gpointer user_data)
{
  HtapFindingCell *self = user_data;

  if (get_findings (self) == NULL)
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }

  show (self);

  return G_SOURCE_CONTINUE;
}

static gboolean
ages (GPtrArray *findings)
{
  return findings != NULL && findings->len > 0 && htap_finding_get_kind (findings->pdata[0])->ages;
}

static void
htap_finding_cell_update (HtapCell *cell)
{
  HtapFindingCell *self = HTAP_FINDING_CELL (cell);
  gboolean grows_old = ages (get_findings (self));

  show (self);
  if (!grows_old)
    g_clear_handle_id (&self->tick, g_source_remove);
  else if (self->tick == 0)
    self->tick = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
}

/* One sentence a line. */
static gboolean
htap_finding_cell_query_tooltip (GtkWidget *widget,
                                 int x,
                                 int y,
                                 gboolean keyboard_mode,
                                 GtkTooltip *tooltip)
{
  GPtrArray *findings = get_findings (HTAP_FINDING_CELL (widget));
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      g_autofree char *sentence = htap_finding_dup_sentence (findings->pdata[i], now);
      g_autofree char *safe = htap_safe_text_dup_cut (sentence, MAX_CHARACTERS);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", safe);
    }
  gtk_tooltip_set_text (tooltip, text->str);

  return text->len > 0;
}

static void
htap_finding_cell_dispose (GObject *object)
{
  HtapFindingCell *self = HTAP_FINDING_CELL (object);

  g_clear_handle_id (&self->tick, g_source_remove);

  G_OBJECT_CLASS (htap_finding_cell_parent_class)->dispose (object);
}

static void
htap_finding_cell_class_init (HtapFindingCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_finding_cell_dispose;
  GTK_WIDGET_CLASS (klass)->query_tooltip = htap_finding_cell_query_tooltip;
  HTAP_CELL_CLASS (klass)->update = htap_finding_cell_update;
}

static void
htap_finding_cell_init (HtapFindingCell *self)
{
}

GtkWidget *
htap_finding_cell_new (void)
{
  return g_object_new (HTAP_TYPE_FINDING_CELL, "field", htap_field_get (HTAP_FIELD_FINDINGS), NULL);
}
