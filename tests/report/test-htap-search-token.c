/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-token.h"

/* One line a token: minus, name and value or text. */
static char *
describe (const char *text)
{
  g_autoptr (GPtrArray) tokens = htap_search_tokens_new (text);
  g_autoptr (GString) described = g_string_new (NULL);

  for (guint i = 0; i < tokens->len; i++)
    {
      const HtapSearchToken *token = tokens->pdata[i];

      g_string_append (described, token->negated ? "not " : "");
      if (token->name != NULL)
        g_string_append_printf (described, "[%s|%s]", token->name, token->value);
      else
        g_string_append_printf (described, "[%s]", token->text);
    }

  return g_strdup (described->str);
}

static void
test_tokens (void)
{
  static const char *const cases[][2] = {
    { " One  two\t", "[one][two]" },
    { "-one - two-three", "not [one][-][two-three]" },
    { "\"one two\"three", "[one two][three]" },
    { "-\"one two", "not [one two]" },
    { "\"private ip\":10 a:\"b c\" d:", "[private ip|10][a|b c][d|]" },
    { "a:>=\"b c\" :x", "[a|>=b c][:x]" },
    { "“一，二”，三：四", "[一,二][三|四]" },
    { "１０。０。0.1 句。", "[10.0.0.1][句。]" },
    { "\"\" \xFF", "[\xEF\xBF\xBD]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *described = describe (cases[i][0]);

      g_assert_cmpstr (described, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-token/tokens", test_tokens);

  return g_test_run ();
}
