/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-replications.h"

#include "htap-json-cursor.h"
#include "htap-json-parse.h"
#include "htap-pages.h"
#include "htap-replication.h"

/* A task on a page, and what tells it from the others: it has no id. */
typedef struct
{
  HtapReplication *task;
  char *id;
} Listed;

static void
listed_free (gpointer data)
{
  Listed *listed = data;

  g_clear_pointer (&listed->task, htap_replication_unref);
  g_free (listed->id);
  g_free (listed);
}

static void
read_text (const HtapJsonCursor *value, gpointer task, guint member)
{
  htap_replication_set_text (task, member, htap_json_cursor_read_text (value));
}

static void
read_flag (const HtapJsonCursor *value, gpointer task, guint member)
{
  gboolean flag;

  if (htap_json_cursor_read_flag (value, &flag))
    htap_replication_set_flag (task, member, flag);
}

static const char *
get_text (const HtapReplication *task, HtapReplicationText member)
{
  const char *text = htap_replication_get_text (task, member);

  return text != NULL ? text : "";
}

/* No name has a line break. */
static char *
make_id (const HtapReplication *task)
{
  return g_strjoin ("\n", get_text (task, HTAP_REPLICATION_TEXT_TASK_NAME),
                    get_text (task, HTAP_REPLICATION_TEXT_SOURCE_DATABASE),
                    get_text (task, HTAP_REPLICATION_TEXT_TARGET_DATABASE), NULL);
}

static void
read_replication (const HtapJsonCursor *value, gpointer page, guint member)
{
  static const HtapJsonMember members[] = {
    { "source_database", read_text, HTAP_REPLICATION_TEXT_SOURCE_DATABASE },
    { "target_database", read_text, HTAP_REPLICATION_TEXT_TARGET_DATABASE },
    { "task_name", read_text, HTAP_REPLICATION_TEXT_TASK_NAME },
    { "status", read_text, HTAP_REPLICATION_TEXT_STATUS },
    { "stage", read_text, HTAP_REPLICATION_TEXT_STAGE },
    { "percentage", read_text, HTAP_REPLICATION_TEXT_PERCENTAGE },
    { "is_need_repair", read_flag, HTAP_REPLICATION_FLAG_NEEDS_REPAIR },
    { "is_main_task", read_flag, HTAP_REPLICATION_FLAG_IS_MAIN },
  };
  g_autoptr (HtapReplication) task = htap_replication_new ();
  g_autofree char *id = NULL;
  Listed *listed;

  htap_json_cursor_read_members (value, members, G_N_ELEMENTS (members), task);
  id = make_id (task);
  if (g_str_equal (id, "\n\n"))
    return;

  listed = g_new0 (Listed, 1);
  listed->task = g_steal_pointer (&task);
  listed->id = g_steal_pointer (&id);
  g_ptr_array_add (((HtapPage *) page)->items, listed);
}

static void
read_replications (const HtapJsonCursor *value, gpointer page, guint member)
{
  ((HtapPage *) page)->n_listed = json_array_get_length (json_node_get_array (value->node));
  htap_json_cursor_read_elements (value, read_replication, page, 0);
}

static void
read_total (const HtapJsonCursor *value, gpointer page, guint member)
{
  htap_json_cursor_read_count (value, &((HtapPage *) page)->total);
}

/**
 * htap_replications_decode_page:
 * @body: an answer with synchronization tasks of one HTAP instance
 * @error: %HTAP_ERROR_PROTOCOL or %HTAP_ERROR_TOO_LARGE
 *
 * A #HtapPageDecode, whose items are htap_replications_list_async()'s own. What nothing names is
 * left out.
 *
 * Returns: (transfer full) (nullable): the page, %NULL with @error
 */
HtapPage *
htap_replications_decode_page (GBytes *body, GError **error)
{
  static const HtapJsonMember members[] = {
    { "replications", read_replications },
    { "total_count", read_total },
  };
  g_autoptr (JsonNode) root = htap_json_parse_list (body, "replications", error);
  HtapPage *page;

  if (root == NULL)
    return NULL;

  page = htap_page_new (listed_free);
  htap_json_cursor_read_document (root, members, G_N_ELEMENTS (members), page, NULL);

  return page;
}

static const char *
get_id (gconstpointer item)
{
  return ((const Listed *) item)->id;
}

static const HtapPagesKind replication_pages = {
  htap_instance_question_build_replications,
  htap_replications_decode_page,
  get_id,
  listed_free,
};

static void
on_pages_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = htap_pages_finish (HTAP_AUTHORIZER (object), result, NULL, &error);
  GPtrArray *tasks;

  if (found == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_replication_unref);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (tasks, g_steal_pointer (&((Listed *) g_ptr_array_index (found, i))->task));

  g_task_return_pointer (task, tasks, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * htap_replications_list_async:
 * @region: a region's id
 * @project_id: (nullable): a project in it; empty or %NULL: the region's own, which is found first
 * @question: whose tasks; lives until they are read
 * @cancellable: (nullable): answers at once
 *
 * Asks for the synchronization tasks of an HTAP instance, all pages of them.
 */
void
htap_replications_list_async (HtapAuthorizer *authorizer,
                              const char *region,
                              const char *project_id,
                              HtapInstanceQuestion *question,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (authorizer, cancellable, callback, user_data);

  g_task_set_source_tag (task, htap_replications_list_async);
  htap_pages_async (authorizer, region, project_id, &replication_pages, question, cancellable,
                    on_pages_read, g_object_ref (task));
}

/**
 * htap_replications_list_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type HtapReplication): the tasks, each once, in the
 *   order in which they came; %NULL with @error
 */
GPtrArray *
htap_replications_list_finish (HtapAuthorizer *authorizer, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, authorizer), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
