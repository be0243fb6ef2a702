/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-signature.h"

#include "htap-test.h"

#include <json-glib/json-glib.h>

/* The query of a vector as somebody might build it: in the given order. */
static char *
dup_query (JsonArray *pairs)
{
  g_autoptr (GString) query = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (pairs); i++)
    {
      JsonArray *pair = json_array_get_array_element (pairs, i);

      g_string_append_printf (query, "%s%s=%s", i > 0 ? "&" : "",
                              json_array_get_string_element (pair, 0),
                              json_array_get_string_element (pair, 1));
    }

  return g_string_free (g_steal_pointer (&query), FALSE);
}

static guint
read_headers (JsonObject *vector, HtapSignatureHeader *headers)
{
  JsonObject *given = json_object_get_object_member (vector, "headers");
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;
  guint n = 0;

  headers[n++] = (HtapSignatureHeader){ "Host", json_object_get_string_member (vector, "host") };
  json_object_iter_init (&iter, given);
  while (json_object_iter_next (&iter, &name, &value))
    headers[n++] = (HtapSignatureHeader){ name, json_node_get_string (value) };

  return n;
}

static void
check_vector (JsonObject *vector)
{
  HtapSignatureHeader headers[8];
  g_autofree char *query = dup_query (json_object_get_array_member (vector, "query"));
  HtapSignatureRequest request = { .method = json_object_get_string_member (vector, "method"),
                                   .path = json_object_get_string_member (vector, "path"),
                                   .query = query,
                                   .headers = headers,
                                   .n_headers = read_headers (vector, headers),
                                   .body = json_object_get_string_member (vector, "body") };
  g_autofree char *canonical = htap_signature_dup_canonical_request (&request);
  g_autofree char *to_sign = htap_signature_dup_string_to_sign (&request);
  g_autofree char *authorization =
      htap_signature_dup_authorization (&request, json_object_get_string_member (vector, "ak"),
                                        json_object_get_string_member (vector, "sk"));
  g_autofree char *sent_query = htap_signature_dup_query (query);
  g_autofree char *sent_path = htap_signature_dup_path (request.path);
  g_autofree char *target =
      g_strconcat (sent_path, *sent_query != '\0' ? "?" : "", sent_query, NULL);

  g_test_message ("%s", json_object_get_string_member (vector, "id"));
  g_assert_cmpstr (canonical, ==, json_object_get_string_member (vector, "canonical_request"));
  g_assert_cmpstr (to_sign, ==, json_object_get_string_member (vector, "string_to_sign"));
  g_assert_cmpstr (authorization, ==, json_object_get_string_member (vector, "authorization"));
  g_assert_cmpstr (target, ==, json_object_get_string_member (vector, "request_target"));
}

static void
test_vectors (void)
{
  g_autoptr (GBytes) bytes = htap_test_fixture ("aksk_vectors.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *vectors;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
  vectors = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (vectors), ==, 5);
  for (guint i = 0; i < json_array_get_length (vectors); i++)
    check_vector (json_array_get_object_element (vectors, i));
}

static void
test_query (void)
{
  static const struct
  {
    const char *query;
    const char *canonical;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "b=2&a=1", "a=1&b=2" },
    { "a=2&a=1&A=3", "A=3&a=1&a=2" },
    { "empty", "empty=" },
    { "empty=&x=", "empty=&x=" },
    { "x=a=b", "x=a%3Db" },
    { "star=*&slash=a/b&plus=+", "plus=%2B&slash=a%2Fb&star=%2A" },
    { "n=%e4%b8%ad&s=%20", "n=%E4%B8%AD&s=%20" },
    { "u=-_.~", "u=-_.~" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *canonical = htap_signature_dup_query (cases[i].query);

      g_assert_cmpstr (canonical, ==, cases[i].canonical);
    }
}

static void
test_path (void)
{
  static const struct
  {
    const char *path;
    const char *encoded;
  } cases[] = {
    { "/v3/p/x", "/v3/p/x" },
    { "/base path/%7Ex", "/base%20path/~x" },
    { "/", "/" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *encoded = htap_signature_dup_path (cases[i].path);

      g_assert_cmpstr (encoded, ==, cases[i].encoded);
    }
}

static void
test_date (void)
{
  g_autofree char *date = htap_signature_dup_date (1772352550);

  g_assert_cmpstr (date, ==, "20260301T080910Z");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/signature/vectors", test_vectors);
  g_test_add_func ("/signature/query", test_query);
  g_test_add_func ("/signature/path", test_path);
  g_test_add_func ("/signature/date", test_date);

  return g_test_run ();
}
