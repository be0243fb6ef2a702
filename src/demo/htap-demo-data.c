/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-data.h"

#include <gio/gio.h>

#include "htap-demo-json.h"
#include "htap-demo-projects.h"
#include "htap-demo-resources.h"
#include "htap-demo-time.h"

#define RESOURCE      "/io/github/htap_inventory/HtapInventory/demo/demo-data.json"
#define TAURUS_SHAPE  "taurus"
#define DEFAULT_SHAPE "documented"

struct _HtapDemoData {
  JsonObject *shapes; /* what every instance of a kind has in common */
  JsonArray  *projects; /* the description of each that has instances, as in the file */
  JsonArray  *iam_projects; /* every one, as IAM shows it */
  JsonArray  *enterprise_projects; /* as the service lists them */
  GPtrArray  *entries; /* of HtapDemoEntry */
  GArray     *keys; /* of HtapDemoTaurus: those of the entries */
  gint64      start; /* milliseconds since 1970 UTC */
};

static const char *
project_text (HtapDemoData *self, guint project, const char *member)
{
  return json_object_get_string_member (json_array_get_object_element (self->projects, project),
                                        member);
}

/* Returns: (transfer full): the common @shape with what one instance changes in it. */
static JsonObject *
make_shape (HtapDemoData *self, const char *shape, JsonObject *change)
{
  JsonObject *object = htap_demo_json_copy (json_object_get_object_member (self->shapes, shape));

  htap_demo_json_merge (object, change, HTAP_DEMO_NULLS_STAY);
  htap_demo_time_resolve (object, self->start);

  return object;
}

static void
load_taurus (HtapDemoData *self, guint project, JsonObject *description)
{
  HtapDemoEntry *entry = htap_demo_data_add_taurus (
      self, project, json_object_get_object_member (description, "detail"));
  const char *shape =
      json_object_get_string_member_with_default (description, "shape", DEFAULT_SHAPE);
  JsonArray *instances = json_object_get_array_member (description, "instances");

  entry->old_status = g_strdup (htap_demo_json_text (description, "old_status"));
  entry->is_denied = json_object_get_boolean_member_with_default (description, "denied", FALSE);
  for (guint i = 0; i < json_array_get_length (instances); i++)
    htap_demo_data_add_instance (self, entry, shape, json_array_get_object_element (instances, i));
}

static void
load_project (HtapDemoData *self, guint project)
{
  JsonObject *description = json_array_get_object_element (self->projects, project);
  JsonArray *taurus = json_object_get_array_member (description, "taurus");

  for (guint i = 0; i < json_array_get_length (taurus); i++)
    load_taurus (self, project, json_array_get_object_element (taurus, i));
}

/**
 * htap_demo_data_new:
 *
 * Returns: (transfer full): the data in `demo-data.json`; times that are relative there count from
 *   now
 */
HtapDemoData *
htap_demo_data_new (void)
{
  HtapDemoData *self = g_new0 (HtapDemoData, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (htap_demo_get_resource (), RESOURCE,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (JsonObject) root = bytes != NULL ? htap_demo_json_parse (bytes, &error) : NULL;

  /* It was built into the program. */
  if (root == NULL)
    g_error ("The demo data cannot be read: %s", error->message);

  self->shapes = json_object_ref (json_object_get_object_member (root, "shapes"));
  self->projects = json_array_ref (json_object_get_array_member (root, "projects"));
  self->iam_projects = htap_demo_projects_new (
      self->projects, json_object_get_array_member (root, "other_projects"));
  self->enterprise_projects =
      json_array_ref (json_object_get_array_member (root, "enterprise_projects"));
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_demo_entry_free);
  self->keys = g_array_new (FALSE, FALSE, sizeof (HtapDemoTaurus));
  self->start = g_get_real_time () / 1000;

  for (guint i = 0; i < json_array_get_length (self->projects); i++)
    load_project (self, i);

  return self;
}

void
htap_demo_data_free (HtapDemoData *self)
{
  json_object_unref (self->shapes);
  json_array_unref (self->projects);
  json_array_unref (self->iam_projects);
  json_array_unref (self->enterprise_projects);
  g_ptr_array_unref (self->entries);
  g_array_unref (self->keys);
  g_free (self);
}

/**
 * htap_demo_data_n_projects:
 *
 * Returns: how many projects have instances
 */
guint
htap_demo_data_n_projects (HtapDemoData *self)
{
  return json_array_get_length (self->projects);
}

/**
 * htap_demo_data_get_projects:
 *
 * Returns: (transfer none): every project of the account as IAM shows it, also those without
 *   instances; see htap_demo_projects_find()
 */
JsonArray *
htap_demo_data_get_projects (HtapDemoData *self)
{
  return self->iam_projects;
}

/**
 * htap_demo_data_get_enterprise_projects:
 *
 * Returns: (transfer none): every enterprise project of the account, as the service lists it
 */
JsonArray *
htap_demo_data_get_enterprise_projects (HtapDemoData *self)
{
  return self->enterprise_projects;
}

/**
 * htap_demo_data_find_taurus:
 *
 * Returns: (transfer none) (nullable): the TaurusDB instance with this id, in whatever project
 */
HtapDemoEntry *
htap_demo_data_find_taurus (HtapDemoData *self, const char *taurus_id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      HtapDemoEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (entry->key.taurus_id, taurus_id))
        return entry;
    }

  return NULL;
}

/**
 * htap_demo_data_get_taurus:
 * @n_taurus: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_taurus): every TaurusDB instance, valid until one is
 *   added or all are cleared
 */
const HtapDemoTaurus *
htap_demo_data_get_taurus (HtapDemoData *self, guint *n_taurus)
{
  *n_taurus = self->keys->len;

  return (const HtapDemoTaurus *) (gpointer) self->keys->data;
}

/**
 * htap_demo_data_find_instance:
 *
 * Returns: (transfer none) (nullable): the HTAP instance with this id; what is changed in it is
 *   served from now on
 */
JsonObject *
htap_demo_data_find_instance (HtapDemoData *self, const char *htap_id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      JsonObject *instance =
          htap_demo_entry_find_instance (g_ptr_array_index (self->entries, i), htap_id, NULL);

      if (instance != NULL)
        return instance;
    }

  return NULL;
}

/**
 * htap_demo_data_list_taurus:
 * @old: whether v3 of the list is asked for, not v3.1
 * @offset: how many TaurusDB instances of the project to leave out
 * @limit: how many to list at most
 *
 * Returns: (transfer full): one page of the TaurusDB instances of a project
 */
JsonObject *
htap_demo_data_list_taurus (
    HtapDemoData *self, const char *project_id, gboolean old, guint offset, guint limit)
{
  JsonObject *answer = json_object_new ();
  JsonArray *page = json_array_new ();
  guint total = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      HtapDemoEntry *entry = g_ptr_array_index (self->entries, i);

      if (!g_str_equal (entry->key.project_id, project_id))
        continue;

      if (total >= offset && json_array_get_length (page) < limit)
        json_array_add_object_element (page, old ? htap_demo_entry_to_old_detail (entry)
                                                 : json_object_ref (entry->detail));
      total++;
    }

  json_object_set_int_member (answer, "total_count", total);
  json_object_set_array_member (answer, "instances", page);

  return answer;
}

/**
 * htap_demo_data_clear:
 *
 * Forgets every instance; the projects stay.
 */
void
htap_demo_data_clear (HtapDemoData *self)
{
  g_ptr_array_set_size (self->entries, 0);
  g_array_set_size (self->keys, 0);
}

/**
 * htap_demo_data_add_taurus:
 * @project: which project it belongs to, below htap_demo_data_n_projects()
 * @change: (transfer none): how it differs from other TaurusDB instances; has at least `id` and
 *   `name`
 *
 * Returns: (transfer none): a TaurusDB instance without HTAP instances
 */
HtapDemoEntry *
htap_demo_data_add_taurus (HtapDemoData *self, guint project, JsonObject *change)
{
  const char *region = project_text (self, project, "region");
  JsonObject *detail = make_shape (self, TAURUS_SHAPE, change);
  HtapDemoEntry *entry;

  json_object_set_string_member (detail, "region", region);
  entry = htap_demo_entry_new (region, project_text (self, project, "project_id"), detail);

  g_ptr_array_add (self->entries, entry);
  g_array_append_val (self->keys, entry->key);

  return entry;
}

/**
 * htap_demo_data_add_instance:
 * @entry: the TaurusDB instance it belongs to
 * @shape: (nullable): what `demo-data.json` calls the kind of it, if not the documented one
 * @change: (transfer none): how it differs from others of that kind
 *
 * Returns: (transfer none): the HTAP instance, listed after the others
 */
JsonObject *
htap_demo_data_add_instance (HtapDemoData  *self,
                             HtapDemoEntry *entry,
                             const char    *shape,
                             JsonObject    *change)
{
  JsonObject *instance = make_shape (self, shape != NULL ? shape : DEFAULT_SHAPE, change);

  json_object_set_string_member (instance, "project_id", entry->key.project_id);
  json_array_add_object_element (entry->instances, instance);

  return instance;
}

/**
 * htap_demo_data_remove_instance:
 *
 * Returns: whether there was an HTAP instance with this id
 */
gboolean
htap_demo_data_remove_instance (HtapDemoData *self, const char *htap_id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      HtapDemoEntry *entry = g_ptr_array_index (self->entries, i);
      guint position;

      if (htap_demo_entry_find_instance (entry, htap_id, &position) == NULL)
        continue;

      json_array_remove_element (entry->instances, position);
      return TRUE;
    }

  return FALSE;
}
