/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By day and by night words on pages, in dialogs and in the help stand out from what is behind them as 4.5 to one. Run
 * as "high" it is for who asked for high contrast: seven to one, and the line around what has the focus as three to
 * one. */
#include "nsc-figure-view.h"
#include "nsc-help-window.h"
#include "nsc-page-list.h"

#include "dialog-round.h"
#include "sight.h"

/* For words to be drawn that are there. */
#define PATIENCE_SECONDS 20

static double least = 4.5; /* contrast of words */

typedef struct
{
  NscWindow *window;
  GtkWidget *seen; /* the window whose words are read */
  GtkWidget *root; /* what of it is read */
} Fixture;

static void
set_up (Fixture *self, gconstpointer scheme)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (scheme));
  self->window = window_fixture_show ();
  window_fixture_open_example (self->window);
  self->seen = self->root = GTK_WIDGET (self->window);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  window_fixture_close (g_steal_pointer (&self->window));
}

/* ---- words ---- */

/* What has changed since the last frame is not seen yet, so it may take another look. */
static gboolean
can_be_read (gpointer data)
{
  Fixture *self = data;
  g_autoptr (Sight) sight = sight_new (self->seen);
  guint n = 0;
  const char *faint = sight_find_faint_words (sight, self->root, least, &n);

  if (faint != NULL)
    g_test_message ("“%s” cannot be read", faint);
  return n > 0 && faint == NULL;
}

static void
test_pages (Fixture *self, gconstpointer unused)
{
  for (const NscPageEntry *entry = nsc_page_list_get (); entry->name != NULL; entry++)
    {
      nsc_window_show_page (self->window, entry->name);
      window_fixture_wait_for_figure (self->window);
      ui_fixture_wait (can_be_read, self);
    }
}

/* At its end as well, where it has to be scrolled. */
static void
read_dialog (AdwDialog *dialog, const char *name, gpointer data)
{
  Fixture *self = data;
  GtkWidget *scrolled = ui_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_SCROLLED_WINDOW);

  g_test_message ("%s", name);
  self->root = GTK_WIDGET (dialog);
  ui_fixture_wait (can_be_read, self);
  if (scrolled != NULL)
    {
      GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

      gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
      ui_fixture_wait (can_be_read, self);
    }
}

static void
test_dialogs (Fixture *self, gconstpointer unused)
{
  dialog_round_go (self->window, TRUE, read_dialog, self);
}

static void
test_help (Fixture *self, gconstpointer unused)
{
  GtkApplication *application = GTK_APPLICATION (window_fixture_get_application ());

  self->seen = self->root = GTK_WIDGET (nsc_help_window_present (application, "paper"));
  ui_fixture_wait (can_be_read, self);
  gtk_window_destroy (GTK_WINDOW (self->seen));
}

/* ---- line of the focus ---- */

/* The line lies within the edge of the figure and is two pixels wide. */
static gboolean
has_line (gpointer data)
{
  Fixture *self = data;
  GtkWidget *view = ui_fixture_find (GTK_WIDGET (nsc_window_get_page (self->window)), NSC_TYPE_FIGURE_VIEW);
  g_autoptr (Sight) sight = sight_new (self->seen);
  graphene_rect_t area;
  int x, y;

  g_assert_true (gtk_widget_compute_bounds (view, GTK_WIDGET (self->window), &area));
  x = (int) area.origin.x;
  y = (int) (area.origin.y + area.size.height / 2);
  return sight_get_contrast (sight, x + 1, y, x + 8, y) >= 3;
}

static void
test_line_of_the_focus (Fixture *self, gconstpointer unused)
{
  GtkWidget *view;

  nsc_window_show_page (self->window, "signatories");
  window_fixture_wait_for_figure (self->window);
  view = ui_fixture_find (GTK_WIDGET (nsc_window_get_page (self->window)), NSC_TYPE_FIGURE_VIEW);
  gtk_widget_grab_focus (view);
  gtk_window_set_focus_visible (GTK_WINDOW (self->window), TRUE);
  ui_fixture_wait (has_line, self);
}

int
main (int argc, char *argv[])
{
  gboolean high = argc > 1 && g_str_equal (argv[1], "high");

  if (high)
    {
      g_setenv ("ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);
      least = 7;
    }
  window_fixture_init (&argc, &argv);
  ui_fixture_set_patience (PATIENCE_SECONDS);
  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) == high);

#define TEST(name_, scheme_)                                                                                           \
  g_test_add ("/contrast/" #name_ "/" #scheme_, Fixture, GINT_TO_POINTER (ADW_COLOR_SCHEME_FORCE_##scheme_), set_up,   \
              test_##name_, tear_down)
  TEST (pages, LIGHT);
  TEST (pages, DARK);
  TEST (dialogs, LIGHT);
  TEST (dialogs, DARK);
  TEST (help, LIGHT);
  TEST (help, DARK);
  if (high)
    {
      TEST (line_of_the_focus, LIGHT);
      TEST (line_of_the_focus, DARK);
    }
#undef TEST

  return window_fixture_run ();
}
