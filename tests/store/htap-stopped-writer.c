/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "htap-stopped-writer.h"

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

/* A process of its own, which waits to be let go on. Returns: 0 if that is not allowed */
static pid_t
start_writer (gboolean (*write) (gpointer data), gpointer data)
{
  pid_t writer = fork ();
  int status;

  if (writer == 0)
    {
      if (ptrace (PTRACE_TRACEME, 0, NULL, NULL) != 0)
        _exit (2);
      raise (SIGSTOP);
      _exit (write (data) ? 0 : 1);
    }

  g_assert_cmpint (writer, >, 0);
  g_assert_cmpint (waitpid (writer, &status, 0), ==, writer);

  return WIFSTOPPED (status) ? writer : 0;
}

/* Lets it enter or leave so many calls of the system. Returns: whether it is there still */
static gboolean
let_go_on (pid_t writer, guint n_steps)
{
  int status;

  for (guint i = 0; i < n_steps; i++)
    {
      g_assert_cmpint (ptrace (PTRACE_SYSCALL, writer, NULL, NULL), ==, 0);
      g_assert_cmpint (waitpid (writer, &status, 0), ==, writer);
      if (!WIFSTOPPED (status))
        {
          g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * htap_stopped_writer_run:
 * @n_steps: after how many entries into or returns from calls of the system it is killed
 * @write: called in a process of its own; must succeed if it gets to its end
 * @data: given to it
 */
HtapStoppedWriter
htap_stopped_writer_run (guint n_steps, gboolean (*write) (gpointer data), gpointer data)
{
  pid_t writer = start_writer (write, data);

  if (writer == 0)
    return HTAP_WRITER_UNFOLLOWED;
  if (!let_go_on (writer, n_steps))
    return HTAP_WRITER_DONE;

  g_assert_cmpint (kill (writer, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (writer, NULL, 0), ==, writer);

  return HTAP_WRITER_STOPPED;
}
