/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-enterprise-projects.h"

#include "htap-endpoint.h"
#include "htap-error.h"
#include "htap-json-cursor.h"
#include "htap-json-parse.h"
#include "htap-pages.h"
#include "htap-request.h"

/* An enterprise project on a page. */
typedef struct
{
  char *id;
  char *name;
} Named;

typedef struct
{
  GUri *endpoint;
  char *language;
} Question;

static void
named_free (gpointer data)
{
  Named *named = data;

  g_free (named->id);
  g_free (named->name);
  g_free (named);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_uri_unref (question->endpoint);
  g_free (question->language);
  g_free (question);
}

static void
read_text_at (const HtapJsonCursor *value, gpointer named, guint member)
{
  g_free (G_STRUCT_MEMBER (char *, named, member));
  G_STRUCT_MEMBER (char *, named, member) = g_strdup (htap_json_cursor_read_text (value));
}

static gboolean
says_something (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
read_project (const HtapJsonCursor *value, gpointer page, guint member)
{
  static const HtapJsonMember members[] = {
    { "id", read_text_at, G_STRUCT_OFFSET (Named, id) },
    { "name", read_text_at, G_STRUCT_OFFSET (Named, name) },
  };
  Named *named = g_new0 (Named, 1);

  htap_json_cursor_read_members (value, members, G_N_ELEMENTS (members), named);
  if (says_something (named->id) && says_something (named->name))
    g_ptr_array_add (((HtapPage *) page)->items, named);
  else
    named_free (named);
}

static void
read_projects (const HtapJsonCursor *value, gpointer page, guint member)
{
  ((HtapPage *) page)->n_listed = json_array_get_length (json_node_get_array (value->node));
  htap_json_cursor_read_elements (value, read_project, page, 0);
}

static void
read_total (const HtapJsonCursor *value, gpointer page, guint member)
{
  htap_json_cursor_read_count (value, &((HtapPage *) page)->total);
}

/**
 * htap_enterprise_projects_decode_page:
 * @body: an answer of "Querying Enterprise Projects"
 * @error: %HTAP_ERROR_PROTOCOL or %HTAP_ERROR_TOO_LARGE
 *
 * A #HtapPageDecode. Whoever has no id or no name is left out.
 *
 * Returns: (transfer full) (nullable): the page, %NULL with @error
 */
HtapPage *
htap_enterprise_projects_decode_page (GBytes *body, GError **error)
{
  static const HtapJsonMember members[] = {
    { "enterprise_projects", read_projects },
    { "total_count", read_total },
  };
  g_autoptr (JsonNode) root = htap_json_parse_list (body, "enterprise_projects", error);
  HtapPage *page;

  if (root == NULL)
    return NULL;

  page = htap_page_new (named_free);
  htap_json_cursor_read_document (root, members, G_N_ELEMENTS (members), page, NULL);

  return page;
}

static SoupMessage *
build (const char *project_id, guint offset, gpointer user_data, GError **error)
{
  const Question *question = user_data;

  return htap_request_new_enterprise_projects (question->endpoint, project_id, offset,
                                               question->language, error);
}

static const char *
get_id (gconstpointer item)
{
  return ((const Named *) item)->id;
}

static const HtapPagesKind enterprise_project_pages = {
  build,
  htap_enterprise_projects_decode_page,
  get_id,
  named_free,
};

/* Whoever may list instances need not be allowed this, nor need a region have it. */
static gboolean
is_not_to_be_had (const GError *error)
{
  return g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN) ||
         htap_error_get_details (error)->http_status == SOUP_STATUS_NOT_FOUND;
}

static void
on_pages_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = htap_pages_finish (HTAP_AUTHORIZER (object), result, NULL, &error);
  GHashTable *names;

  if (found == NULL && !is_not_to_be_had (error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      Named *named = g_ptr_array_index (found, i);

      g_hash_table_insert (names, g_steal_pointer (&named->id), g_steal_pointer (&named->name));
    }

  g_task_return_pointer (task, names, (GDestroyNotify) g_hash_table_unref);
}

/**
 * htap_enterprise_projects_list_async:
 * @region: a region's id
 * @project_id: (nullable): a project in it; empty or %NULL: the region's own, which is found first
 * @language: `en-us` or `zh-cn`
 * @cancellable: (nullable): answers at once
 *
 * Asks for the names of the account's enterprise projects.
 */
void
htap_enterprise_projects_list_async (HtapAuthorizer *authorizer,
                                     const char *region,
                                     const char *project_id,
                                     const char *language,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (authorizer, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  GUri *endpoint = htap_endpoint_resolve (htap_authorizer_get_profile (authorizer), region, &error);
  Question *question;

  g_task_set_source_tag (task, htap_enterprise_projects_list_async);
  if (endpoint == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  question = g_new0 (Question, 1);
  question->endpoint = endpoint;
  question->language = g_strdup (language);
  g_task_set_task_data (task, question, question_free);
  htap_pages_async (authorizer, region, project_id, &enterprise_project_pages, question,
                    cancellable, on_pages_read, g_object_ref (task));
}

/**
 * htap_enterprise_projects_list_finish:
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): an enterprise project's id → its
 *   name; empty if the user may not read them. %NULL with @error
 */
GHashTable *
htap_enterprise_projects_list_finish (HtapAuthorizer *authorizer,
                                      GAsyncResult *result,
                                      GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, authorizer), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
