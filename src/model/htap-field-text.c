/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-field-private.h"
#include "htap-finding-list.h"
#include "htap-format.h"
#include "htap-record-list.h"
#include "htap-region.h"

/* What a field says: to a script, and to a person. */

/**
 * htap_field_dup_value:
 * @record: (nullable): only for a field that is the source's
 * @source: (nullable): where @record was read; %NULL leaves the source's own fields out
 *
 * Returns: (transfer full) (nullable): the API's value as text that does not depend on the
 *   language: numbers in decimal, times in ISO 8601 UTC, flags as true or false, lists with commas
 */
char *
htap_field_dup_value (const HtapField *self, const HtapRecord *record, HtapSource *source)
{
  gint64 number;

  if (self->origin == HTAP_FIELD_ORIGIN_LIST)
    {
      g_auto (GStrv) elements = htap_record_dup_list (record, self->member);

      return elements[0] != NULL ? g_strjoinv (", ", elements) : NULL;
    }

  if (!htap_field_get_number (self, record, &number))
    return g_strdup (htap_field_get_text (self, record, source));
  if (self->kind == HTAP_FIELD_KIND_TIME)
    return htap_format_iso8601 (number);
  if (self->kind == HTAP_FIELD_KIND_FLAG)
    return g_strdup (number != 0 ? "true" : "false");
  if (self->kind == HTAP_FIELD_KIND_STATUS)
    return g_strdup (htap_shown_status_get_id ((HtapShownStatus) number));

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/**
 * htap_field_dup_value_of_instance:
 *
 * Returns: (transfer full) (nullable): htap_field_dup_value() of what @instance now is; of what is
 *   found of it, the rules' ids
 */
char *
htap_field_dup_value_of_instance (const HtapField *self, HtapInstance *instance)
{
  if (htap_field_is_of_instance (self))
    return htap_finding_list_dup_ids (htap_instance_get_findings (instance));

  return htap_field_dup_value (self, htap_instance_get_record (instance),
                               htap_instance_get_source (instance));
}

/**
 * htap_field_dup_shown_of:
 * @record: (nullable): only for a field that is the source's
 * @source: (nullable): where @record was read; %NULL leaves the source's own fields out
 *
 * Returns: (transfer full) (nullable): what a person reads, in their language and time zone; %NULL
 *   if absent. Untrusted text may be in it.
 */
char *
htap_field_dup_shown_of (const HtapField *self, const HtapRecord *record, HtapSource *source)
{
  gint64 number;

  if (self->origin == HTAP_FIELD_ORIGIN_SOURCE)
    {
      const char *value = htap_field_get_text (self, record, source);

      if (self == &htap_fields[HTAP_FIELD_REGION])
        return htap_region_dup_name (value);
      if (self == &htap_fields[HTAP_FIELD_TAURUS_STATUS] && value != NULL)
        return htap_format_taurus_status (htap_source_get_taurus (source));
      if (self == &htap_fields[HTAP_FIELD_TAURUS_NAME] && source != NULL)
        value = htap_source_get_shown_name (source);

      return g_strdup (value);
    }

  if (self->dup_shown != NULL)
    return self->dup_shown (record);
  if (self->kind == HTAP_FIELD_KIND_TIME && htap_field_get_number (self, record, &number))
    return htap_format_date_time (number);
  if (self->kind == HTAP_FIELD_KIND_FLAG && htap_field_get_number (self, record, &number))
    return htap_format_flag (number != 0);

  return htap_field_dup_value (self, record, source);
}

/**
 * htap_field_dup_shown:
 *
 * Returns: (transfer full) (nullable): htap_field_dup_shown_of() what @instance now is
 */
char *
htap_field_dup_shown (const HtapField *self, HtapInstance *instance)
{
  if (htap_field_is_of_instance (self))
    return htap_finding_list_dup_shown (htap_instance_get_findings (instance),
                                        g_get_real_time () / G_USEC_PER_SEC);

  return htap_field_dup_shown_of (self, htap_instance_get_record (instance),
                                  htap_instance_get_source (instance));
}
