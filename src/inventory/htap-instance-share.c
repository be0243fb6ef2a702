/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-share.h"

/* Which source a row shows that several sources list: profiles that look at the same TaurusDB
 * instance. The newest news is shown. A source that says the same takes a row over only from one
 * that failed or grew old, and a source that repeats what it said before has no news, so that rows
 * do not flicker between two that are asked in turn. */

#define WHO_LISTS_IT HTAP_FIELD_BIT (HTAP_FIELD_PROFILE)

/* Two profiles may know different things of one TaurusDB instance. */
#define OF_ITS_SOURCE                                                                              \
  (HTAP_FIELD_BIT (HTAP_FIELD_TAURUS_NAME) | HTAP_FIELD_BIT (HTAP_FIELD_TAURUS_STATUS) |           \
   HTAP_FIELD_BIT (HTAP_FIELD_TAURUS_VERSION) | HTAP_FIELD_BIT (HTAP_FIELD_TAGS) |                 \
   HTAP_FIELD_BIT (HTAP_FIELD_ENTERPRISE_PROJECT))

static HtapFieldSet
show (HtapInstance *instance, HtapSource *source)
{
  HtapFieldSet differences = htap_record_get_differences (
      htap_instance_get_record (instance), htap_instance_get_record_of (instance, source));

  htap_instance_show_source (instance, source);

  return differences | WHO_LISTS_IT | OF_ITS_SOURCE;
}

/* One that is being asked will say something, or fail, in a moment. */
static gboolean
is_trusted (HtapSource *source)
{
  return htap_source_get_state (source) == HTAP_SOURCE_FRESH || htap_source_is_loading (source);
}

/**
 * htap_instance_share_take_in:
 * @source: any that lists @instance, or does so from now on
 * @record: what it says just now
 *
 * Returns: the fields that have changed of what is shown; %HTAP_FIELD_PROFILE is among them also if
 *   @source did not list @instance before
 */
HtapFieldSet
htap_instance_share_take_in (HtapInstance *instance, HtapSource *source, HtapRecord *record)
{
  HtapRecord *before = htap_instance_get_record_of (instance, source);
  HtapFieldSet news = before != NULL ? htap_record_get_differences (before, record) : WHO_LISTS_IT;
  HtapSource *shown = htap_instance_get_source (instance);
  HtapFieldSet changed = before == NULL ? WHO_LISTS_IT : 0;

  if (news != 0)
    htap_instance_set_record_of (instance, source, record);
  if (shown == source)
    return news;

  if (!is_trusted (shown) ||
      (news != 0 && htap_record_get_differences (htap_instance_get_record (instance), record) != 0))
    changed |= show (instance, source);

  return changed;
}

/**
 * htap_instance_share_let_go:
 * @source: one that no longer lists @instance
 *
 * Returns: the fields that have changed; 0 if no other source lists @instance: it then stays with
 *   @source until it leaves the list
 */
HtapFieldSet
htap_instance_share_let_go (HtapInstance *instance, HtapSource *source)
{
  HtapSource *substitute = htap_instance_find_substitute (instance);
  HtapFieldSet changed = WHO_LISTS_IT;

  if (substitute == NULL)
    return 0;

  if (htap_instance_get_source (instance) == source)
    changed |= show (instance, substitute);
  htap_instance_drop_source (instance, source);

  return changed;
}

/**
 * htap_instance_share_hand_over:
 * @source: one that failed or grew old
 *
 * Lets a fresh source take over, if there is one and @source is shown.
 *
 * Returns: the fields that have changed
 */
HtapFieldSet
htap_instance_share_hand_over (HtapInstance *instance, HtapSource *source)
{
  HtapSource *substitute = htap_instance_find_substitute (instance);

  if (htap_instance_get_source (instance) != source || substitute == NULL ||
      htap_source_get_state (substitute) != HTAP_SOURCE_FRESH)
    return 0;

  return show (instance, substitute);
}

/**
 * htap_instance_share_move:
 * @source: the only one that lists @instance from now on
 *
 * Returns: the fields that have changed
 */
HtapFieldSet
htap_instance_share_move (HtapInstance *instance, HtapSource *source, HtapRecord *record)
{
  HtapSource *before = htap_instance_get_source (instance);
  HtapFieldSet changed;

  if (source == before)
    return htap_instance_share_take_in (instance, source, record);

  htap_instance_set_record_of (instance, source, record);
  changed = show (instance, source);
  htap_instance_drop_source (instance, before);

  return changed;
}
