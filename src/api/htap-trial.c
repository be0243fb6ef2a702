/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-trial.h"

#include "htap-error.h"
#include "htap-line.h"

/* Attempts at once with credentials of which nothing is known. More than one only when the first
 * did not reach anybody: else a dead network would be waited for one by one. Never more than five,
 * which lock an access key. */
#define FIRST_ATTEMPTS 1
#define MORE_ATTEMPTS  4

typedef enum
{
  UNDECIDED,
  GOOD,
  REFUSED,
} Verdict;

struct _HtapTrial
{
  GObject parent_instance;
  Verdict verdict;
  GError *refusal; /* when REFUSED */
  guint n_inside;
  guint limit;
  HtapLine *waiting;
};

G_DEFINE_FINAL_TYPE (HtapTrial, htap_trial, G_TYPE_OBJECT)

static Verdict
judge (const GError *error)
{
  const HtapErrorDetails *details = htap_error_get_details (error);

  if (error == NULL)
    return GOOD;
  if (error->domain != HTAP_ERROR)
    return UNDECIDED;

  switch ((HtapError) error->code)
    {
    case HTAP_ERROR_AUTH:
    case HTAP_ERROR_CLOCK_SKEW:
      return REFUSED;
    case HTAP_ERROR_FORBIDDEN:
    case HTAP_ERROR_NOT_FOUND:
    case HTAP_ERROR_REJECTED:
      if (details->reason == HTAP_ERROR_REASON_USER_DISABLED ||
          details->reason == HTAP_ERROR_REASON_CONSOLE_ONLY)
        return REFUSED;
      /* Without a code of the service, it may be somebody else's answer. */
      return details->code != NULL ? GOOD : UNDECIDED;
    default:
      return UNDECIDED;
    }
}

/* Answers those in line as far as the verdict lets. */
static void
admit (HtapTrial *self)
{
  GTask *next;

  while ((self->verdict != UNDECIDED || self->n_inside < self->limit) &&
         (next = htap_line_pop (self->waiting)) != NULL)
    {
      g_autoptr (GTask) task = next;

      if (self->verdict == REFUSED)
        {
          g_task_return_error (task, g_error_copy (self->refusal));
          continue;
        }

      self->n_inside++;
      g_task_return_boolean (task, TRUE);
    }
}

static void
htap_trial_finalize (GObject *object)
{
  HtapTrial *self = HTAP_TRIAL (object);

  g_clear_error (&self->refusal);
  htap_line_free (self->waiting);

  G_OBJECT_CLASS (htap_trial_parent_class)->finalize (object);
}

static void
htap_trial_class_init (HtapTrialClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_trial_finalize;
}

static void
htap_trial_init (HtapTrial *self)
{
  self->waiting = htap_line_new (NULL, NULL);
  self->limit = FIRST_ATTEMPTS;
}

/**
 * htap_trial_new:
 *
 * Returns: (transfer full): a trial without a verdict
 */
HtapTrial *
htap_trial_new (void)
{
  return g_object_new (HTAP_TYPE_TRIAL, NULL);
}

/**
 * htap_trial_enter_async:
 * @cancellable: (nullable): leaves the line
 *
 * Waits until an attempt with the credentials may be made.
 */
void
htap_trial_enter_async (HtapTrial *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, htap_trial_enter_async);
  /* Who was let in is inside, even if cancelled before hearing of it, and must leave. */
  g_task_set_check_cancellable (task, FALSE);

  if (g_task_return_error_if_cancelled (task))
    return;

  htap_line_join (self->waiting, task);
  admit (self);
}

/**
 * htap_trial_enter_finish:
 * @error: %G_IO_ERROR_CANCELLED, or why the credentials were refused before
 *
 * Returns: whether the caller may make an attempt, and must call htap_trial_leave()
 */
gboolean
htap_trial_enter_finish (HtapTrial *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * htap_trial_check:
 * @error: why the credentials were refused
 *
 * For who was let in and waited for something else since.
 *
 * Returns: %FALSE if the credentials were refused meanwhile
 */
gboolean
htap_trial_check (HtapTrial *self, GError **error)
{
  g_return_val_if_fail (HTAP_IS_TRIAL (self), FALSE);

  if (self->verdict != REFUSED)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->refusal));

  return FALSE;
}

/**
 * htap_trial_leave:
 * @error: (nullable): how the attempt failed
 *
 * Learns from an attempt. One that never reached the service, or was cancelled, tells nothing.
 */
void
htap_trial_leave (HtapTrial *self, const GError *error)
{
  Verdict verdict = judge (error);

  g_return_if_fail (self->n_inside > 0);

  self->n_inside--;
  if (verdict == REFUSED && self->verdict != REFUSED)
    self->refusal = g_error_copy (error);

  if (verdict == REFUSED || (verdict == GOOD && self->verdict != REFUSED))
    self->verdict = verdict;
  else if (verdict == UNDECIDED && error->domain == HTAP_ERROR)
    self->limit = MORE_ATTEMPTS;

  admit (self);
}

/**
 * htap_trial_reset:
 *
 * Forgets a refusal, for a person wants to try again.
 */
void
htap_trial_reset (HtapTrial *self)
{
  g_return_if_fail (HTAP_IS_TRIAL (self));

  if (self->verdict != REFUSED)
    return;

  g_clear_error (&self->refusal);
  self->verdict = UNDECIDED;
  self->limit = FIRST_ATTEMPTS;
}
