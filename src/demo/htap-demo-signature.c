/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-signature.h"

#include <string.h>

/* SDK-HMAC-SHA256, verified: written from the signing guide and sharing nothing with the signer of
 * this program, so that the two can be wrong in the same way only if the guide is. */

#define ALGORITHM   "SDK-HMAC-SHA256"
#define DATE_HEADER "x-sdk-date"
/* Sorts before every character of a name or a value. */
#define SEPARATOR "\001"

/* Returns: (transfer full): what stands behind `name=` in one part of the header. */
static char *
take_part (const char *part, const char *name)
{
  g_autofree char *prefix = g_strconcat (name, "=", NULL);

  return part != NULL && g_str_has_prefix (part, prefix) ? g_strdup (part + strlen (prefix)) : NULL;
}

/* Percent-encodes all that is not unreserved, whatever of it was encoded on the way. */
static char *
recode (const char *text)
{
  g_autofree char *plain = g_uri_unescape_string (text, NULL);

  return g_uri_escape_string (plain != NULL ? plain : text, NULL, FALSE);
}

static void
append_path (GString *canonical, const char *path)
{
  g_auto (GStrv) segments = g_strsplit (path, "/", -1);

  for (guint i = 0; segments[i] != NULL; i++)
    {
      g_autofree char *segment = recode (segments[i]);

      g_string_append (canonical, i > 0 ? "/" : "");
      g_string_append (canonical, segment);
    }

  if (!g_str_has_suffix (path, "/"))
    g_string_append_c (canonical, '/');
}

static int
compare_parameters (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Returns: (transfer full): name and value, not encoded, in a form that sorts by both. */
static char *
read_parameter (const char *text)
{
  g_auto (GStrv) halves = g_strsplit (text, "=", 2);
  g_autofree char *name = g_uri_unescape_string (halves[0], NULL);
  g_autofree char *value = halves[1] != NULL ? g_uri_unescape_string (halves[1], NULL) : NULL;

  return g_strconcat (name != NULL ? name : halves[0], SEPARATOR, value != NULL ? value : "", NULL);
}

static void
append_query (GString *canonical, const char *query)
{
  g_autoptr (GPtrArray) parameters = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (query != NULL ? query : "", "&", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (parameters, read_parameter (parts[i]));
  g_ptr_array_sort (parameters, compare_parameters);

  for (guint i = 0; i < parameters->len; i++)
    {
      g_auto (GStrv) halves = g_strsplit (parameters->pdata[i], SEPARATOR, 2);
      g_autofree char *name = g_uri_escape_string (halves[0], NULL, FALSE);
      g_autofree char *value = g_uri_escape_string (halves[1], NULL, FALSE);

      g_string_append_printf (canonical, "%s%s=%s", i > 0 ? "&" : "", name, value);
    }
}

/* Returns: whether every named header is there, the date among them. */
static gboolean
append_headers (GString *canonical, const char *signed_headers, SoupMessageHeaders *headers)
{
  g_auto (GStrv) names = g_strsplit (signed_headers, ";", -1);
  gboolean has_date = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *sent = soup_message_headers_get_list (headers, names[i]);
      g_autofree char *value = sent != NULL ? g_strstrip (g_strdup (sent)) : NULL;

      if (value == NULL || (i > 0 && strcmp (names[i - 1], names[i]) >= 0))
        return FALSE;
      has_date = has_date || g_str_equal (names[i], DATE_HEADER);
      g_string_append_printf (canonical, "%s:%s\n", names[i], value);
    }

  return has_date;
}

/**
 * htap_demo_signature_parse:
 *
 * Returns: (transfer full) (nullable): %NULL for what is no such header
 */
HtapDemoSignature *
htap_demo_signature_parse (const char *authorization)
{
  g_autoptr (HtapDemoSignature) self = g_new0 (HtapDemoSignature, 1);
  g_auto (GStrv) parts = NULL;

  if (!g_str_has_prefix (authorization, ALGORITHM " "))
    return NULL;

  parts = g_strsplit (authorization + strlen (ALGORITHM " "), ", ", -1);
  if (g_strv_length (parts) != 3)
    return NULL;

  self->access_key_id = take_part (parts[0], "Access");
  self->signed_headers = take_part (parts[1], "SignedHeaders");
  self->signature = take_part (parts[2], "Signature");
  if (self->access_key_id == NULL || self->signed_headers == NULL || self->signature == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
htap_demo_signature_free (HtapDemoSignature *self)
{
  g_free (self->access_key_id);
  g_free (self->signed_headers);
  g_free (self->signature);
  g_free (self);
}

/**
 * htap_demo_signature_canonical:
 * @request: as it arrived
 *
 * Returns: (transfer full) (nullable): the canonical request; %NULL if a header that is said to be
 *   signed did not arrive, if they are not sorted, or if the date is not among them
 */
char *
htap_demo_signature_canonical (const HtapDemoSignature *self, const HtapDemoSigned *request)
{
  g_autoptr (GString) canonical = g_string_new (NULL);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, request->body);

  g_string_append_printf (canonical, "%s\n", request->method);
  append_path (canonical, request->path);
  g_string_append_c (canonical, '\n');
  append_query (canonical, request->query);
  g_string_append_c (canonical, '\n');
  if (!append_headers (canonical, self->signed_headers, request->headers))
    return NULL;
  g_string_append_printf (canonical, "\n%s\n%s", self->signed_headers, hash);

  return g_string_free (g_steal_pointer (&canonical), FALSE);
}

/**
 * htap_demo_signature_fits:
 * @canonical: the canonical request
 * @date: the value of `X-Sdk-Date`
 * @secret_key: the secret half of the key
 *
 * Returns: whether it was made of this request with this key
 */
gboolean
htap_demo_signature_fits (const HtapDemoSignature *self,
                          const char *canonical,
                          const char *date,
                          const char *secret_key)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
  g_autofree char *to_sign = g_strconcat (ALGORITHM "\n", date, "\n", hash, NULL);
  g_autofree char *expected = g_compute_hmac_for_string (
      G_CHECKSUM_SHA256, (const guchar *) secret_key, strlen (secret_key), to_sign, -1);

  return g_str_equal (expected, self->signature);
}

/**
 * htap_demo_signature_parse_date:
 * @text: (nullable): the value of `X-Sdk-Date`, `20260301T080910Z`
 * @time: (out): microseconds since 1970 UTC
 *
 * Returns: whether it is one
 */
gboolean
htap_demo_signature_parse_date (const char *text, gint64 *time)
{
  g_autoptr (GDateTime) parsed = NULL;

  if (text == NULL || strlen (text) != strlen ("20260301T080910Z") || !g_str_has_suffix (text, "Z"))
    return FALSE;

  parsed = g_date_time_new_from_iso8601 (text, NULL);
  if (parsed == NULL)
    return FALSE;

  *time = g_date_time_to_unix (parsed) * G_USEC_PER_SEC;

  return TRUE;
}
