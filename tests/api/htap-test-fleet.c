/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-test-fleet.h"

#include "htap-authorizers.h"
#include "htap-test.h"

#include <string.h>

#define UNKNOWN "{\"error_code\":\"APIGW.0101\",\"error_msg\":\"The API does not exist\"}"

static guint
read_offset (const char *query)
{
  const char *offset = query != NULL ? strstr (query, "offset=") : NULL;

  return offset != NULL ? (guint) g_ascii_strtoull (offset + strlen ("offset="), NULL, 10) : 0;
}

static void
append_items (HtapTestFleet *self, guint offset, GString *body)
{
  for (guint i = 0; i < self->page_size && offset + i < self->n_items; i++)
    {
      guint number = self->n_items - 1 - offset - i;

      g_string_append (body, i > 0 ? "," : "");
      if (i < self->n_broken)
        g_string_append (body, "{\"id\":null,\"name\":\"broken\"}");
      else
        g_string_append_printf (body, "{\"id\":\"%032xin07\",\"name\":\"item %u\"}", number,
                                number);
    }
}

static void
answer_page (HtapTestFleet *self, SoupServerMessage *message, const char *list, const char *query)
{
  g_autoptr (GString) body = g_string_new ("{");
  g_autoptr (GBytes) bytes = NULL;

  if (self->total != -2)
    g_string_append_printf (body, "\"total_count\":%" G_GINT64_FORMAT ",",
                            self->total == -1 ? (gint64) self->n_items : self->total);
  g_string_append_printf (body, "\"%s\":[", list);
  append_items (self, self->is_deaf ? 0 : read_offset (query), body);
  g_string_append (body, "]}");
  bytes = g_bytes_new (body->str, body->len);
  htap_test_answer_bytes (message, 200, bytes);

  if (self->n_growths > 0)
    {
      self->n_growths--;
      self->n_items = (guint) ((int) self->n_items + self->growth);
    }
}

static void
on_request (HtapTestServer *server, SoupServerMessage *message, gpointer user_data)
{
  HtapTestFleet *self = user_data;
  GUri *uri = soup_server_message_get_uri (message);
  g_auto (GStrv) path = g_strsplit (g_uri_get_path (uri), "/", -1);
  const char *list = g_str_equal (path[3], "instances") ? "instances" : "enterprise_projects";

  self->n_requests++;
  self->n_old_requests += g_str_equal (path[1], "v3") ? 1 : 0;
  g_string_append_printf (self->queries, "%s\n", g_uri_get_query (uri));

  if (g_strcmp0 (self->unknown_version, path[1]) == 0)
    htap_test_answer (message, 404, "application/json", UNKNOWN);
  else if (self->status != 200)
    htap_test_answer (message, self->status, "application/json", self->body);
  else
    answer_page (self, message, list, g_uri_get_query (uri));
}

/**
 * htap_test_fleet_init:
 *
 * A fleet of nobody; every member can be changed at any time.
 */
void
htap_test_fleet_init (HtapTestFleet *self)
{
  *self = (HtapTestFleet){
    .total = -1, .page_size = 100, .status = 200, .body = "", .queries = g_string_new (NULL)
  };
  self->server = htap_test_server_new (on_request, self);
}

void
htap_test_fleet_clear (HtapTestFleet *self)
{
  htap_test_server_free (self->server);
  g_string_free (self->queries, TRUE);
}

/**
 * htap_test_fleet_new_profile:
 *
 * Returns: (transfer full): a profile whose endpoint is this cloud
 */
HtapProfile *
htap_test_fleet_new_profile (HtapTestFleet *self)
{
  HtapProfile *profile = htap_profile_new (NULL);
  g_autofree char *url = htap_test_server_dup_url (self->server);

  htap_profile_set_sign_in (profile, HTAP_SIGN_IN_TOKEN);
  htap_profile_set_endpoint (profile, FLEET_REGION, url);

  return profile;
}

HtapAuthorizer *
htap_test_fleet_new_authorizer (HtapTestFleet *self)
{
  g_autoptr (HtapHttp) http = htap_http_new ();
  g_autoptr (HtapProfile) profile = htap_test_fleet_new_profile (self);
  g_autoptr (HtapCredentials) credentials = htap_credentials_new_token ("token");
  g_autoptr (GError) error = NULL;
  HtapAuthorizer *authorizer = htap_authorizer_new_for_profile (http, profile, credentials, &error);

  g_assert_no_error (error);

  return authorizer;
}
