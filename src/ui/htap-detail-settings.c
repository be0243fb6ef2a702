/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-settings.h"

#include "htap-detail-part.h"
#include "htap-format.h"

#include <glib/gi18n-lib.h>

/* What only the detail of an instance tells, among what the list tells. */

typedef char *(*DupSetting) (const HtapDetail *detail);

/* Returns: (nullable): an empty text says no more than none */
static const char *
get_text (const HtapDetail *detail, HtapDetailText member)
{
  const char *text = htap_detail_get_text (detail, member);

  return text != NULL && *text != '\0' ? text : NULL;
}

static char *
dup_public_ip (const HtapDetail *detail)
{
  return g_strdup (get_text (detail, HTAP_DETAIL_TEXT_PUBLIC_IP));
}

static char *
dup_user (const HtapDetail *detail)
{
  return g_strdup (get_text (detail, HTAP_DETAIL_TEXT_USER));
}

static char *
dup_tls (const HtapDetail *detail)
{
  gboolean is_on;

  if (!htap_detail_get_flag (detail, HTAP_DETAIL_FLAG_SSL, &is_on))
    return NULL;

  return g_strdup (is_on ? C_ ("encryption", "On") : C_ ("encryption", "Off"));
}

static char *
dup_new_version (const HtapDetail *detail)
{
  gboolean is_available;

  if (!htap_detail_get_flag (detail, HTAP_DETAIL_FLAG_NEW_VERSION_AVAILABLE, &is_available))
    return NULL;

  return htap_format_flag (is_available);
}

/* The times are those of UTC, whatever the instance's own time zone is. */
static char *
dup_maintenance (const HtapDetail *detail)
{
  const char *start = get_text (detail, HTAP_DETAIL_TEXT_MAINTENANCE_START);
  const char *end = get_text (detail, HTAP_DETAIL_TEXT_MAINTENANCE_END);

  if (start == NULL || end == NULL)
    return g_strdup (start);

  /* Translators: the hours in which the cloud may work on an instance: “18:00–22:00 UTC”. */
  return g_strdup_printf (_ ("%s–%s UTC"), start, end);
}

static char *
dup_storage (const HtapDetail *detail, HtapDetailText type_member, HtapDetailText size_member)
{
  g_autofree char *type = htap_format_volume_type (get_text (detail, type_member));
  const char *size = get_text (detail, size_member);

  if (size == NULL)
    return g_steal_pointer (&type);
  if (type == NULL)
    return g_strdup_printf (_ ("%s GB"), size);

  /* Translators: storage: its size, and its type. */
  return g_strdup_printf (_ ("%s GB, %s"), size, type);
}

static char *
dup_fe_storage (const HtapDetail *detail)
{
  return dup_storage (detail, HTAP_DETAIL_TEXT_FE_VOLUME_TYPE, HTAP_DETAIL_TEXT_FE_VOLUME_SIZE);
}

static char *
dup_be_storage (const HtapDetail *detail)
{
  return dup_storage (detail, HTAP_DETAIL_TEXT_BE_VOLUME_TYPE, HTAP_DETAIL_TEXT_BE_VOLUME_SIZE);
}

static char *
dup_time_zone (const HtapDetail *detail)
{
  return g_strdup (get_text (detail, HTAP_DETAIL_TEXT_TIME_ZONE));
}

static const struct
{
  HtapFieldGroup group;
  const char *key;
  const char *label;
  DupSetting dup;
} settings[] = {
  { HTAP_FIELD_GROUP_CONNECTION, "public_ip", N_ ("Public IP address"), dup_public_ip },
  { HTAP_FIELD_GROUP_CONNECTION, "ssl_option", N_ ("TLS"), dup_tls },
  { HTAP_FIELD_GROUP_CONNECTION, "db_user", N_ ("Database user"), dup_user },
  { HTAP_FIELD_GROUP_SUMMARY, "new_version_available", N_ ("Minor version upgrade available"),
    dup_new_version },
  { HTAP_FIELD_GROUP_SUMMARY, "ops_window", N_ ("Maintenance window"), dup_maintenance },
  { HTAP_FIELD_GROUP_SUMMARY, "time_zone", N_ ("Time zone"), dup_time_zone },
  { HTAP_FIELD_GROUP_PLACEMENT, "fe_storage", N_ ("FE storage"), dup_fe_storage },
  { HTAP_FIELD_GROUP_PLACEMENT, "be_storage", N_ ("BE storage"), dup_be_storage },
};

/* Why a value is not there is not the same as that there is none. */
static HtapDetailFact *
new_unread (const char *key, const char *label, HtapInstanceDetail *detail)
{
  return htap_detail_fact_new (key, label,
                               htap_detail_part_is_awaited (detail, HTAP_DETAIL_PART_DETAIL)
                                   ? _ ("Loading…")
                                   : _ ("Could not be read"),
                               HTAP_DETAIL_FACT_NOTHING);
}

/**
 * htap_detail_settings_add:
 * @group: the group of the field table that @facts are of
 * @detail: (nullable): what an instance is made of; %NULL while nobody has asked
 *
 * Adds what the detail tells that belongs to @group: the same facts for every instance.
 */
void
htap_detail_settings_add (GPtrArray *facts, HtapFieldGroup group, HtapInstanceDetail *detail)
{
  HtapDetail *known = detail != NULL ? htap_instance_detail_get_detail (detail) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const char *label = _ (settings[i].label);
      g_autofree char *value = known != NULL ? settings[i].dup (known) : NULL;
      HtapDetailFact *fact;

      if (settings[i].group != group)
        continue;

      if (known == NULL)
        fact = new_unread (settings[i].key, label, detail);
      else
        fact = htap_detail_fact_new (settings[i].key, label, value, HTAP_DETAIL_FACT_TEXT);
      if (known != NULL)
        htap_detail_fact_add_copy (fact, NULL, value);
      g_ptr_array_add (facts, fact);
    }
}
