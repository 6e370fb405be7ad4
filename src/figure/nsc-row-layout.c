/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-layout.h"

#include "nsc-panel-grid.h"
#include "nsc-reaches.h"
#include "nsc-row-fold.h"
#include "nsc-row-head.h"
#include "nsc-row-labels.h"
#include "nsc-row-lanes.h"
#include "nsc-scene-private.h"
#include "nsc-ticks.h"

struct _NscRowLayout
{
  NscFigure *figure;
  NscMeasures measures;
  double left, right; /* ends of the rows, labels included */
  NscPlot plot;       /* of every panel, but for where it begins */
  guint n;
  NscRowLabels *labels;
  NscPanelGrid *grid;
  NscRowHead *head;
  NscRowFold *fold;
  NscRowLanes *lanes;
  gboolean keeps_words; /* rather has blocks below each other than torn words */
};

/* In type sizes. */
#define LABEL_GAP 0.9
#define LEAST_PITCH 1.25
#define LANES_CLOSE_UP 0.85
#define LEAST_PANEL 5.0
#define GAP_BETWEEN_COLUMNS 1.4
#define GAP_ABOVE_BLOCK 1.6

/* In shares of the width. */
#define MOST_FOR_LABELS 0.44
#define LEAST_FOR_LABELS 0.1
#define LEAST_FOR_VALUES 0.16
#define LEAST_BESIDE_WORDS 0.08 /* where a word would else be torn apart */

/* Of the labels beside several columns, in shares of the width. */
#define MOST_BESIDE_COLUMNS 0.34
#define LEAST_BESIDE_COLUMNS 0.2

/* Of a word beside several columns, likewise: a longer one may be torn apart. */
#define MOST_FOR_WORD 0.4

/* In rows: how far apart they may go where a page is taller than they need. */
#define MOST_PITCH 1.5

#define LABEL_LINES 3

/* Where rows may be as high as they need to be: what is longer is a text rather than a name. */
#define MOST_LABEL_LINES 12

static gboolean
is_folded (const NscRowLayout *self, guint row)
{
  return nsc_row_fold_get_rows (self->fold)[row];
}

/* ---- width ---- */

static double
gap_between_columns (const NscRowLayout *self, const NscReaches *reaches)
{
  return MAX (GAP_BETWEEN_COLUMNS * self->plot.measures.label, 2 * nsc_reaches_get_lead (reaches));
}

/* The room for labels beside N_COLUMNS whose values have a SHARE of the width, or less than 0 where the columns leave
 * too little. */
static double
limit_labels (const NscRowLayout *self, const NscReaches *reaches, guint n_columns, double share)
{
  double width = self->right - self->left, size = self->plot.measures.label;
  double least = share * width / n_columns;
  double gaps = LABEL_GAP * size + (n_columns - 1) * gap_between_columns (self, reaches);
  double limit;

  if (n_columns > 1)
    least = MAX (least, LEAST_PANEL * size);
  limit = MIN ((n_columns > 1 ? MOST_BESIDE_COLUMNS : MOST_FOR_LABELS) * width,
               width - gaps - n_columns * (least + nsc_reaches_get_words (reaches)));
  if (limit < (n_columns > 1 ? LEAST_BESIDE_COLUMNS : LEAST_FOR_LABELS) * width || limit < 2 * size)
    return -1;
  return limit;
}

/* Parts the width between labels and N_COLUMNS of marks. */
static gboolean
settle_columns (NscRowLayout *self, const NscReaches *reaches, guint n_columns, guint max_lines)
{
  double size = self->plot.measures.label, gap = gap_between_columns (self, reaches);
  double limit = limit_labels (self, reaches, n_columns, LEAST_FOR_VALUES);
  double word = self->keeps_words ? nsc_row_labels_get_widest_word (self->labels, size) : 0;
  double overhang = nsc_row_head_has_ticks (self->head) ? nsc_ticks_get_overhang (&self->plot) : 0;
  double labels, x, inset;

  if (n_columns == 1 && limit < word)
    limit = MAX (limit, MIN (word, limit_labels (self, reaches, n_columns, LEAST_BESIDE_WORDS)));
  if (limit < 0 || (n_columns > 1 && limit < MIN (word, MOST_FOR_WORD * (self->right - self->left))))
    return FALSE;
  labels = nsc_row_labels_set (self->labels, size, limit, max_lines, nsc_row_fold_get_rows (self->fold));
  x = self->left + labels + MAX (labels > 0 ? LABEL_GAP * size : 0, nsc_reaches_get_lead (reaches));
  self->plot.width = nsc_reaches_fit (reaches, (self->right - x - (n_columns - 1) * gap) / n_columns, overhang, &inset);
  if (self->plot.width <= 0 || (n_columns > 1 && self->plot.width < LEAST_PANEL * size))
    return FALSE;
  nsc_panel_grid_set (self->grid, size, n_columns, gap, self->left, x, self->right, inset);
  nsc_row_head_set (self->head, &self->plot, self->right - x - inset);
  nsc_row_lanes_set (self->lanes, self->grid, &self->plot);
  return TRUE;
}

/* As many columns as leave each enough. */
static gboolean
settle_width (NscRowLayout *self, double size, guint max_lines)
{
  g_autoptr (NscReaches) reaches = NULL;

  self->plot.measures.label = size;
  reaches = nsc_reaches_new (self->figure, &self->plot, nsc_row_fold_get_rows (self->fold));
  for (guint n_columns = nsc_figure_get_n_panels (self->figure); n_columns > 0; n_columns--)
    if (nsc_panel_grid_is_even (self->grid, n_columns) && settle_columns (self, reaches, n_columns, max_lines))
      return TRUE;
  return FALSE;
}

/* ---- height ---- */

static double
lane_of (const NscRowLayout *self, guint row, double pitch)
{
  return MAX (pitch * nsc_row_lanes_get_lanes (self->lanes, row), nsc_row_labels_get_height (self->labels, row, pitch));
}

static double
row_height (const NscRowLayout *self, guint block, guint row, double pitch)
{
  return lane_of (self, row, pitch) + nsc_row_lanes_get_extra (self->lanes, block, row);
}

static double
rows_height (const NscRowLayout *self, guint block, double pitch)
{
  double height = nsc_row_fold_get_n (self->fold) > 0 ? pitch : 0;

  for (guint row = 0; row < self->n; row++)
    if (!is_folded (self, row))
      height += row_height (self, block, row, pitch);
  return height;
}

static double
block_height (const NscRowLayout *self, guint block, double pitch)
{
  return nsc_row_head_get_height (self->head, block) + rows_height (self, block, pitch);
}

static double
height_at (const NscRowLayout *self, double pitch)
{
  guint n_blocks = nsc_panel_grid_get_n_blocks (self->grid);
  double height = (n_blocks - 1) * GAP_ABOVE_BLOCK * self->plot.measures.label;

  for (guint block = 0; block < n_blocks; block++)
    height += block_height (self, block, pitch);
  return height;
}

static gboolean
has_lanes (const NscRowLayout *self)
{
  return nsc_row_lanes_get_least (self->lanes) >= 2;
}

/* Rows of several lanes close up more than a line of type can. */
static double
least_pitch (const NscRowLayout *self)
{
  return LEAST_PITCH * self->plot.measures.label * (has_lanes (self) ? LANES_CLOSE_UP : 1);
}

/* Sets the rows as far apart as HEIGHT allows, up to MOST. */
static gboolean
settle_pitch (NscRowLayout *self, double height, double most)
{
  double low = least_pitch (self), high = MAX (low, most);

  if (height_at (self, low) > height)
    return FALSE;
  for (guint i = 0; i < 40; i++)
    {
      double middle = (low + high) / 2;

      if (height_at (self, middle) <= height)
        low = middle;
      else
        high = middle;
    }
  self->plot.pitch = low;
  return TRUE;
}

/* Folds rows before ROW until the others fit as they are set now, and gives the last that it has looked at. */
static guint
fold_before (NscRowLayout *self, guint row, double height)
{
  guint n_blocks = nsc_panel_grid_get_n_blocks (self->grid);
  double pitch = least_pitch (self);
  double rest = height - height_at (self, pitch) - (nsc_row_fold_get_n (self->fold) == 0 ? n_blocks * pitch : 0);

  for (; row > 0 && rest < 0; row--)
    if (nsc_row_fold_add (self->fold, row - 1))
      for (guint block = 0; block < n_blocks; block++)
        rest += row_height (self, block, row - 1, pitch);
  return row;
}

/* Folds as few rows as it takes. Labels and numbers that are not shown take no width either, and what stands above the
 * rows may be set anew in it. */
static gboolean
fold_tail (NscRowLayout *self, double height)
{
  for (guint row = self->n; row > 0;)
    {
      row = fold_before (self, row, height);
      if (nsc_row_fold_get_n (self->fold) == 0 || !settle_width (self, self->plot.measures.label, 1))
        return FALSE;
      if (settle_pitch (self, height, MOST_PITCH * self->measures.row))
        return TRUE;
    }
  return FALSE;
}

/* Words that are torn apart are as hard to read as those whose end is cut off. */
static gboolean
loses_labels (const NscRowLayout *self)
{
  return nsc_row_labels_are_cut (self->labels, nsc_row_fold_get_rows (self->fold)) ||
         nsc_row_labels_are_torn (self->labels);
}

/* Sets all labels at SIZE, on at most N_LINES each. */
static gboolean
settle_labels (NscRowLayout *self, double size, guint n_lines, NscRowLoss most)
{
  return settle_width (self, size, n_lines) && (most > NSC_ROW_LOSS_NONE || !loses_labels (self));
}

/* Few rows on a page with room to spare, such as a slide, are set larger, if nothing is lost of them. */
static gboolean
enlarge (NscRowLayout *self, double height)
{
  double label = self->measures.label;
  double pitch = self->measures.row / label;

  for (double size = self->measures.label_most; size > label * 1.02; size -= label * 0.05)
    if (self->n * size * pitch <= height && settle_labels (self, size, LABEL_LINES, NSC_ROW_LOSS_NONE) &&
        height_at (self, size * pitch) <= height)
      return settle_pitch (self, height, MOST_PITCH * size * pitch);
  return FALSE;
}

/* Whether it is worth setting all labels at SIZE. */
static gboolean
may_fit (const NscRowLayout *self, double size, double height)
{
  return self->n * LEAST_PITCH * LANES_CLOSE_UP * size <= height;
}

static gboolean
fit_height (NscRowLayout *self, double height, NscRowLoss most)
{
  const guint lines[] = { LABEL_LINES, 2, 1 };
  double label = self->measures.label, least = MIN (label, self->measures.least);

  if (enlarge (self, height))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (lines) && may_fit (self, label, height); i++)
    if (settle_labels (self, label, lines[i], most) && settle_pitch (self, height, MOST_PITCH * self->measures.row))
      return TRUE;
  for (guint i = 1; i <= 3; i++)
    {
      double size = label - (label - least) * i / 3;

      /* Rows of several lanes have room for two lines, whatever their size. */
      for (guint n_lines = has_lanes (self) ? 2 : 1; n_lines > 0 && may_fit (self, size, height); n_lines--)
        if (settle_labels (self, size, n_lines, most) && settle_pitch (self, height, MOST_PITCH * self->measures.row))
          return TRUE;
    }
  return most == NSC_ROW_LOSS_ROWS && settle_width (self, least, 1) && fold_tail (self, height);
}

/* ---- drawing ---- */

/* The label comes first, as it is read; it is part of the first mark of its row. */
static void
build_row (NscRowLayout *self, guint block, int index, NscRowPlace *place, NscScene *scene)
{
  guint first_item = nsc_scene_get_n_items (scene), first_mark = nsc_scene_get_n_marks (scene);
  guint n_panels, first = nsc_panel_grid_get_panels (self->grid, block, &n_panels);
  NscScenePart before = nsc_scene_set_place (scene, -1, index);
  guint n_items;

  nsc_row_labels_build (self->labels, place, self->left, scene);
  n_items = nsc_scene_get_n_items (scene) - first_item;
  for (guint panel = first; panel < first + n_panels; panel++)
    {
      NscPlot plot = self->plot;

      plot.x = nsc_panel_grid_get_x (self->grid, panel);
      nsc_panel_grid_get_part (self->grid, panel, &place->x, &place->width);
      nsc_scene_set_place (scene, (int) panel, index);
      for (guint i = 0; i < nsc_figure_get_n_marks (self->figure, panel); i++)
        {
          const NscMark *mark = nsc_figure_get_mark (self->figure, panel, i);

          if (mark->klass->build_row != NULL)
            mark->klass->build_row (mark, &plot, place, scene);
        }
    }
  if (nsc_scene_get_n_marks (scene) > first_mark)
    nsc_scene_adopt (scene, first_item, n_items, first_mark);
  nsc_scene_set_part (scene, before);
}

/* The row of those that have none of their own. */
static void
build_fold (const NscRowLayout *self, guint block, int index, const NscRowPlace *place, NscScene *scene)
{
  guint n_panels, first = nsc_panel_grid_get_panels (self->grid, block, &n_panels);
  NscScenePart before = nsc_scene_set_place (scene, -1, index);

  nsc_row_fold_build (self->fold, &self->plot, first, n_panels, place, scene);
  nsc_scene_set_part (scene, before);
}

static void
add_band (int index, const NscRowPlace *place, NscScene *scene)
{
  const NscSceneBand band = { index, place->x, place->y, place->width, place->height };

  nsc_scene_add_band (scene, &band);
}

static void
build_block (NscRowLayout *self, guint block, double y, NscScene *scene)
{
  double pitch = self->plot.pitch, top = y + nsc_row_head_get_height (self->head, block);
  guint n_behind = nsc_row_head_build (self->head, block, y, top + rows_height (self, block, pitch), scene);
  guint behind = nsc_scene_get_n_items (scene) - n_behind;
  gboolean fold_is_built = FALSE;
  int index = 0; /* of those that are built */

  y = top;
  for (guint row = 0; row < self->n; row++)
    {
      NscRowPlace place = { .row = row, .x = self->left, .y = y, .width = self->right - self->left, .height = pitch };

      if (is_folded (self, row))
        {
          if (!fold_is_built)
            {
              add_band (index, &place, scene);
              build_fold (self, block, index++, &place, scene);
              y += pitch;
            }
          fold_is_built = TRUE;
          continue;
        }
      place.lane = lane_of (self, row, pitch);
      place.height = row_height (self, block, row, pitch);
      add_band (index, &place, scene);
      build_row (self, block, index++, &place, scene);
      y += place.height;
    }
  nsc_scene_part_lines (scene, behind, n_behind);
}

NscRowLayout *
nsc_row_layout_new (NscFigure *figure, NscTypesetter *type, NscMeasures measures, double left, double right)
{
  NscRowLayout *self = g_new0 (NscRowLayout, 1);
  const NscAxis *values = nsc_figure_get_values (figure);

  self->figure = figure;
  self->measures = measures;
  self->left = left;
  self->right = right;
  self->n = nsc_figure_get_n_rows (figure);
  self->labels = nsc_row_labels_new (nsc_figure_get_rows (figure), type, measures.may_become_bold);
  self->grid = nsc_panel_grid_new (figure, type);
  self->head = nsc_row_head_new (figure, self->grid);
  self->fold = nsc_row_fold_new (figure);
  self->lanes = nsc_row_lanes_new (figure);
  self->plot = (NscPlot) { .language = nsc_figure_get_language (figure),
                           .type = type,
                           .measures = measures,
                           .values = values != NULL ? nsc_axis_get_scale (values) : NULL };
  return self;
}

void
nsc_row_layout_free (NscRowLayout *self)
{
  nsc_row_labels_free (self->labels);
  nsc_panel_grid_free (self->grid);
  nsc_row_fold_free (self->fold);
  nsc_row_head_free (self->head);
  nsc_row_lanes_free (self->lanes);
  g_free (self);
}

gboolean
nsc_row_layout_fit (NscRowLayout *self, double height, NscRowLoss most)
{
  nsc_row_fold_clear (self->fold);
  self->plot.pitch = self->measures.row;
  self->keeps_words = height == 0 || most == NSC_ROW_LOSS_NONE;
  if (height > 0)
    return fit_height (self, height, most);
  return settle_width (self, self->measures.label, MOST_LABEL_LINES);
}

double
nsc_row_layout_get_height (const NscRowLayout *self)
{
  return height_at (self, self->plot.pitch);
}

void
nsc_row_layout_build (NscRowLayout *self, double y, NscScene *scene)
{
  for (guint block = 0; block < nsc_panel_grid_get_n_blocks (self->grid); block++)
    {
      build_block (self, block, y, scene);
      y += block_height (self, block, self->plot.pitch) + GAP_ABOVE_BLOCK * self->plot.measures.label;
    }
}
