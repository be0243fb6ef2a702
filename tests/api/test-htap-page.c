/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-page.h"

#include "htap-error.h"
#include "htap-test.h"

static GThread *decoder_thread;

/* One item for each byte; an empty body is an error. */
static HtapPage *
decode (GBytes *body, GError **error)
{
  HtapPage *page;

  decoder_thread = g_thread_self ();
  if (g_bytes_get_size (body) == 0)
    {
      htap_error_set (error, HTAP_ERROR_PROTOCOL, NULL, "empty");
      return NULL;
    }

  page = htap_page_new (g_free);
  g_ptr_array_add (page->items, g_strdup ("item"));
  page->n_listed = (guint) g_bytes_get_size (body);

  return page;
}

static HtapPage *
run (gsize size, GError **error)
{
  g_autofree char *text = g_malloc0 (size + 1);
  g_autoptr (GBytes) body = g_bytes_new (text, size);
  g_autoptr (GAsyncResult) result = NULL;

  htap_page_decode_async (decode, body, NULL, htap_test_on_result, &result);

  return htap_page_decode_finish (htap_test_await (&result), error);
}

static void
test_sizes (void)
{
  g_autoptr (HtapPage) small = run (1000, NULL);

  g_assert_true (decoder_thread == g_thread_self ());
  g_assert_cmpuint (small->n_listed, ==, 1000);
  g_assert_cmpint (small->total, ==, -1);
  g_clear_pointer (&small, htap_page_free);

  small = run (1000 * 1000, NULL);
  g_assert_true (decoder_thread != g_thread_self ());
  g_assert_cmpuint (small->n_listed, ==, 1000 * 1000);
}

static void
test_error (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (run (0, &error));
  g_assert_error (error, HTAP_ERROR, HTAP_ERROR_PROTOCOL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page/sizes", test_sizes);
  g_test_add_func ("/page/error", test_error);

  return g_test_run ();
}
