/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-snapshot.h"

#include "htap-error.h"

#include <string.h>

#define ANSWER "{\"instances\":[],\n\"total\":0}"

static HtapSnapshot *
make_snapshot (const char *taurus_id)
{
  g_autoptr (GBytes) answer = g_bytes_new_static (ANSWER, strlen (ANSWER));
  HtapSnapshot *snapshot = htap_snapshot_new ("6f1c", "cn-north-4", "23a5", taurus_id, answer);

  snapshot->as_of = G_GINT64_CONSTANT (1711116151);
  snapshot->found_project_id = g_strdup ("23a5");
  snapshot->taurus_name = g_strdup ("a \"name\"\nof two lines");
  snapshot->reader = g_strdup ("reader");

  return snapshot;
}

static void
test_round_trip (void)
{
  g_autoptr (HtapSnapshot) before = make_snapshot ("7077in07");
  g_autoptr (GBytes) contents = htap_snapshot_write (before);
  g_autoptr (GError) error = NULL;
  g_autoptr (HtapSnapshot) after = htap_snapshot_parse (contents, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (after->profile, ==, "6f1c");
  g_assert_cmpstr (after->region, ==, "cn-north-4");
  g_assert_cmpstr (after->project_id, ==, "23a5");
  g_assert_cmpstr (after->found_project_id, ==, "23a5");
  g_assert_cmpstr (after->taurus_id, ==, "7077in07");
  g_assert_cmpstr (after->taurus_name, ==, before->taurus_name);
  g_assert_cmpstr (after->reader, ==, "reader");
  g_assert_cmpint (after->as_of, ==, before->as_of);
  g_assert_true (after->complete);
  g_assert_true (g_bytes_equal (after->answer, before->answer));
}

/* People and scripts read the header with `head -1`. */
static void
test_header (void)
{
  g_autoptr (HtapSnapshot) snapshot = make_snapshot ("7077in07");
  g_autoptr (GBytes) contents = htap_snapshot_write (snapshot);
  gsize size;
  const char *text = g_bytes_get_data (contents, &size);
  g_autofree char *line = g_strndup (text, strchr (text, '\n') - text);

  g_assert_cmpstr (line, ==,
                   "{\"format\":\"htap-inventory-snapshot\",\"version\":1,"
                   "\"as_of\":\"2024-03-22T14:02:31Z\",\"profile\":\"6f1c\","
                   "\"region\":\"cn-north-4\",\"project_id\":\"23a5\","
                   "\"found_project_id\":\"23a5\",\"taurus_id\":\"7077in07\","
                   "\"taurus_name\":\"a \\\"name\\\"\\nof two lines\",\"reader\":\"reader\","
                   "\"complete\":true,\"size\":27,\"checksum\":\"14e12ec9196cac0f\"}");
  g_assert_cmpmem (text + strlen (line) + 1, size - strlen (line) - 1, ANSWER, strlen (ANSWER));
}

static void
test_list (void)
{
  g_autoptr (HtapSnapshot) before = make_snapshot (NULL);
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (HtapSnapshot) after = NULL;

  before->complete = FALSE;
  contents = htap_snapshot_write (before);
  after = htap_snapshot_parse (contents, NULL);
  g_assert_null (after->taurus_id);
  g_assert_false (after->complete);
}

static void
assert_name (HtapSnapshot *snapshot, const char *expected)
{
  g_autofree char *name = htap_snapshot_dup_file_name (snapshot);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_file_names (void)
{
  static const char *const refused[] = { "", "..", "a/b", "../7077in07", "a.json", "a\nb", "ä" };
  g_autoptr (HtapSnapshot) of_taurus = make_snapshot ("7077in07");
  g_autoptr (HtapSnapshot) list = make_snapshot (NULL);

  assert_name (of_taurus, "7077in07.json");
  assert_name (list, "cn-north-4.23a5.json");
  *list->project_id = '\0';
  assert_name (list, "cn-north-4.own.json");

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (HtapSnapshot) snapshot = make_snapshot (refused[i]);
      g_autoptr (HtapSnapshot) its_list = make_snapshot (NULL);

      assert_name (snapshot, NULL);
      g_free (its_list->region);
      its_list->region = g_strdup (refused[i]);
      assert_name (its_list, NULL);
    }
}

static void
assert_refused (const char *text, gsize length)
{
  g_autoptr (GBytes) contents = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;

  g_assert_null (htap_snapshot_parse (contents, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_STORAGE);
}

/* However much of it a writer got to the disk. */
static void
test_truncated (void)
{
  g_autoptr (HtapSnapshot) snapshot = make_snapshot ("7077in07");
  g_autoptr (GBytes) contents = htap_snapshot_write (snapshot);
  gsize size;
  const char *text = g_bytes_get_data (contents, &size);

  for (gsize i = 0; i < size; i++)
    assert_refused (text, i);
}

/* What a power failure leaves: any byte of the answer is that of another. */
static void
test_mixed (void)
{
  g_autoptr (HtapSnapshot) snapshot = make_snapshot ("7077in07");
  g_autoptr (GBytes) contents = htap_snapshot_write (snapshot);
  const gsize answer_size = g_bytes_get_size (snapshot->answer);
  gsize size;
  const char *text = g_bytes_get_data (contents, &size);

  for (gsize i = size - answer_size; i < size; i++)
    {
      g_autofree char *mixed = g_memdup2 (text, size);

      mixed[i] ^= 1;
      assert_refused (mixed, size);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "\n",
    "no JSON\n{}",
    "[]\n{}",
    "{}\n{}",
    "{\"format\":7,\"version\":1}\n",
    "{\"format\":\"another\",\"version\":1}\n{}",
    /* Newer. */
    "{\"format\":\"htap-inventory-snapshot\",\"version\":2,\"as_of\":\"2024-03-22T14:02:31Z\","
    "\"profile\":\"6f1c\",\"region\":\"r\",\"project_id\":\"\",\"size\":2}\n{}",
    /* Without a time, or with one that is none. */
    "{\"format\":\"htap-inventory-snapshot\",\"version\":1,\"profile\":\"6f1c\",\"region\":\"r\","
    "\"size\":2}\n{}",
    "{\"format\":\"htap-inventory-snapshot\",\"version\":1,\"as_of\":\"today\","
    "\"profile\":\"6f1c\",\"region\":\"r\",\"size\":2}\n{}",
    "{\"format\":\"htap-inventory-snapshot\",\"version\":1,\"as_of\":null,\"profile\":{},"
    "\"region\":[],\"size\":\"2\"}\n{}",
    /* Not UTF-8. */
    "{\"format\":\"htap-inventory-snapshot\xff\"}\n{}",
  };
  g_autofree char *deep = g_strnfill (200 * 1000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], strlen (texts[i]));

  /* What would end json-glib never gets there. */
  assert_refused (deep, 200 * 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/snapshot/round-trip", test_round_trip);
  g_test_add_func ("/snapshot/header", test_header);
  g_test_add_func ("/snapshot/list", test_list);
  g_test_add_func ("/snapshot/file-names", test_file_names);
  g_test_add_func ("/snapshot/truncated", test_truncated);
  g_test_add_func ("/snapshot/mixed", test_mixed);
  g_test_add_func ("/snapshot/refused", test_refused);

  return g_test_run ();
}
