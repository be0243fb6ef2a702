/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cell.h"

#include "htap-cell-mark.h"
#include "htap-cell-text.h"
#include "htap-format.h"

typedef struct
{
  const HtapField *field;
  GtkListItem *list_item; /* while bound; it owns the cell */
  HtapInstance *instance; /* while bound */
  HtapSource *source;     /* the instance's, while bound */
  GtkWidget *inscription;
  GtkWidget *trailing;
  HtapCellMark mark;
} HtapCellPrivate;

enum
{
  PROP_FIELD = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE_WITH_PRIVATE (HtapCell, htap_cell, GTK_TYPE_WIDGET)

/* What the source says beyond its records, for the fields that show it. */
static const char *
get_source_signal (const HtapField *field)
{
  switch (htap_field_get_index (field))
    {
    case HTAP_FIELD_TAURUS_NAME:
      return "notify::taurus-name";
    case HTAP_FIELD_TAURUS_STATUS:
    case HTAP_FIELD_TAURUS_VERSION:
    case HTAP_FIELD_TAGS:
      return "notify::taurus";
    case HTAP_FIELD_ENTERPRISE_PROJECT:
      return "notify::enterprise-projects";
    default:
      break;
    }
  if (htap_field_get_kind (field) == HTAP_FIELD_KIND_STATUS)
    return "notify::state";

  return NULL;
}

static void
update (HtapCell *self)
{
  HTAP_CELL_GET_CLASS (self)->update (self);
}

static gboolean
htap_cell_query_tooltip (GtkWidget *widget,
                         int x,
                         int y,
                         gboolean keyboard_mode,
                         GtkTooltip *tooltip)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (HTAP_CELL (widget));
  g_autofree char *text = NULL;
  gint64 number;

  if (priv->instance == NULL)
    return FALSE;

  if (htap_field_get_kind (priv->field) == HTAP_FIELD_KIND_TIME &&
      htap_field_get_number (priv->field, htap_instance_get_record (priv->instance), &number))
    text = htap_format_date_time_utc (number);
  else if (htap_cell_measure_text (HTAP_CELL (widget)) > gtk_widget_get_width (widget))
    text = g_strdup (gtk_inscription_get_text (GTK_INSCRIPTION (priv->inscription)));

  text = htap_cell_mark_add_sentence (&priv->mark, g_steal_pointer (&text));
  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static void
htap_cell_real_update (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);
  g_autofree char *shown = htap_field_dup_shown (priv->field, priv->instance);

  htap_cell_set_text (self, shown);
}

static void
follow_source (HtapCell *self, HtapSource *source)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);
  const char *source_signal = get_source_signal (priv->field);

  if (priv->source != NULL)
    g_signal_handlers_disconnect_by_data (priv->source, self);
  g_set_object (&priv->source, source);
  if (source != NULL && source_signal != NULL)
    g_signal_connect_swapped (source, source_signal, G_CALLBACK (update), self);
}

static void
on_instance_notify_source (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  follow_source (self, htap_instance_get_source (priv->instance));
  update (self);
}

static void
htap_cell_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (HTAP_CELL (object));

  switch (id)
    {
    case PROP_FIELD:
      priv->field = g_value_get_pointer (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_cell_constructed (GObject *object)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (HTAP_CELL (object));

  G_OBJECT_CLASS (htap_cell_parent_class)->constructed (object);

  htap_cell_text_set_field (GTK_INSCRIPTION (priv->inscription), priv->field);
}

static void
htap_cell_dispose (GObject *object)
{
  HtapCell *self = HTAP_CELL (object);
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  htap_cell_unbind (self);
  htap_cell_mark_clear (&priv->mark);
  g_clear_pointer (&priv->inscription, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_cell_parent_class)->dispose (object);
}

static void
htap_cell_class_init (HtapCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = htap_cell_set_property;
  object_class->constructed = htap_cell_constructed;
  object_class->dispose = htap_cell_dispose;
  widget_class->query_tooltip = htap_cell_query_tooltip;
  klass->update = htap_cell_real_update;

  properties[PROP_FIELD] = g_param_spec_pointer (
      "field", NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
htap_cell_init (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  priv->inscription = htap_cell_text_new ();
  gtk_widget_set_parent (priv->inscription, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * htap_cell_new:
 * @field: what it shows
 */
GtkWidget *
htap_cell_new (const HtapField *field)
{
  return g_object_new (HTAP_TYPE_CELL, "field", field, NULL);
}

/**
 * htap_cell_bind:
 * @list_item: whose child it is; its item is a #HtapInstance
 *
 * Shows the item and follows it until htap_cell_unbind().
 */
void
htap_cell_bind (HtapCell *self, GtkListItem *list_item)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  g_return_if_fail (HTAP_IS_CELL (self));
  g_return_if_fail (priv->instance == NULL);

  priv->list_item = list_item;
  priv->instance = g_object_ref (HTAP_INSTANCE (gtk_list_item_get_item (list_item)));
  g_signal_connect_swapped (priv->instance, "notify::record", G_CALLBACK (update), self);
  if (htap_field_get_kind (priv->field) == HTAP_FIELD_KIND_STATUS)
    g_signal_connect_swapped (priv->instance, "notify::listed", G_CALLBACK (update), self);
  if (htap_field_is_of_instance (priv->field))
    g_signal_connect_swapped (priv->instance, "notify::findings", G_CALLBACK (update), self);
  if (htap_field_is_of_source (priv->field) || get_source_signal (priv->field) != NULL)
    {
      g_signal_connect_swapped (priv->instance, "notify::source",
                                G_CALLBACK (on_instance_notify_source), self);
      follow_source (self, htap_instance_get_source (priv->instance));
    }
  update (self);
}

/**
 * htap_cell_unbind:
 *
 * Lets go of the item; what is shown stays until the next one.
 */
void
htap_cell_unbind (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  g_return_if_fail (HTAP_IS_CELL (self));

  htap_cell_set_trailing (self, NULL);
  htap_cell_set_mark (self, NULL);

  if (priv->instance == NULL)
    return;

  follow_source (self, NULL);
  g_signal_handlers_disconnect_by_data (priv->instance, self);
  g_clear_object (&priv->instance);
  priv->list_item = NULL;
}

const HtapField *
htap_cell_get_field (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  return priv->field;
}

/**
 * htap_cell_get_instance:
 *
 * Returns: (transfer none) (nullable): whom it shows; %NULL unless bound
 */
HtapInstance *
htap_cell_get_instance (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  return priv->instance;
}

/**
 * htap_cell_get_position:
 *
 * Returns: its row, or %GTK_INVALID_LIST_POSITION unless bound
 */
guint
htap_cell_get_position (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  return priv->list_item != NULL ? gtk_list_item_get_position (priv->list_item)
                                 : GTK_INVALID_LIST_POSITION;
}

/**
 * htap_cell_set_text:
 * @text: (nullable): untrusted text, shown as one harmless line; %NULL for an absent value
 */
void
htap_cell_set_text (HtapCell *self, const char *text)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  htap_cell_text_show (GTK_INSCRIPTION (priv->inscription), text,
                       htap_instance_get_name (priv->instance));
  htap_cell_mark_place (&priv->mark, GTK_INSCRIPTION (priv->inscription));
}

/**
 * htap_cell_set_mark:
 * @sentence: (nullable): untrusted text: what stood here before; %NULL takes the mark away, as
 *   unbinding the cell does
 *
 * Shows that the value is another than it was.
 */
void
htap_cell_set_mark (HtapCell *self, const char *sentence)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  htap_cell_mark_set (&priv->mark, GTK_INSCRIPTION (priv->inscription), sentence);
}

/**
 * htap_cell_set_trailing:
 * @widget: (nullable): shown at the end of the cell until it is unbound, in place of another
 */
void
htap_cell_set_trailing (HtapCell *self, GtkWidget *widget)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  if (priv->trailing == widget)
    return;

  g_clear_pointer (&priv->trailing, gtk_widget_unparent);
  priv->trailing = widget;
  if (widget != NULL)
    gtk_widget_insert_before (widget, GTK_WIDGET (self), NULL);
}

/**
 * htap_cell_measure_text:
 *
 * Returns: the width in pixels at which nothing of the cell is cut
 */
int
htap_cell_measure_text (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);
  int cell_width, inscription_width;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &cell_width, NULL,
                      NULL);
  gtk_widget_measure (priv->inscription, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &inscription_width,
                      NULL, NULL);

  return htap_cell_text_measure (GTK_INSCRIPTION (priv->inscription)) + cell_width -
         inscription_width;
}
