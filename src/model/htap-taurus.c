/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-taurus.h"

/* More of them nobody has; an answer that says so is not believed. */
#define MAX_ELEMENTS 200

struct _HtapTaurus
{
  gatomicrefcount ref_count;
  guint32 numbers_present;          /* bit set of HtapTaurusNumber */
  char *texts[HTAP_TAURUS_N_TEXTS]; /* GRefString */
  gint64 numbers[HTAP_TAURUS_N_NUMBERS];
  GPtrArray *ips[HTAP_TAURUS_N_IPS]; /* (nullable): GRefString */
  GArray *tags;                      /* (nullable): HtapTag of GRefString */
  GBytes *json;
};

G_DEFINE_BOXED_TYPE (HtapTaurus, htap_taurus, htap_taurus_ref, htap_taurus_unref)

static void
release_text (gconstpointer text)
{
  if (text != NULL)
    g_ref_string_release ((char *) text);
}

static void
tag_clear (gpointer data)
{
  HtapTag *tag = data;

  release_text (tag->key);
  release_text (tag->value);
}

static gboolean
is_being_filled (HtapTaurus *self)
{
  return self != NULL && g_atomic_ref_count_compare (&self->ref_count, 1);
}

/* All but these two many instances share. */
static gboolean
is_shared (HtapTaurusText member)
{
  return member != HTAP_TAURUS_TEXT_ID && member != HTAP_TAURUS_TEXT_NAME;
}

/**
 * htap_taurus_new:
 *
 * Returns: (transfer full): a TaurusDB instance without any member
 */
HtapTaurus *
htap_taurus_new (void)
{
  HtapTaurus *self = g_new0 (HtapTaurus, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

HtapTaurus *
htap_taurus_ref (HtapTaurus *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
htap_taurus_unref (HtapTaurus *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < HTAP_TAURUS_N_TEXTS; i++)
    release_text (self->texts[i]);
  for (guint i = 0; i < HTAP_TAURUS_N_IPS; i++)
    g_clear_pointer (&self->ips[i], g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_array_unref);
  g_clear_pointer (&self->json, g_bytes_unref);
  g_free (self);
}

/**
 * htap_taurus_set_text:
 * @value: (nullable): copied; empty counts as absent, for the API writes both
 */
void
htap_taurus_set_text (HtapTaurus *self, HtapTaurusText member, const char *value)
{
  g_return_if_fail (is_being_filled (self));
  g_return_if_fail (member < HTAP_TAURUS_N_TEXTS);

  release_text (self->texts[member]);
  if (value == NULL || *value == '\0')
    self->texts[member] = NULL;
  else
    self->texts[member] =
        is_shared (member) ? g_ref_string_new_intern (value) : g_ref_string_new (value);
}

void
htap_taurus_set_number (HtapTaurus *self, HtapTaurusNumber member, gint64 value)
{
  g_return_if_fail (is_being_filled (self));
  g_return_if_fail (member < HTAP_TAURUS_N_NUMBERS);

  self->numbers[member] = value;
  self->numbers_present |= 1u << member;
}

/**
 * htap_taurus_add_ip:
 * @address: (nullable): copied; empty counts as absent and is left out
 */
void
htap_taurus_add_ip (HtapTaurus *self, HtapTaurusIps list, const char *address)
{
  g_return_if_fail (is_being_filled (self));
  g_return_if_fail (list < HTAP_TAURUS_N_IPS);

  if (address == NULL || *address == '\0')
    return;
  if (self->ips[list] == NULL)
    self->ips[list] = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);

  if (self->ips[list]->len < MAX_ELEMENTS)
    g_ptr_array_add (self->ips[list], g_ref_string_new (address));
}

/**
 * htap_taurus_add_tag:
 * @key: (nullable): copied; without one there is no tag
 * @value: (nullable): copied
 */
void
htap_taurus_add_tag (HtapTaurus *self, const char *key, const char *value)
{
  HtapTag tag;

  g_return_if_fail (is_being_filled (self));

  if (key == NULL || *key == '\0')
    return;
  if (self->tags == NULL)
    {
      self->tags = g_array_sized_new (FALSE, FALSE, sizeof (HtapTag), 1);
      g_array_set_clear_func (self->tags, tag_clear);
    }
  if (self->tags->len >= MAX_ELEMENTS)
    return;

  tag.key = g_ref_string_new_intern (key);
  tag.value = g_ref_string_new_intern (value != NULL ? value : "");
  g_array_append_val (self->tags, tag);
}

/**
 * htap_taurus_take_json:
 * @json: (transfer full): this element of the answer, byte for byte
 */
void
htap_taurus_take_json (HtapTaurus *self, GBytes *json)
{
  g_return_if_fail (is_being_filled (self));

  g_clear_pointer (&self->json, g_bytes_unref);
  self->json = json;
}

/**
 * htap_taurus_get_text:
 *
 * Returns: (transfer none) (nullable): never empty; untrusted text of the server
 */
const char *
htap_taurus_get_text (const HtapTaurus *self, HtapTaurusText member)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (member < HTAP_TAURUS_N_TEXTS, NULL);

  return self->texts[member];
}

/**
 * htap_taurus_get_id:
 *
 * Returns: (transfer none) (nullable): letters and digits, if it was decoded from an answer
 */
const char *
htap_taurus_get_id (const HtapTaurus *self)
{
  return htap_taurus_get_text (self, HTAP_TAURUS_TEXT_ID);
}

/**
 * htap_taurus_get_name:
 *
 * Returns: (transfer none) (nullable): never empty; untrusted text of the server
 */
const char *
htap_taurus_get_name (const HtapTaurus *self)
{
  return htap_taurus_get_text (self, HTAP_TAURUS_TEXT_NAME);
}

/**
 * htap_taurus_get_number:
 * @value: (out): the number; 0 if absent
 *
 * Returns: whether the answer had it
 */
gboolean
htap_taurus_get_number (const HtapTaurus *self, HtapTaurusNumber member, gint64 *value)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (member < HTAP_TAURUS_N_NUMBERS, FALSE);

  *value = self->numbers[member];

  return (self->numbers_present & (1u << member)) != 0;
}

/**
 * htap_taurus_get_ips:
 * @n_addresses: (out): how many
 *
 * Returns: (transfer none) (array length=n_addresses) (nullable): the addresses, in the answer's
 *   order; not %NULL-terminated
 */
const char *const *
htap_taurus_get_ips (const HtapTaurus *self, HtapTaurusIps list, guint *n_addresses)
{
  const GPtrArray *ips;

  g_return_val_if_fail (list < HTAP_TAURUS_N_IPS, NULL);

  ips = self->ips[list];
  *n_addresses = ips != NULL ? ips->len : 0;

  return ips != NULL ? (const char *const *) ips->pdata : NULL;
}

/**
 * htap_taurus_get_tags:
 * @n_tags: (out): how many
 *
 * Returns: (transfer none) (array length=n_tags) (nullable): the tags, in the answer's order
 */
const HtapTag *
htap_taurus_get_tags (const HtapTaurus *self, guint *n_tags)
{
  *n_tags = self->tags != NULL ? self->tags->len : 0;

  return self->tags != NULL ? (const HtapTag *) (gpointer) self->tags->data : NULL;
}

/**
 * htap_taurus_get_json:
 *
 * Returns: (transfer none) (nullable): this instance's element of the answer, as it came
 */
GBytes *
htap_taurus_get_json (const HtapTaurus *self)
{
  return self->json;
}

static gboolean
equal_ips (const GPtrArray *one, const GPtrArray *other)
{
  guint length = one != NULL ? one->len : 0;

  if (length != (other != NULL ? other->len : 0))
    return FALSE;

  for (guint i = 0; i < length; i++)
    if (!g_str_equal (one->pdata[i], other->pdata[i]))
      return FALSE;

  return TRUE;
}

static gboolean
equal_tags (const HtapTaurus *self, const HtapTaurus *other)
{
  guint n_ours, n_theirs;
  const HtapTag *ours = htap_taurus_get_tags (self, &n_ours);
  const HtapTag *theirs = htap_taurus_get_tags (other, &n_theirs);

  if (n_ours != n_theirs)
    return FALSE;

  for (guint i = 0; i < n_ours; i++)
    if (!g_str_equal (ours[i].key, theirs[i].key) || !g_str_equal (ours[i].value, theirs[i].value))
      return FALSE;

  return TRUE;
}

/**
 * htap_taurus_equal:
 *
 * Returns: whether both say the same, however it was written
 */
gboolean
htap_taurus_equal (const HtapTaurus *self, const HtapTaurus *other)
{
  if (self->numbers_present != other->numbers_present || !equal_tags (self, other))
    return FALSE;

  for (guint i = 0; i < HTAP_TAURUS_N_TEXTS; i++)
    if (g_strcmp0 (self->texts[i], other->texts[i]) != 0)
      return FALSE;
  for (guint i = 0; i < HTAP_TAURUS_N_NUMBERS; i++)
    if (self->numbers[i] != other->numbers[i])
      return FALSE;
  for (guint i = 0; i < HTAP_TAURUS_N_IPS; i++)
    if (!equal_ips (self->ips[i], other->ips[i]))
      return FALSE;

  return TRUE;
}
