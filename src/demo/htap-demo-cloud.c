/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-cloud.h"

#include <errno.h>
#include <sys/random.h>

#include "htap-demo-api.h"
#include "htap-demo-control.h"
#include "htap-demo-delivery.h"
#include "htap-demo-fleet.h"
#include "htap-demo-iam.h"

#define TOKEN_BYTES     16
#define MAXIMUM_REQUEST (256 * 1024)
#define PROFILE_GROUP   "profile demo-cloud"

struct _HtapDemoCloud
{
  GObject parent_instance;
  HtapDemoData *data;
  HtapDemoFaults *faults;
  HtapDemoJournal *journal;
  HtapDemoDelivery *delivery; /* while it serves */
  SoupServer *server;         /* while it serves */
  HtapDemoAccess *access;
  char *address;
  guint delay; /* milliseconds */
};

G_DEFINE_FINAL_TYPE (HtapDemoCloud, htap_demo_cloud, G_TYPE_OBJECT)

static char *
make_token (GError **error)
{
  guint8 bytes[TOKEN_BYTES];
  GString *token;

  if (getentropy (bytes, sizeof bytes) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }

  token = g_string_sized_new (2 * TOKEN_BYTES + 1);
  for (guint i = 0; i < TOKEN_BYTES; i++)
    g_string_append_printf (token, "%02x", bytes[i]);

  return g_string_free (token, FALSE);
}

static char *
make_address (SoupServer *server)
{
  GSList *uris = soup_server_get_uris (server);
  char *address = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));

  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return address;
}

/* What is not going to be read is not kept, either. */
static void
refuse_body (SoupServerMessage *message, guint status, const char *sentence)
{
  g_autoptr (HtapDemoAnswer) answer = htap_demo_answer_new_sentence (status, sentence);

  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  soup_message_headers_replace (answer->headers, "Connection", "close");
  htap_demo_answer_write (answer, message);
}

static void
on_server_headers (SoupServer *server,
                   SoupServerMessage *message,
                   const char *path,
                   GHashTable *query,
                   gpointer user_data)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CHUNKED)
    refuse_body (message, SOUP_STATUS_LENGTH_REQUIRED, "A body must say how long it is.");
  else if (soup_message_headers_get_content_length (headers) > MAXIMUM_REQUEST)
    refuse_body (message, SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE, "The body is too large.");
}

static HtapDemoAnswer *
answer_as_the_cloud (HtapDemoCloud *self,
                     SoupServerMessage *message,
                     const char *path,
                     GHashTable *query)
{
  g_autofree char *date = htap_demo_clock_dup_http_date (&self->access->clock);
  HtapDemoAnswer *answer = htap_demo_iam_answer (self->access, self->data, message, path, query);

  if (answer == NULL)
    answer = htap_demo_api_answer (self->data, self->access, message, path, query);

  soup_message_headers_replace (answer->headers, "Date", date);
  answer->delay = self->delay;
  htap_demo_faults_apply (self->faults, path, answer);
  htap_demo_journal_add (self->journal, message, answer->status);

  return answer;
}

static void
on_server_request (SoupServer *server,
                   SoupServerMessage *message,
                   const char *path,
                   GHashTable *query,
                   gpointer user_data)
{
  HtapDemoCloud *self = HTAP_DEMO_CLOUD (user_data);
  const HtapDemoControl control = { self->data, self->faults, self->journal, self->access };
  HtapDemoAnswer *answer;

  if (g_str_has_prefix (path, HTAP_DEMO_CONTROL_PREFIX))
    answer = htap_demo_control_answer (&control, message, path);
  else
    answer = answer_as_the_cloud (self, message, path, query);

  htap_demo_delivery_send (self->delivery, message, answer);
}

static void
htap_demo_cloud_dispose (GObject *object)
{
  htap_demo_cloud_stop (HTAP_DEMO_CLOUD (object));

  G_OBJECT_CLASS (htap_demo_cloud_parent_class)->dispose (object);
}

static void
htap_demo_cloud_finalize (GObject *object)
{
  HtapDemoCloud *self = HTAP_DEMO_CLOUD (object);

  htap_demo_data_free (self->data);
  htap_demo_faults_free (self->faults);
  htap_demo_journal_free (self->journal);
  htap_demo_access_free (self->access);
  g_free (self->address);

  G_OBJECT_CLASS (htap_demo_cloud_parent_class)->finalize (object);
}

static void
htap_demo_cloud_class_init (HtapDemoCloudClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = htap_demo_cloud_dispose;
  object_class->finalize = htap_demo_cloud_finalize;
}

static void
htap_demo_cloud_init (HtapDemoCloud *self)
{
  self->data = htap_demo_data_new ();
  self->faults = htap_demo_faults_new ();
  self->journal = htap_demo_journal_new ();
  self->access = htap_demo_access_new ();
}

/**
 * htap_demo_cloud_new:
 *
 * Returns: (transfer full): a cloud with the demo's own data, which does not serve yet. Ages in the
 *   data ("creating for 12 minutes") count from here.
 */
HtapDemoCloud *
htap_demo_cloud_new (void)
{
  return g_object_new (HTAP_TYPE_DEMO_CLOUD, NULL);
}

/**
 * htap_demo_cloud_set_delay:
 * @milliseconds: how long each answer is held back, unless a fault says otherwise; not those of the
 *   control path
 */
void
htap_demo_cloud_set_delay (HtapDemoCloud *self, guint milliseconds)
{
  g_return_if_fail (HTAP_IS_DEMO_CLOUD (self));

  self->delay = milliseconds;
}

/**
 * htap_demo_cloud_set_fleet:
 * @n_taurus: how many TaurusDB instances; 0 for the demo's own data
 * @n_htap: how many HTAP instances, all together
 *
 * Serves generated instances instead, the same ones for the same numbers, spread evenly over the
 * regions and the TaurusDB instances.
 */
void
htap_demo_cloud_set_fleet (HtapDemoCloud *self, guint n_taurus, guint n_htap)
{
  g_return_if_fail (HTAP_IS_DEMO_CLOUD (self));

  htap_demo_data_free (self->data);
  self->data = htap_demo_data_new ();

  if (n_taurus > 0)
    htap_demo_fleet_fill (self->data, n_taurus, n_htap);
}

/**
 * htap_demo_cloud_start:
 * @port: where to listen; 0 for any free port
 * @error: set if the port cannot be had, or there is no randomness for the token
 *
 * Serves on 127.0.0.1, with a new token. Must not serve already.
 *
 * Returns: whether it serves
 */
gboolean
htap_demo_cloud_start (HtapDemoCloud *self, guint port, GError **error)
{
  g_autoptr (SoupServer) server = NULL;
  g_autofree char *token = NULL;

  g_return_val_if_fail (HTAP_IS_DEMO_CLOUD (self), FALSE);
  g_return_val_if_fail (self->server == NULL, FALSE);

  token = make_token (error);
  if (token == NULL)
    return FALSE;

  server = g_object_new (SOUP_TYPE_SERVER, "raw-paths", TRUE, NULL);
  soup_server_add_early_handler (server, NULL, on_server_headers, self, NULL);
  soup_server_add_handler (server, NULL, on_server_request, self, NULL);
  if (!soup_server_listen_local (server, port, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return FALSE;

  g_free (self->access->operator_token);
  self->access->operator_token = g_steal_pointer (&token);
  g_free (self->address);
  self->address = make_address (server);
  self->delivery = htap_demo_delivery_new ();
  self->server = g_steal_pointer (&server);

  return TRUE;
}

/**
 * htap_demo_cloud_stop:
 *
 * Closes every connection. Answers that are held back are never sent. Does nothing if it does not
 * serve.
 */
void
htap_demo_cloud_stop (HtapDemoCloud *self)
{
  g_return_if_fail (HTAP_IS_DEMO_CLOUD (self));

  if (self->server == NULL)
    return;

  g_clear_pointer (&self->delivery, htap_demo_delivery_free);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
}

/**
 * htap_demo_cloud_get_address:
 *
 * Returns: (transfer none) (nullable): `http://127.0.0.1:PORT`, that of the last start; %NULL
 *   before the first
 */
const char *
htap_demo_cloud_get_address (HtapDemoCloud *self)
{
  g_return_val_if_fail (HTAP_IS_DEMO_CLOUD (self), NULL);

  return self->address;
}

/**
 * htap_demo_cloud_get_token:
 *
 * Returns: (transfer none) (nullable): the one token that is taken in every project and on the
 *   control path and never expires, that of the last start; %NULL before the first
 */
const char *
htap_demo_cloud_get_token (HtapDemoCloud *self)
{
  g_return_val_if_fail (HTAP_IS_DEMO_CLOUD (self), NULL);

  return self->access->operator_token;
}

/**
 * htap_demo_cloud_get_taurus:
 * @n_taurus: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_taurus): all TaurusDB instances, the empty one and the
 *   one that fails included; valid until the fleet is set
 */
const HtapDemoTaurus *
htap_demo_cloud_get_taurus (HtapDemoCloud *self, guint *n_taurus)
{
  g_return_val_if_fail (HTAP_IS_DEMO_CLOUD (self), NULL);
  g_return_val_if_fail (n_taurus != NULL, NULL);

  return htap_demo_data_get_taurus (self->data, n_taurus);
}

/* Returns: (transfer full): a profile that looks into every project here; the group is its name */
static GKeyFile *
make_profile (HtapDemoCloud *self, const char *group)
{
  GKeyFile *file = g_key_file_new ();
  g_autoptr (GStrvBuilder) projects = g_strv_builder_new ();
  g_auto (GStrv) project_list = NULL;
  guint n_taurus;
  const HtapDemoTaurus *taurus = htap_demo_cloud_get_taurus (self, &n_taurus);

  for (guint i = 0; i < n_taurus; i++)
    {
      g_autofree char *project = g_strdup_printf ("%s:%s", taurus[i].region, taurus[i].project_id);
      g_autofree char *endpoint_key = g_strdup_printf ("Endpoint.%s", taurus[i].region);

      g_strv_builder_add (projects, project);
      g_key_file_set_string (file, group, endpoint_key, htap_demo_cloud_get_address (self));
    }

  project_list = g_strv_builder_end (projects);
  g_key_file_set_string (file, group, "Name", "Demo cloud");
  g_key_file_set_string (file, group, "SignIn", "token");
  g_key_file_set_string_list (file, group, "Projects", (const char *const *) project_list,
                              g_strv_length (project_list));

  return file;
}

/**
 * htap_demo_cloud_dup_profile:
 *
 * Returns: (transfer full): a profile that finds and reads everything here, as text in the form of
 *   the profiles file; the token is not in it
 */
char *
htap_demo_cloud_dup_profile (HtapDemoCloud *self)
{
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (HTAP_IS_DEMO_CLOUD (self), NULL);

  file = make_profile (self, PROFILE_GROUP);
  g_key_file_set_boolean (file, PROFILE_GROUP, "Discover", TRUE);

  return g_key_file_to_data (file, NULL, NULL);
}

/**
 * htap_demo_cloud_dup_profile_by_hand:
 *
 * Returns: (transfer full): likewise, but it names every TaurusDB instance that there is now, and
 *   finds none by itself
 */
char *
htap_demo_cloud_dup_profile_by_hand (HtapDemoCloud *self)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autoptr (GStrvBuilder) taurus_ids = g_strv_builder_new ();
  g_auto (GStrv) taurus_list = NULL;
  const HtapDemoTaurus *taurus;
  guint n_taurus;

  g_return_val_if_fail (HTAP_IS_DEMO_CLOUD (self), NULL);

  taurus = htap_demo_cloud_get_taurus (self, &n_taurus);
  for (guint i = 0; i < n_taurus; i++)
    {
      g_autofree char *taurus_id = g_strdup_printf ("%s:%s", taurus[i].region, taurus[i].taurus_id);

      g_strv_builder_add (taurus_ids, taurus_id);
    }

  taurus_list = g_strv_builder_end (taurus_ids);
  file = make_profile (self, PROFILE_GROUP);
  g_key_file_set_string_list (file, PROFILE_GROUP, "TaurusIds", (const char *const *) taurus_list,
                              g_strv_length (taurus_list));

  return g_key_file_to_data (file, NULL, NULL);
}
