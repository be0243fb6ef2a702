/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-index.h"

/* Names an instance, whichever profile reads it. */
typedef struct
{
  const char *region;
  const char *taurus_id;
  const char *id;
} Name;

typedef struct
{
  Name name;           /* owned */
  GPtrArray *changes;  /* HtapChange, the oldest first */
  HtapFieldSet unseen; /* the fields that changes tell of which nobody has seen */
  guint n_unseen;
} Subject;

struct _HtapChangeIndex
{
  GHashTable *subjects; /* Name → Subject */
};

static guint
name_hash (gconstpointer data)
{
  return g_str_hash (((const Name *) data)->id);
}

static gboolean
name_equal (gconstpointer a, gconstpointer b)
{
  const Name *one = a;
  const Name *other = b;

  return g_str_equal (one->id, other->id) && g_strcmp0 (one->taurus_id, other->taurus_id) == 0 &&
         g_strcmp0 (one->region, other->region) == 0;
}

static Name
get_name (HtapChange *change)
{
  const HtapChangeFacts *facts = htap_change_get_facts (change);

  return (Name){ facts->region, facts->taurus_id, facts->id };
}

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_free ((char *) subject->name.region);
  g_free ((char *) subject->name.taurus_id);
  g_free ((char *) subject->name.id);
  g_ptr_array_unref (subject->changes);
  g_free (subject);
}

static Subject *
find (HtapChangeIndex *self, HtapInstance *instance)
{
  HtapSource *source = htap_instance_get_source (instance);
  const Name name = { htap_source_get_region (source), htap_source_get_taurus_id (source),
                      htap_instance_get_id (instance) };

  return g_hash_table_lookup (self->subjects, &name);
}

static void
count_unseen (Subject *subject)
{
  subject->unseen = 0;
  subject->n_unseen = 0;
  for (guint i = 0; i < subject->changes->len; i++)
    if (!htap_change_get_seen (subject->changes->pdata[i]))
      {
        subject->unseen |= htap_change_get_facts (subject->changes->pdata[i])->fields;
        subject->n_unseen++;
      }
}

HtapChangeIndex *
htap_change_index_new (void)
{
  HtapChangeIndex *self = g_new0 (HtapChangeIndex, 1);

  self->subjects = g_hash_table_new_full (name_hash, name_equal, NULL, subject_free);

  return self;
}

void
htap_change_index_free (HtapChangeIndex *self)
{
  g_hash_table_unref (self->subjects);
  g_free (self);
}

/**
 * htap_change_index_add:
 * @change: the newest of its instance
 */
void
htap_change_index_add (HtapChangeIndex *self, HtapChange *change)
{
  const Name name = get_name (change);
  Subject *subject = g_hash_table_lookup (self->subjects, &name);

  if (subject == NULL)
    {
      subject = g_new0 (Subject, 1);
      subject->name =
          (Name){ g_strdup (name.region), g_strdup (name.taurus_id), g_strdup (name.id) };
      subject->changes = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->subjects, &subject->name, subject);
    }

  g_ptr_array_add (subject->changes, g_object_ref (change));
  if (htap_change_get_seen (change))
    return;

  subject->unseen |= htap_change_get_facts (change)->fields;
  subject->n_unseen++;
}

void
htap_change_index_remove (HtapChangeIndex *self, HtapChange *change)
{
  const Name name = get_name (change);
  Subject *subject = g_hash_table_lookup (self->subjects, &name);

  if (subject == NULL || !g_ptr_array_remove (subject->changes, change))
    return;

  if (subject->changes->len == 0)
    g_hash_table_remove (self->subjects, &name);
  else
    count_unseen (subject);
}

/**
 * htap_change_index_mark_seen:
 * @of: one of the instance whose changes are seen now
 *
 * Returns: how many nobody had seen
 */
guint
htap_change_index_mark_seen (HtapChangeIndex *self, HtapChange *of)
{
  const Name name = get_name (of);
  Subject *subject = g_hash_table_lookup (self->subjects, &name);
  guint n_unseen = subject != NULL ? subject->n_unseen : 0;

  if (n_unseen == 0)
    return 0;

  subject->unseen = 0;
  subject->n_unseen = 0;
  for (guint i = 0; i < subject->changes->len; i++)
    htap_change_set_seen (subject->changes->pdata[i], TRUE);

  return n_unseen;
}

/**
 * htap_change_index_get_of:
 *
 * Returns: (transfer none) (nullable) (element-type HtapChange): those of @instance, the oldest
 *   first
 */
GPtrArray *
htap_change_index_get_of (HtapChangeIndex *self, HtapInstance *instance)
{
  Subject *subject = find (self, instance);

  return subject != NULL ? subject->changes : NULL;
}

HtapFieldSet
htap_change_index_get_unseen_fields (HtapChangeIndex *self, HtapInstance *instance)
{
  Subject *subject = find (self, instance);

  return subject != NULL ? subject->unseen : 0;
}

guint
htap_change_index_get_n_unseen (HtapChangeIndex *self, HtapInstance *instance)
{
  Subject *subject = find (self, instance);

  return subject != NULL ? subject->n_unseen : 0;
}
