/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-legend.h"

typedef struct
{
  const NscLegendEntry *entry;
  GArray *lines; /* of NscTypeLine */
  double x, y;   /* of the swatch's left end and of the middle of the first line */
} Item;

struct _NscLegend
{
  NscMeasures measures;
  GArray *items; /* of Item */
  double height;
};

/* In type sizes. */
#define LEADING 1.5
#define GAP 0.45
#define GAP_BETWEEN 1.15
#define DOT_WIDTH 1.15
#define FILL_WIDTH 2.0
#define FILL_HEIGHT 0.95
#define LINE_WIDTH 2.0
#define DOT_RADIUS 0.5
#define SMALL_RADIUS 0.32

/* Of a pattern, from one line to the next. */
#define PATTERN_STEP 0.4

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_array_unref (item->lines);
}

static NscTypeStyle
style_of (const NscLegend *self)
{
  return (NscTypeStyle) { self->measures.label, NSC_WEIGHT_NORMAL };
}

static double
swatch_width (const NscLegend *self, const NscLegendEntry *entry)
{
  switch (entry->swatch)
    {
    case NSC_SWATCH_FILL:
      return FILL_WIDTH * self->measures.label;
    case NSC_SWATCH_LINE:
      return LINE_WIDTH * self->measures.label;
    case NSC_SWATCH_DOT:
    case NSC_SWATCH_SMALL_DOT:
    default:
      return DOT_WIDTH * self->measures.label;
    }
}

static double
widest_line (const GArray *lines)
{
  double widest = 0;

  for (guint i = 0; i < lines->len; i++)
    widest = MAX (widest, g_array_index (lines, NscTypeLine, i).advance);
  return widest;
}

static void
build_swatch (const NscLegend *self, const Item *item, double x, double y, NscScene *scene)
{
  const NscLegendEntry *entry = item->entry;
  double label = self->measures.label, width = swatch_width (self, entry);
  double outline = self->measures.outline, curve = self->measures.curve;

  switch (entry->swatch)
    {
    case NSC_SWATCH_FILL:
      nsc_pattern_add_rectangle (entry->pattern, scene, entry->color, outline, PATTERN_STEP * label, x,
                                 y - FILL_HEIGHT * label / 2, width, FILL_HEIGHT * label);
      break;
    case NSC_SWATCH_LINE:
      nsc_scene_add_dashed (scene, entry->color, curve, (NscDash) { entry->dash.on * curve, entry->dash.off * curve },
                            x, y, x + width, y);
      break;
    case NSC_SWATCH_DOT:
    case NSC_SWATCH_SMALL_DOT:
    default:
      nsc_shape_add (entry->shape, scene, entry->color, entry->hollow ? outline : 0, x + width / 2, y,
                     (entry->swatch == NSC_SWATCH_DOT ? DOT_RADIUS : SMALL_RADIUS) * label);
    }
}

static GArray *
set_lines (const NscLegend *self, NscTypesetter *type, const NscLegendEntry *entry, double width)
{
  double indent = swatch_width (self, entry) + GAP * self->measures.label;

  return nsc_typesetter_set (type, NULL, entry->text, style_of (self), MAX (width - indent, self->measures.label), 0,
                             NSC_WRAP_FILLED);
}

static double
width_of (const NscLegend *self, const NscLegendEntry *entry, const GArray *lines)
{
  return swatch_width (self, entry) + GAP * self->measures.label + widest_line (lines);
}

/* What an entry takes with as many of those joined to it as fit in WIDTH. */
static double
find_width (const NscLegend *self, NscTypesetter *type, const NscFigure *figure, guint index, double width)
{
  const NscLegendEntry *entry = nsc_figure_get_legend_entry (figure, index);
  double taken = 0, most = 0;

  for (guint i = index; i < nsc_figure_get_n_legend_entries (figure) && taken <= width; i++)
    {
      const NscLegendEntry *next = nsc_figure_get_legend_entry (figure, i);
      g_autoptr (GArray) lines = set_lines (self, type, next, width);

      if (i > index && (entry->joined || !next->joined))
        break;
      most = taken;
      taken += (i > index ? GAP_BETWEEN * self->measures.label : 0) + width_of (self, next, lines);
    }
  return taken <= width || most <= 0 ? taken : most;
}

NscLegend *
nsc_legend_new (const NscFigure *figure, NscTypesetter *type, NscMeasures measures, double width)
{
  NscLegend *self = g_new0 (NscLegend, 1);
  double leading = LEADING * measures.label;
  double x = 0, y = 0;

  self->measures = measures;
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  for (guint i = 0; i < nsc_figure_get_n_legend_entries (figure); i++)
    {
      const NscLegendEntry *entry = nsc_figure_get_legend_entry (figure, i);
      Item item = { .entry = entry, .lines = set_lines (self, type, entry, width) };

      if (x > 0 && x + find_width (self, type, figure, i, width) > width)
        {
          x = 0;
          y = self->height;
        }
      item.x = x;
      item.y = y + leading / 2;
      x += width_of (self, entry, item.lines) + GAP_BETWEEN * measures.label;
      self->height = MAX (self->height, y + leading * item.lines->len);
      g_array_append_val (self->items, item);
    }
  return self;
}

void
nsc_legend_free (NscLegend *self)
{
  g_array_unref (self->items);
  g_free (self);
}

double
nsc_legend_get_height (const NscLegend *self)
{
  return self->height;
}

void
nsc_legend_build (const NscLegend *self, double x, double y, NscScene *scene)
{
  NscTypeStyle style = style_of (self);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      double indent = swatch_width (self, item->entry) + GAP * self->measures.label;

      build_swatch (self, item, x + item->x, y + item->y, scene);
      for (guint j = 0; j < item->lines->len; j++)
        nsc_scene_add_text (scene, NSC_COLOR_TEXT, style, NSC_ANCHOR_START,
                            &g_array_index (item->lines, NscTypeLine, j), x + item->x + indent,
                            y + item->y + j * LEADING * self->measures.label + NSC_TYPE_MIDDLE * style.size);
    }
}
