/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-project-finder.h"

#include "htap-sharing.h"

struct _HtapProjectFinder
{
  HtapAuthorizer *authorizer; /* owns this */
  GHashTable *known;          /* region → id of its own project */
  HtapSharing *searches;      /* by region */
};

typedef struct
{
  HtapProjectFinder *finder;
  HtapAuthorizer *authorizer; /* keeps the finder */
  char *region;
  GCancellable *operation;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->authorizer);
  g_object_unref (search->operation);
  g_free (search->region);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

typedef struct
{
  HtapProjectFinder *finder;
  char *region;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->region);
  g_free (question);
}

static void
on_project_looked_up (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Search) search = user_data;
  g_autoptr (GError) error = NULL;
  HtapProjectFinder *self = search->finder;
  char *id = g_task_propagate_pointer (G_TASK (result), &error);

  if (id != NULL)
    g_hash_table_insert (self->known, g_strdup (search->region), id);

  htap_sharing_settle (self->searches, search->operation, error);
}

static void
begin_search (HtapSharing *sharing, const char *key, GCancellable *operation, gpointer user_data)
{
  HtapProjectFinder *self = user_data;
  Search *search = g_new0 (Search, 1);

  search->finder = self;
  search->authorizer = g_object_ref (self->authorizer);
  search->region = g_strdup (key);
  search->operation = g_object_ref (operation);
  HTAP_AUTHORIZER_GET_CLASS (self->authorizer)
      ->look_up_project_async (self->authorizer, key, operation, on_project_looked_up, search);
}

static void
on_search_ended (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  Question *question = g_task_get_task_data (task);

  if (htap_sharing_wait_finish (HTAP_SHARING (object), result, &error))
    g_task_return_pointer (
        task, g_strdup (g_hash_table_lookup (question->finder->known, question->region)), g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * htap_project_finder_new:
 * @authorizer: its owner
 *
 * Returns: (transfer full): one that knows no project yet
 */
HtapProjectFinder *
htap_project_finder_new (HtapAuthorizer *authorizer)
{
  HtapProjectFinder *self = g_new0 (HtapProjectFinder, 1);

  self->authorizer = authorizer;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->searches = htap_sharing_new (begin_search, self);

  return self;
}

void
htap_project_finder_free (HtapProjectFinder *self)
{
  g_hash_table_unref (self->known);
  g_object_unref (self->searches);
  g_free (self);
}

/**
 * htap_project_finder_find_async:
 * @region: a region's id
 * @cancellable: (nullable): ends the waiting
 *
 * A #GTask of the authorizer that returns the id of the region's own project.
 */
void
htap_project_finder_find_async (HtapProjectFinder *self,
                                const char *region,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self->authorizer, cancellable, callback, user_data);
  const char *known = g_hash_table_lookup (self->known, region);
  Question *question = g_new0 (Question, 1);

  question->finder = self;
  question->region = g_strdup (region);
  g_task_set_source_tag (task, htap_project_finder_find_async);
  g_task_set_task_data (task, question, question_free);

  if (known != NULL)
    g_task_return_pointer (task, g_strdup (known), g_free);
  else
    htap_sharing_wait_async (self->searches, region, cancellable, on_search_ended,
                             g_object_ref (task));
}
