/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-taurus-decoder.h"

#include "htap-id.h"
#include "htap-json-list.h"
#include "htap-taurus.h"

#include <string.h>

typedef struct
{
  HtapPage *page;
  HtapJsonList *list;
  GHashTable *ids; /* of the page's items */
} Decoding;

static void
read_text (const HtapJsonCursor *value, gpointer taurus, guint member)
{
  htap_taurus_set_text (taurus, member, htap_json_cursor_read_text (value));
}

static void
read_number (const HtapJsonCursor *value, gpointer taurus, guint member)
{
  gint64 number;

  if (htap_json_cursor_read_number (value, &number))
    htap_taurus_set_number (taurus, member, number);
}

/* `2022-07-14T16:26:58+0800`; empty while it is created; and the published example has
 * `2018-08-20T02:33:49_0800`. */
static void
read_time (const HtapJsonCursor *value, gpointer taurus, guint member)
{
  const char *written;
  g_autofree char *text = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = NULL;

  if (JSON_NODE_HOLDS_VALUE (value->node) && json_node_get_value_type (value->node) == G_TYPE_INT64)
    {
      read_number (value, taurus, member);
      return;
    }

  written = htap_json_cursor_read_text (value);
  if (written == NULL)
    return;

  text = g_strdelimit (g_strdup (written), "_", '+');
  time = g_date_time_new_from_iso8601 (text, utc);
  if (time != NULL)
    htap_taurus_set_number (taurus, member, g_date_time_to_unix (time) * 1000);
  else if (*text != '\0')
    htap_json_cursor_note (value, "no time, left out");
}

static void
read_datastore (const HtapJsonCursor *value, gpointer taurus, guint member)
{
  static const HtapJsonMember members[] = {
    { "type", read_text, HTAP_TAURUS_TEXT_ENGINE_TYPE },
    { "version", read_text, HTAP_TAURUS_TEXT_ENGINE_VERSION },
    { "kernel_version", read_text, HTAP_TAURUS_TEXT_KERNEL_VERSION },
  };

  htap_json_cursor_read_members (value, members, G_N_ELEMENTS (members), taurus);
}

/* One address, or several with commas between them, as other pages of the API have it. */
static void
read_ip (const HtapJsonCursor *value, gpointer taurus, guint list)
{
  const char *text = htap_json_cursor_read_text (value);
  g_auto (GStrv) addresses = text != NULL ? g_strsplit (text, ",", -1) : NULL;

  for (guint i = 0; addresses != NULL && addresses[i] != NULL; i++)
    htap_taurus_add_ip (taurus, list, g_strstrip (addresses[i]));
}

static void
read_ips (const HtapJsonCursor *value, gpointer taurus, guint list)
{
  htap_json_cursor_read_elements (value, read_ip, taurus, list);
}

static void
read_text_at (const HtapJsonCursor *value, gpointer structure, guint member)
{
  G_STRUCT_MEMBER (const char *, structure, member) = htap_json_cursor_read_text (value);
}

static void
read_tag (const HtapJsonCursor *value, gpointer taurus, guint member)
{
  static const HtapJsonMember members[] = {
    { "key", read_text_at, G_STRUCT_OFFSET (HtapTag, key) },
    { "value", read_text_at, G_STRUCT_OFFSET (HtapTag, value) },
  };
  HtapTag tag = { NULL };

  htap_json_cursor_read_members (value, members, G_N_ELEMENTS (members), &tag);
  htap_taurus_add_tag (taurus, tag.key, tag.value);
}

static void
read_tags (const HtapJsonCursor *value, gpointer taurus, guint member)
{
  htap_json_cursor_read_elements (value, read_tag, taurus, 0);
}

/* Table "instances" of the pages "Querying DB Instances" of v3.1 and v3, as far as it is shown. */
static const HtapJsonMember taurus_members[] = {
  { "id", read_text, HTAP_TAURUS_TEXT_ID },
  { "name", read_text, HTAP_TAURUS_TEXT_NAME },
  { "status", read_text, HTAP_TAURUS_TEXT_STATUS },
  { "type", read_text, HTAP_TAURUS_TEXT_TYPE },
  { "region", read_text, HTAP_TAURUS_TEXT_REGION },
  { "datastore", read_datastore },
  { "private_ips", read_ips, HTAP_TAURUS_IPS_PRIVATE },
  { "readonly_private_ips", read_ips, HTAP_TAURUS_IPS_READONLY },
  { "proxy_ips", read_ips, HTAP_TAURUS_IPS_PROXY },
  { "public_ips", read_ips, HTAP_TAURUS_IPS_PUBLIC },
  { "port", read_number, HTAP_TAURUS_NUMBER_PORT },
  { "node_count", read_number, HTAP_TAURUS_NUMBER_NODE_COUNT },
  { "created", read_time, HTAP_TAURUS_NUMBER_CREATED },
  { "updated", read_time, HTAP_TAURUS_NUMBER_UPDATED },
  { "vpc_id", read_text, HTAP_TAURUS_TEXT_VPC_ID },
  { "subnet_id", read_text, HTAP_TAURUS_TEXT_SUBNET_ID },
  { "security_group_id", read_text, HTAP_TAURUS_TEXT_SECURITY_GROUP_ID },
  { "flavor_ref", read_text, HTAP_TAURUS_TEXT_FLAVOR_REF },
  { "enterprise_project_id", read_text, HTAP_TAURUS_TEXT_ENTERPRISE_PROJECT_ID },
  { "dedicated_resource_id", read_text, HTAP_TAURUS_TEXT_DEDICATED_RESOURCE_ID },
  { "tags", read_tags },
};

/* What cannot become part of a path cannot be asked about. */
static gboolean
is_usable (const char *id)
{
  HtapIdVerdict verdict = htap_id_check (HTAP_ID_TAURUS, id);

  return verdict == HTAP_ID_VALID || verdict == HTAP_ID_UNUSUAL;
}

static void
read_taurus (const HtapJsonCursor *value, gpointer target, guint member)
{
  Decoding *decoding = target;
  g_autoptr (HtapTaurus) taurus = htap_taurus_new ();
  const char *id;

  htap_json_cursor_read_members (value, taurus_members, G_N_ELEMENTS (taurus_members), taurus);
  id = htap_taurus_get_id (taurus);
  if (!is_usable (id) || !g_hash_table_add (decoding->ids, (gpointer) id))
    return;

  htap_taurus_take_json (taurus, htap_json_list_slice (decoding->list, value));
  g_ptr_array_add (decoding->page->items, g_steal_pointer (&taurus));
}

static void
read_instances (const HtapJsonCursor *value, gpointer target, guint member)
{
  Decoding *decoding = target;

  decoding->page->n_listed = htap_json_list_get_length (decoding->list);
  htap_json_list_read (decoding->list, value, read_taurus, decoding);
}

static void
read_total (const HtapJsonCursor *value, gpointer target, guint member)
{
  Decoding *decoding = target;

  htap_json_cursor_read_count (value, &decoding->page->total);
}

/**
 * htap_taurus_decode_page:
 * @body: an answer of "Querying DB Instances", v3.1 or v3, decompressed
 * @error: as htap_decoder_decode()
 *
 * A #HtapPageDecode of #HtapTaurus. What can be read is read: a wrong type, a null, a missing or an
 * unknown member costs that member, an element that is no object, or has no id of its own, costs
 * that element.
 *
 * Returns: (transfer full) (nullable): the page, %NULL with @error
 */
HtapPage *
htap_taurus_decode_page (GBytes *body, GError **error)
{
  static const HtapJsonMember members[] = {
    { "instances", read_instances },
    { "total_count", read_total },
  };
  g_autoptr (HtapJsonList) list = htap_json_list_new (body, error);
  g_autoptr (GHashTable) ids = NULL;
  HtapPage *page;

  if (list == NULL)
    return NULL;

  page = htap_page_new ((GDestroyNotify) htap_taurus_unref);
  ids = g_hash_table_new (g_str_hash, g_str_equal);
  htap_json_cursor_read_document (htap_json_list_get_root (list), members, G_N_ELEMENTS (members),
                                  &(Decoding){ page, list, ids }, NULL);

  return page;
}
