/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-panes.h"

#include "htap-text-scale.h"

/* Pixels of the window, at the usual size of text, below which a pane gives way. */
#define DETAILS_THRESHOLD 1000
#define SIDEBAR_THRESHOLD 700

#define MINIMUM_PANE_WIDTH 180
#define MAXIMUM_PANE_WIDTH 2000

/* Which pane has taken the list's place. */
typedef enum
{
  OVER_NOTHING,
  OVER_SIDEBAR,
  OVER_DETAILS,
} Over;

struct _HtapPanes
{
  GtkWidget parent_instance;
  GtkPaned *outer; /* sidebar | inner */
  GtkPaned *inner; /* list | details */
  int window_width;
  int sidebar_width;
  int details_width;
  int handle_width; /* between list and details */
  gboolean is_allocating;
  gboolean sidebar_wanted;
  gboolean details_wanted;
  Over over;
  gboolean shown[3]; /* sidebar, list, details: as last told */
};

enum
{
  PROP_SIDEBAR_SHOWN = 1,
  PROP_LIST_SHOWN,
  PROP_DETAILS_SHOWN,
  PROP_SIDEBAR_WANTED,
  PROP_DETAILS_WANTED,
  PROP_SIDEBAR_WIDTH,
  PROP_DETAILS_WIDTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HtapPanes, htap_panes, GTK_TYPE_WIDGET)

static gboolean
has_room_for_details (HtapPanes *self)
{
  return self->window_width >= htap_text_scale_up (DETAILS_THRESHOLD);
}

static gboolean
has_room_for_sidebar (HtapPanes *self)
{
  return self->window_width >= htap_text_scale_up (SIDEBAR_THRESHOLD);
}

static void
set_visible (GtkWidget *widget, gboolean visible)
{
  if (widget != NULL)
    gtk_widget_set_visible (widget, visible);
}

/* Brings the children to what the properties say. */
static void
apply (HtapPanes *self)
{
  const gboolean shown[] = {
    htap_panes_get_sidebar_shown (self),
    htap_panes_get_list_shown (self),
    htap_panes_get_details_shown (self),
  };

  set_visible (gtk_paned_get_start_child (self->outer), shown[0]);
  set_visible (gtk_paned_get_end_child (self->outer), self->over != OVER_SIDEBAR);
  set_visible (gtk_paned_get_start_child (self->inner), shown[1]);
  set_visible (gtk_paned_get_end_child (self->inner), shown[2]);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (self->shown[i] != shown[i])
      {
        self->shown[i] = shown[i];
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_SHOWN + i]);
      }
}

static void
set_width (HtapPanes *self, guint id, int width)
{
  int *kept = id == PROP_SIDEBAR_WIDTH ? &self->sidebar_width : &self->details_width;

  width = CLAMP (width, MINIMUM_PANE_WIDTH, MAXIMUM_PANE_WIDTH);
  if (*kept == width)
    return;

  *kept = width;
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
set_wanted (HtapPanes *self, guint id, gboolean wanted)
{
  gboolean *kept = id == PROP_SIDEBAR_WANTED ? &self->sidebar_wanted : &self->details_wanted;

  if (*kept == wanted)
    return;

  *kept = wanted;
  apply (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

/* A handle was moved by hand. Where a handle is put by an allocation is nobody's choice. */
static void
on_outer_notify_position (HtapPanes *self)
{
  int width = gtk_paned_get_position (self->outer);

  if (self->is_allocating || self->over == OVER_SIDEBAR || !htap_panes_get_sidebar_shown (self))
    return;

  set_width (self, PROP_SIDEBAR_WIDTH, htap_text_scale_down (width));
}

static void
on_inner_notify_position (HtapPanes *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->inner)) -
              gtk_paned_get_position (self->inner) - self->handle_width;

  if (self->is_allocating || self->over == OVER_DETAILS || !htap_panes_get_details_shown (self))
    return;

  set_width (self, PROP_DETAILS_WIDTH, htap_text_scale_down (width));
}

/* GtkPaned measures from its start, but it is the details that have a width of their own. It keeps
 * that when it grows, but not when they were away meanwhile. */
static void
place_details (HtapPanes *self, int width, int height, int baseline)
{
  GtkWidget *details = gtk_paned_get_end_child (self->inner);
  int position = gtk_paned_get_position (self->inner);
  int wanted_width = htap_text_scale_up (self->details_width);
  int details_width;

  if (details == NULL || self->over != OVER_NOTHING || !htap_panes_get_details_shown (self))
    return;

  details_width = gtk_widget_get_width (details);
  self->handle_width = gtk_widget_get_width (GTK_WIDGET (self->inner)) - position - details_width;
  if (details_width == wanted_width)
    return;

  gtk_paned_set_position (self->inner, MAX (position + details_width - wanted_width, 0));
  gtk_widget_allocate (GTK_WIDGET (self->outer), width, height, baseline, NULL);
}

static void
htap_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HtapPanes *self = HTAP_PANES (widget);
  int sidebar_width = htap_text_scale_up (self->sidebar_width);

  self->is_allocating = TRUE;
  if (gtk_paned_get_position (self->outer) != sidebar_width)
    gtk_paned_set_position (self->outer, sidebar_width);
  gtk_widget_allocate (GTK_WIDGET (self->outer), width, height, baseline, NULL);
  place_details (self, width, height, baseline);
  self->is_allocating = FALSE;
}

static void
htap_panes_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (HTAP_PANES (widget)->outer), orientation, for_size, minimum,
                      natural, minimum_baseline, natural_baseline);
}

static void
htap_panes_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HtapPanes *self = HTAP_PANES (object);

  switch (id)
    {
    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, htap_panes_get_sidebar_shown (self));
      break;
    case PROP_LIST_SHOWN:
      g_value_set_boolean (value, htap_panes_get_list_shown (self));
      break;
    case PROP_DETAILS_SHOWN:
      g_value_set_boolean (value, htap_panes_get_details_shown (self));
      break;
    case PROP_SIDEBAR_WANTED:
      g_value_set_boolean (value, self->sidebar_wanted);
      break;
    case PROP_DETAILS_WANTED:
      g_value_set_boolean (value, self->details_wanted);
      break;
    case PROP_SIDEBAR_WIDTH:
      g_value_set_int (value, self->sidebar_width);
      break;
    case PROP_DETAILS_WIDTH:
      g_value_set_int (value, self->details_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_panes_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HtapPanes *self = HTAP_PANES (object);

  switch (id)
    {
    case PROP_SIDEBAR_WANTED:
    case PROP_DETAILS_WANTED:
      set_wanted (self, id, g_value_get_boolean (value));
      break;
    case PROP_SIDEBAR_WIDTH:
    case PROP_DETAILS_WIDTH:
      set_width (self, id, g_value_get_int (value));
      gtk_widget_queue_allocate (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_panes_dispose (GObject *object)
{
  HtapPanes *self = HTAP_PANES (object);

  g_clear_pointer ((GtkWidget **) &self->outer, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_panes_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  properties[PROP_SIDEBAR_SHOWN] =
      g_param_spec_boolean ("sidebar-shown", NULL, NULL, TRUE, readable);
  properties[PROP_LIST_SHOWN] = g_param_spec_boolean ("list-shown", NULL, NULL, TRUE, readable);
  properties[PROP_DETAILS_SHOWN] =
      g_param_spec_boolean ("details-shown", NULL, NULL, TRUE, readable);
  properties[PROP_SIDEBAR_WANTED] =
      g_param_spec_boolean ("sidebar-wanted", NULL, NULL, TRUE, writable);
  properties[PROP_DETAILS_WANTED] =
      g_param_spec_boolean ("details-wanted", NULL, NULL, TRUE, writable);
  properties[PROP_SIDEBAR_WIDTH] =
      g_param_spec_int ("sidebar-width", NULL, NULL, 0, G_MAXINT, 240, writable);
  properties[PROP_DETAILS_WIDTH] =
      g_param_spec_int ("details-width", NULL, NULL, 0, G_MAXINT, 360, writable);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
htap_panes_class_init (HtapPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = htap_panes_get_property;
  object_class->set_property = htap_panes_set_property;
  object_class->dispose = htap_panes_dispose;
  widget_class->measure = htap_panes_measure;
  widget_class->size_allocate = htap_panes_size_allocate;

  install_properties (object_class);
}

static GtkPaned *
new_paned (GtkWidget *end_child)
{
  return g_object_new (GTK_TYPE_PANED, "orientation", GTK_ORIENTATION_HORIZONTAL,
                       "shrink-start-child", FALSE, "shrink-end-child", FALSE, "end-child",
                       end_child, NULL);
}

static void
htap_panes_init (HtapPanes *self)
{
  self->inner = new_paned (NULL);
  self->outer = new_paned (GTK_WIDGET (self->inner));
  gtk_paned_set_resize_start_child (self->outer, FALSE);
  gtk_paned_set_resize_end_child (self->inner, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->outer), GTK_WIDGET (self));

  self->window_width = G_MAXINT;
  self->sidebar_wanted = TRUE;
  self->details_wanted = TRUE;
  self->sidebar_width = 240;
  self->details_width = 360;
  for (guint i = 0; i < G_N_ELEMENTS (self->shown); i++)
    self->shown[i] = TRUE;

  g_signal_connect_swapped (self->outer, "notify::position", G_CALLBACK (on_outer_notify_position),
                            self);
  g_signal_connect_swapped (self->inner, "notify::position", G_CALLBACK (on_inner_notify_position),
                            self);
}

void
htap_panes_set_sidebar (HtapPanes *self, GtkWidget *sidebar)
{
  g_return_if_fail (HTAP_IS_PANES (self));

  gtk_paned_set_start_child (self->outer, sidebar);
  apply (self);
}

void
htap_panes_set_list (HtapPanes *self, GtkWidget *list)
{
  g_return_if_fail (HTAP_IS_PANES (self));

  gtk_paned_set_start_child (self->inner, list);
  apply (self);
}

void
htap_panes_set_details (HtapPanes *self, GtkWidget *details)
{
  g_return_if_fail (HTAP_IS_PANES (self));

  gtk_paned_set_end_child (self->inner, details);
  apply (self);
}

/**
 * htap_panes_set_window_width:
 * @width: of the window, pixels; decides how many panes fit
 */
void
htap_panes_set_window_width (HtapPanes *self, int width)
{
  g_return_if_fail (HTAP_IS_PANES (self));

  if (self->window_width == width)
    return;

  self->window_width = width;
  if ((self->over == OVER_DETAILS && has_room_for_details (self)) ||
      (self->over == OVER_SIDEBAR && has_room_for_sidebar (self)))
    self->over = OVER_NOTHING;
  apply (self);
}

gboolean
htap_panes_get_sidebar_shown (HtapPanes *self)
{
  g_return_val_if_fail (HTAP_IS_PANES (self), FALSE);

  return self->over == OVER_SIDEBAR || (has_room_for_sidebar (self) && self->sidebar_wanted);
}

/**
 * htap_panes_get_list_shown:
 *
 * Returns: whether nothing has taken the list's place
 */
gboolean
htap_panes_get_list_shown (HtapPanes *self)
{
  g_return_val_if_fail (HTAP_IS_PANES (self), FALSE);

  return self->over == OVER_NOTHING;
}

gboolean
htap_panes_get_details_shown (HtapPanes *self)
{
  g_return_val_if_fail (HTAP_IS_PANES (self), FALSE);

  if (self->over != OVER_NOTHING)
    return self->over == OVER_DETAILS;

  return has_room_for_details (self) && self->details_wanted;
}

/**
 * htap_panes_show_sidebar:
 *
 * Shows or hides it: beside the list where there is room, else in its place.
 */
void
htap_panes_show_sidebar (HtapPanes *self, gboolean show)
{
  g_return_if_fail (HTAP_IS_PANES (self));

  if (has_room_for_sidebar (self))
    {
      g_object_set (self, "sidebar-wanted", show, NULL);
      return;
    }

  self->over = show ? OVER_SIDEBAR : OVER_NOTHING;
  apply (self);
}

/**
 * htap_panes_show_details:
 *
 * Shows or hides them: beside the list where there is room, else in its place.
 */
void
htap_panes_show_details (HtapPanes *self, gboolean show)
{
  g_return_if_fail (HTAP_IS_PANES (self));

  if (has_room_for_details (self))
    {
      g_object_set (self, "details-wanted", show, NULL);
      return;
    }

  self->over = show ? OVER_DETAILS : OVER_NOTHING;
  apply (self);
}

/**
 * htap_panes_show_list:
 *
 * Takes away what has taken the list's place.
 */
void
htap_panes_show_list (HtapPanes *self)
{
  g_return_if_fail (HTAP_IS_PANES (self));

  if (self->over == OVER_NOTHING)
    return;

  self->over = OVER_NOTHING;
  apply (self);
}
