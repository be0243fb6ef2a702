/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-pages.h"

#include "htap-answer-error.h"
#include "htap-exchange.h"

/* What is asked for at most, whatever the answers say. */
#define MAX_PAGES 200
#define MAX_ITEMS (MAX_PAGES * HTAP_PAGE_LIMIT)

/* How often a list is read from its beginning because its length changed meanwhile. */
#define MAX_PASSES 3

typedef struct
{
  char *region;
  char *project_id; /* (nullable) */
  const HtapPagesKind *kind;
  gpointer question;
  SoupMessage *message; /* (nullable): the last one answered */
  GPtrArray *found;     /* of all passes */
  GHashTable *known;    /* ids of those */
  GHashTable *seen;     /* ids of this pass; the texts belong to the items */
  guint offset;
  gint64 total; /* as the last page of this pass said; -1 */
  guint n_pages;
  guint n_passes;
  gboolean is_moving;   /* the list changed in this pass */
  gboolean is_readable; /* every element of this pass could be read */
  gboolean is_cut;      /* there was too much */
} Reading;

static void ask (GTask *task);

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_free (reading->region);
  g_free (reading->project_id);
  g_clear_object (&reading->message);
  g_hash_table_unref (reading->seen);
  g_hash_table_unref (reading->known);
  g_clear_pointer (&reading->found, g_ptr_array_unref);
  g_free (reading);
}

/* Returns: how many of the page's items this pass had not seen before. */
static guint
take_items (Reading *reading, HtapPage *page)
{
  gsize n_items;
  g_autofree gpointer *items = g_ptr_array_steal (page->items, &n_items);
  guint n_new = 0;

  for (gsize i = 0; i < n_items; i++)
    {
      const char *id = reading->kind->get_id (items[i]);
      gpointer known = g_hash_table_lookup (reading->known, id);

      if (known == NULL)
        {
          known = items[i];
          g_hash_table_insert (reading->known, (gpointer) id, known);
          g_ptr_array_add (reading->found, known);
        }
      else
        reading->kind->free_item (items[i]);

      if (g_hash_table_add (reading->seen, (gpointer) reading->kind->get_id (known)))
        n_new++;
    }

  return n_new;
}

/* A list that grows or shrinks while it is read moves under the reader, who may miss something. */
static gboolean
has_moved (const Reading *reading, gint64 total, guint n_items, guint n_new)
{
  if (reading->total >= 0 && total >= 0 && total != reading->total)
    return TRUE;

  return n_new > 0 && n_new < n_items;
}

static void
begin_pass (Reading *reading)
{
  g_hash_table_remove_all (reading->seen);
  reading->offset = 0;
  reading->total = -1;
  reading->is_moving = FALSE;
  reading->is_readable = TRUE;
  reading->n_passes++;
}

/* Returns: whether there is another page to ask for. */
static gboolean
take_page (Reading *reading, HtapPage *page)
{
  guint n_items = page->items->len;
  guint n_new = take_items (reading, page);
  gboolean moved = has_moved (reading, page->total, n_items, n_new);

  reading->n_pages++;
  reading->offset += page->n_listed;
  reading->total = page->total;
  reading->is_moving = reading->is_moving || moved;
  reading->is_readable = reading->is_readable && n_items == page->n_listed;

  if (reading->n_pages >= MAX_PAGES || reading->found->len >= MAX_ITEMS)
    {
      reading->is_cut = TRUE;
      return FALSE;
    }

  if (moved && reading->n_passes < MAX_PASSES)
    {
      begin_pass (reading);
      return TRUE;
    }

  /* A total is believed where it fits: some lists always say 0. */
  return n_new > 0 && reading->offset != page->total &&
         (page->n_listed >= HTAP_PAGE_LIMIT || reading->offset < page->total);
}

static gboolean
is_complete (const Reading *reading)
{
  return !reading->is_cut && !reading->is_moving && reading->is_readable &&
         (gint64) g_hash_table_size (reading->seen) >= reading->total;
}

static void
on_page_decoded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapPage) page = htap_page_decode_finish (result, &error);
  Reading *reading = g_task_get_task_data (task);

  if (page == NULL)
    g_task_return_error (task, htap_answer_error_complete (reading->message, error));
  else if (take_page (reading, page))
    ask (task);
  else
    g_task_return_pointer (task, g_steal_pointer (&reading->found),
                           (GDestroyNotify) g_ptr_array_unref);
}

static void
on_page_answered (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = NULL;
  Reading *reading = g_task_get_task_data (task);

  g_clear_object (&reading->message);
  body = htap_exchange_finish (HTAP_AUTHORIZER (object), result, &reading->message, &error);
  if (body != NULL)
    htap_page_decode_async (reading->kind->decode, body, g_task_get_cancellable (task),
                            on_page_decoded, g_object_ref (task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static SoupMessage *
build (const char *project_id, gpointer user_data, GError **error)
{
  Reading *reading = user_data;

  return reading->kind->build (project_id, reading->offset, reading->question, error);
}

static void
ask (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  htap_exchange_async (g_task_get_source_object (task), reading->region, reading->project_id, build,
                       reading, g_task_get_cancellable (task), on_page_answered,
                       g_object_ref (task));
}

/**
 * htap_pages_async:
 * @region: the region that is asked
 * @project_id: (nullable): as for htap_exchange_async()
 * @kind: which list; static
 * @question: given to its functions; lives until all is read
 * @cancellable: (nullable): answers at once
 *
 * Reads a list to its end: until as many came as there are, or a page brings nothing new, or there
 * are too many pages. When its length changes meanwhile, it is read again from its beginning, a few
 * times, and what any reading had is kept.
 */
void
htap_pages_async (HtapAuthorizer *authorizer,
                  const char *region,
                  const char *project_id,
                  const HtapPagesKind *kind,
                  gpointer question,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (authorizer, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->region = g_strdup (region);
  reading->project_id = g_strdup (project_id);
  reading->kind = kind;
  reading->question = question;
  reading->found = g_ptr_array_new_with_free_func (kind->free_item);
  reading->known = g_hash_table_new (g_str_hash, g_str_equal);
  reading->seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_task_set_source_tag (task, htap_pages_async);
  g_task_set_task_data (task, reading, reading_free);

  begin_pass (reading);
  ask (task);
}

/**
 * htap_pages_finish:
 * @complete: (out) (optional): whether everything that there is was listed and could be read, as
 *   far as the answers tell
 * @error: a #HtapError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the items, each once, in the order in which they came; %NULL
 *   with @error
 */
GPtrArray *
htap_pages_finish (HtapAuthorizer *authorizer,
                   GAsyncResult *result,
                   gboolean *complete,
                   GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, authorizer), NULL);

  if (complete != NULL)
    *complete = is_complete (g_task_get_task_data (G_TASK (result)));

  return g_task_propagate_pointer (G_TASK (result), error);
}
