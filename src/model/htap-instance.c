/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance.h"

#include "htap-finding.h"
#include "htap-instance-private.h"
#include "htap-search-text.h"

#include <string.h>

enum
{
  PROP_SOURCE = 1,
  PROP_RECORD,
  PROP_LISTED,
  PROP_FINDINGS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapInstance, htap_instance, G_TYPE_OBJECT)

/* They were made of the record that was shown until now. */
void
htap_instance_forget_keys (HtapInstance *self)
{
  g_clear_pointer (&self->name_key, g_free);
  g_clear_pointer (&self->search_text, g_free);
  g_clear_pointer (&self->names, g_hash_table_unref);
  self->sort_field = 0;
}

/* Another source is shown, and what it says. */
void
htap_instance_tell_shown (HtapInstance *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SOURCE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
htap_instance_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HtapInstance *self = HTAP_INSTANCE (object);

  switch (id)
    {
    case PROP_SOURCE:
      g_value_set_object (value, self->source);
      break;
    case PROP_RECORD:
      g_value_set_boxed (value, self->record);
      break;
    case PROP_LISTED:
      g_value_set_boolean (value, self->listed);
      break;
    case PROP_FINDINGS:
      g_value_set_boxed (value, self->findings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_instance_finalize (GObject *object)
{
  HtapInstance *self = HTAP_INSTANCE (object);

  g_clear_object (&self->source);
  g_clear_pointer (&self->record, htap_record_unref);
  g_clear_pointer (&self->others, htap_readings_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->id);
  htap_instance_forget_keys (self);

  G_OBJECT_CLASS (htap_instance_parent_class)->finalize (object);
}

static void
htap_instance_class_init (HtapInstanceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = htap_instance_get_property;
  object_class->finalize = htap_instance_finalize;

  properties[PROP_SOURCE] = g_param_spec_object ("source", NULL, NULL, HTAP_TYPE_SOURCE, flags);
  properties[PROP_RECORD] = g_param_spec_boxed ("record", NULL, NULL, HTAP_TYPE_RECORD, flags);
  properties[PROP_LISTED] = g_param_spec_boolean ("listed", NULL, NULL, TRUE, flags);
  properties[PROP_FINDINGS] = g_param_spec_boxed ("findings", NULL, NULL, G_TYPE_PTR_ARRAY, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
htap_instance_init (HtapInstance *self)
{
  self->listed = TRUE;
}

/**
 * htap_instance_new:
 * @source: where it was read
 * @record: what was read; it has an id
 */
HtapInstance *
htap_instance_new (HtapSource *source, HtapRecord *record)
{
  HtapInstance *self = g_object_new (HTAP_TYPE_INSTANCE, NULL);

  self->id = g_strdup (htap_record_get_text (record, HTAP_TEXT_ID));
  self->source = g_object_ref (source);
  self->record = htap_record_ref (record);

  return self;
}

/**
 * htap_instance_get_source:
 *
 * Returns: (transfer none): where its record was read; `notify::source` tells when another source
 *   takes over
 */
HtapSource *
htap_instance_get_source (HtapInstance *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE (self), NULL);

  return self->source;
}

/**
 * htap_instance_get_id:
 *
 * Returns: (transfer none): its id, the same string as long as @self lives
 */
const char *
htap_instance_get_id (HtapInstance *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE (self), NULL);

  return self->id;
}

/**
 * htap_instance_get_name:
 *
 * Returns: (transfer none): the name, or the id of an instance without one; untrusted text
 */
const char *
htap_instance_get_name (HtapInstance *self)
{
  const char *name;

  g_return_val_if_fail (HTAP_IS_INSTANCE (self), NULL);

  name = htap_record_get_text (self->record, HTAP_TEXT_NAME);

  return name != NULL ? name : htap_instance_get_id (self);
}

/**
 * htap_instance_get_record:
 *
 * Returns: (transfer none): the present record; hold a reference to keep it past a refresh
 */
HtapRecord *
htap_instance_get_record (HtapInstance *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE (self), NULL);

  return self->record;
}

/**
 * htap_instance_set_record:
 * @record: what the last answer said of the same id
 *
 * Notifies once; the caller has found out that the two differ.
 */
void
htap_instance_set_record (HtapInstance *self, HtapRecord *record)
{
  g_return_if_fail (HTAP_IS_INSTANCE (self));
  g_return_if_fail (record != NULL);

  if (self->record == record)
    return;

  htap_record_ref (record);
  htap_record_unref (self->record);
  self->record = record;
  htap_instance_forget_keys (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

HtapShownStatus
htap_instance_get_shown_status (HtapInstance *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE (self), HTAP_SHOWN_STATUS_UNKNOWN);

  return htap_record_get_shown_status (self->record);
}

/**
 * htap_instance_get_private_ip:
 *
 * Returns: (transfer none) (nullable): the address people come for
 */
const char *
htap_instance_get_private_ip (HtapInstance *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE (self), NULL);

  return htap_record_get_text (self->record, HTAP_TEXT_DATA_VIP);
}

/**
 * htap_instance_get_name_key:
 *
 * Returns: (transfer none): sorts names naturally with strcmp(), `htap-2` before `htap-10`
 */
const char *
htap_instance_get_name_key (HtapInstance *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE (self), NULL);

  if (self->name_key == NULL)
    {
      g_autofree char *key = g_utf8_collate_key_for_filename (htap_instance_get_name (self), -1);

      /* What it was made in is twice as large. */
      self->name_key = g_strdup (key);
    }

  return self->name_key;
}

/**
 * htap_instance_get_search_text:
 *
 * Returns: (transfer none): htap_search_text_new() of the present record, with what its source says
 *   of it alone. What all records of the source share is in htap_source_get_search_text().
 */
const char *
htap_instance_get_search_text (HtapInstance *self)
{
  GHashTable *names;

  g_return_val_if_fail (HTAP_IS_INSTANCE (self), NULL);

  names = htap_source_get_enterprise_projects (self->source);
  if (self->search_text != NULL && self->names == names)
    return self->search_text;

  g_free (self->search_text);
  self->search_text = htap_search_text_new (self->record, self->source);
  g_clear_pointer (&self->names, g_hash_table_unref);
  self->names = names != NULL ? g_hash_table_ref (names) : NULL;

  return self->search_text;
}

/**
 * htap_instance_get_listed:
 *
 * Returns: %FALSE once no source lists it any more
 */
gboolean
htap_instance_get_listed (HtapInstance *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE (self), FALSE);

  return self->listed;
}

void
htap_instance_set_listed (HtapInstance *self, gboolean listed)
{
  g_return_if_fail (HTAP_IS_INSTANCE (self));

  if (self->listed == !!listed)
    return;

  self->listed = !!listed;
  if (listed)
    self->gone_since = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LISTED]);
}

/**
 * htap_instance_get_gone_since:
 *
 * Returns: when an answer first did not list it any more, seconds since 1970 UTC; 0 if it is listed,
 *   or nobody knows
 */
gint64
htap_instance_get_gone_since (HtapInstance *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE (self), 0);

  return self->gone_since;
}

/**
 * htap_instance_set_gone_since:
 * @since: when an answer first did not list it any more, seconds since 1970 UTC
 *
 * It is no longer listed.
 */
void
htap_instance_set_gone_since (HtapInstance *self, gint64 since)
{
  g_return_if_fail (HTAP_IS_INSTANCE (self));

  self->gone_since = since;
  htap_instance_set_listed (self, FALSE);
}

/**
 * htap_instance_get_findings:
 *
 * Returns: (transfer none) (nullable) (element-type HtapFinding): what is wrong with it, the worst
 *   first; %NULL if nobody has looked, or if what is known of it is too old to say
 */
GPtrArray *
htap_instance_get_findings (HtapInstance *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE (self), NULL);

  return self->findings;
}

static gboolean
has_same (GPtrArray *some, GPtrArray *others)
{
  return some != NULL && others != NULL && some->len == others->len &&
         (some->len == 0 ||
          memcmp (some->pdata, others->pdata, some->len * sizeof (gpointer)) == 0);
}

/**
 * htap_instance_set_findings:
 * @findings: (nullable) (element-type HtapFinding): of this instance alone; not to be changed from
 *   now on
 *
 * Notifies if they are others than before.
 */
void
htap_instance_set_findings (HtapInstance *self, GPtrArray *findings)
{
  g_return_if_fail (HTAP_IS_INSTANCE (self));

  if (self->findings == findings || has_same (self->findings, findings))
    return;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = findings != NULL ? g_ptr_array_ref (findings) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDINGS]);
}

/**
 * htap_instance_get_severity:
 *
 * Returns: how bad the worst of its findings is
 */
HtapSeverity
htap_instance_get_severity (HtapInstance *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE (self), HTAP_SEVERITY_NONE);

  return self->findings != NULL && self->findings->len > 0
             ? htap_finding_get_severity (self->findings->pdata[0])
             : HTAP_SEVERITY_NONE;
}
