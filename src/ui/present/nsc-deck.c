/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-deck.h"

#include "nsc-cairo-texture.h"
#include "nsc-figure-style.h"
#include "nsc-report-inquiry.h"

#include "nsc-error.h"
#include "nsc-task.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What slides are laid out for. */
typedef struct
{
  double width, height; /* in points */
  double scale;         /* pixels of a point */
  guint serial;         /* another page has another one */
} Page;

typedef struct
{
  NscSlide *slide;
  NscRevealKind kind;
  NscResult *result; /* or NULL */
  GError *error;     /* or NULL */
  NscReveal *reveal; /* on the page; or NULL */
  gboolean is_under_way;
  GHashTable *textures; /* of step + 1; NULL while it is being drawn */
} Card;

struct _NscDeck
{
  GObject parent_instance;

  NscProject *project;
  GPtrArray *cards; /* of Card */
  Page page;        /* width 0: not known */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (NscDeck, nsc_deck, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
unref_texture (gpointer data)
{
  if (data != NULL)
    g_object_unref (data);
}

static Card *
card_new (NscSlide *slide)
{
  Card *card = g_new0 (Card, 1);

  card->slide = slide;
  card->kind = nsc_slide_get_reveal (slide);
  card->textures = g_hash_table_new_full (NULL, NULL, NULL, unref_texture);
  return card;
}

static void
card_free (gpointer data)
{
  Card *card = data;

  g_object_unref (card->slide);
  g_clear_object (&card->result);
  g_clear_error (&card->error);
  g_clear_pointer (&card->reveal, nsc_reveal_unref);
  g_hash_table_unref (card->textures);
  g_free (card);
}

static Card *
get_card (NscDeck *self, guint index)
{
  return g_ptr_array_index (self->cards, index);
}

static void
clear_reveal (Card *card)
{
  g_clear_pointer (&card->reveal, nsc_reveal_unref);
  g_hash_table_remove_all (card->textures);
}

/* ---- making a slide ---- */

/* What a worker is asked to lay out, and what it gives. */
typedef struct
{
  guint index;
  NscRevealKind kind;
  Page page;
  const NscTheme *theme;
  NscResult *result;
  NscReveal *reveal; /* NULL until it is laid out */
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_object_unref (making->result);
  g_clear_pointer (&making->reveal, nsc_reveal_unref);
  g_free (making);
}

static Making *
making_new (NscDeck *self, guint index)
{
  const Card *card = get_card (self, index);
  Making *making = g_new0 (Making, 1);

  making->index = index;
  making->kind = card->kind;
  making->page = self->page;
  making->theme = nsc_theme_get_in_face (nsc_theme_get (NSC_THEME_SLIDE), nsc_figure_style_get_face ());
  making->result = g_object_ref (card->result);
  return making;
}

static void
lay_out_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  g_autoptr (NscScene) scene =
      nsc_scene_new (nsc_result_get_figure (making->result), making->theme, making->page.width, making->page.height);

  making->reveal = nsc_reveal_new (scene, making->kind);
  g_task_return_boolean (task, TRUE);
}

static void
tell (NscDeck *self, guint index)
{
  g_signal_emit (self, signals[CHANGED], 0, index);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NscDeck *self = NSC_DECK (source);
  const Making *making = g_task_get_task_data (G_TASK (result));
  Card *card = get_card (self, making->index);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  card->is_under_way = FALSE;
  if (making->page.serial == self->page.serial && making->kind == card->kind)
    {
      clear_reveal (card);
      card->reveal = nsc_reveal_ref (making->reveal);
    }
  else
    nsc_deck_want (self, making->index);
  tell (self, making->index);
}

static void
ask_layout (NscDeck *self, guint index)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, laid_out_cb, NULL);

  get_card (self, index)->is_under_way = TRUE;
  g_task_set_task_data (task, making_new (self, index), making_free);
  nsc_task_run_in_thread (task, lay_out_in_thread);
}

typedef struct
{
  NscDeck *deck;
  guint index;
} Question;

static void
answered_cb (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (NscDeck) self = question->deck;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscResult) result = nsc_report_inquiry_finish (async_result, &error);
  Card *card = get_card (self, question->index);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (result != NULL)
    {
      g_set_object (&card->result, result);
      ask_layout (self, question->index);
      return;
    }
  card->error = g_steal_pointer (&error);
  card->is_under_way = FALSE;
  tell (self, question->index);
}

static GError *
make_trouble (NscSlide *slide)
{
  if (nsc_slide_get_trouble (slide) != NULL)
    return g_error_new_literal (NSC_ERROR, NSC_ERROR_NOT_FOUND, nsc_slide_get_trouble (slide));
  return g_error_new (NSC_ERROR, NSC_ERROR_NOT_FOUND,
                      _ ("This version knows no report named “%s”. Choose another figure for the slide."),
                      nsc_slide_get_report (slide));
}

static void
ask_report (NscDeck *self, guint index)
{
  Card *card = get_card (self, index);
  const NscReport *report = nsc_report_find (nsc_slide_get_report (card->slide));
  Question *question;

  if (report == NULL)
    {
      card->error = make_trouble (card->slide);
      tell (self, index);
      return;
    }
  card->is_under_way = TRUE;
  question = g_new (Question, 1);
  *question = (Question) { g_object_ref (self), index };
  nsc_report_inquiry_start (self->project, report, nsc_slide_get_options (card->slide), self->cancellable, answered_cb,
                            question);
}

static void
make (NscDeck *self, guint index)
{
  const Card *card = get_card (self, index);

  if (self->page.width <= 0 || card->is_under_way || card->error != NULL || card->reveal != NULL)
    return;
  if (card->result == NULL)
    ask_report (self, index);
  else
    ask_layout (self, index);
}

/* ---- drawing a step ---- */

typedef struct
{
  NscReveal *reveal;
  guint index, step;
  double scale;
} Drawing;

static void
drawing_free (gpointer data)
{
  Drawing *drawing = data;

  nsc_reveal_unref (drawing->reveal);
  g_free (drawing);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Drawing *drawing = data;
  const NscScene *scene = nsc_reveal_get_scene (drawing->reveal);
  int width = MAX (1, (int) lround (nsc_scene_get_width (scene) * drawing->scale));
  int height = MAX (1, (int) lround (nsc_scene_get_height (scene) * drawing->scale));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, width / nsc_scene_get_width (scene), height / nsc_scene_get_height (scene));
  nsc_reveal_draw (drawing->reveal, drawing->step, cr);
  cairo_destroy (cr);
  g_task_return_pointer (task, nsc_cairo_texture_new (surface), g_object_unref);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  NscDeck *self = NSC_DECK (source);
  const Drawing *drawing = g_task_get_task_data (G_TASK (result));
  Card *card = get_card (self, drawing->index);
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Of another page, or let go of meanwhile. */
  if (card->reveal != drawing->reveal || !g_hash_table_contains (card->textures, GUINT_TO_POINTER (drawing->step + 1)))
    return;
  g_hash_table_insert (card->textures, GUINT_TO_POINTER (drawing->step + 1), g_steal_pointer (&texture));
  tell (self, drawing->index);
}

static void
draw_step (NscDeck *self, guint index, guint step)
{
  Card *card = get_card (self, index);
  g_autoptr (GTask) task = NULL;
  Drawing *drawing;

  if (card->reveal == NULL || step >= nsc_reveal_get_n_steps (card->reveal) ||
      g_hash_table_contains (card->textures, GUINT_TO_POINTER (step + 1)))
    return;
  g_hash_table_insert (card->textures, GUINT_TO_POINTER (step + 1), NULL);
  drawing = g_new0 (Drawing, 1);
  drawing->reveal = nsc_reveal_ref (card->reveal);
  drawing->index = index;
  drawing->step = step;
  drawing->scale = self->page.scale;
  task = g_task_new (self, NULL, drawn_cb, NULL);
  g_task_set_task_data (task, drawing, drawing_free);
  nsc_task_run_in_thread (task, draw_in_thread);
}

static gboolean
is_far (gpointer key, gpointer value, gpointer data)
{
  guint step = GPOINTER_TO_UINT (key) - 1, at = *(const guint *) data;

  return step > at + 1 || step + 1 < at;
}

/* Each is as large as the display. */
static void
let_go (NscDeck *self, guint index, guint step)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      Card *card = get_card (self, i);
      guint last = card->reveal != NULL ? nsc_reveal_get_n_steps (card->reveal) - 1 : 0;
      guint at = i < index ? last : i > index ? 0 : step;

      if (i > index + 1 || i + 1 < index)
        g_hash_table_remove_all (card->textures);
      else
        g_hash_table_foreach_remove (card->textures, is_far, &at);
    }
}

/* ---- overrides ---- */

static void
nsc_deck_dispose (GObject *object)
{
  NscDeck *self = NSC_DECK (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (nsc_deck_parent_class)->dispose (object);
}

static void
nsc_deck_finalize (GObject *object)
{
  NscDeck *self = NSC_DECK (object);

  g_ptr_array_unref (self->cards);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (nsc_deck_parent_class)->finalize (object);
}

static void
nsc_deck_class_init (NscDeckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nsc_deck_dispose;
  object_class->finalize = nsc_deck_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", NSC_TYPE_DECK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
nsc_deck_init (NscDeck *self)
{
  self->cards = g_ptr_array_new_with_free_func (card_free);
  self->cancellable = g_cancellable_new ();
}

/* ---- public ---- */

NscDeck *
nsc_deck_new (NscProject *project, GListModel *slides)
{
  NscDeck *self;

  g_return_val_if_fail (NSC_IS_PROJECT (project) && g_list_model_get_n_items (slides) > 0, NULL);

  self = g_object_new (NSC_TYPE_DECK, NULL);
  self->project = g_object_ref (project);
  for (guint i = 0; i < g_list_model_get_n_items (slides); i++)
    g_ptr_array_add (self->cards, card_new (g_list_model_get_item (slides, i)));
  return self;
}

guint
nsc_deck_get_n_slides (NscDeck *self)
{
  return self->cards->len;
}

NscSlide *
nsc_deck_get_slide (NscDeck *self, guint index)
{
  return get_card (self, index)->slide;
}

void
nsc_deck_set_page (NscDeck *self, double width, double height, double scale)
{
  if (self->page.width == width && self->page.height == height && self->page.scale == scale)
    return;
  self->page = (Page) { width, height, scale, self->page.serial + 1 };
  for (guint i = 0; i < self->cards->len; i++)
    clear_reveal (get_card (self, i));
}

void
nsc_deck_set_reveal (NscDeck *self, guint index, NscRevealKind reveal)
{
  Card *card = get_card (self, index);

  if (card->kind == reveal)
    return;
  card->kind = reveal;
  clear_reveal (card);
  nsc_deck_want (self, index);
}

NscRevealKind
nsc_deck_get_reveal_kind (NscDeck *self, guint index)
{
  return get_card (self, index)->kind;
}

void
nsc_deck_want (NscDeck *self, guint index)
{
  for (guint i = index; i < MIN (index + 2, self->cards->len); i++)
    make (self, i);
}

NscReveal *
nsc_deck_get_reveal (NscDeck *self, guint index)
{
  return get_card (self, index)->reveal;
}

const GError *
nsc_deck_get_error (NscDeck *self, guint index)
{
  return get_card (self, index)->error;
}

const char *
nsc_deck_get_name (NscDeck *self, guint index)
{
  const Card *card = get_card (self, index);
  const NscReport *report = nsc_report_find (nsc_slide_get_report (card->slide));

  if (nsc_slide_get_title (card->slide) != NULL)
    return nsc_slide_get_title (card->slide);
  if (card->result != NULL)
    return nsc_figure_get_title (nsc_result_get_figure (card->result));
  return report != NULL ? _ (report->title) : nsc_slide_get_report (card->slide);
}

GdkTexture *
nsc_deck_get_texture (NscDeck *self, guint index, guint step)
{
  let_go (self, index, step);
  draw_step (self, index, step);
  draw_step (self, index, step + 1);
  if (index + 1 < self->cards->len)
    draw_step (self, index + 1, 0);
  return g_hash_table_lookup (get_card (self, index)->textures, GUINT_TO_POINTER (step + 1));
}
