/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-panel-grid.h"

#include "nsc-scene-private.h"

struct _NscPanelGrid
{
  const NscFigure *figure;
  NscTypesetter *type;
  double size;
  double leading; /* from one line of a title to the next */
  guint n_panels, n_columns;
  double left, x, right, inset, gap, width;
  GPtrArray *titles; /* of GArray of NscTypeLine */
};

/* In type sizes. */
#define LEADING 1.24
#define GAP_BELOW_TITLE 0.45

static NscTypeStyle
style_of (const NscPanelGrid *self)
{
  return (NscTypeStyle) { self->size, NSC_WEIGHT_BOLD };
}

static double
column_x (const NscPanelGrid *self, guint panel)
{
  return self->x + panel % self->n_columns * (self->width + self->gap);
}

static double
title_x (const NscPanelGrid *self, guint panel)
{
  return self->n_columns == 1 ? self->left : nsc_panel_grid_get_x (self, panel);
}

static void
set_titles (NscPanelGrid *self, guint max_lines)
{
  g_ptr_array_set_size (self->titles, 0);
  self->leading = LEADING * self->size;
  for (guint i = 0; i < self->n_panels; i++)
    {
      const char *title = nsc_figure_get_panel_title (self->figure, i);
      double end = column_x (self, i) + self->width;
      GArray *lines = nsc_typesetter_set (self->type, NULL, title, style_of (self), end - title_x (self, i), max_lines,
                                          NSC_WRAP_BALANCED);

      /* Scripts with tall signs set their lines apart. */
      for (guint j = 0; j < lines->len; j++)
        self->leading = MAX (self->leading, g_array_index (lines, NscTypeLine, j).ink_ascent +
                                                g_array_index (lines, NscTypeLine, j).ink_descent);
      g_ptr_array_add (self->titles, lines);
    }
}

static guint
most_lines (const NscPanelGrid *self, guint block)
{
  guint n_panels, first = nsc_panel_grid_get_panels (self, block, &n_panels);
  guint most = 0;

  for (guint i = first; i < first + n_panels; i++)
    if (*nsc_figure_get_panel_title (self->figure, i) != '\0')
      most = MAX (most, ((const GArray *) g_ptr_array_index (self->titles, i))->len);
  return most;
}

NscPanelGrid *
nsc_panel_grid_new (const NscFigure *figure, NscTypesetter *type)
{
  NscPanelGrid *self = g_new0 (NscPanelGrid, 1);

  self->figure = figure;
  self->type = type;
  self->n_panels = nsc_figure_get_n_panels (figure);
  self->n_columns = 1;
  self->titles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

void
nsc_panel_grid_free (NscPanelGrid *self)
{
  g_ptr_array_unref (self->titles);
  g_free (self);
}

gboolean
nsc_panel_grid_is_even (const NscPanelGrid *self, guint n_columns)
{
  guint n_blocks = (self->n_panels + n_columns - 1) / n_columns;

  return n_columns == (self->n_panels + n_blocks - 1) / n_blocks;
}

void
nsc_panel_grid_set (NscPanelGrid *self,
                    double size,
                    guint max_lines,
                    guint n_columns,
                    double gap,
                    double left,
                    double x,
                    double right,
                    double inset)
{
  self->size = size;
  self->n_columns = n_columns;
  self->left = left;
  self->x = x;
  self->right = right;
  self->inset = inset;
  self->gap = gap;
  self->width = (right - x - (n_columns - 1) * gap) / n_columns;
  set_titles (self, max_lines);
}

guint
nsc_panel_grid_get_n_blocks (const NscPanelGrid *self)
{
  return (self->n_panels + self->n_columns - 1) / self->n_columns;
}

guint
nsc_panel_grid_get_block (const NscPanelGrid *self, guint panel)
{
  return panel / self->n_columns;
}

guint
nsc_panel_grid_get_panels (const NscPanelGrid *self, guint block, guint *n_panels)
{
  guint first = block * self->n_columns;

  *n_panels = MIN (self->n_columns, self->n_panels - first);
  return first;
}

double
nsc_panel_grid_get_x (const NscPanelGrid *self, guint panel)
{
  return column_x (self, panel) + self->inset;
}

void
nsc_panel_grid_get_part (const NscPanelGrid *self, guint panel, double *x, double *width)
{
  double half = self->gap / 2;
  guint column = panel % self->n_columns;
  gboolean is_last = column + 1 == self->n_columns || panel + 1 == self->n_panels;
  double start = column == 0 ? self->left : column_x (self, panel) - half;
  double end = is_last ? self->right : column_x (self, panel) + self->width + half;

  *x = start;
  *width = end - start;
}

double
nsc_panel_grid_get_head (const NscPanelGrid *self, guint block)
{
  guint n_lines = most_lines (self, block);

  return n_lines > 0 ? n_lines * self->leading + GAP_BELOW_TITLE * self->size : 0;
}

void
nsc_panel_grid_build (const NscPanelGrid *self, guint block, double y, NscScene *scene)
{
  guint n_panels, first = nsc_panel_grid_get_panels (self, block, &n_panels);
  guint n_lines = most_lines (self, block);
  NscTypeStyle style = style_of (self);

  for (guint panel = first; panel < first + n_panels; panel++)
    {
      const GArray *lines = g_ptr_array_index (self->titles, panel);

      /* The last lines stand beside each other, right above what they are of. */
      for (guint i = 0; i < lines->len; i++)
        {
          const NscTypeLine *line = &g_array_index (lines, NscTypeLine, i);
          double middle = y + (n_lines - lines->len + i + 0.5) * self->leading;

          nsc_scene_add_text (scene, NSC_COLOR_TEXT, style, NSC_ANCHOR_START, line,
                              title_x (self, panel) - nsc_type_line_get_hang (line, style),
                              middle + NSC_TYPE_MIDDLE * style.size);
        }
    }
}
