/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-sign-in-body.h"

#include "htap-credentials.h"
#include "htap-error.h"

#include <string.h>

/* One character of a JSON string takes at most so many bytes: \u001f. */
#define MAX_ESCAPED 6

/* What the text around the strings takes at most, bytes. */
#define MAX_FRAME 512

static void
append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '"' || *c == '\\')
      g_string_append_printf (json, "\\%c", *c);
    else if ((guchar) *c < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) (guchar) *c);
    else
      g_string_append_c (json, *c);
  g_string_append_c (json, '"');
}

static void
append_scope (GString *json, const char *account, const char *project_name, const char *project_id)
{
  g_string_append (json, ",\"scope\":{");
  if (project_id != NULL)
    g_string_append (json, "\"project\":{\"id\":");
  else if (project_name != NULL)
    g_string_append (json, "\"project\":{\"name\":");
  else
    g_string_append (json, "\"domain\":{\"name\":");

  append_string (json, project_id != NULL     ? project_id
                       : project_name != NULL ? project_name
                                              : account);
  g_string_append (json, "}}");
}

static gboolean
check (const char *account, const char *user, const char *password, GError **error)
{
  HtapErrorDetails details = { .reason = HTAP_ERROR_REASON_NO_CREDENTIALS };

  if (account == NULL || user == NULL || *password == '\0')
    {
      htap_error_set (error, HTAP_ERROR_AUTH, &details,
                      "The profile lacks the account, the user or the password");
      return FALSE;
    }

  if (!g_utf8_validate (password, -1, NULL))
    {
      details.reason = HTAP_ERROR_REASON_WRONG_PASSWORD;
      htap_error_set (error, HTAP_ERROR_AUTH, &details, "The password is no text");
      return FALSE;
    }

  return TRUE;
}

/**
 * htap_sign_in_body_new:
 * @profile: says account and IAM user
 * @password: the IAM user's password
 * @project_name: (nullable): the project the token is for, unless @project_id says it; without
 *   both, the token is for the whole account
 * @project_id: (nullable): the project the token is for
 * @error: %HTAP_ERROR_AUTH if something is missing
 *
 * What is sent to get a token. It is written by hand so that no copy of the password stays behind
 * in memory: the text never grows beyond what was set aside for it, and is wiped when freed.
 *
 * Returns: (transfer full) (nullable): JSON, %NULL with @error
 */
GBytes *
htap_sign_in_body_new (HtapProfile *profile,
                       const char *password,
                       const char *project_name,
                       const char *project_id,
                       GError **error)
{
  const char *account = htap_profile_get_account (profile);
  const char *user = htap_profile_get_user (profile);
  const char *scope = project_id != NULL ? project_id : project_name;
  gsize length, most;
  GString *json;
  char *text;

  if (!check (account, user, password, error))
    return NULL;

  most = strlen (password) + strlen (user) + 2 * strlen (account) +
         (scope != NULL ? strlen (scope) : 0);
  json = g_string_sized_new (MAX_FRAME + MAX_ESCAPED * most);
  g_string_append (json, "{\"auth\":{\"identity\":{\"methods\":[\"password\"],"
                         "\"password\":{\"user\":{\"name\":");
  append_string (json, user);
  g_string_append (json, ",\"password\":");
  append_string (json, password);
  g_string_append (json, ",\"domain\":{\"name\":");
  append_string (json, account);
  g_string_append (json, "}}}}");
  append_scope (json, account, project_name, project_id);
  g_string_append (json, "}}");

  length = json->len;
  text = g_string_free (json, FALSE);

  return g_bytes_new_with_free_func (text, length, (GDestroyNotify) htap_secret_free, text);
}
