/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-finding-conditions.h"

#include <string.h>

/* When a rule hits an HTAP instance, by its record alone. */

/* Seconds. */
#define LONG_RESTART (15 * 60)
#define LONG_CHANGE  (60 * 60)

/* Three FE and three BE. */
#define FEWEST_NODES_OF_CLUSTER 6

static gboolean
has_status (const HtapRecord *record, const char *status)
{
  return g_strcmp0 (htap_record_get_text (record, HTAP_TEXT_STATUS), status) == 0;
}

static gboolean
has_mode (const HtapRecord *record, const char *mode)
{
  const char *its_mode = htap_record_get_text (record, HTAP_TEXT_HA_MODE);

  return its_mode != NULL && g_ascii_strcasecmp (its_mode, mode) == 0;
}

/* Whether what began at @since has lasted for too long; if not, when it will have. */
static gboolean
lasts_too_long (gint64 since, gint64 longest, HtapFindingMoment *moment)
{
  if (moment->now - since >= longest)
    return TRUE;

  moment->due = MIN (moment->due, since + longest);

  return FALSE;
}

HTAP_FINDING_OF_INSTANCE (create_failed)
{
  facts->text = htap_record_get_text (record, HTAP_TEXT_FAIL_MESSAGE);
  facts->other = htap_record_get_text (record, HTAP_TEXT_CREATE_FAIL_ERROR_CODE);

  /* The list says the one, the answer to a creation the other. */
  return has_status (record, "createfail") || has_status (record, "createfailed");
}

HTAP_FINDING_OF_INSTANCE (status_abnormal) { return has_status (record, "abnormal"); }

HTAP_FINDING_OF_INSTANCE (frozen) { return htap_record_get_flag (record, HTAP_NUMBER_IS_FROZEN); }

HTAP_FINDING_OF_INSTANCE (restart_needed)
{
  return htap_record_get_flag (record, HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS);
}

HTAP_FINDING_OF_INSTANCE (status_unknown)
{
  static const char *const known[] = { "normal", "creating", "abnormal", "createfail",
                                       "createfailed" };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (has_status (record, known[i]))
      return FALSE;

  facts->text = htap_record_get_text (record, HTAP_TEXT_STATUS);

  return TRUE;
}

HTAP_FINDING_OF_INSTANCE (creating_long)
{
  gint64 created;

  if (!has_status (record, "creating") ||
      !htap_record_get_number (record, HTAP_NUMBER_CREATE_AT, &created))
    return FALSE;

  facts->number = created / 1000;

  return lasts_too_long (facts->number, LONG_CHANGE, moment);
}

static gint64
get_longest (const HtapAction *action)
{
  g_autofree char *name = g_ascii_strdown (action->action != NULL ? action->action : "", -1);
  gboolean is_restart = strstr (name, "restart") != NULL || strstr (name, "reboot") != NULL;

  return is_restart ? LONG_RESTART : LONG_CHANGE;
}

/* Of an instance that is being created, its creation is what takes long. */
HTAP_FINDING_OF_INSTANCE (action_long)
{
  guint n_actions;
  const HtapAction *actions = htap_record_get_actions (record, &n_actions);

  if (has_status (record, "creating"))
    return FALSE;

  for (guint i = 0; i < n_actions; i++)
    {
      const HtapAction *action = &actions[i];

      if (g_strcmp0 (action->status, "DELETED") == 0 || action->created_at == 0 ||
          !lasts_too_long (action->created_at / 1000, get_longest (action), moment))
        continue;

      facts->text = action->action != NULL ? action->action : action->id;
      facts->number = action->created_at / 1000;

      return TRUE;
    }

  return FALSE;
}

HTAP_FINDING_OF_INSTANCE (nodes_few)
{
  return has_mode (record, "Cluster") && has_status (record, "normal") &&
         htap_record_get_running_action (record) == NULL &&
         htap_record_get_number (record, HTAP_NUMBER_NODE_NUM, &facts->number) &&
         facts->number < FEWEST_NODES_OF_CLUSTER;
}

HTAP_FINDING_OF_INSTANCE (nodes_unread)
{
  guint n_nodes;

  htap_record_get_nodes (record, &n_nodes);

  return n_nodes == 0 && has_status (record, "normal") &&
         htap_record_get_running_action (record) == NULL;
}

HTAP_FINDING_OF_INSTANCE (single_mode) { return has_mode (record, "Single"); }
