/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-gate.h"

#include "htap-test.h"

#define N 5

/* One who wants in. */
typedef struct {
  GCancellable *cancellable;
  GAsyncResult *result;
} Visitor;

static HtapGate *
new_gate (guint limit)
{
  g_autoptr (HtapClock) clock = htap_clock_new ();

  return htap_gate_new (clock, limit);
}

static void
arrive (HtapGate *gate, const char *host, Visitor *visitor)
{
  visitor->cancellable = g_cancellable_new ();
  htap_gate_enter_async (gate, host, visitor->cancellable, htap_test_on_result, &visitor->result);
}

static void
depart (Visitor *visitor)
{
  g_clear_object (&visitor->cancellable);
  g_clear_object (&visitor->result);
}

static void
assert_entered (HtapGate *gate, Visitor *visitor)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (htap_gate_enter_finish (gate, htap_test_await (&visitor->result), &error));
  g_assert_no_error (error);
}

static void
assert_outside (Visitor *visitor)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (visitor->result);
}

static void
test_line (void)
{
  g_autoptr (HtapGate) gate = new_gate (2);
  Visitor visitors[N] = { { NULL } };

  for (guint i = 0; i < N; i++)
    arrive (gate, "h", &visitors[i]);

  assert_entered (gate, &visitors[0]);
  assert_entered (gate, &visitors[1]);
  for (guint i = 2; i < N; i++)
    {
      assert_outside (&visitors[i]);
      htap_gate_leave (gate, "h");
      assert_entered (gate, &visitors[i]);
    }

  htap_gate_leave (gate, "h");
  htap_gate_leave (gate, "h");
  for (guint i = 0; i < N; i++)
    depart (&visitors[i]);
}

static void
test_hosts (void)
{
  g_autoptr (HtapGate) gate = new_gate (1);
  Visitor visitors[3] = { { NULL } };

  arrive (gate, "a", &visitors[0]);
  arrive (gate, "b", &visitors[1]);
  arrive (gate, "a", &visitors[2]);

  assert_entered (gate, &visitors[0]);
  assert_entered (gate, &visitors[1]);
  htap_gate_leave (gate, "b");
  assert_outside (&visitors[2]);
  htap_gate_leave (gate, "a");
  assert_entered (gate, &visitors[2]);
  htap_gate_leave (gate, "a");

  for (guint i = 0; i < 3; i++)
    depart (&visitors[i]);
}

static void
test_limit (void)
{
  g_autoptr (HtapGate) gate = new_gate (1);
  Visitor visitors[N] = { { NULL } };

  for (guint i = 0; i < N; i++)
    arrive (gate, "h", &visitors[i]);
  assert_entered (gate, &visitors[0]);
  assert_outside (&visitors[1]);

  htap_gate_set_limit (gate, 3);
  assert_entered (gate, &visitors[2]);
  assert_outside (&visitors[3]);

  /* Who is inside stays; the next comes in when there is room under the new limit. */
  htap_gate_set_limit (gate, 1);
  htap_gate_leave (gate, "h");
  htap_gate_leave (gate, "h");
  assert_outside (&visitors[3]);
  htap_gate_leave (gate, "h");
  assert_entered (gate, &visitors[3]);
  htap_gate_leave (gate, "h");
  assert_entered (gate, &visitors[4]);
  htap_gate_leave (gate, "h");

  for (guint i = 0; i < N; i++)
    depart (&visitors[i]);
}

static void
test_cancelled (void)
{
  g_autoptr (HtapGate) gate = new_gate (1);
  g_autoptr (GError) error = NULL;
  Visitor visitors[3] = { { NULL } };

  for (guint i = 0; i < 3; i++)
    arrive (gate, "h", &visitors[i]);
  assert_entered (gate, &visitors[0]);
  assert_outside (&visitors[1]);

  g_cancellable_cancel (visitors[1].cancellable);
  g_assert_false (htap_gate_enter_finish (gate, htap_test_await (&visitors[1].result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  htap_gate_leave (gate, "h");
  assert_entered (gate, &visitors[2]);
  htap_gate_leave (gate, "h");

  for (guint i = 0; i < 3; i++)
    depart (&visitors[i]);
}

/* Who was let in, and is cancelled before hearing of it, is inside all the same. */
static void
test_cancelled_inside (void)
{
  g_autoptr (HtapGate) gate = new_gate (1);
  Visitor visitor = { NULL };

  arrive (gate, "h", &visitor);
  g_cancellable_cancel (visitor.cancellable);
  assert_entered (gate, &visitor);
  htap_gate_leave (gate, "h");
  depart (&visitor);
}

static void
test_cancelled_before (void)
{
  g_autoptr (HtapGate) gate = new_gate (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  htap_gate_enter_async (gate, "h", cancellable, htap_test_on_result, &result);
  g_assert_false (htap_gate_enter_finish (gate, htap_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

#define SECOND G_TIME_SPAN_SECOND

static void
test_hold (void)
{
  g_autoptr (HtapClock) clock = htap_clock_new_manual (1000 * SECOND + 1);
  g_autoptr (HtapGate) gate = htap_gate_new (clock, 2);
  Visitor visitors[4] = { { NULL } };
  guint n_notifications = 0;

  g_signal_connect (gate, "notify::held-until", G_CALLBACK (on_notify), &n_notifications);
  arrive (gate, "h", &visitors[0]);
  assert_entered (gate, &visitors[0]);
  htap_gate_hold (gate, "h", 7 * SECOND);
  g_assert_cmpuint (n_notifications, ==, 1);
  /* Said a little late rather than early. */
  g_assert_cmpint (htap_gate_get_held_until (gate), ==, 1008);
  g_assert_cmpint (htap_gate_get_held_for (gate, "h"), ==, 7 * SECOND);
  g_assert_cmpint (htap_gate_get_held_for (gate, "other"), ==, 0);

  arrive (gate, "h", &visitors[1]);
  arrive (gate, "h", &visitors[2]);
  arrive (gate, "other", &visitors[3]);
  assert_entered (gate, &visitors[3]);
  htap_gate_leave (gate, "other");
  htap_gate_leave (gate, "h");
  htap_clock_advance (clock, 7 * SECOND - 1);
  assert_outside (&visitors[1]);
  assert_outside (&visitors[2]);

  g_cancellable_cancel (visitors[1].cancellable);
  g_assert_false (htap_gate_enter_finish (gate, htap_test_await (&visitors[1].result), NULL));
  htap_clock_advance (clock, 1);
  assert_entered (gate, &visitors[2]);
  htap_gate_leave (gate, "h");
  g_assert_cmpint (htap_gate_get_held_until (gate), ==, 0);
  g_assert_cmpuint (n_notifications, ==, 2);

  for (guint i = 0; i < G_N_ELEMENTS (visitors); i++)
    depart (&visitors[i]);
}

/* The latest counts: of one host, and of all. */
static void
test_holds (void)
{
  g_autoptr (HtapClock) clock = htap_clock_new_manual (0);
  g_autoptr (HtapGate) gate = htap_gate_new (clock, 2);

  htap_gate_hold (gate, "a", 0);
  htap_gate_hold (gate, "a", -1);
  g_assert_cmpint (htap_gate_get_held_until (gate), ==, 0);

  htap_gate_hold (gate, "a", 5 * SECOND);
  htap_gate_hold (gate, "a", 2 * SECOND);
  g_assert_cmpint (htap_gate_get_held_for (gate, "a"), ==, 5 * SECOND);
  htap_gate_hold (gate, "b", 9 * SECOND);
  g_assert_cmpint (htap_gate_get_held_until (gate), ==, 9);
  htap_clock_advance (clock, 5 * SECOND);
  g_assert_cmpint (htap_gate_get_held_for (gate, "a"), ==, 0);
  g_assert_cmpint (htap_gate_get_held_until (gate), ==, 9);
  htap_gate_hold (gate, "a", 8 * SECOND);
  g_assert_cmpint (htap_gate_get_held_until (gate), ==, 13);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gate/line", test_line);
  g_test_add_func ("/gate/hosts", test_hosts);
  g_test_add_func ("/gate/limit", test_limit);
  g_test_add_func ("/gate/cancelled", test_cancelled);
  g_test_add_func ("/gate/cancelled-inside", test_cancelled_inside);
  g_test_add_func ("/gate/cancelled-before", test_cancelled_before);
  g_test_add_func ("/gate/hold", test_hold);
  g_test_add_func ("/gate/holds", test_holds);

  return g_test_run ();
}
