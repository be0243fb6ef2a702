/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-store.h"

#include "htap-error.h"
#include "htap-profile-file.h"

#include <errno.h>
#include <glib/gstdio.h>

/* As many as the kernel follows. */
#define MAX_SYMLINKS 40

struct _HtapProfileStore
{
  GObject parent_instance;
  char *path;
};

G_DEFINE_FINAL_TYPE (HtapProfileStore, htap_profile_store, G_TYPE_OBJECT)

static void
set_storage_error (GError **error, const char *path, const char *what, const char *reason)
{
  HtapErrorDetails details = { .subject = (char *) path };

  htap_error_set (error, HTAP_ERROR_STORAGE, &details, "%s: %s", what, reason);
}

/* Writing by rename would put a file in the place of a symbolic link, away from where its owner
 * keeps it: this is the file it points to, there or not. */
static char *
resolve_symlinks (const char *path)
{
  char *resolved = g_strdup (path);

  for (guint i = 0; i < MAX_SYMLINKS && g_file_test (resolved, G_FILE_TEST_IS_SYMLINK); i++)
    {
      g_autofree char *link = g_steal_pointer (&resolved);
      g_autofree char *target = g_file_read_link (link, NULL);
      g_autofree char *folder = g_path_get_dirname (link);

      if (target == NULL)
        return g_steal_pointer (&link);
      resolved = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                             : g_build_filename (folder, target, NULL);
    }

  return resolved;
}

/* Returns an empty key file for a file that is not there, and NULL for one that is not
 * understood: that one may not be overwritten, since its owner can still mend it. */
static GKeyFile *
read_file (HtapProfileStore *self, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) failure = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (self->path, &contents, &length, &failure))
    {
      if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&file);

      set_storage_error (error, self->path, "Cannot read the profiles", failure->message);
      return NULL;
    }

  if (!g_key_file_load_from_data (file, contents, length,
                                  G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS,
                                  &failure))
    {
      set_storage_error (error, self->path, "Cannot understand the profiles", failure->message);
      return NULL;
    }

  return g_steal_pointer (&file);
}

static gboolean
write_file (HtapProfileStore *self, GKeyFile *file, GError **error)
{
  g_autofree char *target = resolve_symlinks (self->path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *contents = NULL;
  g_autoptr (GError) failure = NULL;
  gsize length;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_storage_error (error, self->path, "Cannot make the folder of the profiles",
                         g_strerror (errno));
      return FALSE;
    }

  contents = g_key_file_to_data (file, &length, NULL);
  if (!g_file_set_contents_full (target, contents, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &failure))
    {
      set_storage_error (error, self->path, "Cannot write the profiles", failure->message);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_profile (HtapProfile *profile, GError **error)
{
  const char *name = htap_profile_get_name (profile);
  HtapErrorDetails details = { .subject = (char *) name };

  if (*name == '\0')
    htap_error_set (error, HTAP_ERROR_CONFIG, NULL, "A profile needs a name");
  else if (htap_profile_name_is_reserved (name) ||
           htap_profile_get_origin (profile) != HTAP_PROFILE_SAVED)
    htap_error_set (error, HTAP_ERROR_CONFIG, &details, "No saved profile may be called “%s”",
                    name);
  else if (!htap_profile_file_accepts_uuid (htap_profile_get_uuid (profile)))
    {
      details.subject = (char *) htap_profile_get_uuid (profile);
      details.reason = HTAP_ERROR_REASON_BAD_ID;
      htap_error_set (error, HTAP_ERROR_CONFIG, &details, "Not the uuid of a profile");
    }
  else
    return TRUE;

  return FALSE;
}

static void
htap_profile_store_finalize (GObject *object)
{
  HtapProfileStore *self = HTAP_PROFILE_STORE (object);

  g_free (self->path);

  G_OBJECT_CLASS (htap_profile_store_parent_class)->finalize (object);
}

static void
htap_profile_store_class_init (HtapProfileStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_profile_store_finalize;
}

static void
htap_profile_store_init (HtapProfileStore *self)
{
}

/**
 * htap_profile_store_new:
 * @path: (nullable): the profiles file; %NULL for `htap-inventory/profiles.ini` in the user's
 *   configuration folder. It need not be there.
 *
 * Nothing is read or written before one of the other functions is called.
 *
 * Returns: (transfer full): a new store
 */
HtapProfileStore *
htap_profile_store_new (const char *path)
{
  HtapProfileStore *self = g_object_new (HTAP_TYPE_PROFILE_STORE, NULL);

  self->path = path != NULL ? g_strdup (path)
                            : g_build_filename (g_get_user_config_dir (), "htap-inventory",
                                                "profiles.ini", NULL);

  return self;
}

const char *
htap_profile_store_get_path (HtapProfileStore *self)
{
  g_return_val_if_fail (HTAP_IS_PROFILE_STORE (self), NULL);

  return self->path;
}

/**
 * htap_profile_store_load:
 * @error: %HTAP_ERROR_STORAGE if the file is there but cannot be read or understood
 *
 * Reads the file, synchronously: it is small and local.
 *
 * Returns: (transfer full) (element-type HtapProfile) (nullable): the profiles in the order of the
 *   file, new objects with every call; none if there is no file; %NULL with @error set
 */
GPtrArray *
htap_profile_store_load (HtapProfileStore *self, GError **error)
{
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (HTAP_IS_PROFILE_STORE (self), NULL);

  file = read_file (self, error);

  return file != NULL ? htap_profile_file_get_profiles (file) : NULL;
}

/**
 * htap_profile_store_save:
 * @profile: takes the place of the saved profile with its uuid, or comes last
 * @error: %HTAP_ERROR_CONFIG if the profile has no name or a reserved one, %HTAP_ERROR_STORAGE if
 *   the file cannot be written, or cannot be understood and therefore is not overwritten
 *
 * The file is read again first, so what other programs wrote into it stays.
 */
gboolean
htap_profile_store_save (HtapProfileStore *self, HtapProfile *profile, GError **error)
{
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (HTAP_IS_PROFILE_STORE (self), FALSE);
  g_return_val_if_fail (HTAP_IS_PROFILE (profile), FALSE);

  if (!check_profile (profile, error))
    return FALSE;

  file = read_file (self, error);
  if (file == NULL)
    return FALSE;

  htap_profile_file_set_profile (file, profile);

  return write_file (self, file, error);
}

/**
 * htap_profile_store_remove:
 * @uuid: of the profile; one that is not in the file is as good as removed
 * @error: %HTAP_ERROR_STORAGE, as with htap_profile_store_save()
 *
 * Removes the profile from the file. Its secrets are #HtapSecretStore's.
 */
gboolean
htap_profile_store_remove (HtapProfileStore *self, const char *uuid, GError **error)
{
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (HTAP_IS_PROFILE_STORE (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  file = read_file (self, error);
  if (file == NULL)
    return FALSE;

  return !htap_profile_file_remove_profile (file, uuid) || write_file (self, file, error);
}
