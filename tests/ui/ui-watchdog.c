/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-watchdog.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static GPollFunc next_poll;
static int schedule = -1; /* what the system tells of this thread */
static gint64 away_since; /* in microseconds; 0: not measured yet */
static gint64 waited_by_then;
static gint64 longest;

/* How long this thread has been ready to run without a processor, in microseconds since it began. */
static gint64
read_waited (void)
{
  char text[128];
  ssize_t n = pread (schedule, text, sizeof text - 1, 0);
  guint64 ran, waited;

  g_assert_cmpint (n, >, 0);
  text[n] = '\0';
  g_assert_cmpint (sscanf (text, "%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT, &ran, &waited), ==, 2);
  return (gint64) (waited / 1000);
}

static int
watched_poll (GPollFD *fds, guint n, int timeout)
{
  gint64 now = g_get_monotonic_time ();
  int result;

  if (away_since != 0)
    longest = MAX (longest, now - away_since - (read_waited () - waited_by_then));
  result = next_poll (fds, n, timeout);
  waited_by_then = read_waited ();
  away_since = g_get_monotonic_time ();
  return result;
}

void
ui_watchdog_begin (void)
{
  g_assert_cmpint (schedule, <, 0);
  schedule = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (schedule, >=, 0);
  next_poll = g_main_context_get_poll_func (NULL);
  away_since = longest = 0;
  g_main_context_set_poll_func (NULL, watched_poll);
}

double
ui_watchdog_take (void)
{
  gint64 taken = longest;

  longest = 0;
  return (double) taken / 1000;
}

void
ui_watchdog_end (void)
{
  g_main_context_set_poll_func (NULL, next_poll);
  g_assert_cmpint (close (schedule), ==, 0);
  schedule = -1;
}
