/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-list-notices.h"

#include "htap-address-answer.h"
#include "htap-error-text.h"
#include "htap-notice.h"
#include "htap-offline-text.h"

#include <glib/gi18n-lib.h>

/* What happened to a file of ours: said until it is read. */
typedef struct
{
  HtapNotice *notice;
  char *dismissed; /* (nullable): what was said, and read */
} FileNotice;

struct _HtapListNotices
{
  GtkWidget parent_instance;
  GtkWidget *box;
  FileNotice profiles;
  FileNotice snapshots;
  HtapNotice *offline;
  HtapNotice *keyring;
  HtapNotice *waiting;
  HtapNotice *failure;
  HtapNotice *owners;
};

enum
{
  SIGNAL_DISMISSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HtapListNotices, htap_list_notices, GTK_TYPE_WIDGET)

static void
htap_list_notices_dispose (GObject *object)
{
  HtapListNotices *self = HTAP_LIST_NOTICES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_list_notices_parent_class)->dispose (object);
}

static void
htap_list_notices_finalize (GObject *object)
{
  g_free (HTAP_LIST_NOTICES (object)->profiles.dismissed);
  g_free (HTAP_LIST_NOTICES (object)->snapshots.dismissed);

  G_OBJECT_CLASS (htap_list_notices_parent_class)->finalize (object);
}

static void
htap_list_notices_class_init (HtapListNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_list_notices_dispose;
  G_OBJECT_CLASS (klass)->finalize = htap_list_notices_finalize;

  signals[SIGNAL_DISMISSED] = g_signal_new ("dismissed", HTAP_TYPE_LIST_NOTICES, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static HtapNotice *
add_notice (HtapListNotices *self, const char *icon_name)
{
  GtkWidget *notice = htap_notice_new (icon_name);

  gtk_box_append (GTK_BOX (self->box), notice);

  return HTAP_NOTICE (notice);
}

static void
add_demo_notice (HtapListNotices *self)
{
  static const HtapOffer offers[HTAP_N_OFFERS] = {
    { N_ ("_Leave Demo"), "window.close", NULL },
  };
  HtapNotice *notice = add_notice (self, "dialog-information-symbolic");

  gtk_widget_add_css_class (GTK_WIDGET (notice), "information");
  htap_notice_set_offers (notice, offers);
  htap_notice_set_text (notice, _ ("Demo data"));
}

/* It says what happened once, not what is: it comes back when something else happens. */
static void
dismiss (HtapListNotices *self, FileNotice *file)
{
  g_free (file->dismissed);
  file->dismissed = g_strdup (htap_notice_get_text (file->notice));
  htap_notice_set_text (file->notice, NULL);
  g_signal_emit (self, signals[SIGNAL_DISMISSED], 0);
}

static void
on_profiles_dismissed (HtapListNotices *self)
{
  dismiss (self, &self->profiles);
}

static void
on_snapshots_dismissed (HtapListNotices *self)
{
  dismiss (self, &self->snapshots);
}

static void
add_file_notice (HtapListNotices *self,
                 FileNotice *file,
                 const char *copy_action,
                 GCallback on_dismissed)
{
  const HtapOffer offers[HTAP_N_OFFERS] = { { N_ ("Copy _Details"), copy_action, NULL } };

  file->notice = add_notice (self, "dialog-warning-symbolic");
  htap_notice_set_offers (file->notice, offers);
  htap_notice_add_close_button (file->notice);
  g_signal_connect_swapped (file->notice, "dismissed", on_dismissed, self);
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
    add_demo_notice (self);
  add_file_notice (self, &self->profiles, "win.copy-profiles-error",
                   G_CALLBACK (on_profiles_dismissed));
  add_file_notice (self, &self->snapshots, "win.copy-snapshots-error",
                   G_CALLBACK (on_snapshots_dismissed));
  self->keyring = add_notice (self, "dialog-password-symbolic");
  self->offline = add_notice (self, "network-offline-symbolic");
  self->waiting = add_notice (self, "document-open-recent-symbolic");
  self->failure = add_notice (self, "dialog-warning-symbolic");
  self->owners = add_notice (self, "system-search-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->owners), "information");

  return GTK_WIDGET (self);
}

/* @error: (nullable): what is wrong with the file */
static void
update_file (FileNotice *file, const GError *error)
{
  g_autofree char *sentence = error != NULL ? htap_error_text_dup_sentence (error, NULL) : NULL;

  if (sentence == NULL)
    g_clear_pointer (&file->dismissed, g_free);
  htap_notice_set_text (file->notice,
                        g_strcmp0 (sentence, file->dismissed) != 0 ? sentence : NULL);
}

static void
update_offline (HtapListNotices *self, const HtapViewState *state, gint64 now)
{
  g_autofree char *sentence = htap_offline_text_dup (state, now);

  htap_notice_set_text (self->offline, sentence);
}

/* A keyring that nothing could be read from is said already, with what it means. */
static gboolean
is_keyring_said (const HtapViewState *state)
{
  return state->failed != NULL && state->one_cause &&
         g_error_matches (htap_source_get_error (state->failed), HTAP_ERROR,
                          HTAP_ERROR_KEYRING_UNAVAILABLE);
}

static void
update_keyring (HtapListNotices *self, const HtapViewState *state, HtapInventory *inventory)
{
  gboolean said = htap_inventory_get_session_only (inventory) && !is_keyring_said (state);

  htap_notice_set_text (self->keyring, said ? _ ("No keyring service is running. Credentials are "
                                                 "forgotten when you quit.")
                                            : NULL);
}

static void
update_waiting (HtapListNotices *self, const HtapViewState *state)
{
  static const HtapOffer offers[HTAP_N_OFFERS] = { { N_ ("_Stop"), "win.stop", NULL } };
  g_autofree char *sentence = htap_view_state_dup_waiting (state);

  htap_notice_set_offers (self->waiting, offers);
  htap_notice_set_text (self->waiting, sentence);
}

static void
update_failure (HtapListNotices *self, const HtapViewState *state, gint64 now)
{
  g_autofree char *sentence = htap_view_state_dup_notice (state, now);
  g_autofree char *title = htap_view_state_dup_notice_title (state);
  HtapOffer offers[HTAP_N_OFFERS];

  htap_view_state_get_offers (state, offers);
  htap_notice_set_offers (self->failure, offers);
  htap_notice_set_title (self->failure, title);
  htap_notice_set_text (self->failure, sentence);
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
  g_return_if_fail (HTAP_IS_LIST_NOTICES (self));

  update_file (&self->profiles, htap_inventory_get_profiles_error (inventory));
  update_file (&self->snapshots, htap_inventory_get_snapshots_error (inventory));
  update_keyring (self, state, inventory);
  update_offline (self, state, now);
  update_waiting (self, state);
  update_failure (self, state, now);
}

/**
 * htap_list_notices_update_owners:
 * @addresses: (nullable) (element-type HtapAddressRange): who has them?; %NULL if nobody asks
 */
void
htap_list_notices_update_owners (HtapListNotices *self, GArray *addresses, HtapInventory *inventory)
{
  g_auto (GStrv) answer = NULL;

  g_return_if_fail (HTAP_IS_LIST_NOTICES (self));

  if (addresses != NULL)
    answer = htap_address_answer_dup (addresses, htap_inventory_get_instances (inventory),
                                      htap_inventory_get_sources (inventory),
                                      htap_inventory_get_discoveries (inventory));
  htap_notice_set_sentences (self->owners, (const char *const *) answer);
}
