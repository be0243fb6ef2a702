/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-file-watch.h"

#include "htap-disk-file.h"

/* How long nothing may happen before it is told. */
#define QUIET_MILLISECONDS 150

struct _HtapFileWatch
{
  char *path;
  GFileMonitor *own;    /* of the path itself */
  GFileMonitor *target; /* of what it points to, if it is a symbolic link */
  HtapFileTouched touched;
  gpointer user_data;
  guint timeout;
};

static void follow_target (HtapFileWatch *self);

static gboolean
on_timeout (gpointer user_data)
{
  HtapFileWatch *self = user_data;

  self->timeout = 0;
  follow_target (self);
  self->touched (self->user_data);

  return G_SOURCE_REMOVE;
}

static void
on_monitor_changed (HtapFileWatch *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (QUIET_MILLISECONDS, on_timeout, self);
}

static GFileMonitor *
monitor (HtapFileWatch *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GFileMonitor *made = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, &error);

  if (made == NULL)
    {
      /* Then changes are seen at the next start. */
      g_debug ("Cannot look at %s: %s", path, error->message);
      return NULL;
    }

  g_file_monitor_set_rate_limit (made, QUIET_MILLISECONDS);
  g_signal_connect_swapped (made, "changed", G_CALLBACK (on_monitor_changed), self);

  return made;
}

static void
stop (GFileMonitor **made, HtapFileWatch *self)
{
  if (*made == NULL)
    return;

  g_signal_handlers_disconnect_by_data (*made, self);
  g_file_monitor_cancel (*made);
  g_clear_object (made);
}

/* A symbolic link may point elsewhere by now. */
static void
follow_target (HtapFileWatch *self)
{
  g_autofree char *target = htap_disk_file_resolve (self->path);

  stop (&self->target, self);
  if (!g_str_equal (target, self->path))
    self->target = monitor (self, target);
}

/**
 * htap_file_watch_new:
 * @path: neither it nor its folder need be there
 * @touched: called from the thread-default main context of now, also after our own writes
 * @user_data: outlives the watch
 */
HtapFileWatch *
htap_file_watch_new (const char *path, HtapFileTouched touched, gpointer user_data)
{
  HtapFileWatch *self = g_new0 (HtapFileWatch, 1);

  self->path = g_strdup (path);
  self->touched = touched;
  self->user_data = user_data;
  self->own = monitor (self, path);
  follow_target (self);

  return self;
}

/**
 * htap_file_watch_free:
 *
 * Nothing is told any more. Not to be called from within #HtapFileTouched.
 */
void
htap_file_watch_free (HtapFileWatch *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  stop (&self->own, self);
  stop (&self->target, self);
  g_free (self->path);
  g_free (self);
}
