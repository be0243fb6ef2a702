/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-signature.h"

#include <json-glib/json-glib.h>

#include "htap-test.h"

#define DATE "20260301T080910Z"

typedef struct
{
  SoupMessageHeaders *headers;
  GBytes *body;
  HtapDemoSignature *signature;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  fixture->body = g_bytes_new_static ("", 0);
  fixture->signature = htap_demo_signature_parse (
      "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=00");
  soup_message_headers_replace (fixture->headers, "Host", "127.0.0.1:8080");
  soup_message_headers_replace (fixture->headers, "X-Sdk-Date", DATE);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  soup_message_headers_unref (fixture->headers);
  g_bytes_unref (fixture->body);
  htap_demo_signature_free (fixture->signature);
}

static char *
canonicalize (Fixture *fixture, const char *path, const char *query)
{
  const HtapDemoSigned request = { "GET", path, query, fixture->headers, fixture->body };

  return htap_demo_signature_canonical (fixture->signature, &request);
}

static void
check_vector (JsonObject *vector)
{
  g_autoptr (HtapDemoSignature) signature =
      htap_demo_signature_parse (json_object_get_string_member (vector, "authorization"));
  g_auto (GStrv) target =
      g_strsplit (json_object_get_string_member (vector, "request_target"), "?", 2);
  JsonObject *fields = json_object_get_object_member (vector, "headers");
  const char *body = json_object_get_string_member (vector, "body");
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));
  g_autoptr (GList) names = json_object_get_members (fields);
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  const HtapDemoSigned request = { json_object_get_string_member (vector, "method"), target[0],
                                   target[1], headers, bytes };
  const char *date = json_object_get_string_member (fields, "X-Sdk-Date");
  const char *secret_key = json_object_get_string_member (vector, "sk");
  g_autofree char *canonical = NULL;

  soup_message_headers_replace (headers, "Host", json_object_get_string_member (vector, "host"));
  for (GList *l = names; l != NULL; l = l->next)
    soup_message_headers_replace (headers, l->data,
                                  json_object_get_string_member (fields, l->data));

  canonical = htap_demo_signature_canonical (signature, &request);
  g_assert_cmpstr (canonical, ==, json_object_get_string_member (vector, "canonical_request"));
  g_assert_cmpstr (signature->access_key_id, ==, json_object_get_string_member (vector, "ak"));
  g_assert_true (htap_demo_signature_fits (signature, canonical, date, secret_key));
  g_assert_false (htap_demo_signature_fits (signature, canonical, date, "another key"));
  g_assert_false (htap_demo_signature_fits (signature, canonical, "20260301T080911Z", secret_key));

  soup_message_headers_unref (headers);
}

static void
test_vectors (void)
{
  g_autoptr (GBytes) bytes = htap_test_fixture ("aksk_vectors.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *vectors;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  vectors = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (vectors), ==, 5);
  for (guint i = 0; i < json_array_get_length (vectors); i++)
    check_vector (json_array_get_object_element (vectors, i));
}

static void
test_query (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sent;
    const char *canonical;
  } cases[] = {
    { "b=2&a=1", "a=1&b=2" },       { "a=2&a=1&A=3", "A=3&a=1&a=2" },
    { "a-b=1&a=2", "a=2&a-b=1" },   { "flag&empty=", "empty=&flag=" },
    { "a=%2a+~/", "a=%2A%2B~%2F" }, { "a=%E4%BD%A0%20b&&", "a=%E4%BD%A0%20b" },
    { "a=1=2", "a=1%3D2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *canonical = canonicalize (fixture, "/v3", cases[i].sent);
      g_auto (GStrv) lines = g_strsplit (canonical, "\n", -1);

      g_assert_cmpstr (lines[1], ==, "/v3/");
      g_assert_cmpstr (lines[2], ==, cases[i].canonical);
    }
}

static void
test_path (Fixture *fixture, gconstpointer data)
{
  g_autofree char *canonical = canonicalize (fixture, "/a%20b/%e4%bd%a0/", NULL);

  g_assert_true (g_str_has_prefix (canonical, "GET\n/a%20b/%E4%BD%A0/\n\nhost:127.0.0.1:8080\n"));
}

/* What is said to be signed must be there, and the date must be signed. */
static void
test_headers (Fixture *fixture, gconstpointer data)
{
  static const char *const lists[] = { "host", "", "host;x-project-id;x-sdk-date",
                                       "x-sdk-date;host", "host;host;x-sdk-date" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_free (fixture->signature->signed_headers);
      fixture->signature->signed_headers = g_strdup (lists[i]);
      g_assert_null (canonicalize (fixture, "/", NULL));
    }
}

static void
test_parse (void)
{
  static const char *const wrong[] = {
    "",
    "Bearer abc",
    "SDK-HMAC-SHA256",
    "SDK-HMAC-SHA256 ",
    "SDK-HMAC-SHA256 Access=AK",
    "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date",
    "SDK-HMAC-SHA256 Access=AK,SignedHeaders=host,Signature=00",
    "SDK-HMAC-SHA256 SignedHeaders=host, Access=AK, Signature=00",
    "V11-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=00",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (htap_demo_signature_parse (wrong[i]));
}

static void
test_date (void)
{
  gint64 time;

  g_assert_true (htap_demo_signature_parse_date (DATE, &time));
  g_assert_cmpint (time, ==, G_GINT64_CONSTANT (1772352550000000));
  g_assert_false (htap_demo_signature_parse_date (NULL, &time));
  g_assert_false (htap_demo_signature_parse_date ("", &time));
  g_assert_false (htap_demo_signature_parse_date ("20260301T080910+", &time));
  g_assert_false (htap_demo_signature_parse_date ("20261301T080910Z", &time));
  g_assert_false (htap_demo_signature_parse_date ("2026-03-01T08:09Z", &time));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo-signature/vectors", test_vectors);
  g_test_add ("/demo-signature/query", Fixture, NULL, fixture_set_up, test_query,
              fixture_tear_down);
  g_test_add ("/demo-signature/path", Fixture, NULL, fixture_set_up, test_path, fixture_tear_down);
  g_test_add ("/demo-signature/headers", Fixture, NULL, fixture_set_up, test_headers,
              fixture_tear_down);
  g_test_add_func ("/demo-signature/parse", test_parse);
  g_test_add_func ("/demo-signature/date", test_date);

  return g_test_run ();
}
