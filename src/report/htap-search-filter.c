/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-filter.h"

#include "htap-finding.h"
#include "htap-search-token.h"

#include <string.h>

/* A failure's message may be long; this much of it finds it again. */
#define MAX_CHARACTERS 120

/* More of a list's elements say nothing new about it. */
#define MAX_ELEMENTS 8

#define FULL_WIDTH_QUOTE 0xff02

/* The short word, unless that stands for more than the field: `ip` is every address. */
static const char *
get_name (const HtapField *field)
{
  const char *word = htap_field_get_word (field);

  switch (htap_field_get_index (field))
    {
    case HTAP_FIELD_SHOWN_STATUS:
      return htap_field_get_id (htap_field_get (HTAP_FIELD_STATUS));
    case HTAP_FIELD_DATA_VIP:
      return htap_field_get_id (field);
    default:
      return word != NULL ? word : htap_field_get_id (field);
    }
}

/* The language has no way to write these within quotes, or an entry none to show them. */
static gboolean
ends_quotes (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return TRUE;
    default:
      return c == '"' || c == 0x201c || c == 0x201d || c == FULL_WIDTH_QUOTE;
    }
}

static void
append (GString *filter, const char *name, const char *comparison, const char *text, gsize length)
{
  if (filter->len > 0)
    g_string_append_c (filter, ' ');
  g_string_append_printf (filter, "%s:%s\"", name, comparison);
  g_string_append_len (filter, text, (gssize) length);
  g_string_append_c (filter, '"');
}

/* What is between quotation marks: it is somewhere in the value. */
static void
append_part (GString *filter, const char *name, const char *part, gsize length)
{
  g_autofree char *text = g_strndup (part, length);
  const char *start = g_strstrip (text);

  /* At its beginning these would compare. */
  start += strspn (start, "<>=");
  if (*start != '\0')
    append (filter, name, "", start, strlen (start));
}

static void
append_parts (GString *filter, const char *name, const char *value)
{
  const char *start = value;
  const char *c = value;

  for (guint i = 0; *c != '\0' && i < MAX_CHARACTERS; i++)
    {
      if (ends_quotes (g_utf8_get_char (c)))
        {
          append_part (filter, name, start, (gsize) (c - start));
          start = g_utf8_next_char (c);
        }
      c = g_utf8_next_char (c);
    }
  if (c > start)
    append_part (filter, name, start, (gsize) (c - start));
}

static void
append_value (GString *filter, const char *name, const char *raw)
{
  g_autofree char *value = g_utf8_make_valid (raw, -1);
  const char *c = value;
  guint n_characters = 0;

  for (; *c != '\0' && !ends_quotes (g_utf8_get_char (c)) && n_characters < MAX_CHARACTERS;
       c = g_utf8_next_char (c))
    n_characters++;

  /* `=`: another value may begin like this one. */
  if (*c == '\0' && n_characters > 0)
    append (filter, name, "=", value, strlen (value));
  else
    append_parts (filter, name, value);
}

static void
append_tags (GString *filter, const char *name, HtapSource *source)
{
  HtapTaurus *taurus = htap_source_get_taurus (source);
  guint n_tags = 0;
  const HtapTag *tags = taurus != NULL ? htap_taurus_get_tags (taurus, &n_tags) : NULL;

  for (guint i = 0; i < MIN (n_tags, MAX_ELEMENTS); i++)
    {
      g_autofree char *tag =
          g_strdup_printf ("%s=%s", tags[i].key, tags[i].value != NULL ? tags[i].value : "");

      append_value (filter, name, tag);
    }
}

static void
append_elements (GString *filter, const HtapField *field, HtapInstance *instance)
{
  g_auto (GStrv) elements = NULL;

  if (htap_field_get_index (field) == HTAP_FIELD_TAGS)
    {
      append_tags (filter, get_name (field), htap_instance_get_source (instance));
      return;
    }

  elements = htap_field_dup_elements (field, htap_instance_get_record (instance));
  for (guint i = 0; elements[i] != NULL && i < MAX_ELEMENTS; i++)
    append_value (filter, get_name (field), elements[i]);
}

/* By their rules: the sentences grow old. */
static void
append_findings (GString *filter, const HtapField *field, HtapInstance *instance)
{
  GPtrArray *findings = htap_instance_get_findings (instance);

  for (guint i = 0; findings != NULL && i < MIN (findings->len, MAX_ELEMENTS); i++)
    append_value (filter, get_name (field), htap_finding_get_kind (findings->pdata[i])->id);
}

/* The minute, of the time zone that the list shows it in. */
static void
append_time (GString *filter, const HtapField *field, HtapInstance *instance)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;
  gint64 number;

  if (!htap_field_get_number (field, htap_instance_get_record (instance), &number))
    return;

  time = g_date_time_new_from_unix_local (number / 1000);
  text = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : NULL;
  if (text != NULL)
    append (filter, get_name (field), "", text, strlen (text));
}

/**
 * htap_search_filter_new:
 *
 * Returns: (transfer full) (nullable): the search for what has the same value of @field, as it is
 *   shown; for more if the language cannot say the whole of it, never without @instance; %NULL if
 *   there is no value
 */
char *
htap_search_filter_new (const HtapField *field, HtapInstance *instance)
{
  g_autofree char *shown = htap_field_dup_shown (field, instance);
  g_autoptr (GString) filter = g_string_new (NULL);

  if (shown == NULL || *shown == '\0')
    return NULL;

  switch (htap_field_get_kind (field))
    {
    case HTAP_FIELD_KIND_LIST:
      append_elements (filter, field, instance);
      break;
    case HTAP_FIELD_KIND_TIME:
      append_time (filter, field, instance);
      break;
    case HTAP_FIELD_KIND_FINDINGS:
      append_findings (filter, field, instance);
      break;
    case HTAP_FIELD_KIND_NUMBER:
    case HTAP_FIELD_KIND_TEXT:
    case HTAP_FIELD_KIND_ID:
    case HTAP_FIELD_KIND_IP:
    case HTAP_FIELD_KIND_STATUS:
    case HTAP_FIELD_KIND_FLAG:
    default:
      append_value (filter, get_name (field), shown);
      break;
    }

  return filter->len > 0 ? g_string_free (g_steal_pointer (&filter), FALSE) : NULL;
}

static gboolean
has_open_quote (const char *text)
{
  gboolean open = FALSE;

  for (const char *c = text; *c != '\0'; c++)
    open ^= *c == '"';

  return open;
}

/**
 * htap_search_filter_add:
 * @text: what is searched for
 * @filter: of htap_search_filter_new()
 *
 * Returns: (transfer full): the search for what both find
 */
char *
htap_search_filter_add (const char *text, const char *filter)
{
  g_autofree char *normalized = htap_search_text_normalize (text);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *wanted = htap_search_text_normalize (filter);

  if (*stripped == '\0')
    return g_strdup (filter);
  if (strstr (normalized, wanted) != NULL)
    return g_steal_pointer (&stripped);

  return g_strconcat (stripped, has_open_quote (normalized) ? "\" " : " ", filter, NULL);
}
