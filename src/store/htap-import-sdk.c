/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-sdk.h"

#include "htap-import-key.h"

/* The SDKs' `credentials`: an INI file whose group `basic` has the credentials of a project, `ak`,
 * `sk`, `project_id`, `security_token` and `iam_endpoint`. Their group `global` is for services
 * without projects. GKeyFile would keep copies of the secrets. */

#define GROUP "[basic]"
/* The file has no name for it; this is that of its folder. */
#define NAME "huaweicloud"

static void
read_line (char *line, HtapImportKey *key)
{
  const struct
  {
    const char *name;
    const char **value;
  } members[] = {
    { "ak", &key->access_key_id },          { "sk", &key->secret_key },
    { "project_id", &key->project_id },     { "security_token", &key->security_token },
    { "iam_endpoint", &key->iam_endpoint },
  };
  char *separator = strchr (line, '=');

  if (separator == NULL)
    return;

  *separator = '\0';
  g_strstrip (line);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].name, line))
      *members[i].value = g_strstrip (separator + 1);
}

/* Cuts the line at @line off. Returns: (nullable): the next one. */
static char *
cut_line (char *line)
{
  char *end = line + strcspn (line, "\r\n");
  char *next = *end != '\0' ? end + 1 : NULL;

  *end = '\0';

  return next;
}

/**
 * htap_import_sdk_parse:
 * @file: the contents of `~/.huaweicloud/credentials`; changed
 * @offers: (element-type HtapImportOffer): takes the offer
 * @error: %HTAP_ERROR_STORAGE with %HTAP_ERROR_REASON_IMPORT_NO_KEYS if there is no such key in it
 */
gboolean
htap_import_sdk_parse (HtapImportFile *file, GPtrArray *offers, GError **error)
{
  HtapImportKey key = { NULL };
  gboolean is_in_group = FALSE;
  char *next;

  for (char *line = file->text; line != NULL; line = next)
    {
      next = cut_line (line);
      g_strstrip (line);

      if (*line == '[')
        is_in_group = g_str_equal (line, GROUP);
      else if (is_in_group && *line != '#' && *line != ';')
        read_line (line, &key);
    }

  if (key.access_key_id == NULL || *key.access_key_id == '\0')
    return htap_import_file_set_error (file, HTAP_ERROR_REASON_IMPORT_NO_KEYS,
                                       "no access key in the group basic", error);

  g_ptr_array_add (offers, htap_import_key_offer (&key, HTAP_IMPORT_SDK, file->path, NAME));

  return TRUE;
}
