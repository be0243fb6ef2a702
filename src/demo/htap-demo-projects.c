/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-projects.h"

#include "htap-demo-json.h"
#include "htap-demo-user.h"

#define IAM "https://iam.myhuaweicloud.com/v3"

static JsonObject *
make_links (const char *address)
{
  JsonObject *links = json_object_new ();

  json_object_set_string_member (links, "self", address);

  return links;
}

/* One project as IAM shows it. */
static JsonObject *
make_project (const char *id, const char *name, const char *parent_id, gboolean is_enabled)
{
  JsonObject *project = json_object_new ();
  g_autofree char *address = g_strconcat (IAM "/projects/", id, NULL);

  json_object_set_boolean_member (project, "is_domain", FALSE);
  json_object_set_string_member (project, "description", "");
  json_object_set_object_member (project, "links", make_links (address));
  json_object_set_boolean_member (project, "enabled", is_enabled);
  json_object_set_string_member (project, "id", id);
  json_object_set_string_member (project, "parent_id", parent_id);
  json_object_set_string_member (project, "domain_id", HTAP_DEMO_ACCOUNT_ID);
  json_object_set_string_member (project, "name", name);

  return project;
}

/**
 * htap_demo_projects_new:
 * @with_instances: (transfer none): objects with `region` and `project_id`
 * @others: (transfer none): objects with `id` and `name`, and maybe `parent_id` and `enabled`
 *
 * Returns: (transfer full): every project of the account, as IAM shows it
 */
JsonArray *
htap_demo_projects_new (JsonArray *with_instances, JsonArray *others)
{
  JsonArray *projects = json_array_new ();

  for (guint i = 0; i < json_array_get_length (with_instances); i++)
    {
      JsonObject *object = json_array_get_object_element (with_instances, i);

      json_array_add_object_element (projects,
                                     make_project (htap_demo_json_text (object, "project_id"),
                                                   htap_demo_json_text (object, "region"),
                                                   HTAP_DEMO_ACCOUNT_ID, TRUE));
    }

  for (guint i = 0; i < json_array_get_length (others); i++)
    {
      JsonObject *object = json_array_get_object_element (others, i);

      json_array_add_object_element (
          projects,
          make_project (htap_demo_json_text (object, "id"), htap_demo_json_text (object, "name"),
                        json_object_get_string_member_with_default (object, "parent_id",
                                                                    HTAP_DEMO_ACCOUNT_ID),
                        json_object_get_boolean_member_with_default (object, "enabled", TRUE)));
    }

  return projects;
}

/**
 * htap_demo_projects_find:
 * @member: `id` or `name`
 *
 * Returns: (transfer none) (nullable): the project, enabled or not, whose @member is @text
 */
JsonObject *
htap_demo_projects_find (JsonArray *projects, const char *member, const char *text)
{
  for (guint i = 0; i < json_array_get_length (projects); i++)
    {
      JsonObject *project = json_array_get_object_element (projects, i);

      if (g_strcmp0 (htap_demo_json_text (project, member), text) == 0)
        return project;
    }

  return NULL;
}

/**
 * htap_demo_projects_to_json:
 * @name: (nullable): the one project to list; %NULL for all
 * @address: path and query of the list
 *
 * Returns: (transfer full): the list as IAM answers it
 */
JsonObject *
htap_demo_projects_to_json (JsonArray *projects, const char *name, const char *address)
{
  JsonObject *object = json_object_new ();
  JsonArray *list = json_array_new ();
  g_autofree char *self = g_strconcat ("https://iam.myhuaweicloud.com", address, NULL);
  JsonObject *links = make_links (self);

  for (guint i = 0; i < json_array_get_length (projects); i++)
    {
      JsonObject *project = json_array_get_object_element (projects, i);

      if (name == NULL || g_strcmp0 (htap_demo_json_text (project, "name"), name) == 0)
        json_array_add_object_element (list, json_object_ref (project));
    }

  json_object_set_null_member (links, "previous");
  json_object_set_null_member (links, "next");
  json_object_set_object_member (object, "links", links);
  json_object_set_array_member (object, "projects", list);

  return object;
}
