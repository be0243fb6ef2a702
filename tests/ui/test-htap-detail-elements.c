/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-elements.h"

#include "htap-detail-fixture.h"

/* One hour after the time that most tests use. */
#define TIME G_GINT64_CONSTANT (1711177208000)
#define NOW  G_GINT64_CONSTANT (1711180808)

typedef struct
{
  HtapRecord *record;
  GPtrArray *facts;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->record = htap_record_new ();
  fixture->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) htap_detail_fact_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_record_unref (fixture->record);
  g_ptr_array_unref (fixture->facts);
}

static const HtapDetailFact *
get (Fixture *fixture, guint place)
{
  g_assert_cmpuint (place, <, fixture->facts->len);

  return fixture->facts->pdata[place];
}

/* What a person would paste: "label=text", one after the other. */
static char *
dup_copies (const HtapDetailFact *fact)
{
  g_autoptr (GString) copies = g_string_new (NULL);

  for (guint i = 0; i < fact->copies->len; i++)
    {
      const HtapDetailCopy *copy = fact->copies->pdata[i];

      g_string_append_printf (copies, "%s%s=%s", i > 0 ? "; " : "",
                              copy->label != NULL ? copy->label : "", copy->text);
    }

  return g_string_free (g_steal_pointer (&copies), FALSE);
}

static void
assert_fact (const HtapDetailFact *fact,
             const char *key,
             const char *label,
             const char *value,
             const char *note,
             const char *copies)
{
  g_autofree char *copied = dup_copies (fact);

  g_assert_cmpstr (fact->key, ==, key);
  g_assert_cmpstr (fact->label, ==, label);
  g_assert_cmpstr (fact->value, ==, value);
  g_assert_cmpstr (fact->note, ==, note);
  g_assert_cmpstr (copied, ==, copies);
}

/* An empty list says so: the group never has no row. */
static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  htap_detail_elements_add_proxies (fixture->facts, fixture->record);
  htap_detail_elements_add_nodes (fixture->facts, fixture->record, NULL);
  htap_detail_elements_add_zones (fixture->facts, fixture->record);
  htap_detail_elements_add_actions (fixture->facts, fixture->record, NOW);

  g_assert_cmpuint (fixture->facts->len, ==, 4);
  assert_fact (get (fixture, 0), "proxy_ips", "Proxy address", NULL, NULL, "");
  assert_fact (get (fixture, 1), "readable_node_infos", NULL, "No readable node is reported", NULL,
               "");
  assert_fact (get (fixture, 2), "available_zones", "Availability zone", NULL, NULL, "");
  assert_fact (get (fixture, 3), "current_actions", NULL, "No current actions", NULL, "");
  g_assert_cmpint (get (fixture, 1)->style, ==, HTAP_DETAIL_FACT_NOTHING);
  g_assert_cmpint (get (fixture, 3)->style, ==, HTAP_DETAIL_FACT_NOTHING);
}

static void
test_proxies (Fixture *fixture, gconstpointer data)
{
  htap_record_add_proxy_ip (fixture->record, "192.168.2.1");
  htap_record_add_proxy_ip (fixture->record, "192.168.2.1");
  htap_detail_elements_add_proxies (fixture->facts, fixture->record);

  g_assert_cmpuint (fixture->facts->len, ==, 2);
  assert_fact (get (fixture, 0), "proxy_ips/0", "Proxy address", "192.168.2.1", NULL,
               "=192.168.2.1");
  assert_fact (get (fixture, 1), "proxy_ips/1", "Proxy address", "192.168.2.1", NULL,
               "=192.168.2.1");
}

/* Whoever may read the list of all nodes knows more of the readable ones. */
static void
test_listed_nodes (Fixture *fixture, gconstpointer data)
{
  const HtapNode known = { "192.168.0.183", "fe-1", "node-name" };
  const HtapNode unknown = { "192.168.0.184", NULL, NULL };
  g_autoptr (HtapInstanceDetail) detail = htap_detail_fixture_new ();

  htap_record_add_node (fixture->record, &known);
  htap_record_add_node (fixture->record, &unknown);
  htap_detail_fixture_tell_nodes (detail);
  htap_detail_elements_add_nodes (fixture->facts, fixture->record,
                                  htap_instance_detail_get_nodes (detail));

  g_assert_cmpstr (get (fixture, 0)->label, ==, "node-name (fe-leader)");
  g_assert_cmpstr (get (fixture, 0)->status, ==, "Abnormal");
  g_assert_cmpstr (get (fixture, 1)->label, ==, "Node 2");
  g_assert_null (get (fixture, 1)->status);
}

/* The published example has nodes of which only the address is known. */
static void
test_nodes (Fixture *fixture, gconstpointer data)
{
  const HtapNode whole = { "192.168.0.183", "node-id", "node-name" };
  const HtapNode address = { "192.168.0.184", NULL, NULL };
  const HtapNode names = { NULL, "node-id", "node-name" };
  const HtapNode nothing = { NULL, NULL, NULL };

  htap_record_add_node (fixture->record, &whole);
  htap_record_add_node (fixture->record, &address);
  htap_record_add_node (fixture->record, &names);
  htap_record_add_node (fixture->record, &nothing);
  htap_detail_elements_add_nodes (fixture->facts, fixture->record, NULL);

  g_assert_cmpuint (fixture->facts->len, ==, 4);
  assert_fact (get (fixture, 0), "readable_node_infos/0", "node-name", "192.168.0.183", "node-id",
               "Copy Node IP=192.168.0.183; Copy Node ID=node-id; Copy Node Name=node-name");
  assert_fact (get (fixture, 1), "readable_node_infos/1", "Node 2", "192.168.0.184", NULL,
               "Copy Node IP=192.168.0.184");
  assert_fact (get (fixture, 2), "readable_node_infos/2", "node-name", NULL, "node-id",
               "Copy Node ID=node-id; Copy Node Name=node-name");
  assert_fact (get (fixture, 3), "readable_node_infos/3", "Node 4", NULL, NULL, "");
}

static void
test_zones (Fixture *fixture, gconstpointer data)
{
  const HtapZone whole = { "cn-southwest-244b", "az2", "Center" };
  const HtapZone described = { "cn-southwest-244c", "az3", NULL };
  const HtapZone typed = { "cn-southwest-244d", NULL, "Edge" };
  const HtapZone code = { "cn-southwest-244e", NULL, NULL };

  htap_record_add_zone (fixture->record, &whole);
  htap_record_add_zone (fixture->record, &described);
  htap_record_add_zone (fixture->record, &typed);
  htap_record_add_zone (fixture->record, &code);
  htap_detail_elements_add_zones (fixture->facts, fixture->record);

  g_assert_cmpuint (fixture->facts->len, ==, 4);
  assert_fact (
      get (fixture, 0), "available_zones/0", "Availability zone", "cn-southwest-244b",
      "az2, Center",
      "Copy Zone Code=cn-southwest-244b; Copy Zone Description=az2; Copy Zone Type=Center");
  assert_fact (get (fixture, 1), "available_zones/1", "Availability zone", "cn-southwest-244c",
               "az3", "Copy Zone Code=cn-southwest-244c; Copy Zone Description=az3");
  assert_fact (get (fixture, 2), "available_zones/2", "Availability zone", "cn-southwest-244d",
               "Edge", "Copy Zone Code=cn-southwest-244d; Copy Zone Type=Edge");
  assert_fact (get (fixture, 3), "available_zones/3", "Availability zone", "cn-southwest-244e",
               NULL, "Copy Zone Code=cn-southwest-244e");
}

/* Every member, in the same order for every action: what is not set has its row as well. */
static void
test_actions (Fixture *fixture, gconstpointer data)
{
  const HtapAction whole = { "action-id",  "resize_flavor", "object-id", "action-type",
                             "action-job", "RUNNING",       TIME,        TIME + 60000 };
  const HtapAction unknown = { .action = "restart" };

  htap_record_add_action (fixture->record, &whole);
  htap_record_add_action (fixture->record, &unknown);
  htap_detail_elements_add_actions (fixture->facts, fixture->record, NOW);

  g_assert_cmpuint (fixture->facts->len, ==, 16);
  assert_fact (get (fixture, 0), "current_actions/0/action", "Action", "resize_flavor", NULL,
               "=resize_flavor");
  assert_fact (get (fixture, 1), "current_actions/0/status", "Action status", "RUNNING", NULL,
               "=RUNNING");
  assert_fact (get (fixture, 2), "current_actions/0/created_at", "Started",
               "2024-03-23 07:00:08 (1 hour ago)", NULL, "=2024-03-23T07:00:08Z");
  assert_fact (get (fixture, 3), "current_actions/0/updated_at", "Updated",
               "2024-03-23 07:01:08 (59 minutes ago)", NULL, "=2024-03-23T07:01:08Z");
  assert_fact (get (fixture, 4), "current_actions/0/type", "Action type", "action-type", NULL,
               "=action-type");
  assert_fact (get (fixture, 5), "current_actions/0/object_id", "Object ID", "object-id", NULL,
               "=object-id");
  assert_fact (get (fixture, 6), "current_actions/0/job_id", "Task ID", "action-job", NULL,
               "=action-job");
  assert_fact (get (fixture, 7), "current_actions/0/id", "Action ID", "action-id", NULL,
               "=action-id");
  for (guint i = 0; i < 8; i++)
    g_assert_cmpint (get (fixture, i)->style, ==,
                     i < 5 ? HTAP_DETAIL_FACT_TEXT : HTAP_DETAIL_FACT_IDENTIFIER);

  assert_fact (get (fixture, 8), "current_actions/1/action", "Action", "restart", NULL, "=restart");
  for (guint i = 9; i < 16; i++)
    {
      g_assert_null (get (fixture, i)->value);
      g_assert_cmpuint (get (fixture, i)->copies->len, ==, 0);
      g_assert_cmpstr (get (fixture, i)->label, ==, get (fixture, i - 8)->label);
    }
}

static void
test_time (void)
{
  g_autoptr (HtapDetailFact) some = htap_detail_elements_new_time ("key", "Created", TIME, NOW);
  g_autoptr (HtapDetailFact) none = htap_detail_elements_new_time ("key", "Created", 0, NOW);

  assert_fact (some, "key", "Created", "2024-03-23 07:00:08 (1 hour ago)", NULL,
               "=2024-03-23T07:00:08Z");
  g_assert_cmpstr (some->tooltip, ==, "2024-03-23 07:00:08 UTC");
  assert_fact (none, "key", "Created", NULL, NULL, "");
  g_assert_null (none->tooltip);
}

/* A number that is no time is shown as it came, and was not a while ago. */
static void
test_no_time (void)
{
  static const gint64 numbers[] = { G_MAXINT64, G_MININT64 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, numbers[i]);
      g_autoptr (HtapDetailFact) fact =
          htap_detail_elements_new_time ("key", "Created", numbers[i], NOW);

      assert_fact (fact, "key", "Created", number, NULL, "");
    }
}

#define ADD(name, function)                                                                        \
  g_test_add ("/detail-elements/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("nothing", test_nothing);
  ADD ("proxies", test_proxies);
  ADD ("nodes", test_nodes);
  ADD ("listed-nodes", test_listed_nodes);
  ADD ("zones", test_zones);
  ADD ("actions", test_actions);
  g_test_add_func ("/detail-elements/time", test_time);
  g_test_add_func ("/detail-elements/no-time", test_no_time);

  return g_test_run ();
}
