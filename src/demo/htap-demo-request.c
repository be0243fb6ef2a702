/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-demo-request.h"

#include "htap-demo-projects.h"

#define MAXIMUM_LIMIT 100

static gboolean
may_enter (HtapDemoRequest *self, const char *project_id)
{
  JsonArray *projects = htap_demo_data_get_projects (self->data);

  return htap_demo_user_may_enter (self->caller.user,
                                   htap_demo_projects_find (projects, "id", project_id));
}

/* Leaves @value as it is if the request does not have the parameter. */
static gboolean
read_parameter (HtapDemoRequest *self, const char *name, guint minimum, guint maximum, guint *value)
{
  const char *text = self->query != NULL ? g_hash_table_lookup (self->query, name) : NULL;
  guint64 number;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, minimum, maximum, &number, NULL))
    return FALSE;

  *value = (guint) number;

  return TRUE;
}

/**
 * htap_demo_request_is_id:
 * @suffix: how such ids end; may be empty
 *
 * Returns: whether @text is a well-formed id
 */
gboolean
htap_demo_request_is_id (const char *text, gsize length, const char *suffix)
{
  for (const char *character = text; *character != '\0'; character++)
    if (!g_ascii_isalnum (*character))
      return FALSE;

  return strlen (text) == length && g_str_has_suffix (text, suffix);
}

/**
 * htap_demo_request_check_project:
 * @action: what the user must be allowed to do
 *
 * Returns: (transfer full) (nullable): why this project cannot be asked about
 */
HtapDemoAnswer *
htap_demo_request_check_project (HtapDemoRequest *self, const char *action)
{
  const HtapDemoUser *user = self->caller.user;
  const char *project_id = self->variables[0];

  if (!htap_demo_request_is_id (project_id, 32, ""))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_ID, self->language);
  if (!may_enter (self, project_id))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_DENIED, self->language);
  if (user != NULL && user->trouble == HTAP_DEMO_TROUBLE_NO_PERMISSION)
    return htap_demo_error_answer_about (HTAP_DEMO_ERROR_NOT_ALLOWED, action);

  return NULL;
}

/**
 * htap_demo_request_find_taurus:
 * @entry: (out): the TaurusDB instance that stands second in the path
 *
 * Returns: (transfer full) (nullable): why nothing can be said of its HTAP instances
 */
HtapDemoAnswer *
htap_demo_request_find_taurus (HtapDemoRequest *self, HtapDemoEntry **entry)
{
  const char *taurus_id = self->variables[1];
  HtapDemoAnswer *refusal;

  if (!htap_demo_request_is_id (taurus_id, 36, "in07"))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_ID, self->language);

  refusal = htap_demo_request_check_project (self, "gaussdb:htapInstance:list");
  if (refusal != NULL)
    return refusal;

  *entry = htap_demo_data_find_taurus (self->data, taurus_id);
  if (*entry == NULL || !g_str_equal ((*entry)->key.project_id, self->variables[0]))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_GONE, self->language);
  if ((*entry)->is_denied)
    return htap_demo_error_answer (HTAP_DEMO_ERROR_DENIED, self->language);

  return NULL;
}

/**
 * htap_demo_request_read_page:
 * @action: what the user must be allowed to do
 * @offset: (out): how many to leave out
 * @limit: (out): how many to list at most
 *
 * Reads which part of a list is asked for.
 *
 * Returns: (transfer full) (nullable): why it cannot be
 */
HtapDemoAnswer *
htap_demo_request_read_page (HtapDemoRequest *self, const char *action, guint *offset, guint *limit)
{
  HtapDemoAnswer *refusal = htap_demo_request_check_project (self, action);

  *offset = 0;
  *limit = MAXIMUM_LIMIT;
  if (refusal != NULL)
    return refusal;
  if (!read_parameter (self, "limit", 1, MAXIMUM_LIMIT, limit))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_LIMIT, self->language);
  if (!read_parameter (self, "offset", 0, G_MAXINT, offset))
    return htap_demo_error_answer (HTAP_DEMO_ERROR_PARAMETER, self->language);

  return NULL;
}
