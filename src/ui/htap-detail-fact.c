/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-fact.h"

static void
copy_free (gpointer data)
{
  HtapDetailCopy *copy = data;

  g_free (copy->label);
  g_free (copy->text);
  g_free (copy);
}

static void
fact_clear (gpointer data)
{
  HtapDetailFact *self = data;

  g_free (self->key);
  g_free (self->label);
  g_free (self->value);
  g_free (self->status);
  g_free (self->note);
  g_free (self->more);
  g_free (self->tooltip);
  g_ptr_array_unref (self->copies);
}

/**
 * htap_detail_fact_new:
 * @label: (nullable): what it is
 * @value: (nullable): what a person reads; %NULL: not set
 *
 * Returns: (transfer full): a fact with nothing to copy
 */
HtapDetailFact *
htap_detail_fact_new (const char         *key,
                      const char         *label,
                      const char         *value,
                      HtapDetailFactStyle style)
{
  HtapDetailFact *self = g_rc_box_new0 (HtapDetailFact);

  self->key = g_strdup (key);
  self->label = g_strdup (label);
  self->value = g_strdup (value);
  self->style = style;
  self->copies = g_ptr_array_new_with_free_func (copy_free);

  return self;
}

HtapDetailFact *
htap_detail_fact_ref (HtapDetailFact *self)
{
  return g_rc_box_acquire (self);
}

void
htap_detail_fact_unref (HtapDetailFact *self)
{
  g_rc_box_release_full (self, fact_clear);
}

static gboolean
copies_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const HtapDetailCopy *one = a->pdata[i];
      const HtapDetailCopy *other = b->pdata[i];

      if (g_strcmp0 (one->label, other->label) != 0 || g_strcmp0 (one->text, other->text) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * htap_detail_fact_equal:
 *
 * Returns: whether a row that shows @a need not change to show @b
 */
gboolean
htap_detail_fact_equal (const HtapDetailFact *a, const HtapDetailFact *b)
{
  return a == b || (g_strcmp0 (a->key, b->key) == 0 && g_strcmp0 (a->label, b->label) == 0 &&
                    g_strcmp0 (a->value, b->value) == 0 && g_strcmp0 (a->note, b->note) == 0 &&
                    g_strcmp0 (a->status, b->status) == 0 && a->shown_status == b->shown_status &&
                    g_strcmp0 (a->more, b->more) == 0 && a->offers_retry == b->offers_retry &&
                    g_strcmp0 (a->tooltip, b->tooltip) == 0 && a->style == b->style &&
                    copies_equal (a->copies, b->copies));
}

/**
 * htap_detail_fact_set_status:
 * @status: (nullable): in words; %NULL for none
 */
void
htap_detail_fact_set_status (HtapDetailFact *self, HtapShownStatus shown_status, const char *status)
{
  g_free (self->status);
  self->status = g_strdup (status);
  self->shown_status = shown_status;
}

void
htap_detail_fact_set_note (HtapDetailFact *self, const char *note)
{
  g_free (self->note);
  self->note = g_strdup (note);
}

void
htap_detail_fact_set_more (HtapDetailFact *self, const char *more)
{
  g_free (self->more);
  self->more = g_strdup (more);
}

void
htap_detail_fact_set_offers_retry (HtapDetailFact *self, gboolean offers_retry)
{
  self->offers_retry = offers_retry;
}

void
htap_detail_fact_set_tooltip (HtapDetailFact *self, const char *tooltip)
{
  g_free (self->tooltip);
  self->tooltip = g_strdup (tooltip);
}

/**
 * htap_detail_fact_add_copy:
 * @label: (nullable): what a menu calls it; %NULL for the only one, which needs no menu
 * @text: (nullable): what is copied; %NULL adds nothing
 */
void
htap_detail_fact_add_copy (HtapDetailFact *self, const char *label, const char *text)
{
  HtapDetailCopy *copy;

  if (text == NULL || *text == '\0')
    return;

  copy = g_new0 (HtapDetailCopy, 1);
  copy->label = g_strdup (label);
  copy->text = g_strdup (text);
  g_ptr_array_add (self->copies, copy);
}
