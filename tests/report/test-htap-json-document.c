/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-json-document.h"

#include "htap-json-member.h"

static void
test_document (void)
{
  JsonBuilder *builder = htap_json_document_begin (1711094408);
  g_autofree char *text = NULL;

  htap_json_member_add_text (builder, "name",
                             "a\xC2\x9B"
                             "b");
  text = htap_json_document_end (builder);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"version\" : 1,\n"
                   "  \"generated_at\" : \"2024-03-22T08:00:08Z\",\n"
                   "  \"name\" : \"a\\u009bb\"\n"
                   "}\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-document/document", test_document);

  return g_test_run ();
}
