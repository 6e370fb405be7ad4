/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-panel-titles.h"

struct _NscPanelTitles
{
  const NscFigure *figure;
  NscTypesetter *type;
  NscPanelTitleStyle style;
  guint n;
  NscTextBlock **blocks; /* one per panel; NULL: it has no title */
};

NscPanelTitles *
nsc_panel_titles_new (const NscFigure *figure, NscTypesetter *type)
{
  NscPanelTitles *self = g_new0 (NscPanelTitles, 1);

  self->figure = figure;
  self->type = type;
  self->n = nsc_figure_get_n_panels (figure);
  self->blocks = g_new0 (NscTextBlock *, self->n + 1);
  return self;
}

void
nsc_panel_titles_free (NscPanelTitles *self)
{
  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->blocks[i], nsc_text_block_free);
  g_free (self->blocks);
  g_free (self);
}

void
nsc_panel_titles_set_style (NscPanelTitles *self, NscPanelTitleStyle style)
{
  self->style = style;
}

void
nsc_panel_titles_set (NscPanelTitles *self, guint panel, double width, guint max_lines)
{
  const char *title = nsc_figure_get_panel_title (self->figure, panel);

  g_clear_pointer (&self->blocks[panel], nsc_text_block_free);
  if (*title != '\0')
    self->blocks[panel] = nsc_text_block_new (self->type, NULL, title, self->style.type, self->style.leading, width,
                                              max_lines, NSC_WRAP_BALANCED);
}

double
nsc_panel_titles_get_height (const NscPanelTitles *self, guint first, guint n)
{
  double height = 0;

  for (guint i = first; i < first + n; i++)
    if (self->blocks[i] != NULL)
      height = MAX (height, nsc_text_block_get_height (self->blocks[i]));
  return height > 0 ? height + self->style.gap : 0;
}

/* Last lines stand beside each other. */
void
nsc_panel_titles_build (const NscPanelTitles *self, guint panel, double x, double bottom, NscScene *scene)
{
  const NscTextBlock *block = self->blocks[panel];
  NscScenePart before;

  if (block == NULL)
    return;
  before = nsc_scene_set_place (scene, (int) panel, -1);
  nsc_text_block_build (block, NSC_COLOR_TEXT, NSC_ANCHOR_START, x,
                        bottom - self->style.gap - nsc_text_block_get_height (block), scene);
  nsc_scene_set_part (scene, before);
}
