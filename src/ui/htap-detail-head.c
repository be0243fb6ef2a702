/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-head.h"

#include "htap-format.h"
#include "htap-safe-text.h"
#include "htap-status-badge.h"

#include <glib/gi18n-lib.h>

/* Longer than any name that the API allows. */
#define MAX_CHARACTERS 300

struct _HtapDetailHead {
  GtkBox           parent_instance;
  GtkLabel        *name;
  HtapStatusBadge *status;
  GtkImage        *age_icon;
  GtkLabel        *age;
};

G_DEFINE_FINAL_TYPE (HtapDetailHead, htap_detail_head, GTK_TYPE_BOX)

/* With seconds today, so that two refreshes in a row can be told apart; with the date before. */
static char *
dup_time (gint64 seconds, gint64 now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (seconds);
  g_autoptr (GDateTime) present = g_date_time_new_from_unix_local (now);

  if (then != NULL && present != NULL &&
      g_date_time_get_year (then) == g_date_time_get_year (present) &&
      g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (present))
    return htap_format_clock (seconds);

  return htap_format_as_of (seconds, now);
}

/* What is known of the present is never said of the past: an old state carries its time. */
static char *
dup_age (HtapInstance *instance, gint64 now, const char **icon_name)
{
  HtapSource *source = htap_instance_get_source (instance);
  g_autofree char *time = dup_time (htap_source_get_as_of (source), now);

  *icon_name = NULL;
  if (!htap_instance_get_listed (instance))
    {
      *icon_name = "dialog-warning-symbolic";
      return g_strdup (_ ("No longer listed"));
    }

  switch (htap_source_get_state (source))
    {
    case HTAP_SOURCE_STALE:
      *icon_name = "htap-stale-symbolic";
      /* Translators: %s is when the data was read: "as of 14:02:31". */
      return g_strdup_printf (_ ("as of %s"), time);
    case HTAP_SOURCE_FRESH:
      /* Translators: %s is when the data was read. */
      return g_strdup_printf (_ ("Updated %s"), time);
    case HTAP_SOURCE_NEVER:
    case HTAP_SOURCE_LOADING:
    case HTAP_SOURCE_FAILED:
    default:
      return g_strdup (_ ("Not read yet"));
    }
}

static void
htap_detail_head_class_init (HtapDetailHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (HTAP_TYPE_STATUS_BADGE);

  gtk_widget_class_set_css_name (widget_class, "detail-head");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-detail-head.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapDetailHead, name);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailHead, status);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailHead, age_icon);
  gtk_widget_class_bind_template_child (widget_class, HtapDetailHead, age);
}

static void
htap_detail_head_init (HtapDetailHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
htap_detail_head_new (void)
{
  return g_object_new (HTAP_TYPE_DETAIL_HEAD, NULL);
}

/**
 * htap_detail_head_show:
 * @now: the present, seconds since 1970 UTC
 */
void
htap_detail_head_show (HtapDetailHead *self, HtapInstance *instance, gint64 now)
{
  g_autofree char *name =
      htap_safe_text_dup_cut (htap_instance_get_name (instance), MAX_CHARACTERS);
  const char *icon_name;
  g_autofree char *age = dup_age (instance, now, &icon_name);

  g_return_if_fail (HTAP_IS_DETAIL_HEAD (self));

  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  htap_status_badge_set_record (self->status, htap_instance_get_record (instance));

  gtk_label_set_text (self->age, age);
  gtk_image_set_from_icon_name (self->age_icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->age_icon), icon_name != NULL);
  if (htap_instance_get_listed (instance))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unlisted");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "unlisted");
}
