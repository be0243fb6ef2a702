/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status-cell.h"

#include "htap-format.h"

#include <glib/gi18n-lib.h>

struct _HtapStatusCell
{
  HtapCell parent_instance;
};

G_DEFINE_FINAL_TYPE (HtapStatusCell, htap_status_cell, HTAP_TYPE_CELL)

/* What the cloud no longer lists has no status. */
static HtapCellIcon
get_icon (HtapInstance *instance)
{
  g_autofree char *color = NULL;
  g_autofree char *name = NULL;

  if (!htap_instance_get_listed (instance))
    return (HtapCellIcon){ "dialog-warning-symbolic", "htap-status-unlisted" };

  color = g_strdup_printf (
      "htap-status-%s", htap_shown_status_get_id (htap_instance_get_shown_status (instance)));
  name = g_strdup_printf ("%s-symbolic", color);

  return (HtapCellIcon){ g_intern_string (name), g_intern_string (color) };
}

static char *
dup_text (HtapInstance *instance, gboolean stale)
{
  gint64 as_of = htap_source_get_as_of (htap_instance_get_source (instance));
  g_autofree char *status = NULL;
  g_autofree char *time = NULL;

  if (!htap_instance_get_listed (instance))
    return g_strdup (_ ("No longer listed"));

  status = htap_format_shown_status (htap_instance_get_record (instance));
  if (!stale)
    return g_steal_pointer (&status);

  time = htap_format_as_of (as_of, g_get_real_time () / G_USEC_PER_SEC);

  /* Translators: a status and the time of the answer that said so: "Available, as of 13:40". */
  return g_strdup_printf (_ ("%s, as of %s"), status, time);
}

static void
htap_status_cell_update (HtapCell *cell)
{
  static const HtapCellIcon none, clock = { "htap-stale-symbolic", NULL };
  HtapInstance *instance = htap_cell_get_instance (cell);
  HtapSource *source = htap_instance_get_source (instance);
  gboolean stale =
      htap_instance_get_listed (instance) && htap_source_get_state (source) == HTAP_SOURCE_STALE;
  g_autofree char *text = dup_text (instance, stale);

  htap_cell_set_icons (cell, get_icon (instance), stale ? clock : none);
  htap_cell_set_text (cell, text);
}

static void
htap_status_cell_class_init (HtapStatusCellClass *klass)
{
  HTAP_CELL_CLASS (klass)->update = htap_status_cell_update;
}

static void
htap_status_cell_init (HtapStatusCell *self)
{
}

GtkWidget *
htap_status_cell_new (void)
{
  return g_object_new (HTAP_TYPE_STATUS_CELL, "field", htap_field_get (HTAP_FIELD_SHOWN_STATUS),
                       NULL);
}
