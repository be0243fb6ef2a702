/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-raw-json.h"

#include "htap-compat.h"
#include "htap-json-text.h"
#include "htap-safe-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Pixels. Fixed: a text view does not know its height before it has been drawn. */
#define TEXT_HEIGHT 360

struct _HtapRawJson {
  AdwBin          parent_instance;
  AdwExpanderRow *expander;
  GtkWidget      *copy_button;

  GtkTextBuffer  *text; /* (nullable): made when first unfolded, the rows own it */
  GtkLabel       *deviation_list;
  GtkWidget      *deviation_row;

  GBytes         *json;
  char           *deviations; /* one a line */
  char           *subject;
};

G_DEFINE_FINAL_TYPE (HtapRawJson, htap_raw_json, ADW_TYPE_BIN)

static char *
dup_lines (GPtrArray *deviations)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; deviations != NULL && i < deviations->len; i++)
    {
      g_autofree char *deviation = htap_safe_text_dup (deviations->pdata[i]);

      if (i > 0)
        g_string_append_c (lines, '\n');
      g_string_append_printf (lines, "• %s", deviation);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* An inner row that is no target of the keyboard; what is in it is. */
static GtkWidget *
new_row (GtkWidget *child)
{
  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child",
                       child, NULL);
}

static GtkWidget *
new_deviation_row (HtapRawJson *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (_ ("Where the whole answer deviates from the documentation:"));
  GtkWidget *list = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "caption-heading");

  self->deviation_list = GTK_LABEL (list);
  gtk_label_set_xalign (self->deviation_list, 0);
  gtk_label_set_wrap (self->deviation_list, TRUE);
  gtk_label_set_wrap_mode (self->deviation_list, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (self->deviation_list, TRUE);
  gtk_widget_add_css_class (list, "caption");

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), list);
  gtk_widget_add_css_class (box, "deviations");

  return new_row (box);
}

static GtkWidget *
new_text_row (HtapRawJson *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view), TRUE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "raw-json");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Raw JSON"), -1);

  g_object_set (scrolled, "child", view, "hscrollbar-policy", GTK_POLICY_NEVER,
                "min-content-height", TEXT_HEIGHT, NULL);

  return new_row (scrolled);
}

static void
show_content (HtapRawJson *self)
{
  g_autofree char *pretty =
      self->json != NULL ? htap_json_text_dup_pretty (self->json) : g_strdup ("");
  g_autofree char *shown = htap_json_text_escape (pretty);
  GtkTextIter start, end;
  g_autofree char *present = NULL;

  gtk_text_buffer_get_bounds (self->text, &start, &end);
  present = gtk_text_buffer_get_text (self->text, &start, &end, TRUE);

  /* An equal text stays, and with it its selection and scroll position. */
  if (g_strcmp0 (present, shown) != 0)
    gtk_text_buffer_set_text (self->text, shown, -1);

  gtk_label_set_text (self->deviation_list, self->deviations);
  gtk_widget_set_visible (self->deviation_row, *self->deviations != '\0');
}

static void
on_expander_notify_expanded (HtapRawJson *self)
{
  if (self->text != NULL || self->json == NULL || !adw_expander_row_get_expanded (self->expander))
    return;

  self->deviation_row = new_deviation_row (self);
  adw_expander_row_add_row (self->expander, self->deviation_row);
  adw_expander_row_add_row (self->expander, new_text_row (self));
  show_content (self);
}

static void
on_copy_button_clicked (HtapRawJson *self)
{
  g_autofree char *text = htap_json_text_dup_pretty (self->json);
  /* Translators: %s is the name of an instance. */
  g_autofree char *sentence = g_strdup_printf (_ ("Copied the JSON of %s"), self->subject);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.copy-text", "(ss)", text, sentence);
}

static void
show_summary (HtapRawJson *self, guint n_deviations)
{
  g_autofree char *summary = NULL;

  if (self->json == NULL)
    summary = g_strdup (_ ("Not available"));
  else if (n_deviations > 0)
    /* Translators: in how many places an answer is not as its documentation says. */
    summary = g_strdup_printf (ngettext ("%u deviation from the documentation",
                                         "%u deviations from the documentation", n_deviations),
                               n_deviations);

  adw_expander_row_set_subtitle (self->expander, summary != NULL ? summary : "");
  gtk_widget_set_visible (self->copy_button, self->json != NULL);
  /* Not `enable-expansion`, which unfolds the row when it comes back. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->expander), self->json != NULL);
}

static void
htap_raw_json_finalize (GObject *object)
{
  HtapRawJson *self = HTAP_RAW_JSON (object);

  g_clear_pointer (&self->json, g_bytes_unref);
  g_free (self->deviations);
  g_free (self->subject);

  G_OBJECT_CLASS (htap_raw_json_parent_class)->finalize (object);
}

static void
htap_raw_json_class_init (HtapRawJsonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = htap_raw_json_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/htap_inventory/HtapInventory/htap-raw-json.ui");
  gtk_widget_class_bind_template_child (widget_class, HtapRawJson, expander);
  gtk_widget_class_bind_template_child (widget_class, HtapRawJson, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, on_expander_notify_expanded);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_button_clicked);
}

static void
htap_raw_json_init (HtapRawJson *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  htap_compat_name_expander_row (self->expander);
}

GtkWidget *
htap_raw_json_new (void)
{
  return g_object_new (HTAP_TYPE_RAW_JSON, NULL);
}

/**
 * htap_raw_json_show:
 * @json: (nullable): what the service wrote of the instance; %NULL if it was not kept
 * @deviations: (nullable) (element-type utf8): where the answer deviated from the schema
 * @subject: name of the instance
 */
void
htap_raw_json_show (HtapRawJson *self, GBytes *json, GPtrArray *deviations, const char *subject)
{
  g_return_if_fail (HTAP_IS_RAW_JSON (self));

  if (json != NULL)
    g_bytes_ref (json);
  g_clear_pointer (&self->json, g_bytes_unref);
  self->json = json;
  g_free (self->deviations);
  self->deviations = dup_lines (deviations);
  g_free (self->subject);
  self->subject = g_strdup (subject);

  show_summary (self, deviations != NULL ? deviations->len : 0);
  if (self->text != NULL)
    show_content (self);
}
