/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change.h"

#include "htap-field-value.h"

#include <string.h>

struct _HtapChange
{
  GObject parent_instance;
  HtapChangeFacts facts; /* its texts are owned; what many changes share is interned */
  gboolean seen;
};

enum
{
  PROP_SEEN = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapChange, htap_change, G_TYPE_OBJECT)

static const char *
share (const char *text)
{
  return text != NULL ? g_ref_string_new_intern (text) : NULL;
}

static void
release (const char *text)
{
  if (text != NULL)
    g_ref_string_release ((char *) text);
}

static void
htap_change_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HtapChange *self = HTAP_CHANGE (object);

  switch (id)
    {
    case PROP_SEEN:
      g_value_set_boolean (value, self->seen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_change_finalize (GObject *object)
{
  HtapChangeFacts *facts = &HTAP_CHANGE (object)->facts;

  release (facts->profile);
  release (facts->region);
  release (facts->taurus_id);
  release (facts->taurus_name);
  release (facts->id);
  release (facts->name);
  g_free ((char *) facts->old_value);
  g_free ((char *) facts->new_value);
  g_clear_pointer (&facts->json, g_bytes_unref);

  G_OBJECT_CLASS (htap_change_parent_class)->finalize (object);
}

static void
htap_change_class_init (HtapChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = htap_change_get_property;
  object_class->finalize = htap_change_finalize;

  properties[PROP_SEEN] =
      g_param_spec_boolean ("seen", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
htap_change_init (HtapChange *self)
{
}

/**
 * htap_change_new:
 * @facts: copied
 *
 * Returns: (transfer full): one that nobody has seen
 */
HtapChange *
htap_change_new (const HtapChangeFacts *facts)
{
  HtapChange *self = g_object_new (HTAP_TYPE_CHANGE, NULL);

  self->facts = *facts;
  self->facts.profile = share (facts->profile);
  self->facts.region = share (facts->region);
  self->facts.taurus_id = share (facts->taurus_id);
  self->facts.taurus_name = share (facts->taurus_name);
  self->facts.id = share (facts->id);
  self->facts.name = share (facts->name);
  self->facts.old_value = g_strdup (facts->old_value);
  self->facts.new_value = g_strdup (facts->new_value);
  self->facts.json = facts->json != NULL ? g_bytes_ref (facts->json) : NULL;

  return self;
}

const HtapChangeFacts *
htap_change_get_facts (HtapChange *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGE (self), NULL);

  return &self->facts;
}

HtapChangeKind
htap_change_get_kind (HtapChange *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGE (self), HTAP_CHANGE_CHANGED);

  return self->facts.kind;
}

/**
 * htap_change_get_name:
 *
 * Returns: (transfer none): what the instance was called, or its id if it had no name; untrusted
 *   text
 */
const char *
htap_change_get_name (HtapChange *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGE (self), NULL);

  return self->facts.name != NULL ? self->facts.name : self->facts.id;
}

/**
 * htap_change_get_field:
 *
 * Returns: (transfer none) (nullable): which field changed; %NULL if the instance came or went
 */
const HtapField *
htap_change_get_field (HtapChange *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGE (self), NULL);

  return self->facts.kind == HTAP_CHANGE_CHANGED ? htap_field_get (self->facts.field) : NULL;
}

static char *
dup_shown (HtapChange *self, const char *value)
{
  const HtapField *field = htap_change_get_field (self);

  return field != NULL ? htap_field_value_dup_shown (field, value) : NULL;
}

/**
 * htap_change_dup_shown_old:
 *
 * Returns: (transfer full) (nullable): what a person read before, in the language of now; %NULL if
 *   there was nothing. Untrusted text may be in it.
 */
char *
htap_change_dup_shown_old (HtapChange *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGE (self), NULL);

  return dup_shown (self, self->facts.old_value);
}

/**
 * htap_change_dup_shown_new:
 *
 * Returns: (transfer full) (nullable): likewise, since then
 */
char *
htap_change_dup_shown_new (HtapChange *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGE (self), NULL);

  return dup_shown (self, self->facts.new_value);
}

static gsize
get_length (const char *text)
{
  return text != NULL ? strlen (text) : 0;
}

/**
 * htap_change_get_size:
 *
 * Returns: about how many bytes it takes, in memory or in a file
 */
gsize
htap_change_get_size (HtapChange *self)
{
  const HtapChangeFacts *facts;

  g_return_val_if_fail (HTAP_IS_CHANGE (self), 0);

  facts = &self->facts;

  return sizeof *self + get_length (facts->id) + get_length (facts->name) +
         get_length (facts->taurus_id) + get_length (facts->taurus_name) +
         get_length (facts->old_value) + get_length (facts->new_value) +
         (facts->json != NULL ? g_bytes_get_size (facts->json) : 0);
}

gboolean
htap_change_get_seen (HtapChange *self)
{
  g_return_val_if_fail (HTAP_IS_CHANGE (self), FALSE);

  return self->seen;
}

void
htap_change_set_seen (HtapChange *self, gboolean seen)
{
  g_return_if_fail (HTAP_IS_CHANGE (self));

  if (self->seen == !!seen)
    return;

  self->seen = !!seen;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEEN]);
}

/**
 * htap_change_concerns:
 *
 * Returns: whether it is a change of @instance
 */
gboolean
htap_change_concerns (HtapChange *self, HtapInstance *instance)
{
  HtapSource *source;

  g_return_val_if_fail (HTAP_IS_CHANGE (self), FALSE);

  source = htap_instance_get_source (instance);

  return g_str_equal (self->facts.id, htap_instance_get_id (instance)) &&
         g_strcmp0 (self->facts.taurus_id, htap_source_get_taurus_id (source)) == 0 &&
         g_strcmp0 (self->facts.region, htap_source_get_region (source)) == 0;
}

/**
 * htap_change_hash_subject:
 *
 * A #GHashFunc that goes with htap_change_is_same_subject().
 */
guint
htap_change_hash_subject (gconstpointer change)
{
  return g_str_hash (((const HtapChange *) change)->facts.id);
}

/**
 * htap_change_is_same_subject:
 *
 * Returns: whether two changes are of one instance, whichever profile read it
 */
gboolean
htap_change_is_same_subject (gconstpointer a, gconstpointer b)
{
  const HtapChangeFacts *one = &((const HtapChange *) a)->facts;
  const HtapChangeFacts *other = &((const HtapChange *) b)->facts;

  return g_str_equal (one->id, other->id) && g_strcmp0 (one->taurus_id, other->taurus_id) == 0 &&
         g_strcmp0 (one->region, other->region) == 0;
}
