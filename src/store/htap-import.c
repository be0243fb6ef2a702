/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import.h"

#include "htap-import-csv.h"
#include "htap-import-environment.h"
#include "htap-import-file.h"
#include "htap-import-koocli.h"
#include "htap-import-sdk.h"

#define SDK_FILE_VARIABLE "HUAWEICLOUD_SDK_CREDENTIALS_FILE"

typedef gboolean (*Parser) (HtapImportFile *file, GPtrArray *offers, GError **error);

static gboolean
read_file (const char *path, Parser parse, GPtrArray *offers, GError **error)
{
  g_autoptr (HtapImportFile) file = htap_import_file_read (path, error);

  return file != NULL && parse (file, offers, error);
}

static void
find_in_file (const char *path, Parser parse, GPtrArray *offers, GPtrArray *problems)
{
  GError *error = NULL;

  if (!read_file (path, parse, offers, &error))
    g_ptr_array_add (problems, error);
}

/**
 * htap_import_find:
 * @home: (nullable) (type filename): the folder to look in; %NULL for the user's own
 * @environment: (nullable) (array zero-terminated=1): `NAME=value` strings; %NULL for those of the
 *   process
 * @problems: (out) (optional) (transfer full) (element-type GError): a %HTAP_ERROR_STORAGE for each
 *   file that is there and is of no use
 *
 * Looks for keys that other programs of this cloud use: in the environment, in KooCLI's profiles
 * (`.hcloud/config.json`) and in the SDKs' `.huaweicloud/credentials`, or where
 * `HUAWEICLOUD_SDK_CREDENTIALS_FILE` says it is. Reads two small files, synchronously, and changes
 * nothing.
 *
 * Returns: (transfer full) (element-type HtapImportOffer): what was found, none if nothing
 */
GPtrArray *
htap_import_find (const char *home, const char *const *environment, GPtrArray **problems)
{
  g_auto (GStrv) own = environment == NULL ? g_get_environ () : NULL;
  const char *const *variables = environment != NULL ? environment : (const char *const *) own;
  const char *folder = home != NULL ? home : g_get_home_dir ();
  const char *named = g_environ_getenv ((char **) variables, SDK_FILE_VARIABLE);
  const gboolean is_named = named != NULL && *named != '\0';
  g_autofree char *koocli = g_build_filename (folder, ".hcloud", "config.json", NULL);
  g_autofree char *sdk =
      is_named ? g_strdup (named) : g_build_filename (folder, ".huaweicloud", "credentials", NULL);
  GPtrArray *offers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) failures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  htap_import_environment_find (variables, offers);
  if (g_file_test (koocli, G_FILE_TEST_EXISTS))
    find_in_file (koocli, htap_import_koocli_parse, offers, failures);
  if (is_named || g_file_test (sdk, G_FILE_TEST_EXISTS))
    find_in_file (sdk, htap_import_sdk_parse, offers, failures);

  if (problems != NULL)
    *problems = g_steal_pointer (&failures);

  return offers;
}

/**
 * htap_import_read_csv:
 * @path: (type filename): a file that a person chose or dropped
 * @error: %HTAP_ERROR_STORAGE, its subject the path and its reason one of
 *   `HTAP_ERROR_REASON_IMPORT_…` or none
 *
 * Reads a `credentials.csv`, synchronously: it is small, or refused.
 *
 * Returns: (transfer full) (element-type HtapImportOffer) (nullable): its keys, at least one
 */
GPtrArray *
htap_import_read_csv (const char *path, GError **error)
{
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (path != NULL, NULL);

  return read_file (path, htap_import_csv_parse, offers, error) ? g_steal_pointer (&offers) : NULL;
}
