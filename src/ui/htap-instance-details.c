/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-instance-details.h"

#include "htap-detail-anchor.h"
#include "htap-detail-findings.h"
#include "htap-detail-groups.h"
#include "htap-detail-head.h"
#include "htap-detail-loader.h"
#include "htap-findings.h"
#include "htap-raw-json.h"

/* How often "5 minutes ago" is looked at again, seconds. */
#define TICK_INTERVAL 30

struct _HtapInstanceDetails
{
  AdwBin parent_instance;
  HtapInstance *instance;
  HtapSource *source; /* the instance's */
  HtapDetailLoader *loader; /* (nullable): NULL where there is nobody to ask */
  HtapFindings *findings;   /* (nullable): likewise */
  guint tick;         /* runs while the widget is on the screen */

  GtkScrolledWindow *scrolled;
  GtkBox *content;
  HtapDetailHead *head;
  HtapDetailFindings *findings_list;
  HtapDetailGroup *groups[HTAP_DETAIL_N_GROUPS];
  HtapRawJson *raw_json;
};

G_DEFINE_FINAL_TYPE (HtapInstanceDetails, htap_instance_details, ADW_TYPE_BIN)

/* Without an inventory there is nobody who looks for them. */
static void
show_findings (HtapInstanceDetails *self, gint64 now)
{
  gboolean checked = htap_instance_get_listed (self->instance) &&
                     htap_instance_get_findings (self->instance) != NULL;
  g_autoptr (GPtrArray) found = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->findings_list), self->findings != NULL);
  if (self->findings == NULL)
    return;

  found = htap_findings_dup_of (self->findings, self->instance);
  htap_detail_findings_show (self->findings_list, found, checked, now);
}

/* Every widget stays and is told the present values: scroll position, focus and what is unfolded
 * survive a refresh, and a step to the next instance too. */
static void
show_instance (HtapInstanceDetails *self)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name = htap_instance_get_name (self->instance);
  HtapInstanceDetail *detail =
      self->loader != NULL ? htap_detail_loader_get_detail (self->loader) : NULL;
  g_autoptr (GBytes) json = htap_record_dup_json (htap_instance_get_record (self->instance));

  htap_detail_head_show (self->head, self->instance, now);
  show_findings (self, now);
  htap_detail_groups_show (self->groups, self->instance, detail, now);
  htap_raw_json_show (self->raw_json, json,
                      htap_source_get_deviations (htap_instance_get_source (self->instance)), name);
}

/* Only what is on the screen is asked for. */
static void
look (HtapInstanceDetails *self)
{
  if (self->loader != NULL)
    htap_detail_loader_set_instance (
        self->loader, gtk_widget_get_mapped (GTK_WIDGET (self)) ? self->instance : NULL);
}

/* Something arrives while somebody reads, or another instance has more to say at the top. */
static void
show_in_place (HtapInstanceDetails *self)
{
  HtapDetailAnchor *anchor = htap_detail_anchor_take (self->scrolled, self->content);

  show_instance (self);
  htap_detail_anchor_release (anchor);
}

static void
on_loader_changed (HtapInstanceDetails *self)
{
  show_in_place (self);
}

static void
on_findings_changed (HtapInstanceDetails *self)
{
  if (self->instance != NULL)
    show_in_place (self);
}

static void
on_reload (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HtapInstanceDetails *self = HTAP_INSTANCE_DETAILS (widget);

  if (self->loader != NULL)
    htap_detail_loader_reload (self->loader);
}

static gboolean
on_tick (gpointer user_data)
{
  HtapInstanceDetails *self = user_data;

  if (self->instance != NULL)
    show_instance (self);

  return G_SOURCE_CONTINUE;
}

static void
on_source_notify (HtapInstanceDetails *self)
{
  show_instance (self);
}

static void
follow_source (HtapInstanceDetails *self, HtapSource *source)
{
  if (self->source == source)
    return;

  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_set_object (&self->source, source);
  if (source == NULL)
    return;

  g_signal_connect_swapped (source, "notify::state", G_CALLBACK (on_source_notify), self);
  g_signal_connect_swapped (source, "notify::taurus-name", G_CALLBACK (on_source_notify), self);
}

static void
on_instance_notify (HtapInstanceDetails *self)
{
  follow_source (self, htap_instance_get_source (self->instance));
  show_in_place (self);
}

static void
htap_instance_details_map (GtkWidget *widget)
{
  HtapInstanceDetails *self = HTAP_INSTANCE_DETAILS (widget);

  GTK_WIDGET_CLASS (htap_instance_details_parent_class)->map (widget);

  look (self);
  on_tick (self);
  self->tick = g_timeout_add_seconds (TICK_INTERVAL, on_tick, self);
}

static void
htap_instance_details_unmap (GtkWidget *widget)
{
  HtapInstanceDetails *self = HTAP_INSTANCE_DETAILS (widget);

  g_clear_handle_id (&self->tick, g_source_remove);

  GTK_WIDGET_CLASS (htap_instance_details_parent_class)->unmap (widget);
  look (self);
}

static gboolean
htap_instance_details_grab_focus (GtkWidget *widget)
{
  HtapInstanceDetails *self = HTAP_INSTANCE_DETAILS (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->groups[0]));
}

/* Tab goes through everything from the top; AdwBin would begin where the keyboard is sent to. */
static gboolean
htap_instance_details_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (HTAP_INSTANCE_DETAILS (widget)->scrolled), direction);
}

static void
htap_instance_details_dispose (GObject *object)
{
  HtapInstanceDetails *self = HTAP_INSTANCE_DETAILS (object);

  htap_instance_details_set_instance (self, NULL);
  g_clear_object (&self->loader);
  g_clear_object (&self->findings);

  G_OBJECT_CLASS (htap_instance_details_parent_class)->dispose (object);
}

static void
htap_instance_details_class_init (HtapInstanceDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_instance_details_dispose;

  widget_class->map = htap_instance_details_map;
  widget_class->unmap = htap_instance_details_unmap;
  widget_class->focus = htap_instance_details_focus;
  widget_class->grab_focus = htap_instance_details_grab_focus;

  g_type_ensure (HTAP_TYPE_DETAIL_HEAD);

  gtk_widget_class_install_action (widget_class, "details.reload", NULL, on_reload);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-instance-details.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapInstanceDetails, scrolled);
  gtk_widget_class_bind_template_child (widget_class, HtapInstanceDetails, content);
  gtk_widget_class_bind_template_child (widget_class, HtapInstanceDetails, head);
}

static void
htap_instance_details_init (HtapInstanceDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->findings_list = HTAP_DETAIL_FINDINGS (htap_detail_findings_new ());
  gtk_box_append (self->content, GTK_WIDGET (self->findings_list));
  htap_detail_groups_append (self->groups, self->content);
  self->raw_json = HTAP_RAW_JSON (htap_raw_json_new ());
  gtk_box_append (self->content, GTK_WIDGET (self->raw_json));
}

GtkWidget *
htap_instance_details_new (void)
{
  return g_object_new (HTAP_TYPE_INSTANCE_DETAILS, NULL);
}

/**
 * htap_instance_details_set_inventory:
 * @inventory: knows what an instance is made of and what is wrong with it; without it, only what was listed is shown
 */
void
htap_instance_details_set_inventory (HtapInstanceDetails *self, HtapInventory *inventory)
{
  g_return_if_fail (HTAP_IS_INSTANCE_DETAILS (self));
  g_return_if_fail (self->loader == NULL);

  self->loader = htap_detail_loader_new (inventory);
  g_signal_connect_object (self->loader, "changed", G_CALLBACK (on_loader_changed), self,
                           G_CONNECT_SWAPPED);
  self->findings = g_object_ref (htap_inventory_get_findings (inventory));
  g_signal_connect_object (self->findings, "changed", G_CALLBACK (on_findings_changed), self,
                           G_CONNECT_SWAPPED);
  look (self);
}

/**
 * htap_instance_details_get_instance:
 *
 * Returns: (transfer none) (nullable): what it follows
 */
HtapInstance *
htap_instance_details_get_instance (HtapInstanceDetails *self)
{
  g_return_val_if_fail (HTAP_IS_INSTANCE_DETAILS (self), NULL);

  return self->instance;
}

/**
 * htap_instance_details_set_instance:
 * @instance: (nullable): what to show and follow from now on; %NULL follows nothing and leaves what
 *   is shown as it is
 */
void
htap_instance_details_set_instance (HtapInstanceDetails *self, HtapInstance *instance)
{
  g_return_if_fail (HTAP_IS_INSTANCE_DETAILS (self));

  if (self->instance == instance)
    return;

  if (self->instance != NULL)
    g_signal_handlers_disconnect_by_data (self->instance, self);

  g_set_object (&self->instance, instance);
  follow_source (self, instance != NULL ? htap_instance_get_source (instance) : NULL);
  look (self);
  if (instance == NULL)
    return;

  g_signal_connect_swapped (instance, "notify", G_CALLBACK (on_instance_notify), self);
  show_in_place (self);
}
