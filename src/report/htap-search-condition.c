/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-condition.h"

#include "htap-search-condition-private.h"
#include "htap-search-name.h"
#include "htap-search-time.h"

#include <string.h>

#define STATUS_FIELDS                                                                              \
  (HTAP_FIELD_BIT (HTAP_FIELD_STATUS) | HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS) |                 \
   HTAP_FIELD_BIT (HTAP_FIELD_TAURUS_STATUS))

static gboolean
parse_span (HtapFieldKind kind, const char *text, gint64 *start, gint64 *end)
{
  if (kind == HTAP_FIELD_KIND_TIME)
    return htap_search_time_parse (text, start, end);

  if (kind != HTAP_FIELD_KIND_NUMBER ||
      !g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64 - 1, start, NULL))
    return FALSE;

  *end = *start + 1;

  return TRUE;
}

/* `>2026-01-01` is what came after that day. */
static gboolean
read_number (HtapSearchCondition *self, const HtapField *field, const char *value)
{
  const char *text = value + strspn (value, "<>=");
  gsize length = (gsize) (text - value);
  gboolean equal = length > 0 && text[-1] == '=';
  gint64 start, end;

  if (length > 2 || (length == 2 && (!equal || *value == '=')) ||
      !parse_span (htap_field_get_kind (field), text, &start, &end))
    return FALSE;

  self->kind = HTAP_SEARCH_KIND_NUMBER;
  self->start = start;
  self->end = end;
  if (*value == '>')
    {
      self->start = equal ? start : end;
      self->end = G_MAXINT64;
    }
  else if (*value == '<')
    {
      self->start = G_MININT64;
      self->end = equal ? end : start;
    }

  return TRUE;
}

/* Returns: (nullable): the field, if it is one alone */
static const HtapField *
get_only (HtapFieldSet fields)
{
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if (fields == HTAP_FIELD_BIT (i))
      return htap_field_get (i);

  return NULL;
}

static gboolean
read_tag (HtapSearchCondition *self, const char *value)
{
  gboolean exact = *value == '=';
  const char *name = value + (exact ? 1 : 0);
  const char *equals = strchr (name, '=');

  if (equals == NULL || equals == name)
    return FALSE;

  self->kind = HTAP_SEARCH_KIND_TAG;
  self->tag = g_strndup (name, (gsize) (equals - name));
  self->text = g_strdup (equals + 1);
  self->fit = exact ? HTAP_SEARCH_EQUAL : HTAP_SEARCH_PREFIX;

  return TRUE;
}

/* `10.0.` on its way to an address is how it begins; `207` is somewhere. */
static HtapSearchFit
choose_fit (HtapFieldSet fields, const char *value)
{
  if ((fields & STATUS_FIELDS) != 0)
    return HTAP_SEARCH_AT_WORD;
  if (fields == HTAP_SEARCH_ADDRESS_FIELDS && strcspn (value, ".:") > 0 &&
      strpbrk (value, ".:") != NULL)
    return HTAP_SEARCH_PREFIX;

  return HTAP_SEARCH_ANYWHERE;
}

static void
read_text (HtapSearchCondition *self, const char *value)
{
  gboolean exact = value[0] == '=' && value[1] != '\0';

  self->kind = HTAP_SEARCH_KIND_TEXT;
  self->fit = exact ? HTAP_SEARCH_EQUAL : choose_fit (self->fields, value);
  self->text = g_strdup (value + (exact ? 1 : 0));
}

/* A value that says nothing yet, or compares what has no order, leaves the token a text. */
static gboolean
is_half_typed (const char *value)
{
  return *value == '\0' || *value == '<' || *value == '>' || g_str_equal (value, "=");
}

static gboolean
read_field (HtapSearchCondition *self, const HtapSearchToken *token)
{
  const HtapField *field;

  if (token->name == NULL || *token->value == '\0')
    return FALSE;
  self->fields = htap_search_name_find (token->name);
  if (self->fields == 0)
    return FALSE;

  field = get_only (self->fields);
  if (field != NULL && read_number (self, field, token->value))
    return TRUE;
  if (is_half_typed (token->value))
    return FALSE;
  if (field == htap_field_get (HTAP_FIELD_TAGS) && read_tag (self, token->value))
    return TRUE;

  if ((self->fields & HTAP_SEARCH_ADDRESS_FIELDS) != 0 &&
      htap_address_range_parse (token->value, &self->range))
    {
      self->kind = HTAP_SEARCH_KIND_ADDRESS;
      self->text = g_strdup (token->value);
    }
  else
    read_text (self, token->value);

  return TRUE;
}

/**
 * htap_search_condition_new:
 *
 * Whatever has no meaning as something else is text.
 */
HtapSearchCondition *
htap_search_condition_new (const HtapSearchToken *token)
{
  HtapSearchCondition *self = g_new0 (HtapSearchCondition, 1);

  self->negated = token->negated;
  if (read_field (self, token))
    return self;

  self->fields = HTAP_SEARCH_EVERY_FIELD;
  self->text = g_strdup (token->text);
  if (!token->quoted && htap_address_range_parse (token->text, &self->range))
    self->kind = HTAP_SEARCH_KIND_ADDRESS;

  return self;
}

/**
 * htap_search_condition_new_for_address:
 *
 * As for a word that is this address, or this network.
 */
HtapSearchCondition *
htap_search_condition_new_for_address (const HtapAddressRange *range)
{
  HtapSearchCondition *self = g_new0 (HtapSearchCondition, 1);

  self->kind = HTAP_SEARCH_KIND_ADDRESS;
  self->fields = HTAP_SEARCH_ADDRESS_FIELDS;
  self->range = *range;

  return self;
}

/**
 * htap_search_condition_loosen:
 *
 * Takes an address for what it may be on the way to: how another one begins.
 *
 * Returns: whether it looks for something else now
 */
gboolean
htap_search_condition_loosen (HtapSearchCondition *self)
{
  if (self->kind != HTAP_SEARCH_KIND_ADDRESS || self->text == NULL)
    return FALSE;

  if (self->fields == HTAP_SEARCH_EVERY_FIELD)
    self->kind = HTAP_SEARCH_KIND_WORD;
  else
    {
      self->kind = HTAP_SEARCH_KIND_TEXT;
      self->fit = HTAP_SEARCH_PREFIX;
    }

  return TRUE;
}

void
htap_search_condition_free (HtapSearchCondition *self)
{
  g_free (self->text);
  g_free (self->tag);
  g_free (self);
}

static gboolean
are_all_of_source (HtapFieldSet fields)
{
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if ((fields & HTAP_FIELD_BIT (i)) != 0 && !htap_field_is_of_source (htap_field_get (i)))
      return FALSE;

  return TRUE;
}

/**
 * htap_search_condition_get_cost:
 *
 * Returns: the higher, the longer it takes to look at an instance
 */
guint
htap_search_condition_get_cost (const HtapSearchCondition *self)
{
  switch (self->kind)
    {
    case HTAP_SEARCH_KIND_NUMBER:
      return 0;
    case HTAP_SEARCH_KIND_TAG:
      return 1;
    case HTAP_SEARCH_KIND_TEXT:
      return are_all_of_source (self->fields) ? 1 : 2;
    case HTAP_SEARCH_KIND_WORD:
      return 2;
    case HTAP_SEARCH_KIND_ADDRESS:
    default:
      return 3;
    }
}

/**
 * htap_search_condition_get_fields:
 *
 * Returns: the fields that it looks at
 */
HtapFieldSet
htap_search_condition_get_fields (const HtapSearchCondition *self)
{
  return self->fields;
}

/**
 * htap_search_condition_get_address:
 *
 * Returns: (transfer none) (nullable): what is looked for, if that is an address or a network
 */
const HtapAddressRange *
htap_search_condition_get_address (const HtapSearchCondition *self)
{
  return self->kind == HTAP_SEARCH_KIND_ADDRESS && !self->negated ? &self->range : NULL;
}
