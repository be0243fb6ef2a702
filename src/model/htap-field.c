/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-field.h"

#include "htap-field-private.h"
#include "htap-record-list.h"

#include <glib/gi18n-lib.h>

static const HtapFieldIndex default_columns[] = {
  HTAP_FIELD_NAME,    HTAP_FIELD_SHOWN_STATUS,   HTAP_FIELD_TAURUS_NAME, HTAP_FIELD_DATA_VIP,
  HTAP_FIELD_HA_MODE, HTAP_FIELD_ENGINE_VERSION, HTAP_FIELD_REGION,      HTAP_FIELD_CREATE_AT,
};

/**
 * htap_field_get:
 *
 * Returns: (transfer none): a row of the field table
 */
const HtapField *
htap_field_get (HtapFieldIndex index)
{
  g_return_val_if_fail (index < HTAP_N_FIELDS, NULL);

  return &htap_fields[index];
}

/**
 * htap_field_find:
 * @id: an id, as the command line takes it
 *
 * Returns: (transfer none) (nullable): %NULL if there is no such field
 */
const HtapField *
htap_field_find (const char *id)
{
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    if (g_strcmp0 (htap_fields[i].id, id) == 0)
      return &htap_fields[i];

  return NULL;
}

HtapFieldIndex
htap_field_get_index (const HtapField *self)
{
  return (HtapFieldIndex) (self - htap_fields);
}

const char *
htap_field_get_id (const HtapField *self)
{
  return self->id;
}

/**
 * htap_field_get_word:
 *
 * Returns: (transfer none) (nullable): the short word it also answers to in searches
 */
const char *
htap_field_get_word (const HtapField *self)
{
  return self->word;
}

/**
 * htap_field_get_label:
 *
 * Returns: (transfer none): its name in the user's language
 */
const char *
htap_field_get_label (const HtapField *self)
{
  return _ (self->label);
}

HtapFieldKind
htap_field_get_kind (const HtapField *self)
{
  return self->kind;
}

HtapFieldGroup
htap_field_get_group (const HtapField *self)
{
  return self->group;
}

/**
 * htap_field_get_default_columns:
 * @n_columns: (out): how many
 *
 * Returns: (transfer none) (array length=n_columns): the columns of a first start, in order
 */
const HtapFieldIndex *
htap_field_get_default_columns (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (default_columns);

  return default_columns;
}

gboolean
htap_field_is_default_column (const HtapField *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (default_columns); i++)
    if (default_columns[i] == htap_field_get_index (self))
      return TRUE;

  return FALSE;
}

/**
 * htap_field_get_shown_set:
 *
 * Returns: every field that its shown text and its place in a sort depend on, itself included
 */
HtapFieldSet
htap_field_get_shown_set (const HtapField *self)
{
  return HTAP_FIELD_BIT (htap_field_get_index (self)) | self->shown_with;
}

/**
 * htap_field_get_text:
 * @source: (nullable): where @record was read; %NULL leaves the source's own fields out
 *
 * Returns: (transfer none) (nullable): the API's value of a field of kind text, id or ip; %NULL if
 *   absent or of another kind
 */
const char *
htap_field_get_text (const HtapField *self, const HtapRecord *record, HtapSource *source)
{
  if (self->origin == HTAP_FIELD_ORIGIN_TEXT)
    return htap_record_get_text (record, self->member);
  if (self->origin == HTAP_FIELD_ORIGIN_SOURCE && source != NULL)
    return self->get_from_both != NULL ? self->get_from_both (record, source)
                                       : self->get_from_source (source);

  return NULL;
}

/**
 * htap_field_get_number:
 * @number: (out): the value; for the shown status its #HtapShownStatus
 *
 * Returns: whether the field is a number, a time, a flag or the shown status, and present
 */
gboolean
htap_field_get_number (const HtapField *self, const HtapRecord *record, gint64 *number)
{
  if (self->origin == HTAP_FIELD_ORIGIN_NUMBER)
    return htap_record_get_number (record, self->member, number);

  *number = self->origin == HTAP_FIELD_ORIGIN_SHOWN_STATUS
                ? (gint64) htap_record_get_shown_status (record)
                : 0;

  return self->origin == HTAP_FIELD_ORIGIN_SHOWN_STATUS;
}

/**
 * htap_field_get_list:
 * @list: (out): which list of a record
 *
 * Returns: whether the field is a list
 */
gboolean
htap_field_get_list (const HtapField *self, HtapRecordList *list)
{
  if (self->origin != HTAP_FIELD_ORIGIN_LIST)
    return FALSE;

  *list = (HtapRecordList) self->member;

  return TRUE;
}

/**
 * htap_field_dup_elements:
 *
 * Returns: (transfer full): one text an element of a list, every member of it in the text; empty
 *   for a field that is no list
 */
char **
htap_field_dup_elements (const HtapField *self, const HtapRecord *record)
{
  HtapRecordList list;

  return htap_field_get_list (self, &list) ? htap_record_dup_list (record, list)
                                           : g_new0 (char *, 1);
}

/**
 * htap_field_is_of_source:
 *
 * Returns: whether its value is the source's (TaurusDB instance, profile, region), not the record's
 */
gboolean
htap_field_is_of_source (const HtapField *self)
{
  return self->origin == HTAP_FIELD_ORIGIN_SOURCE;
}

/**
 * htap_field_is_of_both:
 *
 * Returns: whether its value is the source's, but chosen by the record: two records of one source
 *   may differ in it
 */
gboolean
htap_field_is_of_both (const HtapField *self)
{
  return self->get_from_both != NULL;
}

/**
 * htap_field_is_of_instance:
 *
 * Returns: whether its value is neither the record's nor the source's, but what is found of the
 *   instance
 */
gboolean
htap_field_is_of_instance (const HtapField *self)
{
  return self->origin == HTAP_FIELD_ORIGIN_FINDINGS;
}
