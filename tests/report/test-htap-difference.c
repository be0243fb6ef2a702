/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-difference.h"

#include "htap-test-samples.h"

#include <string.h>

/* A member of a record, written down: `status=normal`, `nodes=a;b`. */
typedef struct
{
  const char *name;
  const char *before; /* words with members */
  const char *after;
  const char *expected; /* "field: old > new" each, with a comma between them */
} Case;

/* 2026-01-02 03:04:05 and 03:05:00 UTC */
#define BEGAN 1767323045000
#define STEP  1767323100000

static void
set_node (HtapRecord *record, const char *address)
{
  const HtapNode node = { address, NULL, NULL };

  htap_record_add_node (record, &node);
}

/* "resize/RUNNING", or with a moment of its last step: "resize/RUNNING/1" */
static void
set_action (HtapRecord *record, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 4);
  const HtapAction action = {
    .action = parts[0],
    .status = parts[1],
    .created_at = BEGAN,
    .updated_at = parts[2] != NULL ? STEP + g_ascii_strtoll (parts[2], NULL, 10) : 0,
  };

  htap_record_add_action (record, &action);
}

/* "cn-a", or with a description: "cn-a/Zone 1" */
static void
set_zone (HtapRecord *record, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  const HtapZone zone = { .code = *parts[0] != '\0' ? parts[0] : NULL, .description = parts[1] };

  htap_record_add_zone (record, &zone);
}

static void
set_list (HtapRecord *record,
          const char *text,
          void (*set) (HtapRecord *record, const char *element))
{
  g_auto (GStrv) elements = g_strsplit (text, ";", -1);

  for (guint i = 0; elements[i] != NULL; i++)
    set (record, elements[i]);
}

static void
set_number (HtapRecord *record, HtapRecordNumber member, const char *value)
{
  htap_record_set_number (record, member, g_ascii_strtoll (value, NULL, 10));
}

static void
set_member (HtapRecord *record, const char *name, const char *value)
{
  static const struct
  {
    const char *name;
    HtapRecordText member;
  } texts[] = {
    { "id", HTAP_TEXT_ID },
    { "name", HTAP_TEXT_NAME },
    { "status", HTAP_TEXT_STATUS },
    { "ip", HTAP_TEXT_DATA_VIP },
    { "ip6", HTAP_TEXT_DATA_VIP_V6 },
    { "mode", HTAP_TEXT_HA_MODE },
    { "version", HTAP_TEXT_ENGINE_VERSION },
    { "code", HTAP_TEXT_CREATE_FAIL_ERROR_CODE },
    { "message", HTAP_TEXT_FAIL_MESSAGE },
    { "pay", HTAP_TEXT_PAY_MODEL },
    { "project", HTAP_TEXT_ENTERPRISE_PROJECT_ID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].name, name))
      {
        htap_record_set_text (record, texts[i].member, value);
        return;
      }

  if (g_str_equal (name, "frozen"))
    set_number (record, HTAP_NUMBER_IS_FROZEN, value);
  else if (g_str_equal (name, "restart"))
    set_number (record, HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS, value);
  else if (g_str_equal (name, "port"))
    set_number (record, HTAP_NUMBER_PORT, value);
  else if (g_str_equal (name, "nodes"))
    set_number (record, HTAP_NUMBER_NODE_NUM, value);
  else if (g_str_equal (name, "created"))
    set_number (record, HTAP_NUMBER_CREATE_AT, value);
  else if (g_str_equal (name, "node"))
    set_list (record, value, set_node);
  else if (g_str_equal (name, "proxy"))
    set_list (record, value, htap_record_add_proxy_ip);
  else if (g_str_equal (name, "zone"))
    set_list (record, value, set_zone);
  else if (g_str_equal (name, "action"))
    set_list (record, value, set_action);
  else
    g_error ("no member %s", name);
}

static HtapRecord *
make_record (const char *text)
{
  HtapRecord *record = htap_test_sample_record (SAMPLE_ID, NULL);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);

      if (*words[i] != '\0')
        set_member (record, parts[0], parts[1]);
    }

  return record;
}

static char *
describe (GArray *differences)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < differences->len; i++)
    {
      const HtapDifference *difference = &g_array_index (differences, HtapDifference, i);

      g_assert_true (difference->fields & HTAP_FIELD_BIT (difference->field));
      g_string_append_printf (text, "%s%s: %s > %s", i > 0 ? ", " : "",
                              htap_field_get_id (htap_field_get (difference->field)),
                              difference->old_value != NULL ? difference->old_value : "-",
                              difference->new_value != NULL ? difference->new_value : "-");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const Case cases[] = {
  { "same", "name=a status=normal nodes=2", "name=a status=normal nodes=2", "" },
  { "name", "name=a", "name=b", "name: a > b" },
  { "name/case", "name=a", "name=A", "name: a > A" },
  { "appeared", "", "ip=10.0.0.1", "data_vip: - > 10.0.0.1" },
  { "vanished", "ip=10.0.0.1", "", "data_vip: 10.0.0.1 > -" },
  { "number", "port=3306", "port=3307", "port: 3306 > 3307" },
  { "time", "created=0", "created=1000", "create_at: 1970-01-01T00:00:00Z > 1970-01-01T00:00:01Z" },
  { "several", "mode=Single nodes=2", "mode=Cluster nodes=6",
    "ha_mode: Single > Cluster, node_num: 2 > 6" },
  { "ipv6/spelling", "ip6=2001:db8::1", "ip6=2001:0db8:0:0::1", "" },
  { "ipv6/value", "ip6=2001:db8::1", "ip6=2001:db8::2", "data_vip_v6: 2001:db8::1 > 2001:db8::2" },

  /* What the shown status tells is not told by what makes it. */
  { "status", "status=creating", "status=normal", "shown_status: creating > available" },
  { "status/worse", "status=normal", "status=abnormal", "shown_status: available > abnormal" },
  { "status/unknown", "status=normal", "status=odd", "shown_status: available > unknown:odd" },
  { "status/other-unknown", "status=odd", "status=even",
    "shown_status: unknown:odd > unknown:even" },
  { "status/spelling", "status=createfail", "status=createfailed", "" },
  { "status/behind-frozen", "status=creating frozen=1", "status=normal frozen=1",
    "status: creating > normal" },
  { "frozen", "status=normal frozen=0", "status=normal frozen=1",
    "shown_status: available > frozen" },
  { "frozen/behind-abnormal", "status=abnormal frozen=0", "status=abnormal frozen=1",
    "is_frozen: false > true" },
  { "restart", "status=normal restart=0", "status=normal restart=1",
    "shown_status: available > reboot-needed" },
  { "restart/after-creation", "status=creating restart=0", "status=normal restart=1",
    "shown_status: creating > reboot-needed" },
  { "action", "status=normal", "status=normal action=resize/RUNNING",
    "shown_status: available > changing:resize" },
  { "action/over", "status=normal action=resize/RUNNING", "status=normal action=resize/DELETED",
    "shown_status: changing:resize > available" },
  { "action/forgotten", "status=normal action=resize/DELETED", "status=normal", "" },
  { "action/step", "status=normal action=resize/RUNNING/0", "status=normal action=resize/RUNNING/9",
    "" },
  { "action/order", "status=abnormal action=a/R;b/R", "status=abnormal action=b/R;a/R", "" },
  { "action/second", "status=normal action=a/R", "status=normal action=a/R;b/R",
    "current_actions: a R 2026-01-02T03:04:05Z > "
    "a R 2026-01-02T03:04:05Z, b R 2026-01-02T03:04:05Z" },
  { "action/and-restart", "status=normal action=a/R restart=0", "status=normal restart=1",
    "shown_status: changing:a > reboot-needed" },

  /* The order of a list is nobody's news. */
  { "node/order", "node=10.0.0.1;10.0.0.2", "node=10.0.0.2;10.0.0.1", "" },
  { "node/more", "node=10.0.0.1", "node=10.0.0.2;10.0.0.1",
    "readable_node_infos: 10.0.0.1 > 10.0.0.1, 10.0.0.2" },
  { "proxy/none", "proxy=10.0.0.1", "", "proxy_ips: 10.0.0.1 > -" },

  /* Words in the language of the question. */
  { "zone/language", "zone=cn-a/Zone1", "zone=cn-a/区1", "" },
  { "zone", "zone=cn-a/Zone1", "zone=cn-b/Zone2", "available_zones: cn-a > cn-b" },
  { "zone/without-code", "zone=/Zone1", "zone=/Zone2", "available_zones: Zone1 > Zone2" },
  { "message/language", "status=createfail code=DBS.1 message=no",
    "status=createfail code=DBS.1 message=否", "" },
  { "message/code", "status=createfail code=DBS.1 message=no",
    "status=createfail code=DBS.2 message=never", "create_fail_error_code: DBS.1 > DBS.2" },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (HtapRecord) before = make_record (one->before);
  g_autoptr (HtapRecord) after = make_record (one->after);
  g_autoptr (GArray) differences =
      htap_difference_find (before, after, htap_record_get_differences (before, after));
  g_autofree char *described = describe (differences);

  g_assert_cmpstr (described, ==, one->expected);
}

/* Both ways: what went comes back. */
static void
test_way_back (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (HtapRecord) before = make_record (one->before);
  g_autoptr (HtapRecord) after = make_record (one->after);
  HtapFieldSet candidates = htap_record_get_differences (before, after);
  g_autoptr (GArray) there = htap_difference_find (before, after, candidates);
  g_autoptr (GArray) back = htap_difference_find (after, before, candidates);

  g_assert_cmpuint (there->len, ==, back->len);
  for (guint i = 0; i < there->len; i++)
    {
      const HtapDifference *one_way = &g_array_index (there, HtapDifference, i);
      const HtapDifference *other = &g_array_index (back, HtapDifference, i);

      g_assert_cmpint (one_way->field, ==, other->field);
      g_assert_cmphex (one_way->fields, ==, other->fields);
      g_assert_cmpstr (one_way->old_value, ==, other->new_value);
      g_assert_cmpstr (one_way->new_value, ==, other->old_value);
    }
}

/* A cell of a member that the shown status tells of is marked all the same. */
static void
test_stands_for (void)
{
  g_autoptr (HtapRecord) before = make_record ("status=normal frozen=1 restart=0");
  g_autoptr (HtapRecord) after = make_record ("status=normal frozen=0 restart=1");
  g_autoptr (GArray) differences =
      htap_difference_find (before, after, htap_record_get_differences (before, after));
  const HtapDifference *difference = &g_array_index (differences, HtapDifference, 0);

  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmphex (difference->fields, ==,
                   HTAP_FIELD_BIT (HTAP_FIELD_SHOWN_STATUS) |
                       HTAP_FIELD_BIT (HTAP_FIELD_IS_FROZEN) |
                       HTAP_FIELD_BIT (HTAP_FIELD_WAIT_RESTART_FOR_PARAMS));
}

/* A merge may tell of more than differs, and of what the source says. */
static void
test_more_candidates (void)
{
  g_autoptr (HtapRecord) before = make_record ("name=a status=normal");
  g_autoptr (HtapRecord) after = make_record ("name=b status=normal");
  g_autoptr (GArray) differences = htap_difference_find (before, after, ~G_GUINT64_CONSTANT (0));
  g_autofree char *described = describe (differences);

  g_assert_cmpstr (described, ==, "name: a > b");
}

/* A monster does not push everything else out of what is kept. */
static void
test_cut (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (HtapRecord) before = make_record ("");
  g_autoptr (HtapRecord) after = make_record ("");
  g_autoptr (GArray) differences = NULL;
  const HtapDifference *difference;

  for (guint i = 0; i < 10000; i++)
    g_string_append (name, "名");
  htap_record_set_text (after, HTAP_TEXT_NAME, name->str);
  differences = htap_difference_find (before, after, htap_record_get_differences (before, after));
  g_assert_cmpuint (differences->len, ==, 1);
  difference = &g_array_index (differences, HtapDifference, 0);
  g_assert_true (g_utf8_validate (difference->new_value, -1, NULL));
  g_assert_cmpuint (strlen (difference->new_value), <=, 4096);
  g_assert_cmpuint (strlen (difference->new_value), >, 4090);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/difference/case/", cases[i].name, NULL);
      g_autofree char *back = g_strconcat ("/difference/way-back/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
      g_test_add_data_func (back, &cases[i], test_way_back);
    }
  g_test_add_func ("/difference/stands-for", test_stands_for);
  g_test_add_func ("/difference/more-candidates", test_more_candidates);
  g_test_add_func ("/difference/cut", test_cut);

  return g_test_run ();
}
