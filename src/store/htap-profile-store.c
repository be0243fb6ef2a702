/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-profile-store.h"

#include "htap-disk-file.h"
#include "htap-error.h"
#include "htap-file-watch.h"
#include "htap-profile-file.h"

#include <string.h>

struct _HtapProfileStore
{
  GObject parent_instance;
  char *path;
  HtapFileWatch *watch;
  GBytes *seen; /* what was in the file that our profiles come from; NULL: no file */
  gboolean seen_unreadable;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapProfileStore, htap_profile_store, G_TYPE_OBJECT)

static gboolean
is_same (GBytes *a, GBytes *b)
{
  return a == b || (a != NULL && b != NULL && g_bytes_equal (a, b));
}

static void
see (HtapProfileStore *self, GBytes *contents, gboolean unreadable)
{
  g_clear_pointer (&self->seen, g_bytes_unref);
  self->seen = contents != NULL ? g_bytes_ref (contents) : NULL;
  self->seen_unreadable = unreadable;
}

/* Returns an empty key file for a file that is not there, and NULL for one that is not
 * understood. */
static GKeyFile *
parse (HtapProfileStore *self, GBytes *contents, GError **error)
{
  const HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_FILE_BROKEN,
                                     .subject = self->path };
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) failure = NULL;
  gsize length = 0;
  const char *text = contents != NULL ? g_bytes_get_data (contents, &length) : NULL;

  if (length == 0)
    return g_steal_pointer (&file);

  /* GKeyFile would end a line there and lose the rest of it when writing. */
  if (memchr (text, '\0', length) != NULL)
    htap_error_set (error, HTAP_ERROR_CONFIG, &details, "The profiles file has a NUL byte");
  else if (g_key_file_load_from_data (file, text, length,
                                      G_KEY_FILE_KEEP_COMMENTS | G_KEY_FILE_KEEP_TRANSLATIONS,
                                      &failure))
    return g_steal_pointer (&file);
  else
    htap_error_set (error, HTAP_ERROR_CONFIG, &details, "Cannot understand the profiles: %s",
                    failure->message);

  return NULL;
}

static void
set_aside (HtapProfileStore *self, GError **problem)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *copy = htap_disk_file_set_aside (self->path, now, NULL);
  const HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_FILE_SET_ASIDE, .subject = copy };

  if (copy == NULL)
    return;

  g_clear_error (problem);
  htap_error_set (problem, HTAP_ERROR_CONFIG, &details, "The broken profiles file was set aside");
  see (self, NULL, FALSE);
}

static void
report_left_out (GPtrArray *left_out, GError **problem)
{
  HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_GROUPS_LEFT_OUT };
  g_autofree char *groups = NULL;

  if (left_out->len == 0)
    return;

  g_ptr_array_add (left_out, NULL);
  details.subject = groups = g_strjoinv (", ", (char **) left_out->pdata);
  htap_error_set (problem, HTAP_ERROR_CONFIG, &details, "Groups of the profiles file left out: %s",
                  groups);
}

static GPtrArray *
read_profiles (HtapProfileStore *self, gboolean may_set_aside, GError **problem)
{
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (GKeyFile) file = NULL;
  g_autoptr (GError) failure = NULL;
  GPtrArray *profiles = NULL;

  if (!htap_disk_file_read (self->path, &contents, &failure))
    {
      see (self, NULL, TRUE);
      g_propagate_error (problem, g_steal_pointer (&failure));
      return NULL;
    }

  see (self, contents, FALSE);
  file = parse (self, contents, &failure);
  if (file != NULL)
    {
      profiles = htap_profile_file_get_profiles (file, left_out);
      report_left_out (left_out, &failure);
    }
  else if (may_set_aside)
    {
      set_aside (self, &failure);
      profiles = g_ptr_array_new_with_free_func (g_object_unref);
    }

  if (failure != NULL)
    g_propagate_error (problem, g_steal_pointer (&failure));

  return profiles;
}

/* What others wrote and we have not told anybody of yet stays unseen. */
static gboolean
write_file (HtapProfileStore *self, GKeyFile *file, GBytes *before, GError **error)
{
  gsize length;
  char *text = g_key_file_to_data (file, &length, NULL);
  g_autoptr (GBytes) after = g_bytes_new_take (text, length);

  if (!htap_disk_file_write (self->path, after, error))
    return FALSE;

  if (!self->seen_unreadable && is_same (before, self->seen))
    see (self, after, FALSE);

  return TRUE;
}

static GKeyFile *
read_file (HtapProfileStore *self, GBytes **contents, GError **error)
{
  return htap_disk_file_read (self->path, contents, error) ? parse (self, *contents, error) : NULL;
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

/* Also after our own writes, which are no news. */
static void
on_watch_touched (gpointer user_data)
{
  HtapProfileStore *self = user_data;
  g_autoptr (GBytes) contents = NULL;
  gboolean unreadable = !htap_disk_file_read (self->path, &contents, NULL);

  if (unreadable != self->seen_unreadable || !is_same (contents, self->seen))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
htap_profile_store_dispose (GObject *object)
{
  HtapProfileStore *self = HTAP_PROFILE_STORE (object);

  g_clear_pointer (&self->watch, htap_file_watch_free);

  G_OBJECT_CLASS (htap_profile_store_parent_class)->dispose (object);
}

static void
htap_profile_store_finalize (GObject *object)
{
  HtapProfileStore *self = HTAP_PROFILE_STORE (object);

  g_clear_pointer (&self->seen, g_bytes_unref);
  g_free (self->path);

  G_OBJECT_CLASS (htap_profile_store_parent_class)->finalize (object);
}

static void
htap_profile_store_class_init (HtapProfileStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_profile_store_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_profile_store_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", HTAP_TYPE_PROFILE_STORE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
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
 * @problem: (out) (optional): what its owner should know, set beside the profiles too.
 *   %HTAP_ERROR_CONFIG: the file was not understood and was set aside, or could not even be that,
 *   or groups of it were left out. %HTAP_ERROR_STORAGE: the file cannot be read, and is left alone
 *
 * Reads the file at the start of the program, synchronously: it is small and local. A file that is
 * not understood gets another name, so that profiles can be saved and nothing is lost.
 *
 * Returns: (transfer full) (element-type HtapProfile) (nullable): the profiles in the order of the
 *   file, new objects with every call; none if there is no file; %NULL if it cannot be read
 */
GPtrArray *
htap_profile_store_load (HtapProfileStore *self, GError **problem)
{
  g_return_val_if_fail (HTAP_IS_PROFILE_STORE (self), NULL);

  return read_profiles (self, TRUE, problem);
}

/**
 * htap_profile_store_reload:
 * @problem: (out) (optional): as with htap_profile_store_load()
 *
 * Reads the file again. One that is not understood stays where it is: somebody is working on it.
 *
 * Returns: (transfer full) (element-type HtapProfile) (nullable): as htap_profile_store_load(), but
 *   also %NULL if the file is not understood
 */
GPtrArray *
htap_profile_store_reload (HtapProfileStore *self, GError **problem)
{
  g_return_val_if_fail (HTAP_IS_PROFILE_STORE (self), NULL);

  return read_profiles (self, FALSE, problem);
}

/**
 * htap_profile_store_watch:
 *
 * From now on `changed` tells when somebody else changed the file after it was last loaded.
 */
void
htap_profile_store_watch (HtapProfileStore *self)
{
  g_return_if_fail (HTAP_IS_PROFILE_STORE (self));

  if (self->watch == NULL)
    self->watch = htap_file_watch_new (self->path, on_watch_touched, self);
}

/**
 * htap_profile_store_save:
 * @profile: takes the place of the saved profile with its uuid, or comes last
 * @error: %HTAP_ERROR_CONFIG if the profile has no name or a reserved one, or if the file is not
 *   understood and therefore not overwritten; %HTAP_ERROR_STORAGE if it cannot be read or written
 *
 * The file is read again first, so what others wrote into it stays.
 *
 * Returns: %FALSE if the file is as it was
 */
gboolean
htap_profile_store_save (HtapProfileStore *self, HtapProfile *profile, GError **error)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (HTAP_IS_PROFILE_STORE (self), FALSE);
  g_return_val_if_fail (HTAP_IS_PROFILE (profile), FALSE);

  if (!check_profile (profile, error))
    return FALSE;

  file = read_file (self, &before, error);
  if (file == NULL)
    return FALSE;

  htap_profile_file_set_profile (file, profile);

  return write_file (self, file, before, error);
}

/**
 * htap_profile_store_remove:
 * @uuid: of the profile; one that is not in the file is as good as removed
 * @error: as with htap_profile_store_save()
 *
 * Removes the profile from the file. Its secrets are #HtapSecretStore's.
 */
gboolean
htap_profile_store_remove (HtapProfileStore *self, const char *uuid, GError **error)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (HTAP_IS_PROFILE_STORE (self), FALSE);
  g_return_val_if_fail (uuid != NULL, FALSE);

  file = read_file (self, &before, error);
  if (file == NULL)
    return FALSE;

  return !htap_profile_file_remove_profile (file, uuid) || write_file (self, file, before, error);
}
