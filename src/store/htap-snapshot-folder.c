/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-snapshot-folder.h"

#include "htap-disk-file.h"
#include "htap-error.h"
#include "htap-profile-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* More than any account has: what lies there beyond is not read at every start. */
#define MAX_FILES 20000

/* A writer that was stopped leaves the file that it had not renamed yet; nobody writes for so long,
 * seconds. */
#define LEFT_OVER_AFTER (60 * 60)

/* Names of a folder, none if it is not there. */
static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && names->len < MAX_FILES &&
         (name = g_dir_read_name (directory)) != NULL)
    g_ptr_array_add (names, g_strdup (name));

  return names;
}

/* No pipe, device or link: whoever put it there, it is not ours. */
static gboolean
is_plain_file (const char *path, GStatBuf *status)
{
  return g_lstat (path, status) == 0 && S_ISREG (status->st_mode);
}

static void
remove_left_over (const char *path, const char *name)
{
  GStatBuf status;

  if (strstr (name, ".json.") != NULL && strstr (name, ".broken-") == NULL &&
      is_plain_file (path, &status) &&
      status.st_mtime < g_get_real_time () / G_USEC_PER_SEC - LEFT_OVER_AFTER)
    g_unlink (path);
}

/**
 * htap_snapshot_folder_get_size:
 * @enough: looks at no more files once it has so many bytes
 *
 * Returns: how many bytes htap_snapshot_folder_read() would read, or at least @enough
 */
gsize
htap_snapshot_folder_get_size (const char *folder, gsize enough)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  gsize size = 0;
  const char *name;

  while (directory != NULL && size < enough && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_suffix (name, ".json") && is_plain_file (path, &status))
        size += (gsize) status.st_size;
    }

  return size;
}

/* Returns: (transfer full) (nullable): %NULL if it is not @profile's snapshot of that name */
static HtapSnapshot *
read_snapshot (const char *path, const char *name, const char *profile)
{
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (HtapSnapshot) snapshot = NULL;
  g_autofree char *its_name = NULL;
  GStatBuf status;

  if (!is_plain_file (path, &status) || status.st_size > HTAP_SNAPSHOT_LIMIT ||
      !htap_disk_file_read (path, &contents, NULL) || contents == NULL)
    return NULL;

  snapshot = htap_snapshot_parse (contents, NULL);
  if (snapshot == NULL)
    return NULL;

  its_name = htap_snapshot_dup_file_name (snapshot);

  return g_strcmp0 (its_name, name) == 0 && g_str_equal (snapshot->profile, profile)
             ? g_steal_pointer (&snapshot)
             : NULL;
}

/**
 * htap_snapshot_folder_read:
 * @profile: uuid of the profile whose folder it is
 * @set_aside: (element-type filename): where the files are now that are no snapshots of @profile
 *
 * Returns: (transfer full) (element-type HtapSnapshot): those in the folder, in no order
 */
GPtrArray *
htap_snapshot_folder_read (const char *folder, const char *profile, GPtrArray *set_aside)
{
  GPtrArray *snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_snapshot_free);
  g_autoptr (GPtrArray) names = list_names (folder);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      g_autofree char *path = g_build_filename (folder, name, NULL);
      HtapSnapshot *snapshot;

      if (!g_str_has_suffix (name, ".json"))
        {
          remove_left_over (path, name);
          continue;
        }

      snapshot = read_snapshot (path, name, profile);
      if (snapshot != NULL)
        g_ptr_array_add (snapshots, snapshot);
      else
        htap_snapshot_folder_set_aside (folder, name, set_aside);
    }

  return snapshots;
}

/**
 * htap_snapshot_folder_set_aside:
 * @name: of a file that is not understood
 * @set_aside: (element-type filename): where it is now is added
 */
void
htap_snapshot_folder_set_aside (const char *folder, const char *name, GPtrArray *set_aside)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  char *copy = htap_disk_file_set_aside (path, now, NULL);

  if (copy != NULL)
    g_ptr_array_add (set_aside, copy);
}

static gboolean
set_not_removed (GError **error, const char *path)
{
  const HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_FILE_NOT_REMOVED,
                                     .subject = (char *) path };

  htap_error_set (error, HTAP_ERROR_STORAGE, &details, "%s", g_strerror (errno));

  return FALSE;
}

/* Returns: how many files are gone; @error is of the first that is not, if any */
static guint
remove_files (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = list_names (folder);
  guint n_removed = 0;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      if (g_unlink (path) == 0 || errno == ENOENT)
        n_removed++;
      else if (error != NULL && *error == NULL)
        set_not_removed (error, path);
    }

  return n_removed;
}

/**
 * htap_snapshot_folder_remove:
 * @error: %HTAP_ERROR_STORAGE, of the first that could not be removed
 *
 * Removes every file in the folder, those that were set aside too, and the folder. A link is
 * removed, never followed.
 *
 * Returns: %FALSE if something could not be removed; the rest is
 */
gboolean
htap_snapshot_folder_remove (const char *folder, GError **error)
{
  g_autoptr (GError) failure = NULL;
  GStatBuf status;

  if (g_lstat (folder, &status) != 0)
    return errno == ENOENT || set_not_removed (error, folder);
  if (!S_ISDIR (status.st_mode))
    return g_unlink (folder) == 0 || set_not_removed (error, folder);

  /* There may be more than are listed at once. */
  while (remove_files (folder, &failure) > 0)
    g_clear_error (&failure);

  if (failure == NULL)
    return g_rmdir (folder) == 0 || errno == ENOENT || set_not_removed (error, folder);

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/**
 * htap_snapshot_folder_clear:
 * @folder: the one that has a folder for each profile
 * @error: %HTAP_ERROR_STORAGE, of the last that could not be removed
 *
 * Removes all of those folders; what else lies there stays.
 *
 * Returns: %FALSE if something could not be removed; the rest is
 */
gboolean
htap_snapshot_folder_clear (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = list_names (folder);
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autoptr (GError) its_failure = NULL;

      if (!htap_profile_file_accepts_uuid (names->pdata[i]) ||
          !g_file_test (path, G_FILE_TEST_IS_DIR) ||
          htap_snapshot_folder_remove (path, &its_failure))
        continue;

      g_clear_error (&failure);
      failure = g_steal_pointer (&its_failure);
    }

  if (failure == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}
