/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-notices.h"

#include "htap-notice.h"

#include <glib/gi18n-lib.h>

struct _HtapListNotices
{
  GtkWidget parent_instance;
  GtkWidget *box;
  HtapNotice *keyring;
  HtapNotice *failure;
};

G_DEFINE_FINAL_TYPE (HtapListNotices, htap_list_notices, GTK_TYPE_WIDGET)

static void
htap_list_notices_dispose (GObject *object)
{
  HtapListNotices *self = HTAP_LIST_NOTICES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_list_notices_parent_class)->dispose (object);
}

static void
htap_list_notices_class_init (HtapListNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_list_notices_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static HtapNotice *
add_notice (HtapListNotices *self, const char *icon_name, const char *label, const char *action)
{
  GtkWidget *notice = htap_notice_new (icon_name, label, action);

  gtk_box_append (GTK_BOX (self->box), notice);

  return HTAP_NOTICE (notice);
}

static void
htap_list_notices_init (HtapListNotices *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * htap_list_notices_new:
 * @demo: whether it is a demo, which is said all the time
 */
GtkWidget *
htap_list_notices_new (gboolean demo)
{
  HtapListNotices *self = g_object_new (HTAP_TYPE_LIST_NOTICES, NULL);

  if (demo)
    {
      HtapNotice *notice =
          add_notice (self, "dialog-information-symbolic", _ ("Leave Demo"), "window.close");

      gtk_widget_add_css_class (GTK_WIDGET (notice), "information");
      htap_notice_set_text (notice, _ ("Demo data"));
    }
  self->keyring = add_notice (self, "dialog-password-symbolic", NULL, NULL);
  self->failure = add_notice (self, "dialog-warning-symbolic", _ ("Details"), "win.show-failures");

  return GTK_WIDGET (self);
}

/**
 * htap_list_notices_update:
 * @state: what is in view
 * @now: the present, seconds since 1970 UTC
 */
void
htap_list_notices_update (HtapListNotices *self,
                          const HtapViewState *state,
                          HtapInventory *inventory,
                          gint64 now)
{
  g_autofree char *failure = NULL;

  g_return_if_fail (HTAP_IS_LIST_NOTICES (self));

  failure = htap_view_state_dup_notice (state, now);
  htap_notice_set_text (self->failure, failure);
  htap_notice_set_text (self->keyring, htap_inventory_get_session_only (inventory)
                                           ? _ ("No keyring service is running. Credentials are "
                                                "forgotten when you quit.")
                                           : NULL);
}
