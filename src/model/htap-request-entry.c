/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-request-entry.h"

struct _HtapRequestEntry
{
  GObject parent_instance;
  HtapRequestFacts facts; /* whose texts are borrowed from those below */
  char *method;
  char *host;
  char *path;
  char *code;
  char *request_id;
};

G_DEFINE_FINAL_TYPE (HtapRequestEntry, htap_request_entry, G_TYPE_OBJECT)

static void
htap_request_entry_finalize (GObject *object)
{
  HtapRequestEntry *self = HTAP_REQUEST_ENTRY (object);

  g_free (self->method);
  g_free (self->host);
  g_free (self->path);
  g_free (self->code);
  g_free (self->request_id);

  G_OBJECT_CLASS (htap_request_entry_parent_class)->finalize (object);
}

static void
htap_request_entry_class_init (HtapRequestEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_request_entry_finalize;
}

static void
htap_request_entry_init (HtapRequestEntry *self)
{
}

/**
 * htap_request_entry_new:
 * @facts: copied
 *
 * Returns: (transfer full): what happened
 */
HtapRequestEntry *
htap_request_entry_new (const HtapRequestFacts *facts)
{
  HtapRequestEntry *self = g_object_new (HTAP_TYPE_REQUEST_ENTRY, NULL);

  self->facts = *facts;
  self->facts.method = self->method = g_strdup (facts->method);
  self->facts.host = self->host = g_strdup (facts->host);
  self->facts.path = self->path = g_strdup (facts->path);
  self->facts.code = self->code = g_strdup (facts->code);
  self->facts.kind = g_intern_string (facts->kind);
  self->facts.request_id = self->request_id = g_strdup (facts->request_id);

  return self;
}

/**
 * htap_request_entry_get_facts:
 *
 * Returns: (transfer none): what is remembered, valid as long as @self
 */
const HtapRequestFacts *
htap_request_entry_get_facts (HtapRequestEntry *self)
{
  g_return_val_if_fail (HTAP_IS_REQUEST_ENTRY (self), NULL);

  return &self->facts;
}
