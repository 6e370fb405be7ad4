/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-first-frame.h"

#define LONGEST_WAIT_MS 500

typedef struct
{
  GdkFrameClock *clock;
  gulong painted;
  guint timeout;
  GSourceOnceFunc then;
  gpointer data;
} Wait;

static void
end (Wait *wait)
{
  if (wait->clock != NULL)
    g_signal_handler_disconnect (wait->clock, wait->painted);
  g_clear_object (&wait->clock);
  wait->then (wait->data);
  g_free (wait);
}

static void
waited_long_cb (gpointer data)
{
  end (data);
}

static void
painted_cb (GdkFrameClock *clock, Wait *wait)
{
  g_source_remove (wait->timeout);
  end (wait);
}

void
nsc_first_frame_await (GtkWindow *window, GSourceOnceFunc then, gpointer data)
{
  GdkFrameClock *clock;
  Wait *wait;

  g_return_if_fail (GTK_IS_WINDOW (window));

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  /* Before the first frame the counter of frames is below zero. */
  if (clock != NULL && gdk_frame_clock_get_frame_counter (clock) >= 0)
    {
      then (data);
      return;
    }
  wait = g_new0 (Wait, 1);
  wait->then = then;
  wait->data = data;
  wait->timeout = g_timeout_add_once (LONGEST_WAIT_MS, waited_long_cb, wait);
  if (clock == NULL)
    return;
  wait->clock = g_object_ref (clock);
  wait->painted = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), wait);
}
