/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-presenting.h"

#include "ui-fixture.h"

/* One for all tests: a program registers once. */
static NscApplication *application;

typedef struct
{
  NscProject *project;
  NscWindow *window;
  GListStore *slides;   /* an agenda of six issues by rows, a distribution at once, a report that is not known */
  GListStore *monitors; /* of GdkMonitor */
  NscPresenter *presenter;
  guint index;       /* of a slide that is waited for */
  const char *words; /* waited for in the window */
  guint n_lost;
} Fixture;

static void
add_slide (Fixture *self, const char *report, NscRevealKind reveal, const char *note, const char *const *pairs)
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  g_autoptr (NscSlide) slide = NULL;

  for (; *pairs != NULL; pairs += 2)
    nsc_options_set (options, pairs[0], pairs[1]);
  slide = nsc_slide_new (report, options, reveal, NULL, note);
  g_list_store_append (self->slides, slide);
}

static void
set_up (Fixture *self, gconstpointer unused)
{
  static const char *const agenda[] = { "first", "microsoft", "second", "un_gge,un_oewg", NULL };
  static const char *const distribution[] = { "initiative", "tech_accord", "by", "country", NULL };
  static const char *const nothing[] = { NULL };

  self->project = ui_fixture_open_project (TRUE);
  self->window = nsc_window_new (application);
  nsc_window_set_project (self->window, self->project);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  self->slides = g_list_store_new (NSC_TYPE_SLIDE);
  add_slide (self, "agenda", NSC_REVEAL_ROWS, "Speak slowly.", agenda);
  add_slide (self, "distribution", NSC_REVEAL_NONE, NULL, distribution);
  add_slide (self, "astrology", NSC_REVEAL_ROWS, NULL, nothing);
  self->monitors = g_list_store_new (GDK_TYPE_MONITOR);
}

static gboolean
is_settled (gpointer data)
{
  Fixture *self = data;

  return nsc_stage_is_settled (nsc_presenter_get_stage (self->presenter));
}

static gboolean
is_made (gpointer data)
{
  Fixture *self = data;
  NscDeck *deck = nsc_presenter_get_deck (self->presenter);

  return nsc_deck_get_reveal (deck, self->index) != NULL || nsc_deck_get_error (deck, self->index) != NULL;
}

static void
wait_for_slide (Fixture *self, guint index)
{
  self->index = index;
  ui_fixture_wait (is_made, self);
}

static void
start (Fixture *self)
{
  self->presenter = nsc_presenting_start (self->window, G_LIST_MODEL (self->slides), 0, G_LIST_MODEL (self->monitors));
  g_object_add_weak_pointer (G_OBJECT (self->presenter), (gpointer *) &self->presenter);
  ui_fixture_wait (is_settled, self);
}

static gboolean
is_closed (gpointer data)
{
  return ((Fixture *) data)->presenter == NULL;
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  nsc_window_set_project (self->window, NULL);
  ui_fixture_wait (is_closed, self);
  ui_fixture_close (GTK_WIDGET (self->window));
  g_object_unref (self->slides);
  g_object_unref (self->monitors);
  ui_fixture_close_project (self->project);
}

static gboolean
emit_key (Fixture *self, const char *signal, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->presenter));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      if (g_str_equal (signal, "key-pressed"))
        g_signal_emit_by_name (controller, signal, key, 0, state, &taken);
      else
        g_signal_emit_by_name (controller, signal, key, 0, state);
      return taken;
    }
  g_assert_not_reached ();
}

static gboolean
press (Fixture *self, guint key)
{
  return emit_key (self, "key-pressed", key, 0);
}

static void
check_at (Fixture *self, guint index, guint step)
{
  g_assert_cmpuint (nsc_presenter_get_index (self->presenter), ==, index);
  g_assert_cmpuint (nsc_presenter_get_step (self->presenter), ==, step);
}

static NscVeil
get_veil (Fixture *self)
{
  return nsc_stage_get_veil (nsc_presenter_get_stage (self->presenter));
}

/* ---- tests ---- */

/* Every key that goes on or back, those of clickers among them. */
static void
test_steps (Fixture *self, gconstpointer unused)
{
  static const guint onward[] = { GDK_KEY_space, GDK_KEY_Right, GDK_KEY_Down, GDK_KEY_Page_Down, GDK_KEY_Return };
  static const guint back[] = { GDK_KEY_Left, GDK_KEY_Up, GDK_KEY_Page_Up, GDK_KEY_BackSpace };

  start (self);
  for (guint i = 0; i < G_N_ELEMENTS (onward); i++)
    {
      check_at (self, 0, i);
      g_assert_true (press (self, onward[i]));
    }
  check_at (self, 0, 5);
  for (guint i = 0; i < G_N_ELEMENTS (back); i++)
    {
      g_assert_true (press (self, back[i]));
      check_at (self, 0, 4 - i);
    }
  press (self, GDK_KEY_Page_Up);
  press (self, GDK_KEY_Page_Up);
  check_at (self, 0, 0);
  ui_fixture_wait (is_settled, self);
}

static void
test_slides (Fixture *self, gconstpointer unused)
{
  start (self);
  nsc_presenter_go (self->presenter, 0, 6);
  check_at (self, 0, 6);
  press (self, GDK_KEY_space);
  check_at (self, 1, 0);
  wait_for_slide (self, 1);
  press (self, GDK_KEY_Left);
  check_at (self, 0, 6);
  press (self, GDK_KEY_End);
  check_at (self, 2, 0);
  press (self, GDK_KEY_Home);
  check_at (self, 0, 0);
  press (self, GDK_KEY_F5);
  check_at (self, 0, 0);
  ui_fixture_click (GTK_WIDGET (gtk_widget_get_parent (GTK_WIDGET (nsc_presenter_get_stage (self->presenter)))), 9, 9);
  check_at (self, 0, 1);
}

static guint
count_steps (Fixture *self, guint index)
{
  wait_for_slide (self, index);
  return nsc_reveal_get_n_steps (nsc_deck_get_reveal (nsc_presenter_get_deck (self->presenter), index));
}

static void
add_agendas (Fixture *self, guint n)
{
  static const char *const agenda[] = { "first", "microsoft", "second", "un_gge,un_oewg", NULL };

  g_list_store_remove_all (self->slides);
  for (guint i = 0; i < n; i++)
    add_slide (self, "agenda", NSC_REVEAL_ROWS, NULL, agenda);
}

/* While a figure is being made nobody knows how many steps it has: what is pressed is kept until then. */
static void
test_slow_figure (Fixture *self, gconstpointer unused)
{
  guint n;

  add_agendas (self, 6);
  start (self);
  nsc_presenter_go (self->presenter, 2, 0);
  press (self, GDK_KEY_space);
  press (self, GDK_KEY_space);
  press (self, GDK_KEY_space);
  press (self, GDK_KEY_Left);
  check_at (self, 2, 0);
  n = count_steps (self, 2);
  check_at (self, 2, 2);
  ui_fixture_wait (is_settled, self);

  /* Backwards, from the first step of a slide to the last ones of the one before. */
  nsc_presenter_go (self->presenter, 5, 0);
  press (self, GDK_KEY_Left);
  g_assert_cmpuint (nsc_presenter_get_index (self->presenter), ==, 4);
  press (self, GDK_KEY_Left);
  press (self, GDK_KEY_Left);
  g_assert_cmpuint (nsc_presenter_get_index (self->presenter), ==, 4);
  g_assert_cmpuint (count_steps (self, 4), ==, n);
  check_at (self, 4, n - 3);

  /* Past the last step it is known what comes: the next slide. */
  wait_for_slide (self, 5);
  nsc_presenter_go (self->presenter, 3, G_MAXUINT);
  press (self, GDK_KEY_space);
  check_at (self, 4, 0);
}

/* Whoever presses more often than there are steps left is at the end, not out of it; who goes elsewhere meanwhile stays
 * there. */
static void
test_slow_end (Fixture *self, gconstpointer unused)
{
  add_agendas (self, 6);
  start (self);
  nsc_presenter_go (self->presenter, 3, 0);
  press (self, GDK_KEY_space);
  press (self, GDK_KEY_Home);
  check_at (self, 0, 0);
  wait_for_slide (self, 3);
  check_at (self, 0, 0);

  nsc_presenter_go (self->presenter, 5, 0);
  for (guint i = 0; i < 30; i++)
    press (self, GDK_KEY_space);
  check_at (self, 5, 0);
  check_at (self, 5, count_steps (self, 5) - 1);
  g_assert_true (ui_fixture_shows (GTK_WIDGET (self->presenter), "End of the presentation"));
  press (self, GDK_KEY_Left);
  check_at (self, 5, count_steps (self, 5) - 1);
  g_assert_cmpint (get_veil (self), ==, NSC_VEIL_NONE);
}

static void
test_veil (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    guint key;
    NscVeil veil;
  } keys[] = { { GDK_KEY_b, NSC_VEIL_BLACK },
               { GDK_KEY_B, NSC_VEIL_BLACK },
               { GDK_KEY_period, NSC_VEIL_BLACK },
               { GDK_KEY_w, NSC_VEIL_WHITE } };

  start (self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press (self, keys[i].key);
      g_assert_cmpint (get_veil (self), ==, keys[i].veil);
      press (self, keys[i].key);
      g_assert_cmpint (get_veil (self), ==, NSC_VEIL_NONE);
      press (self, keys[i].key);
      /* What was hidden is seen again before anything moves. */
      press (self, GDK_KEY_space);
      g_assert_cmpint (get_veil (self), ==, NSC_VEIL_NONE);
      check_at (self, 0, 0);
    }
}

static void
test_jump (Fixture *self, gconstpointer unused)
{
  GtkListBoxRow *row;
  GtkListBox *list;

  start (self);
  press (self, GDK_KEY_2);
  g_assert_true (ui_fixture_shows (GTK_WIDGET (self->presenter), "Go to 2"));
  press (self, GDK_KEY_Return);
  check_at (self, 1, 0);
  press (self, GDK_KEY_4);
  press (self, GDK_KEY_7);
  press (self, GDK_KEY_Return);
  check_at (self, 2, 0);
  press (self, GDK_KEY_1);
  g_assert_true (press (self, GDK_KEY_Escape));
  g_assert_nonnull (self->presenter);
  check_at (self, 2, 0);

  press (self, GDK_KEY_g);
  list = ui_fixture_find (GTK_WIDGET (self->presenter), GTK_TYPE_LIST_BOX);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (list)));
  g_assert_true (ui_fixture_shows (GTK_WIDGET (list), "3. astrology"));
  /* Arrow keys belong to the list now. */
  g_assert_false (press (self, GDK_KEY_Up));
  row = gtk_list_box_get_row_at_index (list, 0);
  g_signal_emit_by_name (list, "row-activated", row);
  check_at (self, 0, 0);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (list)));
}

/* A number in a presentation of one slide is that of a step. */
static void
test_jump_to_step (Fixture *self, gconstpointer unused)
{
  g_list_store_remove (self->slides, 2);
  g_list_store_remove (self->slides, 1);
  start (self);
  press (self, GDK_KEY_4);
  press (self, GDK_KEY_KP_Enter);
  check_at (self, 0, 3);
  press (self, GDK_KEY_9);
  press (self, GDK_KEY_Return);
  check_at (self, 0, 6);
}

static gboolean
shows_words (gpointer data)
{
  Fixture *self = data;

  return ui_fixture_shows (GTK_WIDGET (self->presenter), self->words);
}

static void
test_failing_report (Fixture *self, gconstpointer unused)
{
  start (self);
  press (self, GDK_KEY_End);
  self->words = "no report named “astrology”. Choose another";
  ui_fixture_wait (shows_words, self);
  press (self, GDK_KEY_b);
  g_assert_false (shows_words (self));
  press (self, GDK_KEY_b);
  g_assert_true (shows_words (self));
  press (self, GDK_KEY_Left);
  check_at (self, 1, 0);
  wait_for_slide (self, 1);
  ui_fixture_wait (is_settled, self);
  g_assert_false (shows_words (self));
}

/* What the options ask for is not there. */
static void
test_failing_options (Fixture *self, gconstpointer unused)
{
  static const char *const options[] = { "initiative", "moon_treaty", "by", "country", NULL };

  g_list_store_remove (self->slides, 1);
  add_slide (self, "distribution", NSC_REVEAL_NONE, NULL, options);
  start (self);
  press (self, GDK_KEY_End);
  self->words = "moon_treaty";
  ui_fixture_wait (shows_words, self);
  press (self, GDK_KEY_Home);
  check_at (self, 0, 0);
}

static void
test_end (Fixture *self, gconstpointer unused)
{
  start (self);
  press (self, GDK_KEY_End);
  wait_for_slide (self, 2);
  press (self, GDK_KEY_space);
  g_assert_cmpint (get_veil (self), ==, NSC_VEIL_BLACK);
  g_assert_true (ui_fixture_shows (GTK_WIDGET (self->presenter), "End of the presentation"));
  press (self, GDK_KEY_Page_Up);
  g_assert_cmpint (get_veil (self), ==, NSC_VEIL_NONE);
  check_at (self, 2, 0);
  press (self, GDK_KEY_space);
  press (self, GDK_KEY_space);
  ui_fixture_wait (is_closed, self);
}

static void
test_spotlight (Fixture *self, gconstpointer unused)
{
  NscStage *stage;

  start (self);
  stage = nsc_presenter_get_stage (self->presenter);
  press (self, GDK_KEY_s);
  g_assert_true (nsc_stage_is_spotlit (stage));
  emit_key (self, "key-pressed", GDK_KEY_Right, GDK_SHIFT_MASK);
  press (self, GDK_KEY_plus);
  press (self, GDK_KEY_minus);
  check_at (self, 0, 0);
  press (self, GDK_KEY_s);
  g_assert_false (nsc_stage_is_spotlit (stage));
  press (self, GDK_KEY_Control_L);
  g_assert_true (nsc_stage_is_spotlit (stage));
  emit_key (self, "key-released", GDK_KEY_Control_L, GDK_CONTROL_MASK);
  g_assert_false (nsc_stage_is_spotlit (stage));
}

static void
test_note_and_help (Fixture *self, gconstpointer unused)
{
  start (self);
  g_assert_false (ui_fixture_shows (GTK_WIDGET (self->presenter), "Speak slowly."));
  press (self, GDK_KEY_n);
  g_assert_true (ui_fixture_shows (GTK_WIDGET (self->presenter), "Speak slowly."));
  nsc_presenter_go (self->presenter, 1, 0);
  g_assert_false (ui_fixture_shows (GTK_WIDGET (self->presenter), "Speak slowly."));
  press (self, GDK_KEY_F1);
  g_assert_true (ui_fixture_shows (GTK_WIDGET (self->presenter), "Black screen"));
  press (self, GDK_KEY_Escape);
  g_assert_false (ui_fixture_shows (GTK_WIDGET (self->presenter), "Black screen"));
  g_assert_nonnull (self->presenter);
}

/* Another way to reveal begins from its first step; what a figure does not have is passed over. */
static void
test_reveal (Fixture *self, gconstpointer unused)
{
  NscDeck *deck;

  start (self);
  deck = nsc_presenter_get_deck (self->presenter);
  press (self, GDK_KEY_space);
  press (self, GDK_KEY_r);
  g_assert_cmpint (nsc_deck_get_reveal_kind (deck, 0), ==, NSC_REVEAL_SERIES);
  check_at (self, 0, 0);
  wait_for_slide (self, 0);
  g_assert_cmpuint (nsc_reveal_get_n_steps (nsc_deck_get_reveal (deck, 0)), ==, 2);
  nsc_presenter_go (self->presenter, 1, 0);
  wait_for_slide (self, 1);
  press (self, GDK_KEY_r);
  g_assert_cmpint (nsc_deck_get_reveal_kind (deck, 1), ==, NSC_REVEAL_ROWS);
  wait_for_slide (self, 1);
  press (self, GDK_KEY_r);
  g_assert_cmpint (nsc_deck_get_reveal_kind (deck, 1), ==, NSC_REVEAL_NONE);
  wait_for_slide (self, 1);
}

static void
test_description (Fixture *self, gconstpointer unused)
{
  g_autofree char *words = NULL;
  NscStage *stage;
  NscReveal *reveal;

  start (self);
  stage = nsc_presenter_get_stage (self->presenter);
  press (self, GDK_KEY_space);
  reveal = nsc_deck_get_reveal (nsc_presenter_get_deck (self->presenter), 0);
  words = nsc_reveal_describe (reveal, 1);
  gtk_test_accessible_assert_role (stage, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (stage, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       nsc_figure_get_title (nsc_scene_get_figure (nsc_reveal_get_scene (reveal))));
  gtk_test_accessible_assert_property (stage, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
}

/* What is to come answers to nobody; with the last step it is all there. */
static void
check_reveal (NscReveal *reveal, guint n_steps)
{
  const NscScene *scene = nsc_reveal_get_scene (reveal);
  g_autofree char *all = nsc_figure_describe (nsc_scene_get_figure (scene));
  g_autofree char *last = nsc_reveal_describe (reveal, n_steps - 1);
  guint n_told = 0;

  g_assert_cmpuint (nsc_reveal_get_n_steps (reveal), ==, n_steps);
  g_assert_cmpstr (last, ==, all);
  for (guint step = 0; step < n_steps; step++)
    for (guint i = 0; i < nsc_scene_get_n_marks (scene); i++)
      {
        const NscSceneMark *mark = nsc_scene_get_mark (scene, i);
        int hit = nsc_reveal_hit (reveal, step, mark->x + mark->width / 2, mark->y + mark->height / 2);

        g_assert_true (hit < 0 || nsc_reveal_get_mark_step (reveal, (guint) hit) <= step);
        n_told += nsc_reveal_get_mark_step (reveal, i) == step;
      }
  g_assert_cmpuint (n_told, ==, nsc_scene_get_n_marks (scene));
}

/* The figures of the example in every way that they can be revealed. */
static void
test_figures (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    const char *report;
    const char *pairs[7];
    guint n_steps[NSC_N_REVEAL_KINDS];
  } figures[] = {
    { "agenda", { "first", "microsoft", "second", "un_gge,un_oewg" }, { 1, 7, 2, 8 } },
    { "salience", { "publisher", "microsoft;un_gge,un_oewg" }, { 1, 7, 2, 1 } },
    { "distribution", { "initiative", "tech_accord", "by", "country" }, { 1, 17, 1, 1 } },
    { "distribution", { "initiative", "tech_accord,charter_of_trust", "by", "sector" }, { 1, 12, 2, 1 } },
    { "growth", { "initiative", "paris_call" }, { 1, 1, 2, 6 } },
  };

  g_list_store_remove_all (self->slides);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    for (guint kind = 0; kind < NSC_N_REVEAL_KINDS; kind++)
      add_slide (self, figures[i].report, kind, NULL, figures[i].pairs);
  start (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->slides)); i++)
    {
      nsc_presenter_go (self->presenter, i, 0);
      wait_for_slide (self, i);
      g_test_message ("slide %u", i);
      g_assert_no_error (nsc_deck_get_error (nsc_presenter_get_deck (self->presenter), i));
      check_reveal (nsc_deck_get_reveal (nsc_presenter_get_deck (self->presenter), i),
                    figures[i / NSC_N_REVEAL_KINDS].n_steps[i % NSC_N_REVEAL_KINDS]);
    }
}

typedef struct
{
  Fixture *fixture;
  int width, height;
} Size;

static gboolean
has_size (gpointer data)
{
  Size *size = data;
  GtkWidget *stage = GTK_WIDGET (nsc_presenter_get_stage (size->fixture->presenter));

  return gtk_widget_get_width (stage) == size->width && gtk_widget_get_height (stage) == size->height &&
         is_settled (size->fixture);
}

/* Displays of every shape have a page of their own, on which no type is less than a fortieth of their shorter side. */
static void
test_shapes (Fixture *self, gconstpointer unused)
{
  static const int sizes[][2] = { { 960, 540 }, { 960, 600 }, { 800, 600 }, { 640, 360 }, { 360, 640 } };

  start (self);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Size size = { self, sizes[i][0], sizes[i][1] };
      const NscScene *scene;
      g_autoptr (GArray) small = NULL;

      gtk_window_set_default_size (GTK_WINDOW (self->presenter), size.width, size.height);
      ui_fixture_wait (has_size, &size);
      scene = nsc_reveal_get_scene (nsc_deck_get_reveal (nsc_presenter_get_deck (self->presenter), 0));
      g_assert_cmpfloat_with_epsilon (nsc_scene_get_width (scene) / nsc_scene_get_height (scene),
                                      (double) size.width / size.height, 0.01);
      /* What the stage adds, such as the number of the slide, is measured in points of a usual one. */
      g_assert_cmpfloat_with_epsilon (MIN (nsc_scene_get_width (scene), nsc_scene_get_height (scene)), 540, 0.01);
      small = nsc_scene_list_small_type (scene,
                                         MIN (nsc_scene_get_height (scene), nsc_scene_get_width (scene)) / 40 - 1e-6);
      g_assert_cmpuint (small->len, ==, 0);
    }
}

/* All of the help is seen on an upright display too. */
static void
test_upright_help (Fixture *self, gconstpointer unused)
{
  Size size = { self, 360, 640 };
  GtkWidget *help;
  graphene_rect_t area;

  start (self);
  gtk_window_set_default_size (GTK_WINDOW (self->presenter), size.width, size.height);
  ui_fixture_wait (has_size, &size);
  press (self, GDK_KEY_F1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->presenter));
  help = ui_fixture_find (GTK_WIDGET (self->presenter), GTK_TYPE_GRID);
  g_assert_true (gtk_widget_get_mapped (help));
  g_assert_true (gtk_widget_compute_bounds (help, GTK_WIDGET (self->presenter), &area));
  g_assert_cmpfloat (area.origin.x, >=, 0);
  g_assert_cmpfloat (area.origin.x + area.size.width, <=, size.width);
  g_assert_cmpfloat (area.origin.y, >=, 0);
  g_assert_cmpfloat (area.origin.y + area.size.height, <=, size.height);
}

static void
lost_cb (Fixture *self)
{
  self->n_lost++;
}

static gboolean
says_so (gpointer data)
{
  return ui_fixture_shows (GTK_WIDGET (((Fixture *) data)->window), "The display is gone");
}

/* The display that is presented on goes away, then all of them, then one comes back. */
static void
test_monitors (Fixture *self, gconstpointer unused)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self->window));
  g_autoptr (GdkMonitor) own = g_list_model_get_item (gdk_display_get_monitors (display), 0);
  g_autoptr (GdkMonitor) other = g_object_new (GDK_TYPE_MONITOR, "display", display, NULL);

  g_list_store_append (self->monitors, own);
  g_list_store_append (self->monitors, other);
  start (self);
  g_signal_connect_swapped (self->presenter, "monitor-lost", G_CALLBACK (lost_cb), self);
  g_assert_true (nsc_presenter_get_monitor (self->presenter) == other);
  press (self, GDK_KEY_space);
  g_list_store_remove (self->monitors, 1);
  g_assert_cmpuint (self->n_lost, ==, 1);
  g_assert_null (nsc_presenter_get_monitor (self->presenter));
  ui_fixture_wait (says_so, self);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (self->presenter)));
  check_at (self, 0, 1);
  press (self, GDK_KEY_space);
  check_at (self, 0, 2);
  ui_fixture_wait (is_settled, self);

  press (self, GDK_KEY_m);
  g_assert_true (nsc_presenter_get_monitor (self->presenter) == own);
  g_list_store_remove_all (self->monitors);
  g_assert_cmpuint (self->n_lost, ==, 2);
  press (self, GDK_KEY_m);
  press (self, GDK_KEY_F11);
  g_assert_null (nsc_presenter_get_monitor (self->presenter));
  check_at (self, 0, 2);
  /* Another one that comes is left alone. */
  g_list_store_append (self->monitors, own);
  g_assert_null (nsc_presenter_get_monitor (self->presenter));
  press (self, GDK_KEY_F11);
  g_assert_true (nsc_presenter_get_monitor (self->presenter) == own);
}

static void
test_focus (Fixture *self, gconstpointer unused)
{
  GtkWidget *focus = ui_fixture_find (GTK_WIDGET (self->window), GTK_TYPE_LIST_BOX_ROW);

  g_assert_true (gtk_widget_grab_focus (focus));
  start (self);
  g_assert_true (nsc_presenting_get (self->window) == self->presenter);
  press (self, GDK_KEY_Escape);
  ui_fixture_wait (is_closed, self);
  g_assert_null (nsc_presenting_get (self->window));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == focus);
}

static gboolean
is_presenting (gpointer data)
{
  Fixture *self = data;

  return nsc_presenting_get (self->window) != NULL;
}

/* The example's story, every step of every slide, as a person goes through it. */
static void
test_story (Fixture *self, gconstpointer unused)
{
  NscDeck *deck;
  guint n_pressed = 0;

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "present-story",
                                  g_variant_new_string ("who_sets_the_agenda"));
  ui_fixture_wait (is_presenting, self);
  self->presenter = nsc_presenting_get (self->window);
  g_object_add_weak_pointer (G_OBJECT (self->presenter), (gpointer *) &self->presenter);
  deck = nsc_presenter_get_deck (self->presenter);
  g_assert_cmpuint (nsc_deck_get_n_slides (deck), >=, 6);
  while (get_veil (self) == NSC_VEIL_NONE && n_pressed < 100)
    {
      guint index = nsc_presenter_get_index (self->presenter);

      wait_for_slide (self, index);
      g_assert_no_error (nsc_deck_get_error (deck, index));
      g_assert_nonnull (nsc_slide_get_note (nsc_deck_get_slide (deck, index)));
      press (self, GDK_KEY_Page_Down);
      n_pressed++;
    }
  g_assert_cmpuint (n_pressed, >, nsc_deck_get_n_slides (deck));
  g_assert_true (ui_fixture_shows (GTK_WIDGET (self->presenter), "End of the presentation"));
}

/* A step that cannot be shown stays in its place. */
static void
test_troubled_slide (Fixture *self, gconstpointer unused)
{
  g_autoptr (NscSlide) slide = nsc_slide_new_troubled ("The sky is cloudy; wait.", "Stars", NULL);

  g_list_store_insert (self->slides, 1, slide);
  start (self);
  nsc_presenter_go (self->presenter, 1, 0);
  self->words = "The sky is cloudy; wait.";
  ui_fixture_wait (shows_words, self);
  press (self, GDK_KEY_space);
  check_at (self, 2, 0);
}

/* The second makes the first one go. */
static void
test_again (Fixture *self, gconstpointer unused)
{
  NscPresenter *second;

  start (self);
  second = nsc_presenting_start (self->window, G_LIST_MODEL (self->slides), 1, G_LIST_MODEL (self->monitors));
  ui_fixture_wait (is_closed, self);
  self->presenter = second;
  g_object_add_weak_pointer (G_OBJECT (second), (gpointer *) &self->presenter);
  check_at (self, 1, 0);
  ui_fixture_wait (is_settled, self);
}

/* A slide comes in through the one before, but not for who wants nothing to move. */
static void
test_motion (Fixture *self, gconstpointer unused)
{
  GtkSettings *settings = gtk_settings_get_default ();

  start (self);
  for (int moving = TRUE; moving >= FALSE; moving--)
    {
      g_object_set (settings, "gtk-enable-animations", moving, NULL);
      g_assert_true (press (self, moving ? GDK_KEY_Next : GDK_KEY_Prior));
      ui_fixture_wait (is_settled, self);
      g_assert_cmpint (nsc_stage_is_fading (nsc_presenter_get_stage (self->presenter)), ==, moving);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  ui_fixture_init (&argc, &argv);
  application = nsc_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add ("/presenter/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/presenter/motion", Fixture, NULL, set_up, test_motion, tear_down);
  g_test_add ("/presenter/slides", Fixture, NULL, set_up, test_slides, tear_down);
  g_test_add ("/presenter/slow-figure", Fixture, NULL, set_up, test_slow_figure, tear_down);
  g_test_add ("/presenter/slow-end", Fixture, NULL, set_up, test_slow_end, tear_down);
  g_test_add ("/presenter/veil", Fixture, NULL, set_up, test_veil, tear_down);
  g_test_add ("/presenter/jump", Fixture, NULL, set_up, test_jump, tear_down);
  g_test_add ("/presenter/jump-to-step", Fixture, NULL, set_up, test_jump_to_step, tear_down);
  g_test_add ("/presenter/failing-report", Fixture, NULL, set_up, test_failing_report, tear_down);
  g_test_add ("/presenter/failing-options", Fixture, NULL, set_up, test_failing_options, tear_down);
  g_test_add ("/presenter/end", Fixture, NULL, set_up, test_end, tear_down);
  g_test_add ("/presenter/spotlight", Fixture, NULL, set_up, test_spotlight, tear_down);
  g_test_add ("/presenter/note-and-help", Fixture, NULL, set_up, test_note_and_help, tear_down);
  g_test_add ("/presenter/reveal", Fixture, NULL, set_up, test_reveal, tear_down);
  g_test_add ("/presenter/description", Fixture, NULL, set_up, test_description, tear_down);
  g_test_add ("/presenter/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/presenter/shapes", Fixture, NULL, set_up, test_shapes, tear_down);
  g_test_add ("/presenter/upright-help", Fixture, NULL, set_up, test_upright_help, tear_down);
  g_test_add ("/presenter/monitors", Fixture, NULL, set_up, test_monitors, tear_down);
  g_test_add ("/presenter/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/presenter/story", Fixture, NULL, set_up, test_story, tear_down);
  g_test_add ("/presenter/troubled-slide", Fixture, NULL, set_up, test_troubled_slide, tear_down);
  g_test_add ("/presenter/again", Fixture, NULL, set_up, test_again, tear_down);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}
