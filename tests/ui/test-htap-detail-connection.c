/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-connection.h"

#include "htap-detail-fact.h"
#include "htap-widget-test.h"

static HtapDetailFact *
new_fact (const char *engine, const char *address)
{
  g_autoptr (GPtrArray) facts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_fact_unref);
  g_autoptr (HtapRecord) record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ENGINE_NAME, engine);
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, address);
  htap_detail_connection_add (facts, record);
  g_assert_cmpuint (facts->len, ==, 1);

  return htap_detail_fact_ref (facts->pdata[0]);
}

/* What a click copies is what is shown; the menu has the other forms. */
static void
test_forms (void)
{
  static const char *const texts[] = { "mysql -h 192.168.0.207 -P 3306 -u USER -p",
                                       "jdbc:mysql://192.168.0.207:3306/",
                                       "mysql://192.168.0.207:3306/" };
  g_autoptr (HtapDetailFact) fact = new_fact ("star-rocks", "192.168.0.207");

  g_assert_cmpstr (fact->value, ==, texts[0]);
  g_assert_cmpstr (fact->note, ==, "Private IP; no proxy is reported");
  g_assert_cmpuint (fact->copies->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const HtapDetailCopy *copy = fact->copies->pdata[i];

      g_assert_cmpstr (copy->text, ==, texts[i]);
      g_assert_nonnull (copy->label);
    }
}

/* Without an address, or for an engine that nobody knows, there is nothing to copy. */
static void
test_none (void)
{
  g_autoptr (HtapDetailFact) without = new_fact ("star-rocks", NULL);
  g_autoptr (HtapDetailFact) unknown = new_fact ("new-engine", "192.168.0.207");

  g_assert_null (without->value);
  g_assert_null (without->note);
  g_assert_cmpuint (without->copies->len, ==, 0);
  g_assert_null (unknown->value);
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/detail-connection/forms", test_forms);
  g_test_add_func ("/detail-connection/none", test_none);

  return g_test_run ();
}
