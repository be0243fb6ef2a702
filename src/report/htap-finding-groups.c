/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-groups.h"

#include "htap-finding-pairs.h"

struct _HtapFindingGroup
{
  char *key;
  GPtrArray *members; /* HtapFindingEntry, borrowed */
  HtapFinding *skew;  /* (nullable): of a TaurusDB instance: that versions differ */
  guint place;        /* of the member that tells it */
  gboolean dirty;
};

struct _HtapFindingGroups
{
  GHashTable *addresses; /* by VPC and address */
  GHashTable *versions;  /* by TaurusDB instance */
  GPtrArray *dirty;      /* HtapFindingGroup, borrowed */
};

static void
group_free (HtapFindingGroup *self)
{
  g_free (self->key);
  g_ptr_array_unref (self->members);
  g_clear_object (&self->skew);
  g_free (self);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) group_free);
}

HtapFindingGroups *
htap_finding_groups_new (void)
{
  HtapFindingGroups *self = g_new0 (HtapFindingGroups, 1);

  self->addresses = new_table ();
  self->versions = new_table ();
  self->dirty = g_ptr_array_new ();

  return self;
}

void
htap_finding_groups_free (HtapFindingGroups *self)
{
  g_hash_table_unref (self->addresses);
  g_hash_table_unref (self->versions);
  g_ptr_array_unref (self->dirty);
  g_free (self);
}

static void
mark (HtapFindingGroups *self, HtapFindingGroup *group)
{
  if (group->dirty)
    return;

  group->dirty = TRUE;
  g_ptr_array_add (self->dirty, group);
}

static HtapFindingGroup *
join (HtapFindingGroups *self, GHashTable *table, const char *key, HtapFindingEntry *entry)
{
  HtapFindingGroup *group = g_hash_table_lookup (table, key);

  if (group == NULL)
    {
      group = g_new0 (HtapFindingGroup, 1);
      group->key = g_strdup (key);
      group->members = g_ptr_array_new ();
      g_hash_table_insert (table, group->key, group);
    }

  g_ptr_array_add (group->members, entry);
  mark (self, group);

  return group;
}

static void
part (HtapFindingGroups *self, HtapFindingGroup **group, HtapFindingEntry *entry)
{
  if (*group == NULL)
    return;

  g_ptr_array_remove_fast ((*group)->members, entry);
  mark (self, *group);
  *group = NULL;
}

/**
 * htap_finding_groups_enter:
 * @entry: fresh, and in no group
 */
void
htap_finding_groups_enter (HtapFindingGroups *self, HtapFindingEntry *entry)
{
  const char *vpc = htap_record_get_text (entry->record, HTAP_TEXT_VPC_ID);
  const char *address = htap_record_get_text (entry->record, HTAP_TEXT_DATA_VIP);

  if (vpc != NULL && address != NULL)
    {
      g_autofree char *place = g_strconcat (vpc, "\n", address, NULL);

      entry->addresses = join (self, self->addresses, place, entry);
    }

  entry->versions = join (self, self->versions, htap_source_get_taurus_id (entry->source), entry);
}

/**
 * htap_finding_groups_leave:
 *
 * What was found of @entry in comparison stays with it until htap_finding_groups_look() if it
 * enters again, and is gone with it otherwise.
 */
void
htap_finding_groups_leave (HtapFindingGroups *self, HtapFindingEntry *entry)
{
  part (self, &entry->addresses, entry);
  part (self, &entry->versions, entry);
}

/* One look at one group. */
typedef struct
{
  HtapFindingGroup *group;
  HtapFinding **found; /* for each member */
  HtapFinding *skew;
} Look;

static void
on_found (HtapFindingRuleIndex index,
          HtapInstance *instance,
          HtapSource *source,
          const HtapFindingFacts *facts,
          gpointer user_data)
{
  Look *look = user_data;
  HtapFinding *finding =
      htap_finding_new (&htap_finding_rule_get (index)->kind, instance, source, facts);

  if (instance == NULL)
    {
      look->skew = finding;
      return;
    }

  for (guint i = 0; i < look->group->members->len; i++)
    {
      const HtapFindingEntry *entry = look->group->members->pdata[i];

      if (entry->instance == instance)
        look->found[i] = finding;
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const HtapFindingEntry *one = *(HtapFindingEntry *const *) a;
  const HtapFindingEntry *other = *(HtapFindingEntry *const *) b;

  return one->place < other->place ? -1 : one->place > other->place;
}

static GPtrArray *
collect_instances (HtapFindingGroup *group)
{
  GPtrArray *instances = g_ptr_array_sized_new (group->members->len);

  g_ptr_array_sort (group->members, compare_places);
  for (guint i = 0; i < group->members->len; i++)
    {
      const HtapFindingEntry *entry = group->members->pdata[i];

      g_ptr_array_add (instances, entry->instance);
    }

  return instances;
}

/* @news: (nullable) */
static void
look_at_addresses (HtapFindingGroup *group,
                   HtapFindingNews *news,
                   HtapFindingGroupsChanged changed,
                   gpointer user_data)
{
  g_autofree HtapFinding **found = g_new0 (HtapFinding *, group->members->len);
  g_autoptr (GPtrArray) instances = collect_instances (group);
  Look look = { .group = group, .found = found };

  if (instances->len > 1)
    htap_finding_pairs_find_addresses (instances, on_found, &look);

  for (guint i = 0; i < group->members->len; i++)
    {
      HtapFindingEntry *entry = group->members->pdata[i];
      g_autoptr (HtapFinding) before = entry->twin != NULL ? g_object_ref (entry->twin) : NULL;

      if (!htap_finding_take_in (&entry->twin, found[i]))
        continue;

      if (news != NULL)
        htap_finding_news_note (news, before, entry->twin, entry->place);
      changed (entry, user_data);
    }
}

/* The first of the list tells what is found of all. */
static void
place (HtapFindingGroup *group)
{
  if (group->members->len > 0)
    group->place = ((HtapFindingEntry *) group->members->pdata[0])->place;
}

/* @news: (nullable) */
static void
look_at_versions (HtapFindingGroup *group, HtapFindingNews *news)
{
  g_autoptr (GPtrArray) instances = collect_instances (group);
  g_autoptr (HtapFinding) before = group->skew != NULL ? g_object_ref (group->skew) : NULL;
  guint place_before = group->place;
  Look look = { .group = group };

  if (instances->len > 1)
    htap_finding_pairs_find_versions (instances, on_found, &look);

  htap_finding_take_in (&group->skew, look.skew);
  place (group);
  if (news == NULL)
    return;

  if (group->place == place_before)
    htap_finding_news_note (news, before, group->skew, group->place);
  else
    {
      htap_finding_news_note (news, before, NULL, place_before);
      htap_finding_news_note (news, NULL, group->skew, group->place);
    }
}

/**
 * htap_finding_groups_look:
 * @news: (nullable): what is found is added
 *
 * Compares within every group that something entered or left.
 */
void
htap_finding_groups_look (HtapFindingGroups *self,
                          HtapFindingNews *news,
                          HtapFindingGroupsChanged changed,
                          gpointer user_data)
{
  for (guint i = 0; i < self->dirty->len; i++)
    {
      HtapFindingGroup *group = self->dirty->pdata[i];
      gboolean is_of_versions = g_hash_table_lookup (self->versions, group->key) == group;

      group->dirty = FALSE;
      if (is_of_versions)
        look_at_versions (group, news);
      else
        look_at_addresses (group, news, changed, user_data);

      if (group->members->len == 0)
        g_hash_table_remove (is_of_versions ? self->versions : self->addresses, group->key);
    }
  g_ptr_array_set_size (self->dirty, 0);
}

/**
 * htap_finding_groups_follow_places:
 *
 * The entries stand elsewhere than at the last look, in the same order.
 */
void
htap_finding_groups_follow_places (HtapFindingGroups *self)
{
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, self->versions);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    place (group);
}

/**
 * htap_finding_groups_get_skew:
 *
 * Returns: (transfer none) (nullable): what the TaurusDB instance of @entry is told of, if it is
 *   the first of its instances; so all of them together tell it once
 */
HtapFinding *
htap_finding_groups_get_skew (const HtapFindingEntry *entry)
{
  const HtapFindingGroup *group = entry->versions;

  return group != NULL && group->members->pdata[0] == entry ? group->skew : NULL;
}
