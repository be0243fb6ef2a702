/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-change-draft.h"

#include "htap-difference.h"

struct _HtapChangeDraft
{
  HtapChangeIndex *index; /* borrowed: of what was told before */
  GPtrArray *noted;       /* HtapChange, the oldest first */
};

/**
 * htap_change_draft_new:
 * @index: what was told before; outlives the draft
 *
 * Returns: (transfer full): a draft in which nothing is noted
 */
HtapChangeDraft *
htap_change_draft_new (HtapChangeIndex *index)
{
  HtapChangeDraft *self = g_new0 (HtapChangeDraft, 1);

  self->index = index;
  self->noted = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
htap_change_draft_free (HtapChangeDraft *self)
{
  g_ptr_array_unref (self->noted);
  g_free (self);
}

static HtapChangeFacts
describe (HtapInstance *instance, HtapChangeKind kind, gint64 at, gint64 until)
{
  HtapSource *source = htap_instance_get_source (instance);
  HtapProfile *profile = htap_source_get_profile (source);

  return (HtapChangeFacts){
    .kind = kind,
    .profile = htap_profile_get_uuid (profile),
    .region = htap_source_get_region (source),
    .taurus_id = htap_source_get_taurus_id (source),
    .taurus_name = htap_source_get_taurus_name (source),
    .id = htap_instance_get_id (instance),
    .name = htap_record_get_text (htap_instance_get_record (instance), HTAP_TEXT_NAME),
    .at = at,
    /* A clock that was set back since does not make the past come after the present. */
    .until = MIN (until, at),
    .transient = htap_profile_get_origin (profile) != HTAP_PROFILE_SAVED,
  };
}

static void
note (HtapChangeDraft *self, const HtapChangeFacts *facts)
{
  g_ptr_array_add (self->noted, htap_change_new (facts));
}

/* Another profile that reads the same instance may have told already: then the value was new before
 * this source last said that it was the old one. Returns: whether @facts says nothing new */
static gboolean
is_known (HtapChangeDraft *self, HtapInstance *instance, const HtapChangeFacts *facts)
{
  GPtrArray *changes = htap_change_index_get_of (self->index, instance);

  for (guint i = changes != NULL ? changes->len : 0; i-- > 0;)
    {
      const HtapChangeFacts *last = htap_change_get_facts (changes->pdata[i]);

      if (last->kind == HTAP_CHANGE_CHANGED && last->field == facts->field)
        return g_strcmp0 (last->new_value, facts->new_value) == 0 && last->at >= facts->until;
    }

  return FALSE;
}

/**
 * htap_change_draft_note_record:
 * @before: what @instance showed
 * @fields: in which that differs from what it shows now
 * @at: when the answer came, seconds since 1970 UTC
 * @until: when @before was last read, likewise
 */
void
htap_change_draft_note_record (HtapChangeDraft *self,
                               HtapInstance *instance,
                               HtapRecord *before,
                               HtapFieldSet fields,
                               gint64 at,
                               gint64 until)
{
  g_autoptr (GArray) differences =
      htap_difference_find (before, htap_instance_get_record (instance), fields);

  for (guint i = 0; i < differences->len; i++)
    {
      const HtapDifference *difference = &g_array_index (differences, HtapDifference, i);
      HtapChangeFacts facts = describe (instance, HTAP_CHANGE_CHANGED, at, until);

      facts.field = difference->field;
      facts.fields = difference->fields;
      facts.old_value = difference->old_value;
      facts.new_value = difference->new_value;
      if (difference->field == HTAP_FIELD_NAME)
        facts.name = htap_record_get_text (before, HTAP_TEXT_NAME);
      if (!is_known (self, instance, &facts))
        note (self, &facts);
    }
}

/**
 * htap_change_draft_note_added:
 * @at: when @instance was first listed, seconds since 1970 UTC
 * @until: when it was last known not to be, likewise
 */
void
htap_change_draft_note_added (HtapChangeDraft *self,
                              HtapInstance *instance,
                              gint64 at,
                              gint64 until)
{
  HtapChangeFacts facts = describe (instance, HTAP_CHANGE_ADDED, at, until);

  note (self, &facts);
}

/**
 * htap_change_draft_note_gone:
 * @at: when @instance was first missing, seconds since 1970 UTC
 * @until: when it was last listed, likewise
 *
 * With what it was, for it may have to be shown at the next start: of that, a copy, for the
 * record's is a part of the whole record.
 */
void
htap_change_draft_note_gone (HtapChangeDraft *self, HtapInstance *instance, gint64 at, gint64 until)
{
  HtapChangeFacts facts = describe (instance, HTAP_CHANGE_GONE, at, until);
  gsize length;
  const char *json = htap_record_get_json (htap_instance_get_record (instance), &length);
  g_autoptr (GBytes) copy = NULL;

  if (json != NULL && length <= HTAP_CHANGE_JSON_LIMIT)
    copy = g_bytes_new (json, length);
  facts.json = copy;
  note (self, &facts);
}

/**
 * htap_change_draft_take:
 *
 * Returns: (transfer full) (element-type HtapChange): what was noted, the oldest first; it is noted
 *   no more
 */
GPtrArray *
htap_change_draft_take (HtapChangeDraft *self)
{
  GPtrArray *taken = g_steal_pointer (&self->noted);

  self->noted = g_ptr_array_new_with_free_func (g_object_unref);

  return taken;
}
