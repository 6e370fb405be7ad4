/* SPDX-License-Identifier: GPL-3.0-or-later */

/* paint-figure [FRAMES [MARKS…]]: how long the window needs for a figure that is panned. Shows figures of so many
 * marks, as rows and in a plane, moves them at each frame, and tells how long the view's own painting took, how far
 * apart frames were beside those of an empty area of that size in the same window, and how long the main loop was held
 * up at the most while the figure was laid out. Needs a display. */

#include "bench-row.h"

#include "nsc-bar-mark.h"
#include "nsc-figure-view.h"
#include "nsc-point-mark.h"

#include <adwaita.h>
#include <math.h>
#include <stdlib.h>

#define WIDTH 1000
#define HEIGHT 760
#define STEP 37.0 /* pixels a frame */
#define WARM_UP 20
#define LONGEST_PAINT_MS 8.0
#define LONGEST_MS 100.0 /* that the main loop may be away */

typedef struct
{
  GMainLoop *loop;
  GtkWidget *widget;
  GtkAdjustment *across, *down; /* NULL: nothing is moved */
  GArray *paints;               /* of double, ms */
  GArray *intervals;
  guint frames;
  guint n;
  gint64 last;
  double dx, dy;
} Run;

static Run *current;
static void (*own_snapshot) (GtkWidget *widget, GtkSnapshot *snapshot);

/* ---- figures ---- */

static NscFigure *
make_rows (guint n)
{
  NscFigure *figure = nsc_figure_new ("en");
  g_autoptr (NscScale) scale = nsc_scale_new_linear (0, 1000);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autofree NscBar *bars = g_new0 (NscBar, n);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (labels, g_strdup_printf ("Group %u", i));
      bars[i] = (NscBar) { .key = i + 1,
                           .value = 1 + i * 7 % 999,
                           .text = "41",
                           .second = "4.1 %",
                           .name = g_ptr_array_index (labels, i),
                           .color = NSC_COLOR_BLUE,
                           .reference = NAN };
    }
  nsc_figure_set_title (figure, "Rows");
  nsc_figure_take_rows (figure, nsc_axis_new_bands ((const char *const *) labels->pdata, n));
  nsc_figure_take_values (figure, nsc_axis_new_values (scale));
  nsc_figure_take_mark (figure, nsc_bar_mark_new (bars, n));
  return figure;
}

static NscFigure *
make_plane (guint n)
{
  NscFigure *figure = nsc_figure_new ("en");
  g_autoptr (NscScale) across = nsc_scale_new_linear (0, 1000);
  g_autoptr (NscScale) up = nsc_scale_new_linear (0, 1000);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree NscPlanePoint *points = g_new0 (NscPlanePoint, n);

  for (guint i = 0; i < n; i++)
    points[i] = (NscPlanePoint) { .key = i + 1,
                                  .x = g_rand_double_range (random, 0, 1000),
                                  .y = g_rand_double_range (random, 0, 1000),
                                  .color = NSC_COLOR_BLUE,
                                  .name = "A point" };
  nsc_figure_set_title (figure, "Plane");
  nsc_figure_take_values (figure, nsc_axis_new_values (across));
  nsc_figure_take_heights (figure, nsc_axis_new_values (up));
  nsc_figure_take_mark (figure, nsc_point_mark_new (points, n));
  return figure;
}

/* ---- measuring ---- */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
percentile (GArray *times, double share)
{
  if (times->len == 0)
    return NAN;
  g_array_sort (times, compare_times);
  return g_array_index (times, double, (guint) (share * (times->len - 1) + 0.5));
}

static void
timed_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  gint64 start = g_get_monotonic_time ();
  double time;

  own_snapshot (widget, snapshot);
  time = (double) (g_get_monotonic_time () - start) / 1000;
  if (current != NULL && current->n > WARM_UP)
    g_array_append_val (current->paints, time);
}

/* There and back again. */
static double
move (GtkAdjustment *adjustment, double step)
{
  double value = gtk_adjustment_get_value (adjustment), most;

  most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  if (value + step > most || value + step < 0)
    step = -step;
  gtk_adjustment_set_value (adjustment, value + step);
  return step;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Run *run = user_data;
  gint64 now = g_get_monotonic_time ();
  double interval = (double) (now - run->last) / 1000;

  if (run->n > WARM_UP)
    g_array_append_val (run->intervals, interval);
  run->last = now;
  if (run->across != NULL)
    {
      run->dx = move (run->across, run->dx);
      run->dy = move (run->down, run->dy);
    }
  gtk_widget_queue_draw (run->widget);
  if (++run->n < run->frames + WARM_UP)
    return G_SOURCE_CONTINUE;
  g_main_loop_quit (run->loop);
  return G_SOURCE_REMOVE;
}

static void
run_frames (Run *run, GtkWidget *widget, guint frames)
{
  *run = (Run) { .loop = g_main_loop_new (NULL, FALSE),
                 .widget = widget,
                 .paints = g_array_new (FALSE, FALSE, sizeof (double)),
                 .intervals = g_array_new (FALSE, FALSE, sizeof (double)),
                 .frames = frames,
                 .last = g_get_monotonic_time (),
                 .dx = STEP,
                 .dy = STEP };
  if (NSC_IS_FIGURE_VIEW (widget))
    g_object_get (widget, "hadjustment", &run->across, "vadjustment", &run->down, NULL);
  current = run;
  gtk_widget_add_tick_callback (widget, tick_cb, run, NULL);
  g_main_loop_run (run->loop);
  current = NULL;
  g_clear_object (&run->across);
  g_clear_object (&run->down);
  g_main_loop_unref (run->loop);
}

static void
run_clear (Run *run)
{
  g_array_unref (run->paints);
  g_array_unref (run->intervals);
}

static double
measure_empty (GtkWindow *window, guint frames)
{
  GtkWidget *area = gtk_drawing_area_new ();
  Run run;
  double p50;

  adw_window_set_content (ADW_WINDOW (window), area);
  run_frames (&run, area, frames);
  p50 = percentile (run.intervals, 0.5);
  run_clear (&run);
  return p50;
}

/* Waits for what a worker draws, and gives the longest time that the main loop was away meanwhile. */
static double
wait_until_drawn (NscFigureView *view)
{
  gint64 longest = 0, before = g_get_monotonic_time ();
  guint calm = 0;

  while (calm < 5)
    {
      gint64 now;

      g_main_context_iteration (NULL, FALSE);
      now = g_get_monotonic_time ();
      longest = MAX (longest, now - before);
      before = now;
      calm = nsc_figure_view_get_mark_name (view, 1) != NULL && nsc_figure_view_is_drawn (view) ? calm + 1 : 0;
    }
  return (double) longest / 1000;
}

static void
choose_all (NscFigureView *view, guint n)
{
  g_autofree gint64 *keys = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    keys[i] = i + 1;
  nsc_mark_selection_set (nsc_figure_view_get_selection (view), keys, n, 1);
}

static void
tell (const char *kind, guint n, const char *how, Run *run, double empty)
{
  bench_row_take (g_strdup_printf ("panning: %s of %u marks%s, own paint p99", kind, n, how), "ms/frame",
                  percentile (run->paints, 0.99), "limit", "limit", LONGEST_PAINT_MS);
  bench_row_take (g_strdup_printf ("panning: %s of %u marks%s, a frame every", kind, n, how), "ms/frame",
                  percentile (run->intervals, 0.5), "empty area", "floor", empty);
}

static void
measure (GtkWindow *window, const char *kind, NscFigure *figure, guint n, guint frames)
{
  GtkWidget *view = nsc_figure_view_new (), *scrolled = gtk_scrolled_window_new ();
  double empty;
  Run run;

  if (own_snapshot == NULL)
    own_snapshot = GTK_WIDGET_GET_CLASS (view)->snapshot;
  GTK_WIDGET_GET_CLASS (view)->snapshot = timed_snapshot;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  empty = measure_empty (window, frames);
  adw_window_set_content (ADW_WINDOW (window), scrolled);
  nsc_figure_view_set_figure (NSC_FIGURE_VIEW (view), figure);
  bench_row_take (g_strdup_printf ("panning: %s of %u marks, held up by laying out", kind, n), "ms",
                  wait_until_drawn (NSC_FIGURE_VIEW (view)), "limit", "limit", LONGEST_MS);
  nsc_figure_view_zoom_at (NSC_FIGURE_VIEW (view), 3, 300, 300);
  run_frames (&run, view, frames);
  tell (kind, n, "", &run, empty);
  run_clear (&run);
  choose_all (NSC_FIGURE_VIEW (view), n);
  run_frames (&run, view, frames);
  tell (kind, n, " all chosen", &run, empty);
  run_clear (&run);
  nsc_figure_unref (figure);
}

int
main (int argc, char *argv[])
{
  guint frames = argc > 1 ? (guint) atoi (argv[1]) : 300;
  const char *const usual[] = { "1000", "10000", "100000" };
  const char *const *marks = argc > 2 ? (const char *const *) argv + 2 : usual;
  guint n_marks = argc > 2 ? (guint) argc - 2 : G_N_ELEMENTS (usual);
  GtkWidget *window;

  adw_init ();
  window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < n_marks; i++)
    {
      guint n = (guint) MAX (1, atoi (marks[i]));

      measure (GTK_WINDOW (window), "rows", make_rows (n), n, frames);
      measure (GTK_WINDOW (window), "plane", make_plane (n), n, frames);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
