/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-import-csv.h"

#include "htap-import-key.h"

/* The `credentials.csv` that the console gives once, with a new access key: columns User Name,
 * Access Key Id, Secret Access Key. */

#define MAX_ROWS 100

typedef enum
{
  COLUMN_USER,
  COLUMN_ID,
  COLUMN_SECRET,
  N_COLUMNS,
} Column;

static const char *const titles[N_COLUMNS] = {
  [COLUMN_USER] = "User Name",
  [COLUMN_ID] = "Access Key Id",
  [COLUMN_SECRET] = "Secret Access Key",
};

/* Where the columns are. */
typedef struct
{
  int positions[N_COLUMNS]; /* -1: nowhere */
} Header;

/* Moves @next behind the field that begins there, which is unquoted in place; @ends_row tells
 * whether it was its row's last. Returns: the field. */
static char *
take_field (char **next, gboolean *ends_row)
{
  char *start = *next;
  char *target = start;
  char *c = start;
  gboolean is_quoted = *c == '"';
  char end;

  if (is_quoted)
    c++;
  while (*c != '\0' && (is_quoted || strchr (",\r\n", *c) == NULL))
    {
      if (is_quoted && *c == '"' && *++c != '"')
        is_quoted = FALSE;
      else
        *target++ = *c++;
    }

  end = *c;
  if (end == '\r' && c[1] == '\n')
    c++;
  *next = end != '\0' ? c + 1 : c;
  *target = '\0';
  *ends_row = end != ',';

  return start;
}

static void
read_title (Header *header, char *title, int position)
{
  g_strstrip (title);
  for (guint i = 0; i < N_COLUMNS; i++)
    if (g_ascii_strcasecmp (title, titles[i]) == 0)
      header->positions[i] = position;
}

static void
read_header (Header *header, char **next)
{
  gboolean ends_row = FALSE;

  for (guint i = 0; i < N_COLUMNS; i++)
    header->positions[i] = -1;
  for (int position = 0; !ends_row; position++)
    {
      char *title = take_field (next, &ends_row);

      read_title (header, title, position);
    }
}

static void
read_row (const Header *header, char **next, const char *fields[N_COLUMNS])
{
  gboolean ends_row = FALSE;

  for (int position = 0; !ends_row; position++)
    {
      const char *field = take_field (next, &ends_row);

      for (guint i = 0; i < N_COLUMNS; i++)
        if (header->positions[i] == position)
          fields[i] = field;
    }
}

/**
 * htap_import_csv_parse:
 * @file: the contents of a `credentials.csv`; changed
 * @offers: (element-type HtapImportOffer): takes one offer for each key
 * @error: %HTAP_ERROR_STORAGE with %HTAP_ERROR_REASON_IMPORT_BROKEN if it has other columns, or
 *   %HTAP_ERROR_REASON_IMPORT_NO_KEYS if it has no key
 */
gboolean
htap_import_csv_parse (HtapImportFile *file, GPtrArray *offers, GError **error)
{
  char *next = file->text;
  guint n_found = 0;
  Header header;

  read_header (&header, &next);
  if (header.positions[COLUMN_ID] < 0 || header.positions[COLUMN_SECRET] < 0)
    return htap_import_file_set_error (file, HTAP_ERROR_REASON_IMPORT_BROKEN,
                                       "no columns for an access key", error);

  while (*next != '\0' && n_found < MAX_ROWS)
    {
      const char *fields[N_COLUMNS] = { NULL };
      HtapImportKey key = { NULL };

      read_row (&header, &next, fields);
      key.access_key_id = fields[COLUMN_ID];
      key.secret_key = fields[COLUMN_SECRET];
      if (key.access_key_id == NULL || *key.access_key_id == '\0')
        continue;

      g_ptr_array_add (
          offers, htap_import_key_offer (&key, HTAP_IMPORT_CSV, file->path, fields[COLUMN_USER]));
      n_found++;
    }

  return n_found > 0 || htap_import_file_set_error (file, HTAP_ERROR_REASON_IMPORT_NO_KEYS,
                                                    "no access key", error);
}
