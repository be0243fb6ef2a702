/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * HtapJsonNotes:
 * @deviations: (element-type utf8) (nullable): what was not as documented, bounded; %NULL if
 *   nobody wants to know
 * @texts: keeps texts that were made of numbers and flags
 *
 * What all cursors of one document share.
 */
typedef struct {
  GPtrArray    *deviations;
  GStringChunk *texts;
} HtapJsonNotes;

typedef struct _HtapJsonCursor HtapJsonCursor;

/**
 * HtapJsonCursor:
 * @parent: (nullable): the object that the value is a member of; %NULL for the root
 * @name: (nullable): the name of the member
 * @index: which element of that member, -1 for the member itself
 * @node: the value; never JSON's null
 *
 * A value and the way to it. Lives on the stack of whoever reads it.
 */
struct _HtapJsonCursor {
  const HtapJsonCursor *parent;
  const char           *name;
  int                   index;
  JsonNode             *node;
  HtapJsonNotes        *notes;
};

/**
 * HtapJsonReadFunc:
 * @value: a value
 * @target: what is being filled
 * @member: which member of @target, for a function that reads several
 *
 * Reads @value, of whatever type it is, and notes what is wrong with it.
 */
typedef void (*HtapJsonReadFunc) (const HtapJsonCursor *value, gpointer target, guint member);

/**
 * HtapJsonMember:
 * @name: as the API spells it
 * @undocumented: read, and noted as a deviation
 *
 * One member that an object may have.
 */
typedef struct {
  const char       *name;
  HtapJsonReadFunc  read;
  guint             member;
  gboolean          undocumented;
} HtapJsonMember;

void        htap_json_cursor_read_document (JsonNode             *root,
                                            const HtapJsonMember *members,
                                            guint                 n_members,
                                            gpointer              target,
                                            GPtrArray            *deviations);
void        htap_json_cursor_read_members  (const HtapJsonCursor *self,
                                            const HtapJsonMember *members,
                                            guint                 n_members,
                                            gpointer              target);
void        htap_json_cursor_read_element  (const HtapJsonCursor *self,
                                            guint                 index,
                                            JsonNode             *node,
                                            HtapJsonReadFunc      read,
                                            gpointer              target,
                                            guint                 member);
void        htap_json_cursor_read_elements (const HtapJsonCursor *self,
                                            HtapJsonReadFunc      read,
                                            gpointer              target,
                                            guint                 member);
const char *htap_json_cursor_read_text     (const HtapJsonCursor *self);
gboolean    htap_json_cursor_read_number   (const HtapJsonCursor *self,
                                            gint64               *number);
gboolean    htap_json_cursor_read_count    (const HtapJsonCursor *self,
                                            gint64               *count);
gboolean    htap_json_cursor_read_flag     (const HtapJsonCursor *self,
                                            gboolean             *flag);
void        htap_json_cursor_note          (const HtapJsonCursor *self,
                                            const char           *what);

G_END_DECLS
