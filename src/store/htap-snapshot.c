/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-snapshot.h"

#include "htap-error.h"
#include "htap-profile-file.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* A file is one line of JSON, the header, and then the answer as it came. */

#define FORMAT  "htap-inventory-snapshot"
#define VERSION 1

/* A header is short: one that is not was not written by us, and no parser needs to see it. */
#define HEADER_LIMIT 4096

/* File systems take 255 bytes, and a copy's name is longer than its original's. */
#define NAME_LIMIT 200

/**
 * htap_snapshot_new:
 * @profile: uuid of the profile that read it
 * @project_id: (nullable): as in #HtapSnapshot; %NULL is the region's own
 * @taurus_id: (nullable): as in #HtapSnapshot
 * @answer: as it came
 *
 * Returns: (transfer full): a snapshot of now
 */
HtapSnapshot *
htap_snapshot_new (const char *profile,
                   const char *region,
                   const char *project_id,
                   const char *taurus_id,
                   GBytes *answer)
{
  HtapSnapshot *self = g_new0 (HtapSnapshot, 1);

  self->profile = g_strdup (profile);
  self->region = g_strdup (region);
  self->project_id = g_strdup (project_id != NULL ? project_id : "");
  self->taurus_id = g_strdup (taurus_id);
  self->answer = g_bytes_ref (answer);
  self->as_of = g_get_real_time () / G_USEC_PER_SEC;
  self->complete = TRUE;

  return self;
}

void
htap_snapshot_free (HtapSnapshot *self)
{
  g_free (self->profile);
  g_free (self->region);
  g_free (self->project_id);
  g_free (self->found_project_id);
  g_free (self->taurus_id);
  g_free (self->taurus_name);
  g_free (self->reader);
  g_bytes_unref (self->answer);
  g_free (self);
}

/**
 * htap_snapshot_dup_file_name:
 *
 * Ids come from files and from the cloud. The name of a project's list has dots between its parts,
 * which no TaurusDB instance's id has.
 *
 * Returns: (transfer full) (nullable): the name of its file in its profile's folder; %NULL if an id
 *   has characters that no id has
 */
char *
htap_snapshot_dup_file_name (const HtapSnapshot *self)
{
  const char *project_id = *self->project_id != '\0' ? self->project_id : "own";
  char *name;

  if (!htap_profile_file_accepts_uuid (self->profile) ||
      !htap_profile_file_accepts_uuid (self->region) ||
      !htap_profile_file_accepts_uuid (project_id) ||
      (self->taurus_id != NULL && !htap_profile_file_accepts_uuid (self->taurus_id)))
    return NULL;

  name = self->taurus_id != NULL ? g_strconcat (self->taurus_id, ".json", NULL)
                                 : g_strdup_printf ("%s.%s.json", self->region, project_id);
  if (strlen (name) > NAME_LIMIT)
    g_clear_pointer (&name, g_free);

  return name;
}

static guint64
add_to_checksum (guint64 sum, guint64 word)
{
  sum = (sum ^ GUINT64_FROM_LE (word)) * G_GUINT64_CONSTANT (0x100000001b3);

  return sum ^ sum >> 32; /* FNV carries upwards alone */
}

/* Tells a file that a power failure left half old, half new. FNV-1a, by eight bytes at a time: it
 * has nobody to resist, and must not take longer than writing.
 *
 * Returns: (transfer full): 16 hexadecimal digits */
static char *
dup_checksum (GBytes *answer)
{
  guint64 sum = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  guint64 word;
  gsize size;
  const char *text = g_bytes_get_data (answer, &size);
  const gsize rest = size % sizeof word;

  for (gsize position = 0; position < size - rest; position += sizeof word)
    {
      memcpy (&word, text + position, sizeof word);
      sum = add_to_checksum (sum, word);
    }

  if (rest > 0)
    {
      word = 0;
      memcpy (&word, text + size - rest, rest);
      sum = add_to_checksum (sum, word);
    }

  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", sum);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

/* Returns: (transfer full): one line, which ends with a newline */
static char *
dup_header (const HtapSnapshot *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GDateTime) as_of = g_date_time_new_from_unix_utc (self->as_of);
  g_autofree char *as_of_text = g_date_time_format_iso8601 (as_of);
  g_autofree char *checksum = dup_checksum (self->answer);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "format", FORMAT);
  add_number (builder, "version", VERSION);
  add_text (builder, "as_of", as_of_text);
  add_text (builder, "profile", self->profile);
  add_text (builder, "region", self->region);
  add_text (builder, "project_id", self->project_id);
  add_text (builder, "found_project_id", self->found_project_id);
  add_text (builder, "taurus_id", self->taurus_id);
  add_text (builder, "taurus_name", self->taurus_name);
  add_text (builder, "reader", self->reader);
  json_builder_set_member_name (builder, "complete");
  json_builder_add_boolean_value (builder, self->complete);
  add_number (builder, "size", (gint64) g_bytes_get_size (self->answer));
  add_text (builder, "checksum", checksum);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);

  return g_strconcat (text, "\n", NULL);
}

/**
 * htap_snapshot_write:
 *
 * A pure function, for any thread.
 *
 * Returns: (transfer full) (nullable): what its file holds; %NULL if that is more than a file may
 */
GBytes *
htap_snapshot_write (const HtapSnapshot *self)
{
  g_autofree char *header = dup_header (self);
  gsize header_size = strlen (header);
  gsize size;
  const void *answer = g_bytes_get_data (self->answer, &size);
  g_autoptr (GByteArray) contents = NULL;

  if (header_size > HEADER_LIMIT || size > HTAP_SNAPSHOT_LIMIT - HEADER_LIMIT)
    return NULL;

  contents = g_byte_array_sized_new ((guint) (header_size + size));
  g_byte_array_append (contents, (const guint8 *) header, (guint) header_size);
  g_byte_array_append (contents, answer, (guint) size);

  return g_byte_array_free_to_bytes (g_steal_pointer (&contents));
}

static const char *
get_text (JsonObject *header, const char *name)
{
  JsonNode *node = json_object_get_member (header, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* Returns: -1 if there is none */
static gint64
get_number (JsonObject *header, const char *name)
{
  JsonNode *node = json_object_get_member (header, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node)
                                                                         : -1;
}

static gboolean
get_flag (JsonObject *header, const char *name)
{
  JsonNode *node = json_object_get_member (header, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

/* Returns: (transfer full) (nullable): the header's object, and where the answer begins */
static JsonNode *
parse_header (GBytes *contents, gsize *length)
{
  gsize size;
  const char *text = g_bytes_get_data (contents, &size);
  const char *end = size > 0 ? memchr (text, '\n', MIN (size, HEADER_LIMIT)) : NULL;
  g_autofree char *line = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (end == NULL || !g_utf8_validate_len (text, (gsize) (end - text), NULL))
    return NULL;

  *length = (gsize) (end - text) + 1;
  line = g_strndup (text, *length - 1);
  root = json_from_string (line, NULL);

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? g_steal_pointer (&root) : NULL;
}

/* A file without a checksum is of a program that did not write any. */
static gboolean
is_whole (JsonObject *header, GBytes *answer)
{
  const char *expected = get_text (header, "checksum");
  g_autofree char *checksum = expected != NULL ? dup_checksum (answer) : NULL;

  return get_number (header, "size") == (gint64) g_bytes_get_size (answer) &&
         g_strcmp0 (checksum, expected) == 0;
}

/* Returns: (transfer full) (nullable): who, what and when, and @answer */
static HtapSnapshot *
read_header (JsonObject *header, GBytes *answer)
{
  const char *profile = get_text (header, "profile");
  const char *region = get_text (header, "region");
  const char *as_of_text = get_text (header, "as_of");
  g_autoptr (GDateTime) as_of =
      as_of_text != NULL ? g_date_time_new_from_iso8601 (as_of_text, NULL) : NULL;
  HtapSnapshot *self;

  if (profile == NULL || region == NULL || as_of == NULL || !is_whole (header, answer))
    return NULL;

  self = htap_snapshot_new (profile, region, get_text (header, "project_id"),
                            get_text (header, "taurus_id"), answer);
  self->found_project_id = g_strdup (get_text (header, "found_project_id"));
  self->taurus_name = g_strdup (get_text (header, "taurus_name"));
  self->reader = g_strdup (get_text (header, "reader"));
  self->as_of = g_date_time_to_unix (as_of);
  self->complete = get_flag (header, "complete");

  return self;
}

/**
 * htap_snapshot_parse:
 * @contents: what is in a file
 * @error: %HTAP_ERROR_STORAGE: no snapshot, one of a newer program, or not all of one
 *
 * A pure function, for any thread. The answer in it has not been looked at.
 *
 * Returns: (transfer full) (nullable): the snapshot, %NULL with @error
 */
HtapSnapshot *
htap_snapshot_parse (GBytes *contents, GError **error)
{
  gsize header_size = 0;
  g_autoptr (JsonNode) root = parse_header (contents, &header_size);
  JsonObject *header = root != NULL ? json_node_get_object (root) : NULL;
  g_autoptr (GBytes) answer = NULL;
  HtapSnapshot *self;

  if (header == NULL || g_strcmp0 (get_text (header, "format"), FORMAT) != 0)
    {
      htap_error_set (error, HTAP_ERROR_STORAGE, NULL, "The file is no snapshot");
      return NULL;
    }

  if (get_number (header, "version") != VERSION)
    {
      htap_error_set (error, HTAP_ERROR_STORAGE, NULL, "The snapshot is of another program");
      return NULL;
    }

  answer =
      g_bytes_new_from_bytes (contents, header_size, g_bytes_get_size (contents) - header_size);
  self = read_header (header, answer);
  if (self == NULL)
    htap_error_set (error, HTAP_ERROR_STORAGE, NULL, "The snapshot is not whole");

  return self;
}
