/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-printing.h"

#include "nsc-error-door.h"
#include "nsc-figure-style.h"

#include "nsc-scene.h"
#include "nsc-task.h"

typedef struct
{
  NscFigure *figure;
  const NscTheme *theme;
  cairo_t *cr;
  double width, height; /* within the margins, in points */
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  nsc_figure_unref (page->figure);
  cairo_destroy (page->cr);
  g_free (page);
}

/* Nobody else touches the context until the drawing is said to be over. */
static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Page *page = data;
  g_autoptr (NscScene) scene = nsc_scene_new (page->figure, page->theme, page->width, 0);

  if (nsc_scene_get_height (scene) > page->height)
    {
      nsc_scene_unref (scene);
      scene = nsc_scene_new (page->figure, page->theme, page->width, page->height);
    }
  nsc_scene_draw (scene, page->cr);
  g_task_return_boolean (task, TRUE);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gtk_print_operation_draw_page_finish (GTK_PRINT_OPERATION (source));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, NscResult *result)
{
  g_autoptr (GTask) task = g_task_new (operation, NULL, drawn_cb, NULL);
  Page *page = g_new0 (Page, 1);

  page->figure = nsc_figure_ref (nsc_result_get_figure (result));
  page->theme = nsc_theme_get_in_face (nsc_theme_get (NSC_THEME_PRINT), nsc_figure_style_get_face ());
  page->cr = cairo_reference (gtk_print_context_get_cairo_context (context));
  page->width = gtk_print_context_get_width (context);
  page->height = gtk_print_context_get_height (context);
  gtk_print_operation_set_defer_drawing (operation);
  g_task_set_task_data (task, page, page_free);
  nsc_task_run_in_thread (task, draw_in_thread);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult outcome, GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;

  if (outcome != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    nsc_error_door_show (widget, error);
}

GtkPrintOperation *
nsc_figure_printing_new (NscResult *result, const char *name)
{
  GtkPrintOperation *operation;

  g_return_val_if_fail (NSC_IS_RESULT (result), NULL);

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* The page may show another one by the time this one is drawn. */
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (result),
                         (GClosureNotify) (GCallback) g_object_unref, G_CONNECT_DEFAULT);
  return operation;
}

void
nsc_figure_printing_run (GtkWidget *widget, NscResult *result, const char *name)
{
  g_autoptr (GtkPrintOperation) operation = nsc_figure_printing_new (result, name);

  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), widget, G_CONNECT_DEFAULT);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (widget)), NULL);
}
