/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-taurus.h"

/* The words of v3.1, which are lower case, and those of v3, where others stand for one change or
 * another. */
static const struct
{
  const char *word;
  HtapShownStatus status;
} words[] = {
  { "normal", HTAP_SHOWN_STATUS_AVAILABLE },
  { "creating", HTAP_SHOWN_STATUS_CREATING },
  { "abnormal", HTAP_SHOWN_STATUS_ABNORMAL },
  { "createfail", HTAP_SHOWN_STATUS_CREATION_FAILED },
  { "ACTIVE", HTAP_SHOWN_STATUS_AVAILABLE },
  { "BUILD", HTAP_SHOWN_STATUS_CREATING },
  { "FAILED", HTAP_SHOWN_STATUS_ABNORMAL },
  { "STORAGE FULL", HTAP_SHOWN_STATUS_ABNORMAL },
  { "FROZEN", HTAP_SHOWN_STATUS_FROZEN },
  { "MODIFYING", HTAP_SHOWN_STATUS_CHANGING },
  { "REBOOTING", HTAP_SHOWN_STATUS_CHANGING },
  { "RESTORING", HTAP_SHOWN_STATUS_CHANGING },
  { "SWITCHOVER", HTAP_SHOWN_STATUS_CHANGING },
  { "MIGRATING", HTAP_SHOWN_STATUS_CHANGING },
  { "BACKING UP", HTAP_SHOWN_STATUS_CHANGING },
  { "MODIFYING DATABASE PORT", HTAP_SHOWN_STATUS_CHANGING },
};

/**
 * htap_taurus_get_shown_status:
 *
 * Both versions of the list have a vocabulary of their own; this is one for both. What exactly
 * goes on, or an unknown word, is in %HTAP_TAURUS_TEXT_STATUS.
 */
HtapShownStatus
htap_taurus_get_shown_status (const HtapTaurus *self)
{
  const char *status = htap_taurus_get_text (self, HTAP_TAURUS_TEXT_STATUS);

  for (guint i = 0; i < G_N_ELEMENTS (words) && status != NULL; i++)
    if (g_ascii_strcasecmp (words[i].word, status) == 0)
      return words[i].status;

  return HTAP_SHOWN_STATUS_UNKNOWN;
}
