/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-refresh-progress.h"

#include <glib/gi18n-lib.h>

/* Most sweeps are over before anybody asks how far they are. */
#define SHOW_AFTER_MS 1000

struct _HtapRefreshProgress
{
  GtkWidget parent_instance;
  GtkProgressBar *bar;
  HtapRefresh *refresh; /* (nullable) */
  guint timeout;        /* until it is worth showing */
  gboolean shown;
};

enum
{
  PROP_SHOWN = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapRefreshProgress, htap_refresh_progress, GTK_TYPE_WIDGET)

static void
set_shown (HtapRefreshProgress *self, gboolean shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self->bar), shown);
  if (self->shown == shown)
    return;

  self->shown = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

/* Of a single TaurusDB instance there is nothing to count; of what is being looked for there may
 * soon be. */
static void
update_shown (HtapRefreshProgress *self)
{
  set_shown (self, self->refresh != NULL && self->timeout == 0 &&
                       htap_refresh_get_total (self->refresh) > 1);
}

static void
on_refresh_notify (HtapRefreshProgress *self)
{
  guint n_done = htap_refresh_get_done (self->refresh);
  guint n_total = htap_refresh_get_total (self->refresh);
  /* Translators: how far a refresh is, for a screen reader: "37 of 120 read". */
  g_autofree char *text = g_strdup_printf (_ ("%u of %u read"), n_done, n_total);

  gtk_progress_bar_set_fraction (self->bar, n_total > 0 ? (double) n_done / n_total : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
  update_shown (self);
}

static gboolean
on_timeout (gpointer user_data)
{
  HtapRefreshProgress *self = user_data;

  self->timeout = 0;
  update_shown (self);

  return G_SOURCE_REMOVE;
}

static void
htap_refresh_progress_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOWN)
    g_value_set_boolean (value, HTAP_REFRESH_PROGRESS (object)->shown);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
htap_refresh_progress_dispose (GObject *object)
{
  HtapRefreshProgress *self = HTAP_REFRESH_PROGRESS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->refresh != NULL)
    g_signal_handlers_disconnect_by_data (self->refresh, self);
  g_clear_object (&self->refresh);
  g_clear_pointer ((GtkWidget **) &self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_refresh_progress_parent_class)->dispose (object);
}

static void
htap_refresh_progress_class_init (HtapRefreshProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = htap_refresh_progress_get_property;
  G_OBJECT_CLASS (klass)->dispose = htap_refresh_progress_dispose;

  properties[PROP_SHOWN] =
      g_param_spec_boolean ("shown", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
htap_refresh_progress_init (HtapRefreshProgress *self)
{
  self->bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->bar), "osd");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Progress of the Refresh"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
  /* What is below it is clicked through it. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
htap_refresh_progress_new (void)
{
  return g_object_new (HTAP_TYPE_REFRESH_PROGRESS, NULL);
}

/**
 * htap_refresh_progress_set_refresh:
 * @refresh: (nullable): the sweep to follow
 */
void
htap_refresh_progress_set_refresh (HtapRefreshProgress *self, HtapRefresh *refresh)
{
  g_return_if_fail (HTAP_IS_REFRESH_PROGRESS (self));

  if (self->refresh == refresh)
    return;

  if (self->refresh != NULL)
    g_signal_handlers_disconnect_by_data (self->refresh, self);
  g_set_object (&self->refresh, refresh);
  if (refresh == NULL)
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      update_shown (self);
      return;
    }

  if (!self->shown && self->timeout == 0)
    self->timeout = g_timeout_add (SHOW_AFTER_MS, on_timeout, self);
  g_signal_connect_swapped (refresh, "notify", G_CALLBACK (on_refresh_notify), self);
  on_refresh_notify (self);
}

/**
 * htap_refresh_progress_get_shown:
 *
 * Returns: whether a sweep runs, for so long that a person wants to know how far it is
 */
gboolean
htap_refresh_progress_get_shown (HtapRefreshProgress *self)
{
  g_return_val_if_fail (HTAP_IS_REFRESH_PROGRESS (self), FALSE);

  return self->shown;
}
