/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include "nsc-figure-view.h"
#include "nsc-project-opening.h"
#include "nsc-thumbnail.h"

static NscApplication *application;

void
window_fixture_init (int *argc, char ***argv)
{
  ui_fixture_init (argc, argv);
  application = nsc_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}

NscApplication *
window_fixture_get_application (void)
{
  return application;
}

static gboolean
has_all_pictures (gpointer unused)
{
  return nsc_thumbnail_get_n_pending () == 0;
}

int
window_fixture_run (void)
{
  int status = g_test_run ();

  ui_fixture_wait (has_all_pictures, NULL);
  g_clear_object (&application);
  return status;
}

NscWindow *
window_fixture_show (void)
{
  NscWindow *window = nsc_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

typedef struct
{
  GtkWidget *window;
  int width;
} Wish;

static gboolean
has_width (gpointer data)
{
  Wish *wish = data;

  return ABS (gtk_widget_get_width (wish->window) - wish->width) <= 2 * WINDOW_FIXTURE_BORDER;
}

void
window_fixture_wait_for_width (NscWindow *window, int width)
{
  Wish wish = { GTK_WIDGET (window), width };

  ui_fixture_wait (has_width, &wish);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
}

void
window_fixture_resize (NscWindow *window, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width + 2 * WINDOW_FIXTURE_BORDER,
                               height + 2 * WINDOW_FIXTURE_BORDER);
  window_fixture_wait_for_width (window, width);
}

/* ---- project and pages ---- */

static gboolean
has_project (gpointer window)
{
  return nsc_window_get_project (window) != NULL;
}

void
window_fixture_wait_for_project (NscWindow *window)
{
  ui_fixture_wait (has_project, window);
}

void
window_fixture_open_example (NscWindow *window)
{
  nsc_project_opening_open_example (window);
  window_fixture_wait_for_project (window);
}

static gboolean
shows_figure (gpointer window)
{
  NscFigureView *view = ui_fixture_find (GTK_WIDGET (nsc_window_get_page (window)), NSC_TYPE_FIGURE_VIEW);

  return view == NULL || (gtk_widget_get_mapped (GTK_WIDGET (view)) && nsc_figure_view_is_drawn (view));
}

void
window_fixture_wait_for_figure (NscWindow *window)
{
  ui_fixture_wait (shows_figure, window);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
window_fixture_close (NscWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (weak, &weak);
  gtk_window_close (weak);
  ui_fixture_wait (is_gone, &weak);
}

/* ---- records ---- */

void
window_fixture_add_sector (NscWindow *window, const char *name)
{
  g_autoptr (NscRecord) sector = nsc_record_new (nsc_table_find ("sectors"));

  nsc_record_set_by_name (sector, "name_en", name);
  nsc_record_set_by_name (sector, "confidence", "unstated");
  ui_fixture_save (nsc_window_get_project (window), sector);
}

/* ---- dialogs ---- */

AdwDialog *
window_fixture_get_dialog (NscWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static gboolean
has_dialog (gpointer window)
{
  return window_fixture_get_dialog (window) != NULL;
}

static gboolean
has_no_dialog (gpointer window)
{
  return window_fixture_get_dialog (window) == NULL;
}

AdwDialog *
window_fixture_wait_for_dialog (NscWindow *window)
{
  ui_fixture_wait (has_dialog, window);
  return window_fixture_get_dialog (window);
}

void
window_fixture_close_dialog (NscWindow *window)
{
  adw_dialog_force_close (window_fixture_get_dialog (window));
  ui_fixture_wait (has_no_dialog, window);
}
