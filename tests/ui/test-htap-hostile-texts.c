/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-cell.h"
#include "htap-hostile-text.h"
#include "htap-instance-list.h"
#include "htap-remove-dialog.h"
#include "htap-row-menu.h"
#include "htap-safe-text.h"
#include "htap-test.h"
#include "htap-widget-test.h"
#include "htap-window-fixture.h"

#include <adwaita.h>

/* Every text that an enemy may choose, in every widget that shows it. */

#define REGION  "cn-north-4"
#define PROFILE "6f1c"
#define TAURUS  "hostilein07"
#define NODE    "hostilein17"

/* What is in the list draws its own text. */
static void
check_cells (GtkWidget *window)
{
  g_autoptr (GPtrArray) cells = htap_widget_test_find_all (window, HTAP_TYPE_CELL);

  for (guint i = 0; i < cells->len; i++)
    {
      const HtapCellFace *face = htap_cell_get_face (cells->pdata[i]);

      htap_hostile_text_assert_harmless (htap_cell_text_get (&face->text), "a cell");
    }
}

/* Whatever is open, hidden pages included. */
static void
check_screen (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      htap_widget_test_assert_harmless (window, "screen");
      check_cells (window);
    }
}

static HtapRecord *
new_record (const char *text)
{
  HtapRecord *record = htap_record_new ();

  for (guint i = 0; i < HTAP_N_TEXTS; i++)
    htap_record_set_text (record, i, text);
  htap_record_set_text (record, HTAP_TEXT_ID, NODE);
  htap_record_add_node (record, &(HtapNode){ .node_id = (char *) text,
                                             .node_name = (char *) text,
                                             .data_ip = (char *) text });
  htap_record_add_zone (
      record,
      &(HtapZone){ .code = (char *) text, .description = (char *) text, .az_type = (char *) text });
  htap_record_add_action (record, &(HtapAction){ .action = (char *) text,
                                                 .status = (char *) text,
                                                 .object_id = (char *) text });

  return record;
}

static HtapSource *
find_source (HtapWindowFixture *fixture, const char *taurus_id)
{
  GListModel *sources = htap_inventory_get_sources (fixture->demo->inventory);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (HtapSource) source = g_list_model_get_item (sources, i);

      if (g_str_equal (htap_source_get_taurus_id (source), taurus_id))
        return source;
    }

  g_assert_not_reached ();
}

static void
set_profile (HtapWindowFixture *fixture, const char *name, const char *taurus_id)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (PROFILE);
  g_autoptr (GPtrArray) projects = htap_regional_ids_new ();
  g_autoptr (GPtrArray) taurus_ids = htap_regional_ids_new ();

  g_ptr_array_add (projects, htap_regional_id_new (REGION, "23a5"));
  g_ptr_array_add (taurus_ids, htap_regional_id_new (REGION, taurus_id));
  htap_profile_set_name (profile, name);
  htap_profile_set_origin (profile, HTAP_PROFILE_ENVIRONMENT);
  htap_profile_set_projects (profile, projects);
  htap_profile_set_taurus_ids (profile, taurus_ids);
  htap_inventory_add_transient_profile (fixture->demo->inventory, profile, NULL);
}

/* A profile, a TaurusDB instance and an HTAP instance that say @text wherever they can. */
static HtapSource *
bring_in (HtapWindowFixture *fixture, const char *text)
{
  g_autoptr (GPtrArray) records =
      g_ptr_array_new_with_free_func ((GDestroyNotify) htap_record_unref);
  HtapListing listing = { .records = records };
  HtapFieldSet changed;
  GListModel *instances = htap_inventory_get_instances (fixture->demo->inventory);

  set_profile (fixture, text, TAURUS);
  listing.source = find_source (fixture, TAURUS);
  htap_source_set_taurus_name (listing.source, text);
  g_ptr_array_add (records, new_record (text));
  changed = htap_instance_list_merge (HTAP_INSTANCE_LIST (instances), &listing, 1);
  g_signal_emit_by_name (fixture->demo->inventory, "merged", changed);
  htap_source_succeed (listing.source, g_get_real_time () / G_USEC_PER_SEC, 1, 10, 1, NULL);
  htap_scope_choose_source (htap_list_pane_get_scope (fixture->window->list_pane), listing.source);
  htap_widget_test_settle ();

  return listing.source;
}

static void
fail (HtapSource *source, HtapError kind, const char *text)
{
  g_autoptr (GError) error = NULL;
  const HtapErrorDetails details = {
    .http_status = 400,
    .code = (char *) text,
    .server_message = (char *) text,
    .request_id = (char *) text,
    .endpoint = (char *) text,
    .subject = (char *) text,
  };

  htap_error_set (&error, kind, &details, "%s", text);
  htap_source_fail (source, error);
  htap_widget_test_settle ();
}

static void
close_dialogs (HtapWindowFixture *fixture)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (window != GTK_WINDOW (fixture->window) && gtk_window_get_transient_for (window) != NULL)
        gtk_window_close (window);
    }
  htap_widget_test_settle ();
}

static GtkWidget *
find_cell (HtapWindowFixture *fixture, const char *text)
{
  GtkWidget *view = GTK_WIDGET (htap_window_fixture_get_view (fixture));
  g_autoptr (GPtrArray) cells = htap_widget_test_find_all (view, HTAP_TYPE_CELL);

  for (guint i = 0; i < cells->len; i++)
    if (g_strcmp0 (htap_cell_text_get (&htap_cell_get_face (cells->pdata[i])->text), text) == 0)
      return cells->pdata[i];

  return NULL;
}

/* The list, with every column there is, and what a screen reader says of the row. */
static void
check_list (HtapWindowFixture *fixture, const char *safe)
{
  GtkWidget *name = find_cell (fixture, safe);
  GtkWidget *cell, *row;

  check_screen ();
  g_assert_nonnull (name);

  /* GTK names cells itself since 4.12. */
  cell = gtk_widget_get_parent (name);
  row = gtk_widget_get_parent (cell);
  if (gtk_check_version (4, 12, 0) == NULL)
    return;
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, safe);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, safe);
}

static void
check_details (HtapWindowFixture *fixture, const char *safe)
{
  htap_instance_view_move_cursor (htap_window_fixture_get_view (fixture), 0);
  gtk_selection_model_select_item (
      htap_instance_view_get_selection (htap_window_fixture_get_view (fixture)), 0, TRUE);
  htap_widget_test_settle ();
  check_screen ();
  g_assert_true (htap_widget_test_shows (GTK_WIDGET (fixture->window->details), safe));
}

static void
check_copying (HtapWindowFixture *fixture, const char *text)
{
  g_autoptr (HtapInstance) instance = htap_window_fixture_dup_shown (fixture, 0);
  g_autoptr (GMenuModel) menu =
      htap_row_menu_build (instance, htap_field_get (HTAP_FIELD_FAIL_MESSAGE), NULL, 0);
  g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_autoptr (GVariant) label =
      g_menu_model_get_item_attribute_value (section, 0, "label", G_VARIANT_TYPE_STRING);
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (section, 0, "target", NULL);
  const char *copied, *sentence;

  htap_hostile_text_assert_harmless (g_variant_get_string (label, NULL), "the row's menu");

  /* What is said of it is harmless, what is copied is true. */
  g_variant_get (target, "(&s&s)", &copied, &sentence);
  g_assert_cmpstr (copied, ==, text);
  htap_window_fixture_activate (fixture, "copy-text", target);
  check_screen ();
  htap_window_fixture_activate (fixture, "copy-rows", NULL);
  check_screen ();
}

/* Its last answer is still shown. */
static void
check_failures (HtapWindowFixture *fixture, HtapSource *source, const char *text)
{
  fail (source, HTAP_ERROR_FORBIDDEN, text);
  check_screen ();
  htap_window_fixture_activate (fixture, "show-failures", NULL);
  check_screen ();
  close_dialogs (fixture);
}

static void
check_pages (HtapWindowFixture *fixture, const char *text)
{
  htap_window_fixture_search (fixture, text);
  htap_widget_test_settle ();
  check_screen ();
  htap_window_fixture_search (fixture, "");
}

static void
check_remove_dialog (HtapWindowFixture *fixture, const char *text)
{
  g_autoptr (HtapProfile) profile = htap_profile_new (PROFILE);
  g_autoptr (GAsyncResult) result = NULL;

  htap_profile_set_name (profile, text);
  htap_remove_dialog_confirm_async (GTK_WINDOW (fixture->window), profile, NULL,
                                    htap_test_on_result, &result);
  htap_widget_test_settle ();
  check_screen ();
  close_dialogs (fixture);
  htap_test_await (&result);
}

static GVariant *
new_all_columns (void)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssi)"));
  for (guint i = 0; i < HTAP_N_FIELDS; i++)
    g_variant_builder_add (&builder, "(ssi)", htap_field_get_id (htap_field_get (i)), "shown", 80);

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
test_window (HtapWindowFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) texts = htap_hostile_texts_load ();
  g_autoptr (GVariant) columns = new_all_columns ();

  htap_window_fixture_wait_idle (fixture);
  htap_instance_view_set_columns (htap_window_fixture_get_view (fixture), columns);

  for (guint i = 0; i < texts->len; i++)
    {
      const HtapHostileText *hostile = &g_array_index (texts, HtapHostileText, i);
      g_autofree char *safe = htap_safe_text_dup (hostile->text);
      HtapSource *source;

      g_test_message ("%s", hostile->what);
      source = bring_in (fixture, hostile->text);
      check_list (fixture, safe);
      check_details (fixture, safe);
      check_copying (fixture, hostile->text);
      check_pages (fixture, hostile->text);
      check_failures (fixture, source, hostile->text);
      check_remove_dialog (fixture, hostile->text);
    }
}

/* The page that stands in the list's place, for the sentences that quote the most. */
static void
test_error_page (HtapWindowFixture *fixture, gconstpointer data)
{
  static const HtapError kinds[] = { HTAP_ERROR_NETWORK,   HTAP_ERROR_TLS,      HTAP_ERROR_AUTH,
                                     HTAP_ERROR_FORBIDDEN, HTAP_ERROR_REJECTED, HTAP_ERROR_CONFIG };
  g_autoptr (GArray) texts = htap_hostile_texts_load ();

  htap_window_fixture_wait_idle (fixture);
  for (guint i = 0; i < texts->len; i++)
    {
      const HtapHostileText *hostile = &g_array_index (texts, HtapHostileText, i);
      g_autofree char *taurus_id = g_strdup_printf ("hostile%uin07", i);
      HtapSource *source;

      g_test_message ("%s", hostile->what);
      set_profile (fixture, hostile->text, taurus_id);
      source = find_source (fixture, taurus_id);
      htap_source_set_taurus_name (source, hostile->text);
      htap_scope_choose_source (htap_list_pane_get_scope (fixture->window->list_pane), source);
      fail (source, kinds[i % G_N_ELEMENTS (kinds)], hostile->text);
      g_assert_cmpint (htap_list_pane_get_state (fixture->window->list_pane)->page, ==,
                       HTAP_PAGE_ERROR);
      check_screen ();
    }
}

int
main (int argc, char **argv)
{
  static const HtapWindowTest tests[] = {
    { "/hostile-texts/window", test_window },
    { "/hostile-texts/error-page", test_error_page },
  };

  return htap_window_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}
