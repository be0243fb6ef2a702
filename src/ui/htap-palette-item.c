/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-palette-item.h"

#include "htap-name-text.h"
#include "htap-region.h"

#include <glib/gi18n-lib.h>

struct _HtapPaletteItem
{
  GObject parent_instance;
  char *title;
  char *detail; /* (nullable) */
  const char *icon_name;
  char *accelerator; /* (nullable) */
  char *address;     /* (nullable) */
  char *action;      /* (nullable) */
  GObject *object;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HtapPaletteItem, htap_palette_item, G_TYPE_OBJECT)

static void
htap_palette_item_finalize (GObject *object)
{
  HtapPaletteItem *self = HTAP_PALETTE_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->accelerator);
  g_free (self->address);
  g_free (self->action);
  g_clear_object (&self->object);

  G_OBJECT_CLASS (htap_palette_item_parent_class)->finalize (object);
}

static void
htap_palette_item_class_init (HtapPaletteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = htap_palette_item_finalize;
}

static void
htap_palette_item_init (HtapPaletteItem *self)
{
}

static HtapPaletteItem *
new_for_object (gpointer object, const char *name, const char *icon_name)
{
  HtapPaletteItem *self = g_object_new (HTAP_TYPE_PALETTE_ITEM, NULL);

  self->object = g_object_ref (object);
  self->title = htap_name_text_dup (name);
  self->icon_name = icon_name;

  return self;
}

/**
 * htap_palette_item_new_for_action:
 * @title: what it does
 * @accelerators: (nullable): its keys, separated by spaces; the first is shown
 * @action: its detailed name
 *
 * Returns: (transfer full): an item
 */
HtapPaletteItem *
htap_palette_item_new_for_action (const char *title, const char *accelerators, const char *action)
{
  HtapPaletteItem *self = g_object_new (HTAP_TYPE_PALETTE_ITEM, NULL);

  self->title = g_strdup (title);
  self->icon_name = "system-run-symbolic";
  self->action = g_strdup (action);
  if (accelerators != NULL)
    self->accelerator = g_strndup (accelerators, strcspn (accelerators, " "));

  return self;
}

HtapPaletteItem *
htap_palette_item_new_for_profile (HtapProfile *profile)
{
  HtapPaletteItem *self =
      new_for_object (profile, htap_profile_get_name (profile), "avatar-default-symbolic");

  self->detail = g_strdup (_ ("Profile"));

  return self;
}

HtapPaletteItem *
htap_palette_item_new_for_source (HtapSource *source)
{
  HtapPaletteItem *self =
      new_for_object (source, htap_source_get_shown_name (source), "network-server-symbolic");
  g_autofree char *region = htap_region_dup_name (htap_source_get_region (source));

  /* Translators: what a name found by the command palette is; %s is a region. */
  self->detail = g_strdup_printf (C_ ("palette", "TaurusDB instance · %s"), region);

  return self;
}

HtapPaletteItem *
htap_palette_item_new_for_instance (HtapInstance *instance)
{
  HtapSource *source = htap_instance_get_source (instance);
  HtapPaletteItem *self =
      new_for_object (instance, htap_instance_get_name (instance), "drive-harddisk-symbolic");
  g_autofree char *taurus = htap_name_text_dup (htap_source_get_shown_name (source));

  /* Translators: what a name found by the command palette is; %s is the name of its TaurusDB
   * instance. */
  self->detail = g_strdup_printf (C_ ("palette", "HTAP instance · %s"), taurus);
  self->address = htap_name_text_dup (htap_instance_get_private_ip (instance));

  return self;
}

const char *
htap_palette_item_get_title (HtapPaletteItem *self)
{
  g_return_val_if_fail (HTAP_IS_PALETTE_ITEM (self), NULL);

  return self->title;
}

/**
 * htap_palette_item_get_detail:
 *
 * Returns: (transfer none) (nullable): what it is; %NULL for an action
 */
const char *
htap_palette_item_get_detail (HtapPaletteItem *self)
{
  g_return_val_if_fail (HTAP_IS_PALETTE_ITEM (self), NULL);

  return self->detail;
}

const char *
htap_palette_item_get_icon_name (HtapPaletteItem *self)
{
  g_return_val_if_fail (HTAP_IS_PALETTE_ITEM (self), NULL);

  return self->icon_name;
}

/**
 * htap_palette_item_get_accelerator:
 *
 * Returns: (transfer none) (nullable): the keys that do the same, as GTK writes them
 */
const char *
htap_palette_item_get_accelerator (HtapPaletteItem *self)
{
  g_return_val_if_fail (HTAP_IS_PALETTE_ITEM (self), NULL);

  return self->accelerator;
}

/**
 * htap_palette_item_get_address:
 *
 * Returns: (transfer none) (nullable): the private IP address of an HTAP instance
 */
const char *
htap_palette_item_get_address (HtapPaletteItem *self)
{
  g_return_val_if_fail (HTAP_IS_PALETTE_ITEM (self), NULL);

  return self->address;
}

/**
 * htap_palette_item_get_action:
 *
 * Returns: (transfer none) (nullable): the detailed name of an action; %NULL for all else
 */
const char *
htap_palette_item_get_action (HtapPaletteItem *self)
{
  g_return_val_if_fail (HTAP_IS_PALETTE_ITEM (self), NULL);

  return self->action;
}

/**
 * htap_palette_item_get_object:
 *
 * Returns: (transfer none) (nullable): the #HtapProfile, #HtapSource or #HtapInstance; %NULL for an
 *   action
 */
GObject *
htap_palette_item_get_object (HtapPaletteItem *self)
{
  g_return_val_if_fail (HTAP_IS_PALETTE_ITEM (self), NULL);

  return self->object;
}
