/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-part.h"

#include "htap-error-text.h"
#include "htap-permission-text.h"

#include <glib/gi18n-lib.h>

/* What the cloud's documentation says each answer needs: as a role or policy names it, and as an
 * identity policy does. */
static const struct
{
  const char *key;
  const char *action;
  const char *identity_action;
} parts[HTAP_DETAIL_N_PARTS] = {
  [HTAP_DETAIL_PART_DETAIL] = { "detail-state", "gaussdb:htapInstance:list",
                                "gaussdbformysql:htapInstance:get" },
  [HTAP_DETAIL_PART_NODES] = { "nodes-state", "gaussdb:log:list", "gaussdbformysql:log:list" },
  [HTAP_DETAIL_PART_REPLICATIONS] = { "replications-state", "gaussdb:htapInstance:list",
                                      "gaussdbformysql:htapInstance:getReplication" },
};

static gboolean
lacks_permission (const GError *error)
{
  HtapErrorReason reason = htap_error_get_details (error)->reason;

  return g_error_matches (error, HTAP_ERROR, HTAP_ERROR_FORBIDDEN) &&
         (reason == HTAP_ERROR_REASON_NONE || reason == HTAP_ERROR_REASON_NO_PERMISSION);
}

static void
add_permission (GPtrArray *facts, HtapDetailPart part, const GError *error)
{
  g_autofree char *sentence =
      htap_permission_text_dup (error, parts[part].action, parts[part].identity_action);

  g_ptr_array_add (
      facts, htap_detail_fact_new (parts[part].key, NULL, sentence, HTAP_DETAIL_FACT_NOTHING));
}

static void
add_error (GPtrArray *facts, HtapDetailPart part, const GError *error, HtapSource *source)
{
  /* The sentence about what is not found is about TaurusDB instances. */
  g_autofree char *sentence = g_error_matches (error, HTAP_ERROR, HTAP_ERROR_NOT_FOUND)
                                  ? g_strdup (_ ("Huawei Cloud does not tell this of the instance"))
                                  : htap_error_text_dup_sentence (error, source);
  HtapDetailFact *fact =
      htap_detail_fact_new (parts[part].key, NULL, sentence, HTAP_DETAIL_FACT_NOTHING);

  htap_detail_fact_set_offers_retry (fact, TRUE);
  g_ptr_array_add (facts, fact);
}

/**
 * htap_detail_part_is_awaited:
 * @detail: (nullable): %NULL while nobody has asked
 *
 * Returns: whether it is on its way, or will be as soon as somebody rests on the instance
 */
gboolean
htap_detail_part_is_awaited (HtapInstanceDetail *detail, HtapDetailPart part)
{
  HtapDetailState state =
      detail != NULL ? htap_instance_detail_get_state (detail, part) : HTAP_DETAIL_STATE_NONE;

  return state == HTAP_DETAIL_STATE_NONE || state == HTAP_DETAIL_STATE_LOADING;
}

/**
 * htap_detail_part_add:
 * @detail: (nullable): what an instance is made of
 * @has_data: whether the group shows something of it already
 * @source: where the instance was read
 *
 * Adds one quiet fact where a part is not there: that it is on its way, which permission it needs,
 * or why it could not be read.
 */
void
htap_detail_part_add (GPtrArray *facts,
                      HtapInstanceDetail *detail,
                      HtapDetailPart part,
                      gboolean has_data,
                      HtapSource *source)
{
  const GError *error = detail != NULL ? htap_instance_detail_get_error (detail, part) : NULL;

  if (htap_detail_part_is_awaited (detail, part))
    {
      if (!has_data)
        g_ptr_array_add (facts, htap_detail_fact_new (parts[part].key, NULL, _ ("Loading…"),
                                                      HTAP_DETAIL_FACT_NOTHING));
    }
  else if (error != NULL && lacks_permission (error))
    add_permission (facts, part, error);
  else if (error != NULL)
    add_error (facts, part, error, source);
}
