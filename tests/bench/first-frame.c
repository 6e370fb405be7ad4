/* SPDX-License-Identifier: GPL-3.0-or-later */
/* first-frame START [ARGUMENT…]: the program with these arguments, up to the first frame of its first window; writes
 * how long that took since START, a time of the monotonic clock in microseconds, in milliseconds. Built a second time
 * with an empty Adwaita window of the same size in its place, as the floor. */
#ifdef FLOOR
#include <adwaita.h>
#else
#include "nsc-application.h"
#endif

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static gint64 start;

static void
painted_cb (GdkFrameClock *clock)
{
  printf ("%.3f\n", (double) (g_get_monotonic_time () - start) / 1000);
  fflush (stdout);
  /* What closing takes is not measured. */
  _Exit (0);
}

static void
realized_cb (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWidget *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), NULL);
}

#ifdef FLOOR
static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

static GtkApplication *
new_application (void)
{
  AdwApplication *application = adw_application_new ("io.github.normscape.Floor", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return GTK_APPLICATION (application);
}
#else
static GtkApplication *
new_application (void)
{
  return GTK_APPLICATION (nsc_application_new (G_APPLICATION_NON_UNIQUE));
}
#endif

int
main (int argc, char *argv[])
{
  GtkApplication *application;

  if (argc < 2)
    return 2;
  start = strtoll (argv[1], NULL, 10);
  setlocale (LC_ALL, "");
  argv[1] = argv[0];
  application = new_application ();
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc - 1, argv + 1);
}
