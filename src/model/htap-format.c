/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-format.h"

#include "htap-status.h"

#include <glib/gi18n-lib.h>

#define MINUTE G_GINT64_CONSTANT (60)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)

typedef struct
{
  const char *code;
  const char *name; /* a message id */
} CodeName;

static const CodeName engine_names[] = {
  { "star-rocks", "StarRocks" },
  { "click-house", "ClickHouse" },
};

static const CodeName mode_names[] = {
  { "Single", NC_ ("deployment mode", "Single") },
  { "Cluster", NC_ ("deployment mode", "Cluster") },
  { "Ha", NC_ ("deployment mode", "Primary/standby") },
};

static const CodeName billing_names[] = {
  { "0", NC_ ("billing mode", "Pay-per-use") },
  { "1", NC_ ("billing mode", "Yearly/monthly") },
};

static const CodeName volume_names[] = {
  { "SSD", NC_ ("storage type", "Ultra-high I/O") },
  { "ESSD", NC_ ("storage type", "Extreme SSD") },
};

static char *
name_of (const CodeName *names, gsize n_names, const char *context, const char *code)
{
  for (gsize i = 0; i < n_names; i++)
    if (g_strcmp0 (names[i].code, code) == 0)
      return g_strdup (context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, names[i].name)
                                       : names[i].name);

  return g_strdup (code);
}

/* Rounded down, so that the part below a second is never negative. */
static gint64
whole_seconds (gint64 milliseconds)
{
  return milliseconds / 1000 - (milliseconds % 1000 < 0);
}

/* NULL if a hostile number of seconds is in no year from 1 to 9999. */
static char *
format_unix (gint64 seconds, gboolean utc, const char *format)
{
  g_autoptr (GDateTime) time =
      utc ? g_date_time_new_from_unix_utc (seconds) : g_date_time_new_from_unix_local (seconds);

  return time != NULL ? g_date_time_format (time, format) : NULL;
}

/* Shows what is no time as it came. */
static char *
format_or_number (gint64 number, gint64 seconds, gboolean utc, const char *format)
{
  char *text = format_unix (seconds, utc, format);

  return text != NULL ? text : g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* What a plural form and its %d take. */
static int
to_count (gint64 number)
{
  return (int) MIN (number, G_MAXINT);
}

/**
 * htap_format_date_time:
 *
 * Returns: (transfer full): date and time of day in the local time zone; the number itself if it is
 *   no time
 */
char *
htap_format_date_time (gint64 milliseconds)
{
  /* Translators: a date and a time of day, as g_date_time_format() takes it. */
  const char *format = _ ("%Y-%m-%d %H:%M:%S");

  return format_or_number (milliseconds, whole_seconds (milliseconds), FALSE, format);
}

/**
 * htap_format_date_time_utc:
 *
 * Returns: (transfer full): date and time of day in UTC, saying so; the number itself if it is no
 *   time
 */
char *
htap_format_date_time_utc (gint64 milliseconds)
{
  /* Translators: a date and a time of day in UTC, as g_date_time_format() takes it. */
  const char *format = _ ("%Y-%m-%d %H:%M:%S UTC");

  return format_or_number (milliseconds, whole_seconds (milliseconds), TRUE, format);
}

/**
 * htap_format_iso8601:
 *
 * Returns: (transfer full) (nullable): ISO 8601 in UTC for scripts, whatever the locale;
 *   milliseconds only where there are some. %NULL if it is no time of the years 1 to 9999, which
 *   is as far as ISO 8601 goes.
 */
char *
htap_format_iso8601 (gint64 milliseconds)
{
  gint64 seconds = whole_seconds (milliseconds);
  int rest = (int) ((milliseconds % 1000 + 1000) % 1000);
  g_autofree char *text = format_unix (seconds, TRUE, "%C%y-%m-%dT%H:%M:%S");

  if (text == NULL || rest == 0)
    return text != NULL ? g_strconcat (text, "Z", NULL) : NULL;

  return g_strdup_printf ("%s.%03dZ", text, rest);
}

/**
 * htap_format_clock:
 *
 * Returns: (transfer full): time of day with seconds, local: "14:02:31"
 */
char *
htap_format_clock (gint64 seconds)
{
  /* Translators: a time of day with seconds, as g_date_time_format() takes it. */
  return format_or_number (seconds, seconds, FALSE, _ ("%H:%M:%S"));
}

/**
 * htap_format_as_of:
 * @now: the present, decides whether the date is needed
 *
 * Returns: (transfer full): time of day, with the date in front unless it is today's
 */
char *
htap_format_as_of (gint64 seconds, gint64 now)
{
  g_autofree char *day = format_unix (seconds, FALSE, "%F");
  g_autofree char *today = format_unix (now, FALSE, "%F");

  if (g_strcmp0 (day, today) == 0)
    /* Translators: a time of day without seconds, as g_date_time_format() takes it. */
    return format_or_number (seconds, seconds, FALSE, _ ("%H:%M"));

  /* Translators: a date and a time of day without seconds, as g_date_time_format() takes it. */
  return format_or_number (seconds, seconds, FALSE, _ ("%Y-%m-%d %H:%M"));
}

/**
 * htap_format_age:
 *
 * Returns: (transfer full): how long ago @seconds was, in its largest unit; a time that is still to
 *   come, as a wrong clock makes it, counts as now
 */
char *
htap_format_age (gint64 seconds, gint64 now)
{
  /* Unsigned, for a hostile time may be further away than a signed number can say. */
  gint64 age = seconds < now ? (gint64) MIN ((guint64) now - (guint64) seconds, G_MAXINT64) : 0;
  int count;

  if (age < MINUTE)
    return g_strdup (_ ("just now"));

  if (age < HOUR)
    {
      count = to_count (age / MINUTE);
      return g_strdup_printf (ngettext ("%d minute ago", "%d minutes ago", (gulong) count), count);
    }

  if (age < DAY)
    {
      count = to_count (age / HOUR);
      return g_strdup_printf (ngettext ("%d hour ago", "%d hours ago", (gulong) count), count);
    }

  count = to_count (age / DAY);
  return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) count), count);
}

/**
 * htap_format_duration:
 * @seconds: how long, not negative; less than a minute counts as one
 *
 * Returns: (transfer full): "22 minutes", in the largest unit that there are at least two of
 */
char *
htap_format_duration (gint64 seconds)
{
  int count;

  if (seconds < 2 * HOUR)
    {
      count = to_count (MAX (seconds / MINUTE, 1));
      return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) count), count);
    }

  if (seconds < 2 * DAY)
    {
      count = to_count (seconds / HOUR);
      return g_strdup_printf (ngettext ("%d hour", "%d hours", (gulong) count), count);
    }

  count = to_count (seconds / DAY);
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) count), count);
}

/**
 * htap_format_engine:
 *
 * Returns: (transfer full) (nullable): the product's name
 */
char *
htap_format_engine (const char *engine_name)
{
  return name_of (engine_names, G_N_ELEMENTS (engine_names), NULL, engine_name);
}

/**
 * htap_format_version:
 *
 * Returns: (transfer full) (nullable): "StarRocks 3.1.15.80"
 */
char *
htap_format_version (const char *engine_name, const char *engine_version)
{
  g_autofree char *engine = htap_format_engine (engine_name);

  if (engine == NULL || engine_version == NULL)
    return g_strdup (engine != NULL ? engine : engine_version);

  return g_strdup_printf ("%s %s", engine, engine_version);
}

/**
 * htap_format_mode:
 *
 * Returns: (transfer full) (nullable): the deployment mode's name
 */
char *
htap_format_mode (const char *ha_mode)
{
  return name_of (mode_names, G_N_ELEMENTS (mode_names), "deployment mode", ha_mode);
}

/**
 * htap_format_mode_and_nodes:
 *
 * Returns: (transfer full) (nullable): "Cluster, 6 nodes"; a single instance always has the same
 *   two nodes, so they are not counted there
 */
char *
htap_format_mode_and_nodes (const HtapRecord *record)
{
  const char *ha_mode = htap_record_get_text (record, HTAP_TEXT_HA_MODE);
  g_autofree char *mode = htap_format_mode (ha_mode);
  gint64 n_nodes;

  if (mode == NULL || g_strcmp0 (ha_mode, "Single") == 0 ||
      !htap_record_get_number (record, HTAP_NUMBER_NODE_NUM, &n_nodes) || n_nodes < 0)
    return g_steal_pointer (&mode);

  /* Translators: the deployment mode and the number of nodes: "Cluster, 6 nodes". */
  return g_strdup_printf (ngettext ("%s, %d node", "%s, %d nodes", (gulong) to_count (n_nodes)),
                          mode, to_count (n_nodes));
}

/**
 * htap_format_billing:
 *
 * Returns: (transfer full) (nullable): the billing mode's name
 */
char *
htap_format_billing (const char *pay_model)
{
  return name_of (billing_names, G_N_ELEMENTS (billing_names), "billing mode", pay_model);
}

/**
 * htap_format_volume_type:
 *
 * Returns: (transfer full) (nullable): the storage type's name
 */
char *
htap_format_volume_type (const char *volume_type)
{
  return name_of (volume_names, G_N_ELEMENTS (volume_names), "storage type", volume_type);
}

/* Returns: (nullable): %NULL for one that is not known */
static const char *
get_status_label (HtapShownStatus status)
{
  switch (status)
    {
    case HTAP_SHOWN_STATUS_CREATION_FAILED:
      return C_ ("status", "Creation failed");
    case HTAP_SHOWN_STATUS_ABNORMAL:
      return C_ ("status", "Abnormal");
    case HTAP_SHOWN_STATUS_FROZEN:
      return C_ ("status", "Frozen");
    case HTAP_SHOWN_STATUS_CREATING:
      return C_ ("status", "Creating");
    case HTAP_SHOWN_STATUS_CHANGING:
      return C_ ("status", "Changing");
    case HTAP_SHOWN_STATUS_REBOOT_NEEDED:
      return C_ ("status", "Reboot needed");
    case HTAP_SHOWN_STATUS_AVAILABLE:
      return C_ ("status", "Available");
    case HTAP_SHOWN_STATUS_UNKNOWN:
    default:
      return NULL;
    }
}

/**
 * htap_format_status:
 *
 * Returns: (transfer full) (nullable): what a status means by itself; an unknown one as it came
 */
char *
htap_format_status (const char *status)
{
  const char *label = get_status_label (htap_shown_status_from_text (status));

  return g_strdup (label != NULL ? label : status);
}

/**
 * htap_format_shown_status:
 *
 * Returns: (transfer full): what the status column says; an unknown status as it came
 */
char *
htap_format_shown_status (const HtapRecord *record)
{
  HtapShownStatus shown = htap_record_get_shown_status (record);
  const char *status = htap_record_get_text (record, HTAP_TEXT_STATUS);
  const char *label = get_status_label (shown);

  if (shown == HTAP_SHOWN_STATUS_CHANGING &&
      htap_record_get_running_action (record)->action != NULL)
    /* Translators: the instance is being changed; %s is the API's word, such as resize_flavor. */
    return g_strdup_printf (C_ ("status", "Changing: %s"),
                            htap_record_get_running_action (record)->action);
  if (label == NULL)
    label = status != NULL ? status : C_ ("status", "Unknown");

  return g_strdup (label);
}

/**
 * htap_format_taurus_status:
 *
 * Returns: (transfer full) (nullable): the status of a TaurusDB instance, an unknown one as it
 *   came, and what is being changed; %NULL without a status
 */
char *
htap_format_taurus_status (const HtapTaurus *taurus)
{
  HtapShownStatus shown = htap_taurus_get_shown_status (taurus);
  const char *status = htap_taurus_get_text (taurus, HTAP_TAURUS_TEXT_STATUS);
  const char *label = get_status_label (shown);

  if (shown == HTAP_SHOWN_STATUS_CHANGING)
    return g_strdup_printf (C_ ("status", "Changing: %s"), status);

  return g_strdup (label != NULL ? label : status);
}

/**
 * htap_format_flag:
 *
 * Returns: (transfer full): yes or no
 */
char *
htap_format_flag (gboolean flag)
{
  return g_strdup (flag ? _ ("Yes") : _ ("No"));
}
