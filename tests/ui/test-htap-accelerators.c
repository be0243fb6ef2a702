/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-accelerators.h"

#include "htap-widget-test.h"

/* What the program promises, apart from the table that keeps the promise. */
static const struct
{
  const char *accelerator;
  const char *action;
} promised[] = {
  { "F5", "win.refresh" },
  { "<Control>r", "win.refresh" },
  { "<Shift>F5", "win.refresh-selected" },
  { "<Control>f", "win.search" },
  { "<Control>l", "win.search-anew" },
  { "<Control>e", "win.export" },
  { "<Control>k", "win.show-palette" },
  { "<Alt>1", "win.show-all" },
  { "F6", "win.next-pane" },
  { "<Shift>F6", "win.previous-pane" },
  { "<Shift><Control>c", "win.copy-ip" },
  { "<Control><Alt>c", "win.copy-id" },
  { "F9", "win.show-sidebar" },
  { "<Control>i", "win.show-details" },
  { "<Alt>Return", "win.show-details" },
  { "<Control>question", "win.show-help-overlay" },
  { "<Control>comma", "app.preferences" },
  { "<Control>n", "app.new-window" },
  { "<Control>w", "window.close" },
  { "<Control>q", "app.quit" },
};

/* Accelerators run before the widget that has the focus: these belong to entries and lists, and
 * GTK's Inspector keeps its own. */
static const char *const never[] = {
  "<Control>c", "<Control>a", "<Control>v", "<Control>x",        "<Control>z",        "Escape",
  "Return",     "Delete",     "a",          "<Shift><Control>i", "<Shift><Control>d",
};

static GtkApplication *
new_application (void)
{
  GtkApplication *application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

static void
test_installed (void)
{
  g_autoptr (GtkApplication) application = new_application ();

  htap_accelerators_install (application);
  for (guint i = 0; i < G_N_ELEMENTS (promised); i++)
    {
      g_auto (GStrv) actions =
          gtk_application_get_actions_for_accel (application, promised[i].accelerator);

      g_assert_cmpuint (g_strv_length (actions), ==, 1);
      g_assert_cmpstr (actions[0], ==, promised[i].action);
    }
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_auto (GStrv) actions = gtk_application_get_actions_for_accel (application, never[i]);

      g_assert_cmpuint (g_strv_length (actions), ==, 0);
    }
}

static gboolean
lists (GPtrArray *shortcuts, const char *accelerator)
{
  for (guint i = 0; i < shortcuts->len; i++)
    {
      g_autofree char *listed = NULL;
      g_auto (GStrv) parts = NULL;

      g_object_get (shortcuts->pdata[i], "accelerator", &listed, NULL);
      parts = g_strsplit (listed, " ", -1);
      if (g_strv_contains ((const char *const *) parts, accelerator))
        return TRUE;
    }

  return FALSE;
}

static void
check_listed (GHashTable *seen, const char *accelerator)
{
  const GdkModifierType inspector = GDK_SHIFT_MASK | GDK_CONTROL_MASK;
  GdkModifierType modifiers;
  guint key;

  g_test_message ("%s", accelerator);
  g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
  g_assert_true (g_hash_table_add (seen, gtk_accelerator_name (key, modifiers)));
  g_assert_false (modifiers == inspector && (key == GDK_KEY_i || key == GDK_KEY_d));
  g_assert_true (modifiers != 0 || !g_unichar_isgraph (gdk_keyval_to_unicode (key)));
}

/* Of all that is listed, and whatever comes later: nothing twice, nothing that belongs to GTK's
 * Inspector, and no single letter, for typing searches. */
static void
test_listed (void)
{
  GtkWidget *window = htap_accelerators_new_shortcuts_window ();
  g_autoptr (GPtrArray) groups = htap_widget_test_find_all (window, GTK_TYPE_SHORTCUTS_GROUP);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      /* The window has them once more, for its search. */
      g_autoptr (GPtrArray) shortcuts =
          htap_widget_test_find_all (groups->pdata[i], GTK_TYPE_SHORTCUTS_SHORTCUT);

      for (guint j = 0; j < shortcuts->len; j++)
        {
          g_autofree char *listed = NULL;
          g_auto (GStrv) parts = NULL;

          g_object_get (shortcuts->pdata[j], "accelerator", &listed, NULL);
          parts = g_strsplit (listed, " ", -1);
          for (guint k = 0; parts[k] != NULL; k++)
            check_listed (seen, parts[k]);
        }
    }

  g_assert_cmpuint (g_hash_table_size (seen), >=, 23);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_shortcuts_window (void)
{
  static const char *const others[] = { "<Control>c", "<Control>a", "<Shift><Control>a",
                                        "Escape",     "Menu",       "<Shift>F10",
                                        "F10" };
  GtkWidget *window = htap_accelerators_new_shortcuts_window ();
  g_autoptr (GPtrArray) shortcuts = htap_widget_test_find_all (window, GTK_TYPE_SHORTCUTS_SHORTCUT);
  g_autoptr (GPtrArray) groups = htap_widget_test_find_all (window, GTK_TYPE_SHORTCUTS_GROUP);
  guint n_shortcuts = 0;

  for (guint i = 0; i < G_N_ELEMENTS (promised); i++)
    g_assert_true (lists (shortcuts, promised[i].accelerator));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (lists (shortcuts, others[i]));
  for (guint i = 0; i < groups->len; i++)
    {
      g_autoptr (GPtrArray) grouped =
          htap_widget_test_find_all (groups->pdata[i], GTK_TYPE_SHORTCUTS_SHORTCUT);

      n_shortcuts += grouped->len;
    }
  g_assert_cmpuint (groups->len, ==, 3);
  g_assert_cmpuint (n_shortcuts, >=, 20);

  gtk_window_present (GTK_WINDOW (window));
  htap_widget_test_settle ();
  g_assert_true (
      gtk_widget_get_mapped (htap_widget_test_find (groups->pdata[1], "Copy instance IDs")));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  htap_widget_test_init (&argc, &argv);

  g_test_add_func ("/accelerators/installed", test_installed);
  g_test_add_func ("/accelerators/listed", test_listed);
  g_test_add_func ("/accelerators/shortcuts-window", test_shortcuts_window);

  return g_test_run ();
}
