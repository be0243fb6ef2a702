/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-text.h"

#include "htap-field.h"
#include "htap-test-samples.h"

#include <string.h>

static void
test_folding (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "HTAP-FJLD", "htap-fjld" },
    { "ÄRGER", "ärger" },
    { "A\xCC\x88", "ä" },            /* A and a combining diaeresis */
    { "１９２．１６８", "192.168" }, /* as an input method types it */
    { "HTAP实例", "htap实例" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = htap_search_text_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

/* Whatever a field gives or shows can be found, in the text of the record or of the source. */
static void
test_every_field (void)
{
  g_autoptr (HtapSource) source = htap_test_sample_source ();
  g_autoptr (HtapRecord) record = htap_test_sample_full_record ();
  g_autofree char *of_record = htap_search_text_new (record, source);
  g_autofree char *of_source = htap_search_text_new (NULL, source);

  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    {
      const HtapField *field = htap_field_get (i);
      gboolean is_shared = htap_field_is_of_source (field) && !htap_field_is_of_both (field);
      const char *text = is_shared ? of_source : of_record;
      g_autofree char *value = htap_field_dup_value (field, record, source);
      g_autofree char *shown = htap_field_dup_shown_of (field, record, source);
      g_autofree char *folded_value = NULL;
      g_autofree char *folded_shown = NULL;

      g_test_message ("%s", htap_field_get_id (field));
      /* Is of neither: what is found comes and goes with the time. */
      if (i == HTAP_FIELD_FINDINGS)
        continue;

      folded_value = htap_search_text_fold (value);
      folded_shown = htap_search_text_fold (shown);
      g_assert_nonnull (strstr (text, folded_value));
      g_assert_nonnull (strstr (text, folded_shown));
    }
}

static void
test_nothing (void)
{
  g_autofree char *text = htap_search_text_new (NULL, NULL);

  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-text/folding", test_folding);
  g_test_add_func ("/search-text/every-field", test_every_field);
  g_test_add_func ("/search-text/nothing", test_nothing);

  return g_test_run ();
}
