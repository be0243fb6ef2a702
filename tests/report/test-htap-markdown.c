/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-markdown.h"

#include "htap-rows-fixture.h"

static void
test_table (void)
{
  g_auto (HtapRowsFixture) fixture;
  g_autofree char *text = NULL;

  htap_rows_fixture_init (&fixture);
  htap_rows_fixture_add (&fixture, "htap-fjld", 3306, "192.168.0.207");
  htap_rows_fixture_add (&fixture, NULL, 0, NULL);
  fixture.rows.titles = HTAP_ROWS_TITLES_LABELS;
  text = htap_markdown_format (&fixture.rows);
  g_assert_cmpstr (text, ==,
                   "| Name | Port | Private IP |\n"
                   "| --- | ---: | --- |\n"
                   "| htap-fjld | 3306 | 192.168.0.207 |\n"
                   "|  |  |  |\n");
}

/* A table of Markdown cannot do without. */
static void
test_titles (void)
{
  g_auto (HtapRowsFixture) fixture;
  g_autofree char *text = NULL;

  htap_rows_fixture_init (&fixture);
  text = htap_markdown_format (&fixture.rows);
  g_assert_cmpstr (text, ==,
                   "| name | port | data_vip |\n"
                   "| --- | ---: | --- |\n");
}

static void
test_markup (void)
{
  static const struct
  {
    const char *name;
    const char *cell;
  } cases[] = {
    { "a|b", "a\\|b" },
    { "a\nb", "a b" },
    { "back\\slash", "back\\\\slash" },
    { "<img src=x>", "\\<img src=x\\>" },
    { "[a](http://b)", "\\[a\\](http\\://b)" },
    { "**a** _b_ `c` ~~d~~", "\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~" },
    { "htap_orders_1", "htap_orders_1" },
    { "www.example.org", "www\\.example.org" },
    { "WWW.a", "WWW\\.a" },
    { "a@b.org", "a\\@b.org" },
    { "&lt;", "\\&lt;" },
    { "$x$", "\\$x\\$" },
    { "![a]", "\\!\\[a\\]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (HtapRowsFixture) fixture;
      g_autofree char *expected = g_strdup_printf ("\n| %s | 1 | 10.0.0.1 |\n", cases[i].cell);
      g_autofree char *text = NULL;

      htap_rows_fixture_init (&fixture);
      htap_rows_fixture_add (&fixture, cases[i].name, 1, "10.0.0.1");
      text = htap_markdown_format (&fixture.rows);
      g_assert_nonnull (strstr (text, expected));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/markdown/table", test_table);
  g_test_add_func ("/markdown/titles", test_titles);
  g_test_add_func ("/markdown/markup", test_markup);

  return g_test_run ();
}
