/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-entry.h"

#include "htap-demo-json.h"

/* What the published example says. */
#define USUAL_MAXIMUM 10

/**
 * htap_demo_entry_new:
 * @detail: (transfer full): its `id` and `name` are texts
 *
 * Returns: (transfer full): a TaurusDB instance without HTAP instances
 */
HtapDemoEntry *
htap_demo_entry_new (const char *region, const char *project_id, JsonObject *detail)
{
  HtapDemoEntry *self = g_new0 (HtapDemoEntry, 1);

  self->key.region = g_strdup (region);
  self->key.project_id = g_strdup (project_id);
  self->key.taurus_id = g_strdup (htap_demo_json_text (detail, "id"));
  self->key.taurus_name = g_strdup (htap_demo_json_text (detail, "name"));
  self->detail = detail;
  self->instances = json_array_new ();
  self->maximum = USUAL_MAXIMUM;

  return self;
}

void
htap_demo_entry_free (HtapDemoEntry *self)
{
  g_free ((char *) self->key.region);
  g_free ((char *) self->key.project_id);
  g_free ((char *) self->key.taurus_id);
  g_free ((char *) self->key.taurus_name);
  json_object_unref (self->detail);
  g_free (self->old_status);
  json_array_unref (self->instances);
  g_free (self);
}

/**
 * htap_demo_entry_find_instance:
 * @position: (out) (optional): where it stands in `instances`
 *
 * Returns: (transfer none) (nullable): the HTAP instance with this id. A script may have given an
 *   instance an id that is no text; such a one is never found.
 */
JsonObject *
htap_demo_entry_find_instance (HtapDemoEntry *self, const char *htap_id, guint *position)
{
  for (guint i = 0; i < json_array_get_length (self->instances); i++)
    {
      JsonObject *instance = json_array_get_object_element (self->instances, i);

      if (g_strcmp0 (htap_demo_json_text (instance, "id"), htap_id) != 0)
        continue;

      if (position != NULL)
        *position = i;
      return instance;
    }

  return NULL;
}

/* What v3 says for a word of v3.1. */
static const char *
find_old_status (const char *status)
{
  static const struct
  {
    const char *status;
    const char *old_status;
  } words[] = {
    { "normal", "ACTIVE" },
    { "creating", "BUILD" },
    { "abnormal", "FAILED" },
    { "createfail", "FAILED" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].status, status) == 0)
      return words[i].old_status;

  return status;
}

/**
 * htap_demo_entry_to_old_detail:
 *
 * Returns: (transfer full): the TaurusDB instance as v3 of the list shows it, whose words for the
 *   status are others
 */
JsonObject *
htap_demo_entry_to_old_detail (HtapDemoEntry *self)
{
  JsonObject *detail = htap_demo_json_copy (self->detail);
  const char *status = self->old_status != NULL
                           ? self->old_status
                           : find_old_status (htap_demo_json_text (detail, "status"));

  if (status != NULL)
    json_object_set_string_member (detail, "status", status);

  return detail;
}

/**
 * htap_demo_entry_to_json:
 *
 * Returns: (transfer full): the answer that lists its HTAP instances
 */
JsonObject *
htap_demo_entry_to_json (HtapDemoEntry *self)
{
  JsonObject *answer = json_object_new ();

  json_object_set_int_member (answer, "total", json_array_get_length (self->instances));
  json_object_set_array_member (answer, "instances", json_array_ref (self->instances));
  json_object_set_int_member (answer, "max_htap_instance_num_of_taurus", self->maximum);

  return answer;
}
