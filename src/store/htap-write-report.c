/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-write-report.h"

struct _HtapWriteReport
{
  GObject *listener; /* not owned: it owns this */
  HtapWriteReportFunc func;
  GMainContext *context;
  gboolean is_failing; /* the writing thread's alone */
};

/* On its way to the listener. */
typedef struct
{
  GWeakRef listener;
  HtapWriteReportFunc func;
  GError *problem; /* (nullable) */
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_weak_ref_clear (&news->listener);
  g_clear_error (&news->problem);
  g_free (news);
}

static gboolean
on_news (gpointer data)
{
  News *news = data;
  g_autoptr (GObject) listener = g_weak_ref_get (&news->listener);

  if (listener != NULL)
    news->func (listener, g_steal_pointer (&news->problem));

  return G_SOURCE_REMOVE;
}

/**
 * htap_write_report_new:
 * @listener: who has it, and outlives it
 * @func: called in the main context that is the thread's default one now, for as long as @listener
 *   is there
 *
 * Returns: (transfer full): a report; all is well as yet
 */
HtapWriteReport *
htap_write_report_new (GObject *listener, HtapWriteReportFunc func)
{
  HtapWriteReport *self = g_new0 (HtapWriteReport, 1);

  self->listener = listener;
  self->func = func;
  self->context = g_main_context_ref_thread_default ();

  return self;
}

void
htap_write_report_free (HtapWriteReport *self)
{
  g_main_context_unref (self->context);
  g_free (self);
}

/**
 * htap_write_report_is_failing:
 *
 * Returns: whether the last thing told was a problem; for the thread that tells
 */
gboolean
htap_write_report_is_failing (HtapWriteReport *self)
{
  return self->is_failing;
}

/**
 * htap_write_report_tell:
 * @problem: (transfer full) (nullable): why something could not be written
 *
 * Called in one thread. A full disk refuses hundreds of files at once: that is one thing to say.
 */
void
htap_write_report_tell (HtapWriteReport *self, GError *problem)
{
  g_autoptr (GSource) source = NULL;
  News *news;

  if ((problem != NULL) == self->is_failing)
    {
      g_clear_error (&problem);
      return;
    }

  self->is_failing = problem != NULL;
  news = g_new0 (News, 1);
  g_weak_ref_init (&news->listener, self->listener);
  news->func = self->func;
  news->problem = problem;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_news, news, news_free);
  g_source_attach (source, self->context);
}
