/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-detail-findings.h"

#include "htap-detail-finding.h"

#include <glib/gi18n-lib.h>

struct _HtapDetailFindings
{
  GtkWidget parent_instance;
  GtkListBox *list;
  GtkWidget *quiet; /* the last row: that there is nothing to say */
  GtkImage *quiet_icon;
  GtkLabel *quiet_label;
  guint n_rows; /* before that */
};

G_DEFINE_FINAL_TYPE (HtapDetailFindings, htap_detail_findings, GTK_TYPE_WIDGET)

static HtapDetailFinding *
get_row (HtapDetailFindings *self, guint place)
{
  return HTAP_DETAIL_FINDING (gtk_list_box_get_row_at_index (self->list, (int) place));
}

static gboolean
row_is_of (HtapDetailFinding *row, HtapFinding *finding)
{
  return g_str_equal (htap_finding_get_key (htap_detail_finding_get_finding (row)),
                      htap_finding_get_key (finding));
}

static gboolean
is_among (HtapDetailFinding *row, GPtrArray *findings, guint first)
{
  for (guint i = first; i < findings->len; i++)
    if (row_is_of (row, findings->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Returns whether the row, or something in it, had the focus. */
static gboolean
remove_row (HtapDetailFindings *self, guint place)
{
  GtkWidget *row = GTK_WIDGET (get_row (self, place));
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));

  gtk_list_box_remove (self->list, row);
  self->n_rows--;

  return had_focus;
}

/* Has a row at @place that is of @findings there. A row that is of the same as before stays, so
 * that the focus does. Returns whether one that went had the focus. */
static gboolean
prepare_row (HtapDetailFindings *self, GPtrArray *findings, guint place)
{
  gboolean had_focus = FALSE;

  while (place < self->n_rows && !is_among (get_row (self, place), findings, place))
    had_focus = remove_row (self, place) || had_focus;

  if (place == self->n_rows || !row_is_of (get_row (self, place), findings->pdata[place]))
    {
      gtk_list_box_insert (self->list, htap_detail_finding_new (), (int) place);
      self->n_rows++;
    }

  return had_focus;
}

static void
focus_row (HtapDetailFindings *self, guint place)
{
  guint last = self->n_rows > 0 ? self->n_rows - 1 : 0;

  gtk_widget_grab_focus (
      GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) MIN (place, last))));
}

static void
show_quiet (HtapDetailFindings *self, gboolean checked)
{
  const char *text = checked
                         /* Translators: of an instance: the program finds nothing wrong with it. */
                         ? _ ("No findings")
                         : _ ("Not checked: what is known of it is not up to date");

  gtk_image_set_from_icon_name (self->quiet_icon,
                                checked ? "emblem-ok-symbolic" : "htap-stale-symbolic");
  gtk_label_set_text (self->quiet_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quiet), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_widget_set_visible (self->quiet, self->n_rows == 0);
}

static void
on_list_row_activated (HtapDetailFindings *self, GtkListBoxRow *row)
{
  if (HTAP_IS_DETAIL_FINDING (row))
    htap_detail_finding_copy (HTAP_DETAIL_FINDING (row));
}

/* Up and down lead to the groups around. */
static gboolean
on_list_keynav_failed (HtapDetailFindings *self, GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || (direction != GTK_DIR_UP && direction != GTK_DIR_DOWN))
    return FALSE;

  return gtk_widget_child_focus (GTK_WIDGET (root), direction == GTK_DIR_UP ? GTK_DIR_TAB_BACKWARD
                                                                            : GTK_DIR_TAB_FORWARD);
}

static void
htap_detail_findings_dispose (GObject *object)
{
  HtapDetailFindings *self = HTAP_DETAIL_FINDINGS (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_detail_findings_parent_class)->dispose (object);
}

static void
htap_detail_findings_class_init (HtapDetailFindingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = htap_detail_findings_dispose;

  gtk_widget_class_set_css_name (widget_class, "detail-findings");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_quiet_row (HtapDetailFindings *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "visible", FALSE,
                                 "child", box, NULL);

  self->quiet_icon =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->quiet_label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (row, "detail-row");
  gtk_widget_add_css_class (box, "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quiet_icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quiet_label));

  return row;
}

static void
htap_detail_findings_init (HtapDetailFindings *self)
{
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  self->quiet = new_quiet_row (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_list_box_append (self->list, self->quiet);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_list_row_activated), self);
  g_signal_connect_swapped (self->list, "keynav-failed", G_CALLBACK (on_list_keynav_failed), self);
}

GtkWidget *
htap_detail_findings_new (void)
{
  return g_object_new (HTAP_TYPE_DETAIL_FINDINGS, NULL);
}

/**
 * htap_detail_findings_show:
 * @findings: (element-type HtapFinding): the worst first
 * @checked: whether it means something if there are none
 * @now: seconds since 1970 UTC
 *
 * A row that had the focus and goes hands it to the next one.
 */
void
htap_detail_findings_show (HtapDetailFindings *self,
                           GPtrArray *findings,
                           gboolean checked,
                           gint64 now)
{
  int lost_focus = -1;

  g_return_if_fail (HTAP_IS_DETAIL_FINDINGS (self));

  for (guint i = 0; i < findings->len; i++)
    {
      if (prepare_row (self, findings, i))
        lost_focus = (int) i;
      htap_detail_finding_show (get_row (self, i), findings->pdata[i], now);
    }
  while (self->n_rows > findings->len)
    if (remove_row (self, findings->len))
      lost_focus = (int) findings->len;
  show_quiet (self, checked);

  if (lost_focus >= 0)
    focus_row (self, (guint) lost_focus);
}
