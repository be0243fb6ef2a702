/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-connection-string.h"

#include "htap-test-samples.h"

typedef struct
{
  const char *engine;
  const char *proxies[3];
  const char *data_vip;
  const char *data_vip_v6;
  gint64 port;
  const char *strings[HTAP_N_CONNECTION_FORMS]; /* NULL: none */
  const char *reason;
} Case;

static const Case cases[] = {
  { "star-rocks",
    { NULL },
    "192.168.0.207",
    NULL,
    3306,
    { "mysql -h 192.168.0.207 -P 3306 -u USER -p", "jdbc:mysql://192.168.0.207:3306/",
      "mysql://192.168.0.207:3306/" },
    "Private IP; no proxy is reported" },
  /* The proxy before everything. */
  { "star-rocks",
    { "10.0.0.9", "10.0.0.10" },
    "192.168.0.207",
    "fd00::1",
    9030,
    { "mysql -h 10.0.0.9 -P 9030 -u USER -p", "jdbc:mysql://10.0.0.9:9030/",
      "mysql://10.0.0.9:9030/" },
    "Proxy address" },
  /* IPv6: bare after -h, in brackets in an URL. No port: the documented one. */
  { "star-rocks",
    { NULL },
    NULL,
    "fd00::1",
    0,
    { "mysql -h fd00::1 -P 3306 -u USER -p", "jdbc:mysql://[fd00::1]:3306/",
      "mysql://[fd00::1]:3306/" },
    "IPv6, the only address" },
  /* The addresses of several front ends: the first. */
  { "star-rocks",
    { NULL },
    "10.0.0.1, 10.0.0.2",
    NULL,
    3306,
    { "mysql -h 10.0.0.1 -P 3306 -u USER -p", "jdbc:mysql://10.0.0.1:3306/",
      "mysql://10.0.0.1:3306/" },
    "Private IP; no proxy is reported" },
  { "click-house",
    { NULL },
    "10.0.0.1",
    NULL,
    8123,
    { "clickhouse-client --host 10.0.0.1 --user USER --ask-password",
      "jdbc:clickhouse://10.0.0.1:8123/", "http://10.0.0.1:8123/" },
    "Private IP; no proxy is reported" },
  { "click-house",
    { NULL },
    NULL,
    "fd00::1",
    9000,
    { "clickhouse-client --host fd00::1 --user USER --ask-password",
      "jdbc:clickhouse://[fd00::1]:8123/", "http://[fd00::1]:8123/" },
    "IPv6, the only address" },
  /* What is no address is not used, so a shell is never given anything else. */
  { "star-rocks",
    { "10.0.0.9; rm -rf ~" },
    "10.0.0.1",
    NULL,
    99999,
    { "mysql -h 10.0.0.1 -P 3306 -u USER -p", "jdbc:mysql://10.0.0.1:3306/",
      "mysql://10.0.0.1:3306/" },
    "Private IP; the proxy has no address" },
  { "star-rocks", { NULL }, "$(id)", "--defaults-file=x", 3306, { NULL }, NULL },
  { "star-rocks", { NULL }, NULL, NULL, 3306, { NULL }, NULL },
  { "oracle", { NULL }, "10.0.0.1", NULL, 1521, { NULL }, NULL },
  { NULL, { NULL }, "10.0.0.1", NULL, 1521, { NULL }, NULL },
};

static HtapRecord *
new_record (const Case *c)
{
  HtapRecord *record = htap_record_new ();

  htap_record_set_text (record, HTAP_TEXT_ENGINE_NAME, c->engine);
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP, c->data_vip);
  htap_record_set_text (record, HTAP_TEXT_DATA_VIP_V6, c->data_vip_v6);
  if (c->port != 0)
    htap_record_set_number (record, HTAP_NUMBER_PORT, c->port);
  for (guint i = 0; c->proxies[i] != NULL; i++)
    htap_record_add_proxy_ip (record, c->proxies[i]);

  return record;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HtapRecord) record = new_record (&cases[i]);

      for (guint form = 0; form < HTAP_N_CONNECTION_FORMS; form++)
        {
          g_autofree char *string = htap_connection_string_dup (record, form);

          g_assert_cmpstr (string, ==, cases[i].strings[form]);
        }
      g_assert_cmpstr (htap_connection_string_get_reason (record), ==, cases[i].reason);
    }
}

static void
test_names (void)
{
  g_autoptr (HtapRecord) starrocks = new_record (&cases[0]);
  g_autoptr (HtapRecord) other = new_record (&(Case){ .engine = "oracle" });

  g_assert_cmpstr (htap_connection_string_get_protocol (starrocks), ==, "MySQL");
  g_assert_cmpstr (htap_connection_string_get_name (starrocks, HTAP_CONNECTION_COMMAND), ==,
                   "mysql Command");
  g_assert_null (htap_connection_string_get_protocol (other));
  g_assert_null (htap_connection_string_get_name (other, HTAP_CONNECTION_JDBC));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connection-string/cases", test_cases);
  g_test_add_func ("/connection-string/names", test_names);

  return g_test_run ();
}
