/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-safe-text.h"

#include "htap-hostile-text.h"

#include <string.h>

static void
test_cases (void)
{
  static const struct
  {
    const char *text;
    const char *safe;
  } cases[] = {
    { "htap-fjld", "htap-fjld" },
    { "华为云 é 🚀", "华为云 é 🚀" },
    { "100%s <b>&amp;", "100%s <b>&amp;" },
    { "a\tb\nc\rd\v\fe", "a b c d  e" },
    { "a\xC2\x85"
      "b\xE2\x80\xA8"
      "c\xE2\x80\xA9"
      "d",
      "a b c d" }, /* NEL, U+2028, U+2029 */
    { "\x1B[31mred\x1B]0;title\x07", "�[31mred�]0;title�" },
    { "\x7F\xC2\x9B"
      "31m",
      "��31m" }, /* DEL and CSI */
    { "a\xE2\x80\xAE"
      "b\xE2\x81\xA6"
      "c",
      "a�b�c" }, /* overrides and isolates */
    { "a\xE2\x80\x8B"
      "b\xEF\xBB\xBF",
      "a�b�" }, /* zero width, byte order mark */
    { "\xE0\xA4\x95\xE2\x80\x8D\xE0\xA4\xB7", "\xE0\xA4\x95\xE2\x80\x8D\xE0\xA4\xB7" }, /* joiner */
    { "a\xFF"
      "b\xC3",
      "a�b�" },
    { "", "" },
    { "ht\xE2\x80\x8D"
      "ap",
      "ht�ap" }, /* a joiner that joins nothing */
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *safe = htap_safe_text_dup (cases[i].text);

      g_assert_cmpstr (safe, ==, cases[i].safe);
    }
}

static void
test_cutting (void)
{
  g_autofree char *whole = htap_safe_text_dup_cut ("华为云", 3);
  g_autofree char *cut = htap_safe_text_dup_cut ("华为云", 2);
  g_autofree char *nothing = htap_safe_text_dup_cut (NULL, 2);

  g_assert_cmpstr (whole, ==, "华为云");
  g_assert_cmpstr (cut, ==, "华为…");
  g_assert_null (nothing);
}

/* What is not shown costs nothing, and a character is never cut in two. */
static void
test_cutting_long_texts (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    g_string_append (text, i % 3 == 0 ? "a" : i % 3 == 1 ? "华" : "🚀");

  for (guint n_characters = 1; n_characters < 40; n_characters++)
    {
      g_autofree char *cut = htap_safe_text_dup_cut (text->str, n_characters);

      g_assert_cmpint (g_utf8_strlen (cut, -1), ==, n_characters + 1);
      g_assert_true (g_str_has_suffix (cut, "…"));
      g_assert_null (strstr (cut, "�"));
    }
}

static void
test_marks (void)
{
  g_autoptr (GString) text = g_string_new ("e");
  g_autofree char *safe = NULL;

  for (guint i = 0; i < 50; i++)
    g_string_append (text, "\xCC\x81");
  g_string_append (text, "a\xCC\x81");
  safe = htap_safe_text_dup (text->str);

  g_assert_cmpint (g_utf8_strlen (safe, -1), ==, 1 + 8 + 2);
  g_assert_true (g_str_has_suffix (safe, "a\xCC\x81"));
}

static void
test_hostile (void)
{
  g_autoptr (GArray) texts = htap_hostile_texts_load ();

  for (guint i = 0; i < texts->len; i++)
    {
      const HtapHostileText *hostile = &g_array_index (texts, HtapHostileText, i);
      g_autofree char *safe = htap_safe_text_dup (hostile->text);
      g_autofree char *again = htap_safe_text_dup (safe);

      htap_hostile_text_assert_harmless (safe, hostile->what);
      g_assert_cmpstr (safe, ==, again);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/safe-text/cases", test_cases);
  g_test_add_func ("/safe-text/cutting", test_cutting);
  g_test_add_func ("/safe-text/cutting-long-texts", test_cutting_long_texts);
  g_test_add_func ("/safe-text/marks", test_marks);
  g_test_add_func ("/safe-text/hostile", test_hostile);

  return g_test_run ();
}
