/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-http.h"

#include "htap-answer-error.h"
#include "htap-endpoint.h"
#include "htap-fetch.h"
#include "htap-request-note.h"
#include "htap-request.h"
#include "htap-retry.h"
#include "htap-trust.h"

#define SILENCE         15          /* seconds without a byte, connecting included */
#define DEADLINE        (60 * 1000) /* milliseconds for the whole answer */
#define MAX_CONNECTIONS 100         /* room for all that the gate lets through */

struct _HtapHttp
{
  GObject parent_instance;
  SoupSession *session;
  SoupSession *loopback_session; /* never through a proxy */
  HtapClock *clock;
  HtapGate *gate;
  GTlsDatabase *trust; /* (nullable): certificates besides the system's */
  HtapHttp *main;      /* (nullable): the door that this one is beside */
  HtapRequestLog *log; /* (nullable) */
  guint silence;
  guint deadline;
  gint64 clock_skew;
};

typedef struct
{
  SoupMessage *message;
  char *host;
  guint attempt;
  HtapHttpReady ready; /* (nullable) */
  gpointer ready_data;
  gint64 time;  /* when it went out, microseconds since 1970 UTC */
  gint64 begun; /* then, monotonic, microseconds */
} Sending;

G_DEFINE_FINAL_TYPE (HtapHttp, htap_http, G_TYPE_OBJECT)

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  g_object_unref (sending->message);
  g_free (sending->host);
  g_free (sending);
}

static SoupSession *
new_session (void)
{
  return soup_session_new_with_options ("timeout", SILENCE, "max-conns", MAX_CONNECTIONS,
                                        "max-conns-per-host", MAX_CONNECTIONS, "user-agent",
                                        "htap-inventory/" HTAP_VERSION, NULL);
}

/* Method, path, status, duration, request id: never a header that was sent, nor a query. */
static void
log_answer (const Sending *sending, const GError *error)
{
  double milliseconds = (double) (g_get_monotonic_time () - sending->begun) / 1000.0;
  g_autofree char *id = htap_answer_dup_request_id (sending->message);

  g_debug ("%s %s: %u in %.1f ms, request id %s%s%s", soup_message_get_method (sending->message),
           g_uri_get_path (soup_message_get_uri (sending->message)),
           soup_message_get_status (sending->message), milliseconds, id != NULL ? id : "unknown",
           error != NULL ? ", " : "", error != NULL ? error->message : "");
}

static HtapHttp *
get_main_door (HtapHttp *self)
{
  return self->main != NULL ? self->main : self;
}

static void
note_clock (HtapHttp *self, SoupMessage *message)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  if (soup_message_headers_get_one (headers, "Date") != NULL)
    get_main_door (self)->clock_skew = htap_answer_get_clock_skew (message);
}

/* Before the next one is let in. */
static void
note_hold (HtapHttp *self, const Sending *sending, const GError *error)
{
  gint64 now = htap_clock_get_now (self->clock);

  htap_gate_hold (self->gate, sending->host, htap_retry_read_after (sending->message, error, now));
}

static void
on_message_fetched (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HtapHttp *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);
  GBytes *body = htap_fetch_finish (result, &error);

  log_answer (sending, error);
  if (get_main_door (self)->log != NULL)
    htap_request_note (get_main_door (self)->log, sending->message, sending->attempt, sending->time,
                       g_get_monotonic_time () - sending->begun, error);
  note_clock (self, sending->message);
  note_hold (self, sending, error);
  if (body != NULL)
    g_task_return_pointer (task, body, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));

  /* Last, so that who comes next knows what was learnt: that a token is refused, or a host is to be
   * left alone. */
  htap_gate_leave (self->gate, sending->host);
}

static void
on_gate_entered (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  HtapHttp *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);
  gboolean loopback = htap_endpoint_is_loopback (soup_message_get_uri (sending->message));

  if (!htap_gate_enter_finish (self->gate, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (sending->ready != NULL && !sending->ready (sending->message, sending->ready_data, &error))
    {
      htap_gate_leave (self->gate, sending->host);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  sending->time = htap_clock_get_now (self->clock);
  sending->begun = g_get_monotonic_time ();
  htap_fetch_async (loopback ? self->loopback_session : self->session, sending->message,
                    self->deadline, g_task_get_cancellable (task), on_message_fetched,
                    g_object_ref (task));
}

static void
htap_http_dispose (GObject *object)
{
  HtapHttp *self = HTAP_HTTP (object);

  g_clear_object (&self->session);
  g_clear_object (&self->loopback_session);
  g_clear_object (&self->gate);
  g_clear_object (&self->clock);
  g_clear_object (&self->trust);
  g_clear_object (&self->main);
  g_clear_object (&self->log);

  G_OBJECT_CLASS (htap_http_parent_class)->dispose (object);
}

static void
htap_http_class_init (HtapHttpClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_http_dispose;
}

static void
htap_http_init (HtapHttp *self)
{
  self->session = new_session ();
  self->loopback_session = new_session ();
  soup_session_set_proxy_resolver (self->loopback_session, NULL);
  self->clock = htap_clock_new ();
  self->gate = htap_gate_new (self->clock, HTAP_HTTP_MAX_IN_FLIGHT);
  self->silence = SILENCE;
  self->deadline = DEADLINE;
}

/**
 * htap_http_new:
 *
 * Returns: (transfer full): a door of its own, with connections of its own
 */
HtapHttp *
htap_http_new (void)
{
  return g_object_new (HTAP_TYPE_HTTP, NULL);
}

/**
 * htap_http_new_trusting:
 * @door: whose gate and patience it shares
 * @ca_file: an absolute path to a PEM file of certificates to accept besides the system's
 * @error: %HTAP_ERROR_CONFIG with %HTAP_ERROR_REASON_BAD_CA_FILE
 *
 * A side door. Its connections are its own: nobody else talks over one that @ca_file vouches for.
 *
 * Returns: (transfer full) (nullable): the door, %NULL with @error
 */
HtapHttp *
htap_http_new_trusting (HtapHttp *door, const char *ca_file, GError **error)
{
  GTlsDatabase *trust = htap_trust_load (ca_file, error);
  HtapHttp *self;

  if (trust == NULL)
    return NULL;

  self = htap_http_new ();
  self->trust = trust;
  self->main = g_object_ref (door);
  g_set_object (&self->gate, door->gate);
  g_set_object (&self->clock, door->clock);
  htap_http_set_patience (self, door->silence, door->deadline);

  return self;
}

/**
 * htap_http_set_max_in_flight:
 * @max_in_flight: how many requests may be under way to one host, 1 to 100
 */
void
htap_http_set_max_in_flight (HtapHttp *self, guint max_in_flight)
{
  g_return_if_fail (HTAP_IS_HTTP (self));

  htap_gate_set_limit (self->gate, CLAMP (max_in_flight, 1, MAX_CONNECTIONS));
}

/**
 * htap_http_set_patience:
 * @silence: how long no byte may come, seconds
 * @deadline: how long the whole answer may take from when the request goes out, milliseconds
 *
 * For tests, which have less than the 15 and 60 seconds of people.
 */
void
htap_http_set_patience (HtapHttp *self, guint silence, guint deadline)
{
  g_return_if_fail (HTAP_IS_HTTP (self));

  self->silence = silence;
  soup_session_set_timeout (self->session, silence);
  soup_session_set_timeout (self->loopback_session, silence);
  self->deadline = deadline;
}

/**
 * htap_http_set_clock:
 * @clock: whose time it is
 *
 * For tests, whose time passes faster. Only before the first request.
 */
void
htap_http_set_clock (HtapHttp *self, HtapClock *clock)
{
  g_autoptr (HtapGate) gate = htap_gate_new (clock, HTAP_HTTP_MAX_IN_FLIGHT);

  g_return_if_fail (HTAP_IS_HTTP (self));

  g_set_object (&self->clock, clock);
  g_set_object (&self->gate, gate);
}

/**
 * htap_http_set_log:
 * @log: what every request that goes out through this door and those beside it is noted in
 */
void
htap_http_set_log (HtapHttp *self, HtapRequestLog *log)
{
  g_return_if_fail (HTAP_IS_HTTP (self));

  g_set_object (&self->log, log);
}

/**
 * htap_http_get_clock:
 *
 * Returns: (transfer none): whose time it is
 */
HtapClock *
htap_http_get_clock (HtapHttp *self)
{
  g_return_val_if_fail (HTAP_IS_HTTP (self), NULL);

  return self->clock;
}

/**
 * htap_http_get_gate:
 *
 * Returns: (transfer none): who lets requests out, through this door and those beside it
 */
HtapGate *
htap_http_get_gate (HtapHttp *self)
{
  g_return_val_if_fail (HTAP_IS_HTTP (self), NULL);

  return self->gate;
}

/**
 * htap_http_get_clock_skew:
 *
 * Returns: seconds this computer's clock was ahead of the one that wrote the last answer, through
 *   this door or one beside it; 0 if there was none
 */
gint64
htap_http_get_clock_skew (HtapHttp *self)
{
  g_return_val_if_fail (HTAP_IS_HTTP (self), 0);

  return self->clock_skew;
}

/**
 * htap_http_send_async:
 * @message: a finished and authorised request
 * @cancellable: (nullable): answers at once, wherever the request is
 *
 * Sends @message when there is room. A redirect is an error and never followed: libsoup would send
 * `X-Auth-Token` on to whatever host it names. When the answer says that there were too many
 * requests, and until when to leave the host alone, none is sent to it until then.
 */
void
htap_http_send_async (HtapHttp *self,
                      SoupMessage *message,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  htap_http_send_when_ready_async (self, message, 1, NULL, NULL, cancellable, callback, user_data);
}

/**
 * htap_http_send_when_ready_async:
 * @message: a request, which may still have to be authorised
 * @attempt: how often its question was asked, this time included, for the request log
 * @ready: (nullable): called when there is room, just before @message goes out: a signature does
 *   not grow old in line
 * @ready_data: lives until the answer
 * @cancellable: (nullable): answers at once, wherever the request is
 *
 * As htap_http_send_async(); finish with htap_http_send_finish().
 */
void
htap_http_send_when_ready_async (HtapHttp *self,
                                 SoupMessage *message,
                                 guint attempt,
                                 HtapHttpReady ready,
                                 gpointer ready_data,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Sending *sending = g_new0 (Sending, 1);

  sending->message = g_object_ref (message);
  sending->host = htap_request_dup_host (message);
  sending->attempt = attempt;
  sending->ready = ready;
  sending->ready_data = ready_data;
  g_task_set_source_tag (task, htap_http_send_when_ready_async);
  g_task_set_task_data (task, sending, sending_free);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (self->trust != NULL)
    htap_trust_apply (self->trust, message);
  htap_gate_enter_async (self->gate, sending->host, cancellable, on_gate_entered,
                         g_object_ref (task));
}

/**
 * htap_http_send_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the body of an answer with a 2xx status, decompressed; %NULL
 *   with @error
 */
GBytes *
htap_http_send_finish (HtapHttp *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
