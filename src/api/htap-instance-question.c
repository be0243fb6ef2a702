/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-question.h"

#include "htap-endpoint.h"
#include "htap-page.h"
#include "htap-request.h"

#include <string.h>

/* What the paths of an engine are called. */
typedef struct
{
  const char *detail;
  const char *nodes;
  const char *replications;
} Engine;

struct _HtapInstanceQuestion
{
  GUri *endpoint;
  char *taurus_id;
  char *htap_id;
  char *language;
  const Engine *engine;
};

static const Engine star_rocks = { "starrocks", "starrocks/nodes",
                                   "starrocks/databases/replication" };
static const Engine click_house = { "clickhouse", "clickhouse/nodes", "clickhouse/replication" };

/* An engine that nobody knows yet may answer as the first one does, or be refused. */
static const Engine *
find_engine (const char *name)
{
  return name != NULL && g_ascii_strncasecmp (name, "click", strlen ("click")) == 0 ? &click_house
                                                                                    : &star_rocks;
}

/**
 * htap_instance_question_new:
 * @source: whose HTAP instance it is
 * @htap_id: (nullable): as an answer had it, which need not be an id
 * @engine_name: (nullable): as the list has it
 * @language: `en-us` or `zh-cn`
 * @error: as htap_request_check_id() or htap_endpoint_resolve()
 *
 * Returns: (transfer full) (nullable): the question, %NULL with @error
 */
HtapInstanceQuestion *
htap_instance_question_new (HtapSource *source,
                            const char *htap_id,
                            const char *engine_name,
                            const char *language,
                            GError **error)
{
  HtapInstanceQuestion *self;
  GUri *endpoint;

  if (!htap_request_check_id (HTAP_ID_TAURUS, htap_source_get_taurus_id (source), error) ||
      !htap_request_check_id (HTAP_ID_HTAP, htap_id, error))
    return NULL;

  endpoint = htap_endpoint_resolve (htap_source_get_profile (source),
                                    htap_source_get_region (source), error);
  if (endpoint == NULL)
    return NULL;

  self = g_new0 (HtapInstanceQuestion, 1);
  self->endpoint = endpoint;
  self->taurus_id = g_strdup (htap_source_get_taurus_id (source));
  self->htap_id = g_strdup (htap_id);
  self->language = g_strdup (language);
  self->engine = find_engine (engine_name);

  return self;
}

void
htap_instance_question_free (HtapInstanceQuestion *self)
{
  g_uri_unref (self->endpoint);
  g_free (self->taurus_id);
  g_free (self->htap_id);
  g_free (self->language);
  g_free (self);
}

SoupMessage *
htap_instance_question_build_detail (const char *project_id, gpointer user_data, GError **error)
{
  HtapInstanceQuestion *self = user_data;
  g_autofree char *path = NULL;

  if (!htap_request_check_id (HTAP_ID_PROJECT, project_id, error))
    return NULL;

  path = g_strdup_printf ("/v3/%s/instances/%s/%s/%s", project_id, self->taurus_id,
                          self->engine->detail, self->htap_id);

  return htap_request_new_get (self->endpoint, path, NULL, self->language);
}

/* What is asked of the HTAP instance itself, not of the TaurusDB instance it belongs to. */
static SoupMessage *
build_part (HtapInstanceQuestion *self,
            const char *project_id,
            const char *part,
            const char *query,
            GError **error)
{
  g_autofree char *path = NULL;

  if (!htap_request_check_id (HTAP_ID_PROJECT, project_id, error))
    return NULL;

  path = g_strdup_printf ("/v3/%s/instances/%s/%s", project_id, self->htap_id, part);

  return htap_request_new_get (self->endpoint, path, query, self->language);
}

SoupMessage *
htap_instance_question_build_nodes (const char *project_id, gpointer user_data, GError **error)
{
  HtapInstanceQuestion *self = user_data;

  return build_part (self, project_id, self->engine->nodes, NULL, error);
}

SoupMessage *
htap_instance_question_build_replications (const char *project_id,
                                           guint offset,
                                           gpointer user_data,
                                           GError **error)
{
  HtapInstanceQuestion *self = user_data;
  g_autofree char *query = g_strdup_printf ("limit=%u&offset=%u", HTAP_PAGE_LIMIT, offset);

  return build_part (self, project_id, self->engine->replications, query, error);
}
