/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-journal.h"

#include "htap-demo-iam.h"
#include "htap-demo-json.h"

/* Paths that are counted each by itself. */
#define MAXIMUM_COUNTS 10000

struct _HtapDemoJournal
{
  GQueue entries;     /* of JsonObject, oldest first */
  GHashTable *counts; /* method and path → how often, since it was cleared */
  guint n_sign_ins;   /* since it was cleared */
  guint n_refused_sign_ins;
};

/* Returns: (nullable): how the request was authorised, if it was. */
static const char *
get_authorisation (SoupMessageHeaders *headers)
{
  if (soup_message_headers_get_one (headers, "Authorization") != NULL)
    return "signature";

  return soup_message_headers_get_one (headers, "X-Auth-Token") != NULL ? "token" : NULL;
}

/* However many come: paths beyond so many are counted together. */
static void
count_path (HtapDemoJournal *self, SoupServerMessage *message)
{
  g_autofree char *path =
      g_utf8_make_valid (g_uri_get_path (soup_server_message_get_uri (message)), -1);
  g_autofree char *key = g_strconcat (soup_server_message_get_method (message), " ", path, NULL);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));

  if (count == 0 && g_hash_table_size (self->counts) >= MAXIMUM_COUNTS)
    {
      g_free (key);
      key = g_strdup ("others");
      count = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, key));
    }

  g_hash_table_insert (self->counts, g_steal_pointer (&key), GUINT_TO_POINTER (count + 1));
}

static void
count_sign_in (HtapDemoJournal *self, SoupServerMessage *message, guint status)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));

  if (soup_server_message_get_method (message) != SOUP_METHOD_POST ||
      !g_str_equal (path, HTAP_DEMO_SIGN_IN_PATH))
    return;

  if (status == SOUP_STATUS_CREATED)
    self->n_sign_ins++;
  else
    self->n_refused_sign_ins++;
}

HtapDemoJournal *
htap_demo_journal_new (void)
{
  HtapDemoJournal *self = g_new0 (HtapDemoJournal, 1);

  g_queue_init (&self->entries);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
htap_demo_journal_free (HtapDemoJournal *self)
{
  htap_demo_journal_clear (self);
  g_hash_table_unref (self->counts);
  g_free (self);
}

/**
 * htap_demo_journal_add:
 * @message: the request
 * @status: what it is answered with
 *
 * Forgets the oldest request when there are too many.
 */
void
htap_demo_journal_add (HtapDemoJournal *self, SoupServerMessage *message, guint status)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  GUri *uri = soup_server_message_get_uri (message);
  JsonObject *entry = json_object_new ();

  htap_demo_json_set_text (entry, "method", soup_server_message_get_method (message));
  htap_demo_json_set_text (entry, "path", g_uri_get_path (uri));
  htap_demo_json_set_text (entry, "query", g_uri_get_query (uri));
  htap_demo_json_set_text (entry, "x_language",
                           soup_message_headers_get_one (headers, "X-Language"));
  htap_demo_json_set_text (entry, "content_type",
                           soup_message_headers_get_one (headers, "Content-Type"));
  htap_demo_json_set_text (entry, "auth", get_authorisation (headers));
  json_object_set_int_member (entry, "status", status);
  count_sign_in (self, message, status);
  count_path (self, message);

  g_queue_push_tail (&self->entries, entry);
  if (g_queue_get_length (&self->entries) > HTAP_DEMO_JOURNAL_LENGTH)
    json_object_unref (g_queue_pop_head (&self->entries));
}

void
htap_demo_journal_clear (HtapDemoJournal *self)
{
  g_queue_clear_full (&self->entries, (GDestroyNotify) json_object_unref);
  g_hash_table_remove_all (self->counts);
  self->n_sign_ins = 0;
  self->n_refused_sign_ins = 0;
}

/**
 * htap_demo_journal_to_json:
 *
 * Returns: (transfer full): `{"requests": […], "counts": {"GET /path": N}, "sign_ins": N,
 *   "refused_sign_ins": N}`, requests oldest first; `auth` of each is "token", "signature" or null.
 *   The counts are of all requests, the forgotten ones included
 */
JsonObject *
htap_demo_journal_to_json (HtapDemoJournal *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *requests = json_array_new ();
  JsonObject *counts = json_object_new ();
  GHashTableIter iter;
  gpointer path, count;

  for (GList *link = self->entries.head; link != NULL; link = link->next)
    json_array_add_object_element (requests, json_object_ref (link->data));
  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &path, &count))
    json_object_set_int_member (counts, path, GPOINTER_TO_UINT (count));
  json_object_set_array_member (object, "requests", requests);
  json_object_set_object_member (object, "counts", counts);
  json_object_set_int_member (object, "sign_ins", self->n_sign_ins);
  json_object_set_int_member (object, "refused_sign_ins", self->n_refused_sign_ins);

  return object;
}
