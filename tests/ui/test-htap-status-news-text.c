/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status-news-text.h"

static void
add (GPtrArray *news, HtapChangeKind kind, const char *name, const char *status)
{
  g_ptr_array_add (news, htap_change_new (&(HtapChangeFacts){
                             .kind = kind,
                             .profile = "profile",
                             .region = "cn-north-4",
                             .taurus_id = "ain07",
                             .id = "0in17",
                             .name = name,
                             .field = HTAP_FIELD_SHOWN_STATUS,
                             .old_value = "available",
                             .new_value = status,
                         }));
}

static void
assert_text (GPtrArray *news, const char *title, const char *body)
{
  g_autofree char *said = htap_status_news_text_dup_title (news);
  g_autofree char *said_below = htap_status_news_text_dup_body (news);

  g_assert_cmpstr (said, ==, title);
  g_assert_cmpstr (said_below, ==, body);
}

static void
test_one (void)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_object_unref);

  add (changed, HTAP_CHANGE_CHANGED, "htap-a", "abnormal");
  assert_text (changed, "htap-a: Abnormal", "HTAP instance in CN North-Beijing4");
  add (gone, HTAP_CHANGE_GONE, "htap-a", NULL);
  assert_text (gone, "htap-a is no longer listed", "HTAP instance in CN North-Beijing4");
}

static void
test_several (void)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func (g_object_unref);

  add (news, HTAP_CHANGE_CHANGED, "htap-a", "abnormal");
  add (news, HTAP_CHANGE_CHANGED, "htap-b", "changing:resize_flavor");
  add (news, HTAP_CHANGE_GONE, "htap-c", NULL);
  add (news, HTAP_CHANGE_CHANGED, "htap-d", "frozen");
  assert_text (news, "The status of 4 HTAP instances changed",
               "htap-a: Abnormal\n"
               "htap-b: Changing: resize_flavor\n"
               "htap-c is no longer listed\n"
               "htap-d: Frozen");

  add (news, HTAP_CHANGE_CHANGED, "htap-e", "available");
  assert_text (news, "The status of 5 HTAP instances changed",
               "htap-a: Abnormal\n"
               "htap-b: Changing: resize_flavor\n"
               "htap-c is no longer listed\n"
               "and 2 more");
}

/* The title is never markup, the body may be taken for it. */
static void
test_hostile (void)
{
  g_autoptr (GPtrArray) news = g_ptr_array_new_with_free_func (g_object_unref);

  add (news, HTAP_CHANGE_CHANGED, "<b>&\n\x1B[1m", "unknown:<i>");
  {
    g_autofree char *title = htap_status_news_text_dup_title (news);

    g_assert_cmpstr (title, ==, "<b>& \xEF\xBF\xBD[1m: <i>");
  }

  add (news, HTAP_CHANGE_CHANGED, "htap-b", "available");
  assert_text (news, "The status of 2 HTAP instances changed",
               "&lt;b&gt;&amp; \xEF\xBF\xBD[1m: &lt;i&gt;\nhtap-b: Available");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/status-news-text/one", test_one);
  g_test_add_func ("/status-news-text/several", test_several);
  g_test_add_func ("/status-news-text/hostile", test_hostile);

  return g_test_run ();
}
