/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-raw-json.h"

#include "htap-hostile-text.h"
#include "htap-widget-test.h"

typedef struct
{
  HtapTestWindow *window;
  GtkWidget *raw_json;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->raw_json = g_object_ref_sink (htap_raw_json_new ());
  fixture->window = htap_test_window_new (fixture->raw_json, 360, 600);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  htap_test_window_free (fixture->window);
  g_assert_finalize_object (fixture->raw_json);
}

/* @json: NULL if it was not kept; @deviations: NULL-terminated */
static void
show (Fixture *fixture, const char *json, const char *const *deviations)
{
  g_autoptr (GBytes) bytes = json != NULL ? g_bytes_new (json, strlen (json)) : NULL;
  g_autoptr (GPtrArray) array = g_ptr_array_new ();

  for (guint i = 0; deviations != NULL && deviations[i] != NULL; i++)
    g_ptr_array_add (array, (char *) deviations[i]);
  htap_raw_json_show (HTAP_RAW_JSON (fixture->raw_json), bytes, array, "htap-fjld");
}

static AdwExpanderRow *
get_expander (Fixture *fixture)
{
  g_autoptr (GPtrArray) rows = htap_widget_test_find_all (fixture->raw_json, ADW_TYPE_EXPANDER_ROW);

  return rows->pdata[0];
}

static void
set_unfolded (Fixture *fixture, gboolean unfolded)
{
  adw_expander_row_set_expanded (get_expander (fixture), unfolded);
  htap_widget_test_settle ();
}

/* NULL until it was first unfolded. */
static GtkTextView *
get_view (Fixture *fixture)
{
  g_autoptr (GPtrArray) views = htap_widget_test_find_all (fixture->raw_json, GTK_TYPE_TEXT_VIEW);

  g_assert_cmpuint (views->len, <=, 1);

  return views->len > 0 ? views->pdata[0] : NULL;
}

static char *
dup_text (Fixture *fixture)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_view (fixture));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

#define assert_text(fixture, expected)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = dup_text (fixture);                                                   \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
copy (Fixture *fixture)
{
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (fixture->raw_json, GTK_TYPE_BUTTON);

  gtk_test_accessible_assert_property (buttons->pdata[0], GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Copy the JSON");
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
}

/* Letter by letter, only indented; a number is no other number for it. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  show (fixture, "{\"id\":\"bfc9\",\"port\":1.50e3,\"proxy_ips\":[]}", NULL);
  g_assert_null (get_view (fixture));

  set_unfolded (fixture, TRUE);
  assert_text (fixture, "{\n  \"id\": \"bfc9\",\n  \"port\": 1.50e3,\n  \"proxy_ips\": []\n}");
  show (fixture, "[]", NULL);
  assert_text (fixture, "[]");
  g_assert_true (adw_expander_row_get_expanded (get_expander (fixture)));
}

/* It can be read, and left, with the keyboard. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  show (fixture, "[]", NULL);
  set_unfolded (fixture, TRUE);

  gtk_test_accessible_assert_property (get_view (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Raw JSON");
  g_assert_false (gtk_text_view_get_editable (get_view (fixture)));
  g_assert_false (gtk_text_view_get_accepts_tab (get_view (fixture)));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (get_view (fixture))));
}

/* A refresh that brings the same takes nothing away. */
static void
test_selection_stays (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  show (fixture, "[1,2,3]", NULL);
  set_unfolded (fixture, TRUE);
  buffer = gtk_text_view_get_buffer (get_view (fixture));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &start, &end);

  show (fixture, "[1, 2, 3]", NULL);
  g_assert_true (gtk_text_buffer_get_has_selection (buffer));
  show (fixture, "[1,2,4]", NULL);
  g_assert_false (gtk_text_buffer_get_has_selection (buffer));
}

static void
test_deviations (Fixture *fixture, gconstpointer data)
{
  static const char *const one[] = { "instances[0].data_ips is not documented", NULL };
  static const char *const two[] = { "one", "two", NULL };
  AdwExpanderRow *expander = get_expander (fixture);

  show (fixture, "[]", NULL);
  g_assert_cmpstr (adw_expander_row_get_subtitle (expander), ==, "");
  show (fixture, "[]", one);
  g_assert_cmpstr (adw_expander_row_get_subtitle (expander), ==,
                   "1 deviation from the documentation");

  set_unfolded (fixture, TRUE);
  g_assert_true (
      htap_widget_test_shows (fixture->raw_json, "• instances[0].data_ips is not documented"));
  show (fixture, "[]", two);
  g_assert_cmpstr (adw_expander_row_get_subtitle (expander), ==,
                   "2 deviations from the documentation");
  g_assert_true (htap_widget_test_shows (fixture->raw_json, "• one\n• two"));

  show (fixture, "[]", NULL);
  g_assert_false (htap_widget_test_shows (
      fixture->raw_json, "Where the whole answer deviates from the documentation:"));
}

/* A step to an instance whose JSON is not known, and back, unfolds nothing and folds nothing. */
static void
test_not_known (Fixture *fixture, gconstpointer data)
{
  AdwExpanderRow *expander = get_expander (fixture);
  g_autoptr (GPtrArray) buttons = htap_widget_test_find_all (fixture->raw_json, GTK_TYPE_BUTTON);

  for (int unfolded = 0; unfolded <= 1; unfolded++)
    {
      show (fixture, "[1]", NULL);
      set_unfolded (fixture, unfolded);

      show (fixture, NULL, NULL);
      g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (expander)));
      g_assert_false (gtk_widget_get_visible (buttons->pdata[0]));
      g_assert_cmpstr (adw_expander_row_get_subtitle (expander), ==, "Not available");
      if (unfolded)
        assert_text (fixture, "");

      show (fixture, "[]", NULL);
      g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (expander)));
      g_assert_true (gtk_widget_get_visible (buttons->pdata[0]));
      g_assert_cmpint (adw_expander_row_get_expanded (expander), ==, unfolded);
      if (unfolded)
        assert_text (fixture, "[]");
    }
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  show (fixture, "[1]", NULL);
  copy (fixture);
  g_assert_cmpstr (fixture->window->text, ==, "[\n  1\n]");
  g_assert_cmpstr (fixture->window->sentence, ==, "Copied the JSON of htap-fjld");
}

/* Line by line, for there is one for each deviation. */
static void
assert_lines_harmless (const char *text, const char *what)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    htap_hostile_text_assert_harmless (lines[i], what);
}

/* Names of members, which deviations quote, come from outside as well. */
static void
test_hostile_deviations (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) texts = htap_hostile_texts_load ();

  show (fixture, "[]", NULL);
  set_unfolded (fixture, TRUE);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_array_index (texts, HtapHostileText, i).text;
      const char *const deviations[] = { text, text, NULL };
      g_autoptr (GPtrArray) labels = htap_widget_test_find_all (fixture->raw_json, GTK_TYPE_LABEL);

      show (fixture, "[]", deviations);
      for (guint k = 0; k < labels->len; k++)
        assert_lines_harmless (gtk_label_get_text (labels->pdata[k]), "deviations");
    }
}

/* What is shown cannot turn the text around, and is the same JSON all the same; what is copied is
 * as it came. */
static void
test_hostile_json (Fixture *fixture, gconstpointer data)
{
  show (fixture, "[\"a\u202eb<b>\"]", NULL);
  set_unfolded (fixture, TRUE);
  assert_text (fixture, "[\n  \"a\\u202eb<b>\"\n]");
  copy (fixture);
  g_assert_cmpstr (fixture->window->text, ==, "[\n  \"a\u202eb<b>\"\n]");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/raw-json/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  htap_widget_test_init (&argc, &argv);

  ADD ("text", test_text);
  ADD ("view", test_view);
  ADD ("selection-stays", test_selection_stays);
  ADD ("deviations", test_deviations);
  ADD ("not-known", test_not_known);
  ADD ("copy", test_copy);
  ADD ("hostile-deviations", test_hostile_deviations);
  ADD ("hostile-json", test_hostile_json);

  return g_test_run ();
}
