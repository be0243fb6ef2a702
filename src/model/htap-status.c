/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status.h"

/**
 * htap_record_get_running_action:
 *
 * Returns: (transfer none) (nullable): the first current action that is not already over
 */
const HtapAction *
htap_record_get_running_action (const HtapRecord *record)
{
  guint n_actions;
  const HtapAction *actions = htap_record_get_actions (record, &n_actions);

  for (guint i = 0; i < n_actions; i++)
    if (g_strcmp0 (actions[i].status, "DELETED") != 0)
      return &actions[i];

  return NULL;
}

/**
 * htap_shown_status_from_text:
 * @status: (nullable): as the API says it of an instance or a node
 *
 * Returns: what it means by itself; %HTAP_SHOWN_STATUS_AVAILABLE for `normal`
 */
HtapShownStatus
htap_shown_status_from_text (const char *status)
{
  /* The list says createfail, the answer to a creation createfailed. */
  if (g_strcmp0 (status, "createfail") == 0 || g_strcmp0 (status, "createfailed") == 0)
    return HTAP_SHOWN_STATUS_CREATION_FAILED;
  if (g_strcmp0 (status, "abnormal") == 0)
    return HTAP_SHOWN_STATUS_ABNORMAL;
  if (g_strcmp0 (status, "creating") == 0)
    return HTAP_SHOWN_STATUS_CREATING;
  if (g_strcmp0 (status, "normal") == 0)
    return HTAP_SHOWN_STATUS_AVAILABLE;

  return HTAP_SHOWN_STATUS_UNKNOWN;
}

/**
 * htap_record_get_shown_status:
 *
 * The API's own status stays `normal` while an instance restarts, is resized or is frozen; this is
 * what the three members together mean.
 */
HtapShownStatus
htap_record_get_shown_status (const HtapRecord *record)
{
  HtapShownStatus shown =
      htap_shown_status_from_text (htap_record_get_text (record, HTAP_TEXT_STATUS));

  if (shown == HTAP_SHOWN_STATUS_CREATION_FAILED || shown == HTAP_SHOWN_STATUS_ABNORMAL)
    return shown;
  if (htap_record_get_flag (record, HTAP_NUMBER_IS_FROZEN))
    return HTAP_SHOWN_STATUS_FROZEN;
  if (shown != HTAP_SHOWN_STATUS_AVAILABLE)
    return shown;
  if (htap_record_get_running_action (record) != NULL)
    return HTAP_SHOWN_STATUS_CHANGING;
  if (htap_record_get_flag (record, HTAP_NUMBER_WAIT_RESTART_FOR_PARAMS))
    return HTAP_SHOWN_STATUS_REBOOT_NEEDED;

  return HTAP_SHOWN_STATUS_AVAILABLE;
}

/**
 * htap_record_get_status_word:
 *
 * Returns: (transfer none) (nullable): the cloud's word that the shown status does not say by
 *   itself: what is being changed, or a status that is not known
 */
const char *
htap_record_get_status_word (const HtapRecord *record)
{
  switch (htap_record_get_shown_status (record))
    {
    case HTAP_SHOWN_STATUS_CHANGING:
      return htap_record_get_running_action (record)->action;
    case HTAP_SHOWN_STATUS_UNKNOWN:
      return htap_record_get_text (record, HTAP_TEXT_STATUS);
    default:
      return NULL;
    }
}

/**
 * htap_shown_status_get_id:
 *
 * Returns: (transfer none): as scripts and style classes name it, `reboot-needed`
 */
const char *
htap_shown_status_get_id (HtapShownStatus status)
{
  static const char *const ids[] = {
    [HTAP_SHOWN_STATUS_CREATION_FAILED] = "creation-failed",
    [HTAP_SHOWN_STATUS_ABNORMAL] = "abnormal",
    [HTAP_SHOWN_STATUS_FROZEN] = "frozen",
    [HTAP_SHOWN_STATUS_CREATING] = "creating",
    [HTAP_SHOWN_STATUS_UNKNOWN] = "unknown",
    [HTAP_SHOWN_STATUS_CHANGING] = "changing",
    [HTAP_SHOWN_STATUS_REBOOT_NEEDED] = "reboot-needed",
    [HTAP_SHOWN_STATUS_AVAILABLE] = "available",
  };

  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (ids), ids[HTAP_SHOWN_STATUS_UNKNOWN]);

  return ids[status];
}
