/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-text-block.h"

struct _NscTextBlock
{
  GArray *lines; /* of NscTypeLine */
  NscTypeStyle style;
  double leading;
  double room; /* the least width */
};

NscTextBlock *
nsc_text_block_new (NscTypesetter *type,
                    const char *lead,
                    const char *text,
                    NscTypeStyle style,
                    double leading,
                    double width,
                    guint max_lines,
                    NscWrap wrap)
{
  NscTextBlock *self = g_new0 (NscTextBlock, 1);

  self->style = style;
  self->leading = leading;
  self->lines = nsc_typesetter_set (type, lead, text, style, width, max_lines, wrap);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const NscTypeLine *line = nsc_text_block_get_line (self, i);

      self->leading = MAX (self->leading, line->ink_ascent + line->ink_descent);
    }
  return self;
}

void
nsc_text_block_set_weight (NscTextBlock *self, NscTypesetter *type, NscWeight weight)
{
  self->room = nsc_text_block_get_width (self);
  self->style.weight = weight;
  nsc_typesetter_restyle (type, self->lines, self->style);
}

void
nsc_text_block_free (NscTextBlock *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

guint
nsc_text_block_get_n_lines (const NscTextBlock *self)
{
  return self->lines->len;
}

const NscTypeLine *
nsc_text_block_get_line (const NscTextBlock *self, guint index)
{
  return &g_array_index (self->lines, NscTypeLine, index);
}

double
nsc_text_block_get_leading (const NscTextBlock *self)
{
  return self->leading;
}

double
nsc_text_block_get_height (const NscTextBlock *self)
{
  return self->lines->len * self->leading;
}

double
nsc_text_block_get_width (const NscTextBlock *self)
{
  double widest = self->room;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const NscTypeLine *line = nsc_text_block_get_line (self, i);

      widest = MAX (widest, MAX (line->advance, line->ink_right));
    }
  return widest;
}

void
nsc_text_block_build (
    const NscTextBlock *self, NscColorRole color, NscAnchor anchor, double x, double y, NscScene *scene)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const NscTypeLine *line = nsc_text_block_get_line (self, i);
      double hang = anchor == NSC_ANCHOR_START ? nsc_type_line_get_hang (line, self->style) : 0;

      nsc_scene_add_text (scene, color, self->style, anchor, line, x - hang,
                          y + (i + 0.5) * self->leading + NSC_TYPE_MIDDLE * self->style.size);
    }
}
