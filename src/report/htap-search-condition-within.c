/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-condition-private.h"

#include <string.h>

/* Whether one condition leaves nothing that another one does not leave. */

static gboolean
is_text_within (const HtapSearchCondition *self, const HtapSearchCondition *other)
{
  /* What findings say grows old by itself. */
  if ((self->fields & HTAP_FIELD_BIT (HTAP_FIELD_FINDINGS)) != 0)
    return FALSE;
  if (other->fit == HTAP_SEARCH_ANYWHERE)
    return strstr (self->text, other->text) != NULL;
  if (self->fit != other->fit)
    return FALSE;

  return other->fit == HTAP_SEARCH_EQUAL ? g_str_equal (self->text, other->text)
                                         : g_str_has_prefix (self->text, other->text);
}

/* Both as if a minus did not stand before them. */
static gboolean
is_within (const HtapSearchCondition *self, const HtapSearchCondition *other)
{
  if (self->kind != other->kind || self->fields != other->fields)
    return FALSE;

  switch (self->kind)
    {
    case HTAP_SEARCH_KIND_WORD:
      return strstr (self->text, other->text) != NULL;
    case HTAP_SEARCH_KIND_TEXT:
      return is_text_within (self, other);
    case HTAP_SEARCH_KIND_NUMBER:
      return self->start >= other->start && self->end <= other->end;
    case HTAP_SEARCH_KIND_ADDRESS:
      return htap_address_range_equal (&self->range, &other->range) &&
             g_strcmp0 (self->text, other->text) == 0;
    case HTAP_SEARCH_KIND_TAG:
    default:
      return FALSE;
    }
}

/**
 * htap_search_condition_is_within:
 *
 * Returns: %TRUE only if whatever fulfils @self fulfils @other, too; %FALSE also where that is not
 *   known
 */
gboolean
htap_search_condition_is_within (const HtapSearchCondition *self, const HtapSearchCondition *other)
{
  if (self->negated != other->negated)
    return FALSE;

  /* The less is excluded, the more is left. */
  return self->negated ? is_within (other, self) : is_within (self, other);
}
