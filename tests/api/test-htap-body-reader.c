/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-body-reader.h"

#include "htap-error.h"
#include "htap-test.h"

static GBytes *
read_body (gsize size, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GAsyncResult) result = NULL;

  htap_body_reader_read_async (stream, limit, cancellable, htap_test_on_result, &result);

  return htap_body_reader_read_finish (stream, htap_test_await (&result), error);
}

static void
test_sizes (void)
{
  static const gsize sizes[] = { 0, 1, 65535, 65536, 65537, 200000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) body = read_body (sizes[i], sizes[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (body), ==, sizes[i]);
    }
}

static void
test_too_large (void)
{
  static const gsize limits[] = { 0, 1, 65535, 65536, 199999 };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_body (limits[i] + 1, limits[i], NULL, &error));
      g_assert_error (error, HTAP_ERROR, HTAP_ERROR_TOO_LARGE);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (read_body (10, 10, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body-reader/sizes", test_sizes);
  g_test_add_func ("/body-reader/too-large", test_too_large);
  g_test_add_func ("/body-reader/cancelled", test_cancelled);

  return g_test_run ();
}
