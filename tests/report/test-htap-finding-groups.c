/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-groups.h"

#include "htap-test-samples.h"

#define NOW G_GINT64_CONSTANT (1711094400)

typedef struct
{
  HtapFindingGroups *groups;
  HtapSource *source;
  HtapFindingEntry *entries[3];
  GString *changed; /* names of those that have another twin */
} Fixture;

static HtapFindingEntry *
new_entry (Fixture *self, const char *id, guint place, const char *version)
{
  g_autoptr (HtapRecord) record = htap_test_sample_record (id, id);
  g_autoptr (HtapInstance) instance = NULL;
  HtapFindingEntry *entry;

  htap_record_set_text (record, HTAP_TEXT_VPC_ID, "vpc");
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, "10.0.0.1");
  htap_record_set_text (record, HTAP_TEXT_ENGINE_NAME, "star-rocks");
  htap_record_set_text (record, HTAP_TEXT_ENGINE_VERSION, version);
  instance = htap_instance_new (self->source, record);
  entry = htap_finding_entry_new (instance);
  entry->place = place;
  htap_finding_entry_renew (entry, NULL, NOW);

  return entry;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->groups = htap_finding_groups_new ();
  self->source = htap_test_sample_source ();
  htap_source_succeed (self->source, NOW, -1, -1, 3, NULL);
  self->entries[0] = new_entry (self, "a", 0, "3.1");
  self->entries[1] = new_entry (self, "b", 1, "3.1");
  self->entries[2] = new_entry (self, "c", 2, "3.2");
  self->changed = g_string_new (NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  htap_finding_groups_free (self->groups);
  for (guint i = 0; i < G_N_ELEMENTS (self->entries); i++)
    htap_finding_entry_free (self->entries[i]);
  g_string_free (self->changed, TRUE);
  g_object_unref (self->source);
}

static void
on_changed (HtapFindingEntry *entry, gpointer user_data)
{
  Fixture *self = user_data;

  g_string_append (self->changed, htap_instance_get_id (entry->instance));
}

static void
assert_changes (Fixture *self, const char *expected)
{
  g_string_truncate (self->changed, 0);
  htap_finding_groups_look (self->groups, NULL, on_changed, self);
  g_assert_cmpstr (self->changed->str, ==, expected);
}

/* Only who entered, left, or has another neighbour now is told of. */
static void
test_twins (Fixture *self, gconstpointer data)
{
  htap_finding_groups_enter (self->groups, self->entries[0]);
  assert_changes (self, "");
  g_assert_null (self->entries[0]->twin);

  htap_finding_groups_enter (self->groups, self->entries[1]);
  assert_changes (self, "ab");
  assert_changes (self, "");

  /* The others name the first. */
  htap_finding_groups_enter (self->groups, self->entries[2]);
  assert_changes (self, "c");

  htap_finding_groups_leave (self->groups, self->entries[0]);
  assert_changes (self, "bc");
  htap_finding_groups_leave (self->groups, self->entries[1]);
  assert_changes (self, "c");
  g_assert_null (self->entries[2]->twin);
}

/* Whichever order they enter in, the first of the list tells it, and it alone. */
static void
test_skew (Fixture *self, gconstpointer data)
{
  htap_finding_groups_enter (self->groups, self->entries[2]);
  htap_finding_groups_enter (self->groups, self->entries[1]);
  htap_finding_groups_enter (self->groups, self->entries[0]);
  htap_finding_groups_look (self->groups, NULL, on_changed, self);
  g_assert_nonnull (htap_finding_groups_get_skew (self->entries[0]));
  g_assert_null (htap_finding_groups_get_skew (self->entries[1]));

  htap_finding_groups_leave (self->groups, self->entries[0]);
  htap_finding_groups_look (self->groups, NULL, on_changed, self);
  g_assert_null (htap_finding_groups_get_skew (self->entries[0]));
  g_assert_nonnull (htap_finding_groups_get_skew (self->entries[1]));

  htap_finding_groups_leave (self->groups, self->entries[2]);
  htap_finding_groups_look (self->groups, NULL, on_changed, self);
  g_assert_null (htap_finding_groups_get_skew (self->entries[1]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/finding-groups/twins", test_twins);
  ADD ("/finding-groups/skew", test_skew);

  return g_test_run ();
}
