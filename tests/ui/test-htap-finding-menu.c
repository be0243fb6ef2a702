/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-menu.h"

#include "htap-finding-fixture.h"
#include "htap-list-test.h"

#define NOW G_GINT64_CONSTANT (1711094400)

typedef struct
{
  HtapSource *source;
  HtapInstance *instance;
  HtapFinding *frozen;
  HtapFinding *full; /* of the TaurusDB instance */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapRecord) record = htap_list_test_record ("0in17", "htap-fjld", NULL, "normal");

  self->source = htap_list_test_source ("cn-north-4", "ain07", "taurus-orders");
  self->instance = htap_instance_new (self->source, record);
  self->frozen = htap_finding_fixture_new (HTAP_RULE_FROZEN, self->instance, self->source, NULL);
  self->full = htap_finding_fixture_new (HTAP_RULE_CAPACITY_FULL, NULL, self->source, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->frozen);
  g_object_unref (self->full);
  g_object_unref (self->instance);
  g_object_unref (self->source);
}

/* "label=action target" of every item, with sections one after the other. */
static void
describe (GMenuModel *menu, GString *text)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GVariant) target = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *label = NULL;
      g_autofree char *action = NULL;

      if (section != NULL)
        {
          describe (section, text);
          continue;
        }

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action);
      target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      shown = g_variant_print (target, FALSE);
      g_string_append_printf (text, "%s=%s %s\n", label, action, shown);
    }
}

static void
assert_menu (GMenuModel *menu, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  describe (menu, text);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_of_instance (Fixture *self, gconstpointer data)
{
  g_autoptr (GMenuModel) open = htap_finding_menu_new (self->frozen, FALSE, NOW);
  g_autoptr (GMenuModel) muted = htap_finding_menu_new (self->frozen, TRUE, NOW);

#define COPIES                                                                                     \
  "Copy Sentence=win.copy-text ('Error: htap-fjld (taurus-orders): Frozen: usually the account "   \
  "balance is 0 or less', 'Copied the finding (htap-fjld)')\n"                                     \
  "Copy Instance ID=win.copy-text ('0in17', 'Copied 0in17')\n"                                     \
  "Show Instance=win.show-finding 'frozen:0in17'\n"
  assert_menu (open, COPIES "Mute=win.mute-finding ('frozen:0in17', true)\n");
  assert_menu (muted, COPIES "Unmute=win.mute-finding ('frozen:0in17', false)\n");
#undef COPIES
}

static void
test_of_database (Fixture *self, gconstpointer data)
{
  g_autoptr (GMenuModel) menu = htap_finding_menu_new (self->full, FALSE, NOW);

  assert_menu (menu,
               "Copy Sentence=win.copy-text ('Warning: taurus-orders: 10 of 10 HTAP instances "
               "used', 'Copied the finding (taurus-orders)')\n"
               "Copy ID=win.copy-text ('ain07', 'Copied ain07')\n"
               "Show Its Instances=win.show-finding 'capacity-full:ain07'\n"
               "Mute=win.mute-finding ('capacity-full:ain07', true)\n");
}

static void
test_short (Fixture *self, gconstpointer data)
{
  g_autoptr (GMenuModel) menu = htap_finding_menu_new_short (self->full, NOW);

  assert_menu (menu,
               "Copy Sentence=win.copy-text ('Warning: taurus-orders: 10 of 10 HTAP instances "
               "used', 'Copied the finding (taurus-orders)')\n"
               "Mute=win.mute-finding ('capacity-full:ain07', true)\n");
}

/* What the cloud says is neither a mnemonic nor endless. */
static void
test_mutes (Fixture *self, gconstpointer data)
{
  g_autoptr (HtapFinding) odd =
      htap_finding_fixture_new (HTAP_RULE_STATUS_UNKNOWN, self->instance, self->source,
                                "a_status_that_is_longer_than_any_menu_should_ever_be_or_so");
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (GMenuModel) menu = NULL;

  g_ptr_array_add (findings, self->frozen);
  g_ptr_array_add (findings, odd);
  menu = htap_finding_menu_new_mutes (findings, NOW);
  assert_menu (menu, "Frozen: usually the account balance is 0 or less"
                     "=win.mute-finding ('frozen:0in17', true)\n"
                     "Unknown status “a__status__that__is__longer__than__any__menu__should…"
                     "=win.mute-finding ('status-unknown:0in17', true)\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/finding-menu/of-instance", test_of_instance);
  ADD ("/finding-menu/of-database", test_of_database);
  ADD ("/finding-menu/short", test_short);
  ADD ("/finding-menu/mutes", test_mutes);

  return g_test_run ();
}
