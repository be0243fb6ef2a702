/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-fake-monitor.h"

struct _HtapFakeMonitor
{
  GObject parent_instance;
  gboolean available;
};

enum
{
  PROP_NETWORK_AVAILABLE = 1,
  PROP_NETWORK_METERED,
  PROP_CONNECTIVITY,
};

static gboolean
htap_fake_monitor_initable_init (GInitable *initable, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
htap_fake_monitor_initable_iface_init (GInitableIface *iface)
{
  iface->init = htap_fake_monitor_initable_init;
}

static void
htap_fake_monitor_iface_init (GNetworkMonitorInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HtapFakeMonitor,
                               htap_fake_monitor,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE,
                                                      htap_fake_monitor_initable_iface_init)
                                   G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR,
                                                          htap_fake_monitor_iface_init))

static void
htap_fake_monitor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HtapFakeMonitor *self = HTAP_FAKE_MONITOR (object);

  switch (id)
    {
    case PROP_NETWORK_AVAILABLE:
      g_value_set_boolean (value, self->available);
      break;
    case PROP_NETWORK_METERED:
      g_value_set_boolean (value, FALSE);
      break;
    case PROP_CONNECTIVITY:
      g_value_set_enum (value, self->available ? G_NETWORK_CONNECTIVITY_FULL
                                               : G_NETWORK_CONNECTIVITY_LOCAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_fake_monitor_class_init (HtapFakeMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = htap_fake_monitor_get_property;
  g_object_class_override_property (object_class, PROP_NETWORK_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_NETWORK_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
}

static void
htap_fake_monitor_init (HtapFakeMonitor *self)
{
}

/* Returns: (transfer full) */
HtapFakeMonitor *
htap_fake_monitor_new (gboolean available)
{
  HtapFakeMonitor *self = g_object_new (HTAP_TYPE_FAKE_MONITOR, NULL);

  self->available = available;

  return self;
}

void
htap_fake_monitor_set_available (HtapFakeMonitor *self, gboolean available)
{
  self->available = available;
  g_object_notify (G_OBJECT (self), "network-available");
}
