/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-connection-string.h"

#include "htap-address.h"

#include <glib/gi18n-lib.h>

/* What the documentation of the service names, for answers that say nothing. */
#define STARROCKS_PORT       3306
#define CLICKHOUSE_HTTP_PORT 8123

/* ClickHouse's own, where its client needs no word of it and nothing speaks HTTP. */
#define CLICKHOUSE_NATIVE_PORT 9000

#define MAX_PORT 65535

typedef struct
{
  const char *protocol;
  const char *names[HTAP_N_CONNECTION_FORMS];
} Engine;

static const Engine starrocks = {
  .protocol = "MySQL",
  .names = { N_ ("mysql Command"), N_ ("JDBC URL"), N_ ("MySQL URI") },
};

static const Engine clickhouse = {
  .protocol = "ClickHouse",
  .names = { N_ ("clickhouse-client Command"), N_ ("JDBC URL"), N_ ("HTTP URL") },
};

typedef struct
{
  char *host; /* an address, bare */
  gboolean is_ipv6;
  const char *reason; /* not translated */
} Target;

/* StarRocks speaks MySQL's protocol, ClickHouse its own. */
static const Engine *
get_engine (const HtapRecord *record)
{
  const char *name = htap_record_get_text (record, HTAP_TEXT_ENGINE_NAME);

  if (g_strcmp0 (name, "star-rocks") == 0)
    return &starrocks;

  return g_strcmp0 (name, "click-house") == 0 ? &clickhouse : NULL;
}

/* One of the addresses with commas between them. What is no address never gets into a command that
 * somebody pastes into a shell. */
static gboolean
take_address (Target *target, const char *addresses, const char *reason)
{
  g_auto (GStrv) parts = g_strsplit (addresses != NULL ? addresses : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);
      HtapAddress address;

      if (!htap_address_parse (part, &address))
        continue;

      target->host = g_strdup (part);
      target->is_ipv6 = address.is_ipv6;
      target->reason = reason;
      return TRUE;
    }

  return FALSE;
}

/* The proxy first: it stays the same, and shares the work, when nodes come and go. */
static gboolean
find_target (const HtapRecord *record, Target *target)
{
  guint n_proxies;
  const char *const *proxies = htap_record_get_proxy_ips (record, &n_proxies);

  for (guint i = 0; i < n_proxies; i++)
    if (take_address (target, proxies[i], N_ ("Proxy address")))
      return TRUE;

  if (take_address (target, htap_record_get_text (record, HTAP_TEXT_DATA_VIP),
                    n_proxies == 0 ? N_ ("Private IP; no proxy is reported")
                                   : N_ ("Private IP; the proxy has no address")))
    return TRUE;

  return take_address (target, htap_record_get_text (record, HTAP_TEXT_DATA_VIP_V6),
                       N_ ("IPv6, the only address"));
}

static gint64
get_port (const HtapRecord *record, gint64 usual)
{
  gint64 port;

  return htap_record_get_number (record, HTAP_NUMBER_PORT, &port) && port > 0 && port <= MAX_PORT
             ? port
             : usual;
}

static char *
dup_for_starrocks (const HtapRecord *record,
                   HtapConnectionForm form,
                   const char *host,
                   const char *url_host)
{
  gint64 port = get_port (record, STARROCKS_PORT);

  if (form == HTAP_CONNECTION_COMMAND)
    return g_strdup_printf ("mysql -h %s -P %" G_GINT64_FORMAT " -u USER -p", host, port);

  return g_strdup_printf ("%s://%s:%" G_GINT64_FORMAT "/",
                          form == HTAP_CONNECTION_JDBC ? "jdbc:mysql" : "mysql", url_host, port);
}

/* The port that is reported is the one for HTTP, which JDBC uses too. The client speaks another
 * protocol at another port, which the list does not tell; without a word of it the client takes the
 * usual one. */
static char *
dup_for_clickhouse (const HtapRecord *record,
                    HtapConnectionForm form,
                    const char *host,
                    const char *url_host)
{
  gint64 port = get_port (record, CLICKHOUSE_HTTP_PORT);

  if (form == HTAP_CONNECTION_COMMAND)
    return g_strdup_printf ("clickhouse-client --host %s --user USER --ask-password", host);
  if (port == CLICKHOUSE_NATIVE_PORT)
    port = CLICKHOUSE_HTTP_PORT;

  return g_strdup_printf ("%s://%s:%" G_GINT64_FORMAT "/",
                          form == HTAP_CONNECTION_JDBC ? "jdbc:clickhouse" : "http", url_host,
                          port);
}

/**
 * htap_connection_string_dup:
 *
 * There is never a password in it. USER stands for who connects.
 *
 * Returns: (transfer full) (nullable): what a client is given to connect, fit for a shell: an
 *   address in it is one; %NULL if no address is reported, or another engine
 */
char *
htap_connection_string_dup (const HtapRecord *record, HtapConnectionForm form)
{
  const Engine *engine = get_engine (record);
  Target target = { 0 };
  g_autofree char *host = NULL;
  g_autofree char *url_host = NULL;

  if (engine == NULL || !find_target (record, &target))
    return NULL;

  host = g_steal_pointer (&target.host);
  url_host = target.is_ipv6 ? g_strdup_printf ("[%s]", host) : g_strdup (host);

  return engine == &starrocks ? dup_for_starrocks (record, form, host, url_host)
                              : dup_for_clickhouse (record, form, host, url_host);
}

/**
 * htap_connection_string_get_name:
 *
 * Returns: (transfer none) (nullable): what a menu calls it, in the user's language; %NULL for
 *   another engine
 */
const char *
htap_connection_string_get_name (const HtapRecord *record, HtapConnectionForm form)
{
  const Engine *engine = get_engine (record);

  return engine != NULL ? _ (engine->names[form]) : NULL;
}

/**
 * htap_connection_string_get_protocol:
 *
 * Returns: (transfer none) (nullable): the name of what is spoken, the same in every language;
 * %NULL for another engine
 */
const char *
htap_connection_string_get_protocol (const HtapRecord *record)
{
  const Engine *engine = get_engine (record);

  return engine != NULL ? engine->protocol : NULL;
}

/**
 * htap_connection_string_get_reason:
 *
 * Returns: (transfer none) (nullable): which of the instance's addresses was chosen and why, in the
 *   user's language; %NULL if there is none to choose
 */
const char *
htap_connection_string_get_reason (const HtapRecord *record)
{
  Target target = { 0 };

  if (get_engine (record) == NULL || !find_target (record, &target))
    return NULL;

  g_free (target.host);

  return _ (target.reason);
}
