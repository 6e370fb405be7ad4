/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-layout.h"

#include "nsc-foot.h"
#include "nsc-legend.h"
#include "nsc-plane-layout.h"
#include "nsc-row-layout.h"
#include "nsc-scene-item.h"
#include "nsc-text-block.h"

#include <math.h>

/* Such as the title. */
typedef struct
{
  NscTextBlock *text;
  NscColorRole color;
} Block;

/* What is done to fit a page of a given height. */
typedef struct
{
  double title;    /* how much of its usual size the title has */
  NscRowLoss loss; /* the most of it */
  gboolean brief;  /* half of the lines that a foot may have */
} Way;

typedef struct
{
  NscFigure *figure;
  const NscTheme *theme;
  NscFigureParts parts;
  Way way;
  NscMeasures measures;
  NscTypesetter *type;
  double left, right;
  GArray *head;      /* of Block */
  NscLegend *legend; /* below the head */
  NscPlaneLayout *plane;
  NscRowLayout *rows; /* or neither, where there is nothing to show */
  NscFoot *foot;
} Layout;

#define TITLE_LEADING 1.26
#define TEXT_LEADING 1.4

#define SMALL_TITLE 0.7

/* The next size of a title that is too high, as a share of the one before. */
#define SMALLER 0.95

/* All of the rows in each. Their names are worth more than words that the notes of the figure say too. */
static const Way whole_ways[] = {
  { 1, NSC_ROW_LOSS_NONE, FALSE },
  { 0.8, NSC_ROW_LOSS_NONE, FALSE },
  { SMALL_TITLE, NSC_ROW_LOSS_NONE, FALSE },
  { SMALL_TITLE, NSC_ROW_LOSS_NONE, TRUE },
  { 1, NSC_ROW_LOSS_LABELS, FALSE },
  { 0.8, NSC_ROW_LOSS_LABELS, FALSE },
  { SMALL_TITLE, NSC_ROW_LOSS_LABELS, FALSE },
};

/* As many of them as it takes. */
static const Way folding_ways[] = {
  { 1, NSC_ROW_LOSS_ROWS, FALSE },
  { SMALL_TITLE, NSC_ROW_LOSS_ROWS, FALSE },
  { SMALL_TITLE, NSC_ROW_LOSS_ROWS, TRUE },
};

/* Shares of them. */
#define HALF_OF_ROWS 0.5
#define FEW_ROWS 0.25

/* In type sizes of a label. */
#define GAP_BELOW_TITLE 0.25
#define GAP_ABOVE_LEGEND 0.5
#define GAP_ABOVE_ROWS 1.0
#define GAP_ABOVE_TICKS 0.5

/* How much smaller the next attempt is where nothing else helps, and the most attempts. */
#define SHRINK 0.88
#define MOST_SHRINKS 60

static void
clear_block (gpointer data)
{
  Block *block = data;

  nsc_text_block_free (block->text);
}

static NscTextBlock *
set_text (const Layout *self, const char *text, NscTypeStyle style)
{
  double leading = (style.weight == NSC_WEIGHT_BOLD ? TITLE_LEADING : TEXT_LEADING) * style.size;

  return nsc_text_block_new (self->type, NULL, text, style, leading, self->right - self->left, 0, NSC_WRAP_BALANCED);
}

static void
add_block (Layout *self, const char *text, NscTypeStyle style, NscColorRole color)
{
  Block block = { .color = color };

  if (*text == '\0')
    return;
  block.text = set_text (self, text, style);
  g_array_append_val (self->head, block);
}

static double
block_height (const Block *block)
{
  return nsc_text_block_get_height (block->text);
}

/* The words of ticks stand apart by themselves. */
static double
gap_above_body (const Layout *self)
{
  const NscAxis *values = nsc_figure_get_values (self->figure);
  gboolean has_ticks = nsc_figure_get_n_rows (self->figure) > 0 && values != NULL && !nsc_axis_is_quiet (values);

  return (has_ticks ? GAP_ABOVE_TICKS : GAP_ABOVE_ROWS) * self->measures.label;
}

static double
head_height (const Layout *self)
{
  double height = 0;

  for (guint i = 0; i < self->head->len; i++)
    height +=
        block_height (&g_array_index (self->head, Block, i)) + (i > 0 ? GAP_BELOW_TITLE * self->measures.label : 0);
  if (nsc_legend_get_height (self->legend) > 0)
    height += nsc_legend_get_height (self->legend) + GAP_ABOVE_LEGEND * self->measures.label;
  return height > 0 ? height + gap_above_body (self) : 0;
}

/* Gives the place below the block. */
static double
build_block (const Layout *self, const Block *block, double y, NscScene *scene)
{
  nsc_text_block_build (block->text, block->color, NSC_ANCHOR_START, self->left, y, scene);
  return y + block_height (block);
}

static void
build_head (const Layout *self, double y, NscScene *scene)
{
  for (guint i = 0; i < self->head->len; i++)
    y = build_block (self, &g_array_index (self->head, Block, i),
                     y + (i > 0 ? GAP_BELOW_TITLE * self->measures.label : 0), scene);
  nsc_legend_build (self->legend, self->left, y + GAP_ABOVE_LEGEND * self->measures.label, scene);
}

/* A title of many lines is smaller, so that it leaves room for what it is the title of. */
static double
title_size (const Layout *self)
{
  double least = self->measures.least, most = self->measures.title_most;
  double size = MAX (self->measures.title * self->way.title, least);

  for (; most > 0 && size > least; size = MAX (least, size * SMALLER))
    {
      NscTypeStyle style = { size, NSC_WEIGHT_BOLD };
      NscTextBlock *title = set_text (self, nsc_figure_get_title (self->figure), style);
      double height = nsc_text_block_get_height (title);

      nsc_text_block_free (title);
      if (height <= most)
        break;
    }
  return size;
}

static void
set_title (Layout *self)
{
  NscTypeStyle title = { title_size (self), NSC_WEIGHT_BOLD };
  NscTypeStyle subtitle = { self->measures.subtitle, NSC_WEIGHT_NORMAL };

  add_block (self, nsc_figure_get_title (self->figure), title, NSC_COLOR_TEXT);
  add_block (self, nsc_figure_get_subtitle (self->figure), subtitle, NSC_COLOR_TEXT_SECOND);
}

static void
set_words (Layout *self, gboolean height_is_given)
{
  if ((self->parts & NSC_FIGURE_TITLE) != 0)
    set_title (self);
  self->foot =
      nsc_foot_new (self->figure, self->type, self->measures, self->parts, self->right - self->left, height_is_given);
  self->legend = nsc_legend_new (self->figure, self->type, self->measures, self->right - self->left);
}

static void
begin_body (Layout *self)
{
  if (nsc_figure_get_heights (self->figure) != NULL && nsc_figure_get_values (self->figure) != NULL)
    self->plane = nsc_plane_layout_new (self->figure, self->type, self->measures, self->left, self->right);
  else if (nsc_figure_get_n_rows (self->figure) > 0)
    self->rows = nsc_row_layout_new (self->figure, self->type, self->measures, self->left, self->right);
}

static gboolean
has_body (const Layout *self)
{
  return self->plane != NULL || self->rows != NULL;
}

static gboolean
fit_body (Layout *self, double height)
{
  if (self->plane != NULL)
    return nsc_plane_layout_fit (self->plane, height);
  return nsc_row_layout_fit (self->rows, height, self->way.loss);
}

static double
body_height (const Layout *self)
{
  if (self->plane != NULL)
    return nsc_plane_layout_get_height (self->plane);
  return nsc_row_layout_get_height (self->rows);
}

static void
build_body (Layout *self, double y, NscScene *scene)
{
  if (self->plane != NULL)
    nsc_plane_layout_build (self->plane, y, scene);
  else if (self->rows != NULL)
    nsc_row_layout_build (self->rows, y, scene);
}

/* The whole figure on a page of these sizes, or NULL where it does not fit. */
static NscScene *
lay_out (Layout *self, double width, double height, double *used)
{
  g_autoptr (NscScene) scene = NULL;
  double margin = self->measures.margin_top;
  double head, foot, body;

  self->left = self->measures.margin;
  self->right = width - self->measures.margin;
  set_words (self, height > 0);
  begin_body (self);
  if (!has_body (self))
    add_block (self, nsc_figure_get_empty (self->figure), (NscTypeStyle) { self->measures.label, NSC_WEIGHT_NORMAL },
               NSC_COLOR_TEXT);
  head = head_height (self);
  foot = nsc_foot_get_height (self->foot);
  body = height > 0 ? height - 2 * margin - head - foot : 0;
  if (height > 0 && body < 0)
    return NULL;
  if (has_body (self) && ((height > 0 && body <= 0) || !fit_body (self, body)))
    return NULL;
  if (height == 0)
    body = has_body (self) ? body_height (self) : 0;
  scene = nsc_scene_new_empty (self->figure, self->theme, width);
  build_head (self, margin, scene);
  build_body (self, margin + head, scene);
  nsc_foot_build (self->foot, self->left, margin + head + body, scene);
  *used = 2 * margin + head + body + foot;
  return g_steal_pointer (&scene);
}

/* ASKED says what is laid out; the rest is this attempt's. */
static NscScene *
attempt (const Layout *asked, Way way, double width, double height, double scale)
{
  NscScene *scene;
  double used = 0;
  Layout layout = *asked;

  layout.way = way;
  layout.measures = nsc_theme_get_measures (asked->theme, width, height);
  if (way.brief)
    layout.measures.foot_lines /= 2;
  layout.head = g_array_new (FALSE, FALSE, sizeof (Block));

  g_array_set_clear_func (layout.head, clear_block);
  scene = lay_out (&layout, width / scale, height / scale, &used);
  if (scene != NULL)
    nsc_scene_finish (scene, scale, width, height > 0 ? height : ceil (used * scale));
  g_array_unref (layout.head);
  nsc_legend_free (layout.legend);
  g_clear_pointer (&layout.plane, nsc_plane_layout_free);
  g_clear_pointer (&layout.rows, nsc_row_layout_free);
  nsc_foot_free (layout.foot);
  return scene;
}

/* That have a place of their own, or share one. */
static guint
count_rows (const NscScene *scene)
{
  int last = -1;

  for (guint i = 0; i < nsc_scene_get_n_bands (scene); i++)
    last = MAX (last, nsc_scene_get_band (scene, i)->row);
  return (guint) (last + 1);
}

/* Whether SHARE of the rows are seen; one that others are folded into counts too. */
static gboolean
shows_rows (const NscScene *scene, const Layout *asked, double share)
{
  return scene != NULL && count_rows (scene) >= share * nsc_figure_get_n_rows (asked->figure);
}

/* Rows are folded as far as it takes; where that leaves less than half of them, a small title makes room for more, and
 * where it leaves hardly any, a brief foot does. NULL: not even that helps. */
static NscScene *
fold (const Layout *asked, double width, double height, double scale)
{
  NscScene *best = NULL;

  for (gsize i = 0; i < (height > 0 ? G_N_ELEMENTS (folding_ways) : 1); i++)
    {
      g_autoptr (NscScene) scene = NULL;

      if (shows_rows (best, asked, folding_ways[i].brief ? FEW_ROWS : HALF_OF_ROWS))
        break;
      scene = attempt (asked, folding_ways[i], width, height, scale);
      if (scene != NULL && (best == NULL || count_rows (scene) > count_rows (best)))
        {
          g_clear_pointer (&best, nsc_scene_unref);
          best = g_steal_pointer (&scene);
        }
    }
  return best;
}

NscScene *
nsc_layout_figure (NscFigure *figure, const NscTheme *theme, double width, double height, NscFigureParts parts)
{
  g_autoptr (NscTypesetter) type = nsc_typesetter_new (nsc_figure_get_language (figure), nsc_theme_get_face (theme));
  const Layout asked = { .figure = figure, .theme = theme, .parts = parts, .type = type };
  NscScene *paper;
  double scale = 1;
  guint n_phrases;
  const char *const *phrases = nsc_figure_get_phrases (figure, &n_phrases);

  for (guint i = 0; i < n_phrases; i++)
    nsc_typesetter_keep_together (type, phrases[i]);
  /* A row and its name are worth more than a large title. */
  for (gsize i = 0; height > 0 && i < G_N_ELEMENTS (whole_ways); i++)
    {
      NscScene *scene = attempt (&asked, whole_ways[i], width, height, 1);

      if (scene != NULL)
        return scene;
    }
  for (guint i = 0; i < MOST_SHRINKS; i++, scale *= SHRINK)
    {
      NscScene *scene = fold (&asked, width, height, scale);

      if (scene != NULL)
        return scene;
    }
  /* A page of less than a thousandth of what the words need shows only its paper. */
  paper = nsc_scene_new_empty (figure, theme, width);
  nsc_scene_finish (paper, 1, width, height);
  return paper;
}
