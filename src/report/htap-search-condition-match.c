/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-condition-private.h"

#include "htap-finding.h"

/* Whether an instance, or what all of a source share, fulfils a condition. */

static gboolean
texts_have (const HtapSearchCondition *self,
            HtapInstance *instance,
            HtapSource *source,
            HtapSearchFit fit)
{
  return (instance != NULL &&
          htap_search_text_has (htap_instance_get_search_text (instance), self->text, fit)) ||
         htap_search_text_has (htap_source_get_search_text (source), self->text, fit);
}

static gboolean
matches_addresses (const HtapSearchCondition *self, const HtapRecord *record)
{
  const HtapAddressRange *range = &self->range;
  guint n_nodes, n_proxies;
  const HtapNode *nodes = htap_record_get_nodes (record, &n_nodes);
  const char *const *proxies = htap_record_get_proxy_ips (record, &n_proxies);

  if (self->fields & HTAP_FIELD_BIT (HTAP_FIELD_DATA_VIP) &&
      htap_address_range_has_text (range, htap_record_get_text (record, HTAP_TEXT_DATA_VIP)))
    return TRUE;
  if (self->fields & HTAP_FIELD_BIT (HTAP_FIELD_DATA_VIP_V6) &&
      htap_address_range_has_text (range, htap_record_get_text (record, HTAP_TEXT_DATA_VIP_V6)))
    return TRUE;

  for (guint i = 0; self->fields & HTAP_FIELD_BIT (HTAP_FIELD_READABLE_NODE_INFOS) && i < n_nodes;
       i++)
    if (htap_address_range_has_text (range, nodes[i].data_ip))
      return TRUE;
  for (guint i = 0; self->fields & HTAP_FIELD_BIT (HTAP_FIELD_PROXY_IPS) && i < n_proxies; i++)
    if (htap_address_range_has_text (range, proxies[i]))
      return TRUE;

  return FALSE;
}

static gboolean
field_has (const HtapSearchCondition *self,
           const HtapField *field,
           const HtapRecord *record,
           HtapSource *source)
{
  const char *raw = htap_field_get_text (field, record, source);
  g_autofree char *value = NULL;
  g_autofree char *shown = NULL;
  HtapRecordList list;

  if (htap_field_get_list (field, &list))
    {
      g_auto (GStrv) elements = htap_field_dup_elements (field, record);

      for (guint i = 0; elements[i] != NULL; i++)
        if (htap_search_raw_has (elements[i], self->text, self->fit))
          return TRUE;

      return FALSE;
    }

  if (raw == NULL)
    raw = value = htap_field_dup_value (field, record, source);
  if (htap_search_raw_has (raw, self->text, self->fit))
    return TRUE;

  shown = htap_field_dup_shown_of (field, record, source);

  return htap_search_raw_has (shown, self->text, self->fit);
}

/* By how bad it is, by the rule's id, and by what a person reads. */
static gboolean
findings_have (const HtapSearchCondition *self, GPtrArray *findings)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      HtapFinding *finding = findings->pdata[i];
      HtapSeverity severity = htap_finding_get_severity (finding);
      g_autofree char *sentence = htap_finding_dup_sentence (finding, now);
      const char *const texts[] = { htap_severity_get_id (severity),
                                    htap_severity_get_label (severity),
                                    htap_finding_get_rule_id (finding), sentence };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        if (htap_search_raw_has (texts[j], self->text, self->fit))
          return TRUE;
    }

  return FALSE;
}

static const HtapField *
take_first (HtapFieldSet *fields)
{
  guint index = (guint) __builtin_ctzll (*fields);

  *fields &= *fields - 1;

  return htap_field_get (index);
}

/* What no field has, none of these has: most instances cost no allocation. */
static gboolean
may_have (const HtapSearchCondition *self, HtapInstance *instance, HtapSource *source)
{
  gboolean look_at_source = FALSE;
  gboolean look_at_instance = FALSE;

  for (HtapFieldSet fields = self->fields; fields != 0;)
    {
      const HtapField *field = take_first (&fields);

      /* An enterprise project is in the one text or the other. */
      if (htap_field_is_of_both (field))
        return TRUE;
      if (htap_field_is_of_source (field))
        look_at_source = TRUE;
      else
        look_at_instance = instance != NULL;
    }

  return (look_at_source && htap_search_text_has (htap_source_get_search_text (source), self->text,
                                                  HTAP_SEARCH_ANYWHERE)) ||
         (look_at_instance && htap_search_text_has (htap_instance_get_search_text (instance),
                                                    self->text, HTAP_SEARCH_ANYWHERE));
}

static gboolean
matches_text (const HtapSearchCondition *self, HtapInstance *instance, HtapSource *source)
{
  if (instance != NULL && (self->fields & HTAP_FIELD_BIT (HTAP_FIELD_FINDINGS)) != 0 &&
      findings_have (self, htap_instance_get_findings (instance)))
    return TRUE;

  if (!may_have (self, instance, source))
    return FALSE;

  for (HtapFieldSet fields = self->fields; fields != 0;)
    {
      const HtapField *field = take_first (&fields);

      if ((instance == NULL && !htap_field_is_of_source (field)) ||
          htap_field_is_of_instance (field))
        continue;
      if (field_has (self, field, instance != NULL ? htap_instance_get_record (instance) : NULL,
                     source))
        return TRUE;
    }

  return FALSE;
}

static gboolean
matches_number (const HtapSearchCondition *self, const HtapRecord *record)
{
  gint64 number;

  for (HtapFieldSet fields = self->fields; fields != 0;)
    if (htap_field_get_number (take_first (&fields), record, &number) && number >= self->start &&
        number < self->end)
      return TRUE;

  return FALSE;
}

static gboolean
matches_tag (const HtapSearchCondition *self, HtapSource *source)
{
  HtapTaurus *taurus = htap_source_get_taurus (source);
  guint n_tags = 0;
  const HtapTag *tags = taurus != NULL ? htap_taurus_get_tags (taurus, &n_tags) : NULL;

  for (guint i = 0; i < n_tags; i++)
    if (htap_search_raw_has (tags[i].key, self->tag, HTAP_SEARCH_EQUAL) &&
        htap_search_raw_has (tags[i].value, self->text, self->fit))
      return TRUE;

  return FALSE;
}

static gboolean
matches (const HtapSearchCondition *self, HtapInstance *instance, HtapSource *source)
{
  switch (self->kind)
    {
    case HTAP_SEARCH_KIND_TEXT:
      return matches_text (self, instance, source);
    case HTAP_SEARCH_KIND_ADDRESS:
      /* A version may look like an address, and an address may be part of a name. */
      return (instance != NULL && matches_addresses (self, htap_instance_get_record (instance))) ||
             (self->fields == HTAP_SEARCH_EVERY_FIELD &&
              texts_have (self, instance, source, HTAP_SEARCH_WHOLE_WORDS));
    case HTAP_SEARCH_KIND_NUMBER:
      return instance != NULL && matches_number (self, htap_instance_get_record (instance));
    case HTAP_SEARCH_KIND_TAG:
      return matches_tag (self, source);
    case HTAP_SEARCH_KIND_WORD:
    default:
      return texts_have (self, instance, source, HTAP_SEARCH_ANYWHERE);
    }
}

/**
 * htap_search_condition_matches:
 * @instance: (nullable): %NULL to look at what all instances of @source share
 * @source: where @instance is read
 */
gboolean
htap_search_condition_matches (const HtapSearchCondition *self,
                               HtapInstance *instance,
                               HtapSource *source)
{
  return matches (self, instance, source) != self->negated;
}
