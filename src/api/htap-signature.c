/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-signature.h"

#include <string.h>

/* The cloud's "API Request Signing Guide". The key is not derived, unlike in schemes that look the
 * same. */
#define ALGORITHM "SDK-HMAC-SHA256"
#define DATE      "x-sdk-date"

/* What is encoded already is not encoded twice. */
static char *
encode (const char *text)
{
  g_autofree char *decoded = g_uri_unescape_string (text, NULL);

  return g_uri_escape_string (decoded != NULL ? decoded : text, NULL, FALSE);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static int
compare_headers (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp (((const HtapSignatureHeader *) a)->name,
                             ((const HtapSignatureHeader *) b)->name);
}

static GArray *
sort_headers (const HtapSignatureRequest *request)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (HtapSignatureHeader));

  g_array_append_vals (sorted, request->headers, request->n_headers);
  g_array_sort (sorted, compare_headers);

  return sorted;
}

static char *
dup_signed_names (GArray *sorted)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < sorted->len; i++)
    {
      g_autofree char *name =
          g_ascii_strdown (g_array_index (sorted, HtapSignatureHeader, i).name, -1);

      g_string_append_printf (names, "%s%s", i > 0 ? ";" : "", name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
append_headers (GString *text, GArray *sorted)
{
  for (guint i = 0; i < sorted->len; i++)
    {
      const HtapSignatureHeader *header = &g_array_index (sorted, HtapSignatureHeader, i);
      g_autofree char *name = g_ascii_strdown (header->name, -1);
      g_autofree char *value = g_strstrip (g_strdup (header->value));

      g_string_append_printf (text, "%s:%s\n", name, value);
    }
}

static const char *
get_date (const HtapSignatureRequest *request)
{
  for (guint i = 0; i < request->n_headers; i++)
    if (g_ascii_strcasecmp (request->headers[i].name, DATE) == 0)
      return request->headers[i].value;

  g_return_val_if_reached ("");
}

/**
 * htap_signature_dup_path:
 *
 * Returns: (transfer full): @path as it is signed and sent: each segment percent-encoded once. Only
 *   what is signed ends in a slash as well.
 */
char *
htap_signature_dup_path (const char *path)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", -1);

  for (char **segment = segments; *segment != NULL; segment++)
    {
      char *encoded = encode (*segment);

      g_free (*segment);
      *segment = encoded;
    }

  return g_strjoinv ("/", segments);
}

/**
 * htap_signature_dup_query:
 * @query: (nullable): percent-encoded, in any order
 *
 * Returns: (transfer full): the query as it is signed, and as it must be sent: sorted by name and
 *   value, percent-encoded, each with an equals sign; empty without one
 */
char *
htap_signature_dup_query (const char *query)
{
  g_auto (GStrv) given = g_strsplit (query != NULL ? query : "", "&", -1);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  for (char **pair = given; *pair != NULL; pair++)
    {
      const char *equals = strchr (*pair, '=');
      g_autofree char *name = g_strndup (*pair, strcspn (*pair, "="));
      g_autofree char *encoded_name = encode (name);
      g_autofree char *encoded_value = encode (equals != NULL ? equals + 1 : "");

      if (*encoded_name != '\0')
        g_ptr_array_add (pairs, g_strconcat (encoded_name, "=", encoded_value, NULL));
    }

  g_ptr_array_sort (pairs, compare_strings);
  g_ptr_array_add (pairs, NULL);

  return g_strjoinv ("&", (char **) pairs->pdata);
}

/**
 * htap_signature_dup_canonical_request:
 *
 * Returns: (transfer full): all that is signed, in the form on which both sides agree
 */
char *
htap_signature_dup_canonical_request (const HtapSignatureRequest *request)
{
  g_autoptr (GArray) sorted = sort_headers (request);
  g_autofree char *names = dup_signed_names (sorted);
  g_autofree char *path = htap_signature_dup_path (request->path);
  g_autofree char *query = htap_signature_dup_query (request->query);
  g_autofree char *body_hash = g_compute_checksum_for_string (
      G_CHECKSUM_SHA256, request->body != NULL ? request->body : "", -1);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n%s%s\n%s\n", request->method, path,
                          g_str_has_suffix (path, "/") ? "" : "/", query);
  append_headers (text, sorted);
  g_string_append_printf (text, "\n%s\n%s", names, body_hash);

  return g_string_free (text, FALSE);
}

/**
 * htap_signature_dup_string_to_sign:
 *
 * Returns: (transfer full): what the secret key is applied to
 */
char *
htap_signature_dup_string_to_sign (const HtapSignatureRequest *request)
{
  g_autofree char *canonical = htap_signature_dup_canonical_request (request);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);

  return g_strconcat (ALGORITHM "\n", get_date (request), "\n", hash, NULL);
}

/**
 * htap_signature_dup_authorization:
 * @secret_key: the secret half of @access_key_id
 *
 * Returns: (transfer full): the value of the header `Authorization`
 */
char *
htap_signature_dup_authorization (const HtapSignatureRequest *request,
                                  const char *access_key_id,
                                  const char *secret_key)
{
  g_autoptr (GArray) sorted = sort_headers (request);
  g_autofree char *names = dup_signed_names (sorted);
  g_autofree char *text = htap_signature_dup_string_to_sign (request);
  g_autofree char *signature = g_compute_hmac_for_string (
      G_CHECKSUM_SHA256, (const guchar *) secret_key, strlen (secret_key), text, -1);

  return g_strdup_printf (ALGORITHM " Access=%s, SignedHeaders=%s, Signature=%s", access_key_id,
                          names, signature);
}

/**
 * htap_signature_dup_date:
 * @now: seconds since 1970 UTC
 *
 * Returns: (transfer full): the value of `X-Sdk-Date`
 */
char *
htap_signature_dup_date (gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);

  return g_date_time_format (time, "%Y%m%dT%H%M%SZ");
}
