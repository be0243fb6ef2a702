/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-search-text.h"
#include "htap-source-private.h"

/* What is known of a source's TaurusDB instance, from the list of its project. */

static char *
dup_tags (const HtapTaurus *taurus)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_tags;
  const HtapTag *tags = htap_taurus_get_tags (taurus, &n_tags);

  for (guint i = 0; i < n_tags; i++)
    g_string_append_printf (text, "%s%s%s%s", i > 0 ? ", " : "", tags[i].key,
                            *tags[i].value != '\0' ? "=" : "", tags[i].value);

  return n_tags > 0 ? g_strdup (text->str) : NULL;
}

/**
 * htap_source_get_taurus_name:
 *
 * Returns: (transfer none) (nullable): the TaurusDB instance's name, if it is known
 */
const char *
htap_source_get_taurus_name (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->taurus_name;
}

/**
 * htap_source_get_shown_name:
 *
 * Returns: (transfer none): what a person knows the TaurusDB instance by: its name, or its id where
 *   that is not known. Untrusted text.
 */
const char *
htap_source_get_shown_name (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->taurus_name != NULL ? self->taurus_name : self->taurus_id;
}

void
htap_source_set_taurus_name (HtapSource *self, const char *name)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));

  if (g_strcmp0 (self->taurus_name, name) == 0)
    return;

  g_free (self->taurus_name);
  self->taurus_name = g_strdup (name);
  g_clear_pointer (&self->search_text, g_free);
  g_object_notify (G_OBJECT (self), "taurus-name");
}

/**
 * htap_source_get_tags:
 *
 * Returns: (transfer none) (nullable): the TaurusDB instance's tags, `env=prod, team=orders`; %NULL
 *   without any. Untrusted text.
 */
const char *
htap_source_get_tags (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->tags;
}

/**
 * htap_source_get_taurus:
 *
 * Returns: (transfer none) (nullable): what the project's list says of the TaurusDB instance; %NULL
 *   for one that was never listed
 */
HtapTaurus *
htap_source_get_taurus (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->taurus;
}

/**
 * htap_source_set_taurus:
 * @taurus: what the project's list says of it now; its name is the source's from now on
 *
 * Notifies `taurus` if it says something else than before.
 */
void
htap_source_set_taurus (HtapSource *self, HtapTaurus *taurus)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));
  g_return_if_fail (taurus != NULL);

  if (self->taurus != NULL && htap_taurus_equal (self->taurus, taurus))
    return;

  htap_taurus_ref (taurus);
  g_clear_pointer (&self->taurus, htap_taurus_unref);
  self->taurus = taurus;
  g_free (self->tags);
  self->tags = dup_tags (taurus);
  g_clear_pointer (&self->search_text, g_free);
  htap_source_set_taurus_name (self, htap_taurus_get_name (taurus));
  g_object_notify (G_OBJECT (self), "taurus");
}

/**
 * htap_source_get_enterprise_projects:
 *
 * Returns: (transfer none) (nullable) (element-type utf8 utf8): the account's enterprise projects,
 *   id → name; %NULL if they are not known
 */
GHashTable *
htap_source_get_enterprise_projects (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  return self->enterprise_projects;
}

/**
 * htap_source_set_enterprise_projects:
 * @names: (nullable) (element-type utf8 utf8): kept, not to be changed
 */
void
htap_source_set_enterprise_projects (HtapSource *self, GHashTable *names)
{
  g_return_if_fail (HTAP_IS_SOURCE (self));

  if (self->enterprise_projects == names)
    return;

  g_clear_pointer (&self->enterprise_projects, g_hash_table_unref);
  self->enterprise_projects = names != NULL ? g_hash_table_ref (names) : NULL;
  g_clear_pointer (&self->search_text, g_free);
  g_object_notify (G_OBJECT (self), "enterprise-projects");
}

/**
 * htap_source_get_search_text:
 *
 * Returns: (transfer none): htap_search_text_new() of what all its instances share
 */
const char *
htap_source_get_search_text (HtapSource *self)
{
  g_return_val_if_fail (HTAP_IS_SOURCE (self), NULL);

  if (self->search_text == NULL)
    self->search_text = htap_search_text_new (NULL, self);

  return self->search_text;
}
