/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-text.h"

#include "htap-test-samples.h"

/* 2024-03-22 08:00:00 UTC */
#define NOW G_GINT64_CONSTANT (1711094400)

static HtapChange *
make_change (HtapChangeKind kind, HtapFieldIndex field, const char *before, const char *after)
{
  const HtapChangeFacts facts = {
    .kind = kind,
    .region = "cn-north-4",
    .taurus_id = SAMPLE_TAURUS_ID,
    .id = SAMPLE_ID,
    .field = field,
    .fields = HTAP_FIELD_BIT (field),
    .old_value = before,
    .new_value = after,
    .at = NOW,
    .until = NOW - 60,
  };

  return htap_change_new (&facts);
}

static void
assert_text (HtapChange *change, const char *text, const char *was)
{
  g_autofree char *its_text = htap_change_text_dup (change);
  g_autofree char *its_was = htap_change_text_dup_was (change, NOW);

  g_assert_cmpstr (its_text, ==, text);
  g_assert_cmpstr (its_was, ==, was);
}

static void
test_changed (void)
{
  g_autoptr (HtapChange) status =
      make_change (HTAP_CHANGE_CHANGED, HTAP_FIELD_SHOWN_STATUS, "creating", "available");
  g_autoptr (HtapChange) changing = make_change (HTAP_CHANGE_CHANGED, HTAP_FIELD_SHOWN_STATUS,
                                                 "changing:resize_flavor", "unknown:odd");
  g_autoptr (HtapChange) address =
      make_change (HTAP_CHANGE_CHANGED, HTAP_FIELD_DATA_VIP, NULL, "10.0.0.1");

  assert_text (status, "Status: Creating → Available", "was: Creating, until 07:59");
  assert_text (changing, "Status: Changing: resize_flavor → odd",
               "was: Changing: resize_flavor, until 07:59");
  assert_text (address, "Private IP: none → 10.0.0.1", "was: none, until 07:59");
}

static void
test_came_and_went (void)
{
  g_autoptr (HtapChange) added = make_change (HTAP_CHANGE_ADDED, 0, NULL, NULL);
  g_autoptr (HtapChange) gone = make_change (HTAP_CHANGE_GONE, 0, NULL, NULL);

  assert_text (added, "Added", NULL);
  assert_text (gone, "No longer listed", NULL);
}

/* In columns, and as a mark. */
static void
test_parts (void)
{
  static const struct
  {
    HtapChangeKind kind;
    const char *title;
    const char *values;
    const char *mark;
  } cases[] = {
    { HTAP_CHANGE_CHANGED, "Port", "3306 → none", "was: 3306, until 07:59" },
    { HTAP_CHANGE_ADDED, "Added", NULL, "new since 08:00" },
    { HTAP_CHANGE_GONE, "No longer listed", NULL, "listed until 07:59" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapChange) change = make_change (cases[i].kind, HTAP_FIELD_PORT, "3306", NULL);
      g_autofree char *title = htap_change_text_dup_title (change);
      g_autofree char *values = htap_change_text_dup_values (change);
      g_autofree char *mark = htap_change_text_dup_mark (change, NOW);

      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (values, ==, cases[i].values);
      g_assert_cmpstr (mark, ==, cases[i].mark);
    }
}

/* Nobody knows until when. */
static void
test_without_until (void)
{
  const HtapChangeFacts facts = { .kind = HTAP_CHANGE_CHANGED,
                                  .id = SAMPLE_ID,
                                  .field = HTAP_FIELD_PORT,
                                  .old_value = "3306",
                                  .new_value = "3307",
                                  .at = NOW };
  g_autoptr (HtapChange) change = htap_change_new (&facts);

  assert_text (change, "Port: 3306 → 3307", "was: 3306");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-text/changed", test_changed);
  g_test_add_func ("/change-text/came-and-went", test_came_and_went);
  g_test_add_func ("/change-text/parts", test_parts);
  g_test_add_func ("/change-text/without-until", test_without_until);

  return g_test_run ();
}
