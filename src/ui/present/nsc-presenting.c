/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-presenting.h"

#include <glib/gi18n-lib.h>

#define PRESENTER "nsc-presenter"

static void
monitor_lost_cb (NscWindow *window)
{
  nsc_window_add_toast (window, adw_toast_new (_ ("The display is gone; the presentation goes on in a window")));
}

static void
project_notify_cb (NscPresenter *presenter)
{
  gtk_window_destroy (GTK_WINDOW (presenter));
}

static void
gone_cb (NscWindow *window)
{
  g_object_set_data (G_OBJECT (window), PRESENTER, NULL);
}

NscPresenter *
nsc_presenting_get (NscWindow *window)
{
  g_return_val_if_fail (NSC_IS_WINDOW (window), NULL);

  return g_object_get_data (G_OBJECT (window), PRESENTER);
}

NscPresenter *
nsc_presenting_start (NscWindow *window, GListModel *slides, guint first, GListModel *monitors)
{
  NscPresenter *presenter;

  g_return_val_if_fail (NSC_IS_WINDOW (window) && nsc_window_get_project (window) != NULL, NULL);

  presenter = nsc_presenting_get (window);
  if (presenter != NULL)
    gtk_window_destroy (GTK_WINDOW (presenter));
  presenter = nsc_presenter_new (GTK_WINDOW (window), nsc_window_get_project (window), slides, monitors);
  g_object_set_data (G_OBJECT (window), PRESENTER, presenter);
  g_signal_connect_object (presenter, "destroy", G_CALLBACK (gone_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (presenter, "monitor-lost", G_CALLBACK (monitor_lost_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "notify::project", G_CALLBACK (project_notify_cb), presenter, G_CONNECT_SWAPPED);
  nsc_presenter_go (presenter, first, 0);
  gtk_window_present (GTK_WINDOW (presenter));
  return presenter;
}
