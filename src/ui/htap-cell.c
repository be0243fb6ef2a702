/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cell.h"

#include "htap-cell-speech.h"
#include "htap-cell-subject.h"
#include "htap-format.h"

typedef struct
{
  HtapCellSubject subject;
  HtapCellFace face;
  char *mark;          /* what stood here before */
  GtkWidget *trailing; /* behind all that is drawn */
} HtapCellPrivate;

enum
{
  PROP_FIELD = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE_WITH_PRIVATE (HtapCell, htap_cell, GTK_TYPE_WIDGET)

static void
update (gpointer cell)
{
  HTAP_CELL_GET_CLASS (cell)->update (cell);
}

/* Returns: (transfer full) (nullable): what is not seen of the value */
static char *
dup_more (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);
  const HtapField *field = priv->face.text.field;
  gint64 number;

  if (htap_field_get_kind (field) == HTAP_FIELD_KIND_TIME &&
      htap_field_get_number (field, htap_instance_get_record (priv->subject.instance), &number))
    return htap_format_date_time_utc (number);
  if (htap_cell_measure_text (self) > gtk_widget_get_width (GTK_WIDGET (self)))
    return g_strdup (htap_cell_text_get (&priv->face.text));

  return NULL;
}

static gboolean
htap_cell_query_tooltip (GtkWidget *widget,
                         int x,
                         int y,
                         gboolean keyboard_mode,
                         GtkTooltip *tooltip)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (HTAP_CELL (widget));
  g_autofree char *more = NULL;
  g_autofree char *both = NULL;

  if (priv->subject.instance == NULL)
    return FALSE;

  more = dup_more (HTAP_CELL (widget));
  if (more != NULL && priv->mark != NULL)
    both = g_strdup_printf ("%s\n%s", more, priv->mark);
  gtk_tooltip_set_text (tooltip, both != NULL ? both : more != NULL ? more : priv->mark);

  return more != NULL || priv->mark != NULL;
}

static void
htap_cell_real_update (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);
  g_autofree char *shown = htap_field_dup_shown (priv->face.text.field, priv->subject.instance);

  htap_cell_set_text (self, shown);
}

static void
htap_cell_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (HTAP_CELL (object));

  switch (id)
    {
    case PROP_FIELD:
      priv->face.text.field = priv->subject.field = g_value_get_pointer (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
htap_cell_constructed (GObject *object)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (HTAP_CELL (object));
  const char *css_class = htap_cell_text_get_css_class (priv->face.text.field);

  G_OBJECT_CLASS (htap_cell_parent_class)->constructed (object);

  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (object), css_class);
}

static void
htap_cell_dispose (GObject *object)
{
  HtapCell *self = HTAP_CELL (object);
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  htap_cell_unbind (self);
  htap_cell_text_clear (&priv->face.text);

  G_OBJECT_CLASS (htap_cell_parent_class)->dispose (object);
}

/* The text takes what there is: its column says how wide that is. The style sheet says how high a
 * line is. */
static void
htap_cell_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (HTAP_CELL (widget));

  *minimum = *natural = 0;
  if (priv->trailing != NULL)
    gtk_widget_measure (priv->trailing, orientation, -1, minimum, natural, NULL, NULL);
}

static int
get_trailing_width (HtapCellPrivate *priv)
{
  int width = 0;

  if (priv->trailing != NULL)
    gtk_widget_measure (priv->trailing, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}

static void
htap_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (HTAP_CELL (widget));
  const int trailing_width = get_trailing_width (priv);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (priv->trailing != NULL)
    gtk_widget_size_allocate (
        priv->trailing,
        &(GtkAllocation){ mirrored ? 0 : width - trailing_width, 0, trailing_width, height }, -1);
}

static void
htap_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (HTAP_CELL (widget));

  htap_cell_face_snapshot (&priv->face, widget, snapshot,
                           gtk_widget_get_width (widget) - get_trailing_width (priv));
  GTK_WIDGET_CLASS (htap_cell_parent_class)->snapshot (widget, snapshot);
}

static void
forget_layout (GtkWidget *widget)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (HTAP_CELL (widget));

  htap_cell_text_forget_layout (&priv->face.text);
  gtk_widget_queue_draw (widget);
}

static void
htap_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (htap_cell_parent_class)->css_changed (widget, change);
  forget_layout (widget);
}

static void
htap_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (htap_cell_parent_class)->system_setting_changed (widget, setting);
  forget_layout (widget);
}

static void
htap_cell_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (htap_cell_parent_class)->direction_changed (widget, previous);
  forget_layout (widget);
}

static void
htap_cell_class_init (HtapCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = htap_cell_set_property;
  object_class->constructed = htap_cell_constructed;
  object_class->dispose = htap_cell_dispose;
  widget_class->measure = htap_cell_measure;
  widget_class->size_allocate = htap_cell_size_allocate;
  widget_class->snapshot = htap_cell_snapshot;
  widget_class->css_changed = htap_cell_css_changed;
  widget_class->system_setting_changed = htap_cell_system_setting_changed;
  widget_class->direction_changed = htap_cell_direction_changed;
  widget_class->query_tooltip = htap_cell_query_tooltip;
  klass->update = htap_cell_real_update;

  properties[PROP_FIELD] = g_param_spec_pointer (
      "field", NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "htap-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
htap_cell_init (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  priv->subject.cell = GTK_WIDGET (self);
  priv->subject.changed = update;
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
  g_return_if_fail (priv->subject.instance == NULL);

  htap_cell_subject_bind (&priv->subject, list_item);
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
  htap_cell_subject_unbind (&priv->subject);
}

const HtapField *
htap_cell_get_field (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  return priv->face.text.field;
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

  return priv->subject.instance;
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

  return htap_cell_subject_get_position (&priv->subject);
}

/**
 * htap_cell_set_text:
 * @text: (nullable): untrusted text, shown as one harmless line; %NULL for an absent value
 */
void
htap_cell_set_text (HtapCell *self, const char *text)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  g_return_if_fail (HTAP_IS_CELL (self));

  if (htap_cell_text_set (&priv->face.text, text))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  htap_cell_speech_name (GTK_WIDGET (self), priv->face.text.shown,
                         htap_instance_get_name (priv->subject.instance));
}

/**
 * htap_cell_get_face:
 *
 * Returns: (transfer none): what it draws
 */
const HtapCellFace *
htap_cell_get_face (HtapCell *self)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  return &priv->face;
}

/**
 * htap_cell_set_icons:
 * @leading: before the text
 * @trailing: behind it
 *
 * Both only adorn: the text says the same.
 */
void
htap_cell_set_icons (HtapCell *self, HtapCellIcon leading, HtapCellIcon trailing)
{
  HtapCellPrivate *priv = htap_cell_get_instance_private (self);

  g_return_if_fail (HTAP_IS_CELL (self));

  if (htap_cell_icon_equal (priv->face.leading, leading) &&
      htap_cell_icon_equal (priv->face.trailing, trailing))
    return;

  priv->face.leading = leading;
  priv->face.trailing = trailing;
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
  g_autofree char *safe = htap_cell_text_dup_safe (sentence);

  g_return_if_fail (HTAP_IS_CELL (self));

  if (g_strcmp0 (priv->mark, safe) == 0)
    return;

  g_free (priv->mark);
  priv->mark = g_steal_pointer (&safe);
  priv->face.marked = priv->mark != NULL;
  htap_cell_speech_describe (GTK_WIDGET (self), priv->mark);
  gtk_widget_queue_draw (GTK_WIDGET (self));
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

  return htap_cell_face_measure (&priv->face, GTK_WIDGET (self)) + get_trailing_width (priv);
}
