/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-status-page.h"

#include "htap-compat.h"
#include "htap-console-link.h"
#include "htap-error-text.h"
#include "htap-import-box.h"
#include "htap-loading-box.h"
#include "htap-region.h"
#include "htap-safe-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *icon_name;
  const char *title;               /* NULL: made from the state */
  const char *description;         /* NULL: made from the state */
  HtapOffer offers[HTAP_N_OFFERS]; /* made from the state where there is none */
} Template;

struct _HtapStatusPage
{
  GtkWidget parent_instance;
  GtkStack *stack;
  AdwStatusPage *page;
  GtkBox *buttons;
  HtapImportBox *imports;
};

G_DEFINE_FINAL_TYPE (HtapStatusPage, htap_status_page, GTK_TYPE_WIDGET)

static const Template templates[] = {
  [HTAP_PAGE_FIRST_RUN] = { "network-server-symbolic",
                            N_ ("No Profiles"),
                            N_ ("Add one to browse your HTAP instances. It only reads; TaurusDB "
                                "ReadOnlyAccess is enough."),
                            { { N_ ("_Add Profile"), "win.add-profile", NULL },
                              { N_ ("_Try the Demo"), "app.try-demo", NULL } } },
  [HTAP_PAGE_DEMO_FAILED] = { "dialog-error-symbolic",
                              N_ ("The Demo Could Not Start"),
                              NULL,
                              { { N_ ("_Close"), "window.close", NULL } } },
  [HTAP_PAGE_DISABLED] = { "network-server-symbolic",
                           N_ ("All Profiles Are Disabled"),
                           N_ ("Enable one from its menu in the sidebar, or add another."),
                           { { N_ ("_Add Profile"), "win.add-profile", NULL } } },
  [HTAP_PAGE_NO_TAURUS] = { "network-server-symbolic",
                            N_ ("No TaurusDB Instances"),
                            NULL,
                            { { NULL } } },
  [HTAP_PAGE_NOT_READ] = { "view-refresh-symbolic",
                           N_ ("Not Read Yet"),
                           N_ ("Refresh to read the HTAP instances."),
                           { { N_ ("_Refresh"), "win.refresh", NULL } } },
  [HTAP_PAGE_ERROR] = { "dialog-warning-symbolic", NULL, NULL, { { NULL } } },
  [HTAP_PAGE_EMPTY] = { "htap-none-symbolic",
                        N_ ("No HTAP Instances"),
                        NULL,
                        { { N_ ("_Refresh"), "win.refresh", NULL } } },
  [HTAP_PAGE_NOTHING_FOUND] = { "edit-find-symbolic",
                                N_ ("No Results Found"),
                                NULL,
                                { { N_ ("_Clear Search"), "win.clear-search", NULL } } },
};

static HtapOffer
offer_console (HtapSource *source)
{
  g_autofree char *link = source != NULL ? htap_console_link_dup (source) : NULL;

  if (link == NULL)
    return (HtapOffer){ NULL };

  return (HtapOffer){ N_ ("_Open Console"), "win.open-console",
                      htap_source_get_taurus_id (source) };
}

static void
get_offers (const HtapViewState *state, HtapSource *only, HtapOffer offers[HTAP_N_OFFERS])
{
  const HtapOffer refresh = { N_ ("_Refresh"), "win.refresh", NULL };

  if (state->page == HTAP_PAGE_ERROR)
    {
      htap_view_state_get_offers (state, offers);
      return;
    }

  for (guint i = 0; i < HTAP_N_OFFERS; i++)
    offers[i] = templates[state->page].offers[i];
  if (state->page == HTAP_PAGE_EMPTY)
    offers[1] = offer_console (only);
  if (state->page != HTAP_PAGE_NO_TAURUS)
    return;

  offers[0] = refresh;
  if (state->profile != NULL)
    offers[1] =
        (HtapOffer){ N_ ("_Add by ID…"), "win.add-taurus", htap_profile_get_uuid (state->profile) };
}

/* Copying is nobody's first wish. */
static void
show_offers (HtapStatusPage *self, const HtapViewState *state, HtapSource *only)
{
  HtapOffer offers[HTAP_N_OFFERS];
  GtkWidget *button;

  get_offers (state, only, offers);
  htap_offers_show (offers, self->buttons);

  button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons));
  if (button != NULL && g_strcmp0 (offers[0].action, "win.copy-error") != 0)
    gtk_widget_add_css_class (button, "suggested-action");
  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_widget_add_css_class (button, "pill");
}

static char *
dup_empty_description (const HtapViewState *state, HtapSource *only)
{
  if (only == NULL || state->maximum < 0)
    return g_strdup (_ ("The TaurusDB instances have none."));

  /* Translators: %s is the name of a TaurusDB instance. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s can have %d HTAP instance.",
                                       "%s can have %d HTAP instances.", (gulong) state->maximum),
                          htap_source_get_shown_name (only), (int) state->maximum);
}

static char *
dup_no_taurus_description (const HtapViewState *state)
{
  g_autofree char *region = state->region != NULL ? htap_region_dup_name (state->region) : NULL;

  if (region == NULL)
    return g_strdup (
        _ ("None were found. The API does not report single-node TaurusDB instances."));

  /* Translators: %s is a region, such as CN North-Beijing4. */
  return g_strdup_printf (_ ("None were found in %s. The API does not report single-node TaurusDB "
                             "instances."),
                          region);
}

static char *
dup_error_description (const HtapViewState *state)
{
  if (state->one_cause)
    return htap_error_text_dup_sentence (htap_source_get_error (state->failed), state->failed);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u TaurusDB instance could not be read.",
                   "%u TaurusDB instances could not be read, for different reasons.",
                   state->n_failed),
      state->n_failed);
}

static char *
dup_description (const HtapViewState *state, HtapSource *only, const char *search)
{
  switch (state->page)
    {
    case HTAP_PAGE_DEMO_FAILED:
      return g_strdup (state->demo_failure);
    case HTAP_PAGE_NO_TAURUS:
      return dup_no_taurus_description (state);
    case HTAP_PAGE_ERROR:
      return dup_error_description (state);
    case HTAP_PAGE_EMPTY:
      return dup_empty_description (state, only);
    case HTAP_PAGE_NOTHING_FOUND:
      /* Translators: %s is what a person typed into the search. */
      return g_strdup_printf (_ ("Nothing matches “%s”."), search);
    case HTAP_PAGE_FIRST_RUN:
    case HTAP_PAGE_DISABLED:
    case HTAP_PAGE_NOT_READ:
    case HTAP_PAGE_LOADING:
    case HTAP_PAGE_LIST:
    default:
      return g_strdup (_ (templates[state->page].description));
    }
}

static char *
dup_title (const HtapViewState *state)
{
  if (state->page != HTAP_PAGE_ERROR)
    return g_strdup (_ (templates[state->page].title));
  if (!state->one_cause)
    return g_strdup (_ ("Could Not Be Read"));

  return htap_error_text_dup_title (htap_source_get_error (state->failed), state->failed);
}

static void
on_imports_chosen (HtapStatusPage *self, HtapImportOffer *offer)
{
  g_autofree char *key = htap_import_offer_dup_key (offer);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.use-import", "s", key);
}

static void
htap_status_page_dispose (GObject *object)
{
  HtapStatusPage *self = HTAP_STATUS_PAGE (object);

  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (htap_status_page_parent_class)->dispose (object);
}

static void
htap_status_page_class_init (HtapStatusPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = htap_status_page_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
htap_status_page_init (HtapStatusPage *self)
{
  GtkWidget *box;

  self->buttons = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_set_halign (GTK_WIDGET (self->buttons), GTK_ALIGN_CENTER);
  self->imports = HTAP_IMPORT_BOX (htap_import_box_new ());
  g_signal_connect_object (self->imports, "chosen", G_CALLBACK (on_imports_chosen), self,
                           G_CONNECT_SWAPPED);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->imports));
  self->page = g_object_new (ADW_TYPE_STATUS_PAGE, "child", box, NULL);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, htap_loading_box_new (), "loading");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->page), "page");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

GtkWidget *
htap_status_page_new (void)
{
  return g_object_new (HTAP_TYPE_STATUS_PAGE, NULL);
}

/**
 * htap_status_page_update:
 * @state: any page but the list
 * @only: (nullable): the one TaurusDB instance in view
 * @search: (nullable): what is searched for
 */
void
htap_status_page_update (HtapStatusPage *self,
                         const HtapViewState *state,
                         HtapSource *only,
                         const char *search)
{
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  g_autofree char *safe_description = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (HTAP_IS_STATUS_PAGE (self));
  g_return_if_fail (state->page != HTAP_PAGE_LIST);

  if (state->page == HTAP_PAGE_LOADING)
    {
      gtk_stack_set_visible_child_name (self->stack, "loading");
      return;
    }

  adw_status_page_set_icon_name (self->page, templates[state->page].icon_name);
  show_offers (self, state, only);
  title = dup_title (state);
  description = dup_description (state, only, search);
  safe_description = htap_safe_text_dup (description);
  markup = g_markup_escape_text (safe_description, -1);
  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page, markup);
  gtk_stack_set_visible_child_name (self->stack, "page");
}

/**
 * htap_status_page_set_imports:
 * @offers: (nullable) (element-type HtapImportOffer): what is offered below the page's buttons
 */
void
htap_status_page_set_imports (HtapStatusPage *self, GPtrArray *offers)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_return_if_fail (HTAP_IS_STATUS_PAGE (self));

  htap_import_box_show (self->imports, offers != NULL ? offers : nothing);
}

/**
 * htap_status_page_dup_summary:
 *
 * Returns: (transfer full): what it says, as one text without markup
 */
char *
htap_status_page_dup_summary (HtapStatusPage *self)
{
  g_autofree char *description = NULL;

  g_return_val_if_fail (HTAP_IS_STATUS_PAGE (self), NULL);

  if (gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->page) ||
      !pango_parse_markup (adw_status_page_get_description (self->page), -1, 0, NULL, &description,
                           NULL, NULL))
    return g_strdup ("");

  /* Translators: the title of a page and the sentence below it, read out by a screen reader. */
  return g_strdup_printf (_ ("%s: %s"), adw_status_page_get_title (self->page), description);
}
